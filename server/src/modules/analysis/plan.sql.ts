import { PlanStatus } from '@attendance/shared/attendance';

const IN_PLACE = `('${PlanStatus.IN_PLACE_WORKING}', '${PlanStatus.IN_PLACE_NOT_WORKING}')`;

/** What issued records said last of the plans of the enrolments of a relation, on a day: the one source of every count of plans. `plans_said` asks for the reach again. */
export const saidOf = (relation: string, today: string): string => `said as materialized (select * from plans_said(array(select enrolment_id from ${relation}), ${today}::date))`;

/** Whether the word in `said`, which may be missing, is younger than so many school weeks. */
export const isInDate = (weeks: string): string => `coalesce(said.weeks_since < ${weeks}::int, false)`;

/** Whether `said` tells of a plan that is in place and in date. The twin of isPlanLive in shared/src/attendance. */
export const isLive = (weeks: string): string => `(${isInDate(weeks)} and said.status in ${IN_PLACE})`;

/** The status in `said` for people to read; null where nothing was said, and where a plan was in place so long ago that nobody knows any more. */
export const statusSaid = (weeks: string): string => `(case when ${isInDate(weeks)} or said.status not in ${IN_PLACE} then said.status end)`;
