import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type net from 'node:net';
import path from 'node:path';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type NextFunction, type Request, type Response } from 'express';
import type { DataSource } from 'typeorm';
import type { Clock } from '../platform/clock/clock.ts';
import { systemClock } from '../platform/clock/clock.ts';
import type { Config } from '../platform/config/config.ts';
import { keepAnchors } from '../platform/audit/audit-anchor.ts';
import { connectApp, connectIngest } from '../platform/database/connections.ts';
import { Refusal, RefusalCode } from '../platform/errors/refusal.ts';
import type { Operation } from '../platform/graphql/operation.ts';
import { createLogger, type Logger } from '../platform/logging/logger.ts';
import { reportRouter } from '../modules/analysis/index.ts';
import { documentDownloadRouter, documentUploadRouter } from '../modules/documents/index.ts';
import { identityOf, noStore } from '../modules/identity/index.ts';
import { invitationRouter, PACK_FILES, packRouter, plannerRouter, termReportRouter } from '../modules/meetings/index.ts';
import { keepReach } from '../modules/pupils/index.ts';
import { downloadRouter, uploadRouter } from '../modules/registers/index.ts';
import { serveClient } from './client-files.ts';
import { composeModules } from './compose.ts';
import { firstPages, readBuild } from './first-page.ts';
import { operationExecutor, runOperation, type OperationDeps, type RequestContext } from './execute.ts';
import { graphqlServer } from './graphql.ts';
import { startJobs } from './jobs.ts';
import { knownOperations } from './known-operations.ts';
import { schemaOf } from './schema.ts';

export interface RunningPortal {
  readonly port: number;
  readonly url: string;
  /** Deliveries that an earlier stop cut short, found at this start. */
  readonly interrupted: number;
  readonly app: DataSource;
  /** Finishes what is in flight (ten seconds at most), then closes everything. */
  stop(): Promise<void>;
}

export interface PortalOptions { readonly config: Config; readonly ownerUrl: string; readonly clientDir: string; readonly clock?: Clock; readonly log?: Logger }

const HTTP_STATUS: Readonly<Partial<Record<RefusalCode, number>>> = { NOT_SIGNED_IN: 401, FORBIDDEN: 403, NOT_FOUND: 404, CONFLICT: 409, BUSY: 503 };

/** Connects, composes and listens. */
export async function startPortal({ config, ownerUrl, clientDir, clock = systemClock(config.today), log = createLogger(config.logLevel) }: PortalOptions): Promise<RunningPortal> {
  const ingest = connectIngest(ownerUrl);
  let source: DataSource | undefined;
  const app = (): DataSource => {
    if (source === undefined) throw new Error('The database is not connected yet.');
    return source;
  };
  const { identity, registers, reports, documents, packs, termReports, planner, modules } = composeModules({ config, clock, log, app, ingest });
  const schema = schemaOf(modules);
  source = await connectApp(ownerUrl, modules.flatMap((module) => [...module.entities]));
  const interrupted = await registers.recover();
  // A database process of a portal that was killed may hold its delivery for a moment longer: look once more.
  const later = setTimeout(() => void registers.recover().catch(() => undefined), 30_000);
  later.unref();
  const reach = await keepReach({ ingest, clock, log });
  const anchors = await keepAnchors({ ownerUrl, dataDir: config.dataDir, clock, log });

  const operations: OperationDeps = { app: source, clock, log };
  const apollo = graphqlServer({ schema, execute: operationExecutor({ schema, ...operations }), log, production: config.production, knownOperations: config.production ? await knownOperations(ingest, clientDir) : null });
  await apollo.start();

  let listeningPort = config.port;
  // The practice provider is loaded only where no real one is named; it refuses to exist in production.
  const practice = config.oidc ? undefined : await (await import('../world/practice-idp/index.ts')).createPracticeIdp({ config, log, listeningPort: () => listeningPort });
  const provider = config.oidc ?? practice?.client;
  if (provider === undefined) throw new Error('There is nowhere to sign in: set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.');
  const http = identity.http(provider);

  const web = express();
  web.disable('x-powered-by');
  web.set('trust proxy', config.trustedProxies);
  web.use((_request, response, next) => {
    response.locals.requestId = randomUUID().slice(0, 8).toUpperCase();
    response.setHeader('x-request-id', response.locals.requestId as string);
    next();
  });
  web.use(http.headers);
  web.get('/health', (_request, response, next) => {
    app().query('select 1').then(() => response.json({ healthy: true }), next);
  });
  if (practice) web.use('/practice-idp', practice.router);
  web.use('/auth', http.router);
  web.use('/graphql', http.authenticate, http.refuseForgedGraphql, noStore, express.json({ limit: '200kb' }), expressMiddleware(apollo, {
    context: async ({ res }): Promise<RequestContext> => contextOf(res),
  }));
  const run = async <T>(response: Response, name: string, work: (operation: Operation) => Promise<T>): Promise<T> =>
    runOperation(operations, contextOf(response), name, async (operation) => ({ value: await work(operation), outcome: 'done', keep: true }));
  web.use('/uploads/documents', http.authenticate, http.refuseForgery, noStore, documentUploadRouter({ documents, today: () => clock.today(), actorOf: (response) => identityOf(response).actor, run }));
  web.use('/uploads', http.authenticate, http.refuseForgery, noStore, uploadRouter({
    importer: registers.importer, uploadDir: path.join(config.dataDir, 'uploads'), maxBytes: config.maxUploadBytes, log, actorOf: (response) => identityOf(response).actor,
  }));
  web.use('/files/reports', http.authenticate, http.refuseForgery, noStore, reportRouter({ reports, folder: path.join(config.dataDir, 'exports'), publicUrl: config.publicUrl, run }));
  web.use('/files/documents', http.authenticate, noStore, documentDownloadRouter({ documents, run }));
  web.use('/files/term-report', http.authenticate, http.refuseForgery, noStore, termReportRouter({ reports: termReports, run }));
  web.use('/files/planner', http.authenticate, http.refuseForgery, noStore, plannerRouter({ planner, run }));
  web.use('/files', http.authenticate, noStore, downloadRouter({ deliveries: registers.deliveries, run }));
  web.use(invitationRouter({ publicUrl: config.publicUrl, guards: [http.authenticate, noStore], run }));
  web.use(PACK_FILES, http.authenticate, noStore);
  web.use(packRouter({ packs, run }));
  const build = await readBuild(clientDir);
  serveClient(web, clientDir, build === null ? null : firstPages({ build, apollo, log, authenticate: http.authenticate, sessionOf: http.sessionOf, contextOf }));
  web.use(errorPage(log));

  const server = createServer(web);
  server.requestTimeout = 30 * 60 * 1000; // a large register over a slow line
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(config.port, config.production ? undefined : '127.0.0.1', resolve); });
  const { port } = server.address() as net.AddressInfo;
  listeningPort = port;
  const jobs = await startJobs({ ...operations, config, ownerUrl, dailyJobs: modules.flatMap((module) => [...(module.dailyJobs ?? [])]) });
  return {
    port, url: config.publicUrl, interrupted, app: source,
    stop: async () => {
      const closed = new Promise<void>((resolve) => { server.close(() => resolve()); });
      server.closeIdleConnections();
      await Promise.race([closed, new Promise<void>((resolve) => { setTimeout(resolve, 10_000).unref(); })]);
      server.closeAllConnections();
      await apollo.stop();
      await jobs.stop();
      clearTimeout(later);
      reach.stop();
      await anchors.stop();
      await app().destroy().catch(() => undefined);
      await ingest.end().catch(() => undefined);
    },
  };
}

/** Who sent the request and what it is called in the log; `authenticate` must have run. */
const contextOf = (response: Response): RequestContext => ({ actor: identityOf(response).actor, requestId: response.locals.requestId as string });

/** The one way an error outside GraphQL becomes an answer. */
function errorPage(log: Logger) {
  return (error: unknown, _request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (error instanceof Refusal) {
      response.status(HTTP_STATUS[error.code] ?? 400).json({ code: error.code, message: error.message });
      return;
    }
    const status = (error as { status?: number }).status;
    if (typeof status === 'number' && status >= 400 && status < 500) {
      response.status(status).json({ code: RefusalCode.INVALID, message: 'The portal could not read this request. Nothing was changed. Reload the page and try again.' });
      return;
    }
    const reference = randomUUID().slice(0, 8).toUpperCase();
    log.error({ reference, err: error }, 'fault');
    response.status(500).json({ code: 'INTERNAL', message: `Something went wrong. Nothing was changed. Try again, or give reference ${reference} to the service desk.` });
  };
}
