import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole project. */
export const ROOT = path.resolve(typeof __dirname === 'string' ? __dirname : path.dirname(fileURLToPath(import.meta.url)), '../..');

export interface BrokenLaw { readonly law: string; readonly from: string; readonly to: string }

interface CruiseReport { readonly summary: { readonly totalCruised: number; readonly violations: readonly { from: string; to: string; rule: { name: string } }[] } }

/** Holds the imports below a folder to .dependency-cruiser.cjs; gives every broken law, and how many files were read. */
export function cruise(folder: string, ...below: string[]): { broken: BrokenLaw[]; files: number } {
  const command = [path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--config', path.join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json', ...below];
  const run = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (!run.stdout.startsWith('{')) throw new Error(`The house laws could not be checked.\n${run.stdout.slice(0, 2000)}${run.stderr.slice(0, 2000)}`);
  const { summary } = JSON.parse(run.stdout) as CruiseReport;
  return { broken: summary.violations.map(({ from, to, rule }) => ({ law: rule.name, from, to })), files: summary.totalCruised };
}
