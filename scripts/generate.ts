import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { contractSchema, printContract } from '../server/src/app/contract.ts';
import { accessDoc, permissionSnapshot } from './lib/access-doc.ts';

/** Writes schema.graphql, the access table, the permission snapshot and the client's typed documents: what is generated is committed and checked for drift. */
const schema = contractSchema();
fs.writeFileSync('schema.graphql', printContract(schema));
fs.writeFileSync('docs/access.md', accessDoc());
fs.writeFileSync('tests/contract/permissions.snap.json', permissionSnapshot(schema));
const codegen = spawnSync(process.execPath, ['node_modules/@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.ts'], { stdio: 'inherit' });
process.exit(codegen.status ?? 1);
