import type { GatewayExecutionResult, GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { execute, GraphQLError, type GraphQLSchema } from 'graphql';
import type { DataSource } from 'typeorm';
import type { Clock } from '../platform/clock/clock.ts';
import { Refusal, RefusalCode } from '../platform/errors/refusal.ts';
import { Operation, type OperationActor } from '../platform/graphql/operation.ts';
import type { Logger } from '../platform/logging/logger.ts';

/** What the HTTP layer knows before an operation begins. */
export interface RequestContext {
  readonly actor: OperationActor | null;
  readonly requestId: string;
  /** Filled when the operation ends, for logs and for tests of statement counts. */
  statements?: number;
}

export interface OperationDeps { readonly app: DataSource; readonly clock: Clock; readonly log: Logger }

/** How a piece of work ended: what it found, and whether that may be kept and shown. */
export interface Ended<T> { readonly value: T; readonly outcome: 'done' | 'refused'; readonly keep: boolean }

/**
 * Runs one piece of work as one operation in one transaction: begin under the actor's reach, work, write the audit row,
 * commit. Whatever is thrown rolls everything back and is thrown again; so nothing is shown without its audit row. `changes`
 * says that the work will change something by ids.
 */
export async function runOperation<T>({ app, clock, log }: OperationDeps, context: RequestContext, name: string, work: (operation: Operation) => Promise<Ended<T>>, changes = false): Promise<T> {
  const { actor, requestId } = context;
  if (actor === null) throw new Refusal(RefusalCode.NOT_SIGNED_IN, 'You are not signed in, or your session has ended. Nothing you typed is lost. Sign in again.');
  const started = performance.now();
  const runner = app.createQueryRunner();
  const operation = new Operation(actor, clock, requestId, name, runner);
  let outcome = 'fault';
  try {
    await operation.begin(changes);
    const ended = await work(operation);
    if (ended.keep) await operation.commit();
    else await operation.rollback();
    outcome = ended.outcome;
    return ended.value;
  } catch (error) {
    if (error instanceof Refusal) outcome = 'refused';
    await operation.rollback().catch(() => undefined);
    throw error;
  } finally {
    context.statements = operation.statements;
    await runner.release().catch(() => undefined);
    log.info({ requestId, actor: actor.userId, role: actor.role, operation: name, outcome, ms: Math.round(performance.now() - started), statements: operation.statements });
  }
}

/**
 * Runs one GraphQL operation. A mutation with any error is rolled back whole; a query that shows anything is committed with
 * its audit row or not shown.
 */
export function operationExecutor({ schema, ...deps }: OperationDeps & { readonly schema: GraphQLSchema }) {
  return async (request: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult> => {
    const { document, operation: definition } = request;
    const context = request.context as RequestContext;
    const changes = definition.operation === 'mutation';
    try {
      return await runOperation(deps, context, request.operationName ?? 'unnamed', async (operation) => {
        const result = await execute({
          schema, document, contextValue: operation, operationName: request.request.operationName ?? null,
          variableValues: request.request.variables ?? {},
        });
        for (const error of result.errors ?? []) error.extensions.requestId = context.requestId;
        const isEmpty = result.data === null || result.data === undefined;
        return { value: result as GatewayExecutionResult, outcome: result.errors ? 'refused' : 'done', keep: !(result.errors && (changes || isEmpty)) };
      }, changes);
    } catch (error) {
      return refuse(context.requestId, error instanceof Error ? error : new Error(String(error)));
    }
  };
}

function refuse(requestId: string, error: Error): GatewayExecutionResult {
  return { data: null, errors: [new GraphQLError(error.message, { originalError: error, extensions: { requestId } })] };
}
