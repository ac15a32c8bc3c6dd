import { spawn, type ChildProcess } from 'node:child_process';
import net from 'node:net';

/** A portal started as `npm start` does, with the practice authority, on a day of its own. */
export interface PracticePortal { readonly process: ChildProcess; readonly url: string; readonly output: () => string; /** Ends it as Ctrl-C does; gives how it ended. */ readonly stop: () => Promise<number | null> }

const FIRST_START_MINUTES = 8;

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Starts it over a folder: an empty one is filled first, one that is filled is taken as it stands, on whatever day. */
export async function startPractice({ port, dataDir, today }: { readonly port: number; readonly dataDir: string; readonly today: string }): Promise<PracticePortal> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    env: { ...process.env, NODE_ENV: 'test', PORT: String(port), DATA_DIR: dataDir, PORTAL_TODAY: today, LOG_LEVEL: 'error', DATABASE_URL: '', WORLD: 'demo' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => { child.once('exit', resolve); });
  await new Promise<void>((resolve, reject) => {
    const note = (chunk: Buffer): void => {
      output += chunk.toString();
      if (output.includes('Ctrl-C stops everything')) resolve();
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    void ended.then((code) => reject(new Error(`The portal stopped with ${code} before it was ready.\n${output}`)));
    setTimeout(() => {
      reject(new Error(`The portal was not ready after ${FIRST_START_MINUTES} minutes.\n${output}`));
      if (!output.includes('Ctrl-C stops everything')) child.kill('SIGINT');
    }, FIRST_START_MINUTES * 60_000).unref();
  });
  return { process: child, url: `http://localhost:${port}`, output: () => output, stop: () => { child.kill('SIGINT'); return ended; } };
}
