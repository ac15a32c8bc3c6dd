import type { PoolClient } from 'pg';
import { findEstablishmentStatus, findEstablishmentType, findPhase, parseLaestab, schoolPhaseOf } from '@attendance/shared/organisations';
import { FileRefused, markChanged, type Cells, type Columns, type Kind, type Merged } from '../../../platform/loading/index.ts';

/** The headings of an establishment extract of the national register of schools, in their plain form. */
const COLUMNS = {
  urn: { title: 'URN', names: 'urn', needed: true },
  la: { title: 'LA (code)', names: 'lacode', needed: true },
  laName: { title: 'LA (name)', names: 'laname' },
  onsCode: { title: 'GSSLACode (name)', names: 'gsslacodename' },
  number: { title: 'EstablishmentNumber', names: 'establishmentnumber', needed: true },
  name: { title: 'EstablishmentName', names: 'establishmentname', needed: true },
  type: { title: 'TypeOfEstablishment (code)', names: 'typeofestablishmentcode', needed: true },
  status: { title: 'EstablishmentStatus (code)', names: 'establishmentstatuscode', needed: true },
  phase: { title: 'PhaseOfEducation (code)', names: 'phaseofeducationcode', needed: true },
  openedOn: { title: 'OpenDate', names: 'opendate', needed: true },
  closedOn: { title: 'CloseDate', names: 'closedate', needed: true },
  lowAge: { title: 'StatutoryLowAge', names: 'statutorylowage', needed: true },
  highAge: { title: 'StatutoryHighAge', names: 'statutoryhighage', needed: true },
  capacity: { title: 'SchoolCapacity', names: 'schoolcapacity', needed: true },
  trust: { title: 'Trusts (code)', names: 'trustscode', needed: true },
  trustName: { title: 'Trusts (name)', names: 'trustsname' },
  town: { title: 'Town', names: 'town', needed: true },
  postcode: { title: 'Postcode', names: 'postcode', needed: true },
  telephone: { title: 'TelephoneNum', names: 'telephonenum', needed: true },
} as const satisfies Columns<string>;
type Field = keyof typeof COLUMNS;

/** What a school's row holds, and with which type: the stage has these columns, and the table has them too. */
const SCHOOL = {
  la_code: 'integer', establishment_number: 'integer', name: 'text', type_code: 'smallint', phase_code: 'smallint', phase: 'text', status_code: 'smallint', trust_id: 'integer',
  statutory_low_age: 'smallint', statutory_high_age: 'smallint', locality: 'text', postcode: 'text', telephone: 'text', opened_on: 'date', closed_on: 'date', pupil_capacity: 'integer',
} as const;
const STAGE = { urn: 'integer', trust_name: 'text', la_name: 'text', ons_code: 'text', ...SCHOOL } as const;
type Staged = keyof typeof STAGE;

const NAMES = Object.keys(SCHOOL);
const OPEN = 'status_code in (1, 3)';

/**
 * The authority's schools from an extract of the national register. Rows of other authorities are left aside; `outside` takes those
 * and leaves its own: schools elsewhere that children who live here go to, whose registers may be sent too. Nothing is
 * deleted: a school that closed is in the register as closed. `la` names the authority the first time, and must agree later.
 */
export async function schoolsKind(client: PoolClient, la: number | null, outside = false): Promise<Kind<Field, Staged>> {
  const { rows: [held] } = await client.query<{ code: number }>('select code from authority');
  const code = held?.code ?? la;
  if (code === null) throw new FileRefused('The portal does not know yet whose schools to take.', 'Name your authority by its three digits: --la 801.');
  if (la !== null && la !== code) throw new FileRefused(`This portal belongs to authority ${code}, not ${la}.`, 'Leave --la out, or check the address of the database.');
  if (outside && held === undefined) throw new FileRefused('Schools of other authorities come after your own.', 'Load your own schools first, without --outside.');
  return {
    operation: 'loadSchools', columns: COLUMNS, stage: STAGE,
    read: (cells) => {
      const of = Number(cells.text('la'));
      return of > 0 && (of === code) !== outside ? readSchool(cells, of) : null;
    },
    judgements: [
      { column: 'URN', reason: 'This URN stands in more than one row.', rows: 'select line, urn::text as value from load_stage where urn in (select urn from load_stage group by 1 having count(*) > 1)' },
      {
        column: 'EstablishmentNumber', reason: 'Two open schools would have this number. Check which of them is closed.',
        rows: `select s.line, s.establishment_number::text as value from load_stage s where s.${OPEN} and (
          exists (select from load_stage o where o.${OPEN} and o.urn <> s.urn and (o.la_code, o.establishment_number) = (s.la_code, s.establishment_number))
          or exists (select from school h where h.${OPEN} and h.id <> s.urn and (h.la_code, h.establishment_number) = (s.la_code, s.establishment_number) and not exists (select from load_stage t where t.urn = h.id)))`,
      },
    ],
    merge: (tx) => merge(tx, code, held === undefined, outside),
  };
}

function readSchool(cells: Cells<Field>, code: number): Record<Staged, string | number | null> {
  const type = findEstablishmentType(cells.needed('type')) ?? cells.refuse('type', 'There is no kind of establishment with this code.');
  const status = findEstablishmentStatus(cells.needed('status')) ?? cells.refuse('status', 'There is no status with this code.');
  const phase = findPhase(cells.needed('phase')) ?? cells.refuse('phase', 'There is no phase with this code.');
  const laestab = parseLaestab(code, cells.needed('number')) ?? cells.refuse('number', 'An establishment number has up to four digits.');
  return {
    urn: cells.urn('urn') ?? cells.refuse('urn', 'This is blank, and must not be.'), name: cells.needed('name'), la_code: code, establishment_number: Number(laestab.establishment),
    type_code: Number(type.code), phase_code: Number(phase.code), phase: schoolPhaseOf(type, phase), status_code: Number(status.code),
    trust_id: cells.whole('trust'), trust_name: cells.text('trustName'), la_name: cells.text('laName'), ons_code: cells.text('onsCode'),
    // The register leaves the ages of some schools blank: 0 is "not said".
    statutory_low_age: cells.whole('lowAge', 99) ?? 0, statutory_high_age: cells.whole('highAge', 99) ?? 0,
    locality: cells.text('town') ?? '', postcode: cells.text('postcode') ?? '', telephone: cells.text('telephone'),
    opened_on: cells.day('openedOn'), closed_on: cells.day('closedOn'), pupil_capacity: cells.whole('capacity'),
  };
}

async function merge(client: PoolClient, code: number, isFirst: boolean, outside: boolean): Promise<Merged> {
  if (isFirst) await client.query('insert into authority (code, ons_code, name) select $1::int, coalesce(max(ons_code), \'\'), coalesce(max(la_name), \'Authority \' || $1::int) from load_stage', [code]);
  await client.query(markChanged(`insert into trust (id, group_id, name) select trust_id, trust_id::text, coalesce(max(trust_name), 'Trust ' || trust_id) from load_stage where trust_id is not null group by 1
    on conflict (id) do update set name = excluded.name where trust.name <> excluded.name returning id as trust_id`, 'trust_id'));
  // Closures first: a number may pass from the school that closes to the one that opens in its place.
  for (const which of [`not s.${OPEN}`, `s.${OPEN}`]) {
    await client.query(markChanged(`update school h set ${NAMES.map((name) => `${name} = s.${name}`).join(', ')} from load_stage s
      where h.id = s.urn and ${which} and (${NAMES.map((name) => `h.${name}`).join(', ')}) is distinct from (${NAMES.map((name) => `s.${name}`).join(', ')}) returning h.id as urn`, 'urn'));
  }
  await client.query('update load_stage s set is_new = true where not exists (select from school h where h.id = s.urn)');
  await client.query(`insert into school (id, ${NAMES.join(', ')}) select urn, ${NAMES.join(', ')} from load_stage where is_new`);
  const { rows: [found] } = await client.query<{ touched: number[] | null; unnamed: number }>(
    `select (select array_agg(urn order by urn) from load_stage where is_new or is_changed) as touched,
       (select count(*)::int from school h where h.${OPEN} and (h.la_code = $1::int) <> $2::boolean and not exists (select from load_stage s where s.urn = h.id)) as unnamed`, [code, outside]);
  const unnamed = found?.unnamed ?? 0;
  return { pupilIds: [], schoolIds: found?.touched ?? [], notes: unnamed === 0 ? [] : [`Open schools ${outside ? 'elsewhere' : 'here'} that the file does not name: ${unnamed}. They stay as they are.`] };
}
