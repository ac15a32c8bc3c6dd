import { addSchoolDays } from '../calendar/index.ts';
import { addDays, ruleValue, type MeetingRuleName } from '../kernel/index.ts';
import { isTaskOpen, TaskStatus, type TaskScope } from '../tasks/index.ts';
import { MeetingSide } from './status.ts';

// An action becomes a task when the record is issued: it is about the same, and comes as far.
export {
  isTaskOpen as isActionOpen, isTaskOverdue as isActionOverdue, nextTaskStatuses as nextActionStatuses, closingNeedsNote, overdueFrom,
  TASK_STATUS_WORDS as ACTION_STATUS_WORDS, TASK_STATUSES as ACTION_STATUSES, TaskScope as ActionScope, TaskStatus as ActionStatus, TASK_SCOPE_WORDS as ACTION_SCOPE_WORDS,
} from '../tasks/index.ts';

/** How soon an action is due where nobody says a day. */
export const ActionPace = { AT_ONCE: 'AT_ONCE', SOON: 'SOON', STANDARD: 'STANDARD', LONG: 'LONG' } as const;
export type ActionPace = (typeof ActionPace)[keyof typeof ActionPace];
const PACE_RULES: Readonly<Record<ActionPace, MeetingRuleName>> = {
  AT_ONCE: 'action-due.at-once.school-days', SOON: 'action-due.soon.school-days', STANDARD: 'action-due.standard.school-days', LONG: 'action-due.long.school-days',
};

interface TypeRow { readonly label: string; readonly scopes: readonly TaskScope[]; readonly owner: MeetingSide; readonly pace: ActionPace }
const { LA, SCHOOL } = MeetingSide;
const row = (label: string, scopes: readonly TaskScope[], owner: MeetingSide, pace: ActionPace = 'STANDARD'): TypeRow => ({ label, scopes, owner, pace });
const PUPIL = ['PUPIL'] as const satisfies readonly TaskScope[];
const PUPILS = ['PUPIL', 'COHORT'] as const satisfies readonly TaskScope[];
const WIDE = ['SCHOOL', 'COHORT'] as const satisfies readonly TaskScope[];

/** Every kind of action: what it is called, whom it may be about, whose it usually is and how soon. */
export const ACTION_TYPES = {
  SCHOOL_MEET_PARENT: row('Meeting with parents', PUPIL, SCHOOL, 'SOON'),
  HOME_VISIT: row('Home visit', PUPIL, SCHOOL, 'SOON'),
  PUPIL_VOICE: row('Pupil’s own view', PUPILS, SCHOOL, 'SOON'),
  ATTENDANCE_PLAN: row('Attendance plan', PUPIL, SCHOOL),
  PSP_IEP: row('Pastoral support programme or individual plan', PUPIL, SCHOOL),
  REINTEGRATION_PLAN: row('Reintegration plan', PUPIL, SCHOOL),
  CHECK_IN_MENTOR: row('Mentor or daily check-in', PUPILS, SCHOOL, 'SOON'),
  CURRICULUM_CHANGE: row('Change to the curriculum', PUPILS, SCHOOL),
  BULLYING_RESPONSE: row('Response to bullying', PUPILS, SCHOOL, 'SOON'),
  SEND_REVIEW: row('Review of special needs support', PUPIL, SCHOOL),
  EHCP_EARLY_REVIEW: row('Early review of an education, health and care plan', PUPIL, SCHOOL),
  EHC_NEEDS_REQUEST: row('Request for an assessment of needs', PUPIL, SCHOOL, 'LONG'),
  IHP_REVIEW: row('Review of an individual healthcare plan', PUPIL, SCHOOL),
  GP_LETTER_OR_SCHOOL_NURSE: row('Letter to the GP or school nurse', PUPIL, SCHOOL),
  MENTAL_HEALTH_REFERRAL: row('Mental health referral', PUPIL, SCHOOL),
  EBSA_ASSESSMENT: row('Assessment of anxiety-based avoidance', PUPIL, SCHOOL),
  TRANSPORT_REQUEST: row('Transport request', PUPILS, LA),
  UNIFORM_OR_HARDSHIP: row('Uniform or hardship help', PUPILS, SCHOOL, 'SOON'),
  BREAKFAST_CLUB: row('Breakfast club', PUPILS, SCHOOL, 'SOON'),
  PART_TIME_TIMETABLE_REVIEW: row('Review of a part-time timetable', PUPIL, SCHOOL, 'SOON'),
  SECTION_19_REFERRAL: row('Referral for education otherwise than at school', PUPIL, SCHOOL, 'SOON'),
  AP_PLACEMENT: row('Alternative provision', PUPIL, LA),
  CAREERS_COLLEGE_OPTION: row('Careers or college option', PUPILS, SCHOOL),
  EARLY_HELP_REFERRAL: row('Early help referral', PUPIL, SCHOOL, 'SOON'),
  TAF_MEETING: row('Meeting of the team around the family', PUPIL, SCHOOL),
  SOCIAL_CARE_CONSULT: row('Advice from social care', PUPIL, SCHOOL, 'AT_ONCE'),
  MASH_REFERRAL: row('Safeguarding referral', PUPIL, SCHOOL, 'AT_ONCE'),
  VIRTUAL_SCHOOL_CONSULT: row('Advice from the Virtual School', PUPIL, LA, 'SOON'),
  YJS_LIAISON: row('Contact with youth justice', PUPIL, LA, 'SOON'),
  CME_REFERRAL: row('Referral as missing education', PUPIL, SCHOOL, 'AT_ONCE'),
  SIBLING_SCHOOL_LIAISON: row('Contact with the school of a brother or sister', PUPIL, LA, 'SOON'),
  COMPLEX_PANEL_REFERRAL: row('Referral to the complex cases panel', PUPIL, LA),
  NOTICE_OR_LEGAL_CONSULT: row('Advice on a notice or legal step', PUPIL, LA),
  REGISTER_OR_CODING_FIX: row('Register or code put right', ['SCHOOL', 'COHORT', 'PUPIL'], SCHOOL, 'SOON'),
  POLICY_CHANGE: row('Change to policy', ['SCHOOL'], SCHOOL, 'LONG'),
  STAFF_TRAINING: row('Staff training', ['SCHOOL'], SCHOOL, 'LONG'),
  PUNCTUALITY_ROUTINE: row('Routine for punctuality', WIDE, SCHOOL),
  PARENT_COMMUNICATION: row('Message to parents', WIDE, SCHOOL),
  SHARE_PRACTICE: row('Share what works', ['SCHOOL', 'AREA'], LA, 'LONG'),
} as const satisfies Record<string, TypeRow>;
export type ActionType = keyof typeof ACTION_TYPES;
export const ACTION_TYPE_NAMES: readonly ActionType[] = Object.keys(ACTION_TYPES) as ActionType[];

const typeRow = (type: ActionType): TypeRow => ACTION_TYPES[type];
export const actionTypeLabel = (type: ActionType): string => typeRow(type).label;
export const actionTypeScopes = (type: ActionType): readonly TaskScope[] => typeRow(type).scopes;
/** Whose an action usually is: the school's or the authority's. */
export const actionTypeOwner = (type: ActionType): MeetingSide => typeRow(type).owner;

/** The day an action is due where nobody says one: so many school days after the meeting, by its type; null beyond the calendar. Open days in order. */
export function defaultDue(type: ActionType | null, meetingOn: string, openDays: readonly string[]): string | null {
  return addSchoolDays(openDays, meetingOn, ruleValue(PACE_RULES[type === null ? ActionPace.STANDARD : typeRow(type).pace], meetingOn));
}

/** The usual day, or the day after the meeting where the calendar ends before it: an action always has one. */
export function usualDue(type: ActionType | null, meetingOn: string, openDays: readonly string[]): string {
  return defaultDue(type, meetingOn, openDays) ?? addDays(meetingOn, 1);
}

/** An action of an earlier meeting, as the next one reviews it: a task by now. */
export interface EarlierAction { readonly taskId: number; readonly type: ActionType | null; readonly dueOn: string; readonly status: TaskStatus }

/** Actions of earlier meetings as the next one takes them: what is still open first, the longest due at the top. */
export function reviewOrder<Action extends Pick<EarlierAction, 'taskId' | 'status' | 'dueOn'>>(actions: readonly Action[]): Action[] {
  return [...actions].sort((one, other) => Number(isTaskOpen(other.status)) - Number(isTaskOpen(one.status)) || one.dueOn.localeCompare(other.dueOn) || one.taskId - other.taskId);
}

/** How many earlier actions a meeting has to close before its record: those open whose day came before it. One due later is only looked at. */
export const openWhenMet = (actions: readonly Pick<EarlierAction, 'status' | 'dueOn'>[], meetingOn: string): number => actions.filter(({ status, dueOn }) => isTaskOpen(status) && dueOn < meetingOn).length;

/** What goes on from a reviewed action to the new meeting, or null: it was partly done or not done, and is asked for anew by the usual day, with the task it came from. */
export function carryForward<Action extends Pick<EarlierAction, 'taskId' | 'type'>>(action: Action, ended: TaskStatus, meetingOn: string, openDays: readonly string[]): (Action & { readonly dueOn: string; readonly carriedFrom: number }) | null {
  if (ended !== TaskStatus.PARTLY && ended !== TaskStatus.NOT_DONE) return null;
  return { ...action, dueOn: usualDue(action.type, meetingOn, openDays), carriedFrom: action.taskId };
}
