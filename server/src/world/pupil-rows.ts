import { dayOfIso, foldName, isoOfDay, ruleValue, type DayNumber } from '@attendance/shared/kernel';
import type { Cell } from './copy-rows.ts';
import { addressOf, carersOf, headsOf } from './families.ts';
import { formLabel, yearLabel, type World, type WorldPupil } from './model.ts';

/** One table's columns and rows, made while they are sent. */
export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: (offsets: Offsets) => Iterable<readonly Cell[]>;
}

/** The database numbers these itself; the world's number plus the offset is the database's. In an empty database all are 0. */
export interface Offsets {
  team: number;
  app_user: number;
  pupil: number;
  carer: number;
}

const isoOrNull = (day: DayNumber | null): string | null => (day === null ? null : isoOfDay(day));

/** Everything the database holds about pupils, table by table, parents first. */
export function pupilTables(world: World): TableRows[] {
  const heads = headsOf(world);
  const reach = reachOf(world);
  return [
    {
      table: 'pupil',
      columns: ['upn', 'former_upn', 'legal_surname', 'legal_forename', 'preferred_forename', 'born_on', 'sex', 'search_name', 'home_la_code', ...REACH],
      rows: () => each(world, (pupil) => pupilRows(pupil, reach(pupil))),
    },
    { table: 'enrolment', columns: ['pupil_id', 'school_id', 'status', 'nc_year', 'form', 'local_id', 'starts_on', 'ends_on', 'leaving_reason', 'restricted'], rows: ({ pupil: offset }) => each(world, (pupil) => enrolmentRows(pupil, offset)) },
    { table: 'pupil_characteristic', columns: ['pupil_id', 'kind', 'value', 'valid_from', 'valid_to', 'source', ...REACH], rows: ({ pupil: offset }) => each(world, (pupil) => characteristicRows(world, pupil, pupil.id + offset).map((row) => [...row, ...reach(pupil)])) },
    { table: 'care_status', columns: ['pupil_id', 'kind', 'valid_from', 'valid_to', 'source_la_code', 'lawful_basis', ...REACH], rows: ({ pupil: offset }) => each(world, (pupil) => careRows(world, pupil).map((row) => [pupil.id + offset, ...row, ...reach(pupil)])) },
    {
      table: 'pupil_carer',
      columns: ['pupil_id', 'carer_id', 'full_name', 'telephone', 'relationship', 'parental_responsibility', 'lives_with', 'contact_allowed', 'safe_contact', 'priority', ...REACH],
      rows: ({ pupil: offset, carer: first }) => each(world, (pupil) => carersOf(world, pupil, heads.get(pupil.household) ?? pupil).map((carer, index) => [
        pupil.id + offset, carer.carerId + first, carer.fullName, carer.telephone, carer.relationship, carer.responsibility, carer.livesWith, carer.contactAllowed, carer.safeContact, index + 1, ...reach(pupil),
      ])),
    },
    {
      table: 'pupil_address',
      columns: ['pupil_id', 'lines', 'postcode', 'valid_from', 'protected', ...REACH],
      rows: ({ pupil: offset }) => each(world, (pupil) => {
        const { lines, postcode, from, isProtected } = addressOf(world, pupil, heads.get(pupil.household) ?? pupil);
        return [[pupil.id + offset, lines, postcode, isoOfDay(from), isProtected, ...reach(pupil)]];
      }),
    },
  ];
}

const REACH = ['school_ids', 'restricted'];

/** What refresh_pupil_reach will find for a pupil: told here so that it, which has the last word, finds every row right and writes none twice. */
function reachOf(world: World): (pupil: WorldPupil) => readonly Cell[] {
  const oldest = dayOfIso(world.today) - ruleValue('leaver.reach-days', world.today);
  return (pupil) => {
    const schools = new Set(pupil.enrolments.flatMap(({ endsOn, school }) => (endsOn === null || endsOn >= oldest ? [school.urn] : [])));
    return [[...schools].sort((one, other) => one - other), pupil.restricted];
  };
}

function* each(world: World, rowsOf: (pupil: WorldPupil) => readonly (readonly Cell[])[]): Generator<readonly Cell[]> {
  for (const pupil of world.pupils) yield* rowsOf(pupil);
}

function pupilRows(pupil: WorldPupil, reach: readonly Cell[]): readonly (readonly Cell[])[] {
  const search = foldName([pupil.forename, pupil.surname, pupil.preferred ?? ''].join(' '));
  return [[
    pupil.upn, pupil.formerUpn, pupil.surname, pupil.forename, pupil.preferred, isoOfDay(pupil.bornOn), pupil.sex, search, pupil.homeLa, ...reach,
  ]];
}

function enrolmentRows(pupil: WorldPupil, offset: number): readonly (readonly Cell[])[] {
  return pupil.enrolments.map((enrolment) => [
    pupil.id + offset, enrolment.school.urn, enrolment.status, yearLabel(enrolment.year), formLabel(enrolment.year, enrolment.letter),
    String(100_000 + enrolment.id), isoOfDay(enrolment.startsOn), isoOrNull(enrolment.endsOn), enrolment.leavingReason, pupil.restricted,
  ]);
}

/** Episodes of care; about one in 120 from Year 7 on is known to youth justice, and it is said on which basis that is held. */
function careRows(world: World, pupil: WorldPupil): readonly (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = pupil.care.map(({ kind, from, to }) => [kind, isoOfDay(from), isoOrNull(to), world.authority.code, null]);
  if (pupil.key === null && pupil.year >= 7 && pupil.id % 121 === 0) rows.push(['YJ', `${world.academicYear - 1}-11-${String(10 + (pupil.id % 18))}`, pupil.id % 5 === 0 ? `${world.academicYear}-06-30` : null, world.authority.code, 'Crime and Disorder Act 1998, section 115']);
  return rows;
}

/** Dated, as they change: what holds today began at some census; one in six support plans began during last school year. */
function characteristicRows(world: World, pupil: WorldPupil, id: number): readonly (readonly Cell[])[] {
  const since = `${world.academicYear - 2}-10-02`;
  const lastYear = `${world.academicYear - 1}-10-02`;
  const rows: Cell[][] = [[id, 'ETHNICITY', pupil.ethnicity, since, null, 'SCHOOL']];
  const recently = pupil.id % 6 === 0 && pupil.key === null;
  if (pupil.sen !== 'N') {
    if (recently && pupil.sen === 'E') rows.push([id, 'SEN', 'K', since, `${world.academicYear}-01-14`, 'SCHOOL'], [id, 'SEN', 'E', `${world.academicYear}-01-15`, null, 'SCHOOL']);
    else rows.push([id, 'SEN', pupil.sen, recently ? lastYear : since, null, 'SCHOOL']);
    if (pupil.need !== null) rows.push([id, 'PRIMARY_NEED', pupil.need, recently ? lastYear : since, null, 'SCHOOL']);
  } else if (pupil.id % 47 === 0) rows.push([id, 'SEN', 'K', since, `${world.academicYear}-07-20`, 'SCHOOL']);
  if (pupil.fsm) rows.push([id, 'FSM', 'Y', recently ? lastYear : since, null, 'SCHOOL']);
  if (pupil.fsm6) rows.push([id, 'FSM6', 'Y', since, null, 'SCHOOL']);
  if (pupil.eal) rows.push([id, 'EAL', 'OTH', since, null, 'SCHOOL']);
  if (pupil.serviceChild) rows.push([id, 'SERVICE_CHILD', 'Y', since, null, 'SCHOOL']);
  if (pupil.youngCarer) rows.push([id, 'YOUNG_CARER', pupil.id % 3 === 0 ? 'P' : 'S', since, null, 'SCHOOL']);
  return rows;
}
