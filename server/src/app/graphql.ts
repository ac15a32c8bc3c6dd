import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import { getVariableValues, GraphQLError, Kind, parse, print, visit, type DocumentNode, type GraphQLSchema, type SelectionNode, type SelectionSetNode } from 'graphql';
import type * as Complexity from 'graphql-query-complexity';
import { formatError } from '../platform/graphql/format-error.ts';
import type { Logger } from '../platform/logging/logger.ts';
import type { operationExecutor, RequestContext } from './execute.ts';

// The package's own ES build brings a second copy of graphql (its .mjs files), which refuses our schema.
const { fieldExtensionsEstimator, getComplexity, simpleEstimator } = createRequire(import.meta.url)('graphql-query-complexity') as typeof Complexity;

/** What one request may ask for; our own largest page stays below a third of each. */
const LIMITS = { tokens: 3000, depth: 12, complexity: 4000 } as const;

export interface GraphQLDeps {
  readonly schema: GraphQLSchema;
  readonly execute: ReturnType<typeof operationExecutor>;
  readonly log: Logger;
  readonly production: boolean;
  /** Hashes of the operations our own clients ask; in production nothing else is answered. */
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
    // Where only our own operations are answered, one that no longer fits the schema is of a page from before.
    formatError: (formatted, error) => formatError(knownOperations && formatted.extensions?.code === 'GRAPHQL_VALIDATION_FAILED' ? outdated() : formatted, error, log),
    plugins: [limits(schema), ...(knownOperations ? [onlyKnown(knownOperations)] : [])],
  });
}

/** What makes two operations the same: their text without white space and without the type names a client adds for its cache. */
export function hashOfOperation(operation: string | DocumentNode): string {
  const document = typeof operation === 'string' ? parse(operation, { noLocation: true }) : operation;
  const bare = visit(document, { Field: (field) => (field.name.value === '__typename' ? null : undefined) });
  return createHash('sha256').update(print(bare)).digest('hex');
}

const refusal = (code: string, message: string): GraphQLError => new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
const outdated = (): GraphQLError => refusal('UNKNOWN_OPERATION', 'This page is older than the portal. Nothing was saved. Keep a copy of what you typed, and load the page again.');

/** Refuses variables of the wrong kind, and documents that are too deep or too wide, before anything runs. */
function limits(schema: GraphQLSchema): ApolloServerPlugin<BaseContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, request, operation }) => {
        // Behind a gateway Apollo comes here even where it could not tell which operation is meant.
        if (operation === undefined) throw refusal('OPERATION_RESOLUTION_FAILURE', 'Say which of the operations is meant.');
        const { errors: wrong } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}, { maxErrors: 5 });
        if (wrong?.[0]) throw refusal('BAD_USER_INPUT', wrong[0].message);
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
      didResolveOperation: async ({ document }) => {
        if (!known.has(hashOfOperation(document))) throw outdated();
      },
    }),
  };
}

/** How deeply selections nest, fragments followed where they are used; validation has already refused fragments in circles. */
function depthOf({ definitions }: DocumentNode): number {
  const fragments = new Map(definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [])));
  const known = new Map<string, number>();
  const below = (set: SelectionSetNode | undefined): number => (set === undefined ? 0 : 1 + Math.max(0, ...set.selections.map(levels)));
  const inside = (set: SelectionSetNode): number => Math.max(0, ...set.selections.map(levels));
  const levels = (selection: SelectionNode): number => {
    if (selection.kind === Kind.FIELD) return below(selection.selectionSet);
    if (selection.kind === Kind.INLINE_FRAGMENT) return inside(selection.selectionSet);
    const name = selection.name.value;
    const fragment = fragments.get(name);
    if (fragment === undefined) return 0;
    const depth = known.get(name) ?? inside(fragment.selectionSet);
    known.set(name, depth);
    return depth;
  };
  return Math.max(0, ...definitions.map((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? below(definition.selectionSet) : 0)));
}
