import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { isoOfDay, mondayOf } from '@attendance/shared/kernel';
import { DeliverySource, ImportRegisterService } from '../../server/src/modules/registers/index.ts';
import { readRegisterFile } from '../../server/src/modules/registers/readers/index.ts';
import { systemClock } from '../../server/src/platform/clock/clock.ts';
import { connectIngest } from '../../server/src/platform/database/connections.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { benchUpn, schoolDays, writeRegisterFile } from './register-file.ts';

export interface ImportBench { readonly rows: number; readonly megabytes: number; readonly ours: number[]; readonly peer: number[]; readonly again: number; readonly peakMegabytes: number; readonly kept: string }

const SCHOOLS = 50;

/** Loads pupils, enrolments and school weeks for the file: what a portal has before the file comes. */
async function prepare(owner: pg.Client, pupils: number, days: readonly number[]): Promise<void> {
  const weeks = [...new Set(days.map((day) => mondayOf(day)))];
  const upns = Array.from({ length: pupils }, (_, n) => benchUpn(n));
  await owner.query(`set role portal_ingest`);
  await owner.query(`insert into school (id, la_code, establishment_number, name, type_code, phase_code, phase, status_code, statutory_low_age, statutory_high_age, locality, postcode)
    select 990000 + n, 990, 4000 + n, 'Bench school ' || n, 1, 4, 'SECONDARY', 1, 11, 16, 'Bench', 'WX1 1AA' from generate_series(0, $1::int - 1) n`, [SCHOOLS]);
  await owner.query(`insert into school_week select s.id, w, 2025, row_number() over (partition by s.id order by w), 31 from school s, unnest($1::date[]) w`, [weeks.map((week) => isoOfDay(week))]);
  await owner.query(`insert into pupil (id, upn, legal_surname, legal_forename, born_on, sex, search_name, school_ids) overriding system value
    select n, u, 'Bench', 'Pupil', '2012-01-01', 'U', 'pupil bench', array[990000 + n::int % $2::int] from unnest($1::text[]) with ordinality as t(u, n)`, [upns, SCHOOLS]);
  await owner.query(`insert into enrolment (id, pupil_id, school_id, nc_year, starts_on) overriding system value select id, id, school_ids[1], '8', '2025-09-01' from pupil`);
  await owner.query('reset role');
  await owner.query('analyze');
}

async function peerCopy(ownerUrl: string, file: string): Promise<number> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  await client.query('drop table if exists bare_session');
  await client.query('create table bare_session (upn text not null, day date not null, session text not null, mark text not null)');
  await client.query('checkpoint');
  const started = performance.now();
  const psql = spawnSync('psql', [ownerUrl, '-q', '-v', 'ON_ERROR_STOP=1', '-c', `\\copy bare_session from '${file}' with (format csv, header)`], { encoding: 'utf8' });
  if (psql.error) await pipeline(fs.createReadStream(file, { highWaterMark: 1 << 20 }), client.query(copyFrom('copy bare_session from stdin with (format csv, header)')));
  else if (psql.status !== 0) throw new Error(psql.stderr);
  await client.query('alter table bare_session add primary key (upn, day, session)');
  const seconds = (performance.now() - started) / 1000;
  await client.query('drop table bare_session');
  await client.end();
  return seconds;
}

/** Import of one school year, validated, audited and receipted, beside `psql \\copy` of the same file plus a primary key; A-B-B-A. */
export async function benchImport(ownerUrl: string, workDir: string, pupils: number, repeats: number): Promise<ImportBench> {
  const days = schoolDays('2025-09-01');
  const file = path.join(workDir, 'bench-register.csv');
  const { rows, bytes } = writeRegisterFile(file, pupils, days);
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  await prepare(owner, pupils, days);
  const pool = connectIngest(ownerUrl);
  const importer = new ImportRegisterService(pool, readRegisterFile, systemClock('2026-08-20'), createLogger('error'));
  const hash = createHash('sha256');
  await pipeline(fs.createReadStream(file), hash);
  const sha256 = hash.digest();
  const ours: number[] = [];
  const peer: number[] = [];
  let kept = '';
  let peak = 0;
  const watch = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss / 1048576); }, 200);
  const clear = async (): Promise<void> => {
    await owner.query(`truncate register_week, register_change, pupil_year, pupil_standing, work_list_member, school_work_list, sibling_absence, enrolment_cohort, school_cohort_total, school_care_total, school_cohort_point, school_care_point, school_week_total, school_session_total, school_code_total, school_year_total, school_coverage, delivery_refusal; update delivery set status = 'REFUSED'`);
    await owner.query('checkpoint');
  };
  const send = async (): Promise<number> => {
    const started = performance.now();
    const result = await importer.import({ path: file, fileName: 'bench.csv', bytes, sha256, schoolId: null, source: DeliverySource.COMMAND, sentBy: null }, { userId: null, role: 'SYSTEM', requestId: 'bench' });
    const seconds = (performance.now() - started) / 1000;
    if (!result.kept) throw new Error(JSON.stringify(result.refusal));
    const { rows: receipt } = await owner.query<{ kept: string }>(`select rows_read || ' rows, ' || marks_new || ' new marks, ' || rows_refused || ' refused, ' || pupils || ' pupils' as kept from delivery where id = $1`, [result.deliveryId]);
    if (kept === '') kept = receipt[0]?.kept ?? '';
    return seconds;
  };
  let again = 0;
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const order = repeat % 2 === 0 ? ['ours', 'peer'] : ['peer', 'ours'];
    for (const side of order) {
      if (side === 'peer') peer.push(await peerCopy(ownerUrl, file));
      else {
        await clear();
        ours.push(await send());
      }
    }
  }
  await owner.query(`update delivery set status = 'REFUSED'`);
  again = await send();
  clearInterval(watch);
  await pool.end();
  await owner.end();
  fs.rmSync(file);
  return { rows, megabytes: bytes / 1048576, ours, peer, again, peakMegabytes: peak, kept };
}
