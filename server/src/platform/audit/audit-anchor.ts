import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { Clock } from '../clock/clock.ts';
import type { Logger } from '../logging/logger.ts';

/** How long the trail was at a moment, and the hash of its last entry: kept outside the database, so that whoever rewrites the trail there cannot rewrite this. */
export interface Anchor {
  readonly seq: number;
  /** Hash of the entry with that number, in hex. */
  readonly hash: string;
  /** When the anchor was written, ISO. */
  readonly at: string;
}

/** The anchors of a folder. `broken` lists the lines (from 1) whose seal does not fit: someone has changed the file. */
export interface AnchorFile { readonly anchors: readonly Anchor[]; readonly broken: readonly number[] }

export const ANCHOR_FILE = 'audit-anchors.log';
const KEY_FILE = 'audit-anchors.key';
const HOUR = 60 * 60 * 1000;

/** The key that seals anchors, beside their file; made at its first use. */
function keyOf(dataDir: string): Buffer {
  const file = path.join(dataDir, KEY_FILE);
  try {
    // Two processes may come here at once: one makes the key, and both read it.
    fs.writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Buffer.from(fs.readFileSync(file, 'utf8').trim(), 'hex');
}

const sealOf = (key: Buffer, { seq, hash, at }: Anchor): string => createHmac('sha256', key).update(`${seq}|${hash}|${at}`).digest('hex');

function readLine(key: Buffer, line: string): Anchor | undefined {
  try {
    const { seq, hash, at, mac } = JSON.parse(line) as Anchor & { mac: string };
    const expected = Buffer.from(sealOf(key, { seq, hash, at }));
    const given = Buffer.from(mac);
    return given.length === expected.length && timingSafeEqual(given, expected) ? { seq, hash, at } : undefined;
  } catch {
    return undefined;
  }
}

/** The anchors written so far, oldest first; none where the folder has no file yet. */
export function readAnchors(dataDir: string): AnchorFile {
  const file = path.join(dataDir, ANCHOR_FILE);
  if (!fs.existsSync(file)) return { anchors: [], broken: [] };
  const key = keyOf(dataDir);
  const anchors: Anchor[] = [];
  const broken: number[] = [];
  for (const [index, line] of fs.readFileSync(file, 'utf8').split('\n').entries()) {
    if (line === '') continue;
    const anchor = readLine(key, line);
    if (anchor) anchors.push(anchor);
    else broken.push(index + 1);
  }
  return { anchors, broken };
}

export interface AnchorOptions {
  /** The owner's address: nobody else may read the head of the trail. */
  readonly ownerUrl: string;
  readonly dataDir: string;
  readonly now: Date;
}

/** Notes how far the trail reaches. `lost` counts the entries an earlier anchor vouches for that are not there any more. */
export async function writeAnchor({ ownerUrl, dataDir, now }: AnchorOptions): Promise<{ seq: number; lost: number }> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const { rows: [head] } = await client.query<{ seq: string; hash: string }>(`select seq::text, encode(hash, 'hex') as hash from audit_head`);
    const seq = Number(head?.seq ?? 0);
    const hash = head?.hash ?? '';
    const { anchors } = readAnchors(dataDir);
    const lost = Math.max(0, ...anchors.map((anchor) => anchor.seq - seq));
    const last = anchors.at(-1);
    if (seq > 0 && (last?.seq !== seq || last.hash !== hash)) append(dataDir, { seq, hash, at: now.toISOString() });
    return { seq, lost };
  } finally {
    await client.end();
  }
}

function append(dataDir: string, anchor: Anchor): void {
  fs.mkdirSync(dataDir, { recursive: true });
  const line = `${JSON.stringify({ ...anchor, mac: sealOf(keyOf(dataDir), anchor) })}\n`;
  const file = fs.openSync(path.join(dataDir, ANCHOR_FILE), 'a', 0o600);
  try {
    fs.writeSync(file, line);
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}

/** Writes an anchor now, every hour, and when stopped. A failure is logged and stops nothing: the trail itself is in the database. */
export async function keepAnchors({ ownerUrl, dataDir, clock, log }: { ownerUrl: string; dataDir: string; clock: Clock; log: Logger }): Promise<{ stop(): Promise<void> }> {
  const write = async (): Promise<void> => {
    try {
      const { seq, lost } = await writeAnchor({ ownerUrl, dataDir, now: clock.now() });
      if (lost > 0) log.error({ seq, lost }, 'the audit trail is shorter than it was: run npm run audit:verify');
    } catch (error) {
      log.error({ err: error }, 'the audit trail could not be anchored');
    }
  };
  await write();
  const timer = setInterval(() => { void write(); }, HOUR);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await write();
    },
  };
}
