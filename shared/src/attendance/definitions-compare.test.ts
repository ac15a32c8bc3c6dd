import fc from 'fast-check';
import { EXPLAINED_MEASURES, countedByPupil, shareOf, sideOf } from './definitions-compare.ts';
import { countMarks } from './marks.ts';

const PERCENTS = { persistent: 10, severe: 50 };

describe('what an enrolment adds to a figure', () => {
  it.each([
    // marks, attendance, authorised, unauthorised, persistent, severe, late, missing, pupils: part of whole
    ['/\\/\\/\\/\\/\\', '10/10', '0/10', '0/10', '0/1', '0/1', '0/10', '0/10', '1/1'],
    ['/\\L\\/\\U\\/L', '9/10', '0/10', '1/10', '1/1', '0/1', '3/10', '0/10', '1/1'],
    ['IIOO--', '0/4', '2/4', '2/4', '1/1', '1/1', '0/4', '2/6', '1/1'],
    ['DDDD', '0/0', '0/0', '0/0', '0/0', '0/0', '0/0', '0/0', '0/0'],
  ])('%s', (marks, ...shares) => {
    expect(EXPLAINED_MEASURES.map((measure) => Object.values(shareOf(measure, countMarks(marks), PERCENTS)).join('/'))).toEqual(shares);
  });
});

describe('on which side of two definitions it falls', () => {
  it.each([
    ['PERSISTENT', [1, 1], [1, 1], false, 'SAME'], ['PERSISTENT', [0, 0], [0, 0], true, 'SAME'], ['PERSISTENT', [0, 1], [0, 0], true, 'LEFT_OUT'],
    ['PERSISTENT', [1, 1], [0, 1], false, 'ONLY_HERE'], ['PERSISTENT', [0, 1], [1, 1], false, 'ONLY_THERE'], ['ATTENDANCE', [8, 10], [4, 6], false, 'FEWER'],
  ] as const)('%s %j here, %j there', (measure, [part, whole], [theirPart, theirWhole], isLeftOut, side) => {
    expect(sideOf(measure, { part, whole }, { part: theirPart, whole: theirWhole }, isLeftOut)).toBe(side);
  });
});

describe('counted by pupil', () => {
  const enrolments = fc.array(fc.record({ pupilId: fc.integer({ min: 1, max: 4 }), marks: fc.stringMatching(/^[/\\IOLUDX-]{0,20}$/) }), { maxLength: 12 })
    .map((rows) => rows.map(({ pupilId, marks }, index) => ({ enrolmentId: index + 1, pupilId, counts: countMarks(marks) })));

  it('each pupil is counted once, and no session is lost', () => {
    fc.assert(fc.property(enrolments, (rows) => {
      const pooled = [...countedByPupil(rows).values()].filter((counts) => counts !== null);
      expect(pooled).toHaveLength(new Set(rows.map(({ pupilId }) => pupilId)).size);
      const sum = (all: readonly { possible: number }[]): number => all.reduce((total, { possible }) => total + possible, 0);
      expect(sum(pooled)).toBe(sum(rows.map(({ counts }) => counts)));
    }));
  });

  it('two enrolments of 8 of 100 and 12 of 60 are one pupil with 20 of 160: persistent', () => {
    const counts = (missed: number, possible: number) => countMarks('I'.repeat(missed) + '/'.repeat(possible - missed));
    const pooled = countedByPupil([{ enrolmentId: 1, pupilId: 7, counts: counts(12, 60) }, { enrolmentId: 2, pupilId: 7, counts: counts(8, 100) }]);
    expect(pooled.get(1)).toBeNull();
    expect(shareOf('PERSISTENT', pooled.get(2)!, PERCENTS)).toEqual({ part: 1, whole: 1 });
  });
});
