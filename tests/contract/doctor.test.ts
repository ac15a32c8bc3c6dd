import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../support/cruise.ts';

let bare: string;

beforeAll(() => {
  bare = fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-doctor-'));
  for (const file of ['package.json', 'package-lock.json', 'scripts/doctor.mjs', 'scripts/lib/doctor-checks.mjs']) {
    fs.mkdirSync(path.dirname(path.join(bare, file)), { recursive: true });
    fs.copyFileSync(path.join(ROOT, file), path.join(bare, file));
  }
});

afterAll(() => fs.rmSync(bare, { recursive: true, force: true }));

function doctor(env: Record<string, string>): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/doctor.mjs'], { cwd: bare, encoding: 'utf8', env: { PATH: process.env.PATH, PORT: '0', ...env } });
  return { code: status, said: stdout + stderr };
}

test('the doctor works before any package is there, and is content', () => {
  const { code, said } = doctor({});
  expect(said).toMatch(/ok +Node/);
  expect(said).toMatch(/note +Packages +not installed yet/);
  expect(said).toContain('This machine can run the portal: npm start.');
  expect(code).toBe(0);
});

test('says in words what is wrong, with what to do', () => {
  const file = path.join(bare, 'a-file');
  fs.writeFileSync(file, '');
  const { code, said } = doctor({ PORT: 'x', DATA_DIR: path.join(file, 'data') });
  expect(said).toMatch(/WRONG +Port +PORT is/);
  expect(said).toMatch(/WRONG +Data folder .*cannot be written to/);
  expect(said).toContain('2 things to put right');
  expect(code).toBe(1);
});

test('names a port that is taken', async () => {
  const server = net.createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.address() as net.AddressInfo;
  expect(doctor({ PORT: String(port) }).said).toMatch(new RegExp(`note +Port +${port} is in use`));
  await new Promise((resolve) => { server.close(resolve); });
});
