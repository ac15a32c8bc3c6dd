import type { ApolloServer } from '@apollo/server';
import { PERMISSION_MATRIX, permissionsOfRole, ROLES, Role, type Reach } from '@attendance/shared/access';
import type { DocumentNode } from 'graphql';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { composeModules } from '../../server/src/app/compose.ts';
import { operationExecutor, type RequestContext } from '../../server/src/app/execute.ts';
import { graphqlServer } from '../../server/src/app/graphql.ts';
import { schemaOf } from '../../server/src/app/schema.ts';
import { ImportRegisterService, type ImportResult } from '../../server/src/modules/registers/index.ts';
import { readFileHere } from '../../server/src/modules/registers/readers/read-file.ts';
import { systemClock, type Clock } from '../../server/src/platform/clock/clock.ts';
import { readConfig } from '../../server/src/platform/config/config.ts';
import { connectApp, connectIngest } from '../../server/src/platform/database/connections.ts';
import type { OperationActor } from '../../server/src/platform/graphql/operation.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { cloneDatabase, SMALL_AUTHORITY, TEMPLATE } from './postgres.ts';
import { SCHOOLS, TODAY } from './small-authority.ts';

export interface Answer { readonly data: Record<string, unknown> | null; readonly errors: readonly { message: string; path?: readonly (string | number)[]; extensions?: Record<string, unknown> }[]; readonly statements: number }

/** The portal without HTTP: the real schema, executor, policies and importer on a database of its own. */
export class TestPortal {
  private constructor(readonly ownerUrl: string, readonly app: DataSource, readonly ingest: Pool, private readonly apollo: ApolloServer<RequestContext>, private readonly counted: { statements: number }, readonly importer: ImportRegisterService, private readonly standing: { day: string }) {}

  /** In a database with the small authority, unless `fill` puts other rows into an empty one; on the day all tests live in, until it is moved. */
  static async open(name: string, fill: ((ownerUrl: string) => Promise<void>) | null = null): Promise<TestPortal> {
    const ownerUrl = await cloneDatabase(process.env.TEST_POSTGRES_URL ?? '', `t_${name}_${process.env.JEST_WORKER_ID ?? '1'}`, fill === null ? SMALL_AUTHORITY : TEMPLATE);
    await fill?.(ownerUrl);
    const log = createLogger('silent');
    const standing = { day: TODAY };
    const clock: Clock = { ...systemClock(), today: () => standing.day };
    const ingest = connectIngest(ownerUrl);
    let app: DataSource | undefined;
    const { modules } = composeModules({ config: readConfig({}), clock, log, ingest, app: () => app as DataSource });
    const schema = schemaOf(modules);
    app = await connectApp(ownerUrl, modules.flatMap((module) => [...module.entities]), 4);
    // Apollo hands operations a copy of their context, so what it counts is read from the copy.
    const counted = { statements: 0 };
    const run = operationExecutor({ schema, app, clock, log });
    const execute: typeof run = async (request) => {
      const result = await run(request);
      counted.statements = (request.context as RequestContext).statements ?? 0;
      return result;
    };
    const apollo = graphqlServer({ schema, execute, log, production: false, knownOperations: null });
    await apollo.start();
    return new TestPortal(ownerUrl, app, ingest, apollo, counted, new ImportRegisterService(ingest, (file, context, hooks) => readFileHere(file, context, hooks), clock, log), standing);
  }

  /** From now on it is this day. */
  moveTo(day: string): void {
    this.standing.day = day;
  }

  async ask(actor: OperationActor | null, query: string | DocumentNode, variables: Record<string, unknown> = {}): Promise<Answer> {
    const contextValue: RequestContext = { actor, requestId: 'TEST' };
    this.counted.statements = 0;
    const { body } = await this.apollo.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== 'single') throw new Error('One answer was expected.');
    return { data: (body.singleResult.data ?? null) as Record<string, unknown> | null, errors: body.singleResult.errors ?? [], statements: this.counted.statements };
  }

  /** Sends a register file's text through the importer. */
  async send(text: string | Buffer, schoolId: number | null = SCHOOLS.oakmere, fileName = 'register.csv'): Promise<ImportResult> {
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-send-'));
    const file = path.join(dir, 'file');
    const bytes = Buffer.from(text as string);
    fs.writeFileSync(file, bytes);
    try {
      return await this.importer.import({ path: file, fileName, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest(), schoolId, source: 'COMMAND', sentBy: null }, { userId: null, role: 'SYSTEM', requestId: 'TEST' });
    } finally {
      fs.rmSync(dir, { recursive: true });
    }
  }

  async rows<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.ingest.query<Row>(text, values)).rows;
  }

  async close(): Promise<void> {
    await this.apollo.stop();
    await this.app.destroy();
    await this.ingest.end();
  }
}

/** Someone in a role, with the rows that go with it. */
export function acting(role: Role, rows: { schools?: readonly number[]; pupils?: readonly number[] } = {}): OperationActor {
  const permissions = permissionsOfRole(role);
  const { scope, wholeArea } = ROLES[role];
  const kind: Reach['kind'] = scope === 'COHORT' ? 'PUPILS' : scope;
  return {
    userId: null, name: role, role, permissions,
    reach: {
      kind, wholeArea, full: permissions.has('pupil:read-restricted'), address: permissions.has('pupil:read-address'), protectedAddress: permissions.has('pupil:read-protected-address'),
      schools: kind === 'SCHOOLS' || (kind === 'AGGREGATE' && !wholeArea) ? [...(rows.schools ?? [SCHOOLS.oakmere])] : [], pupils: kind === 'PUPILS' ? [...(rows.pupils ?? [])] : [],
    },
  };
}

export const EVERY_ROLE = Object.keys(PERMISSION_MATRIX) as Role[];
export { Role };
