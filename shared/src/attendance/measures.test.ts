import fc from 'fast-check';
import {
  absenceBand, ABSENCE_BANDS, absenceThresholds, absenceTier, aggregate, attendanceAndAbsencePercent, countByHalfDay, countBySlot, countByWeekday, countMarks,
  daysOfSessions, isPersistentlyAbsent, isSeverelyAbsent, MARK_ALPHABET, markOfCode, MARKS_BY_CATEGORY, poolByPupil, ratePercent,
  sessionsBeforePersistent,
} from './index.ts';

const thresholds = absenceThresholds('2026-01-05');
const persistently = (absent: number, possible: number) => isPersistentlyAbsent(absent, possible, thresholds.persistent);
const severely = (absent: number, possible: number) => isSeverelyAbsent(absent, possible, thresholds.severe);
const left = (absent: number, possible: number) => sessionsBeforePersistent(absent, possible, thresholds.persistent);
const marksOf = (codes: string) => codes.split(' ').map((code) => markOfCode(code) ?? '?').join('');
const absentOf = (marks: string) => countMarks(marks).authorised + countMarks(marks).unauthorised;

describe('worked examples', () => {
  test.each([
    ['full week', marksOf('/ \\ / \\ / \\ / \\ / \\'), [10, 10, 0, 0, 0, 0], 100, 0, false, false],
    ['late both ways', marksOf('/ \\ L \\ / \\ U \\ / L'), [10, 9, 0, 1, 1, 3], 90, 10, true, false],
    ['mixed week', marksOf('I I M \\ V V G G O \\'), [10, 4, 3, 3, 6, 0], 40, 60, true, true],
    ['dual registered, main school', marksOf('/ \\ / \\ / \\ D D D D'), [6, 6, 0, 0, 0, 0], 100, 0, false, false],
    ['part-time timetable', marksOf('/ C2').repeat(20), [40, 20, 20, 0, 20, 0], 50, 50, true, true],
    ['Reception, part of the week', marksOf('/ X').repeat(4) + marksOf('I X'), [5, 4, 1, 0, 1, 0], 80, 20, true, false],
    ['bank holiday and INSET', marksOf('# # # # / \\ / \\ N N'), [6, 4, 0, 2, 2, 0], 66.67, 33.33, true, false],
    ['reason open', marksOf('/ \\ / \\ N N / \\ / \\'), [10, 8, 0, 2, 2, 0], 80, 20, true, false],
    ['reason found', marksOf('/ \\ / \\ I I / \\ / \\'), [10, 8, 2, 0, 2, 0], 80, 20, true, false],
    ['exactly a tenth', '/'.repeat(342) + 'I'.repeat(38), [380, 342, 38, 0, 38, 0], 90, 10, true, false],
    ['one session under a tenth', '/'.repeat(343) + 'I'.repeat(37), [380, 343, 37, 0, 37, 0], 90.26, 9.74, false, false],
    ['shown as 10.0, yet under', '/'.repeat(217) + 'I'.repeat(24), [241, 217, 24, 0, 24, 0], 90.04, 9.96, false, false],
    ['exactly a half', '/'.repeat(190) + 'O'.repeat(190), [380, 190, 0, 190, 190, 0], 50, 50, true, true],
    ['arranged by the council, no travel', marksOf('K K K K Q Q K K I I'), [8, 6, 2, 0, 2, 0], 75, 25, true, false],
    ['only at the other school', 'D'.repeat(10), [0, 0, 0, 0, 0, 0], null, null, null, null],
    ['old codes', marksOf('/ \\ H H J \\ F F Y Y'), [8, 4, 4, 0, 4, 0], 50, 50, true, true],
    ['missing marks', marksOf('/ \\ / - - - / \\ I I'), [7, 5, 2, 0, 2, 0], 71.43, 28.57, true, false],
  ])('%s', (_, marks, sessions, attendance, absence, persistent, severe) => {
    const counts = countMarks(marks);
    const absent = counts.authorised + counts.unauthorised;
    expect([counts.possible, counts.attended, counts.authorised, counts.unauthorised, absent, counts.lateBefore + counts.lateAfter]).toEqual(sessions);
    const shown = attendanceAndAbsencePercent(absent, counts.possible, 2);
    expect([shown?.attendance ?? null, shown?.absence ?? null]).toEqual([attendance, absence]);
    expect(persistently(absent, counts.possible)).toBe(persistent);
    expect(severely(absent, counts.possible)).toBe(severe);
  });

  test('a missing mark is counted, outside the rate', () => expect(countMarks(marksOf('/ - - -')).missing).toBe(3));
  test('24 of 241 is shown as 10.0', () => expect(ratePercent(24, 241)).toBe(10));
});

describe('rates', () => {
  test.each([
    [1, 3, 1, 33.3], [2, 3, 1, 66.7], [1, 8, 2, 12.5], [1, 800, 2, 0.13], [1, 2000, 1, 0.1], [-1, 2000, 1, -0.1], [0, 5, 1, 0], [5, 0, 1, null],
    [5, 1000, 0, 1], [107, 860, 2, 12.44], [107, 860, 1, 12.4], [1, 3, 0, 33],
  ])('%i of %i to %i decimals is %p', (part, whole, decimals, rate) => expect(ratePercent(part, whole, decimals)).toBe(rate));

  test('attendance and absence add up to 100 as shown', () => {
    expect(attendanceAndAbsencePercent(1, 800, 2)).toEqual({ attendance: 99.87, absence: 0.13 });
    fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (possible, missed) => {
      const shown = attendanceAndAbsencePercent(Math.min(missed, possible), possible, 1)!;
      expect(Math.round(shown.attendance * 10) + Math.round(shown.absence * 10)).toBe(1000);
    }));
  });

  test('sessions are shown as days', () => expect(daysOfSessions(19)).toBe(9.5));
});

describe('bands and tiers', () => {
  test.each([
    [0, '0-5', 'GOOD'], [18, '0-5', 'GOOD'], [19, '5-10', 'AT_RISK'], [37, '5-10', 'AT_RISK'], [38, '10-15', 'PERSISTENT'], [57, '15-20', 'PERSISTENT'],
    [189, '45-50', 'PERSISTENT'], [190, '50-55', 'SEVERE'], [380, '100', 'SEVERE'],
  ])('%i of 380 absent', (absent, band, tier) => {
    expect(absenceBand(absent, 380)?.label).toBe(band);
    expect(absenceTier(absent, 380, thresholds)).toBe(tier);
  });

  test('there is no band without a possible session', () => {
    expect([absenceBand(0, 0), absenceTier(0, 0, thresholds), left(0, 0)]).toEqual([null, null, null]);
    expect(ABSENCE_BANDS).toHaveLength(21);
  });

  test.each([[0, 380, 37], [30, 380, 7], [37, 380, 0], [60, 380, 0], [0, 241, 24], [0, 5, 0]])(
    '%i absent of %i by the year’s end leaves %i', (absent, possible, sessions) => expect(left(absent, possible)).toBe(sessions));
});

describe('groups', () => {
  test('one pupil at two schools: two enrolments, or one pupil', () => {
    const enrolments = [{ pupilId: 1, possible: 100, absent: 8 }, { pupilId: 1, possible: 60, absent: 12 }];
    expect(enrolments.map((each) => ratePercent(each.absent, each.possible))).toEqual([8, 20]);
    expect(aggregate(enrolments, thresholds)).toMatchObject({ counted: 2, persistent: 1, persistentPercent: 50 });
    expect(aggregate(poolByPupil(enrolments), thresholds)).toMatchObject({ counted: 1, possible: 160, absent: 20, absencePercent: 12.5, persistent: 1, persistentPercent: 100 });
  });

  test('rates pool sessions and are no mean of rates', () => {
    const group = aggregate([{ possible: 380, absent: 19 }, { possible: 380, absent: 38 }, { possible: 100, absent: 50 }, { possible: 0, absent: 0 }], thresholds, 2);
    expect(group).toEqual({
      members: 4, counted: 3, possible: 860, absent: 107, persistent: 2, severe: 1, absencePercent: 12.44, persistentPercent: 66.67, severePercent: 33.33,
    });
  });

  test('a total is the sum of its schools', () => {
    const absence = fc.integer({ min: 0, max: 380 }).chain((possible) => fc.record({ possible: fc.constant(possible), absent: fc.integer({ min: 0, max: possible }) }));
    fc.assert(fc.property(fc.array(absence), fc.array(absence), (one, other) => {
      const [first, second, whole] = [one, other, [...one, ...other]].map((each) => aggregate(each, thresholds));
      for (const key of ['members', 'counted', 'possible', 'absent', 'persistent', 'severe'] as const) expect(first![key] + second![key]).toBe(whole![key]);
    }));
  });
});

describe('patterns in the week', () => {
  const weeks = ['/\\/\\/\\IIOO    ', 'OO/\\/\\/\\/O    ', '/\\L\\/\\/\\UO    '];

  test('three weeks by weekday and by half day', () => {
    const all = countMarks(weeks.join(''));
    expect(all).toMatchObject({ possible: 30, authorised: 2, unauthorised: 7, lateBefore: 1, lateAfter: 1 });
    expect(ratePercent(all.authorised + all.unauthorised, all.possible)).toBe(30);
    expect(ratePercent(2, 30, 2)).toBe(6.67);
    const missed = countByWeekday(weeks).map((day) => [day.authorised + day.unauthorised, day.possible]);
    expect(missed).toEqual([[2, 6], [0, 6], [0, 6], [2, 6], [5, 6], [0, 0], [0, 0]]);
    const { morning, afternoon } = countByHalfDay(weeks);
    expect([morning.authorised + morning.unauthorised, morning.possible]).toEqual([4, 15]);
    expect([afternoon.authorised + afternoon.unauthorised, afternoon.possible]).toEqual([5, 15]);
    expect([ratePercent(4, 15, 2), ratePercent(5, 15, 2)]).toEqual([26.67, 33.33]);
  });

  test('slots add up to the whole', () =>
    expect(countBySlot(weeks).reduce((total, slot) => total + slot.possible, 0)).toBe(30));
});

describe('what must always hold', () => {
  const marks = fc.array(fc.constantFrom(...MARK_ALPHABET, ' '), { maxLength: 400 }).map((all) => all.join(''));
  const standing = (text: string) => {
    const { possible } = countMarks(text);
    const absent = absentOf(text);
    return { rate: ratePercent(absent, possible, 2), persistent: persistently(absent, possible), severe: severely(absent, possible) };
  };

  test('resolving N to I or O moves absence between kinds and nothing else', () => {
    fc.assert(fc.property(marks, fc.constantFrom('I', 'O'), (text, reason) => {
      const resolved = text.replaceAll('N', reason);
      expect(countMarks(resolved)).toMatchObject({ possible: countMarks(text).possible, attended: countMarks(text).attended });
      expect(absentOf(resolved)).toBe(absentOf(text));
    }));
  });

  test('marks outside the rate never change it', () => {
    const outside = fc.constantFrom(...MARKS_BY_CATEGORY.NOT_POSSIBLE, ...MARKS_BY_CATEGORY.ADMIN, '-', ' ');
    fc.assert(fc.property(marks, fc.array(outside), (text, added) => expect(standing(text + added.join(''))).toEqual(standing(text))));
  });

  test('one more absence never lowers a pupil’s standing, one more attendance never raises it', () => {
    const absences = fc.constantFrom(...MARKS_BY_CATEGORY.AUTHORISED, ...MARKS_BY_CATEGORY.UNAUTHORISED);
    const attendances = fc.constantFrom(...MARKS_BY_CATEGORY.PRESENT, ...MARKS_BY_CATEGORY.APPROVED_EDUCATION);
    fc.assert(fc.property(marks, absences, attendances, (text, absence, attendance) => {
      const [before, worse, better] = [standing(text), standing(text + absence), standing(text + attendance)];
      if (before.persistent) expect(worse.persistent).toBe(true);
      if (before.severe) expect(worse.severe).toBe(true);
      if (before.persistent === false) expect(better.persistent).toBe(false);
      if (before.severe === false) expect(better.severe).toBe(false);
    }));
  });

  test('severe absence is persistent absence, and no possible session means neither', () => {
    fc.assert(fc.property(fc.nat(400), fc.nat(400), (one, other) => {
      const [absent, possible] = one < other ? [one, other] : [other, one];
      if (severely(absent, possible)) expect(persistently(absent, possible)).toBe(true);
    }));
    expect([persistently(0, 0), severely(0, 0)]).toEqual([null, null]);
  });
});
