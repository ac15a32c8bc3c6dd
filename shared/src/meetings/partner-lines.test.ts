import { ROLE_NAMES, mayRole } from '../access/index.ts';
import { PARTNER_WORDS, partnerField } from './index.ts';

test.each([['EARLY_HELP_WORKER', 'EARLY_HELP'], ['VIRTUAL_SCHOOL_HEAD', 'VIRTUAL_SCHOOL'], ['VIRTUAL_SCHOOL_ADVISER', 'VIRTUAL_SCHOOL'], ['VIRTUAL_SCHOOL_ADVISER+SOCIAL_WORKER', 'VIRTUAL_SCHOOL'], ['SEND_OFFICER', 'SEND'], ['SOCIAL_WORKER+SEND_OFFICER', 'SEND'], ['VIRTUAL_SCHOOL_ADVISER+SEND_OFFICER', null], ['EARLY_HELP_WORKER+VIRTUAL_SCHOOL_ADVISER', null], ['SOCIAL_WORKER', null], ['ATTENDANCE_CHAMPION', null], ['SYSTEM', null], ['', null]])('%s writes %s', (roles, field) => expect(partnerField(roles)).toBe(field));
test('whoever has a line of their own may comment on meetings', () => {
  for (const role of ROLE_NAMES) if (partnerField(role) !== null) expect([role, mayRole(role, 'meeting:comment')]).toEqual([role, true]);
});
test('each box of a partner has a role that writes it', () => {
  expect([...new Set(ROLE_NAMES.flatMap((role) => partnerField(role) ?? []))].sort()).toEqual(Object.keys(PARTNER_WORDS).sort());
});
