import type { Asker } from '../../graphql/page-query.ts';

/** Whose day a home page is made for: decided by what a person may read, not by a list of roles. */
export type HomeKind = 'COUNCIL' | 'SCHOOL' | 'FIGURES' | 'CASELOAD' | 'NONE';

/** Which home page a person gets. */
export function homeKind({ permissions, schools }: Pick<Asker, 'permissions' | 'schools'>): HomeKind {
  const can = (permission: string): boolean => permissions.includes(permission);
  if (can('pupil:read')) {
    if (can('area:read')) return 'COUNCIL';
    return can('school:read') && schools.length > 0 ? 'SCHOOL' : 'CASELOAD';
  }
  return can('school:read') ? 'FIGURES' : 'NONE';
}

/** Named officers have schools of their own; for everybody else "my schools" is every school in reach. */
export function hasOwnSchools({ role }: Pick<Asker, 'role'>): boolean {
  return role === 'ATTENDANCE_OFFICER';
}

/** What the home page's one query brings for a person. */
export function homeVariables(asker: Asker) {
  const kind = homeKind(asker);
  const can = (permission: string): boolean => asker.permissions.includes(permission);
  const ownSchool = asker.schools.length === 1 ? asker.schools[0] : undefined;
  const mine = kind === 'COUNCIL' && hasOwnSchools(asker);
  return {
    mine, schoolId: ownSchool ?? 0,
    schools: can('school:read'), pupils: kind === 'COUNCIL' || kind === 'SCHOOL', caseload: kind === 'CASELOAD',
    own: ownSchool !== undefined && (kind === 'SCHOOL' || kind === 'FIGURES'), area: can('area:read') && !mine,
    table: kind === 'COUNCIL' || (kind === 'FIGURES' && ownSchool === undefined),
    reasons: (kind === 'COUNCIL' || kind === 'SCHOOL') && can('register:read'),
    actions: kind === 'SCHOOL' && can('task:read'), work: kind !== 'SCHOOL' && can('task:read'),
    deliveries: can('delivery:read'), watching: can('watch:keep'), attention: kind === 'COUNCIL',
    meetings: kind === 'SCHOOL' && can('meeting:read'), week: kind === 'COUNCIL' && can('meeting:record'),
  };
}
