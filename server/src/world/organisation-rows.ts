import { academicYearOf, schoolWeeks } from '@attendance/shared/calendar';
import { CAST, type CastMember } from './cast.ts';
import type { Cell } from './copy-rows.ts';
import { forenameOf, surnameOf } from './heritage.ts';
import type { World, WorldSchool } from './model.ts';
import type { TableRows } from './pupil-rows.ts';
import { Random } from './random.ts';

const TEAMS = [
  ['ATTENDANCE', 'School attendance support'], ['LEGAL', 'Education legal'], ['EARLY_HELP', 'Early help'], ['SOCIAL_CARE', 'Children’s social care'],
  ['VIRTUAL_SCHOOL', 'Virtual School'], ['SEND', 'Special educational needs'], ['CME', 'Children missing education'], ['HEALTH', 'School nursing'], ['DATA', 'Education data'],
] as const;

/** Everything the database holds about the authority, its people and its schools, table by table, parents first. */
export function organisationTables(world: World, issuer: string): TableRows[] {
  const since = `${world.academicYear - 1}-09-01`;
  return [
    { table: 'authority', columns: ['code', 'ons_code', 'name', 'practice'], rows: () => [[world.authority.code, world.authority.onsCode, world.authority.name, true]] },
    { table: 'trust', columns: ['id', 'group_id', 'name', 'companies_house'], rows: () => world.trusts.map(({ id, groupId, name, companiesHouse }) => [id, groupId, name, companiesHouse]) },
    { table: 'team', columns: ['name', 'kind'], rows: () => TEAMS.map(([kind, name]) => [name, kind]) },
    { table: 'app_user', columns: ['issuer', 'subject', 'full_name', 'email', 'job_title'], rows: () => CAST.map((member) => [issuer, member.subject, member.fullName, member.email, member.jobTitle]) },
    { table: 'team_member', columns: ['team_id', 'user_id'], rows: ({ team, app_user: user }) => CAST.flatMap((member, index) => (member.team ? [[TEAMS.findIndex(([kind]) => kind === member.team) + 1 + team, index + 1 + user]] : [])) },
    {
      table: 'school',
      columns: ['id', 'la_code', 'establishment_number', 'name', 'type_code', 'phase_code', 'phase', 'status_code', 'trust_id', 'statutory_low_age', 'statutory_high_age',
        'locality', 'postcode', 'telephone', 'opened_on', 'closed_on', 'pupil_capacity'],
      rows: () => world.schools.map((school) => [
        school.urn, school.laCode, school.establishmentNumber, school.name, school.typeCode, school.phaseCode, school.phase, school.statusCode, school.trustId, school.lowAge,
        school.highAge, school.locality, school.postcode, school.telephone, school.openedOn, school.closedOn, school.capacity,
      ]),
    },
    { table: 'school_link', columns: ['school_id', 'linked_urn', 'link_type', 'established_on'], rows: () => world.schools.flatMap(linksOf) },
    { table: 'school_contact', columns: ['school_id', 'role', 'full_name', 'telephone', 'email'], rows: () => world.schools.filter((school) => school.statusCode === 1).flatMap((school) => contactsOf(world, school)) },
    { table: 'school_officer', columns: ['school_id', 'user_id', 'valid_from'], rows: ({ app_user: user }) => officersOf(world, user, since) },
    { table: 'school_term', columns: ['school_id', 'academic_year', 'name', 'starts_on', 'ends_on'], rows: () => open(world).flatMap((school) => school.calendar.terms.map((term) => [school.urn, academicYearOf(term.startsOn), term.name, term.startsOn, term.endsOn])) },
    { table: 'school_closure', columns: ['school_id', 'closed_on', 'kind', 'label'], rows: () => open(world).flatMap((school) => school.calendar.closures.map(({ on, kind, label }) => [school.urn, on, kind, label])) },
    { table: 'school_week', columns: ['school_id', 'week_start', 'academic_year', 'ordinal', 'open_days'], rows: () => open(world).flatMap((school) => schoolWeeks(school.calendar).map((week) => [school.urn, week.weekStart, week.academicYear, week.ordinal, week.openDays])) },
    { table: 'user_grant', columns: ['user_id', 'role', 'school_ids', 'trust_id', 'valid_from'], rows: ({ app_user: user }) => CAST.flatMap((member, index) => (member.role === null ? [] : [[index + 1 + user, member.role, schoolsOf(world, member), member.trustId ?? null, since] as Cell[]])) },
  ];
}

/** Who works with which pupils. Sent after the pupils. */
export function caseloadTable(world: World): TableRows {
  const since = `${world.academicYear}-09-01`;
  const inCare = world.pupils.filter((pupil) => pupil.care.some(({ to }) => to === null)).map((pupil) => pupil.id);
  const idsOf = (member: CastMember): number[] => {
    const named = (member.caseload ?? []).flatMap((key) => world.named.get(key)?.id ?? []);
    // The Virtual School's cohort is everyone with a care status, and plans for special needs go by school: not only the cast.
    const others = member.role === 'VIRTUAL_SCHOOL_HEAD' ? inCare : member.role === 'SEND_OFFICER' ? withPlan(world, member) : [];
    return [...new Set([...named, ...others])];
  };
  return {
    table: 'caseload', columns: ['user_id', 'pupil_id', 'valid_from'],
    rows: ({ app_user: user, pupil: offset }) => CAST.flatMap((member, index) => idsOf(member).map((pupil) => [index + 1 + user, pupil + offset, since])),
  };
}

const withPlan = (world: World, { patch = [] }: CastMember): number[] =>
  world.pupils.filter(({ sen, enrolments }) => sen === 'E' && enrolments.some(({ school, endsOn }) => endsOn === null && patch.includes(school.urn))).map(({ id }) => id);
const open = (world: World): WorldSchool[] => world.schools.filter((school) => school.statusCode === 1);

/** A trust leader's grant names the trust's schools, so that reach needs no look-up of the trust. */
function schoolsOf(world: World, member: CastMember): readonly number[] {
  if (member.trustId === undefined) return member.schools ?? [];
  return open(world).filter((school) => school.trustId === member.trustId).map((school) => school.urn);
}

function linksOf(school: WorldSchool): readonly (readonly Cell[])[] {
  if (school.predecessor === null) return [];
  return [[school.urn, school.predecessor, 'PREDECESSOR', school.openedOn], [school.predecessor, school.urn, 'SUCCESSOR', school.openedOn]];
}

const CONTACT_ROLES = { HEADTEACHER: 'HEADTEACHER', ATTENDANCE_CHAMPION: 'ATTENDANCE_CHAMPION', DSL: 'DSL', SCHOOL_ADMIN: 'ATTENDANCE_OFFICE' } as const;

function contactsOf(world: World, school: WorldSchool): readonly (readonly Cell[])[] {
  const random = new Random(world.seed, school.urn, 81);
  return Object.entries(CONTACT_ROLES).map(([role, contact], index) => {
    const member = CAST.find((each) => each.role === role && each.schools?.includes(school.urn));
    const name = member?.fullName ?? `${forenameOf(random, 'BRITISH', random.chance(0.62) ? 'F' : 'M')} ${surnameOf(random, 'BRITISH')}`;
    const telephone = index === 1 && school.urn === 990417 ? '01632 960 118' : `01632 960 ${String(random.between(100, 999))}`;
    return [school.urn, contact, name, telephone, member?.email ?? `${contact.toLowerCase().replace('_', '.')}@${school.urn}.example.org`];
  });
}

function officersOf(world: World, userOffset: number, since: string): readonly (readonly Cell[])[] {
  const officers = CAST.filter((member) => member.role === 'ATTENDANCE_OFFICER');
  return open(world).filter((school) => school.laCode === world.authority.code).flatMap((school) => {
    const named = officers.find((officer) => officer.patch?.includes(school.urn)) ?? officers[school.urn % officers.length];
    return named ? [[school.urn, CAST.indexOf(named) + 1 + userOffset, since]] : [];
  });
}
