import fs from 'node:fs';
import path from 'node:path';
import type { RunningStart } from './journeys-setup.ts';

/** Ends the portal as Ctrl-C does, and holds it to its promise: it stops everything it started. */
export default async function teardown(): Promise<void> {
  const running = (globalThis as { runningStart?: RunningStart }).runningStart;
  if (running === undefined) return;
  const code = await running.portal.stop();
  const leftOver = fs.existsSync(path.join(running.dataDir, 'postgres', 'data', 'postmaster.pid'));
  for (const dir of [running.dataDir, running.copyDir]) fs.rmSync(dir, { recursive: true, force: true });
  if (code !== 0) throw new Error(`Ctrl-C ended the portal with ${code}.\n${running.portal.output()}`);
  if (leftOver) throw new Error('The portal stopped and left its PostgreSQL running.');
}
