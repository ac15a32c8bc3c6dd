// `npm run doctor`: what is wrong with this machine, in plain words. Needs Node alone; looks at more once the packages are there.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkDisk, checkEmbeddedPostgres, checkFolder, checkNode, checkPackages, checkPort, checkRootUser } from './lib/doctor-checks.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const MARKS = { fine: 'ok   ', warn: 'note ', wrong: 'WRONG' };

/** What the TypeScript half finds, or that it could not look. */
function portalChecks() {
  if (!fs.existsSync(path.join(root, 'node_modules', 'tsx'))) return [];
  const looked = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/lib/doctor-portal.ts'], { cwd: root, encoding: 'utf8', timeout: 60_000 });
  const line = looked.stdout?.trim().split('\n').at(-1) ?? '';
  if (looked.status === 0 && line.startsWith('[')) return JSON.parse(line);
  return [{ name: 'Portal', state: 'wrong', found: `its settings could not be read: ${(looked.stderr ?? '').trim().split('\n').at(-1)}`, todo: 'Run npm start once, which installs the packages, and then this again.' }];
}

const dataDir = path.resolve(root, process.env.DATA_DIR || '.data');
const node = checkNode();
const checks = [
  node, checkPackages(root), checkFolder(dataDir), checkDisk(dataDir), await checkPort(Number(process.env.PORT || 4000)),
  ...(process.env.DATABASE_URL ? [] : [checkEmbeddedPostgres(root), ...checkRootUser()]),
  ...(node.state === 'fine' ? portalChecks() : []),
];
const width = Math.max(...checks.map(({ name }) => name.length));
for (const { name, state, found, todo } of checks) console.log(`${MARKS[state]}  ${name.padEnd(width)}  ${found}${todo ? `\n       ${' '.repeat(width)}  ${todo}` : ''}`);
const wrong = checks.filter(({ state }) => state === 'wrong').length;
console.log(wrong === 0 ? '\nThis machine can run the portal: npm start.' : `\n${wrong} thing${wrong === 1 ? '' : 's'} to put right before the portal can start here. Nothing was changed.`);
process.exitCode = wrong === 0 ? 0 : 1;
