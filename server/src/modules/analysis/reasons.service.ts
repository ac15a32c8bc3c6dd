import { MARKS_COUNTING_FOR, reasonDeadline } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import { addDays, ruleValue, weekStartOf } from '@attendance/shared/kernel';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { Cutoff, ReasonsRepository } from './reasons.repository.ts';
import type { OverdueReasonsType, PupilsWithoutReasonType } from './reasons.type.ts';

/** Older marks than this are a question of data quality, not of this week's work. */
const LOOK_BACK_DAYS = 42;

/** Absences whose reason should have been found by now: each school's own calendar decides when. */
export class ReasonsService {
  constructor(private readonly reasons: ReasonsRepository) {}

  /** The officer's own schools, or all schools a school role reaches; longest without a reason first. */
  async bySchool(operation: Operation): Promise<OverdueReasonsType[]> {
    const { actor } = operation;
    const cutoffs = await this.cutoffs(operation, null, actor.reach.kind === 'AUTHORITY' ? actor.userId : null);
    return cutoffs.length === 0 ? [] : this.reasons.bySchool(operation, cutoffs, academicYearOf(operation.today), this.from(operation), MARKS_COUNTING_FOR.temporary);
  }

  async pupils(operation: Operation, schoolId: number, offset: number, take: number): Promise<PupilsWithoutReasonType> {
    const cutoffs = await this.cutoffs(operation, schoolId, null);
    const rows = cutoffs.length === 0 ? [] : await this.reasons.pupils(operation, cutoffs, academicYearOf(operation.today), this.from(operation), MARKS_COUNTING_FOR.temporary, offset, take);
    operation.audit.viewed(rows.map((row) => row.pupilId));
    operation.audit.schoolIds.add(schoolId);
    return { total: rows[0]?.total ?? 0, items: rows.map(({ total: _, ...item }) => item) };
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
