import type { Role } from '@attendance/shared/access';

/** A school's id: its unique reference number. */
export type Urn = number;

/** A person who can sign in to the practice authority, and what that person should then find. */
export interface CastMember {
  /** What the identity provider calls this person. */
  readonly subject: string;
  readonly fullName: string;
  readonly email: string;
  readonly jobTitle: string;
  /** A role of shared/access, or null for someone who may sign in and finds nothing. */
  readonly role: Role | null;
  /** The schools a school role reaches. */
  readonly schools?: readonly Urn[];
  readonly trustId?: number;
  /** Keys of named pupils (situations-*.ts) this person works with. */
  readonly caseload?: readonly string[];
  /** The schools an attendance officer is the named contact for, or whose pupils with a plan for special needs a SEND officer looks after. */
  readonly patch?: readonly Urn[];
  readonly team?: TeamKind;
  /** One plain line: what this person sees. */
  readonly sees: string;
}

export type TeamKind = 'ATTENDANCE' | 'LEGAL' | 'EARLY_HELP' | 'SOCIAL_CARE' | 'VIRTUAL_SCHOOL' | 'SEND' | 'CME' | 'HEALTH' | 'DATA';

/** Schools that people of the cast belong to. */
export const OAKMERE: Urn = 990417;
export const TARNBROOK: Urn = 990418;
export const SALTBY_COAST: Urn = 990419;
export const FELLGATE: Urn = 990405;
export const MILLBECK: Urn = 990408;
/** An independent school: it sends no registers, and enters a summary each term. */
export const ST_BEDES: Urn = 990428;
/** A special school. */
export const HOLLINBANK: Urn = 990424;
/** The trust that runs Oakmere Academy. */
export const MOORLAND_TRUST = 9901;
export const SALTMARSH_TRUST = 9902;

function person(fullName: string, jobTitle: string, role: Role | null, sees: string, more: Partial<CastMember> = {}): CastMember {
  const subject = fullName.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z]+/g, '-');
  return { subject, fullName, email: `${subject.replaceAll('-', '.')}@example.org`, jobTitle, role, sees, ...more };
}

/** Everyone who can sign in to Wexmoor, at least one person a role. */
export const CAST: readonly CastMember[] = [
  person('Priya Nandra', 'Attendance officer, North and Coast', 'ATTENDANCE_OFFICER', 'Every school and pupil in Wexmoor; the named officer of most of them.', {
    team: 'ATTENDANCE',
    patch: [OAKMERE, TARNBROOK, SALTBY_COAST, FELLGATE, MILLBECK, 990403, 990404, 990406, 990407, 990409, 990410, 990424, 990426, 990428],
  }),
  person('Tom Ellery', 'Attendance officer, Vale and South', 'ATTENDANCE_OFFICER', 'Every school and pupil in Wexmoor; the named officer of the rest.', {
    team: 'ATTENDANCE', patch: [990401, 990411, 990412, 990413, 990414, 990420, 990421, 990422, 990425, 990427, 990430],
  }),
  person('Ruth Calder', 'Attendance team manager', 'TEAM_MANAGER', 'Everything an officer sees, and records with restricted access.', { team: 'ATTENDANCE' }),
  person('Martin Ashby', 'Education legal officer', 'LEGAL_OFFICER', 'Only pupils whose case was sent to legal.', {
    team: 'LEGAL', caseload: ['tyler-bexfield', 'lacey-bexfield', 'mason-thirkell', 'harvey-stannard'],
  }),
  person('Yusuf Karim', 'Early help worker', 'EARLY_HELP_WORKER', 'The children of the families he works with.', {
    team: 'EARLY_HELP', caseload: ['rhys-calloway', 'callum-redfern', 'zayn-rafiq'],
  }),
  person('Leanne Foxcroft', 'Social worker', 'SOCIAL_WORKER', 'Her own children, wherever they go to school.', {
    team: 'SOCIAL_CARE', caseload: ['caleb-nwosu', 'grace-nwosu', 'jade-ollerton', 'logan-prewett', 'kayden-roache'],
  }),
  person('Rotimi Adeyemi', 'Social worker', 'SOCIAL_WORKER', 'His own children, wherever they go to school.', {
    team: 'SOCIAL_CARE', caseload: ['corey-devlin', 'amelia-strand'],
  }),
  person('Freja Lindqvist', 'Social worker', 'SOCIAL_WORKER', 'Her own children, wherever they go to school.', {
    team: 'SOCIAL_CARE', caseload: ['hamid-noori', 'skye-marchetti'],
  }),
  person('Siân Pryce', 'Virtual School head', 'VIRTUAL_SCHOOL_HEAD', 'Every child in care or known to social care, in any school.', {
    team: 'VIRTUAL_SCHOOL',
    caseload: ['jade-ollerton', 'corey-devlin', 'amelia-strand', 'hamid-noori', 'logan-prewett', 'skye-marchetti', 'caleb-nwosu', 'grace-nwosu', 'kayden-roache', 'summer-whitlock'],
  }),
  person('Owen Tallis', 'Virtual School adviser', 'VIRTUAL_SCHOOL_ADVISER', 'The looked-after children on his own list.', {
    team: 'VIRTUAL_SCHOOL', caseload: ['jade-ollerton', 'amelia-strand', 'logan-prewett'],
  }),
  person('Bronwen Achebe', 'SEND officer, North and Coast', 'SEND_OFFICER', 'Pupils with a plan for special needs at five schools, and a few with SEN support; nothing of home, family or care.', {
    team: 'SEND', patch: [OAKMERE, TARNBROOK, SALTBY_COAST, FELLGATE, HOLLINBANK], caseload: ['rhys-calloway', 'ellie-mae-corrigan', 'mason-thirkell', 'tyler-bexfield', 'connor-maddox', 'corey-devlin'],
  }),
  person('Beatrix Lund', 'Children missing education officer', 'CME_OFFICER', 'Every pupil, to find children without a school.', { team: 'CME' }),
  person('Daniel Hargreave', 'Assistant head, attendance champion', 'ATTENDANCE_CHAMPION', 'Oakmere Academy and its pupils.', { schools: [OAKMERE] }),
  person('Sandra Marlow', 'School administrator', 'SCHOOL_ADMIN', 'Tarnbrook High: registers and files.', { schools: [TARNBROOK] }),
  person('Joy Oduya', 'Headteacher', 'HEADTEACHER', 'Millbeck CofE Primary and its pupils.', { schools: [MILLBECK] }),
  person('Nadine Frost', 'Designated safeguarding lead', 'DSL', 'Fellgate Primary and its pupils, with family details.', { schools: [FELLGATE] }),
  person('Alastair Venn', 'Director of inclusion, Moorland Learning Trust', 'TRUST_LEADER', 'Figures of the trust’s schools; no pupil by name.', { trustId: MOORLAND_TRUST }),
  person('Philippa Stroud', 'Chair of governors, Oakmere Academy', 'GOVERNOR', 'Counts for Oakmere Academy, small ones hidden; no names.', { schools: [OAKMERE] }),
  person('Joan Abara', 'School nurse', 'HEALTH_PARTNER', 'The children she was asked to help.', { team: 'HEALTH', caseload: ['amira-haddad', 'poppy-sandland', 'ellie-mae-corrigan'] }),
  person('Gareth Nolan', 'Police officer, youth justice service', 'POLICE_YJS', 'The few children he works with, and little about them.', { caseload: ['rhys-calloway', 'connor-maddox'] }),
  person('Wei Ling Cho', 'Data analyst', 'DATA_ANALYST', 'Figures of the whole authority, without names.', { team: 'DATA' }),
  person('Imran Shafiq', 'System administrator', 'SYSTEM_ADMIN', 'People, settings and logs; no pupil.'),
  person('Robin Sayle', 'Councillor’s office', null, 'Nothing: signed in, without any right.'),
  person('Helena Marsh', 'Deputy head, attendance champion', 'ATTENDANCE_CHAMPION', 'St Bede’s, an independent school that sends no registers: its meetings, and the summary of each term.', { schools: [ST_BEDES] }),
];
