import { spawn, type ChildProcess, type StdioPipe } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = path.join(__dirname, '../..');
/** Inside the project, so that packages are found from there. */
const MADE = path.join(ROOT, 'node_modules/.cache/attendance-children');

/** What runs in a process of its own, to be killed in a test. */
export type ChildName = 'import-one' | 'portal-one' | 'send-one';
const CHILDREN: readonly ChildName[] = ['import-one', 'portal-one', 'send-one'];

/** Puts the portal's own files together once a run: tests start dozens of processes, and reading TypeScript takes each of them two seconds of a processor. */
export async function makeChildren(): Promise<void> {
  await build({
    entryPoints: CHILDREN.map((name) => path.join(ROOT, 'tests/support', `${name}.ts`)), outdir: MADE, outExtension: { '.js': '.mjs' },
    bundle: true, packages: 'external', splitting: true, platform: 'node', format: 'esm', target: 'node20', sourcemap: 'inline', logLevel: 'error',
    plugins: [{
      name: 'as from its own file',
      setup(made) {
        made.onResolve({ filter: /^@attendance\/shared\// }, (wanted) => ({ path: path.join(ROOT, 'shared/src', wanted.path.slice('@attendance/shared/'.length), 'index.ts') }));
        made.onLoad({ filter: /\.ts$/ }, (file) => {
          const text = fs.readFileSync(file.path, 'utf8');
          return text.includes('import.meta.url') ? { contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file.path).href)), loader: 'ts' } : null;
        });
      },
    }],
  });
}

/** Starts one, as it stands in the project; what it says wrong is seen. */
export function startChild(name: ChildName, given: readonly string[], input: 'ignore' | StdioPipe = 'ignore'): ChildProcess {
  return spawn(process.execPath, ['--enable-source-maps', path.join(MADE, `${name}.mjs`), ...given], { cwd: ROOT, stdio: [input, 'pipe', 'inherit'] });
}
