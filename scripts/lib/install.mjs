import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Stops with a plain sentence where Node is too old, and installs the packages when they are missing or the lock changed. */
export function installIfMissing(root) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`This needs Node 20.19 or newer; here is ${process.versions.node}. Nothing was changed. Install a newer Node and run the command again.`);
    process.exit(1);
  }
  const lock = createHash('sha256').update(fs.readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
  const stamp = path.join(root, 'node_modules', '.installed-lock');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing packages (once; about a minute)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not `npm ci`: it refuses a lock without the optional packages of every other platform, which not every registry serves.
  // This installs exactly what the lock names and leaves the lock as it is.
  const result = spawnSync(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    console.error('The packages could not be installed. Nothing else was changed. Check the network and run the command again.');
    process.exit(1);
  }
  fs.writeFileSync(stamp, lock);
}
