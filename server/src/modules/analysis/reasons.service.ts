import { MARKS_COUNTING_FOR, reasonDeadline } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import { addDays, ruleValue, weekStartOf } from '@attendance/shared/kernel';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { Cutoff, PupilRow, ReasonsRepository } from './reasons.repository.ts';
import type { OverdueReasonsType, PupilsWithoutReasonType } from './reasons.type.ts';

/** Older marks than this are a question of data quality, not of this week's work. */
const LOOK_BACK_DAYS = 42;

/** Absences whose reason should have been found by now: each school's own calendar decides when. */
export class ReasonsService {
  constructor(private readonly reasons: ReasonsRepository) {}

  /** Every school within reach, or only those whose named officer is asking; longest without a reason first. */
  async bySchool(operation: Operation, mine: boolean): Promise<OverdueReasonsType[]> {
    const cutoffs = await this.cutoffs(operation, null, mine ? operation.actor.userId : null);
    return cutoffs.length === 0 ? [] : this.reasons.bySchool(operation, cutoffs, academicYearOf(operation.today), this.from(operation), MARKS_COUNTING_FOR.temporary);
  }

  /** Some pupils of a school without a reason; the trail is whoever calls's. */
  async pupilRows(operation: Operation, schoolId: number, offset: number, take: number): Promise<PupilsWithoutReasonType> {
    const cutoffs = await this.cutoffs(operation, schoolId, null);
    const page = async (from: number, most: number): Promise<PupilRow[]> => (cutoffs.length === 0 ? [] : this.reasons.pupils(operation, cutoffs, academicYearOf(operation.today), this.from(operation), MARKS_COUNTING_FOR.temporary, from, most));
    const rows = await page(offset, take);
    // A page beyond the last has no row to tell the totals.
    const [whole] = rows.length > 0 || offset === 0 ? rows : await page(0, 1);
    return { total: whole?.total ?? 0, sessions: whole?.allSessions ?? 0, items: rows.map(({ total: _, allSessions: __, ...item }) => item) };
  }

  async pupils(operation: Operation, schoolId: number, offset: number, take: number): Promise<PupilsWithoutReasonType> {
    const page = await this.pupilRows(operation, schoolId, offset, take);
    operation.audit.viewed(page.items.map((row) => row.pupilId));
    operation.audit.schoolIds.add(schoolId);
    return page;
  }

  private from(operation: Operation): string {
    return addDays(weekStartOf(operation.today), -LOOK_BACK_DAYS);
  }

  private async cutoffs(operation: Operation, schoolId: number | null, officerId: number | null): Promise<Cutoff[]> {
    const { today } = operation;
    const within = ruleValue('reason-not-established.school-days', today);
    const schools = await this.reasons.openDays(operation, this.from(operation), schoolId, officerId);
    return schools.flatMap((school) => {
      const lastDay = school.days.findLast((day) => (reasonDeadline(day, school.days, within) ?? today) < today);
      return lastDay === undefined ? [] : [{ schoolId: school.schoolId, lastDay }];
    });
  }
}
