import fc from 'fast-check';
import { draftBeside, isDraftPart } from '../tasks/index.ts';
import {
  barrierGroupsOf, EARLY_HELP_OFFER_WORDS, findPupilBarrier, HALF_TYPED, isActionLine, isSectionComplete, PLAN_STATUS_WORDS, planAtMeeting, PUPIL_BARRIER_GROUPS, PUPIL_BARRIER_LIST, pupilRating, ratingLimits, ratingNeedsReason, RATING_WORDS, schoolRating, sectionGaps,
  SUPPORT_SERVICE_NAMES, SUPPORT_SERVICES, type PlanProgress, type PupilLine, type RatedPupil, type SchoolSection,
} from './index.ts';

const LIMITS = ratingLimits('2026-11-19');
const rated = (more: Partial<RatedPupil> = {}): RatedPupil => ({ possible: 100, absent: 20, recentPossible: 60, recentAbsent: 12, notSeenDays: 0, plan: 'ON_COURSE', ...more });

test('until a meeting has said whether there is a plan, the last issued record has, as long as it is in date', () => {
  const before = (value: string, isInDate = true) => ({ value, isInDate });
  expect([planAtMeeting('', undefined), planAtMeeting('', before('IN_PLACE_WORKING')), planAtMeeting('', before('IN_PLACE_WORKING', false)), planAtMeeting('NONE', before('IN_PLACE_WORKING')), planAtMeeting('', before('no such word'))])
    .toEqual(['NONE', 'IN_PLACE_WORKING', 'NONE', 'NONE', 'NONE']);
});

test('half-typed lines of actions are known by their field, and what is chosen beside them is none', () => {
  const lines = [HALF_TYPED.action(1, 'PUPIL', 7), HALF_TYPED.action(1, 'SCHOOL', null), HALF_TYPED.change(9)];
  const others = [...lines.map((line) => draftBeside(line, 'SERVICE')), HALF_TYPED.review(3), HALF_TYPED.addPupil(1), HALF_TYPED.comment];
  expect([lines.every(isActionLine), others.some(isActionLine), [...lines, ...others].every(isDraftPart)]).toEqual([true, false, true]);
});

describe('the rating proposed for a pupil', () => {
  test.each<[string, Partial<RatedPupil>, string, string]>([
    ['severe', { absent: 50, plan: 'ON_TARGET' }, 'RED', 'Severely absent: missed 50 of 100 sessions'],
    ['unseen', { notSeenDays: 10, plan: 'ON_TARGET' }, 'RED', 'Not seen for 10 school days'],
    ['no plan', { plan: 'NONE' }, 'RED', 'No plan: missed 20 of 100 sessions'],
    ['plan on course', {}, 'AMBER', 'The plan is on course: missed 20 of 100 sessions'],
    ['plan late', { plan: 'LATE' }, 'AMBER', 'The plan is late'],
    ['plan on target', { plan: 'ON_TARGET' }, 'GREEN', 'The plan is on target'],
    ['under 10% lately, without a plan', { recentAbsent: 5, plan: 'NONE' }, 'GREEN', 'Missed 5 of 60 sessions in the last 30 school days'],
    ['exactly 10% lately', { recentAbsent: 6 }, 'AMBER', 'The plan is on course: missed 20 of 100 sessions'],
    ['no session lately', { recentPossible: 0, recentAbsent: 0, plan: 'NONE' }, 'RED', 'No plan: missed 20 of 100 sessions'],
  ])('%s', (_name, more, rating, reason) => expect(pupilRating(rated(more), LIMITS)).toEqual({ rating, reason }));

  test('is never green for who is severely absent or unseen', () => fc.assert(fc.property(fc.nat(100), fc.nat(20), fc.constantFrom<PlanProgress>('NONE', 'LATE', 'ON_COURSE', 'ON_TARGET'), fc.nat(60), (absent, notSeenDays, plan, recentAbsent) => {
    const { rating } = pupilRating(rated({ absent, notSeenDays, plan, recentAbsent: Math.min(absent, recentAbsent) }), LIMITS);
    if (absent >= 50 || notSeenDays >= 10) expect(rating).toBe('RED');
    expect(Object.keys(RATING_WORDS)).toContain(rating);
  })));
});

describe('the rating proposed for a school', () => {
  test.each([['INTENSIVE', 0, 'RED'], ['UNIVERSAL', 2, 'RED'], ['TARGETED', 2, 'RED'], ['TARGETED', 1, 'AMBER'], ['UNIVERSAL', 1, 'GREEN']] as const)('%s, %i terms without a meeting: %s', (tier, without, rating) => expect(schoolRating(tier, without, LIMITS).rating).toBe(rating));
  test.each([['RED', 'RED', false], ['RED', 'AMBER', true], ['RED', null, false]] as const)('proposed %s, chosen %p: a reason is asked for: %p', (proposed, chosen, isAsked) => expect(ratingNeedsReason(proposed, chosen)).toBe(isAsked));
});

const line = (more: Partial<PupilLine> = {}): PupilLine => ({
  pupilId: 'a', isDiscussed: true, notDiscussedReason: null, planStatus: 'IN_PLACE_WORKING', barriers: ['ANXIETY'], earlyHelp: 'NO', leadPractitioner: 'School: Kerry Adeyemi', proposedRating: 'AMBER', rating: 'AMBER', ratingReason: null, isSafeguardingAsked: true, ...more,
});
const section = (more: Partial<SchoolSection> = {}): SchoolSection => ({
  findings: 'Fridays have come back.', trend: 'IMPROVING', dataQuality: 'GOOD', schoolRating: 'AMBER', proposedRating: 'RED', officerRating: 'RED', ratingReason: null, pupils: [line()], openPreviousActions: 0, ...more,
});

describe('a school’s section', () => {
  test.each<[string, SchoolSection, string[]]>([
    ['complete', section(), []], ['complete without pupils', section({ pupils: [] }), []],
    ['nothing in it', section({ findings: ' ', trend: null, dataQuality: null, schoolRating: null, officerRating: null }), ['Write what was found', 'Choose the trend', 'Say how good the registers are', 'Enter the school’s rating', 'Enter the officer’s rating']],
    ['officer differs', section({ officerRating: 'AMBER' }), ['Say why the officer’s rating differs from the one proposed']], ['officer differs and says why', section({ officerRating: 'AMBER', ratingReason: 'New champion in post' }), []],
    ['actions left', section({ openPreviousActions: 2 }), ['Close 2 actions of the last meeting, with what came of it']],
    ['a pupil left unmarked', section({ pupils: [line(), line({ isDiscussed: false, planStatus: null })] }), ['Mark 1 pupil as discussed, or say why not']],
    ['a pupil left out with a reason', section({ pupils: [line({ isDiscussed: false, notDiscussedReason: 'Moved away', planStatus: null, rating: null })] }), []],
    ['a pupil discussed, nothing said', section({ pupils: [line({ planStatus: null, barriers: [], earlyHelp: null, rating: null, isSafeguardingAsked: false, leadPractitioner: null })] }), [
      'Say whether there is a plan for 1 pupil', 'Choose a barrier for 1 pupil', 'Say whether early help was offered for 1 pupil', 'Answer the safeguarding question for 1 pupil', 'Rate 1 pupil',
    ]],
    ['plans without a lead', section({ pupils: [line({ leadPractitioner: null }), line({ leadPractitioner: '' }), line({ planStatus: 'NONE', leadPractitioner: null })] }), ['Name the lead practitioner of 2 pupils with a plan']],
    ['a barrier nobody knows', section({ pupils: [line({ barriers: ['WEATHER'] })] }), ['Choose a barrier for 1 pupil']],
    ['rated otherwise', section({ pupils: [line({ rating: 'GREEN' }), line({ rating: 'RED' })] }), ['Say why 2 pupils are rated otherwise than proposed']],
  ])('%s', (_name, given, gaps) => {
    expect(sectionGaps(given)).toEqual(gaps);
    expect(isSectionComplete(given)).toBe(gaps.length === 0);
  });
});

describe('lists of the form', () => {
  test('barriers have a code of their own, in eleven groups', () => {
    expect(PUPIL_BARRIER_GROUPS).toHaveLength(11);
    expect(new Set(PUPIL_BARRIER_LIST.map(({ code }) => code)).size).toBe(PUPIL_BARRIER_LIST.length);
    expect(new Set(PUPIL_BARRIER_LIST.map(({ label }) => label)).size).toBe(PUPIL_BARRIER_LIST.length);
    expect(findPupilBarrier('YOUNG_CARER')).toEqual({ code: 'YOUNG_CARER', group: 'FAMILY', label: 'Young carer' });
    expect(barrierGroupsOf(['YOUNG_CARER', 'ROUTINES', 'SLEEP', 'WEATHER'])).toEqual(['CHILD_HEALTH', 'FAMILY']);
  });
  test.each([[PLAN_STATUS_WORDS], [EARLY_HELP_OFFER_WORDS], [SUPPORT_SERVICES]] as [Record<string, string>][])('%j has a word of its own for each', (words) => expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length));
  test('there are 25 services', () => expect(SUPPORT_SERVICE_NAMES).toHaveLength(25));
});
