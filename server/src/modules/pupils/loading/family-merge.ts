import type { PoolClient } from 'pg';
import { markChanged } from '../../../platform/loading/index.ts';

/** Addresses and contacts of a staged roll. */
export async function mergeFamilies(client: PoolClient, on: string): Promise<void> {
  await mergeAddresses(client, on);
  await mergeCarers(client);
}

/** A new address closes the one that held, and is protected where that one was: moving must never tell where a child lives. */
async function mergeAddresses(client: PoolClient, on: string): Promise<void> {
  const held = 'h.pupil_id = f.pupil_id and h.valid_to is null';
  await client.query(`create temporary table load_address on commit drop as
    select s.line, s.pupil_id, coalesce(s.address, '') as lines, coalesce(s.postcode, '') as postcode, exists (select from pupil_address h where h.pupil_id = s.pupil_id and h.protected and h.valid_to is null) as protected
    from load_stage s where coalesce(s.address, s.postcode) is not null`);
  await client.query(`delete from load_address f where exists (select from pupil_address h where ${held} and ((h.lines, h.postcode) = (f.lines, f.postcode) or h.valid_from > $1::date))`, [on]);
  await client.query('update load_stage set is_changed = true where line in (select line from load_address)');
  await client.query(`delete from pupil_address h using load_address f where ${held} and h.valid_from = $1::date`, [on]);
  await client.query(`update pupil_address h set valid_to = $1::date - 1 from load_address f where ${held}`, [on]);
  await client.query('insert into pupil_address (pupil_id, lines, postcode, valid_from, protected) select pupil_id, lines, postcode, $1::date, protected from load_address', [on]);
}

const PHONE = (column: string): string => `nullif(regexp_replace(${column}, '\\D', '', 'g'), '')`;

/**
 * Contacts: the pupil's own by name; otherwise an adult of the same name and telephone held for another child is the same
 * adult, which makes siblings. Whether and how an adult may be reached is never touched: no school's file knows that.
 */
async function mergeCarers(client: PoolClient): Promise<void> {
  await client.query(`create temporary table load_carer on commit drop as
    select s.line, s.pupil_id, c.*, ${PHONE('c.telephone')} as phone, null::integer as carer_id from load_stage s cross join lateral (values
      (1::smallint, s.name1, s.relationship1, s.responsibility1, s.lives_with1, s.telephone1, s.email1), (2::smallint, s.name2, s.relationship2, s.responsibility2, s.lives_with2, s.telephone2, s.email2)
    ) c(priority, full_name, relationship, parental_responsibility, lives_with, telephone, email) where c.full_name is not null`);
  await client.query('update load_carer c set carer_id = h.carer_id from pupil_carer h where h.pupil_id = c.pupil_id and lower(h.full_name) = lower(c.full_name)');
  await client.query(`update load_carer c set carer_id = h.carer_id
    from (select lower(full_name) as name, ${PHONE('telephone')} as phone, min(carer_id) as carer_id from pupil_carer where telephone is not null group by 1, 2) h
    where c.carer_id is null and h.name = lower(c.full_name) and h.phone = c.phone`);
  await client.query(`with unknown as (select distinct lower(full_name) as name, phone, case when phone is null then line end as alone from load_carer where carer_id is null),
      numbered as materialized (select *, nextval('carer_id')::integer as carer_id from unknown)
    update load_carer c set carer_id = n.carer_id from numbered n where c.carer_id is null and n.name = lower(c.full_name) and n.phone is not distinct from c.phone and (n.alone is null or n.alone = c.line)`);
  const said = ['telephone', 'email', 'relationship', 'parental_responsibility', 'lives_with', 'priority'];
  await client.query(markChanged(`update pupil_carer h set ${said.map((name) => `${name} = coalesce(c.${name}, h.${name})`).join(', ')} from load_carer c
    where h.pupil_id = c.pupil_id and h.carer_id = c.carer_id and (${said.map((name) => `h.${name}`).join(', ')}) is distinct from (${said.map((name) => `coalesce(c.${name}, h.${name})`).join(', ')}) returning c.line`));
  await client.query(markChanged(`insert into pupil_carer (pupil_id, carer_id, full_name, telephone, email, relationship, parental_responsibility, lives_with, priority)
    select distinct on (pupil_id, carer_id) pupil_id, carer_id, full_name, telephone, email, coalesce(relationship, 'Contact'), coalesce(parental_responsibility, false), coalesce(lives_with, false), priority
    from load_carer c where not exists (select from pupil_carer h where h.pupil_id = c.pupil_id and h.carer_id = c.carer_id) returning pupil_id`, 'pupil_id'));
}
