import './as-served.ts';
import 'reflect-metadata';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrate } from '../../server/src/platform/database/connections.ts';
import { startPostgres } from '../../server/src/platform/postgres/launcher.ts';
import { Progress } from '../../scripts/lib/say.ts';
import { seedWorld } from '../../scripts/lib/seed.ts';
import { buildClientIfChanged } from '../../scripts/lib/client-build.ts';
import { benchBrowser, browserSummary } from './browser.bench.ts';
import { benchGrowth, growthSummary } from './growth.bench.ts';
import { benchImport } from './import.bench.ts';
import { benchPack, packSummary } from './meeting-pack.bench.ts';
import { benchTyping, typingSummary } from './meetings.bench.ts';
import { benchScreens, summary } from './screens.bench.ts';
import { median } from './statistics.ts';

const TODAY = '2026-11-19';
const PORT = 4071;

type Size = 'demo' | 'authority' | 'county';

/** `npm run bench -- [--job import|screens|growth|browser|meetings] [--pupils 50000] [--repeats 5] [--size authority] [--no-raw]`: each job beside its peer in one run; import and screens unless told. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: {
    job: { type: 'string' }, small: { type: 'string', default: 'demo' }, pupils: { type: 'string', default: '50000' }, repeats: { type: 'string', default: '5' }, size: { type: 'string' }, 'no-raw': { type: 'boolean', default: false },
  } });
  const root = path.resolve('.data/bench');
  fs.mkdirSync(root, { recursive: true });
  const server = await startPostgres({ dir: path.join(root, 'postgres') });
  const report: string[] = [`Benchmarks on ${os.cpus().length} cores (${os.cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}. Ratio = ours / peer, medians.`];
  const say = (line: string): void => { report.push(line); console.log(line); };
  try {
    if (values.job === undefined || values.job === 'import') {
      const url = await freshDatabase(server.url, 'bench_import');
      const bench = await benchImport(url, root, Number(values.pupils), Number(values.repeats));
      say(`Import of one school year, ${Number(values.pupils).toLocaleString('en-GB')} pupils (${bench.rows.toLocaleString('en-GB')} rows, ${bench.megabytes.toFixed(0)} MB): ${(median(bench.ours) / median(bench.peer)).toFixed(2)} x \`psql \\copy\` into a bare table plus its primary key (median ${median(bench.ours).toFixed(1)} s of ${list(bench.ours)} against ${median(bench.peer).toFixed(1)} s of ${list(bench.peer)}).`);
      say(`  ${bench.kept}. The same rows sent again under another name: ${bench.again.toFixed(1)} s, nothing written. Peak memory of the importing process ${bench.peakMegabytes.toFixed(0)} MB.`);
    }
    if (values.job === undefined || values.job === 'screens') {
      const size = (values.size ?? 'authority') as Size;
      const url = await seededDatabase(server.url, `bench_${size}`, size, root);
      for (const line of summary(await benchScreens(url, TODAY, path.resolve('client/dist'), PORT, 100, !values['no-raw']))) say(line);
    }
    if (values.job === 'growth') {
      const small = await seededDatabase(server.url, `bench_${values.small}`, values.small as Size, root);
      const large = await seededDatabase(server.url, `bench_${values.size ?? 'county'}`, (values.size ?? 'county') as Size, root);
      for (const line of growthSummary(await benchGrowth({ small, large }, root, TODAY, path.resolve('client/dist'), PORT, 100))) say(line);
    }
    if (values.job === 'meetings') {
      const size = (values.size ?? 'authority') as Size;
      const url = await seededDatabase(server.url, `bench_${size}`, size, root);
      for (const line of packSummary(await benchPack(url, root, TODAY, PORT, Number(values.repeats)))) say(line);
      for (const line of typingSummary(await benchTyping(url, root, TODAY, PORT))) say(line);
    }
    if (values.job === 'browser') {
      const size = (values.size ?? 'authority') as Size;
      const url = await seededDatabase(server.url, `bench_${size}`, size, root);
      await buildClientIfChanged(path.resolve('.'));
      for (const line of browserSummary(await benchBrowser(url, root, TODAY, path.resolve('client/dist'), PORT, Number(values.repeats)))) say(line);
    }
  } finally {
    await server.stop();
  }
  fs.writeFileSync(path.join(root, 'last-run.txt'), `${report.join('\n')}\n`);
}

const list = (seconds: readonly number[]): string => seconds.map((value) => value.toFixed(1)).join(', ');

async function freshDatabase(serverUrl: string, name: string): Promise<string> {
  const admin = new pg.Client(serverUrl);
  await admin.connect();
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrate(url.href);
  return url.href;
}

/** The seeded database of an earlier run, or a new one: seeding takes minutes and is the same each time. */
async function seededDatabase(serverUrl: string, name: string, size: Size, workDir: string): Promise<string> {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const probe = new pg.Client(url.href);
  try {
    await probe.connect();
    if ((await probe.query(`select 1 from pg_class where relname = 'bench_ready'`)).rowCount === 1) {
      await migrate(url.href);
      return url.href;
    }
  } catch { /* not there yet */ } finally {
    await probe.end().catch(() => undefined);
  }
  await freshDatabase(serverUrl, name);
  await seedWorld({ ownerUrl: url.href, size, today: TODAY, issuer: `http://localhost:${PORT}/practice-idp`, workDir, progress: new Progress() });
  const done = new pg.Client(url.href);
  await done.connect();
  await done.query('create table bench_ready ()');
  await done.end();
  return url.href;
}

main().then(() => process.exit(0), (error: unknown) => {
  console.error(error);
  process.exit(1);
});
