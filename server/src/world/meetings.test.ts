import { openSchoolDays } from '@attendance/shared/calendar';
import { answerProblem, coverageRows, coverageTotals, isMeetingHeld, type AnswerPlace } from '@attendance/shared/meetings';
import { buildWorld, CAST } from './index.ts';
import { actionsOf, type AgreedAction } from './meetings-actions.ts';
import { boxesOf, SEND_OFFICER, spokenOf, type AbsentPupil, type SpokenOf } from './meetings-papers.ts';
import { planMeetings, type PlannedMeeting } from './meetings-plan.ts';
import { CASES, WHAT } from './meetings-words.ts';
import { Random } from './random.ts';

const TODAY = '2026-11-19';
const world = buildWorld({ size: 'demo', today: TODAY });
const planned = planMeetings(world);
const now = planned.filter(({ isThisTerm }) => isThisTerm);
const ofSchool = (urn: number, meetings = now): PlannedMeeting[] => meetings.filter(({ story }) => story.place.schools.some((school) => school.urn === urn));
const subjects = new Set(CAST.map(({ subject }) => subject));
const absent = (count: number): AbsentPupil[] => Array.from({ length: count }, (_, index) => ({ pupilId: index + 1, schoolIds: [990417], possible: 100, absent: 90 - index, helpers: [] }));

/** Papers and actions of a meeting with as many absent pupils as asked for. */
function papers(meeting: PlannedMeeting, earlier: readonly AgreedAction[] = []): { pupils: readonly SpokenOf[]; actions: AgreedAction[]; boxes: ReturnType<typeof boxesOf> } {
  const [school, random] = [meeting.story.first, new Random(7, meeting.story.first.urn)];
  const pupils = spokenOf(absent(40), school.roll, random);
  return {
    pupils, actions: actionsOf({ meeting, school, pupils, people: undefined, today: TODAY, random, earlier, isReviewed: false }),
    boxes: boxesOf(meeting.story, new Map(), new Map([[school.urn, pupils]]), 'Priya Nandra', random),
  };
}

describe('the meetings of the practice authority', () => {
  test('the same world has the same meetings', () => {
    const told = (meetings: readonly PlannedMeeting[]): string => JSON.stringify(meetings.map(({ story }) => [story.onDay, story.place.atTime, story.steps]));
    expect(told(planMeetings(buildWorld({ size: 'demo', today: TODAY })))).toBe(told(planned));
  });

  test('every state is there, with a trust, a group, a check-in and two refusals of an independent school', () => {
    expect(new Set(now.map(({ story }) => story.status))).toEqual(new Set(['LOCKED', 'RECORD_ISSUED', 'HELD', 'PREPARED', 'BOOKED', 'OFFERED', 'DECLINED', 'CANCELLED', 'NO_SHOW']));
    expect(new Set(now.map(({ story }) => story.place.type))).toEqual(new Set(['SINGLE_SCHOOL', 'TRUST', 'SMALL_SCHOOLS_GROUP', 'CHECK_IN']));
    expect(ofSchool(990428)[0]!.story.steps.map(({ command }) => command)).toEqual(['OFFER', 'DECLINE', 'OFFER', 'DECLINE']);
    for (const { story } of planned.filter(({ story: { place } }) => place.type === 'TRUST')) expect(new Set(story.place.schools.map(({ trustId }) => trustId)).size).toBe(1);
  });

  test('Oakmere Academy is met on the next school day at half past ten, prepared by its champion', () => {
    const { story } = ofSchool(990417)[0]!;
    expect([story.onDay, story.place.atTime, story.status, story.place.officer]).toEqual([TODAY, '10:30', 'PREPARED', 'priya-nandra']);
    expect(story.steps.at(-1)).toMatchObject({ command: 'PREPARE', by: 'daniel-hargreave' });
    const saturday = planMeetings(buildWorld({ size: 'demo', today: '2026-11-21' })).find(({ story: { place, status } }) => place.schools[0]!.urn === 990417 && status === 'PREPARED');
    expect(saturday?.story.onDay).toBe('2026-11-23');
  });

  test('days are in order, on school days, and none that is told lies after today', () => {
    for (const { story } of planned) {
      expect(openSchoolDays(story.first.calendar)).toContain(story.onDay);
      const days = story.steps.map(({ on }) => on);
      expect(days).toEqual([...days].sort());
      expect(days.at(-1)! <= TODAY).toBe(true);
      expect(story.steps.every(({ by }) => by === null || subjects.has(by))).toBe(true);
      if (story.status === 'RECORD_ISSUED') expect(story.commentsUntil! >= TODAY).toBe(true);
      if (story.status === 'LOCKED') expect(story.commentsUntil! < story.lockedOn!).toBe(true);
    }
    const diary = planned.filter(({ story }) => story.status !== 'CANCELLED').map(({ story }) => `${story.place.officer} ${story.onDay} ${story.place.atTime}`);
    expect(new Set(diary).size).toBe(diary.length);
  });

  test('coverage has schools in each of its parts, and journeys find schools without an offer', () => {
    const rows = coverageRows({
      schools: world.schools.filter(({ laCode, statusCode }) => laCode === 990 && statusCode === 1).map(({ urn, phase, openedOn }) => ({ schoolId: urn, phase, openedOn, closedOn: null, frequency: 'TERMLY', coveredEarlierThisYear: false })),
      meetings: now.map(({ story }) => ({ type: story.place.type, status: story.status, heldOn: story.heldOn, schools: story.place.schools.map(({ urn }) => ({ schoolId: urn, isSectionComplete: story.issuedOn !== null })) })),
      offers: now.flatMap(({ story }) => { const refused = story.steps.filter(({ command }) => command === 'DECLINE').length; return story.steps.filter(({ command }) => command === 'OFFER').map((_, nth) => ({ schoolId: story.first.urn, isRefused: nth < refused })); }),
      term: { startsOn: '2026-09-01', endsOn: '2026-12-18' }, overdueFrom: '2026-11-16', today: TODAY,
    });
    const { covered, declined, inHand, outstanding, overdue } = coverageTotals(rows);
    expect(covered).toBeGreaterThan(8);
    expect([declined > 0, inHand > 3, outstanding > 1, overdue > 3]).toEqual([true, true, true, true]);
    for (const urn of [990407, 990408]) expect(ofSchool(urn)).toEqual([]);
  });

  test('a deadline is met, runs, is broken or is stopped, as the commands have it', () => {
    const clocks = now.flatMap(({ story }) => story.clocks());
    expect(clocks.some(({ metOn }) => metOn !== null)).toBe(true);
    for (const kind of ['PREPARATION', 'RECORD']) expect(clocks.filter((clock) => clock.kind === kind && clock.metOn === null && clock.stoppedOn === null && clock.dueOn < TODAY)).toHaveLength(1);
    for (const { story } of now.filter(({ story: { status } }) => status === 'CANCELLED' || status === 'NO_SHOW')) expect(story.clocks().every(({ stoppedOn }) => stoppedOn !== null)).toBe(true);
  });

  test('what is typed fits its boxes, and a record that was issued lacks nothing for a pupil', () => {
    for (const meeting of planned) {
      const { boxes, pupils } = papers(meeting);
      for (const { place, field, value } of boxes) expect([place, field, answerProblem(place as AnswerPlace, field, value)]).toEqual([place, field, null]);
      if (meeting.story.issuedOn === null) continue;
      const typed = (pupil: SpokenOf): string[] => boxes.filter(({ subject }) => subject === String(pupil.pupilId)).map(({ field }) => field);
      for (const pupil of pupils) expect(typed(pupil)).toEqual(expect.arrayContaining(pupil.isDiscussed ? ['SAID', 'PLAN_STATUS', 'BARRIERS', 'EARLY_HELP', 'RATING', 'SAFEGUARDING', 'DISCUSSED'] : ['NOT_DISCUSSED']));
    }
    expect(CASES.every(({ actions }) => actions.every((type) => WHAT[type] !== undefined))).toBe(true);
  });

  test('the SEND service wrote about pupils on its list before the meeting, and takes on what is asked of it about them alone', () => {
    const { story } = ofSchool(990404)[0]!;
    const [own, other] = [{ ...absent(2)[0]!, helpers: [SEND_OFFICER] }, absent(2)[1]!].map((pupil) => ({ ...pupil, isSevere: true, isDiscussed: true, words: { ...CASES[0]!, actions: ['EHC_NEEDS_REQUEST'] as const } }));
    const asked = (pupils: readonly SpokenOf[]): ReturnType<typeof boxesOf> => boxesOf(story, new Map(), new Map([[story.first.urn, pupils]]), 'Priya Nandra', new Random(7, 1));
    expect(asked([own!, other!]).filter(({ field }) => field === 'SEND')).toEqual([expect.objectContaining({ place: 'PARTNER', subject: '1', by: SEND_OFFICER, on: story.preparedOn })]);
    // Nothing else is said otherwise for it.
    expect(asked([own!, other!]).filter(({ field }) => field !== 'SEND')).toEqual(asked([{ ...own!, helpers: [] }, other!]).map((box) => (box.pupil?.pupilId === 1 ? { ...box, pupil: own } : box)));
    const actions = [1, 2, 3, 4, 5].flatMap((seed) => actionsOf({ meeting: ofSchool(990404)[0]!, school: story.first, pupils: [own!, other!], people: undefined, today: TODAY, random: new Random(7, seed), earlier: [], isReviewed: false }));
    const ownersOf = (of: SpokenOf): unknown[] => [...new Set(actions.filter(({ type, pupil }) => type === 'EHC_NEEDS_REQUEST' && pupil === of).map(({ side, owner }) => `${side} ${owner}`))];
    expect([ownersOf(own!), ownersOf(other!)]).toEqual([[`PARTNER ${SEND_OFFICER}`], ['SCHOOL null']]);
  });

  test('actions become tasks when the record is issued, and what was not done is carried on', () => {
    const then = planned.find(({ story, isThisTerm }) => !isThisTerm && story.first.urn === 990419)!;
    const before = papers(then).actions;
    const after = papers(ofSchool(990419)[0]!, before).actions;
    expect(after.filter(({ carriedFrom }) => carriedFrom !== null).every(({ carriedFrom }) => carriedFrom!.task!.status === 'PARTLY' || carriedFrom!.task!.status === 'NOT_DONE')).toBe(true);
    for (const { task, dueOn, overdueFrom } of [...before, ...after]) {
      expect(task!.steps[0]!.kind).toBe('MADE');
      expect(overdueFrom > dueOn).toBe(true);
      expect((task!.status === 'DONE') === (task!.doneOn !== null)).toBe(true);
      if (!['OPEN', 'IN_PROGRESS'].includes(task!.status)) expect(task!.note).not.toBe('');
      expect(task!.steps.every(({ on }) => on <= TODAY)).toBe(true);
    }
    const open = now.filter(({ story }) => isMeetingHeld(story.status) && story.issuedOn === null);
    for (const meeting of open) expect(papers(meeting).actions.every(({ task }) => task === null)).toBe(true);
  });

  test('a term that has just begun has meetings to come and none held', () => {
    const first = planMeetings(buildWorld({ size: 'demo', today: '2026-09-03' }));
    expect(first.filter(({ story, isThisTerm }) => isThisTerm && story.isHeld)).toEqual([]);
    expect(first.some(({ story, isThisTerm }) => !isThisTerm && story.isHeld)).toBe(true);
  });
});
