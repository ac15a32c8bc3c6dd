import type { PoolClient } from 'pg';
import { markChanged, type Merged } from '../../../platform/loading/index.ts';

/** Writes people, roles and caseloads as a judged file has them. */
export async function mergePeople(client: PoolClient, today: string): Promise<Merged> {
  await client.query(markChanged(`update app_user u set job_title = coalesce(s.job_title, u.job_title), active = coalesce(s.active, u.active) from load_stage s
    where u.id = s.user_id and (u.job_title, u.active) is distinct from (coalesce(s.job_title, u.job_title), coalesce(s.active, u.active)) returning s.line`));
  await client.query('update load_stage set is_new = true where user_id is null');
  await client.query(`insert into app_user (issuer, subject, full_name, email, job_title, active)
    select distinct on (issuer, subject) issuer, subject, full_name, email, coalesce(job_title, ''), coalesce(active, true) from load_stage where user_id is null order by issuer, subject, line`);
  await client.query('update load_stage s set user_id = u.id from app_user u where s.user_id is null and (u.issuer, u.subject) = (s.issuer, s.subject)');
  await mergeGrants(client, today);
  const pupilIds = await mergeCaseloads(client, today);
  const { rows: [found] } = await client.query<{ users: number[] | null; schools: number[] | null }>(
    `select array_agg(distinct user_id) as users, (select array_agg(distinct urn) from load_stage, unnest(school_ids) urn where is_new or is_changed) as schools from load_stage where is_new or is_changed`);
  return { pupilIds, schoolIds: found?.schools ?? [], notes: [], details: { users: found?.users ?? [] } };
}

const HOLDS = (alias: string): string => `(${alias}.valid_to is null or ${alias}.valid_to >= $1::date)`;

/** A role over other schools than before ends the old grant yesterday and begins a new one; roles that no row names are left alone. */
async function mergeGrants(client: PoolClient, today: string): Promise<void> {
  const sameRole = 'g.user_id = s.user_id and g.role = s.role';
  await client.query(`update load_stage s set grant_id = (select g.id from user_grant g where ${sameRole} and g.school_ids = s.school_ids and g.trust_id is not distinct from s.trust_id
    and (${HOLDS('g')} or (s.says_to and g.valid_to = s.valid_to)) order by g.valid_from desc limit 1) where s.role is not null`, [today]);
  await client.query(markChanged(`update user_grant g set valid_from = coalesce(s.valid_from, g.valid_from), valid_to = case when s.says_to then s.valid_to else g.valid_to end from load_stage s
    where g.id = s.grant_id and (g.valid_from, g.valid_to) is distinct from (coalesce(s.valid_from, g.valid_from), case when s.says_to then s.valid_to else g.valid_to end) returning s.line`));
  await client.query(`update load_stage s set is_new = true where s.role is not null and s.grant_id is null and not exists (select from user_grant g where ${sameRole} and ${HOLDS('g')})`, [today]);
  const replaced = `${sameRole} and g.id is distinct from s.grant_id and ${HOLDS('g')}`;
  await client.query(markChanged(`delete from user_grant g using load_stage s where ${replaced} and g.valid_from >= $1::date returning s.line`), [today]);
  await client.query(markChanged(`update user_grant g set valid_to = $1::date - 1 from load_stage s where ${replaced} returning s.line`), [today]);
  await client.query(`insert into user_grant (user_id, role, school_ids, trust_id, valid_from, valid_to)
    select user_id, role, school_ids, trust_id, coalesce(valid_from, least($1::date, valid_to)), valid_to from load_stage where role is not null and grant_id is null order by line`, [today]);
}

/** A caseload that the file names is the whole of it: whom it leaves out is ended yesterday. Returns the pupils it changed for. */
async function mergeCaseloads(client: PoolClient, today: string): Promise<number[]> {
  await client.query(`create temporary table load_caseload on commit drop as
    select distinct s.user_id, p.id as pupil_id from load_stage s cross join lateral unnest(s.upns) u(upn) join pupil p on p.upn = u.upn`);
  const leftOut = `c.user_id in (select user_id from load_caseload) and (c.user_id, c.pupil_id) not in (select user_id, pupil_id from load_caseload) and ${HOLDS('c')}`;
  const changed = new Set<number>();
  for (const statement of [
    `delete from caseload c where ${leftOut} and c.valid_from >= $1::date returning user_id, pupil_id`,
    `update caseload c set valid_to = $1::date - 1 where ${leftOut} returning user_id, pupil_id`,
    `insert into caseload (user_id, pupil_id, valid_from) select n.user_id, n.pupil_id, $1::date from load_caseload n
       where not exists (select from caseload c where (c.user_id, c.pupil_id) = (n.user_id, n.pupil_id) and ${HOLDS('c')}) returning user_id, pupil_id`,
  ]) {
    const { rows } = await client.query<{ user_id: number; pupil_id: number }>(statement, [today]);
    for (const { pupil_id: pupil } of rows) changed.add(pupil);
    await client.query('update load_stage set is_changed = true where upns is not null and user_id = any ($1)', [rows.map(({ user_id: user }) => user)]);
  }
  return [...changed].sort((one, other) => one - other);
}
