import { COHORT_ROLES, rightsOf, type GrantRow } from './rights.ts';

const TODAY = '2026-11-24';
const grant = (role: string, schools: number[] = [], validFrom = '2026-09-01', validTo: string | null = null): GrantRow => ({ role, schools, validFrom, validTo });
const rights = (grants: GrantRow[], chosen: string | null = null) => rightsOf({ grants, caseload: [7, 5], cohort: [9, 8] }, chosen, TODAY);

describe('the rights of a person', () => {
  it('are none without a grant in force, or with a role the portal does not know', () => {
    expect(rights([])).toBeNull();
    expect(rights([grant('ATTENDANCE_OFFICER', [], '2026-11-25')])).toBeNull();
    expect(rights([grant('ATTENDANCE_OFFICER', [], '2026-09-01', '2026-11-23')])).toBeNull();
    expect(rights([grant('EMPEROR'), grant('toString')])).toBeNull();
  });

  it('reach the schools of all grants of a role', () => {
    expect(rights([grant('HEADTEACHER', [2]), grant('HEADTEACHER', [1])])?.reach).toMatchObject({ kind: 'SCHOOLS', schools: [1, 2] });
  });

  it('reach the caseload, or the cohort, as the role says', () => {
    expect(rights([grant('SOCIAL_WORKER')])?.reach).toMatchObject({ kind: 'PUPILS', pupils: [5, 7] });
    expect(COHORT_ROLES).toContain('VIRTUAL_SCHOOL_HEAD');
    expect(rights([grant('VIRTUAL_SCHOOL_HEAD')])?.reach).toMatchObject({ kind: 'PUPILS', pupils: [8, 9] });
  });

  it('never lend one role’s permissions to another’s rows', () => {
    const both = [grant('ATTENDANCE_OFFICER'), grant('GOVERNOR', [3])];
    const asGovernor = rights(both, 'GOVERNOR');
    expect(asGovernor).toMatchObject({ role: 'GOVERNOR', reach: { kind: 'AGGREGATE', schools: [3] }, otherRoles: [{ key: 'ATTENDANCE_OFFICER', label: 'Attendance officer' }] });
    expect(asGovernor?.permissions.has('pupil:read')).toBe(false);
  });

  it('join roles over the same rows, and say so', () => {
    expect(rights([grant('HEADTEACHER', [1]), grant('DSL', [1])])).toMatchObject({ role: 'HEADTEACHER+DSL', roleLabel: 'Headteacher and Designated safeguarding lead', otherRoles: [] });
  });

  it('fall back to a role still held when the chosen one is taken away', () => {
    expect(rights([grant('GOVERNOR', [3])], 'ATTENDANCE_OFFICER')?.role).toBe('GOVERNOR');
  });
});
