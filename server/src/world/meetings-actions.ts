import { ACTION_TYPES, defaultDue, overdueFrom, serviceAskedBy, type ActionType, type MeetingSide, type SupportService } from '@attendance/shared/meetings';
import { isTaskOpen, type TaskScope, type TaskStatus } from '@attendance/shared/tasks';
import { CAST, OAKMERE, type Urn } from './cast.ts';
import { SEND_OFFICER, type SchoolPeople, type SpokenOf } from './meetings-papers.ts';
import type { PlannedMeeting } from './meetings-plan.ts';
import type { WorldSchool } from './model.ts';
import { OUTCOMES, WHAT } from './meetings-words.ts';
import { weighted, type Random } from './random.ts';

/** A line of the history of a task. */
export interface TaskStep { readonly kind: 'MADE' | 'MOVED' | 'NOTED'; readonly status: TaskStatus; readonly note: string; readonly by: string | null; readonly on: string }
/** An action of a meeting, and the task it became when the record was issued. */
export interface AgreedAction {
  readonly meeting: PlannedMeeting; readonly schoolId: Urn; readonly pupil: SpokenOf | null; readonly type: ActionType; readonly scope: TaskScope; readonly what: string; readonly side: MeetingSide | 'PARTNER';
  readonly owner: string | null; readonly ownerName: string; readonly dueOn: string; readonly overdueFrom: string; readonly priority: 'NORMAL' | 'HIGH'; readonly service: SupportService | null; readonly carriedFrom: AgreedAction | null;
  readonly task: { readonly status: TaskStatus; readonly doneOn: string | null; readonly note: string; readonly steps: readonly TaskStep[] } | null;
}

/** Who of the cast takes on what partners do. */
const PARTNERS: Readonly<Partial<Record<ActionType, string>>> = { TAF_MEETING: 'yusuf-karim', GP_LETTER_OR_SCHOOL_NURSE: 'joan-abara', VIRTUAL_SCHOOL_CONSULT: 'owen-tallis' };
const OF_SCHOOL: readonly ActionType[] = ['REGISTER_OR_CODING_FIX', 'PARENT_COMMUNICATION', 'PUNCTUALITY_ROUTINE', 'STAFF_TRAINING', 'POLICY_CHANGE', 'SHARE_PRACTICE'];
/** What any family is asked for first: most meetings agree one of these for most pupils. */
const EVERYDAY = weighted<ActionType>([['SCHOOL_MEET_PARENT', 5], ['ATTENDANCE_PLAN', 4], ['HOME_VISIT', 3], ['CHECK_IN_MENTOR', 2], ['EARLY_HELP_REFERRAL', 2]]);
const ENDED = weighted<TaskStatus>([['DONE', 68], ['PARTLY', 13], ['NOT_DONE', 11], ['NO_LONGER_NEEDED', 5], ['OPEN', 12]]);
const MOST_CARRIED = 3;
const SCHOOL_ROLES: readonly string[] = ['ATTENDANCE_CHAMPION', 'HEADTEACHER', 'DSL'];

const castOf = (subject: string | null): string => CAST.find((member) => member.subject === subject)?.fullName ?? '';

/** Who was asked, and what it takes to know how each action of a school's part in a meeting ended. */
export interface ActionQuestion {
  readonly meeting: PlannedMeeting; readonly school: WorldSchool; readonly pupils: readonly SpokenOf[]; readonly people: SchoolPeople | undefined; readonly today: string; readonly random: Random;
  /** What the meeting before agreed with this school, and whether a later meeting has looked at what this one agrees. */
  readonly earlier: readonly AgreedAction[]; readonly isReviewed: boolean;
}

/** The actions of one school's part in a held meeting: one or two for each pupil spoken about, some for the school, and what was carried over. */
export function actionsOf(question: ActionQuestion): AgreedAction[] {
  const { meeting, pupils, random, earlier } = question;
  const talked = pupils.filter(({ isDiscussed }) => isDiscussed).slice(0, meeting.story.issuedOn === null ? 3 : pupils.length);
  const carried = earlier.filter(({ task }) => task?.status === 'PARTLY' || task?.status === 'NOT_DONE').slice(0, MOST_CARRIED);
  const about = talked.flatMap((pupil) => {
    const first = random.chance(0.6) ? EVERYDAY(random) : random.pick(pupil.words.actions);
    const second = random.pick(pupil.words.actions);
    return [agreed(question, first, pupil), ...(second !== first && random.chance(0.45) ? [agreed(question, second, pupil)] : [])];
  });
  const ofSchool = [random.pick(OF_SCHOOL.slice(0, 3)), random.pick(OF_SCHOOL.slice(3))];
  return [...carried.map((from) => agreed(question, from.type, from.pupil, from)), ...about, ...ofSchool.slice(0, random.between(1, 2)).map((type) => agreed(question, type, null))];
}

function agreed(question: ActionQuestion, type: ActionType, pupil: SpokenOf | null, carriedFrom: AgreedAction | null = null): AgreedAction {
  const { meeting, school, random } = question;
  const heldOn = meeting.story.heldOn ?? meeting.story.onDay;
  const what = carriedFrom?.what ?? random.pick(WHAT[type] ?? ['See to this before the next meeting']);
  const who = carriedFrom === null ? ownerOf(question, type, pupil) : { side: carriedFrom.side, owner: carriedFrom.owner, ownerName: carriedFrom.ownerName };
  const ends = endOf(question, defaultDue(type, heldOn, meeting.story.openDays) ?? heldOn, who.owner);
  const service = random.chance(0.85) ? serviceAskedBy(type) : null;
  return { meeting, schoolId: school.urn, pupil, type, scope: pupil === null ? 'SCHOOL' : 'PUPIL', what, ...who, dueOn: ends.dueOn, overdueFrom: overdueFrom(ends.dueOn, meeting.story.openDays), priority: pupil?.isSevere && random.chance(0.3) ? 'HIGH' : 'NORMAL', service, carriedFrom, task: ends.task };
}

/** What the SEND service takes on of children on its list; of others it is the school's. */
const OF_SEND: readonly ActionType[] = ['SEND_REVIEW', 'EHC_NEEDS_REQUEST'];
/** Partners own what is about a child they work with; else their name stands there, and the officer keeps it in view. */
function ownerOf({ meeting, school, people }: ActionQuestion, type: ActionType, pupil: SpokenOf | null): Pick<AgreedAction, 'side' | 'owner' | 'ownerName'> {
  const partner = OF_SEND.includes(type) && pupil?.helpers.includes(SEND_OFFICER) ? SEND_OFFICER : PARTNERS[type];
  if (partner !== undefined) return { side: 'PARTNER', owner: pupil?.helpers.includes(partner) ? partner : null, ownerName: castOf(partner) };
  if (ACTION_TYPES[type].owner === 'LA') return { side: 'LA', owner: meeting.story.place.officer, ownerName: castOf(meeting.story.place.officer) };
  const own = CAST.find(({ role, schools }) => role !== null && SCHOOL_ROLES.includes(role) && schools?.includes(school.urn));
  return { side: 'SCHOOL', owner: own?.subject ?? null, ownerName: own?.fullName ?? people?.champion ?? 'Attendance champion' };
}

/** How an action stands today. What nobody has looked at since is due around today, as people put a longer day where a holiday lies between. */
function endOf({ meeting: { story, isThisTerm }, school, today, random, isReviewed }: ActionQuestion, due: string, owner: string | null): { dueOn: string; task: AgreedAction['task'] } {
  const { issuedOn } = story;
  if (issuedOn === null) return { dueOn: due, task: null };
  const drawn = due >= today ? (random.chance(0.12) ? 'DONE' : 'OPEN') : ENDED(random);
  const openShare = school.urn === OAKMERE ? 0.6 : 0.04;
  const isOpen = !isReviewed && (isThisTerm ? drawn === 'OPEN' : random.chance(openShare));
  const by = owner ?? story.place.officer;
  const made: TaskStep = { kind: 'MADE', status: 'OPEN', note: '', by: story.place.officer, on: issuedOn };
  if (isOpen) {
    const dueOn = due >= today || isThisTerm ? due : near(story.openDays, today, random.between(-4, 14));
    const begun = random.chance(0.5);
    const note = begun ? random.pick(OUTCOMES.IN_PROGRESS) : '';
    const on = between(story.openDays, issuedOn, today, random);
    return { dueOn, task: { status: begun ? 'IN_PROGRESS' : 'OPEN', doneOn: null, note: '', steps: begun ? [made, { kind: 'MOVED', status: 'IN_PROGRESS', note, by, on }] : [made] } };
  }
  const status = isTaskOpen(drawn) ? (random.chance(0.6) ? 'DONE' : 'PARTLY') : drawn;
  const days = story.openDays.filter((day) => day >= issuedOn && day < today);
  const at = Math.max(0, days.findIndex((day) => day >= due));
  const closedOn = days[Math.max(0, Math.min(days.length - 1, (due >= today ? days.length - 1 : at) + (random.chance(0.22) ? random.between(1, 6) : -random.between(0, 4))))] ?? issuedOn;
  const note = random.pick(OUTCOMES[status as 'DONE' | 'PARTLY' | 'NOT_DONE' | 'NO_LONGER_NEEDED']);
  return { dueOn: due, task: { status, doneOn: status === 'DONE' ? closedOn : null, note, steps: [made, { kind: 'MOVED', status, note, by, on: closedOn }] } };
}

/** A school day so many from today. */
function near(openDays: readonly string[], today: string, days: number): string {
  const at = Math.max(0, openDays.findIndex((day) => day >= today));
  return openDays[Math.max(0, Math.min(openDays.length - 1, at + days))] ?? today;
}

function between(openDays: readonly string[], from: string, today: string, random: Random): string {
  const days = openDays.filter((day) => day >= from && day < today);
  return days.length === 0 ? from : random.pick(days);
}
