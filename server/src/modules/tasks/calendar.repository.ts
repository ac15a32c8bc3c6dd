import { openDaysOfWeek } from '@attendance/shared/calendar';
import type { Operation } from '../../platform/graphql/operation.ts';

/** The open days of schools, in order; of a school without a calendar, and of no school, those that most schools keep. */
export class OpenDays {
  constructor(private readonly bySchool: ReadonlyMap<number | null, readonly string[]>) {}

  of(schoolId: number | null): readonly string[] {
    return this.bySchool.get(schoolId) ?? this.bySchool.get(null) ?? [];
  }
}

/** SQL of the days on which schools open, for deadlines counted in school days. */
export class CalendarRepository {
  /** Open days between two days, of some schools and of the area, in one statement. */
  async openDays(operation: Operation, schoolIds: Iterable<number | null>, from: string, to: string): Promise<OpenDays> {
    const rows = await operation.sql<{ schoolId: number | null; weekStart: string; openDays: number }>(
      `select school_id as "schoolId", week_start as "weekStart", open_days as "openDays" from school_week where school_id = any ($1) and week_start between $2::date - 6 and $3::date
       union all
       select null, w.week_start, mode() within group (order by w.open_days) from school_week w join school s on s.id = w.school_id and s.la_code = (select code from authority limit 1)
         where w.week_start between $2::date - 6 and $3::date group by w.week_start
       order by 2`, [[...new Set(schoolIds)].filter((id) => id !== null), from, to]);
    const bySchool = new Map<number | null, string[]>();
    for (const row of rows) bySchool.set(row.schoolId, [...(bySchool.get(row.schoolId) ?? []), ...openDaysOfWeek(row)]);
    return new OpenDays(bySchool);
  }
}
