import {
  EVERYONE, MATRIX_SUBJECTS, mayRole, Permission, PERMISSION_MATRIX, PERMISSIONS, permissionsOfRole, permissionsOfRoles, Role, ROLE_NAMES, ROLES, rolesWith,
} from './index.ts';

// An explanation is figures; its lists of names need pupil:read.
const namesPupils = (permission: string) => /^(pupil|register:read|note|task|case:(read$|write))/.test(permission);

describe('the permission matrix', () => {
  test('has nineteen roles, each with a cell for every subject', () => {
    expect(ROLE_NAMES).toHaveLength(19);
    expect(Object.keys(PERMISSION_MATRIX).sort()).toEqual([...ROLE_NAMES].sort());
    for (const role of ROLE_NAMES) {
      expect(Object.keys(PERMISSION_MATRIX[role])).toEqual(Object.keys(MATRIX_SUBJECTS));
      expect(ROLES[role].label).not.toBe('');
      for (const cell of Object.values(PERMISSION_MATRIX[role])) expect(cell.words).not.toBe('');
    }
  });

  test.each(PERMISSIONS.map((permission) => [permission]))('%s is a subject and an action, and some role holds it', (permission) => {
    expect(permission).toMatch(/^[a-z]+(-[a-z]+)*:[a-z]+(-[a-z]+)*$/);
    expect(rolesWith(permission).length).toBeGreaterThan(0);
  });

  test.each([Role.GOVERNOR, Role.TRUST_LEADER, Role.DATA_ANALYST, Role.SYSTEM_ADMIN])('%s names no pupil', (role) =>
    expect([...permissionsOfRole(role)].filter(namesPupils)).toEqual([]));

  test.each([
    [Permission.AREA_READ, ['ATTENDANCE_OFFICER', 'TEAM_MANAGER', 'CME_OFFICER', 'DATA_ANALYST']],
    [Permission.PUPIL_READ_RESTRICTED, ['TEAM_MANAGER', 'LEGAL_OFFICER', 'SOCIAL_WORKER', 'VIRTUAL_SCHOOL_HEAD', 'HEADTEACHER', 'DSL']],
    [Permission.PUPIL_READ_PROTECTED_ADDRESS, ['TEAM_MANAGER', 'SOCIAL_WORKER', 'DSL']],
    [Permission.REGISTER_IMPORT, ['ATTENDANCE_OFFICER', 'TEAM_MANAGER', 'ATTENDANCE_CHAMPION', 'SCHOOL_ADMIN']],
    [Permission.DELIVERY_UNDO, ['ATTENDANCE_OFFICER', 'TEAM_MANAGER', 'ATTENDANCE_CHAMPION', 'SCHOOL_ADMIN']],
    [Permission.BARRIER_WRITE, ['ATTENDANCE_OFFICER', 'TEAM_MANAGER']],
    [Permission.BARRIER_READ, ['ATTENDANCE_OFFICER', 'TEAM_MANAGER', 'CME_OFFICER', 'ATTENDANCE_CHAMPION', 'SCHOOL_ADMIN', 'HEADTEACHER', 'DSL', 'TRUST_LEADER', 'GOVERNOR', 'DATA_ANALYST']],
    [Permission.TASK_READ, ['ATTENDANCE_OFFICER', 'TEAM_MANAGER', 'EARLY_HELP_WORKER', 'SOCIAL_WORKER', 'VIRTUAL_SCHOOL_HEAD', 'VIRTUAL_SCHOOL_ADVISER', 'SEND_OFFICER', 'CME_OFFICER', 'ATTENDANCE_CHAMPION', 'SCHOOL_ADMIN', 'HEADTEACHER', 'DSL', 'HEALTH_PARTNER']],
    [Permission.MEETING_COMMENT, ['EARLY_HELP_WORKER', 'VIRTUAL_SCHOOL_HEAD', 'VIRTUAL_SCHOOL_ADVISER', 'SEND_OFFICER', 'ATTENDANCE_CHAMPION']],
    [Permission.USER_MANAGE, ['TEAM_MANAGER', 'VIRTUAL_SCHOOL_HEAD', 'ATTENDANCE_CHAMPION', 'HEADTEACHER', 'SYSTEM_ADMIN']],
    [Permission.AUDIT_READ_SUBJECT, ['ATTENDANCE_OFFICER', 'TEAM_MANAGER']],
    [Permission.LEGAL_APPROVE, ['LEGAL_OFFICER', 'HEADTEACHER']],
    [Permission.CASE_APPROVE, ['TEAM_MANAGER', 'HEADTEACHER']],
    [Permission.CONFIGURATION_MANAGE, ['SYSTEM_ADMIN']],
  ])('%s is for %j', (permission, roles) => expect(rolesWith(permission)).toEqual(roles));

  test('a SEND officer has what a line, a task and a document take, and nothing of home, family, care, restricted records, cases, law or care plans', () =>
    expect([...permissionsOfRole(Role.SEND_OFFICER)].filter((permission) => !EVERYONE.includes(permission)).sort()).toEqual([
      'communication:read', 'document:read', 'document:write', 'figure:explain', 'meeting:comment', 'pupil:read', 'pupil:search', 'register:read', 'report:read-aggregate', 'task:read', 'task:write', 'watch:keep',
    ]));

  test('whoever reads a protected address reads addresses, and whoever reads more of a pupil reads the pupil', () => {
    for (const role of ROLE_NAMES) {
      const held = permissionsOfRole(role);
      if (held.has(Permission.PUPIL_READ_PROTECTED_ADDRESS)) expect(held.has(Permission.PUPIL_READ_ADDRESS)).toBe(true);
      for (const permission of held) if (permission.startsWith('pupil:') || permission === 'register:read') expect(held.has(Permission.PUPIL_READ)).toBe(true);
      for (const permission of EVERYONE) expect(held.has(permission)).toBe(true);
    }
  });

  test('roles held together add up', () => {
    const together = permissionsOfRoles([Role.SCHOOL_ADMIN, Role.DSL]);
    expect([together.has('legal:draft-request'), together.has('pupil:read-restricted'), together.has('area:read')]).toEqual([true, true, false]);
    expect(permissionsOfRoles([]).size).toBe(0);
    expect(mayRole(Role.SYSTEM_ADMIN, Permission.AUDIT_READ_OWN)).toBe(true);
  });
});
