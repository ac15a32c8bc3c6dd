import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { clientPages } from '../support/client-pages.ts';

/** The note in `place` by which rows of these jobs are known: they are taken away again, because the database serves the other jobs too. */
const MARK = 'Made by a benchmark';

export interface BenchMeeting { readonly id: number; readonly schoolId: number; readonly pupils: readonly number[] }
interface Given { readonly schools: number; readonly status: 'BOOKED' | 'HELD'; readonly onDay: string; readonly officerId: number; readonly pupils: number }

/** Meetings of the largest schools, one each, with so many of their pupils to speak about. */
export async function layMeetings(owner: pg.Client, { schools, status, onDay, officerId, pupils }: Given): Promise<BenchMeeting[]> {
  const { rows: largest } = await owner.query<{ id: number }>('select school_id as id from school_year_total group by 1 order by sum(enrolments) desc, 1 limit $1', [schools]);
  const made: BenchMeeting[] = [];
  for (const { id: schoolId } of largest) {
    const { rows: [meeting] } = await owner.query<{ id: number }>(
      `insert into meeting (type, status, mode, on_day, at_time, minutes, place, officer_id, school_ids, made_with, held_on) values ('SINGLE_SCHOOL', $1, 'REMOTE', $2, '14:00', 60, $3, $4, $5, $6, $7) returning id`,
      [status, onDay, MARK, officerId, [schoolId], randomUUID(), status === 'HELD' ? onDay : null]);
    const id = meeting?.id ?? 0;
    await owner.query('insert into meeting_school (meeting_id, school_id) values ($1, $2)', [id, schoolId]);
    const { rows } = await owner.query<{ id: number }>(
      `insert into meeting_pupil (meeting_id, school_id, pupil_id, school_ids, restricted, origin, reason, position)
       select $1, $2, p.id, p.school_ids, false, 'PROPOSED', 'Severely absent', row_number() over (order by p.id) from pupil p
       where not p.restricted and p.id in (select e.pupil_id from enrolment e where e.school_id = $2 and e.ends_on is null order by 1 limit $3) returning pupil_id as id`, [id, schoolId, pupils]);
    made.push({ id, schoolId, pupils: rows.map((row) => row.id) });
  }
  return made;
}

/** Takes them away, with everything that hangs on them but the trail: past every rule, which only this database bears. */
export async function clearMeetings(owner: pg.Client): Promise<void> {
  const mine = `(select id from meeting where place = $1)`;
  await owner.query('begin');
  await owner.query('set local role none');
  await owner.query(`set local session_replication_role = replica`);
  await owner.query(`delete from meeting_pack_pupil where pack_id in (select id from meeting_pack where meeting_id in ${mine})`, [MARK]);
  for (const table of ['meeting_pack', 'meeting_cohort', 'meeting_pupil', 'meeting_answer', 'meeting_answer_lost', 'meeting_presence', 'meeting_change', 'meeting_school']) await owner.query(`delete from ${table} where meeting_id in ${mine}`, [MARK]);
  await owner.query('delete from meeting where place = $1', [MARK]);
  await owner.query('commit');
}

/** What the client itself sends under a name. */
export function documentOf(kind: 'query' | 'mutation', name: string): string {
  const found = clientPages(kind).find(([place]) => place.endsWith(` ${name}`));
  if (found === undefined) throw new Error(`The client sends no ${kind} ${name}.`);
  return found[1];
}
