import type { Pool } from 'pg';
import { ruleValue } from '@attendance/shared/kernel';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Logger } from '../../platform/logging/logger.ts';

const CHECK_MINUTES = 15;

/**
 * Whose staff may see a pupil changes with the date alone: an enrolment begins, or thirty days have passed since one ended.
 * At start and on each new day the rows are brought up to date; `stop` ends it.
 */
export async function keepReach({ ingest, clock, log }: { ingest: Pool; clock: Clock; log: Logger }): Promise<{ stop(): void }> {
  let doneFor = '';
  const refresh = async (): Promise<void> => {
    const today = clock.today();
    if (today === doneFor) return;
    doneFor = today;
    await refreshReach(ingest, today).catch((error: unknown) => {
      doneFor = '';
      log.error({ err: error }, 'reach not refreshed');
    });
  };
  await refresh();
  const timer = setInterval(() => void refresh(), CHECK_MINUTES * 60_000);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/**
 * Brings the reach of every pupil whose enrolments started or ended lately up to a day, and of those whose record was restricted
 * without saying so to the rest of it. Returns how many were looked at.
 */
export async function refreshReach(ingest: Pool, today: string): Promise<number> {
  const days = ruleValue('leaver.reach-days', today);
  const { rows } = await ingest.query<{ ids: number[] | null }>(
    `select array_agg(p.id) as ids from pupil p
     left join lateral (select coalesce(array_agg(distinct e.school_id), '{}') as due from enrolment e
       where e.pupil_id = p.id and e.starts_on <= $1::date and (e.ends_on is null or e.ends_on + $2::int >= $1::date)) r on true
     where not (p.school_ids @> r.due and p.school_ids <@ r.due)
       or exists (select from enrolment e where e.pupil_id = p.id and e.restricted <> p.restricted)`, [today, days]);
  const ids = rows[0]?.ids ?? [];
  if (ids.length > 0) await ingest.query('select refresh_pupil_reach($1, $2, $3)', [ids, today, days]);
  return ids.length;
}
