import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cruise, ROOT, type BrokenLaw } from '../support/cruise.ts';
import { LAWS, MODULE_MAP } from '../support/laws.ts';

/** What a file may not import, and the law that says so; each pair becomes two files in a folder of its own. */
const BREAKS: readonly [law: string, from: string, to: string][] = [
  ['map-server-pupils', 'server/src/modules/pupils/a.ts', 'server/src/modules/registers/index.ts'],
  ['map-server-identity', 'server/src/modules/identity/a.ts', 'server/src/modules/organisations/index.ts'],
  ['map-server-audit', 'server/src/modules/audit/a.ts', 'server/src/modules/legal/index.ts'],
  ['map-client-tasks', 'client/src/features/tasks/pages/a.tsx', 'client/src/features/meetings/index.ts'],
  ['front-door', 'server/src/modules/registers/b.ts', 'server/src/modules/pupils/pupil.service.ts'],
  ['front-door', 'client/src/features/registers/b.tsx', 'client/src/features/pupils/components/name.tsx'],
  ['front-door-from-outside', 'server/src/app/c.ts', 'server/src/modules/pupils/pupil.repository.ts'],
  ['front-door-from-outside', 'client/src/app/c.tsx', 'client/src/features/pupils/pages/pupil-page.tsx'],
  ['shared-is-pure', 'shared/src/kernel/d.ts', 'node:fs'],
  ['shared-is-pure', 'shared/src/kernel/e.ts', 'some-package'],
  ['shared-is-pure', 'shared/src/kernel/f.ts', 'server/src/platform/clock/clock.ts'],
  ['shared-tests-are-pure', 'shared/src/kernel/g.test.ts', 'node:fs'],
  ['platform-knows-no-module', 'server/src/platform/jobs/h.ts', 'server/src/modules/tasks/index.ts'],
  ['platform-knows-no-module', 'server/src/platform/jobs/i.ts', 'server/src/app/compose.ts'],
  ['world-stands-beside', 'server/src/world/j.ts', 'server/src/modules/registers/index.ts'],
  ['modules-know-no-world', 'server/src/modules/pupils/k.ts', 'server/src/world/cast.ts'],
  ['ui-knows-no-feature', 'client/src/ui/l.tsx', 'client/src/features/pupils/index.ts'],
  ['ui-knows-no-feature', 'client/src/ui/m.tsx', 'client/src/graphql/client.ts'],
  ['lib-and-graphql-know-no-feature', 'client/src/graphql/n.ts', 'client/src/features/identity/index.ts'],
  ['server-knows-no-client', 'server/src/app/o.ts', 'client/src/lib/format.ts'],
  ['client-knows-no-server', 'client/src/lib/p.ts', 'server/src/platform/clock/clock.ts'],
  ['nothing-knows-tests', 'server/src/platform/jobs/q.ts', 'tests/support/postgres.ts'],
  ['nothing-knows-tests', 'scripts/r.ts', 'tests/support/postgres.ts'],
  ['only-app-composes', 'server/src/modules/pupils/s.ts', 'server/src/app/compose.ts'],
  ['only-app-composes', 'client/src/features/pupils/t.tsx', 'client/src/app/router.tsx'],
  ['resolvable', 'server/src/platform/jobs/u.ts', 'no-such-package'],
];

const ALLOWED: readonly [from: string, to: string][] = [
  ['server/src/modules/registers/good.ts', 'server/src/modules/pupils/index.ts'],
  ['server/src/modules/registers/readers/good.ts', 'server/src/modules/registers/text.ts'],
  ['client/src/features/meetings/pages/good.tsx', 'client/src/features/analysis/index.ts'],
  ['client/src/features/legal/pages/good.tsx', 'client/src/ui/button.tsx'],
  ['client/src/app/good.tsx', 'client/src/features/pupils/index.ts'],
  ['client/src/ui/good.tsx', 'client/src/lib/format.ts'],
  ['server/src/app/good.ts', 'server/src/modules/pupils/index.ts'],
  ['server/src/world/good.ts', 'server/src/modules/identity/index.ts'],
  ['server/src/platform/jobs/good.ts', '@attendance/shared/kernel'],
  ['shared/src/kernel/good.test.ts', 'fast-check'],
  ['scripts/good.ts', 'server/src/modules/registers/importing/import.service.ts'],
  ['tests/api/good.test.ts', 'server/src/modules/registers/importing/import.service.ts'],
];

let folder: string;
let broken: BrokenLaw[];

function write(file: string, text: string): void {
  const full = path.join(folder, file);
  fs.mkdirSync(path.dirname(full), { recursive: true });
  fs.appendFileSync(full, text);
}

/** Makes two files, one importing the other; what has no folder of ours in its name is a package. */
function link(from: string, to: string, keyword = 'import'): void {
  const isFile = /^(?:server|client|shared|tests|scripts)\//.test(to);
  if (isFile && !fs.existsSync(path.join(folder, to))) write(to, 'export const thing = 1;\n');
  const target = isFile ? `./${path.relative(path.dirname(from), to)}` : to;
  write(from, `${keyword} { thing } from '${target}';\nexport const own = thing;\n`);
}

beforeAll(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-laws-')));
  for (const file of ['tsconfig.json', 'tsconfig.base.json', 'shared/package.json']) write(file, fs.readFileSync(path.join(ROOT, file), 'utf8'));
  write('shared/src/kernel/index.ts', 'export const thing = 1;\n');
  for (const name of ['some-package', 'fast-check']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'exports.thing = 1;\n');
  }
  fs.mkdirSync(path.join(folder, 'node_modules/@attendance'));
  fs.symlinkSync('../../shared', path.join(folder, 'node_modules/@attendance/shared'));
  for (const [, from, to] of BREAKS) link(from, to);
  for (const [from, to] of ALLOWED) link(from, to);
  write('server/src/platform/jobs/circle-two.ts', '');
  link('server/src/platform/jobs/circle-one.ts', 'server/src/platform/jobs/circle-two.ts');
  link('server/src/platform/jobs/circle-two.ts', 'server/src/platform/jobs/circle-one.ts');
  write('server/src/platform/jobs/type-two.ts', '');
  link('server/src/platform/jobs/type-one.ts', 'server/src/platform/jobs/type-two.ts');
  link('server/src/platform/jobs/type-two.ts', 'server/src/platform/jobs/type-one.ts', 'import type');
  link('server/src/modules/organisations/typed.ts', 'server/src/modules/legal/index.ts', 'import type');
  broken = cruise(folder, 'server', 'client', 'shared', 'scripts', 'tests').broken;
}, 120_000);

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const lawsOf = (from: string): string[] => broken.filter((each) => each.from === from).map(({ law }) => law);

describe('each law catches what breaks it', () => {
  test.each(BREAKS)('%s: %s may not import %s', (law, from) => expect(lawsOf(from)).toContain(law));

  test('files that need each other to load', () => expect(lawsOf('server/src/platform/jobs/circle-one.ts')).toContain('no-circles'));

  test('arrows count imports of types as well', () => expect(lawsOf('server/src/modules/organisations/typed.ts')).toContain('map-server-organisations'));

  test('every law has something here that breaks it', () => {
    const kind = (name: string): string => name.replace(/^map-.*/, 'map');
    const tried = new Set(broken.map(({ law }) => kind(law)));
    expect(LAWS.map(kind).filter((name) => !tried.has(name))).toEqual([]);
  });
});

describe('what is allowed passes', () => {
  test.each(ALLOWED)('%s may import %s', (from) => expect(lawsOf(from)).toEqual([]));

  test('a type used both ways closes no circle', () => expect(lawsOf('server/src/platform/jobs/type-one.ts')).toEqual([]));
});

describe('the map', () => {
  const names = MODULE_MAP.map(({ name }) => name);

  test('names fifteen modules once', () => {
    expect(names).toHaveLength(15);
    expect(new Set(names).size).toBe(15);
  });

  test.each(MODULE_MAP)('$name uses only modules that come before it', ({ name, mayUse }) =>
    expect(names.slice(0, names.indexOf(name))).toEqual(expect.arrayContaining([...mayUse])));

  test.each(['server/src/modules', 'client/src/features', 'tests/api'])('%s holds no folder the map does not name', (root) => {
    const full = path.join(ROOT, root);
    const folders = fs.existsSync(full) ? fs.readdirSync(full, { withFileTypes: true }).filter((entry) => entry.isDirectory()) : [];
    expect(folders.map((entry) => entry.name).filter((name) => !names.includes(name))).toEqual([]);
  });
});

test('the tree keeps every law', () => {
  const present = cruise(ROOT, 'shared', 'server', 'client', 'scripts', 'tests');
  expect(present.files).toBeGreaterThan(100);
  expect(present.broken.map(({ law, from, to }) => `${law}: ${from} -> ${to}`)).toEqual([]);
}, 120_000);
