import type { Operation } from '../../platform/graphql/operation.ts';
import type { YearRules } from './importing/year-rules.ts';

/** What was put back, and for whom. */
export interface PutBack { readonly pupils: number[]; readonly schools: number[]; readonly weeks: number; readonly marks: number }

/** How long to wait for a file of the school that is being read, and how long putting back a year of the authority may take. */
const PATIENCE = `select set_config('lock_timeout', '5s', true), set_config('statement_timeout', '10min', true)`;
const LOCK_NOT_AVAILABLE = '55P03';

/** SQL of an undo. What writes is `undo_delivery`, a function of the database: a reach itself writes nothing. */
export class UndoRepository {
  /** Waits until no file of the school is being read; false when that took too long, and the transaction is then over. */
  async lockSchool(operation: Operation, schoolId: number | null): Promise<boolean> {
    await operation.sql(PATIENCE);
    try {
      await operation.sql('select lock_registers($1)', [schoolId]);
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === LOCK_NOT_AVAILABLE) return false;
      throw error;
    }
  }

  /** The deliveries that wrote over a week of this one. */
  async overtakenBy(operation: Operation, deliveryId: number): Promise<number[]> {
    const [row] = await operation.sql<{ ids: number[] }>('select delivery_overtaken_by($1) as ids', [deliveryId]);
    return row?.ids ?? [];
  }

  async undo(operation: Operation, deliveryId: number, reason: string, years: readonly YearRules[]): Promise<PutBack> {
    const [row] = await operation.sql<{ pupils: number[] | null; schools: number[] | null; weeks: number; marks: number }>(
      'select pupils, schools, weeks, marks from undo_delivery($1, $2, $3::date, $4::int[], $5::int[], $6::int[])',
      [deliveryId, reason, operation.today, years.map(({ year }) => year), years.map(({ persistentPercent }) => persistentPercent), years.map(({ severePercent }) => severePercent)]);
    return { pupils: row?.pupils ?? [], schools: row?.schools ?? [], weeks: row?.weeks ?? 0, marks: row?.marks ?? 0 };
  }
}
