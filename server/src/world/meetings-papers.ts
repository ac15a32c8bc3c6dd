import type { Urn } from './cast.ts';
import type { WorldSchool } from './model.ts';
import type { MeetingStory } from './meetings-story.ts';
import { championOf } from './meetings-plan.ts';
import { CASES, FEEDBACK, FINDINGS, NOT_DISCUSSED, OAKMERE_PREPARATION, OF_THE_AREA, PRACTICE, PREPARATION, SEND_LINES, TO_SHARE, type CaseWords } from './meetings-words.ts';
import { CAST, OAKMERE } from './cast.ts';
import type { Random } from './random.ts';

/** A pupil who missed much before a meeting: sessions of the weeks before it. */
export interface AbsentPupil { readonly pupilId: number; readonly schoolIds: readonly number[]; readonly possible: number; readonly absent: number; readonly helpers: readonly string[] }
/** A pupil a meeting speaks about, with what stands between them and school. */
export interface SpokenOf extends AbsentPupil { readonly isSevere: boolean; readonly words: CaseWords; readonly isDiscussed: boolean }
/** What is typed in one box. `by` is a person of the cast, or nobody of it. */
export interface Box { readonly schoolId: Urn; readonly pupil: AbsentPupil | null; readonly place: string; readonly subject: string; readonly field: string; readonly value: string; readonly by: string | null; readonly on: string }
/** Names of a school's own people, from its contacts. */
export interface SchoolPeople { readonly champion: string; readonly head: string }

/** The severe half first and the others spread over what is left: a list an officer would bring. */
export function spokenOf(pupils: readonly AbsentPupil[], roll: number, random: Random): SpokenOf[] {
  const most = roll < 100 ? random.between(3, 5) : roll < 450 ? random.between(5, 8) : random.between(9, 14);
  const isSevere = ({ absent, possible }: AbsentPupil): boolean => absent * 2 >= possible;
  const severe = pupils.filter(isSevere).slice(0, Math.ceil(most / 2));
  const others = pupils.filter((pupil) => !isSevere(pupil));
  const wanted = Math.min(others.length, most - severe.length);
  const spread = Array.from({ length: wanted }, (_, index) => others[Math.floor((index * others.length) / wanted)]!);
  return [...severe, ...spread].map((pupil, index) => ({ ...pupil, isSevere: isSevere(pupil), words: random.pick(CASES), isDiscussed: index < 5 || !random.chance(0.12) }));
}

/** Why the pupil is on the list, as the pack would say. */
export const reasonOf = ({ absent, possible, isSevere }: SpokenOf): string => `Missed ${absent} of ${possible} sessions${isSevere ? ' and has no plan' : ' in the weeks before the meeting'}.`;

/** Everything typed for one meeting, as far as it has come. `pupils` by school. */
export function boxesOf(story: MeetingStory, people: ReadonlyMap<Urn, SchoolPeople>, pupils: ReadonlyMap<Urn, readonly SpokenOf[]>, officerName: string, random: Random): Box[] {
  return story.place.schools.flatMap((school) => [
    ...(story.preparedOn === null ? [] : preparation(school, story.preparedOn, random)),
    ...partnerLine(story, school, random),
    ...(story.isHeld ? [...present(story, school, people.get(school.urn), officerName), ...section(story, school, random), ...(pupils.get(school.urn) ?? []).flatMap((pupil, index) => pupilBoxes(story, school, pupil, people.get(school.urn), index, random))] : []),
    ...sendLines(story, school, pupils.get(school.urn) ?? []),
  ]);
}

function preparation(school: WorldSchool, on: string, random: Random): Box[] {
  const words = school.urn === OAKMERE ? Object.entries(OAKMERE_PREPARATION) : Object.entries(PREPARATION).flatMap(([field, texts], index) => (index < 4 || random.chance(0.5) ? [[field, random.pick(texts)] as const] : []));
  return words.map(([field, value]) => ({ schoolId: school.urn, pupil: null, place: 'PREPARATION', subject: '', field, value, by: championOf(school), on }));
}

function partnerLine(story: MeetingStory, school: WorldSchool, random: Random): Box[] {
  if (story.preparedOn === null || !random.chance(0.3)) return [];
  return [{ schoolId: school.urn, pupil: null, place: 'PARTNER', subject: '', field: 'EARLY_HELP', value: 'Two families of this school are with us. Both have a worker and a plan.', by: story.place.officer, on: story.preparedOn }];
}

/** Who of the cast speaks for the SEND service. */
export const SEND_OFFICER = CAST.find(({ role }) => role === 'SEND_OFFICER')!.subject;

/** What the SEND service had written about pupils on its list when the school had prepared. Drawn from nothing, so that everything else said stays as it was. */
function sendLines(story: MeetingStory, school: WorldSchool, pupils: readonly SpokenOf[]): Box[] {
  const { preparedOn } = story;
  if (preparedOn === null) return [];
  return pupils.filter(({ helpers, pupilId }) => helpers.includes(SEND_OFFICER) && pupilId % 3 !== 0).map((pupil, nth) => sendLine(school.urn, pupil, SEND_LINES[nth % SEND_LINES.length]!, preparedOn));
}

/** A line of the SEND service about one pupil. */
export const sendLine = (schoolId: Urn, pupil: AbsentPupil, value: string, on: string): Box => ({ schoolId, pupil, place: 'PARTNER', subject: String(pupil.pupilId), field: 'SEND', value, by: SEND_OFFICER, on });

function present(story: MeetingStory, school: WorldSchool, people: SchoolPeople | undefined, officerName: string): Box[] {
  const { heldOn } = story;
  const there = [
    ...(school === story.first ? [[castKey(story.place.officer), officerName, 'OFFICER'] as const] : []),
    [castKey(championOf(school)) ?? `champion-${school.urn}`, people?.champion ?? 'Attendance champion', 'CHAMPION'] as const,
    ...(school.urn % 2 === 0 && people ? [[`head-${school.urn}`, people.head, 'HEAD'] as const] : []),
  ];
  return there.flatMap(([subject, name, part]) => Object.entries({ NAME: name, PART: part, HERE: 'YES' }).map(([field, value]) => ({ schoolId: school.urn, pupil: null, place: 'PRESENT', subject: subject ?? '', field, value, by: story.place.officer, on: heldOn ?? story.onDay })));
}

/** Somebody of the cast on the list of those present, until the database has given them a number. */
const CAST_MARK = '@';
const castKey = (subject: string | null): string | null => (subject === null ? null : `${CAST_MARK}${subject}`);
/** The person of the cast a line of that list is about, or null. */
export const castOnList = (subject: string): string | null => (subject.startsWith(CAST_MARK) ? subject.slice(CAST_MARK.length) : null);

/** A record that is still written has its findings and lacks the rest. */
function section(story: MeetingStory, school: WorldSchool, random: Random): Box[] {
  const rating = school.climate > 0.12 ? 'RED' : school.climate > -0.12 ? 'AMBER' : 'GREEN';
  const values: Record<string, string> = { FINDINGS: `${random.pick(FINDINGS)} ${random.pick(PRACTICE)}`, TREND: random.pick(['IMPROVING', 'STEADY', 'STEADY', 'DECLINING']) };
  if (story.issuedOn !== null) {
    Object.assign(values, {
      DATA_QUALITY: school.silentDays > 0 ? 'ISSUES' : 'GOOD', PRACTICE: random.pick(PRACTICE), SCHOOL_RATING: rating === 'RED' ? 'AMBER' : rating, OFFICER_RATING: rating, RATING_REASON: 'As seen in the registers and in what the school showed', FEEDBACK: random.pick(FEEDBACK),
      ...(random.chance(0.55) ? { PRACTICE_TO_SHARE: random.pick(TO_SHARE) } : {}), ...(random.chance(0.45) ? { AREA_BARRIER: random.pick(OF_THE_AREA) } : {}),
    });
  }
  return Object.entries(values).map(([field, value]) => ({ schoolId: school.urn, pupil: null, place: 'SECTION', subject: '', field, value, by: story.place.officer, on: story.heldOn ?? story.onDay }));
}

function pupilBoxes(story: MeetingStory, school: WorldSchool, pupil: SpokenOf, people: SchoolPeople | undefined, index: number, random: Random): Box[] {
  const values: Record<string, string> = {};
  const hasPlan = random.chance(pupil.isSevere ? 0.7 : 0.5);
  const plan = !hasPlan ? 'NONE' : random.chance(0.6) ? 'IN_PLACE_WORKING' : 'IN_PLACE_NOT_WORKING';
  const { words } = pupil;
  if (!pupil.isDiscussed) values.NOT_DISCUSSED = random.pick(NOT_DISCUSSED);
  // The record that is still written stops after the first few.
  else if (story.issuedOn !== null || index < 3) {
    Object.assign(values, {
      SAID: random.pick(words.said), PLAN_STATUS: plan, ...(hasPlan ? { LEAD: `School: ${people?.champion ?? 'attendance champion'}` } : {}), BARRIERS: words.barriers.slice(0, random.between(1, 2)).join(','), STRATEGIES: random.pick(words.tried), EARLY_HELP: words.earlyHelp,
      RATING: pupil.isSevere || !hasPlan ? 'RED' : plan === 'IN_PLACE_WORKING' ? 'GREEN' : 'AMBER', ...(pupil.isSevere || !hasPlan ? {} : { RATING_REASON: plan === 'IN_PLACE_WORKING' ? 'The plan works' : 'The plan is new' }), SAFEGUARDING: 'YES', DISCUSSED: 'YES',
    });
  }
  return Object.entries(values).map(([field, value]) => ({ schoolId: school.urn, pupil, place: 'PUPIL', subject: String(pupil.pupilId), field, value, by: story.place.officer, on: story.heldOn ?? story.onDay }));
}
