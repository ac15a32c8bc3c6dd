import { homeKind, homeVariables } from './home-kind.ts';

const asker = (role: string, permissions: string[], schools: number[] = []) => ({ role, permissions, schools });
const officer = asker('ATTENDANCE_OFFICER', ['area:read', 'school:read', 'pupil:read', 'register:read', 'delivery:read']);
const manager = asker('TEAM_MANAGER', officer.permissions);
const champion = asker('ATTENDANCE_CHAMPION', ['school:read', 'pupil:read', 'register:read', 'delivery:read'], [990417]);
const governor = asker('GOVERNOR', ['school:read'], [990417]);
const worker = asker('SOCIAL_WORKER', ['pupil:read', 'register:read']);

it.each([[officer, 'COUNCIL'], [champion, 'SCHOOL'], [governor, 'FIGURES'], [worker, 'CASELOAD'], [asker('SYSTEM_ADMIN', ['user:manage']), 'NONE']] as const)('%j', (who, kind) => expect(homeKind(who)).toBe(kind));

it('asks for nothing a person may not read', () => {
  expect(homeVariables(governor)).toMatchObject({ pupils: false, reasons: false, deliveries: false, own: true, schoolId: 990417, caseload: false });
  expect(homeVariables(worker)).toMatchObject({ schools: false, pupils: false, table: false, reasons: false, caseload: true });
  expect(homeVariables(officer)).toMatchObject({ mine: true, table: true, reasons: true, attention: true, own: false });
  expect(homeVariables(manager)).toMatchObject({ mine: false, reasons: true });
  expect(homeVariables({ ...manager, permissions: ['area:read', 'school:read', 'pupil:read'] })).toMatchObject({ reasons: false });
  expect(homeVariables(champion)).toMatchObject({ mine: false, own: true, reasons: true, attention: false });
});
