import type pg from 'pg';
import { AUDIT_HASH } from '../../server/src/platform/audit/audit-sql.ts';
import type { Draw } from '../support/random.ts';

/** One way to tamper with a trail of `length` entries, as its owner. Returns the first entry that is no longer what was written. */
export interface Trial { readonly name: string; run(client: pg.Client, draw: Draw, length: number): Promise<number> }

const BEGINNING = `sha256('attendance support portal')`;

/** Makes the chain fit together again from an entry on, as somebody who knows how it is made would. */
async function rehash(client: pg.Client, from: number): Promise<void> {
  await client.query(`do $$ declare e audit_entry; before bytea; begin
    select hash into before from audit_entry where seq < ${from} order by seq desc limit 1;
    before := coalesce(before, ${BEGINNING});
    for e in select * from audit_entry where seq >= ${from} order by seq loop
      e.prev_hash := before; e.hash := ${AUDIT_HASH('e')};
      update audit_entry set prev_hash = e.prev_hash, hash = e.hash where seq = e.seq;
      before := e.hash;
    end loop; end $$`);
}

/** Makes the note of the length fit the last entry that is there. */
async function fixHead(client: pg.Client): Promise<void> {
  await client.query(`update audit_head set seq = coalesce((select max(seq) from audit_entry), 0), hash = coalesce((select hash from audit_entry order by seq desc limit 1), ${BEGINNING})`);
}

/** Moves the numbers of all entries from one on, past each other without meeting. */
async function renumber(client: pg.Client, from: number, by: number): Promise<void> {
  await client.query('update audit_entry set seq = -seq - 1000000 where seq >= $1', [from]);
  await client.query('update audit_entry set seq = -seq - 1000000 + $1 where seq <= -1000000', [by]);
}

async function forge(client: pg.Client, seq: number, at = 'clock_timestamp()'): Promise<void> {
  await client.query(`insert into audit_entry select $1, ${at}, 'VIEWED', 'pupil', 4, 'TEAM_MANAGER', '{3}', '{}', '{}', null, null, 'FORGED',
    coalesce((select hash from audit_entry where seq < $1 order by seq desc limit 1), ${BEGINNING}), ''`, [seq]);
  await client.query(`update audit_entry e set hash = ${AUDIT_HASH('e')} where seq = $1`, [seq]);
}

const EDITS: Readonly<Record<string, string>> = {
  at: `at - interval '3 hours'`, kind: `case kind when 'VIEWED' then 'COMBINED' else 'VIEWED' end`, operation: `operation || 'X'`, actor_id: 'coalesce(actor_id, 0) + 1',
  actor_role: `actor_role || '2'`, pupil_ids: 'pupil_ids || 77', school_ids: `array_remove(school_ids, 990401) || 990999`, details: `details || '{"quiet": true}'`, reason: `coalesce(reason, '') || '.'`,
  recipient: `coalesce(recipient, '') || '!'`, request_id: `reverse(request_id) || '0'`, prev_hash: 'sha256(prev_hash)', hash: 'sha256(hash)',
};
const COLUMNS = Object.keys(EDITS);
const CONTENT = COLUMNS.filter((column) => column !== 'prev_hash' && column !== 'hash');

const edit = (client: pg.Client, column: string, seq: number): Promise<unknown> => client.query(`update audit_entry set ${column} = ${EDITS[column]} where seq = $1`, [seq]);

async function swap(client: pg.Client, one: number, other: number, columns: readonly string[]): Promise<void> {
  await client.query(`update audit_entry e set ${columns.map((column) => `${column} = o.${column}`).join(', ')} from audit_entry o
    where (e.seq, o.seq) in (($1::bigint, $2::bigint), ($2::bigint, $1::bigint))`, [one, other]);
}

const pair = (draw: Draw, length: number): [number, number] => {
  const one = draw.whole(1, length - 1);
  return [one, draw.whole(one + 1, length)];
};

/** Each column once in a row of trials, each other way as often as the test asks. */
export const EDIT_TRIALS: readonly Trial[] = COLUMNS.map((column) => ({
  name: `${column} of one entry is changed`,
  run: async (client, draw, length) => { const seq = draw.whole(1, length); await edit(client, column, seq); return seq; },
}));

export const TRIALS: readonly Trial[] = [
  { name: 'an entry is changed and its own hash made again', run: async (client, draw, length) => {
    const seq = draw.whole(1, length);
    await edit(client, draw.one(CONTENT), seq);
    await client.query(`update audit_entry e set hash = ${AUDIT_HASH('e')} where seq = $1`, [seq]);
    return seq;
  } },
  { name: 'an entry is changed and everything behind it hashed again', run: async (client, draw, length) => {
    const seq = draw.whole(1, length);
    await edit(client, draw.one(CONTENT), seq);
    await rehash(client, seq);
    await fixHead(client);
    return seq;
  } },
  ...[false, true].flatMap((again) => [false, true].map((renumbered): Trial => ({
    name: `entries are removed${renumbered ? ', the rest renumbered' : ''}${again ? ' and hashed again' : ''}`,
    run: async (client, draw, length) => {
      const seq = draw.whole(1, length - 5);
      const count = draw.whole(1, 4);
      await client.query('delete from audit_entry where seq between $1 and $2', [seq, seq + count - 1]);
      if (renumbered) await renumber(client, seq + count, -count);
      if (again) await rehash(client, seq);
      if (again) await fixHead(client);
      return seq;
    },
  }))),
  ...[false, true].map((again): Trial => ({
    name: `an entry is put in between${again ? ' and everything behind it hashed again' : ''}`,
    run: async (client, draw, length) => {
      const seq = draw.whole(1, length);
      await renumber(client, seq, 1);
      await forge(client, seq);
      if (again) await rehash(client, seq);
      if (again) await fixHead(client);
      return seq;
    },
  })),
  { name: 'an entry is put in behind the last', run: async (client, _draw, length) => { await forge(client, length + 1); return length + 1; } },
  { name: 'an entry is put in before the first', run: async (client, draw) => { const seq = -draw.whole(0, 3); await forge(client, seq); return seq; } },
  { name: 'two entries change places', run: async (client, draw, length) => {
    const [one, other] = pair(draw, length);
    await client.query('update audit_entry set seq = -5 where seq = $1', [one]);
    await client.query('update audit_entry set seq = $1 where seq = $2', [one, other]);
    await client.query('update audit_entry set seq = $1 where seq = -5', [other]);
    return one;
  } },
  { name: 'two entries change what they say', run: async (client, draw, length) => {
    const [one, other] = pair(draw, length);
    await swap(client, one, other, CONTENT);
    return one;
  } },
  { name: 'two entries change what they say and everything is hashed again', run: async (client, draw, length) => {
    const [one, other] = pair(draw, length);
    await swap(client, one, other, CONTENT);
    await rehash(client, one);
    await fixHead(client);
    return one;
  } },
  ...[false, true].map((fixed): Trial => ({
    name: `entries are cut from the end${fixed ? ' and the length changed to fit' : ''}`,
    run: async (client, draw, length) => {
      const seq = draw.whole(1, length);
      await client.query('delete from audit_entry where seq >= $1', [seq]);
      if (fixed) await fixHead(client);
      return seq;
    },
  })),
  { name: 'the clock was set back for a new entry', run: async (client, draw, length) => {
    await forge(client, length + 1, `clock_timestamp() - interval '${draw.whole(1, 600)} minutes'`);
    await fixHead(client);
    return length + 1;
  } },
  { name: 'the clock was set on for a new entry', run: async (client, draw, length) => {
    await forge(client, length + 1, `clock_timestamp() + interval '${draw.whole(10, 600)} minutes'`);
    await fixHead(client);
    return length + 1;
  } },
  { name: 'the times of all later entries are shifted and hashed again', run: async (client, draw, length) => {
    const seq = draw.whole(1, length);
    await client.query(`update audit_entry set at = at - interval '1 day' where seq >= $1`, [seq]);
    await rehash(client, seq);
    await fixHead(client);
    return seq;
  } },
  { name: 'the length is changed', run: async (client, draw, length) => { const seq = draw.whole(0, length - 1); await client.query('update audit_head set seq = $1', [seq]); return seq + 1; } },
  { name: 'the last hash is changed', run: async (client, _draw, length) => { await client.query('update audit_head set hash = sha256(hash)'); return length; } },
  { name: 'the length is removed', run: async (client, _draw, length) => { await client.query('delete from audit_head'); return length; } },
];
