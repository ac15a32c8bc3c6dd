import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Cell = string | number | boolean | null | readonly number[];

/**
 * Sends rows into a table, in blocks, so that a million rows need no more memory than one block. Returns how many. They go
 * by COPY into a stage first: PostgreSQL refuses COPY into a table under row policies. Order is kept, and so ids follow it.
 */
export async function copyRows(client: pg.PoolClient, table: string, columns: readonly string[], rows: Iterable<readonly Cell[]>): Promise<number> {
  let count = 0;
  const blocks = function* (): Generator<string> {
    let block = '';
    for (const row of rows) {
      count += 1;
      for (let index = 0; index < row.length; index++) block += (index > 0 ? '\t' : '') + cellText(row[index]!);
      block += '\n';
      if (block.length > 200_000) {
        yield block;
        block = '';
      }
    }
    if (block !== '') yield block;
  };
  const names = columns.join(', ');
  await client.query(`create temporary table world_stage as select ${names} from ${table} with no data`);
  await pipeline(Readable.from(blocks()), client.query(copyFrom('copy world_stage from stdin')));
  await client.query(`insert into ${table} (${names}) select ${names} from world_stage order by ctid`);
  await client.query('drop table world_stage');
  return count;
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function cellText(cell: Cell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'string') return SPECIAL.test(cell) ? cell.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]!) : cell;
  if (typeof cell === 'object') return `{${cell.join(',')}}`;
  return typeof cell === 'boolean' ? (cell ? 't' : 'f') : String(cell);
}
