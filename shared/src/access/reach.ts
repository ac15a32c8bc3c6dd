import { addDays, ruleValue } from '../kernel/index.ts';
import { permissionsOfRoles } from './matrix.ts';
import { Permission } from './permissions.ts';
import { ROLES, ScopeKind, type Role } from './roles.ts';

/** A role given to a person for a time, over schools or pupils where the role needs them. Days are ISO and included; no `validTo` is open-ended. */
export interface Grant {
  role: Role;
  schools?: readonly number[];
  pupils?: readonly number[];
  validFrom: string;
  validTo: string | null;
}

/** The rows an actor reaches. Lists are sorted, and empty where the kind does not use them; an empty list reaches nothing. */
export interface Reach {
  kind: 'AUTHORITY' | 'SCHOOLS' | 'PUPILS' | 'AGGREGATE' | 'NONE';
  /** Restricted records too; without it they are not even counted. */
  full: boolean;
  address: boolean;
  protectedAddress: boolean;
  /** The figures of every school, not only of `schools`. */
  wholeArea: boolean;
  schools: number[];
  pupils: number[];
}

/** The reach of someone who reaches nothing. */
export const NO_REACH: Readonly<Reach> = Object.freeze({
  kind: 'NONE', full: false, address: false, protectedAddress: false, wholeArea: false, schools: [], pupils: [],
});

/** Roles a person may act in at one time, with the grants behind them and the reach they give together. */
export interface RoleChoice {
  /** Names the choice, to remember it by: no two choices of one person share a role. */
  key: string;
  roles: Role[];
  grants: Grant[];
  reach: Reach;
}

/** Whether a grant holds on an ISO day. */
export function isGrantInForce(grant: Grant, todayIso: string): boolean {
  return grant.validFrom <= todayIso && (grant.validTo === null || todayIso <= grant.validTo);
}

function union(lists: Iterable<readonly number[] | undefined>): number[] {
  const all = new Set<number>();
  for (const list of lists) for (const id of list ?? []) all.add(id);
  return [...all].sort((one, other) => one - other);
}

function reachTogether(roles: readonly Role[], grants: readonly Grant[]): Reach {
  const scope = ROLES[roles[0]!].scope;
  // A cohort is a list of pupils by the time it reaches the rows.
  const kind = scope === ScopeKind.COHORT ? ScopeKind.PUPILS : scope;
  if (kind === ScopeKind.NONE) return { ...NO_REACH, schools: [], pupils: [] };
  const wholeArea = ROLES[roles[0]!].wholeArea;
  const permissions = permissionsOfRoles(roles);
  const bySchool = (kind === ScopeKind.SCHOOLS || kind === ScopeKind.AGGREGATE) && !wholeArea;
  return {
    kind,
    full: permissions.has(Permission.PUPIL_READ_RESTRICTED),
    address: permissions.has(Permission.PUPIL_READ_ADDRESS),
    protectedAddress: permissions.has(Permission.PUPIL_READ_PROTECTED_ADDRESS),
    wholeArea,
    schools: bySchool ? union(grants.map((grant) => grant.schools)) : [],
    pupils: kind === ScopeKind.PUPILS ? union(grants.map((grant) => grant.pupils)) : [],
  };
}

/** The roles a person may act in, one choice at a time. Grants of one role add up; different roles join only over exactly the same rows, since joining wider would lend one role's permissions to the other's rows. */
export function rolesToChooseFrom(grants: readonly Grant[], todayIso: string): RoleChoice[] {
  const byRole = new Map<Role, Grant[]>();
  for (const grant of grants) {
    if (!isGrantInForce(grant, todayIso)) continue;
    byRole.set(grant.role, [...(byRole.get(grant.role) ?? []), grant]);
  }
  const choices = new Map<string, { roles: Role[]; grants: Grant[] }>();
  for (const role of (Object.keys(ROLES) as Role[]).filter((each) => byRole.has(each))) {
    const held = byRole.get(role)!;
    const { wholeArea, schools, pupils } = reachTogether([role], held);
    const rows = [ROLES[role].scope, wholeArea, schools.join(','), pupils.join(',')].join('|');
    const choice = choices.get(rows) ?? { roles: [], grants: [] };
    choice.roles.push(role);
    choice.grants.push(...held);
    choices.set(rows, choice);
  }
  return [...choices.values()].map(({ roles, grants: held }) => ({
    key: roles.join('+'),
    roles,
    grants: held,
    reach: reachTogether(roles, held),
  }));
}

/** The reach of a person's grants on an ISO day. Grants that leave a choice to make reach nothing until it is made: pass the grants of one choice. */
export function reachOf(grants: readonly Grant[], todayIso: string): Reach {
  const choices = rolesToChooseFrom(grants, todayIso);
  return choices.length === 1 ? choices[0]!.reach : { ...NO_REACH, schools: [], pupils: [] };
}

/** A time on a school's roll. Days are ISO and included; no `endsOn` means still there. */
export interface RollPeriod {
  schoolId: number;
  startsOn: string;
  endsOn: string | null;
}

/** The schools whose staff reach a pupil today: those with the pupil on roll, or left no more than the agreed days (30) ago. Sorted. */
export function reachSchoolIds(enrolments: readonly RollPeriod[], todayIso: string): number[] {
  const days = ruleValue('leaver.reach-days', todayIso);
  return union(
    enrolments
      .filter(({ startsOn, endsOn }) => startsOn <= todayIso && (endsOn === null || todayIso <= addDays(endsOn, days)))
      .map(({ schoolId }) => [schoolId]),
  );
}
