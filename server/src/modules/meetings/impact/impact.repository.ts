import type { IneffectiveReason, ImpactLimits, SessionCount } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { EffectPointType } from './impact.type.ts';

/** An action with the sessions around its first day; no counts where no register is held within reach. */
export interface EffectFound {
  readonly taskId: number;
  readonly pupilId: number;
  readonly anchorOn: string;
  readonly enrolmentId: number | null;
  readonly beforeDays: number | null;
  readonly days: number | null;
  readonly laterDays: number | null;
  readonly isLeaver: boolean | null;
  readonly before: SessionCount | null;
  readonly after: SessionCount | null;
  readonly later: SessionCount | null;
  readonly points: EffectPointType[] | null;
}

/** An action measured: the same, with where it belongs. */
export interface ActionFound extends Omit<EffectFound, 'points'> {
  readonly type: string | null;
  readonly what: string;
  readonly status: string;
  readonly service: string | null;
  readonly schoolId: number;
  readonly schoolName: string;
  readonly whyNot: IneffectiveReason | null;
}
/** What an action is, about whom, who answers for it, and why it did not help as somebody said. */
export interface AboutAction {
  readonly type: string | null; readonly what: string; readonly name: string; readonly schoolId: number | null; readonly schoolName: string;
  readonly version: number; readonly side: string; readonly ownerId: number | null; readonly whyNot: IneffectiveReason | null; readonly saidOn: string | null; readonly saidBy: string | null;
}

const NAME = `coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname`;

/** Which actions are meant: those whose first day lies in a span, of a phase, a school or one pupil. */
export interface ActionFilter { readonly from: string | null; readonly until: string | null; readonly phase: string | null; readonly schoolId: number | null; readonly pupilId: number | null }
/** An action that was taken up. Of others nothing can have followed. */
export const BEGUN: readonly string[] = ['IN_PROGRESS', 'PARTLY', 'DONE'];
/** Actions `t` of a school `s` by the five values of a filter and today, the first of them being the nth of the statement. */
export const asked = (nth: number): string => {
  const [from, until, phase, school, pupil, today] = [0, 1, 2, 3, 4, 5].map((each) => `$${nth + each}`);
  return `t.source = 'MEETING' and (${from}::date is null or t.from_on between ${from} and ${until}::date) and (${phase}::text is null or s.phase = ${phase}) and (${school}::int is null or s.id = ${school}) and (${pupil}::int is null or t.pupil_id = ${pupil}) and t.from_on <= ${today}::date`;
};

/** The enrolment an action `t` is measured by: at the school it was agreed with, on the day it began; else the last one that fits. */
export const ENROLMENT_OF = `left join lateral (
    select e.id, e.nc_year, e.school_id from enrolment e where e.pupil_id = t.pupil_id
    order by (e.school_id = t.school_id) desc nulls last, (t.from_on between e.starts_on and coalesce(e.ends_on, 'infinity')) desc, (e.starts_on <= t.from_on) desc, e.starts_on desc, e.id desc limit 1) e on true`;
/** The service an action `t` asks for. */
export const SERVICE_OF = '(select min(a.service) from meeting_action a where a.task_id = t.id) as service';
const count = (name: string): string => `json_build_object('possible', w.${name}_possible, 'attended', w.${name}_attended)`;
/** Columns of a window `w`. */
export const MEASURED = `w.before_days_found as "beforeDays", w.first_days_found as days, w.second_days_found as "laterDays", w.is_leaver as "isLeaver",
  case when w.key is not null then ${count('before')} end as before, case when w.key is not null then ${count('first')} end as after, case when w.key is not null then ${count('second')} end as later`;
/** Actions `t` measured: those of a table "chosen" with task_id, enrolment_id and from_on, by the limits $1 to $3. */
export const windowsOf = (withPoints: boolean): string => windowsFrom('chosen', 'task_id', withPoints);
/** The same of any table with a key, enrolment_id and from_on. Kept once counted: without it a plan that expects a row or two counts all of them anew for each row it joins. */
export const windowsFrom = (table: string, key: string, withPoints: boolean): string =>
  `(with counted as materialized (select w.* from impact_windows((select array_agg(${key} order by ${key}) from ${table}), (select array_agg(enrolment_id order by ${key}) from ${table}), (select array_agg(from_on order by ${key}) from ${table}), $1, $2, $3, ${withPoints}) w) select * from counted)`;
/** How many days are counted, as columns of the table: before the anchor, and the two spans from it. */
const OWN_DAYS = { before: 'before_days', first: 'first_days', second: 'second_days' } as const;
/** The same of a table whose rows say how many days are counted of each. Rows that count as many are one call. */
export const windowsWithin = (table: string, key: string, { before, first, second }: Readonly<Record<keyof typeof OWN_DAYS, string>> = OWN_DAYS): string =>
  `(with counted as materialized (select w.* from (
      select ${before} as before_days, ${first} as first_days, ${second} as second_days, array_agg(${key} order by ${key}) as keys, array_agg(enrolment_id order by ${key}) as enrolments, array_agg(from_on order by ${key}) as anchors from ${table} group by 1, 2, 3) g
      cross join lateral impact_windows(g.keys, g.enrolments, g.anchors, g.before_days, g.first_days, g.second_days, false) w) select * from counted)`;
export const windowValues = ({ beforeDays, firstDays, secondDays }: ImpactLimits): number[] => [beforeDays, firstDays, secondDays];

/** The sessions around actions. Whose rows is the policies' answer: of an action or a register out of reach nothing is counted. */
export class ImpactRepository {
  /** The actions among these that are about a pupil within reach, in one statement. */
  async effects(operation: Operation, taskIds: readonly number[], limits: ImpactLimits): Promise<EffectFound[]> {
    return operation.sql<EffectFound>(
      `with chosen as materialized (select t.id as task_id, t.pupil_id, t.from_on, e.id as enrolment_id from task t join pupil p on p.id = t.pupil_id ${ENROLMENT_OF} where t.id = any ($4::int[]))
       select t.task_id as "taskId", t.pupil_id as "pupilId", t.from_on as "anchorOn", t.enrolment_id as "enrolmentId", ${MEASURED}, w.points
       from chosen t left join ${windowsOf(true)} w on w.key = t.task_id order by t.task_id`, [...windowValues(limits), [...taskIds]]);
  }

  /** Every action about a pupil within reach that was begun by today, of a span of first days, a phase and a school, with its counts; the earliest first. */
  async actions(operation: Operation, { from, until, phase, schoolId, pupilId }: ActionFilter, limits: ImpactLimits): Promise<ActionFound[]> {
    return operation.sql<ActionFound>(
      `with chosen as materialized (
         select t.id as task_id, t.pupil_id, t.from_on, t.type, t.what, t.status, t.no_effect_reason, ${SERVICE_OF}, s.id as school_id, s.name as school_name, e.id as enrolment_id
         from task t join pupil p on p.id = t.pupil_id ${ENROLMENT_OF} join school s on s.id = coalesce(t.school_id, e.school_id) where ${asked(4)} and (t.status = any ($10::text[]) or $8::int is not null))
       select t.task_id as "taskId", t.pupil_id as "pupilId", t.from_on as "anchorOn", t.enrolment_id as "enrolmentId", t.type, t.what, t.status, t.service, t.school_id as "schoolId", t.school_name as "schoolName", t.no_effect_reason as "whyNot", ${MEASURED}
       from chosen t left join ${windowsOf(false)} w on w.key = t.task_id order by t.from_on, t.task_id`,
      [...windowValues(limits), from, until, phase, schoolId, pupilId, operation.today, BEGUN]);
  }

  /** Actions of the same filter that were not begun, not done or are needed no longer. */
  async notBegun(operation: Operation, { from, until, phase, schoolId, pupilId }: ActionFilter): Promise<number> {
    const [row] = await operation.sql<{ total: number }>(
      `select count(*)::int as total from task t join pupil p on p.id = t.pupil_id ${ENROLMENT_OF} join school s on s.id = coalesce(t.school_id, e.school_id) where ${asked(1)} and not t.status = any ($7::text[])`,
      [from, until, phase, schoolId, pupilId, operation.today, BEGUN]);
    return row?.total ?? 0;
  }

  async about(operation: Operation, taskId: number): Promise<AboutAction | null> {
    const [row] = await operation.sql<AboutAction>(
      `select t.type, t.what, ${NAME} as name, t.school_id as "schoolId", coalesce(s.name, '') as "schoolName", t.version, t.side, t.owner_id as "ownerId", t.no_effect_reason as "whyNot", t.no_effect_on as "saidOn", c.full_name as "saidBy"
       from task t join pupil p on p.id = t.pupil_id left join school s on s.id = t.school_id left join colleague c on c.id = t.no_effect_by where t.id = $1`, [taskId]);
    return row ?? null;
  }

  /** Says why an action did not help; whether it still was as the sender saw it, and theirs to say. */
  async sayWhyNot(operation: Operation, taskId: number, version: number, reason: IneffectiveReason, words: string): Promise<boolean> {
    const [row] = await operation.sql<{ done: boolean }>('select say_no_effect($1, $2, $3, $4, $5::date) as done', [taskId, version, reason, words, operation.today]);
    return row?.done === true;
  }

  async names(operation: Operation, pupilIds: readonly number[]): Promise<Map<number, string>> {
    const rows = await operation.sql<{ id: number; name: string }>(`select p.id, ${NAME} as name from pupil p where p.id = any ($1::int[])`, [[...pupilIds]]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
