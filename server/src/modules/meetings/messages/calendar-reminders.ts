import { ROLE_NAMES, ROLES, rolesWith, ScopeKind } from '@attendance/shared/access';
import { ruleValue } from '@attendance/shared/kernel';
import { meetingPeriods, partnerField } from '@attendance/shared/meetings';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { CommunicationService } from '../../communications/index.ts';
import { CalendarRemindersRepository, type CalendarRoles } from './calendar.repository.ts';

const inScope = (scope: ScopeKind) => ROLE_NAMES.filter((role) => ROLES[role].scope === scope);
/** Who may do what a day asks for, and how far each role reaches: the database compares, and the matrix says. */
const WHO: CalendarRoles = {
  recording: rolesWith('meeting:record'), owning: rolesWith('task:write'), adding: ROLE_NAMES.filter((role) => partnerField(role) !== null),
  wide: inScope(ScopeKind.AUTHORITY), local: inScope(ScopeKind.SCHOOLS), named: inScope(ScopeKind.PUPILS), cohort: inScope(ScopeKind.COHORT), fully: rolesWith('pupil:read-restricted'),
};

/** Writes to people on the days around a meeting: the date of the term to be offered, where a school has none, the date to be agreed, the pack to be looked at, lines of partners, the record, the last comments, early actions, promised referrals. */
export class CalendarReminders {
  private readonly rows = new CalendarRemindersRepository();

  constructor(private readonly communications: CommunicationService) {}

  /** Gives how many messages were new. Once a meeting, person and day: the day is in the name, so that a meeting moved is told of anew, and a second run writes nothing. */
  async write(operation: Operation): Promise<number> {
    const { today } = operation;
    const { agree, freeze, partners, record, early } = meetingPeriods(today);
    const periods = { agree, freeze, partners, record, early, comments: ruleValue('meeting.comments-reminder.school-days', today), late: ruleValue('meeting.reminder-late.school-days', today) };
    let written = 0;
    for (const { userId, schoolId, ...data } of await this.rows.due(operation, periods, WHO)) {
      const { isNew } = await this.communications.queue(operation, { kind: 'MEETING_CALENDAR', recipient: { userId }, period: `meeting-${data.meetingId}-${data.step}-${data.dueOn}`, data, schoolId });
      if (isNew) written += 1;
    }
    for (const { term, dueOn, userId, schoolId, schools } of await this.rows.withoutDate(operation, periods.late)) {
      const { isNew } = await this.communications.queue(operation, { kind: 'MEETING_TERM', recipient: { userId }, period: `term-${term}-${dueOn}`, data: { schools, dueOn }, schoolId });
      if (isNew) written += 1;
    }
    if (written > 0) operation.audit.as(AuditKind.CHANGED, { calendar: written });
    return written;
  }
}
