import fc from 'fast-check';
import { HiddenCodes, HIDDEN_FIGURES, hideFigures, hideHalfDays, roundedCount, type HiddenFigure, type SchoolSums } from './index.ts';

const RULE = { minimum: 5, fewestPupils: 10 };
const isSmall = (count: number | null): boolean => count !== null && count > 0 && count < RULE.minimum;
const few = fc.oneof(fc.nat(9), fc.nat(60));
const schools = fc.array(fc.record({ part: fc.constantFrom('PRIMARY', 'SECONDARY', 'SPECIAL'), enrolments: fc.oneof(fc.nat(12), fc.nat(200)), persistent: few, severe: few, authorised: few, unauthorised: few, lateBefore: few, lateAfter: few, missing: few }), { minLength: 1, maxLength: 9 })
  .map((rows) => rows.map((row, index): SchoolSums => ({ ...row, schoolId: index })));
const COUNTS: Readonly<Record<HiddenFigure, readonly ((row: SchoolSums) => number)[]>> = {
  enrolments: [(row) => row.enrolments], persistent: [(row) => row.persistent], severe: [(row) => row.severe], missed: [(row) => row.authorised + row.unauthorised], kinds: [(row) => row.authorised, (row) => row.unauthorised],
  lateBefore: [(row) => row.lateBefore], lateAfter: [(row) => row.lateAfter], missing: [(row) => row.missing],
};

describe('what is hidden of schools, phases and the whole', () => {
  test('no small count is told of any, and nothing but its size of a school of under ten', () => fc.assert(fc.property(schools, (rows) => {
    const hidden = hideFigures(rows, RULE);
    const sum = (of: readonly SchoolSums[], count: (row: SchoolSums) => number): number => of.reduce((all, row) => all + count(row), 0);
    for (const name of HIDDEN_FIGURES) {
      for (const count of COUNTS[name]) {
        for (const row of rows) expect([name, row, !hidden[name].schools.has(row.schoolId) && isSmall(count(row))]).toEqual([name, row, false]);
        for (const part of new Set(rows.map((row) => row.part))) expect([name, part, !hidden[name].parts.has(part) && isSmall(sum(rows.filter((row) => row.part === part), count))]).toEqual([name, part, false]);
        expect([name, !hidden[name].whole && isSmall(sum(rows, count))]).toEqual([name, false]);
      }
      if (name !== 'enrolments') for (const row of rows) if (row.enrolments > 0 && row.enrolments < 10) expect([name, hidden[name].schools.has(row.schoolId)]).toEqual([name, true]);
    }
  }), { numRuns: 300 }));

  test('no sum is left with one hidden part alone: of schools in a phase, and of phases in the whole', () => fc.assert(fc.property(schools, (rows) => {
    const hidden = hideFigures(rows, RULE);
    const parts = [...new Set(rows.map(({ part }) => part))];
    for (const name of HIDDEN_FIGURES) {
      for (const part of parts) if (!hidden[name].parts.has(part)) expect([name, part, rows.filter((row) => row.part === part && hidden[name].schools.has(row.schoolId)).length]).not.toEqual([name, part, 1]);
      if (!hidden[name].whole) expect([name, parts.filter((part) => hidden[name].parts.has(part)).length]).not.toEqual([name, 1]);
      // A part that is hidden is not the sum of schools that are told.
      for (const part of hidden[name].parts) expect([name, part, rows.some((row) => row.part === part && hidden[name].schools.has(row.schoolId))]).toEqual([name, part, true]);
    }
  }), { numRuns: 300 }));
});

describe('the half days of a week whose sums are told', () => {
  const halfDay = fc.record({ possible: fc.oneof(fc.nat(9), fc.nat(400)), authorised: few, unauthorised: few, lateBefore: few, lateAfter: few });
  test('tell no small count, nor leave one alone', () => fc.assert(fc.property(fc.array(halfDay, { minLength: 1, maxLength: 10 }), (slots) => {
    const told = hideHalfDays(slots, RULE.minimum);
    for (const name of ['possible', 'absent', 'authorised', 'unauthorised', 'lateBefore', 'lateAfter'] as const) {
      for (const slot of told) expect([name, isSmall(slot[name])]).toEqual([name, false]);
      const hidden = told.filter((slot) => slot[name] === null).length;
      if (slots.length > 1) expect([name, hidden]).not.toEqual([name, 1]);
    }
    for (const slot of told) expect(slot.absent === null || (slot.authorised === null) === (slot.unauthorised === null)).toBe(true);
  }), { numRuns: 300 }));
});

describe('codes beside the kinds of absence they add up to', () => {
  const MARKS = ['I', 'M', 'E', 'O', 'N', 'U', '-'];
  const kindOf = (mark: string): string | null => ('IME'.includes(mark) ? 'AUTHORISED' : 'ONU'.includes(mark) ? 'UNAUTHORISED' : null);
  const table = fc.array(fc.record({ part: fc.constantFrom('PRIMARY', 'SECONDARY'), counts: fc.tuple(...MARKS.map(() => few)) }), { minLength: 1, maxLength: 6 });
  test('tell no small count, nor one that is what is left of a kind, a phase or the whole', () => fc.assert(fc.property(table, (rows) => {
    const figures = new Set(['U', '-']);
    const own = rows.map(({ part }, schoolId) => ({ schoolId, part }));
    const hidden = new HiddenCodes({ schools: own, marks: MARKS, counts: rows.map(({ counts }) => counts) }, RULE.minimum, { isFigure: (mark) => figures.has(mark), hides: () => false, sumOf: kindOf });
    const places = [...own.map(({ schoolId }) => ({ schoolId, part: null })), ...[...new Set(own.map(({ part }) => part))].map((part) => ({ schoolId: null, part })), { schoolId: null, part: null }];
    for (const place of places) {
      const rowsOf = own.filter((school) => (place.schoolId === null || school.schoolId === place.schoolId) && (place.part === null || school.part === place.part));
      for (const [at, mark] of MARKS.entries()) if (!figures.has(mark)) expect([place, mark, !hidden.hides(place, mark) && isSmall(rowsOf.reduce((sum, { schoolId }) => sum + rows[schoolId]!.counts[at]!, 0))]).toEqual([place, mark, false]);
      for (const kind of ['AUTHORISED', 'UNAUTHORISED']) expect([place, kind, MARKS.filter((mark) => kindOf(mark) === kind && hidden.hides(place, mark)).length]).not.toEqual([place, kind, 1]);
    }
    for (const mark of MARKS) {
      for (const part of new Set(own.map((school) => school.part))) {
        const hiddenAt = own.filter((school) => school.part === part && hidden.hides({ schoolId: school.schoolId, part: null }, mark)).length;
        expect([mark, part, hidden.hides({ schoolId: null, part }, mark) ? hiddenAt === 0 : hiddenAt === 1]).toEqual([mark, part, false]);
      }
    }
  }), { numRuns: 200 }));
});

test.each([[0, 5, 0], [2, 5, 0], [3, 5, 5], [7, 5, 5], [8, 5, 10], [13, 0, 13]])('%i sessions to the nearest %i are %i', (count, base, rounded) => expect(roundedCount(count, base)).toBe(rounded));
