import { readConfig } from '../../server/src/platform/config/config.ts';
import { filesBelow, textOf } from '../support/laws.ts';

const sources = filesBelow('shared', 'server', 'client', 'tests', 'scripts').filter((file) => /[.](?:ts|tsx|mts|mjs|cjs|js|scss|graphql)$/.test(file));
const root = ['package.json', 'codegen.ts', 'jest.config.cjs', 'eslint.config.mjs', 'module-map.cjs', '.dependency-cruiser.cjs', 'docker-compose.yml', 'Dockerfile', '.env.example'];

/** Lines of our own files that match; the words are put together here so that this file does not match itself. */
function linesWith(pattern: RegExp, files: readonly string[] = [...sources, ...root]): string[] {
  return files.flatMap((file) => textOf(file).split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim().slice(0, 100)}`] : [])));
}

test('nothing is left for later in a comment', () => expect(linesWith(new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`))).toEqual([]));

test('no test is skipped, alone or waiting', () => expect(linesWith(new RegExp(`\\b(?:test|it|describe)[.](?:${['sk' + 'ip', 'on' + 'ly', 'to' + 'do'].join('|')})\\b|\\b(?:x|f)(?:it|describe|test)\\(`))).toEqual([]));

test('no comment steps around a check', () => expect(linesWith(new RegExp(['eslint-' + 'disable', '@ts-' + '(?:ignore|nocheck|expect-error)', 'istanbul ' + 'ignore', 'prettier-' + 'ignore'].join('|')))).toEqual([]));

test('no file names a path of somebody\'s machine', () =>
  expect(linesWith(new RegExp(`(?:^|[\\s"'\`=(:])(?:${['/wo' + 'rk/', '/ho' + 'me/\\w', '/Us' + 'ers/\\w'].join('|')})`))).toEqual([]));

describe('packages', () => {
  const lock = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { resolved?: string; integrity?: string; link?: boolean; inBundle?: boolean }> };
  const installed = Object.entries(lock.packages).filter(([name, { link, inBundle }]) => name.includes('node_modules/') && !link && !inBundle);

  test('the lock names no host, so it installs from whichever registry is in use', () =>
    expect(Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined && /^(?:https?|git|ssh)/.test(resolved)).map(([name]) => name)).toEqual([]));

  test('every package is held to its hash', () => {
    expect(installed.length).toBeGreaterThan(500);
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([name]) => name)).toEqual([]);
  });

  test.each(['package.json', 'shared/package.json', 'server/package.json', 'client/package.json', 'tests/package.json'])('%s pins exact versions', (file) => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(textOf(file)) as Record<string, Record<string, string> | undefined>;
    const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(([name, version]) => !name.startsWith('@attendance/') && !/^\d+[.]\d+[.]\d+(?:-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });
});

describe('.env.example', () => {
  const lines = textOf('.env.example').split('\n');
  const given = Object.fromEntries(lines.filter((line) => /^#? ?[A-Z_]+=/.test(line)).map((line) => line.replace(/^# ?/, '')).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
  const ofOthers = ['NODE_ENV', 'POSTGRES_PASSWORD'];

  test('names every setting the portal reads, and none that it does not', () => {
    const read = new Set<string>();
    readConfig(new Proxy({}, { get: (_target, name) => { read.add(String(name)); return undefined; } }));
    expect(Object.keys(given).filter((name) => !ofOthers.includes(name)).sort()).toEqual([...read].filter((name) => !ofOthers.includes(name)).sort());
  });

  test('starts the portal as it is', () => expect(() => readConfig(given)).not.toThrow());

  test('says in a line what each setting is for', () => {
    const bare = lines.flatMap((line, index) => (/^#? ?[A-Z_]+=/.test(line) && !/^# \S.*[.]$/.test(lines[index - 1] ?? '') ? [line] : []));
    expect(bare).toEqual([]);
  });
});
