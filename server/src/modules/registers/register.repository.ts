import { academicYearOfWeek } from '@attendance/shared/calendar';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { RegisterChangeType, RegisterYearType } from './register.type.ts';

interface WeekRow { enrolmentId: number; schoolId: number; schoolName: string; weekStart: string; marks: string; open: number }

/** Reading the week rows and their history. */
export class RegisterRepository {
  /** Every year of the given enrolments, latest first, with its weeks in order and the marks that changed. Two statements. */
  async years(operation: Operation, enrolmentIds: readonly number[]): Promise<RegisterYearType[]> {
    if (enrolmentIds.length === 0) return [];
    const weeks = await operation.sql<WeekRow>(
      `select r.enrolment_id as "enrolmentId", r.school_id as "schoolId", s.name as "schoolName", r.week_start as "weekStart", r.marks, coalesce(w.open_days, 31)::int as open
       from register_week r join school s on s.id = r.school_id left join school_week w on w.school_id = r.school_id and w.week_start = r.week_start
       where r.enrolment_id = any ($1) order by r.week_start`, [[...enrolmentIds]]);
    const changes = await operation.sql<RegisterChangeType & { enrolmentId: number }>(
      `select id, enrolment_id as "enrolmentId", week_start as "weekStart", slot, old_mark as "oldMark", new_mark as "newMark", changed_at as "changedAt", delivery_id as "deliveryId"
       from register_change where enrolment_id = any ($1) order by id`, [[...enrolmentIds]]);
    const masks = new Map<string, number>();
    for (const change of changes) {
      const key = `${change.enrolmentId} ${change.weekStart}`;
      masks.set(key, (masks.get(key) ?? 0) | (1 << change.slot));
    }
    const years = new Map<string, RegisterYearType>();
    for (const week of weeks) {
      const academicYear = academicYearOfWeek(week.weekStart);
      const id = `${week.enrolmentId}-${academicYear}`;
      let year = years.get(id);
      if (year === undefined) {
        year = {
          id, academicYear, enrolmentId: week.enrolmentId, schoolId: week.schoolId, schoolName: week.schoolName, weeks: [],
          changes: changes.filter((change) => change.enrolmentId === week.enrolmentId && academicYearOfWeek(change.weekStart) === academicYear)
            .map((change) => ({ ...change, changedAt: new Date(change.changedAt).toISOString() })),
        };
        years.set(id, year);
      }
      year.weeks.push({ weekStart: week.weekStart, marks: week.marks, open: week.open, changed: masks.get(`${week.enrolmentId} ${week.weekStart}`) ?? 0 });
    }
    return [...years.values()].sort((a, b) => b.academicYear - a.academicYear || b.enrolmentId - a.enrolmentId);
  }
}
