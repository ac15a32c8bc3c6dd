import { ROLE_NAMES, ROLES, rolesWith, ScopeKind } from '@attendance/shared/access';

/** Which roles hold meetings of any school, and which of all may know of restricted children: the database compares, and the matrix of permissions says. */
export const HOLDING_ROLES = {
  holding: ROLE_NAMES.filter((role) => ROLES[role].scope === ScopeKind.AUTHORITY && rolesWith('meeting:record').includes(role)),
  fully: ROLE_NAMES.filter((role) => rolesWith('pupil:read-restricted').includes(role)),
} as const;
