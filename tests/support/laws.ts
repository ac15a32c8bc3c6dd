import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from './cruise.ts';

export interface MappedModule { readonly name: string; readonly owns: string; readonly mayUse: readonly string[] }

const load = createRequire(path.join(ROOT, 'package.json'));

/** module-map.cjs, as data. */
export const MODULE_MAP = load('./module-map.cjs') as readonly MappedModule[];

/** The names of the laws of .dependency-cruiser.cjs. */
export const LAWS = (load('./.dependency-cruiser.cjs') as { forbidden: readonly { name: string }[] }).forbidden.map(({ name }) => name);

const SKIPPED = new Set(['node_modules', 'dist', 'out', 'coverage', '.git', '.data']);

/** Every file of our own below a folder, by path from the root. */
export function filesBelow(...folders: string[]): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of fs.readdirSync(path.join(ROOT, folder), { withFileTypes: true })) {
      if (SKIPPED.has(entry.name)) continue;
      const file = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) walk(file);
      else if (entry.isFile()) found.push(file);
    }
  };
  for (const folder of folders) if (fs.existsSync(path.join(ROOT, folder))) walk(folder);
  return found.sort();
}

export const textOf = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8');
