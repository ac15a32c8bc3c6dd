import { ROLES, ROLE_NAMES, ScopeKind, type Role } from '@attendance/shared/access';
import { normaliseUpn } from '@attendance/shared/pupils';
import type { Cells, Columns, Kind, StageCell } from '../../../platform/loading/index.ts';
import { PEOPLE_JUDGEMENTS } from './people-judgements.ts';
import { mergePeople } from './people-merge.ts';

const COLUMNS = {
  email: { title: 'Email', names: 'email emailaddress mail', needed: true },
  role: { title: 'Role', names: 'role', needed: true },
  name: { title: 'Name', names: 'name fullname displayname' },
  jobTitle: { title: 'Job title', names: 'jobtitle job position' },
  issuer: { title: 'Issuer', names: 'issuer iss' },
  subject: { title: 'Subject', names: 'subject sub' },
  schools: { title: 'Schools', names: 'schools school urns schoolurns urn' },
  trust: { title: 'Trust', names: 'trust trustuid trustcode' },
  caseload: { title: 'Caseload', names: 'caseload pupils upns' },
  from: { title: 'From', names: 'from validfrom startdate' },
  to: { title: 'To', names: 'to until validto enddate' },
  active: { title: 'Active', names: 'active enabled' },
} as const satisfies Columns<string>;
type Field = keyof typeof COLUMNS;

const STAGE = {
  user_id: 'integer', grant_id: 'integer', issuer: 'text', subject: 'text', email: 'text', full_name: 'text', job_title: 'text', active: 'boolean',
  role: 'text', school_ids: 'integer[]', trust_id: 'integer', upns: 'text[]', valid_from: 'date', valid_to: 'date', says_to: 'boolean',
} as const;
type Staged = keyof typeof STAGE;

/** A role by its name in the code or by its label. */
const ROLE_WORDS: Readonly<Record<string, Role>> = Object.fromEntries(ROLE_NAMES.flatMap((role) => [[ROLES[role].label, role], [role, role]]));

/**
 * People, the roles they are given, and their caseloads. `issuer` is the identity provider where the file names none. Names and
 * addresses of people already known follow that provider and not this file; roles the file does not name stay as they are.
 */
export function peopleKind({ issuer, today }: { readonly issuer: string | null; readonly today: string }): Kind<Field, Staged> {
  return {
    operation: 'loadPeople', columns: COLUMNS, stage: STAGE,
    read: (cells) => readPerson(cells, issuer),
    judgements: PEOPLE_JUDGEMENTS,
    merge: (client) => mergePeople(client, today),
  };
}

const partsOf = (text: string | null): string[] => (text ?? '').split(/[\s;,|]+/).filter((part) => part !== '');

function readPerson(cells: Cells<Field>, provider: string | null): Record<Staged, StageCell> {
  const email = cells.needed('email').toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) cells.refuse('email', 'This is not an email address.');
  const role = cells.oneOf('role', ROLE_WORDS);
  const schools = partsOf(cells.text('schools')).map((urn) => (/^[1-9]\d{5}$/.test(urn) ? Number(urn) : cells.refuse('schools', 'A URN has six digits. Put blanks between several.')));
  const trust = cells.whole('trust');
  const upns = partsOf(cells.text('caseload')).map((upn) => normaliseUpn(upn).upn ?? cells.refuse('caseload', 'One of these is not a UPN. Put blanks between them.'));
  if (role !== null) judgeScope(cells, role, { rows: schools.length > 0 || trust !== null, pupils: upns.length > 0 });
  const from = cells.day('from');
  const to = cells.day('to');
  if (from !== null && to !== null && to < from) cells.refuse('to', 'This is before the day the role begins.');
  return {
    user_id: null, grant_id: null, issuer: cells.text('issuer') ?? provider ?? cells.refuse('issuer', 'The portal has no identity provider in its settings, so the file must name one.'),
    subject: cells.text('subject'), email, full_name: cells.text('name'), job_title: cells.text('jobTitle'), active: cells.yesNo('active'),
    role, school_ids: [...new Set(schools)].sort((one, other) => one - other), trust_id: trust, upns: upns.length > 0 ? upns : null, valid_from: from, valid_to: to, says_to: cells.has('to'),
  };
}

/** A role over schools needs some, and a role that draws its rows otherwise must not seem to be limited by them. */
function judgeScope(cells: Cells<Field>, role: Role, given: { rows: boolean; pupils: boolean }): void {
  const { label, scope, wholeArea } = ROLES[role];
  const bySchool = (scope === ScopeKind.SCHOOLS || scope === ScopeKind.AGGREGATE) && !wholeArea;
  if (bySchool && !given.rows) cells.refuse('schools', `The role ${label} needs schools or a trust.`);
  if (!bySchool && given.rows) cells.refuse('schools', `The role ${label} is not limited to schools. Leave this blank.`);
  if (scope !== ScopeKind.PUPILS && given.pupils) cells.refuse('caseload', `The role ${label} has no caseload. Leave this blank.`);
}
