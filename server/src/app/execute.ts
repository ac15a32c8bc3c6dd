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

interface Deps { schema: GraphQLSchema; app: DataSource; clock: Clock; log: Logger }

/**
 * Runs one GraphQL operation in one transaction: begin under the actor's reach, execute, write the audit row, commit. A
 * mutation with any error is rolled back whole; a query that shows anything is committed with its audit row or not shown.
 */
export function operationExecutor({ schema, app, clock, log }: Deps) {
  return async (request: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult> => {
    const { document, operation: definition } = request;
    const contextValue = request.context as RequestContext;
    const { actor, requestId } = contextValue;
    if (actor === null) return refuse(requestId, new Refusal(RefusalCode.NOT_SIGNED_IN, 'You are not signed in, or your session has ended. Nothing you typed is lost. Sign in again.'));
    const name = request.operationName ?? 'unnamed';
    const started = performance.now();
    const runner = app.createQueryRunner();
    const operation = new Operation(actor, clock, requestId, name, runner);
    let outcome = 'fault';
    try {
      await operation.begin();
      const result = await execute({
        schema, document, contextValue: operation, operationName: request.request.operationName ?? null,
        variableValues: request.request.variables ?? {},
      });
      if (result.errors && (definition.operation === 'mutation' || result.data === null || result.data === undefined)) await operation.rollback();
      else await operation.commit();
      outcome = result.errors ? 'refused' : 'done';
      for (const error of result.errors ?? []) error.extensions.requestId = requestId;
      return result as GatewayExecutionResult;
    } catch (error) {
      await operation.rollback().catch(() => undefined);
      return refuse(requestId, error instanceof Error ? error : new Error(String(error)));
    } finally {
      contextValue.statements = operation.statements;
      await runner.release().catch(() => undefined);
      log.info({ requestId, actor: actor.userId, role: actor.role, operation: name, outcome, ms: Math.round(performance.now() - started), statements: operation.statements });
    }
  };
}

function refuse(requestId: string, error: Error): GatewayExecutionResult {
  return { data: null, errors: [new GraphQLError(error.message, { originalError: error, extensions: { requestId } })] };
}
