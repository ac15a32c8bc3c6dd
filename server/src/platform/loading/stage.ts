import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type StageCell = string | number | boolean | null | readonly (string | number)[];

const BLOCK = 200_000;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Makes `load_stage` for the transaction and sends the rows there by COPY, in blocks, so that a long file needs no more memory than a short one. */
export async function fillStage<Staged extends string>(
  client: PoolClient, columns: Readonly<Record<Staged, string>>, rows: AsyncIterable<{ readonly line: number; readonly row: Readonly<Record<Staged, StageCell>> }>,
): Promise<void> {
  const names = Object.keys(columns) as Staged[];
  await client.query(`create temporary table load_stage (line integer primary key, is_new boolean not null default false, is_changed boolean not null default false,
    ${names.map((name) => `${name} ${columns[name]}`).join(', ')}) on commit drop`);
  // What goes wrong with the file ends the copy in order and is thrown after it: a copy cut short would cost the connection.
  let fault: Error | undefined;
  const blocks = async function* (): AsyncGenerator<string> {
    let block = '';
    try {
      for await (const { line, row } of rows) {
        block += `${[line, ...names.map((name) => row[name])].map(cellText).join('\t')}\n`;
        if (block.length < BLOCK) continue;
        yield block;
        block = '';
      }
    } catch (error) {
      fault = error as Error;
    }
    if (block !== '') yield block;
  };
  await pipeline(Readable.from(blocks()), client.query(copyFrom(`copy load_stage (line, ${names.join(', ')}) from stdin`)));
  if (fault !== undefined) throw fault;
  await client.query('analyze load_stage');
}

/** A cell as COPY reads it; a list as the text of an array. */
function cellText(cell: StageCell): string {
  if (cell === null) return '\\N';
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  const text = typeof cell === 'object' ? `{${cell.map((item) => JSON.stringify(item)).join(',')}}` : String(cell);
  return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]!);
}

/** A statement that writes and returns one key of the rows it wrote, so that the staged rows with that key count as changed. */
export const markChanged = (statement: string, key = 'line'): string =>
  `with written as (${statement}) update load_stage set is_changed = true where ${key} in (select ${key} from written)`;
