import fc from 'fast-check';
import { priorityLimits, proposeCohorts, proposePupils, pupilPriority, PUPIL_PRIORITIES, unmarkedPupils, type PriorityPupil } from './index.ts';

const LIMITS = priorityLimits('2026-11-19');
const pupil = (pupilId: string, more: Partial<PriorityPupil> = {}): PriorityPupil => ({
  pupilId, possible: 100, absent: 2, recentPossible: 40, recentAbsent: 1, plan: null, careStatus: null, agencies: 0, notSeenDays: 0, wasPersistent: null, isPartTimeLate: false, siblingSchools: 0, ...more,
});

describe('why a pupil is proposed', () => {
  test.each<[string, Partial<PriorityPupil>, string | null, string]>([
    ['nothing calls for it', {}, null, ''],
    ['severe at exactly half, without a plan', { absent: 50 }, 'SEVERE_NO_PLAN', 'Missed 50 of 100 sessions and has no plan.'],
    ['just below half, and nothing else', { absent: 49, recentAbsent: 20 }, null, ''],
    ['severe, plan not working', { absent: 60, plan: { isWorking: false } }, 'SEVERE_PLAN_FAILING', 'Missed 60 of 100 sessions, and the plan was not working at its last review.'],
    ['severe, plan working', { absent: 60, plan: { isWorking: true }, recentAbsent: 24 }, 'SEVERE_ON_PLAN', 'Missed 60 of 100 sessions; the plan was working at its last review.'],
    ['looked after and persistent', { absent: 10, careStatus: 'CLA', recentAbsent: 4 }, 'SOCIAL_WORKER', 'Is looked after and missed 10 of 100 sessions.'],
    ['in need, not persistent', { absent: 9, careStatus: 'CIN', recentAbsent: 4 }, null, ''],
    ['needs two agencies', { absent: 12, agencies: 2, recentAbsent: 5 }, 'SEVERAL_AGENCIES', 'Missed 12 of 100 sessions and needs 2 agencies.'],
    ['needs one agency', { absent: 12, agencies: 1, recentAbsent: 5 }, null, ''],
    ['not seen for ten days', { notSeenDays: 10 }, 'NOT_SEEN', 'Has not been seen for 10 school days.'],
    ['not seen for nine days', { notSeenDays: 9 }, null, ''],
    ['newly persistent', { absent: 10, wasPersistent: false, recentAbsent: 4 }, 'NEW_OR_FALLING', 'Became persistently absent since the last meeting: missed 10 of 100 sessions.'],
    ['persistent then and now', { absent: 10, wasPersistent: true, recentAbsent: 4 }, null, ''],
    ['fell by just 10 points', { absent: 4, recentAbsent: 4 }, null, ''],
    ['fell by a session more', { absent: 5, recentAbsent: 5 }, 'NEW_OR_FALLING', 'Attended 87.5% of the last 4 school weeks, 100% before.'],
    ['fell, on too few sessions', { possible: 45, absent: 20, recentPossible: 40, recentAbsent: 20 }, null, ''],
    ['part-time past its review', { isPartTimeLate: true }, 'PART_TIME_LATE', 'Is on a part-time timetable past its review.'],
    ['brothers and sisters elsewhere', { absent: 12, recentAbsent: 5, siblingSchools: 2 }, 'SIBLINGS', 'Missed 12 of 100 sessions, with brothers or sisters persistently absent at 2 other schools.'],
    ['no session yet', { possible: 0, absent: 0, recentPossible: 0, recentAbsent: 0, careStatus: 'CLA' }, null, ''],
  ])('%s', (_name, more, priority, reason) => {
    const found = pupilPriority(pupil('a', more), LIMITS);
    expect(found?.priority ?? null).toBe(priority);
    expect(found?.reason ?? '').toBe(reason);
  });

  test('the first reason leads and the others stay', () => expect(pupilPriority(pupil('a', { absent: 60, careStatus: 'CPP', notSeenDays: 12, recentAbsent: 24 }), LIMITS)).toMatchObject({ priority: 'SEVERE_NO_PLAN', also: ['SOCIAL_WORKER', 'NOT_SEEN'] }));
});

describe('the pupils proposed', () => {
  test('come by priority, then by absence', () => expect(proposePupils([
    pupil('siblings', { absent: 12, siblingSchools: 1, recentAbsent: 5 }), pupil('severe-60', { absent: 60 }), pupil('unseen', { notSeenDays: 11 }), pupil('severe-80', { absent: 80 }), pupil('fine'), pupil('failing', { absent: 90, plan: { isWorking: false } }),
  ], LIMITS)).toMatchObject({ proposed: ['severe-80', 'severe-60', 'failing', 'unseen', 'siblings'].map((pupilId) => ({ pupilId })), beyond: 0 }));

  const severe = (count: number) => Array.from({ length: count }, (_, index) => pupil(`s${String(index).padStart(2, '0')}`, { absent: 50 + index }));
  const unseen = (count: number) => Array.from({ length: count }, (_, index) => pupil(`u${String(index).padStart(2, '0')}`, { notSeenDays: 10 }));
  test.each([[3, 20, 15, 8], [15, 4, 15, 4], [18, 4, 18, 4], [0, 5, 5, 0]])('%i severe and %i others: %i proposed, %i beyond', (severes, others, proposed, beyond) => {
    const found = proposePupils([...unseen(others), ...severe(severes)], LIMITS);
    expect([found.proposed.length, found.beyond]).toEqual([proposed, beyond]);
  });

  const anyPupil = fc.record({
    possible: fc.integer({ min: 40, max: 200 }), share: fc.nat(100), recentShare: fc.nat(100), plan: fc.option(fc.record({ isWorking: fc.boolean() })), careStatus: fc.constantFrom(null, 'CLA', 'CPP', 'CIN'), agencies: fc.nat(3), notSeenDays: fc.nat(12),
    wasPersistent: fc.constantFrom(null, true, false), isPartTimeLate: fc.boolean(), siblingSchools: fc.nat(2),
  }).map(({ possible, share, recentShare, ...rest }): Omit<PriorityPupil, 'pupilId'> => {
    const [recentPossible, absent] = [Math.floor(possible / 3), Math.floor((possible * share) / 100)];
    return { possible, absent, recentPossible, recentAbsent: Math.min(absent, Math.max(absent - (possible - recentPossible), Math.floor((recentPossible * recentShare) / 100))), ...rest };
  });
  test('every severely absent pupil is among them, the limit holds, and the order does not depend on the order given', () => fc.assert(fc.property(fc.array(anyPupil, { maxLength: 40 }), (some) => {
    const pupils = some.map((each, index): PriorityPupil => ({ pupilId: `p${String(index).padStart(2, '0')}`, ...each }));
    const { proposed, beyond } = proposePupils(pupils, LIMITS);
    const severeIds = pupils.filter(({ absent, possible }) => absent * 2 >= possible).map(({ pupilId }) => pupilId);
    expect(severeIds.filter((id) => !proposed.some(({ pupilId }) => pupilId === id))).toEqual([]);
    expect(proposed.length).toBeLessThanOrEqual(Math.max(15, severeIds.length));
    expect(proposed.length + beyond).toBe(pupils.filter((each) => pupilPriority(each, LIMITS) !== null).length);
    const ranks = proposed.map(({ priority }) => PUPIL_PRIORITIES.indexOf(priority));
    expect([...ranks].sort((one, other) => one - other)).toEqual(ranks);
    expect(proposed.every(({ reason }) => /^[A-Z].*\.$/.test(reason))).toBe(true);
    expect(proposePupils([...pupils].reverse(), LIMITS)).toEqual({ proposed, beyond });
  })));
});

describe('groups', () => {
  const school = { pupils: 400, persistent: 80 };
  test.each([
    ['5.0 points above the school', 20, 5, true], ['just below', 40, 9, false], ['ten pupils', 10, 4, true], ['nine pupils', 9, 9, false], ['at the school’s rate', 50, 10, false], ['nobody', 0, 0, false],
  ])('%s', (_name, pupils, persistent, isProposed) => expect(proposeCohorts([{ cohort: 'Year 9', pupils, persistent }], school, LIMITS)).toHaveLength(isProposed ? 1 : 0));
  test('the furthest above comes first, with its reason', () => expect(proposeCohorts([{ cohort: 'Year 9', pupils: 40, persistent: 12 }, { cohort: 'SEN support', pupils: 30, persistent: 15 }], school, LIMITS)).toEqual([
    { cohort: 'SEN support', reason: '15 of 30 pupils are persistently absent (50%), beside 20% of the school.' }, { cohort: 'Year 9', reason: '12 of 40 pupils are persistently absent (30%), beside 20% of the school.' },
  ]));
});

describe('before a record is issued', () => {
  test('each pupil is discussed, or left out with a reason', () => expect(unmarkedPupils([
    { pupilId: 'a', isDiscussed: true, notDiscussedReason: null }, { pupilId: 'b', isDiscussed: false, notDiscussedReason: 'Moved away' }, { pupilId: 'c', isDiscussed: false, notDiscussedReason: null }, { pupilId: 'd', isDiscussed: false, notDiscussedReason: '  ' },
  ])).toEqual(['c', 'd']));
});
