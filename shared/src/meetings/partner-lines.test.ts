import { ROLE_NAMES, mayRole } from '../access/index.ts';
import { partnerField } from './index.ts';

test.each([['EARLY_HELP_WORKER', 'EARLY_HELP'], ['VIRTUAL_SCHOOL_HEAD', 'VIRTUAL_SCHOOL'], ['VIRTUAL_SCHOOL_ADVISER', 'VIRTUAL_SCHOOL'], ['VIRTUAL_SCHOOL_ADVISER+SOCIAL_WORKER', 'VIRTUAL_SCHOOL'], ['EARLY_HELP_WORKER+VIRTUAL_SCHOOL_ADVISER', null], ['SOCIAL_WORKER', null], ['ATTENDANCE_CHAMPION', null], ['SYSTEM', null], ['', null]])('%s writes %s', (roles, field) => expect(partnerField(roles)).toBe(field));
test('whoever has a line of their own may comment on meetings', () => {
  for (const role of ROLE_NAMES) if (partnerField(role) !== null) expect([role, mayRole(role, 'meeting:comment')]).toEqual([role, true]);
});
