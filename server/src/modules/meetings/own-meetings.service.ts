import { hideSmallCells } from '@attendance/shared/attendance';
import { addDays, ruleValue, weekStartOf } from '@attendance/shared/kernel';
import { meetingPeriods } from '@attendance/shared/meetings';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { OwnMeetingsRepository } from './own-meetings.repository.ts';
import type { MeetingSummaryType, MyMeetingType, OwnMeetingsType } from './own-meetings.type.ts';
import type { PlannerService } from './planner.service.ts';

/** What schools see of their own meetings, and what people see who see counts only. */
export class OwnMeetingsService {
  constructor(private readonly own: OwnMeetingsRepository, private readonly planner: PlannerService) {}

  async list(operation: Operation, past: boolean, offset: number, take: number): Promise<OwnMeetingsType> {
    const rows = await this.own.list(operation, past, ruleValue('meeting.prepare.school-days', operation.today), offset, take);
    return { total: rows[0]?.total ?? (offset === 0 ? 0 : await this.own.count(operation, past)), items: rows };
  }

  /** The week of today, Monday to Sunday, of whoever asks. */
  async week(operation: Operation): Promise<MyMeetingType[]> {
    const monday = weekStartOf(operation.today);
    return this.own.mine(operation, monday, addDays(monday, 6), meetingPeriods(operation.today));
  }

  async summary(operation: Operation): Promise<MeetingSummaryType> {
    const { term } = await this.planner.terms(operation, null);
    const rows = await this.own.summary(operation, term.startsOn, term.endsOn);
    // Hidden among all schools at once: the same for whoever asks, but for those who reach fewer of them.
    const { cells } = hideSmallCells(rows.map(({ board }) => board.discussed), ruleValue('suppression.minimum', operation.today));
    const items = rows.map(({ board, ...row }, index) => ({ ...row, board: { ...board, discussed: cells[index] ?? null } }));
    for (const { schoolId } of items) operation.audit.schoolIds.add(schoolId);
    return { term, schools: items.length, met: items.filter(({ held }) => held > 0).length, ahead: items.filter(({ held, booked, offered }) => held === 0 && booked + offered > 0).length, items };
  }
}
