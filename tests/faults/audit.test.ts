import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { ANCHOR_FILE, readAnchors, writeAnchor } from '../../server/src/platform/audit/audit-anchor.ts';
import { auditWords } from '../../server/src/platform/audit/audit-words.ts';
import { AuditFault, verifyAudit, type AuditFinding } from '../../server/src/platform/audit/verify-audit.ts';
import { cloneDatabase } from '../support/postgres.ts';
import { Draw } from '../support/random.ts';
import { EDIT_TRIALS, TRIALS, type Trial } from './audit-trials.ts';

const LENGTH = 300;
const ANCHORED = [90, 180, 240, LENGTH];
const TRIALS_IN_ALL = 220;
const SEED = 20261124;

let ownerUrl: string;
let dataDir: string;
let client: pg.Client;

async function append(count: number, draw: Draw): Promise<void> {
  for (let entry = 0; entry < count; entry += 1) {
    const kind = draw.one(['VIEWED', 'VIEWED', 'VIEWED', 'CHANGED', 'COLLECTED', 'DISCLOSED', 'ERASED']);
    await client.query('select append_audit($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
      kind, draw.one(['pupil', 'schoolFigures', 'sendLetter']), draw.one([null, 1, 2, 3]), draw.one(['TEAM_MANAGER', 'DSL']), [draw.whole(1, 40), draw.whole(41, 60)], [990401],
      JSON.stringify({ page: draw.whole(1, 9), words: 'Żółć "quoted"' }), draw.one([null, 'Duty call']), kind === 'DISCLOSED' ? 'Court' : null, `R${draw.whole(1000, 9999)}`,
    ]);
  }
}

beforeAll(async () => {
  ownerUrl = await cloneDatabase(process.env.TEST_POSTGRES_URL ?? '', `t_audit_${process.env.JEST_WORKER_ID ?? '1'}`);
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-anchors-'));
  client = new pg.Client(ownerUrl);
  await client.connect();
  const draw = new Draw(SEED);
  let length = 0;
  for (const anchored of ANCHORED) {
    await append(anchored - length, draw);
    length = anchored;
    await writeAnchor({ ownerUrl, dataDir, now: new Date() });
  }
}, 60_000);

afterAll(async () => {
  await client.end();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

/** Runs one trial and undoes it. */
async function tamper(trial: Trial, draw: Draw): Promise<{ seq: number; findings: readonly AuditFinding[] }> {
  await client.query('begin');
  try {
    const seq = await trial.run(client, draw, LENGTH);
    return { seq, findings: (await verifyAudit(client, readAnchors(dataDir))).findings };
  } finally {
    await client.query('rollback');
  }
}

/** A finding names the first entry that is wrong, or the one that followed it; and nothing before that is blamed. */
function isLocated(seq: number, findings: readonly AuditFinding[]): boolean {
  return findings.some(({ from, to }) => from - 1 <= seq && seq <= to) && findings.every(({ to }) => to >= seq - 1);
}

test('an untouched trail is whole', async () => {
  const report = await verifyAudit(client, readAnchors(dataDir));
  expect(report).toEqual({ entries: LENGTH, anchors: ANCHORED.length, findings: [] });
});

test(`${TRIALS_IN_ALL} ways to tamper with it are all found, and found where they were done`, async () => {
  const draw = new Draw(SEED);
  const missed: string[] = [];
  const tried = new Map<string, number>();
  for (let count = 0; count < TRIALS_IN_ALL; count += 1) {
    const trials = count % 3 === 0 ? EDIT_TRIALS : TRIALS;
    const trial = trials[Math.floor(count / 2) % trials.length] as Trial;
    tried.set(trial.name, (tried.get(trial.name) ?? 0) + 1);
    const { seq, findings } = await tamper(trial, draw);
    if (!isLocated(seq, findings)) missed.push(`${trial.name} (entry ${seq}): ${JSON.stringify(findings)}`);
  }
  expect(missed).toEqual([]);
  expect([...EDIT_TRIALS, ...TRIALS].filter(({ name }) => !tried.has(name)).map(({ name }) => name)).toEqual([]);
}, 120_000);

describe('what was done is said in words', () => {
  const said: readonly [string, (seq: number) => RegExp | string][] = [
    ['details of one entry is changed', (seq) => `Entry ${seq} was changed after being written.`],
    ['entries are removed', (seq) => new RegExp(`^Entr(y|ies) ${seq}( to \\d+)? (has|have) been removed\\.$`)],
    ['entries are removed, the rest renumbered', (seq) => new RegExp(`^Entr(y|ies) ${seq}( to \\d+)? .*(higher|the number).*reordered, put in or taken out here\\.$`)],
    ['an entry is put in behind the last', (seq) => `Entry ${seq} was put in from outside: the portal did not write it.`],
    ['two entries change places', (seq) => new RegExp(`^Entry ${seq} was written under the number`)],
    ['entries are cut from the end', (seq) => new RegExp(`^Entr(y|ies) ${seq}( to 300)? (has|have) been cut from the end\\.$`)],
    ['entries are cut from the end and the length changed to fit', () => /^The trail once reached entry 300, as an anchor kept outside the database says/],
    ['an entry is changed and everything behind it hashed again', () => /does not fit an anchor kept outside the database/],
    ['the clock was set back for a new entry', (seq) => new RegExp(`^Entry ${seq} carries a time earlier`)],
  ];
  test.each(said)('%s', async (name, expected) => {
    const trial = [...EDIT_TRIALS, ...TRIALS].find((each) => each.name === name) as Trial;
    const { seq, findings } = await tamper(trial, new Draw(SEED + 7));
    const wanted = expected(seq);
    expect(auditWords(findings)[0]).toEqual(typeof wanted === 'string' ? wanted : expect.stringMatching(wanted));
  });
});

test('nobody the portal signs in as can write, change or remove an entry, or set the length', async () => {
  for (const role of ['portal_app', 'portal_ingest', 'reach_authority_protected', 'reach_none']) {
    for (const statement of [`update audit_entry set reason = 'x'`, 'delete from audit_entry', 'truncate audit_entry', `insert into audit_entry select * from audit_entry limit 1`, 'update audit_head set seq = 0', 'delete from audit_head', 'alter table audit_entry disable trigger all']) {
      await client.query('begin');
      await client.query(`select set_config('app.actor', '0', true), set_config('role', $1, true)`, [role]);
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
      await client.query('rollback');
    }
  }
});

describe('anchors', () => {
  const inCopy = async (work: (dir: string, file: string) => Promise<void>): Promise<void> => {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-anchors-'));
    fs.cpSync(dataDir, dir, { recursive: true });
    await work(dir, path.join(dir, ANCHOR_FILE));
    fs.rmSync(dir, { recursive: true });
  };

  test('a line that was changed is named', async () => inCopy(async (dir, file) => {
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('"seq":180', '"seq":181'));
    const { findings } = await verifyAudit(client, readAnchors(dir));
    expect(findings).toEqual([{ fault: AuditFault.ANCHOR, from: 2, to: 2 }]);
    expect(auditWords(findings)).toEqual(['Line 2 of the file of anchors was changed, or the key beside it was.']);
  }));

  test('an anchor is not repeated while nothing was written, and is for its writer alone to read', async () => inCopy(async (dir, file) => {
    expect(await writeAnchor({ ownerUrl, dataDir: dir, now: new Date() })).toEqual({ seq: LENGTH, lost: 0 });
    expect(readAnchors(dir).anchors).toHaveLength(ANCHORED.length);
    for (const name of fs.readdirSync(dir)) expect(fs.statSync(path.join(dir, name)).mode & 0o077).toBe(0);
    expect(fs.existsSync(file)).toBe(true);
  }));

  test('a trail that has become shorter is noticed at the next anchor', async () => {
    const shorter = await cloneDatabase(process.env.TEST_POSTGRES_URL ?? '', `t_audit_short_${process.env.JEST_WORKER_ID ?? '1'}`);
    await inCopy(async (dir) => expect(await writeAnchor({ ownerUrl: shorter, dataDir: dir, now: new Date() })).toEqual({ seq: 0, lost: LENGTH }));
  });
});
