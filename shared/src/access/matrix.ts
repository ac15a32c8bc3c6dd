import { AUTHORITY_MATRIX } from './matrix-authority.ts';
import type { MatrixRow } from './matrix-cell.ts';
import { PARTNER_MATRIX } from './matrix-partners.ts';
import { EVERYONE, type Permission } from './permissions.ts';
import { ROLE_NAMES, type Role } from './roles.ts';

/** What each role may do about each subject: the one source of the guard and of the documentation. */
export const PERMISSION_MATRIX: Readonly<Record<Role, MatrixRow>> = Object.freeze({ ...AUTHORITY_MATRIX, ...PARTNER_MATRIX });

const byRole = new Map<Role, ReadonlySet<Permission>>(
  ROLE_NAMES.map((role) => [role, new Set([...EVERYONE, ...Object.values(PERMISSION_MATRIX[role]).flatMap((cell) => cell.permissions)])]),
);

/** The permissions of a role. */
export function permissionsOfRole(role: Role): ReadonlySet<Permission> {
  return byRole.get(role) ?? new Set();
}

/** The permissions of roles held together. Whether they may be held together is for `rolesToChooseFrom` to say. */
export function permissionsOfRoles(roles: Iterable<Role>): Set<Permission> {
  const together = new Set<Permission>();
  for (const role of roles) for (const permission of permissionsOfRole(role)) together.add(permission);
  return together;
}

/** Whether a role holds a permission. */
export function mayRole(role: Role, permission: Permission): boolean {
  return permissionsOfRole(role).has(permission);
}

/** The roles that hold a permission, in the order of the documentation. */
export function rolesWith(permission: Permission): Role[] {
  return ROLE_NAMES.filter((role) => mayRole(role, permission));
}
