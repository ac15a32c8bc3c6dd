import { shownFromWeek } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import type { Operation } from '../../platform/graphql/operation.ts';
import { isShownAt } from './early.sql.ts';
import type { Scope } from './figures.repository.ts';

/** Whether the year is old enough to speak of persistent and severe absence. */
export class EarlyRepository {
  /** At any school of a scope. */
  async isShown(operation: Operation, { phase, schoolId }: Scope): Promise<boolean> {
    const [row] = await operation.sql<{ isShown: boolean }>(
      `select exists (select from school s where ($4::text is null or s.phase = $4) and ($5::int is null or s.id = $5) and ${isShownAt('$2::int', '$3::int')}) as "isShown"`,
      [operation.today, academicYearOf(operation.today), shownFromWeek(operation.today), phase, schoolId]);
    return row?.isShown ?? false;
  }

  /** The schools where it is too early. */
  async schools(operation: Operation): Promise<Set<number>> {
    const rows = await operation.sql<{ id: number }>(`select s.id from school s where not ${isShownAt('$2::int', '$3::int')}`, [operation.today, academicYearOf(operation.today), shownFromWeek(operation.today)]);
    return new Set(rows.map(({ id }) => id));
  }
}
