import { dayAndMonth, many } from './plain-words.ts';
import { isOfPlans, PlanListKind, planWeeks, type ListKind, type PlanSaid, type PlanStatus } from './plan-list.ts';
import type { Standing } from './standing.ts';
import type { SiblingAway } from './together.ts';
import type { WorkListLimits } from './work-list.ts';
import { furtherClauses, WORK_LIST_TITLES, workListRule } from './work-list-words.ts';

/** What each list is called. */
export const LIST_TITLES: Readonly<Record<ListKind, string>> = { SEVERE_NO_PLAN: 'Severely absent without a live plan', SEVERE_PLAN_NOT_WORKING: 'Severely absent, and the plan is not working', ...WORK_LIST_TITLES };

/** The rule of a list in one line, on an ISO day. */
export function listRule(kind: ListKind, limits: WorkListLimits, on: string): string {
  if (!isOfPlans(kind)) return workListRule(kind, limits);
  const severe = `Missed ${limits.severePercent}% or more of this year’s sessions, and the last record of a meeting`;
  return kind === PlanListKind.SEVERE_NO_PLAN ? `${severe} does not say that a plan is in place, or is ${planWeeks(on)} school weeks old or more.` : `${severe} says that the plan in place is not working.`;
}

const SAID: Readonly<Record<PlanStatus, string>> = { NONE: 'that there is no plan', COMPLETED: 'that the plan is completed', IN_PLACE_WORKING: 'that a plan is in place and working', IN_PLACE_NOT_WORKING: 'that a plan is in place and not working' };

/** Why a severely absent pupil is on a list of plans: the count, since which week it has been severe where that is known, what the last record said, when, and then what every other list says. */
export function planSentence(standing: Standing & { readonly severeFrom: string | null; readonly said: PlanSaid | null }, limits: WorkListLimits, weeks: number, sibling: SiblingAway | null = null): string {
  const { absent, possible, severeFrom, said } = standing;
  const since = severeFrom === null ? '' : `, ${limits.severePercent}% or more since the week of ${dayAndMonth(severeFrom)}`;
  return [`Missed ${absent} of ${many(possible, 'session')} this year${since}`, saidWords(said, weeks), ...furtherClauses('SEVERE', standing, limits, sibling)].join('; ');
}

const STATUS: Readonly<Record<PlanStatus, string>> = { NONE: 'None', COMPLETED: 'Completed', IN_PLACE_WORKING: 'In place and working', IN_PLACE_NOT_WORKING: 'In place and not working' };
/** What was last said of a plan, for a cell of a table; empty where nothing was. */
export const planCell = (said: PlanSaid | null, weeks: number): string => (said === null ? '' : `${STATUS[said.status]}, ${dayAndMonth(said.saidOn)}${said.weeksSince >= weeks ? ', out of date' : ''}`);

function saidWords(said: PlanSaid | null, weeks: number): string {
  if (said === null) return 'no record of a meeting of this school says anything of a plan';
  const old = said.weeksSince >= weeks ? `, ${many(said.weeksSince, 'school week')} ago` : '';
  return `the last record, of ${dayAndMonth(said.saidOn)}${old}, says ${SAID[said.status]}`;
}
