import fc from 'fast-check';
import {
  ageBeforeYear, compulsorySchoolAge, ETHNIC_GROUPS, isOfCompulsorySchoolAge, isTemporaryUpn, isUpn, keyStageOf, localAuthorityOfUpn, mainEthnicGroup, normaliseUpn,
  normaliseYearGroup, UPN_LETTERS, upnCheckLetter, usualYearGroup, YEAR_GROUPS, yearGroupLabel, yearGroupOrder,
} from './index.ts';

describe('the unique pupil number', () => {
  test.each([['801200005001', 'B'], ['823432126001', 'B'], ['938209925012', 'M'], ['82343212600A', 'M'], ['207000016049', 'P']])(
    '%s has check letter %s', (body, letter) => {
      expect(upnCheckLetter(body)).toBe(letter);
      expect(normaliseUpn(letter + body)).toEqual({ upn: letter + body });
    });

  test.each(['80120000500I', '80120000500O', '80120000500S', '8012I0005001', '801200005O01', '80120000500', '8012000050011', ''])(
    '%j is no body of a pupil number', (body) => {
      expect(upnCheckLetter(body)).toBeNull();
      expect(isUpn(`B${body}`)).toBe(false);
    });

  test.each(['B801200005001', 'Q801200005002', 'E801200005003', 'U801200005004', 'M80120000500A', 'H80120000501X'])('%s is right', (upn) => {
    expect(normaliseUpn(upn)).toEqual({ upn });
    expect(isTemporaryUpn(upn)).toBe(/[A-Z]$/.test(upn));
    expect(localAuthorityOfUpn(upn)).toBe('801');
  });

  test.each(['b801200005001', ' B801200005001 ', 'B 8012 0000 5001', 'B801200005001.', "'B801200005001", "'B801200005001'", '\u00a0B801200005001\u200b'])(
    '%j is repaired', (raw) => expect(normaliseUpn(raw)).toEqual({ upn: 'B801200005001' }));

  test.each([
    ['A801200005001', { fault: 'UPN-03' }], ['B207000016049', { fault: 'UPN-03' }], ['A123456789123', { fault: 'UPN-03' }], ['D051910639385', { fault: 'UPN-03' }],
    ['801200005001', { fault: 'UPN-07', suggestion: 'B801200005001' }], ['8.012E+11', { fault: 'UPN-07' }],
    ["'54382678848074464'", { fault: 'UPN-02' }], ['O801200005001', { fault: 'UPN-02' }], ['I801200005001', { fault: 'UPN-02' }], ['S801200005001', { fault: 'UPN-02' }],
    ['1234', { fault: 'UPN-02' }], ['deadbeef01', { fault: 'UPN-02' }], ['0f8fad5b-d9cb-469f-a165-70867728950e', { fault: 'UPN-02' }],
    ['UN1', { fault: 'UPN-01', placeholder: 'UN1' }], ['un7', { fault: 'UPN-01', placeholder: 'UN7' }], ['UN8', { fault: 'UPN-02' }],
    ['', { fault: 'UPN-01' }], ['  ', { fault: 'UPN-01' }], ['N/A', { fault: 'UPN-01' }], ['0000000000000', { fault: 'UPN-01' }], ['TBC', { fault: 'UPN-01' }],
    ['-', { fault: 'UPN-01' }], ['None', { fault: 'UPN-01' }], ['#N/A', { fault: 'UPN-01' }], ['NULL', { fault: 'UPN-01' }],
  ])('%j is refused', (raw, result) => expect(normaliseUpn(raw)).toEqual(result));

  const body = fc.stringMatching(/^[0-9]{12}$/);
  test('one wrong digit, or two swapped neighbours, never pass the check letter', () => {
    fc.assert(fc.property(body, fc.nat(11), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
      const letter = upnCheckLetter(digits)!;
      const wrong = digits.slice(0, at) + ((Number(digits[at]) + by) % 10) + digits.slice(at + 1);
      expect(isUpn(letter + digits)).toBe(true);
      expect(isUpn(letter + wrong)).toBe(false);
      const next = Math.min(at, 10);
      const swapped = digits.slice(0, next) + digits[next + 1] + digits[next] + digits.slice(next + 2);
      if (swapped !== digits) expect(isUpn(letter + swapped)).toBe(false);
      expect(UPN_LETTERS).toContain(letter);
    }));
  });

  test('reading any text neither throws nor invents a number', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      const read = normaliseUpn(text);
      if (read.upn !== undefined) expect(isUpn(read.upn)).toBe(true);
    }));
  });
});

describe('year groups', () => {
  test.each([
    ['Year 7', '7'], ['Yr 7', '7'], ['Y07', '7'], ['7', '7'], ['07', '7'], ['Reception', 'R'], ['YR', 'R'], ['r', 'R'], ['00', 'R'], ['0', 'R'], ['(13)', '13'],
    ['N1', 'N1'], ['n2', 'N2'], ['M', 'X'], ['X', 'X'], ['14', '14'], ['15', null], ['Leaver', null], ['', null], ['E1', null], ['2025', null],
  ])('%j is %p', (raw, yearGroup) => expect(normaliseYearGroup(raw)).toBe(yearGroup));

  test.each([
    ['N1', 'Nursery 1', 'EYFS'], ['R', 'Reception', 'EYFS'], ['2', 'Year 2', 'KS1'], ['3', 'Year 3', 'KS2'], ['6', 'Year 6', 'KS2'], ['9', 'Year 9', 'KS3'],
    ['10', 'Year 10', 'KS4'], ['11', 'Year 11', 'KS4'], ['12', 'Year 12', 'KS5'], ['X', 'Mixed or no year group', null],
  ] as const)('%s is shown as %s, in %p', (yearGroup, label, keyStage) => {
    expect(yearGroupLabel(yearGroup)).toBe(label);
    expect(keyStageOf(yearGroup)).toBe(keyStage);
  });

  test.each([
    ['2010-09-01', 15, '11'], ['2011-08-31', 15, '11'], ['2021-09-01', 4, 'R'], ['2022-08-31', 4, 'R'], ['2023-09-01', 2, 'N1'], ['2024-09-01', 1, null], ['2006-09-01', 19, null],
  ])('born %s, in 2026/27 aged %i before the year: %p', (born, age, yearGroup) => {
    expect(ageBeforeYear(born, 2026)).toBe(age);
    expect(usualYearGroup(born, 2026)).toBe(yearGroup);
  });

  test('run from youngest to oldest', () => expect(YEAR_GROUPS.map(yearGroupOrder)).toEqual(YEAR_GROUPS.map((_, index) => index)));
});

describe('ethnic groups', () => {
  test.each([
    ['WBRI', 'WBRI', 'WHITE'], ['WENG', 'WBRI', 'WHITE'], ['WNIR', 'WBRI', 'WHITE'], ['AMPK', 'APKN', 'ASIAN'], ['CHKC', 'CHNE', 'ASIAN'], ['CHNE', 'CHNE', 'ASIAN'], ['BSOM', 'BAFR', 'BLACK'], ['MOTM', 'MOTH', 'MIXED'], ['OARA', 'OOTH', 'OTHER'],
    ['REFU', null, null], ['NOBT', null, null], ['UNCL', null, null], ['WXYZ', null, null], ['', null, null], ['?', null, null],
  ])('%s counts in %s, of %s', (code, main, broad) => expect([mainEthnicGroup(code)?.code ?? null, mainEthnicGroup(code)?.broad ?? null]).toEqual([main, broad]));
  // The code set as DfE publishes it, written down apart from ours: each main code with all that roll up to it.
  test.each([
    'AIND', 'APKN AKPA AMPK AOPK', 'ABAN', 'AOTH AAFR AKAO ANEP AOTA ASLT ASNL ASRO', 'CHNE CHKC CMAL COCH CSNG CTWN', 'BCRB', 'BAFR BANN BAOF BCON BGHA BNGN BSLN BSOM BSUD', 'BOTH BEUR BNAM BOTB',
    'MWBC', 'MWBA', 'MWAS MWAI MWAO MWAP', 'MOTH MABL MACH MAOE MBCH MBOE MCOE MOTM MWCH MWOE', 'WBRI WCOR WENG WNIR WOWB WSCO WWEL', 'WIRI', 'WIRT', 'WROM WROG WROO WROR',
    'WOTH WALB WBOS WCRO WEEU WEUR WGRC WGRE WGRK WITA WKOS WOTW WPOR WSER WTUC WTUK WTUR WWEU', 'OOTH OAFG OARA OEGY OFIL OIRN OIRQ OJPN OKOR OKRD OLAM OLEB OLIB OMAL OMRC OOEG OPOL OTHA OVIE OYEM',
  ])('of the code set: %s', (set) => {
    const codes = set.split(' ');
    expect(codes.map((code) => mainEthnicGroup(code)?.code)).toEqual(codes.map(() => codes[0]));
    const own = ETHNIC_GROUPS.find(({ code }) => code === codes[0]);
    expect([codes[0], ...(own?.longer.split(' ').filter(Boolean).sort() ?? [])]).toEqual([codes[0], ...codes.slice(1).sort()]);
  });
  test('no code counts in two', () => {
    const all = ETHNIC_GROUPS.flatMap(({ code, longer }) => [code, ...longer.split(' ').filter(Boolean)]);
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((code) => /^[A-Z]{4}$/.test(code))).toBe(true);
  });
});

describe('compulsory school age', () => {
  test.each([
    ['2020-09-01', '2025-12-31'], ['2020-12-31', '2025-12-31'], ['2021-01-01', '2026-03-31'], ['2021-03-31', '2026-03-31'],
    ['2021-04-01', '2026-08-31'], ['2021-08-31', '2026-08-31'], ['2020-02-29', '2025-03-31'],
  ])('born %s, from %s', (born, startsOn) => expect(compulsorySchoolAge(born).startsOn).toBe(startsOn));

  test.each([
    ['2008-09-01', '2025-06-27'], ['2009-08-31', '2025-06-27'], ['2009-09-01', '2026-06-26'], ['2010-09-01', '2027-06-25'], ['2012-08-31', '2028-06-30'],
  ])('born %s, until %s', (born, endsOn) => expect(compulsorySchoolAge(born).endsOn).toBe(endsOn));

  test.each([['2025-12-30', false], ['2025-12-31', true], ['2037-06-26', true], ['2037-06-27', false]])('born 1 September 2020, on %s: %s', (on, expected) =>
    expect(isOfCompulsorySchoolAge('2020-09-01', on)).toBe(expected));
});
