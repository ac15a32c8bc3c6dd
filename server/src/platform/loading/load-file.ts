import type { Pool, PoolClient } from 'pg';
import { ruleValue } from '@attendance/shared/kernel';
import { AuditKind } from '../audit/audit-sql.ts';
import { onOneConnection } from '../database/held-connection.ts';
import { BadCell, Cells } from './cells.ts';
import { FileRefused, type RefusedRow } from './file-refused.ts';
import type { Columns } from './headings.ts';
import { rowsOfFile } from './rows-of-file.ts';
import { fillStage, type StageCell } from './stage.ts';

/** A row that only the database can judge: the statement selects `line` and `value` of the rows to refuse. */
export interface Judgement {
  readonly column: string;
  readonly reason: string;
  readonly rows: string;
  readonly values?: readonly unknown[];
}

/** Whom and what a load touched, and what else a person should know of it. */
export interface Merged {
  readonly pupilIds: readonly number[];
  readonly schoolIds: readonly number[];
  readonly notes: readonly string[];
  /** For the audit trail, beside the counts. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** One kind of file: its columns, what a row becomes, and how the rows get into the tables of the module that owns them. */
export interface Kind<Field extends string, Staged extends string> {
  /** As the audit trail calls it. */
  readonly operation: string;
  readonly columns: Columns<Field>;
  /** The columns of `load_stage` and their types, beside `line`, `is_new` and `is_changed`. */
  readonly stage: Readonly<Record<Staged, string>>;
  /** null leaves the row aside as none of ours. Throws BadCell. */
  read(cells: Cells<Field>): Readonly<Record<Staged, StageCell>> | null;
  /** In order: a row that one refuses is not there for the next. A statement between them works out what later ones ask. */
  readonly judgements: readonly (Judgement | string)[];
  /** Writes what differs from what is held, and marks the staged rows it wrote for. */
  merge(client: PoolClient): Promise<Merged>;
}

/** What became of the rows of a file. */
export interface LoadReceipt {
  readonly read: number;
  readonly aside: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly refusedCount: number;
  /** The first of them, in the order of the file. */
  readonly refused: readonly RefusedRow[];
  readonly unknownColumns: readonly string[];
  readonly notes: readonly string[];
}

export interface LoadContext {
  readonly today: string;
  readonly requestId: string;
}

const MOST_LISTED = 10_000;

/**
 * Takes in one file in one transaction: good rows are kept and bad ones named, or the whole file is refused (FileRefused).
 * A file that says nothing new writes nothing, not even to the audit trail. While it runs no register is taken in: an import
 * reads rolls and calendars at its start and must not find them changed at its end.
 */
export async function loadFile<Field extends string, Staged extends string>(
  pool: Pool, path: string, prepare: (client: PoolClient) => Promise<Kind<Field, Staged>>, context: LoadContext,
): Promise<LoadReceipt> {
  return onOneConnection(pool, async (client) => {
    try {
      await client.query('begin');
      await client.query('select lock_registers(null)');
      const receipt = await new Load(client, await prepare(client), context).run(path);
      await client.query(receipt.added + receipt.changed > 0 ? 'commit' : 'rollback');
      return receipt;
    } catch (error) {
      await client.query('rollback').catch(() => undefined); // the first error is the one worth telling
      throw error;
    }
  });
}

class Load<Field extends string, Staged extends string> {
  private read = 0;
  private aside = 0;
  private refusedCount = 0;
  private readonly refused: RefusedRow[] = [];
  private unknownColumns: readonly string[] = [];

  constructor(private readonly client: PoolClient, private readonly kind: Kind<Field, Staged>, private readonly context: LoadContext) {}

  async run(path: string): Promise<LoadReceipt> {
    await fillStage(this.client, this.kind.stage, this.goodRows(path));
    for (const judgement of this.kind.judgements) await (typeof judgement === 'string' ? this.client.query(judgement) : this.judge(judgement));
    this.refused.sort((one, other) => one.line - other.line);
    this.refuseTooBad();
    const { pupilIds, schoolIds, notes, details: more } = await this.kind.merge(this.client);
    const { rows: [counts] } = await this.client.query<{ added: number; changed: number; same: number }>(
      `select count(*) filter (where is_new)::int as added, count(*) filter (where is_changed and not is_new)::int as changed,
         count(*) filter (where not is_changed and not is_new)::int as same from load_stage`);
    const { added, changed, same } = counts ?? { added: 0, changed: 0, same: 0 };
    const receipt = { read: this.read, aside: this.aside, added, changed, same, refusedCount: this.refusedCount, refused: this.refused, unknownColumns: this.unknownColumns, notes };
    if (added + changed > 0) {
      const details = { rows: this.read, added, changed, same, refused: this.refusedCount, ...more };
      await this.client.query(`select append_audit($1, $2, null, 'SYSTEM', $3, $4, $5, null, null, $6)`, [
        AuditKind.COLLECTED, this.kind.operation, pupilIds, schoolIds, JSON.stringify(details), this.context.requestId]);
    }
    return receipt;
  }

  private async* goodRows(path: string): AsyncGenerator<{ line: number; row: Readonly<Record<Staged, StageCell>> }> {
    for await (const { headings, line, cells } of rowsOfFile(path, this.kind.columns)) {
      this.read += 1;
      this.unknownColumns = headings.unknown;
      // Cells beyond the headings may be blank; anything else means that values stand under the wrong headings.
      if (cells.length < headings.width || cells.slice(headings.width).some((cell) => cell.trim() !== '')) {
        this.refuse({ line, column: '', value: '', reason: `The row has ${cells.length} cells under ${headings.width} headings, so its values may stand in the wrong columns.` });
        continue;
      }
      const row = this.readRow(new Cells(this.kind.columns, headings, cells), line);
      if (row === null) this.aside += 1;
      else if (row !== undefined) yield { line, row };
    }
  }

  private readRow(cells: Cells<Field>, line: number): Readonly<Record<Staged, StageCell>> | null | undefined {
    try {
      return this.kind.read(cells);
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      this.refuse({ line, column: error.column, value: error.value, reason: error.reason });
      return undefined;
    }
  }

  private async judge({ column, reason, rows, values = [] }: Judgement): Promise<void> {
    const { rows: found } = await this.client.query<{ line: number; value: string | null }>(`select distinct on (line) line, value from (${rows}) judged order by line`, [...values]);
    if (found.length === 0) return;
    for (const { line, value } of found) this.refuse({ line, column, value: value ?? '', reason });
    await this.client.query('delete from load_stage where line = any ($1)', [found.map(({ line }) => line)]);
  }

  private refuse(row: RefusedRow): void {
    this.refusedCount += 1;
    if (this.refused.length < MOST_LISTED) this.refused.push(row);
  }

  private refuseTooBad(): void {
    const ours = this.read - this.aside;
    if (ours === 0) throw new FileRefused(this.read === 0 ? 'There are no rows below the headings.' : `None of the ${this.read} rows is about this authority.`, 'Check that it is the right file.');
    const most = ruleValue('import.max-bad-row-percent', this.context.today);
    if (this.refusedCount * 100 <= ours * most) return;
    throw new FileRefused(`${this.refusedCount} of ${ours} rows cannot be kept, which is more than ${most}%.`, 'Correct the rows that are named, and load the file again.', this.refused);
  }
}
