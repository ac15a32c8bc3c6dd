import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { browserPath } from '../../scripts/lib/browser.ts';
import { freePort, startPractice, type PracticePortal } from './practice-portal.ts';

export interface RunningStart { readonly portal: PracticePortal; readonly dataDir: string; readonly copyDir: string }

const TODAY = '2026-11-19';

/**
 * Starts the portal as `npm start` does, in an empty folder: the journeys begin where a newcomer begins. It is stopped once it is
 * filled and started again over what it left, so that a journey that moves the clock has a copy of its own: filling takes minutes.
 */
export default async function setup(): Promise<void> {
  await browserPath(); // unpacked once, before two test files want it at the same moment
  if (process.env.JOURNEYS_URL) return; // a portal that is running already, while a journey is being written
  const [dataDir, copyDir] = ['', 'copy-'].map((of) => fs.mkdtempSync(path.join(os.tmpdir(), `attendance-journeys-${of}`))) as [string, string];
  // Where root runs this the database belongs to somebody else, who has to get at it: or it would be kept elsewhere, and not copied.
  for (const dir of [dataDir, copyDir]) fs.chmodSync(dir, 0o711);
  const port = await freePort();
  await (await startPractice({ port, dataDir, today: TODAY })).stop();
  execFileSync('cp', ['-a', `${dataDir}/.`, copyDir]); // with its owners
  const portal = await startPractice({ port, dataDir, today: TODAY });
  Object.assign(process.env, { JOURNEYS_URL: portal.url, JOURNEYS_DATA_DIR: dataDir, JOURNEYS_FILLED_DIR: copyDir });
  (globalThis as { runningStart?: RunningStart }).runningStart = { portal, dataDir, copyDir };
}
