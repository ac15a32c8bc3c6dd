import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import zlib from 'node:zlib';
import { Kind, print, type DocumentNode } from 'graphql';

/** A fingerprint of everything the client is built from. */
function fingerprint(root: string): string {
  const hash = createHash('sha256');
  const walk = (dir: string): void => {
    for (const entry of fs.readdirSync(dir, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name))) {
      const file = path.join(dir, entry.name);
      if (entry.isDirectory()) walk(file);
      else hash.update(path.relative(root, file)).update(fs.readFileSync(file));
    }
  };
  for (const dir of ['client/src', 'client/public', 'shared/src']) if (fs.existsSync(path.join(root, dir))) walk(path.join(root, dir));
  for (const file of ['client/index.html', 'client/vite.config.ts', 'client/chunks.ts', 'package-lock.json']) hash.update(fs.readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

/** Builds the client when its sources have changed since the last build; returns whether it did. */
export async function buildClientIfChanged(root: string): Promise<boolean> {
  const stamp = path.join(root, 'client', 'dist', '.built-from');
  const now = fingerprint(root);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === now) return false;
  // Always as they are served, whatever this process is: what is drawn by one kind of React is not taken over by another.
  // The pages for browsers, then for the server what they ask first and how they are drawn: in this order, because the first empties the folder.
  for (const of of [[], ['--ssr', 'src/app/first-page.tsx']]) {
    const built = spawnSync(process.execPath, [path.join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'error', ...of], { cwd: path.join(root, 'client'), encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } });
    if (built.status !== 0) throw new Error(`The client could not be built. Nothing else was changed.\n${built.stdout}${built.stderr}`);
  }
  compress(path.join(root, 'client', 'dist', 'assets'));
  fs.writeFileSync(path.join(root, 'client', 'dist', 'operations.json'), JSON.stringify(await ownOperations(root)));
  fs.writeFileSync(stamp, now);
  return true;
}

/** Lays compressed copies beside the built files, once and as small as can be, for the server to send. */
function compress(assets: string): void {
  for (const name of fs.readdirSync(assets).filter((file) => /\.(js|css|svg)$/.test(file))) {
    const file = path.join(assets, name);
    const bytes = fs.readFileSync(file);
    fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(bytes));
    fs.writeFileSync(`${file}.gz`, zlib.gzipSync(bytes, { level: 9 }));
  }
}

/** The text of every operation the client was built with, its fragments included: in production the server answers nothing else. */
async function ownOperations(root: string): Promise<string[]> {
  const source = path.join(root, 'client', 'src');
  const files = fs.readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.generated.ts')).sort();
  const modules = await Promise.all(files.map(async (file) => (await import(pathToFileURL(path.join(source, file)).href)) as Record<string, unknown>));
  const documents = modules.flatMap((module) => Object.entries(module).filter(([name]) => name.endsWith('Document')).map(([, document]) => document as DocumentNode));
  return documents.filter(({ definitions }) => definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION)).map((document) => print(document));
}
