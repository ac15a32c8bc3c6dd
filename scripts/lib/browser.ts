import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** How the browser of the tests is started: no windows, no calls home, and able to run as root in a container. */
export const BROWSER_ARGS: readonly string[] = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Unpacks the npm package's browser; in a process of its own, since the package reads and changes the environment it finds. */
const UNPACK = `
  const before = process.env.LD_LIBRARY_PATH;
  const { default: chromium } = await import('@sparticuz/chromium');
  const file = await chromium.executablePath();
  console.log(JSON.stringify({ file, libraries: process.env.LD_LIBRARY_PATH === before ? null : process.env.LD_LIBRARY_PATH }));`;

function unpack(): string {
  const { version } = JSON.parse(fs.readFileSync(path.resolve('node_modules/@sparticuz/chromium/package.json'), 'utf8')) as { version: string };
  // One folder per version and user: the package reuses whatever lies in the temporary folder.
  const folder = path.join(os.tmpdir(), `attendance-chromium-${version}-${process.getuid?.() ?? 0}`);
  fs.mkdirSync(folder, { recursive: true });
  // It brings the libraries a bare machine lacks only where it believes to be in Lambda.
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  const made = spawnSync(process.execPath, ['--input-type=module', '-e', UNPACK], { encoding: 'utf8', env });
  if (made.status !== 0) throw new Error(`The browser of the tests could not be unpacked. Set CHROMIUM_PATH to one that is installed.\n${made.stderr}`);
  const { file, libraries } = JSON.parse(made.stdout) as { file: string; libraries: string | null };
  if (libraries) process.env.LD_LIBRARY_PATH = libraries; // the browser inherits it from whoever starts it
  process.env.FONTCONFIG_FILE = fontsOf(folder);
  return file;
}

/** On a machine without fonts this browser dies at the first text field, unless it is told where the one it brings lies. */
function fontsOf(folder: string): string {
  const file = path.join(folder, 'attendance-fonts.conf');
  const folders = [path.join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'].map((each) => `<dir>${each}</dir>`).join('');
  fs.writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}<cachedir>${path.join(folder, 'font-cache')}</cachedir></fontconfig>\n`);
  return file;
}

/** A browser to test with: the one CHROMIUM_PATH names, one that is installed, or the npm package's, unpacked once (a second or two). Call it from the project's folder. */
export async function browserPath(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (fs.existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file. Nothing was tested. Correct it, or leave it empty.`);
  }
  return INSTALLED.find((file) => fs.existsSync(file)) ?? unpack();
}
