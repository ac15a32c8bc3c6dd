import {
  compactLaestab, ESTABLISHMENT_STATUSES, ESTABLISHMENT_TYPES, findEstablishmentStatus, findEstablishmentType, findPhase, formatLaestab, parseLaestab,
  parseUrn, PHASES,
} from './index.ts';

describe('school numbers', () => {
  test.each([['100000', 100000], [' 148001 ', 148001], [100001, 100001], ['200000', null], ['99999', null], ['1.0E+05', null], ['', null]])(
    'URN %j is %p', (raw, urn) => expect(parseUrn(raw)).toBe(urn));

  test.each([['801/2000'], ['8012000'], ['801 2000'], ['801-2000'], [8012000]])('%j is one school', (raw) => {
    const number = parseLaestab(raw)!;
    expect([formatLaestab(number), compactLaestab(number)]).toEqual(['801/2000', '8012000']);
  });

  test.each([['801', '2000', '801/2000'], [5, 36, '005/0036'], ['801', '', null], ['8012', '2000', null]])(
    'in two cells %j and %j is %p', (authority, school, expected) => {
      const number = parseLaestab(authority, school);
      expect(number && formatLaestab(number)).toBe(expected);
    });

  test.each(['801', '80120001', '8.01E+06', ''])('%j is none', (raw) => expect(parseLaestab(raw)).toBeNull());
});

describe('establishments', () => {
  test.each([['02', 'Voluntary aided school'], ['2', 'Voluntary aided school'], [34, 'Academy converter'], ['"06"', undefined], ['99', undefined]])(
    'type %j is %p', (code, label) => expect(findEstablishmentType(code)?.label).toBe(label));

  test.each([['14', true, 'ALTERNATIVE'], ['07', true, 'SPECIAL'], ['08', false, 'SPECIAL'], ['34', false, 'MAINSTREAM'], ['01', true, 'MAINSTREAM'], ['43', false, 'ALTERNATIVE']])(
    'type %s: maintained %s, %s', (code, maintained, provision) => expect(findEstablishmentType(code)).toMatchObject({ maintained, provision }));

  test.each([['3', 'PRIMARY'], ['5', 'SECONDARY'], ['7', 'SECONDARY'], ['1', null]])('phase %s is published under %p', (code, group) =>
    expect(findPhase(code)?.group).toBe(group));

  test.each([['1', true], ['2', false], ['3', true], ['4', false]])('status %s: open %s', (code, open) => expect(findEstablishmentStatus(code)?.isOpen).toBe(open));

  test.each([['types', ESTABLISHMENT_TYPES], ['phases', PHASES], ['statuses', ESTABLISHMENT_STATUSES]] as const)('%s have codes of their own', (_, entries) =>
    expect(new Set(entries.map((entry) => entry.code)).size).toBe(entries.length));
});
