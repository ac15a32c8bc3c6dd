import type { PoolClient } from 'pg';
import { ruleValue } from '@attendance/shared/kernel';
import { markChanged, type Merged } from '../../../platform/loading/index.ts';
import { mergeFamilies } from './family-merge.ts';
import type { RollContext } from './roll.kind.ts';

/** A former number given before stays; a search name holds the preferred forename, also where the file has none. */
const PUPIL = {
  upn: 's.upn', former_upn: 'coalesce(s.former_upn, p.former_upn)', legal_surname: 's.legal_surname', legal_forename: 's.legal_forename',
  preferred_forename: 'case when s.says_preferred then s.preferred_forename else p.preferred_forename end',
  born_on: 's.born_on', sex: 'coalesce(s.sex, p.sex)',
  search_name: `case when s.says_preferred or p.preferred_forename is null then s.search_name else s.search_name || ' ' || lower(p.preferred_forename) end`,
};
/** A blank cell says nothing, but for the day of leaving: a roll that has that column shows who is still there by leaving it blank. */
const ENROLMENT = {
  status: 'coalesce(s.status, e.status)', nc_year: 's.nc_year', form: 'coalesce(s.form, e.form)', local_id: 'coalesce(s.local_id, e.local_id)',
  ends_on: 'case when s.says_end then s.ends_on else e.ends_on end',
  leaving_reason: 'case when s.says_end and s.ends_on is null then null else coalesce(s.leaving_reason, e.leaving_reason) end',
};

/** An update of the rows that differ, of a table joined to the stage. */
function updateDiffering(table: string, alias: string, next: Readonly<Record<string, string>>, on: string): string {
  const names = Object.keys(next);
  return markChanged(`update ${table} ${alias} set ${names.map((name) => `${name} = ${next[name]}`).join(', ')} from load_stage s
    where ${on} and (${names.map((name) => `${alias}.${name}`).join(', ')}) is distinct from (${Object.values(next).join(', ')}) returning s.line`);
}

/** Writes what a judged roll says that is not held yet, and works out again who may see whom. */
export async function mergeRoll(client: PoolClient, context: RollContext): Promise<Merged> {
  const { schoolId, today } = context;
  await client.query(updateDiffering('pupil', 'p', PUPIL, 'p.id = s.pupil_id'));
  await client.query(updateDiffering('enrolment', 'e', ENROLMENT, 'e.id = s.enrolment_id'));
  await client.query(`insert into pupil (upn, former_upn, legal_surname, legal_forename, preferred_forename, born_on, sex, search_name)
    select upn, former_upn, legal_surname, legal_forename, preferred_forename, born_on, coalesce(sex, 'U'), search_name from load_stage where pupil_id is null order by line`);
  await client.query('update load_stage s set pupil_id = p.id from pupil p where s.pupil_id is null and p.upn = s.upn');
  await client.query('update load_stage set is_new = true where enrolment_id is null');
  await client.query(`insert into enrolment (pupil_id, school_id, status, nc_year, form, local_id, starts_on, ends_on, leaving_reason)
    select pupil_id, $1, coalesce(status, 'C'), nc_year, form, local_id, starts_on, ends_on, leaving_reason from load_stage where enrolment_id is null order by line`, [schoolId]);
  await mergeFacts(client, context.on);
  await mergeFamilies(client, context.on);
  const { rows: [touched] } = await client.query<{ ids: number[] | null }>('select array_agg(pupil_id order by pupil_id) as ids from load_stage where is_new or is_changed');
  const pupilIds = touched?.ids ?? [];
  if (pupilIds.length > 0) await client.query('select refresh_pupil_reach($1, $2, $3)', [pupilIds, today, ruleValue('leaver.reach-days', today)]);
  return { pupilIds, schoolIds: pupilIds.length > 0 ? [schoolId] : [], notes: await unnamed(client, schoolId, today) };
}

async function unnamed(client: PoolClient, schoolId: number, today: string): Promise<string[]> {
  const { rows: [found] } = await client.query<{ count: number }>(
    `select count(*)::int as count from enrolment e where e.school_id = $1 and e.starts_on <= $2 and (e.ends_on is null or e.ends_on >= $2)
       and not exists (select from load_stage s where s.pupil_id = e.pupil_id)`, [schoolId, today]);
  return found && found.count > 0 ? [`Pupils on this roll that the file does not name: ${found.count}. They stay as they are.`] : [];
}

/** Dated facts: a change closes the row that held and opens one from the file's day. A file older than what is held changes nothing. */
async function mergeFacts(client: PoolClient, on: string): Promise<void> {
  const held = 'h.pupil_id = f.pupil_id and h.kind = f.kind and h.valid_to is null';
  await client.query(`create temporary table load_fact on commit drop as select s.line, s.pupil_id, f.kind, f.value from load_stage s cross join lateral (values
    ('SEN', s.sen), ('PRIMARY_NEED', s.primary_need), ('FSM', s.fsm), ('FSM6', s.fsm6), ('EAL', s.eal), ('ETHNICITY', s.ethnicity), ('SERVICE_CHILD', s.service_child), ('YOUNG_CARER', s.young_carer)) f(kind, value)
    where f.value is not null`);
  await client.query(`delete from load_fact f where exists (select from pupil_characteristic h where ${held} and (h.value = f.value or h.valid_from > $1::date))
    or (f.value = '' and not exists (select from pupil_characteristic h where ${held}))`, [on]);
  await client.query('update load_stage set is_changed = true where line in (select line from load_fact)');
  await client.query(`delete from pupil_characteristic h using load_fact f where ${held} and h.valid_from = $1::date`, [on]);
  await client.query(`update pupil_characteristic h set valid_to = $1::date - 1 from load_fact f where ${held}`, [on]);
  await client.query(`insert into pupil_characteristic (pupil_id, kind, value, valid_from) select pupil_id, kind, value, $1::date from load_fact where value <> ''`, [on]);
}
