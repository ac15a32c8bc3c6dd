import type { ClientBase } from 'pg';
import type { AnchorFile } from './audit-anchor.ts';
import { AUDIT_HASH } from './audit-sql.ts';

/** What can be wrong with the trail. */
export const AuditFault = {
  /** What the entry says is not what its hash was made from. */
  EDITED: 'EDITED',
  /** The entry stands under another number than it was written with (`was`). */
  MOVED: 'MOVED',
  /** Entries are not there, with later ones still present. */
  MISSING: 'MISSING',
  /** Entries at the end are not there. */
  CUT: 'CUT',
  /** The chain and its head fit together, but an anchor says that it was longer. */
  SHORTENED: 'SHORTENED',
  /** An entry that was never written as the trail's next. */
  ADDED: 'ADDED',
  /** The entry before this one is not the one it was written after. */
  UNLINKED: 'UNLINKED',
  /** The note of how long the trail is does not fit its last entry. */
  HEAD: 'HEAD',
  /** The chain fits together, but it is not the chain an anchor vouches for. */
  REWRITTEN: 'REWRITTEN',
  /** The times of entries run backwards, or ahead of now. */
  CLOCK: 'CLOCK',
  /** The file of anchors has been changed. */
  ANCHOR: 'ANCHOR',
} as const;
export type AuditFault = (typeof AuditFault)[keyof typeof AuditFault];

/** A fault with the numbers of the entries it concerns (for ANCHOR: of lines of the file). */
export interface AuditFinding { readonly fault: AuditFault; readonly from: number; readonly to: number; readonly was?: number }

export interface AuditReport {
  readonly entries: number;
  readonly anchors: number;
  /** In order of entry; at most `MOST_ROWS` faulty entries are looked at one by one. */
  readonly findings: readonly AuditFinding[];
}

const MOST_ROWS = 5000;
/** What the head starts with, before the first entry. */
const BEGINNING = `sha256('attendance support portal')`;

const CHAIN = `
  with chain as (
    select e.seq, e.at, e.prev_hash, e.hash, ${AUDIT_HASH('e')} as own, lag(e.seq) over w as seq_before, lag(e.hash) over w as hash_before, lag(e.at) over w as at_before
    from audit_entry e window w as (order by e.seq)
  ), judged as (
    select seq, coalesce(seq_before, 0) as seq_before, hash <> own as edited, prev_hash <> coalesce(hash_before, ${BEGINNING}) as unlinked,
      coalesce(at < at_before - interval '1 second', false) or at > clock_timestamp() + interval '5 minutes' as clock
    from chain
  )
  select seq::text, seq_before::text, edited, unlinked, clock from judged where edited or unlinked or clock or seq_before <> seq - 1 order by judged.seq limit ${MOST_ROWS}`;

/** Under which number an edited entry's hash was made: near by, or behind the entry it names as the one before it. */
const MOVED = `
  select c.seq::text, m.seq::text as was
  from audit_entry c
  cross join lateral (
    select n.seq, c.at, c.kind, c.operation, c.actor_id, c.actor_role, c.pupil_ids, c.school_ids, c.details, c.reason, c.recipient, c.request_id, c.prev_hash
    from (select c.seq + generate_series(-3, 3) as seq union select r.seq + 1 from audit_entry r where r.hash = c.prev_hash) n
    where n.seq <> c.seq
  ) m
  where c.seq = any ($1) and ${AUDIT_HASH('m')} = c.hash`;

const LENGTH = `
  select (select count(*) from audit_entry)::text as entries, coalesce((select max(seq) from audit_entry), 0)::text as last, h.seq::text as head,
    h.hash = coalesce((select e.hash from audit_entry e where e.seq = h.seq), case when h.seq = 0 then ${BEGINNING} end) as fits
  from (select 1) one left join audit_head h on true`;

interface Judged { seq: string; seq_before: string; edited: boolean; unlinked: boolean; clock: boolean }
interface Length { entries: string; last: string; head: string | null; fits: boolean | null }

/**
 * Works the whole chain out again, inside the caller's transaction (which should be repeatable read, so that entries written
 * meanwhile are no faults), as the owner. What it cannot know: whether an entry written since the last anchor and hashed
 * correctly was rewritten by somebody who then hashed everything after it again.
 */
export async function verifyAudit(client: ClientBase, { anchors, broken }: AnchorFile = { anchors: [], broken: [] }): Promise<AuditReport> {
  const findings: AuditFinding[] = [];
  const { rows } = await client.query<Judged>(CHAIN);
  const moved = await movedFrom(client, rows);
  for (const row of rows) findings.push(...faultsOf(row, moved.get(row.seq)));

  const { rows: [length] } = await client.query<Length>(LENGTH);
  const last = Number(length?.last ?? 0);
  const head = length?.head === null || length === undefined ? undefined : Number(length.head);
  if (head === undefined) findings.push({ fault: AuditFault.HEAD, from: last, to: last });
  else if (head > last) findings.push({ fault: AuditFault.CUT, from: last + 1, to: head });
  else if (head < last) findings.push({ fault: AuditFault.ADDED, from: head + 1, to: last });
  else if (length?.fits !== true) findings.push({ fault: AuditFault.HEAD, from: head, to: head });

  findings.push(...await againstAnchors(client, anchors, Math.max(last, head ?? last)));
  for (const line of broken) findings.push({ fault: AuditFault.ANCHOR, from: line, to: line });
  return { entries: Number(length?.entries ?? 0), anchors: anchors.length, findings };
}

async function movedFrom(client: ClientBase, rows: readonly Judged[]): Promise<Map<string, number>> {
  const edited = rows.filter((row) => row.edited).map((row) => row.seq);
  if (edited.length === 0) return new Map();
  const { rows: moved } = await client.query<{ seq: string; was: string }>(MOVED, [edited]);
  return new Map(moved.map(({ seq, was }) => [seq, Number(was)]));
}

function faultsOf(row: Judged, was: number | undefined): AuditFinding[] {
  const seq = Number(row.seq);
  const before = Number(row.seq_before);
  const at = { from: seq, to: seq };
  const found: AuditFinding[] = [];
  if (seq < 1) return [{ fault: AuditFault.ADDED, ...at }];
  if (Math.max(before, 0) < seq - 1) found.push({ fault: AuditFault.MISSING, from: Math.max(before, 0) + 1, to: seq - 1 });
  if (was !== undefined) found.push({ fault: AuditFault.MOVED, ...at, was });
  else if (row.edited) found.push({ fault: AuditFault.EDITED, ...at });
  // Behind a gap every entry lacks its predecessor, which the gap already says.
  else if (row.unlinked && before === seq - 1) found.push({ fault: AuditFault.UNLINKED, from: before, to: seq });
  if (row.clock) found.push({ fault: AuditFault.CLOCK, ...at });
  return found;
}

/** The chain may fit together and still be another one, or shorter than it was: only what was noted outside can tell. `length` is where the chain or its head ends. */
async function againstAnchors(client: ClientBase, anchors: AnchorFile['anchors'], length: number): Promise<AuditFinding[]> {
  if (anchors.length === 0) return [];
  const { rows } = await client.query<{ seq: string; hash: string }>(`select seq::text, encode(hash, 'hex') as hash from audit_entry where seq = any ($1)`, [anchors.map(({ seq }) => seq)]);
  const hashes = new Map(rows.map(({ seq, hash }) => [Number(seq), hash]));
  const ordered = [...anchors].sort((one, other) => one.seq - other.seq);
  const wrong = ordered.find(({ seq, hash }) => hashes.has(seq) && hashes.get(seq) !== hash);
  const lastRight = Math.max(0, ...ordered.filter(({ seq, hash }) => hashes.get(seq) === hash && (wrong === undefined || seq < wrong.seq)).map(({ seq }) => seq));
  const furthest = ordered.at(-1);
  const found: AuditFinding[] = [];
  if (wrong) found.push({ fault: AuditFault.REWRITTEN, from: lastRight + 1, to: wrong.seq });
  if (furthest && furthest.seq > length) found.push({ fault: AuditFault.SHORTENED, from: lastRight + 1, to: furthest.seq });
  return found;
}
