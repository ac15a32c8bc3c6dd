import type { GraphQLSchema } from 'graphql';
import type { AuthChecker } from 'type-graphql';
import { Refusal, RefusalCode } from '../platform/errors/refusal.ts';
import type { Operation } from '../platform/graphql/operation.ts';

export interface GuardedOperation { readonly name: string; readonly kind: 'query' | 'mutation'; readonly permission: string | null; readonly public: string | null }

/** Every operation of the schema with the permission it names; throws, and so stops the boot, where one names nothing. */
export function guardedOperations(schema: GraphQLSchema): GuardedOperation[] {
  const operations: GuardedOperation[] = [];
  for (const [kind, type] of [['query', schema.getQueryType()], ['mutation', schema.getMutationType()]] as const) {
    for (const [name, field] of Object.entries(type?.getFields() ?? {})) {
      const { permission, public: reason } = field.extensions as { permission?: string; public?: string };
      operations.push({ name, kind, permission: permission ?? null, public: reason ?? null });
    }
  }
  const open = operations.filter((operation) => operation.permission === null && operation.public === null);
  if (open.length > 0) throw new Error(`These operations name no permission, so the portal will not start: ${open.map(({ name }) => name).join(', ')}. Add @Allow or @Public('why').`);
  return operations;
}

/** Asks whether the actor holds every permission an operation or field names. */
export const permissionChecker: AuthChecker<Operation> = ({ context, info }, permissions) => {
  if (permissions.every((permission) => context.can(permission))) return true;
  const isOperation = info.parentType === info.schema.getQueryType() || info.parentType === info.schema.getMutationType();
  throw new Refusal(RefusalCode.FORBIDDEN, isOperation
    ? 'Your role does not include this. Nothing was changed. Ask your manager if you need it.'
    : 'Your role does not include this part of the record.');
};
