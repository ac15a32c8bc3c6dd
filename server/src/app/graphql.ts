import { createHash } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import { formatError } from '../platform/graphql/format-error.ts';
import type { Logger } from '../platform/logging/logger.ts';
import type { operationExecutor, RequestContext } from './execute.ts';

/** What one request may ask for; our own largest page stays below a third of each. */
const LIMITS = { tokens: 3000, depth: 12, complexity: 4000 } as const;

export interface GraphQLDeps {
  readonly schema: GraphQLSchema;
  readonly execute: ReturnType<typeof operationExecutor>;
  readonly log: Logger;
  readonly production: boolean;
  /** Hashes of the operations our own client was built with; in production nothing else is answered. */
  readonly knownOperations: ReadonlySet<string> | null;
}

/** The GraphQL endpoint: our executor behind Apollo's parsing, validation, limits and protocol. */
export function graphqlServer({ schema, execute, log, production, knownOperations }: GraphQLDeps): ApolloServer<RequestContext> {
  const gateway: GatewayInterface = {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({ executor: execute }),
    stop: async () => undefined,
  };
  return new ApolloServer<RequestContext>({
    gateway,
    introspection: !production,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: production,
    parseOptions: { maxTokens: LIMITS.tokens },
    persistedQueries: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, error) => formatError(formatted, error, log),
    plugins: [limits(schema), ...(knownOperations ? [onlyKnown(knownOperations)] : [])],
  });
}

export const hashOfOperation = (source: string): string => createHash('sha256').update(source).digest('hex');

const refusal = (code: string, message: string): GraphQLError => new GraphQLError(message, { extensions: { code, http: { status: 400 } } });

/** Refuses documents that are too deep or too wide before anything runs. */
function limits(schema: GraphQLSchema): ApolloServerPlugin<BaseContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, request }) => {
        if (depthOf(document) > LIMITS.depth) throw refusal('QUERY_TOO_COMPLEX', 'This asks for too much at once. Nothing was read. Ask for less.');
        const complexity = getComplexity({
          schema, query: document, variables: request.variables ?? {}, ...(request.operationName ? { operationName: request.operationName } : {}),
          estimators: [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
        });
        if (complexity > LIMITS.complexity) throw refusal('QUERY_TOO_COMPLEX', 'This asks for too much at once. Nothing was read. Ask for less.');
      },
    }),
  };
}

function onlyKnown(known: ReadonlySet<string>): ApolloServerPlugin<BaseContext> {
  return {
    requestDidStart: async () => ({
      didResolveSource: async ({ source }) => {
        if (!known.has(hashOfOperation(source))) throw refusal('UNKNOWN_OPERATION', 'This page is older than the portal. Nothing you typed is lost. Reload the page.');
      },
    }),
  };
}

/** How deeply selections nest; a fragment counts where it is used, and validation has already refused cycles. */
function depthOf(node: unknown, depth = 0): number {
  if (Array.isArray(node)) return Math.max(depth, ...node.map((item) => depthOf(item, depth)));
  if (node === null || typeof node !== 'object') return depth;
  const { selectionSet, ...rest } = node as { selectionSet?: { selections?: unknown } };
  const inner = selectionSet?.selections ? depthOf(selectionSet.selections, depth + 1) : depth;
  const definitions = (rest as { definitions?: unknown }).definitions;
  return definitions === undefined ? inner : Math.max(inner, depthOf(definitions, depth));
}
