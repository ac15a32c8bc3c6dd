import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { browserPath } from '../../scripts/lib/browser.ts';
import { freePort, startPractice, type PracticePortal } from './practice-portal.ts';

export interface RunningStart { readonly portal: PracticePortal; readonly dataDir: string }

/** Starts the portal as `npm start` does, into an empty folder: the journeys begin where a newcomer begins. */
export default async function setup(): Promise<void> {
  await browserPath(); // unpacked once, before two test files want it at the same moment
  if (process.env.JOURNEYS_URL) return; // a portal that is running already, while a journey is being written
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-journeys-'));
  const portal = await startPractice({ port: await freePort(), dataDir, today: '2026-11-19' });
  process.env.JOURNEYS_URL = portal.url;
  process.env.JOURNEYS_DATA_DIR = dataDir;
  (globalThis as { runningStart?: RunningStart }).runningStart = { portal, dataDir };
}
