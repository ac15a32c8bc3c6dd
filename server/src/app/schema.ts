import { assertValidSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import type { Module } from './compose.ts';
import { guardedOperations, permissionChecker } from './guard.ts';

/** The schema of all modules; throws where an operation names no permission. */
export function schemaOf(modules: readonly Module[]): GraphQLSchema {
  const built = new Map<unknown, object>(modules.flatMap((module) => module.resolvers).map((resolver) => [resolver.constructor, resolver]));
  const classes = [...built.keys()] as (new (...args: never[]) => object)[];
  const schema = buildSchemaSync({
    resolvers: classes as unknown as [(new () => object), ...(new () => object)[]],
    container: { get: (someClass: unknown) => built.get(someClass) },
    authChecker: permissionChecker,
    authMode: 'error',
    validate: true,
    // It would ask the schema for all of itself; the rules of graphql itself are asked for below, and remembered by the schema.
    skipCheck: true,
  });
  assertValidSchema(schema);
  guardedOperations(schema);
  return schema;
}
