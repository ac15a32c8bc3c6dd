import fc from 'fast-check';
import { attendedAreaOf, coverageSentence, homeOf, isByResidence, isBySchool, NOT_RECORDED, residenceIdentities, residenceTotals, residentCoverage, type ResidencePart, type ResidentStay } from './index.ts';

const OWN = 990;
const NONE = { possible: 0, absent: 0 };

test.each([
  [990, 'HERE', 990, 'HERE', true, true], [991, 'ELSEWHERE', 990, 'HERE', true, false], [null, NOT_RECORDED, 990, 'HERE', true, false],
  [990, 'HERE', 991, 'ELSEWHERE', false, true], [991, 'ELSEWHERE', 991, 'ELSEWHERE', false, false], [null, NOT_RECORDED, 991, 'ELSEWHERE', false, false],
] as const)('home %p is %s and school of %p is %s: by school %p, by residence %p', (homeLa, home, schoolLa, attends, bySchool, byResidence) => {
  expect([homeOf(homeLa, OWN), attendedAreaOf(schoolLa, OWN)]).toEqual([home, attends]);
  expect([isBySchool({ attends }), isByResidence({ home })]).toEqual([bySchool, byResidence]);
});

describe('on any book', () => {
  const la = fc.constantFrom(990, 991, 992);
  const row = fc.record({ homeLa: fc.option(la), schoolLa: la, possible: fc.nat(400), absent: fc.nat(400) });
  const partsOf = (rows: readonly { homeLa: number | null; schoolLa: number; possible: number; absent: number }[]): ResidencePart<typeof NONE>[] =>
    rows.map(({ homeLa, schoolLa, possible, absent }) => ({ home: homeOf(homeLa, OWN), attends: attendedAreaOf(schoolLa, OWN), figures: { possible, absent } }));
  const sum = (parts: readonly ResidencePart<typeof NONE>[], name: keyof typeof NONE): number => parts.reduce((all, { figures }) => all + figures[name], 0);

  test('by school is who lives here and who does not; by residence is who goes here and who does not; both and the rest are every mark once', () => fc.assert(fc.property(fc.array(row), (rows) => {
    const parts = partsOf(rows);
    const { bySchool, byResidence, held } = residenceTotals(parts, NONE);
    const of = (home: string, attends: string): typeof parts => parts.filter((part) => part.home === home && part.attends === attends);
    for (const name of ['possible', 'absent'] as const) {
      expect(bySchool[name]).toBe(sum(of('HERE', 'HERE'), name) + sum(of('ELSEWHERE', 'HERE'), name) + sum(of(NOT_RECORDED, 'HERE'), name));
      expect(byResidence[name]).toBe(sum(of('HERE', 'HERE'), name) + sum(of('HERE', 'ELSEWHERE'), name));
      expect(held[name]).toBe(bySchool[name] + byResidence[name] - sum(of('HERE', 'HERE'), name) + sum(of('ELSEWHERE', 'ELSEWHERE'), name) + sum(of(NOT_RECORDED, 'ELSEWHERE'), name));
      expect(held[name]).toBe(rows.reduce((all, each) => all + each[name], 0));
    }
  })));

  test('splitting a part in two changes no total', () => fc.assert(fc.property(fc.array(row, { minLength: 1 }), fc.nat(), (rows, at) => {
    const parts = partsOf(rows);
    const cut = parts[at % parts.length]!;
    const half = Math.floor(cut.figures.possible / 2);
    const split = [...parts.filter((part) => part !== cut), { ...cut, figures: { possible: half, absent: 0 } }, { ...cut, figures: { possible: cut.figures.possible - half, absent: cut.figures.absent } }];
    expect(residenceTotals(split, NONE)).toEqual(residenceTotals(parts, NONE));
  })));
});

describe('how much is held of residents', () => {
  const stay = (pupilId: number, homeLa: number | null, schoolLa: number, isHeld: boolean): ResidentStay => ({ pupilId, homeLa, schoolLa, isHeld });
  test.each([
    ['one here with a register', [stay(1, 990, 990, true)], [1, 1, 0, 0]],
    ['one elsewhere without', [stay(1, 990, 991, false)], [1, 0, 1, 0]],
    ['one at a school here that sends none', [stay(1, 990, 990, false)], [1, 0, 0, 1]],
    ['two schools, one of which sends', [stay(1, 990, 990, true), stay(1, 990, 991, false)], [1, 1, 0, 0]],
    ['two schools, neither sends', [stay(1, 990, 990, false), stay(1, 990, 991, false)], [1, 0, 1, 0]],
    ['who lives elsewhere, or nobody knows where', [stay(1, 991, 990, true), stay(2, null, 990, true)], [0, 0, 0, 0]],
  ])('%s', (_what, stays, [residents, held, elsewhere, here]) => expect(residentCoverage(stays, OWN)).toEqual({ residents, held, elsewhere, here }));

  test('every resident is counted once: held, elsewhere or here', () => fc.assert(fc.property(fc.array(fc.record({ pupilId: fc.nat(8), homeLa: fc.constant(990), schoolLa: fc.constantFrom(990, 991), isHeld: fc.boolean() })), (stays) => {
    const { residents, held, elsewhere, here } = residentCoverage(stays, OWN);
    expect([residents, held + elsewhere + here]).toEqual([new Set(stays.map(({ pupilId }) => pupilId)).size, residents]);
  })));

  test('in words, with the denominator', () => {
    expect(coverageSentence({ residents: 1204, held: 1200, elsewhere: 3, here: 1 })).toBe('Registers are held of 1,200 of the 1,204 children known to live in this area and on a roll held here today.');
    expect(coverageSentence({ residents: 0, held: 0, elsewhere: 0, here: 0 })).toBe('No child on a roll held here is known to live in this area.');
  });
});

test('what ties the two totals, in words', () => {
  const part = (home: ResidencePart<unknown>['home'], attends: ResidencePart<unknown>['attends'], enrolments: number) => ({ home, attends, figures: { enrolments } });
  expect(residenceIdentities([part('ELSEWHERE', 'HERE', 30), part('HERE', 'HERE', 1000), part('HERE', 'ELSEWHERE', 2), part('ELSEWHERE', 'ELSEWHERE', 5), part(NOT_RECORDED, 'HERE', 0)])).toEqual([
    'By school: 1,030 = 1,000 (live here, school here) + 30 (live elsewhere, school here)', 'By residence: 1,002 = 1,000 (live here, school here) + 2 (live here, school elsewhere)',
  ]);
  expect(residenceIdentities([])).toEqual(['By school: 0', 'By residence: 0']);
});
