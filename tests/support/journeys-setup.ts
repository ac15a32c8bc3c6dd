import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { browserPath } from '../../scripts/lib/browser.ts';

export interface RunningStart { readonly process: ChildProcess; readonly dataDir: string; readonly output: () => string }

const FIRST_START_MINUTES = 8;

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Starts the portal as `npm start` does, into an empty folder: the journeys begin where a newcomer begins. */
export default async function setup(): Promise<void> {
  await browserPath(); // unpacked once, before two test files want it at the same moment
  if (process.env.JOURNEYS_URL) return; // a portal that is running already, while a journey is being written
  const port = await freePort();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-journeys-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    env: { ...process.env, NODE_ENV: 'test', PORT: String(port), DATA_DIR: dataDir, PORTAL_TODAY: '2026-11-19', LOG_LEVEL: 'error', DATABASE_URL: '', WORLD: 'demo' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = new Promise<void>((resolve, reject) => {
    const note = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes('Ctrl-C stops everything')) resolve();
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    child.once('exit', (code) => reject(new Error(`The portal stopped with ${code} before it was ready.\n${output}`)));
    setTimeout(() => reject(new Error(`The portal was not ready after ${FIRST_START_MINUTES} minutes.\n${output}`)), FIRST_START_MINUTES * 60_000).unref();
  });
  await ready;
  process.env.JOURNEYS_URL = `http://localhost:${port}`;
  process.env.JOURNEYS_DATA_DIR = dataDir;
  (globalThis as { runningStart?: RunningStart }).runningStart = { process: child, dataDir, output: () => output };
}
