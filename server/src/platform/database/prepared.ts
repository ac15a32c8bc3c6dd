import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** A statement as the driver keeps it: planned once on each connection, found again by its name. */
export interface Prepared { readonly name: string; readonly text: string; readonly values: unknown[] }

/** A connection or a pool of the driver. */
export interface Driver { query(statement: Prepared | string): Promise<{ rows: unknown[] }> }

const names = new Map<string, string>();

/**
 * A statement under a name of its own: reading a page's statement takes PostgreSQL nearly as long as answering it, so each
 * connection does it once, and again where the reach role differs, since policies do. `text` must come from a closed set,
 * never be put together from what somebody sent.
 */
export function prepared(text: string, values: readonly unknown[] = []): Prepared {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    names.set(text, name);
  }
  return { name, text, values: [...values] };
}

/** The portal's own pool, for a statement outside any transaction: no query runner in between. */
export function preparedOn(app: DataSource): { query<Rows>(text: string, values?: unknown[]): Promise<Rows> } {
  const { master } = app.driver as unknown as { master: Driver };
  return { query: async <Rows>(text: string, values?: unknown[]) => (await master.query(prepared(text, values))).rows as Rows };
}
