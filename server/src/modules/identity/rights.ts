import { permissionsOfRoles, ROLES, rolesToChooseFrom, ScopeKind, type Grant, type Reach, type Role } from '@attendance/shared/access';
import type { ChoiceOfRole } from './actor.ts';

/** A grant as the database keeps it; a trust stands for its schools. */
export interface GrantRow {
  readonly role: string;
  readonly schools: number[];
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Everything a person's rights are worked out from. */
export interface RightsRow {
  readonly grants: readonly GrantRow[];
  readonly caseload: readonly number[];
  readonly cohort: readonly number[] | null;
}

export interface Rights {
  readonly role: string;
  readonly roleLabel: string;
  readonly roles: readonly Role[];
  readonly otherRoles: readonly ChoiceOfRole[];
  readonly permissions: ReadonlySet<string>;
  readonly reach: Reach;
}

/** The roles whose pupils are a cohort: the database works that list out only for people who hold one of them. */
export const COHORT_ROLES: readonly Role[] = (Object.keys(ROLES) as Role[]).filter((role) => ROLES[role].scope === ScopeKind.COHORT);

const isRole = (name: string): name is Role => Object.hasOwn(ROLES, name);
const labelOf = (roles: readonly Role[]): string => roles.map((role) => ROLES[role].label).join(' and ');

/**
 * The rights of a person on a day, in the roles of `chosen` or, where that is not (or no longer) theirs to choose, in the
 * first they may choose. null means that the person holds nothing in force.
 */
export function rightsOf({ grants, caseload, cohort }: RightsRow, chosen: string | null, today: string): Rights | null {
  const held = grants.flatMap(({ role, schools, validFrom, validTo }): Grant[] => {
    if (!isRole(role)) return [];
    const { scope } = ROLES[role];
    const pupils = scope === ScopeKind.COHORT ? (cohort ?? []) : scope === ScopeKind.PUPILS ? caseload : [];
    return [{ role, schools, pupils, validFrom, validTo }];
  });
  const choices = rolesToChooseFrom(held, today);
  const choice = choices.find(({ key }) => key === chosen) ?? choices[0];
  if (choice === undefined) return null;
  return {
    role: choice.key,
    roleLabel: labelOf(choice.roles),
    roles: choice.roles,
    otherRoles: choices.filter((other) => other !== choice).map(({ key, roles }) => ({ key, label: labelOf(roles) })),
    permissions: permissionsOfRoles(choice.roles),
    reach: choice.reach,
  };
}
