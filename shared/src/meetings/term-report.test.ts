import { actionTable, coverageTable, effectTable, impactLimits, pupilShare, recordTable, saidTable, severeTable, termCellWords, themeTable, workloadTable, type CoverageRow } from './index.ts';

const LIMITS = impactLimits('2026-11-19');
const cellsOf = ({ rows }: { rows: readonly { key: string; cells: readonly unknown[] }[] }, key: string): readonly unknown[] => rows.find((row) => row.key === key)?.cells ?? [];
const row = (schoolId: number, state: CoverageRow['state'], more: Partial<CoverageRow> = {}): CoverageRow => ({ schoolId, leftOut: null, state, isOffered: state !== 'OUTSTANDING', isOverdue: false, isLessThanTermly: false, ...more });

describe('the term report', () => {
  test('gives coverage by phase and of all, with what it is of', () => {
    const table = coverageTable([row(1, 'COVERED'), row(2, 'OUTSTANDING', { isOverdue: true }), row(3, 'COVERED', { isLessThanTermly: true }), row(4, null, { leftOut: 'POST_16_ONLY', isOffered: false })], (id) => (id === 3 ? 'Primary' : 'Secondary'));
    expect(table.rows.map(({ cells }) => cells)).toEqual([['Primary', 1, 1, 100, 1, 100, 0, 0, 0, 0, 1, 0], ['Secondary', 2, 1, 50, 1, 50, 0, 0, 1, 1, 0, 1], ['All', 3, 2, 66.7, 2, 66.7, 0, 0, 1, 1, 1, 1]]);
    for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length);
  });

  test.each<[string, string | null, string | null, readonly (number | null)[]]>([
    ['issued on the day', '2026-11-12', '2026-11-12', [1, 1, 100]], ['issued late', '2026-11-13', '2026-11-12', [0, 1, 0]], ['not issued, and past the day', null, '2026-11-18', [0, 1, 0]], ['not due yet', null, '2026-11-19', [0, 0, null]], ['issued before it is due', '2026-11-12', '2026-12-01', [1, 1, 100]],
  ])('a record %s', (_name, issuedOn, recordDue, expected) => expect(cellsOf(recordTable([{ heldOn: '2026-11-05', issuedOn, recordDue }, { heldOn: null, issuedOn: null, recordDue: null }], '2026-11-19'), 'IN_TIME').slice(1)).toEqual(expected));

  test('adds up actions of both sides', () => {
    const table = actionTable([{ side: 'LA', due: 4, onTime: 2, late: 1, open: 1, notDone: 0, notNeeded: 0 }, { side: 'SCHOOL', due: 6, onTime: 5, late: 0, open: 0, notDone: 1, notNeeded: 0 }]);
    expect([cellsOf(table, 'LA'), cellsOf(table, 'ALL')]).toEqual([['The authority', 4, 2, 50, 1, 1, 0, 0], ['All', 10, 7, 70, 1, 1, 1, 0]]);
  });

  test.each<[number, number, readonly unknown[]]>([
    [20, 40, [20, 40, 50]], [0, 40, [0, 40, 0]], [40, 40, [40, 40, 100]], [3, 40, ['c', 40, 'c']], [37, 40, ['c', 40, 'c']], [2, 4, ['c', 'c', 'c']], [0, 0, [0, 0, null]], [5, 10, [5, 10, 50]],
  ])('%i of %i pupils is told as %p', (part, whole, cells) => expect(pupilShare(part, whole, 5)).toEqual(cells));

  test('hides few pupils among the severely absent and in themes, whose order tells nothing hidden', () => {
    expect(severeTable({ pupils: 30, withPlan: 12, discussed: 3 }, 5).rows.map(({ cells }) => cells)).toEqual([['With a plan in place', 12, 30, 40], ['Spoken about this term', 'c', 30, 'c']]);
    const themes = themeTable({ pupils: 30, groups: { FAMILY: 20, SEND: 4, SCHOOL: 9 } }, 5);
    expect(themes.rows.slice(0, 2).map(({ cells }) => cells)).toEqual([['Family', 20, 30, 66.7], ['School', 9, 30, 30]]);
    expect(themes.rows.at(-1)?.cells).toEqual(['Special educational needs', 'c', 30, 'c']);
    expect(themes.rows).toHaveLength(11);
  });

  test('says nothing of fewer than ten, and of ten or more neither small classes nor what would tell them', () => {
    const fact = (type: string, after: number) => ({ type, before: { possible: 60, attended: 30 }, after: { possible: 60, attended: after } });
    const facts = [...Array.from({ length: 20 }, () => fact('HOME_VISIT', 40)), ...Array.from({ length: 8 }, () => fact('HOME_VISIT', 30)), ...Array.from({ length: 6 }, () => fact('HOME_VISIT', 20)), ...Array.from({ length: 9 }, () => fact('BREAKFAST_CLUB', 40)), { type: null, before: null, after: null },
      ...Array.from({ length: 14 }, (_, index) => fact('TAF_MEETING', index < 2 ? 20 : 40))];
    const table = effectTable(facts, LIMITS, 5);
    expect(cellsOf(table, 'HOME_VISIT')).toEqual(['Home visit', 34, 20, 58.8, 8, 6, 16.7, 0, 16.7, 0]);
    expect(cellsOf(table, 'BREAKFAST_CLUB')).toEqual(['Breakfast club', 'Fewer than 10', 'c', 'c', 'c', 'c', 'Too few to say', null, null, 0]);
    expect(cellsOf(table, 'TAF_MEETING').slice(2, 6)).toEqual(['c', 'c', 0, 'c']);
    expect(cellsOf(table, 'NONE').slice(0, 2)).toEqual(['Of no kind', 0]);
    for (const { cells } of table.rows) expect(cells).toHaveLength(table.columns.length);
  });

  test('lists officers by name, what schools raised, and cells as one reads them', () => {
    expect(workloadTable([{ name: 'B', officerId: 2, schools: 3, held: 1, booked: 2, open: 4, overdue: 1 }, { name: 'A', officerId: 9, schools: 1, held: 0, booked: 0, open: 0, overdue: 0 }]).rows.map(({ key }) => key)).toEqual(['9', '2']);
    expect(saidTable({ AREA_BARRIER: 2, PRACTICE_TO_SHARE: 5 }, 8).rows.map(({ cells }) => cells)).toEqual([['A barrier of the area', 2, 8], ['Practice to share', 5, 8]]);
    expect([termCellWords(null, ''), termCellWords('c', 'Of'), termCellWords(8, 'Share (%)'), termCellWords(8, 'Of'), termCellWords(-8, 'To (points)')]).toEqual(['–', 'c', '8.0%', '8', '−8.0']);
  });
});
