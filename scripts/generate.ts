import 'reflect-metadata';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { contractSchema, printContract } from '../server/src/app/contract.ts';

/** Writes schema.graphql and the client's typed documents: what is generated is committed and checked for drift. */
fs.writeFileSync('schema.graphql', printContract(contractSchema()));
const codegen = spawnSync(process.execPath, ['node_modules/@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.ts'], { stdio: 'inherit' });
process.exit(codegen.status ?? 1);
