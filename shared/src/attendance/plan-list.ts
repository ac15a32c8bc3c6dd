import { ruleValue } from '../kernel/index.ts';
import { isSeverelyAbsent } from './measures.ts';
import { WORK_LIST_KINDS, WorkListKind } from './work-list.ts';

/** What a meeting says of a pupil's plan. */
export const PlanStatus = { NONE: 'NONE', IN_PLACE_WORKING: 'IN_PLACE_WORKING', IN_PLACE_NOT_WORKING: 'IN_PLACE_NOT_WORKING', COMPLETED: 'COMPLETED' } as const;
export type PlanStatus = (typeof PlanStatus)[keyof typeof PlanStatus];

/** The lists of severely absent pupils by what was last said of a plan: not kept by imports, for meetings change them. */
export const PlanListKind = { SEVERE_NO_PLAN: 'SEVERE_NO_PLAN', SEVERE_PLAN_NOT_WORKING: 'SEVERE_PLAN_NOT_WORKING' } as const;
export type PlanListKind = (typeof PlanListKind)[keyof typeof PlanListKind];
export const PLAN_LIST_KINDS: readonly PlanListKind[] = Object.values(PlanListKind);

/** Every list of work, in the order screens show them: severe absence without a plan comes first, as guidance asks of every service. */
export const ListKind = { ...PlanListKind, ...WorkListKind } as const;
export type ListKind = PlanListKind | WorkListKind;
export const LIST_KINDS: readonly ListKind[] = [...PLAN_LIST_KINDS, ...WORK_LIST_KINDS];

/** Whether a list hangs on plans. */
export const isOfPlans = (kind: ListKind): kind is PlanListKind => kind in PlanListKind;

/** The last word on a pupil's plan in the record of a meeting of their school: what it said, the day the meeting was held, and the school weeks begun since. */
export interface PlanSaid { readonly status: PlanStatus; readonly saidOn: string; readonly weeksSince: number }

/** So many school weeks after a meeting its word on a plan is out of date, on an ISO day. */
export const planWeeks = (on: string): number => ruleValue('plan.in-date.school-weeks', on);

/** Whether a plan is in place and its last review not out of date. Said of a completed plan, of none, or so long ago, it is not. */
export function isPlanLive(said: PlanSaid | null, weeks: number): boolean {
  if (said === null || said.weeksSince >= weeks) return false;
  return said.status === PlanStatus.IN_PLACE_WORKING || said.status === PlanStatus.IN_PLACE_NOT_WORKING;
}

/** Whether a severely absent pupil stands on a list of plans. The database asks the same; a test holds the two together. */
export function isOnPlanList(kind: PlanListKind, said: PlanSaid | null, weeks: number): boolean {
  const isLive = isPlanLive(said, weeks);
  return kind === PlanListKind.SEVERE_NO_PLAN ? !isLive : isLive && said?.status === PlanStatus.IN_PLACE_NOT_WORKING;
}

/** A week of an enrolment by its Monday. */
export interface CountedWeek { readonly weekStart: string; readonly possible: number; readonly absent: number }

/** The Monday of the week from which the year so far has been severe at the end of every week; null where it is not now. Weeks of one academic year, in any order. */
export function severeSince(weeks: readonly CountedWeek[], severePercent: number): string | null {
  let [possible, absent] = [0, 0];
  let since: string | null = null;
  for (const week of [...weeks].sort((one, other) => one.weekStart.localeCompare(other.weekStart))) {
    possible += week.possible;
    absent += week.absent;
    if (isSeverelyAbsent(absent, possible, severePercent) !== true) since = null;
    else since ??= week.weekStart;
  }
  return since;
}
