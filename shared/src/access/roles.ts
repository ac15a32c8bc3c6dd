/** How far a role's rows are drawn: a whole authority, schools, named pupils, a cohort of pupils, figures only, or nothing. */
export const ScopeKind = {
  AUTHORITY: 'AUTHORITY',
  SCHOOLS: 'SCHOOLS',
  PUPILS: 'PUPILS',
  COHORT: 'COHORT',
  AGGREGATE: 'AGGREGATE',
  NONE: 'NONE',
} as const;
export type ScopeKind = (typeof ScopeKind)[keyof typeof ScopeKind];

/** The jobs people sign in to do. */
export const Role = {
  ATTENDANCE_OFFICER: 'ATTENDANCE_OFFICER',
  TEAM_MANAGER: 'TEAM_MANAGER',
  LEGAL_OFFICER: 'LEGAL_OFFICER',
  EARLY_HELP_WORKER: 'EARLY_HELP_WORKER',
  SOCIAL_WORKER: 'SOCIAL_WORKER',
  VIRTUAL_SCHOOL_HEAD: 'VIRTUAL_SCHOOL_HEAD',
  VIRTUAL_SCHOOL_ADVISER: 'VIRTUAL_SCHOOL_ADVISER',
  SEND_OFFICER: 'SEND_OFFICER',
  CME_OFFICER: 'CME_OFFICER',
  ATTENDANCE_CHAMPION: 'ATTENDANCE_CHAMPION',
  SCHOOL_ADMIN: 'SCHOOL_ADMIN',
  HEADTEACHER: 'HEADTEACHER',
  DSL: 'DSL',
  TRUST_LEADER: 'TRUST_LEADER',
  GOVERNOR: 'GOVERNOR',
  HEALTH_PARTNER: 'HEALTH_PARTNER',
  POLICE_YJS: 'POLICE_YJS',
  DATA_ANALYST: 'DATA_ANALYST',
  SYSTEM_ADMIN: 'SYSTEM_ADMIN',
} as const;
export type Role = (typeof Role)[keyof typeof Role];

/** A role as people read it. `wholeArea` says that an aggregate role sees the figures of every school, not only those granted. */
export interface RoleDescription {
  readonly label: string;
  readonly scope: ScopeKind;
  readonly wholeArea: boolean;
}

const { AUTHORITY, SCHOOLS, PUPILS, COHORT, AGGREGATE, NONE } = ScopeKind;

function role(label: string, scope: ScopeKind, wholeArea = scope === AUTHORITY): RoleDescription {
  return Object.freeze({ label, scope, wholeArea });
}

/** Every role with its label and scope. */
export const ROLES: Readonly<Record<Role, RoleDescription>> = Object.freeze({
  ATTENDANCE_OFFICER: role('Attendance officer', AUTHORITY),
  TEAM_MANAGER: role('Attendance team manager', AUTHORITY),
  LEGAL_OFFICER: role('Legal officer', PUPILS),
  EARLY_HELP_WORKER: role('Early help worker', PUPILS),
  SOCIAL_WORKER: role('Social worker', PUPILS),
  VIRTUAL_SCHOOL_HEAD: role('Virtual school head', COHORT),
  VIRTUAL_SCHOOL_ADVISER: role('Virtual school adviser', PUPILS),
  SEND_OFFICER: role('SEND officer', PUPILS),
  CME_OFFICER: role('Children missing education and home education officer', AUTHORITY),
  ATTENDANCE_CHAMPION: role('School attendance champion', SCHOOLS),
  SCHOOL_ADMIN: role('School administrator', SCHOOLS),
  HEADTEACHER: role('Headteacher', SCHOOLS),
  DSL: role('Designated safeguarding lead', SCHOOLS),
  TRUST_LEADER: role('Trust leader', AGGREGATE),
  GOVERNOR: role('Governor', AGGREGATE),
  HEALTH_PARTNER: role('School nurse or health partner', PUPILS),
  POLICE_YJS: role('Police or youth justice worker', PUPILS),
  DATA_ANALYST: role('Data analyst', AGGREGATE, true),
  SYSTEM_ADMIN: role('System administrator', NONE),
});

/** Every role, in the order of the documentation. */
export const ROLE_NAMES: readonly Role[] = Object.freeze(Object.values(Role));
