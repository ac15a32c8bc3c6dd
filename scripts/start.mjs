// `npm start`: installs what is missing, then starts the portal. Only Node itself is used until the packages are there.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfMissing } from './lib/install.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
installIfMissing(root);
const portal = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], { cwd: root, stdio: 'inherit' });
// Ctrl-C in a terminal reaches both processes: the portal puts things in order, and this one waits for it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => { if (signal !== 'SIGINT' || !process.stdin.isTTY) portal.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal); });
portal.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
