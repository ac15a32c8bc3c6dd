import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildSchema, Kind, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { contractSchema, printContract } from '../../server/src/app/contract.ts';
import { accessDoc, permissionSnapshot } from '../../scripts/lib/access-doc.ts';
import { ROOT } from '../support/cruise.ts';
import { filesBelow, textOf } from '../support/laws.ts';

let schema: GraphQLSchema;
beforeAll(() => { schema = contractSchema(); });

/** What to do when a committed file is older than the code it is made from. */
const AGAIN = 'Run npm run generate and read what changed.';

describe('committed files say what the code says', () => {
  test.each<[string, () => string]>([
    ['schema.graphql', () => printContract(schema)],
    ['tests/contract/permissions.snap.json', () => permissionSnapshot(schema)],
    ['docs/access.md', () => accessDoc()],
  ])('%s', (file, made) => {
    if (textOf(file) !== made()) expect(`${file}: ${textOf(file)}`).toBe(`${AGAIN}\n${made()}`);
  });
});

describe('the client\'s operations', () => {
  const files = filesBelow('client/src').filter((file) => file.endsWith('.graphql'));
  const documents = new Map(files.map((file) => [file, parse(textOf(file))]));
  const names = [...documents.values()].flatMap((document) => document.definitions).flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION ? [definition.name?.value ?? ''] : []));

  test('there are some, each with a name of its own', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(names).not.toContain('');
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('fit schema.graphql', () => {
    const all: DocumentNode = { kind: Kind.DOCUMENT, definitions: [...documents.values()].flatMap((document) => document.definitions) };
    expect(validate(buildSchema(textOf('schema.graphql')), all).map((error) => `${error.message} (${error.locations?.[0]?.line})`)).toEqual([]);
  });

  test('have types made from them as they are now, and no types are left of others', () => {
    const made = filesBelow('client/src').filter((file) => file.endsWith('.generated.ts') && file !== 'client/src/graphql/schema.generated.ts');
    expect(made).toEqual(files.map((file) => file.replace(/[.]graphql$/, '.generated.ts')).sort());
    const check = spawnSync(process.execPath, [path.join(ROOT, 'node_modules/@graphql-codegen/cli/cjs/bin.js'), '--config', 'codegen.ts', '--check'], { cwd: ROOT, encoding: 'utf8' });
    expect(check.status === 0 ? '' : `${AGAIN} ${check.stdout}${check.stderr}`).toBe('');
  }, 60_000);
});

test('types and operations are described for whoever reads the contract', () => {
  const undescribed = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => Object.values(type?.getFields() ?? {})).filter((field) => !field.description).map((field) => field.name);
  expect(undescribed).toEqual([]);
});

