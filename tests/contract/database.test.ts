import pg from 'pg';
import type { DataSource } from 'typeorm';
import { composeModules } from '../../server/src/app/compose.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { connectApp, connectIngest } from '../../server/src/platform/database/connections.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { cloneDatabase } from '../support/postgres.ts';

const LOGINS = ['portal_app', 'portal_ingest'];
const ROWS_OF_CHILDREN = ['pupil_id', 'pupil_ids', 'upn', 'former_upn', 'legal_surname', 'legal_forename', 'search_name', 'born_on'];
const NAMES_OF_ADULTS = ['full_name', 'email', 'telephone'];
/** Adults at their work, and the portal's own lists of who may see whom: no row policy, and read by nobody who comes with a reach. */
const KEPT_FROM_REACHES = ['app_user', 'caseload'];
/** Published contacts of schools. */
const OPEN_TO_REACHES = ['school_contact', 'school'];

/** What people keep for themselves: the only tables a request writes by itself (docs/adr/0017). */
const KEPT_FOR_ONESELF = ['watch_list', 'watch_entry', 'saved_view', 'saved_view_told', 'watch_setting', 'outbox_message'];

let client: pg.Client;
let app: DataSource;

beforeAll(async () => {
  const url = await cloneDatabase(process.env.TEST_POSTGRES_URL ?? '', `t_catalogue_${process.env.JEST_WORKER_ID ?? '1'}`);
  client = new pg.Client(url);
  await client.connect();
  const ingest = connectIngest(url);
  const { modules } = composeModules({ config: readConfig({}), clock: systemClock(), log: createLogger('silent'), ingest, app: () => app });
  app = await connectApp(url, modules.flatMap((module) => [...module.entities]), 1);
  await ingest.end();
}, 60_000);

afterAll(async () => {
  await app.destroy();
  await client.end();
});

async function list(text: string, values: unknown[] = []): Promise<string[]> {
  return (await client.query<{ found: string }>(text, values)).rows.map(({ found }) => found);
}

const TABLES = `from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema() where c.relkind in ('r', 'p', 'v', 'm', 'f')`;
const REACHES = `(select rolname as name from pg_roles where rolname like 'reach\\_%')`;

test('every column of an entity is in the migrated database, with its type and whether it may be empty', async () => {
  const { rows } = await client.query<{ name: string; type: string; required: boolean; key: boolean }>(`
    select c.relname || '.' || a.attname as name, format_type(a.atttypid, null) as type, a.attnotnull as required,
      exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey)) as key
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
    where a.attnum > 0 and not a.attisdropped`);
  const held = new Map(rows.map(({ name, type, required, key }) => [name, `${type}${required ? '' : ', may be empty'}${key ? ', key' : ''}`]));
  const wanted = app.entityMetadatas.flatMap((entity) => entity.columns.map((column) => [
    `${entity.tableName}.${column.databaseName}`,
    `${app.driver.normalizeType(column)}${column.isArray ? '[]' : ''}${column.isNullable ? ', may be empty' : ''}${column.isPrimary ? ', key' : ''}`,
  ] as const));
  expect(wanted.length).toBeGreaterThan(20);
  expect(wanted.filter(([name, description]) => held.get(name) !== description).map(([name, description]) => `${name}: entity says ${description}, database says ${held.get(name) ?? 'nothing'}`)).toEqual([]);
});

describe('row policies', () => {
  test('stand, forced, on every table with rows about children, for each reach that may read it', async () => {
    const about = await list(`select distinct c.relname as found ${TABLES.replace(' where', ' join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 where')}
      and not c.relispartition and a.attname = any ($1) order by 1`, [ROWS_OF_CHILDREN]);
    expect(about).toEqual(expect.arrayContaining(['pupil', 'enrolment', 'register_week', 'pupil_address', 'audit_entry']));
    const open = await list(`
      select c.relname || ' for ' || r.name as found
      from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema(), ${REACHES} r
      where c.relname = any ($1) and (not c.relrowsecurity or not c.relforcerowsecurity) and has_table_privilege(r.name, c.oid, 'select')`, [about]);
    expect(open).toEqual([]);
    const unforced = await list(`select c.relname as found ${TABLES} and c.relname = any ($1) and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`, [about]);
    expect(unforced).toEqual(['caseload']);
    const policies = await list(`select distinct tablename || ' for ' || role as found from pg_policies, unnest(roles) role where schemaname = current_schema()`);
    expect(about.filter((table) => !KEPT_FROM_REACHES.includes(table)).flatMap((table) => [`${table} for reach_authority`, `${table} for reach_schools`, `${table} for reach_pupils`]).filter((each) => !policies.includes(each))).toEqual([]);
  });

  test('names of adults are behind a policy, kept from every reach, or published', async () => {
    const named = await list(`select distinct c.relname as found ${TABLES.replace(' where', ' join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 where')}
      and c.relkind <> 'v' and not c.relrowsecurity and a.attname = any ($1) order by 1`, [NAMES_OF_ADULTS]);
    expect(named.filter((table) => !KEPT_FROM_REACHES.includes(table) && !OPEN_TO_REACHES.includes(table))).toEqual([]);
    expect(await list(`select c.relname || ' for ' || r.name as found ${TABLES.replace(' where', `, ${REACHES} r where`)} and c.relname = any ($1) and has_any_column_privilege(r.name, c.oid, 'select')`, [KEPT_FROM_REACHES])).toEqual([]);
  });

  test('are plain comparisons: no sub-select, no function but current_setting', async () => {
    const { rows } = await client.query<{ policy: string; test: string }>(`select policyname as policy, coalesce(qual, '') || ' ' || coalesce(with_check, '') as test from pg_policies where schemaname = current_schema()`);
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter(({ test: text }) => /\bselect\b/i.test(text)).map(({ policy }) => policy)).toEqual([]);
    expect(rows.flatMap(({ policy, test: text }) => [...text.matchAll(/(\w+)\s*\(/g)].map((match) => match[1] ?? '').filter((name) => !['current_setting', 'ANY', 'AND', 'OR', 'NOT'].includes(name)).map((name) => `${policy}: ${name}`))).toEqual([]);
  });

  test('let everything pass only for those who reach the whole authority, for importing, and for the owner', async () => {
    const wide = await list(`select distinct role::text as found from pg_policies, unnest(roles) role where schemaname = current_schema() and qual = 'true' and role <> current_user order by 1`);
    expect(wide.filter((role) => !role.startsWith('reach_authority'))).toEqual(['portal_ingest', 'reach_area']);
  });

  test('a partition is reached through its parent only', async () => {
    expect(await list(`select c.relname || ' for ' || r.rolname as found ${TABLES.replace(' where', ', pg_roles r where')} and c.relispartition and (r.rolname like 'reach\\_%' or r.rolname = any ($1))
      and has_table_privilege(r.rolname, c.oid, 'select, insert, update, delete')`, [LOGINS])).toEqual([]);
  });
});

describe('the logins', () => {
  test('have no right that steps over a policy', async () => {
    expect(await list(`select rolname as found from pg_roles where (rolname = any ($1) or rolname like 'reach\\_%') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`, [LOGINS])).toEqual([]);
    expect(await list(`select rolname as found from pg_roles where rolname like 'reach\\_%' and rolcanlogin`)).toEqual([]);
  });

  test('a request can never become the importer or the owner', async () => {
    expect(await list(`select r.rolname as found from pg_roles r where pg_has_role('portal_app', r.oid, 'member') and r.rolname not like 'reach\\_%' and r.rolname <> 'portal_app'`)).toEqual([]);
    expect(await list(`select r.rolname as found from pg_roles r where pg_has_role('portal_ingest', r.oid, 'member') and r.rolname <> 'portal_ingest'`)).toEqual([]);
  });

  test('the one behind requests owns nothing and makes nothing', async () => {
    expect(await list(`select c.relname as found from pg_class c where pg_get_userbyid(c.relowner) = 'portal_app' or pg_get_userbyid(c.relowner) like 'reach\\_%'
      union all select p.proname from pg_proc p where pg_get_userbyid(p.proowner) = 'portal_app' or pg_get_userbyid(p.proowner) like 'reach\\_%'`)).toEqual([]);
    expect(await list(`select r.rolname as found from pg_roles r where (r.rolname = any ($1) or r.rolname like 'reach\\_%') and has_schema_privilege(r.rolname, current_schema(), 'create')`, [LOGINS])).toEqual([]);
  });

  test('a reach reads, and writes nothing but what its own actor keeps', async () => {
    expect(await list(`select c.relname || ' may be emptied' as found from pg_class c where c.relname = any ($1) and exists (select from ${REACHES} r where has_table_privilege(r.name, c.oid, 'truncate'))`, [KEPT_FOR_ONESELF])).toEqual([]);
    const open = await list(`select p.policyname as found from pg_policies p, unnest(p.roles) role where p.schemaname = current_schema() and p.tablename = any ($1) and p.cmd <> 'SELECT' and role like 'reach\\_%'
      and (coalesce(p.qual, '') !~ '\\((owner_id|recipient_id) = \\(current_setting' or coalesce(p.with_check, '') !~ '\\((owner_id|recipient_id) = \\(current_setting')`, [KEPT_FOR_ONESELF]);
    // A list that is handed over becomes a colleague's, and must be one they can read.
    expect(open).toEqual(['watch_list_handed_over']);
    expect(await list(`select c.relname as found ${TABLES} and c.relname = any ($1) and c.relrowsecurity and c.relforcerowsecurity order by 1`, [KEPT_FOR_ONESELF])).toEqual([...KEPT_FOR_ONESELF].sort());
    expect(await list(`select c.relname || ' for ' || r.name as found ${TABLES.replace(' where', `, ${REACHES} r where`)} and (has_any_column_privilege(r.name, c.oid, 'insert, update')
      or has_table_privilege(r.name, c.oid, 'delete, truncate')) and not c.relname = any ($1)`, [KEPT_FOR_ONESELF])).toEqual([]);
  });

  test('the audit trail is written through append_audit and in no other way', async () => {
    expect(await list(`select r.rolname || ' may change ' || t as found from pg_roles r, unnest(array['audit_entry', 'audit_head']) t
      where (r.rolname = any ($1) or r.rolname like 'reach\\_%') and (has_any_column_privilege(r.rolname, t, 'insert, update') or has_table_privilege(r.rolname, t, 'delete, truncate, trigger, references'))`, [LOGINS])).toEqual([]);
  });
});

test('functions that read past the policies look for their tables in one place only', async () => {
  expect(await list(`select p.proname as found from pg_proc p where p.pronamespace = current_schema()::regnamespace and p.prosecdef and not coalesce(p.proconfig::text like '%search_path=%', false)`)).toEqual([]);
  expect(await list(`select p.proname as found from pg_proc p where p.pronamespace = current_schema()::regnamespace and p.prosecdef and has_function_privilege('public', p.oid, 'execute')`)).toEqual([]);
});

test('views run as whoever asks, but for the one that shows colleagues\' names', async () => {
  expect(await list(`select c.relname as found ${TABLES} and c.relkind in ('v', 'm') and not coalesce(c.reloptions::text like '%security_invoker=true%', false)`)).toEqual(['colleague']);
  expect(await list(`select attname as found from pg_attribute where attrelid = 'colleague'::regclass and attnum > 0 order by attnum`)).toEqual(['id', 'full_name', 'job_title']);
});
