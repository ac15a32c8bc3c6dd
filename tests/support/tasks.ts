import { asOwner } from './register-state.ts';
import { PUPILS, SCHOOLS } from './small-authority.ts';
import { Role, type TestPortal } from './test-portal.ts';
import { person } from './people.ts';

let keys = 0;
/** A number for a form, another each time. */
export const aKey = (): string => { keys += 1; return `00000000-0000-4000-9000-${String(keys).padStart(12, '0')}`; };

/** Who works on tasks in the tests. */
export const WORKERS = {
  manager: person(Role.TEAM_MANAGER, {}, 41), officer: person(Role.ATTENDANCE_OFFICER, {}, 43), other: person(Role.ATTENDANCE_OFFICER, {}, 49),
  champion: person(Role.ATTENDANCE_CHAMPION, { schools: [SCHOOLS.oakmere] }, 44), head: person(Role.HEADTEACHER, { schools: [SCHOOLS.oakmere] }, 45), dsl: person(Role.DSL, { schools: [SCHOOLS.oakmere] }, 50),
  elsewhere: person(Role.ATTENDANCE_CHAMPION, { schools: [SCHOOLS.tarnbrook] }, 46), governor: person(Role.GOVERNOR, { schools: [SCHOOLS.oakmere] }, 47), worker: person(Role.SOCIAL_WORKER, { pupils: [PUPILS.mason.id] }, 48),
} as const;

/** Puts them among those who may sign in, with their roles; the officer is named for Oakmere. */
export async function knowWorkers(portal: TestPortal): Promise<void> {
  await asOwner(portal.ownerUrl, async (owner) => {
    for (const [name, { userId, role, reach }] of Object.entries(WORKERS)) {
      await owner.query(`insert into app_user (id, issuer, subject, full_name, email, job_title) overriding system value values ($1, 'test', $2, 'The ' || $2, 'x@example.org', $3)`, [userId, name, role]);
      await owner.query(`insert into user_grant (user_id, role, school_ids, valid_from) values ($1, $2, $3, '2026-01-01')`, [userId, role, reach.schools]);
    }
    await owner.query(`insert into caseload values (48, $1, '2026-01-01', null)`, [PUPILS.mason.id]);
    await owner.query(`insert into school_officer values ($1, 43, '2026-01-01', null)`, [SCHOOLS.oakmere]);
  });
}

/** What a record that is issued makes of an agreement. */
export async function agreed(portal: TestPortal, given: Record<string, unknown> = {}): Promise<{ id: string; version: number }> {
  const about = given.pupil_id === undefined ? 'SCHOOL' : 'PUPIL';
  return asAuthority(portal, `select make_task('${aKey()}', $1::jsonb) as id`, { source: 'MEETING', scope: about, what: 'Ring on day one', school_id: SCHOOLS.oakmere, side: 'SCHOOL', owner_id: 44, owner: 'The champion', from_on: '2026-11-02', due_on: '2026-12-04', overdue_from: '2026-12-07', ...given })
    .then((id) => ({ id: String(id), version: 1 }));
}

/** A deadline as a meeting sets it. */
export async function clockSet(portal: TestPortal, given: Record<string, unknown> = {}): Promise<void> {
  await asAuthority(portal, 'select set_clock($1::jsonb)::text as id', { kind: 'RECORD_DUE', source: 'MEETING', source_id: 1, what: 'Issue the record', side: 'LA', school_id: SCHOOLS.oakmere, officer_id: 43, counted: 'SCHOOL_DAYS', days: 5, started_on: '2026-11-09', due_on: '2026-11-16', ...given });
}

/** Runs a function of the database as somebody of the whole authority. */
async function asAuthority(portal: TestPortal, text: string, given: object): Promise<unknown> {
  return asOwner(portal.ownerUrl, async (owner) => {
    await owner.query('begin');
    await owner.query(`select set_config('app.actor', '41', true), set_config('app.schools', '{}', true), set_config('app.pupils', '{}', true)`);
    await owner.query(`set local role ${text.includes('clock') ? 'portal_ingest' : 'reach_authority'}`);
    const { rows } = await owner.query<{ id: unknown }>(text, [JSON.stringify(given)]);
    await owner.query('commit');
    return rows[0]?.id;
  });
}
