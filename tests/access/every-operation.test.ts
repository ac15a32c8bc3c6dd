import type { GraphQLSchema } from 'graphql';
import { contractSchema } from '../../server/src/app/contract.ts';
import { guardedOperations } from '../../server/src/app/guard.ts';
import type { OperationActor } from '../../server/src/platform/graphql/operation.ts';
import { CALLS } from '../support/calls.ts';
import { codesOf, knowOfficer, person, unguarded } from '../support/people.ts';
import { sendRegisters } from '../support/register-book.ts';
import { everythingOf, fieldAt } from '../support/selections.ts';
import { PUPILS, SCHOOLS } from '../support/small-authority.ts';
import { EVERY_ROLE, TestPortal, type Answer } from '../support/test-portal.ts';

const schema: GraphQLSchema = contractSchema();
const operations = guardedOperations(schema);

jest.setTimeout(60_000);

describe('every operation, called as everybody', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('every');
    await sendRegisters(portal, Object.values(PUPILS), [['2026-09-03', '2026-11-18']]);
    for (const userId of [41, 42]) await knowOfficer(portal.ownerUrl, userId);
  });
  afterAll(() => portal.close());

  const documentsOf = (name: string, kind: 'query' | 'mutation'): { document: string; expects: readonly string[] }[] => {
    const field = (kind === 'query' ? schema.getQueryType() : schema.getMutationType())?.getFields()[name];
    if (field === undefined) throw new Error(`No operation ${name}`);
    return (CALLS[name] ?? []).map(({ args, expects = [] }) => ({ document: `${kind} Call { ${name}${args} ${everythingOf(field.type)} }`, expects }));
  };

  /** An operation answers by the permission it names, a field by its own; nothing is ever an internal error. */
  const judge = (actor: OperationActor, answer: Answer, operation: (typeof operations)[number], expects: readonly string[]): void => {
    const held = operation.permission === null || actor.permissions.has(operation.permission);
    if (!held) {
      expect([actor.role, operation.name, answer.data, codesOf(answer)]).toEqual([actor.role, operation.name, null, ['FORBIDDEN']]);
      return;
    }
    for (const error of answer.errors) {
      const code = error.extensions?.code;
      if ((error.path ?? []).length <= 1) {
        expect([actor.role, operation.name, [...expects], expects.includes(String(code)) ? 'expected' : `${String(code)}: ${error.message}`]).toEqual([actor.role, operation.name, [...expects], 'expected']);
        continue;
      }
      const { permission } = (fieldAt(schema, operation.kind, error.path ?? [])?.extensions ?? {}) as { permission?: string };
      expect([error.path, code, permission !== undefined && !actor.permissions.has(permission)]).toEqual([error.path, 'FORBIDDEN', true]);
    }
  };

  test('each has a call to be tried with, and no call is left over', () => {
    expect(Object.keys(CALLS).sort()).toEqual(operations.map(({ name }) => name).sort());
  });

  test.each(EVERY_ROLE)('as %s: allowed, forbidden or not found, as its permission says', async (role) => {
    const actor = person(role, { schools: [SCHOOLS.oakmere], pupils: [PUPILS.mason.id, PUPILS.amira.id] });
    for (const operation of operations) {
      for (const { document, expects } of documentsOf(operation.name, operation.kind)) judge(actor, await portal.ask(actor, document), operation, expects);
    }
  });

  test('as somebody who holds every permission over all rows: nothing is forbidden', async () => {
    const actor = unguarded({ kind: 'AUTHORITY', wholeArea: true, full: true, address: true, protectedAddress: true });
    for (const operation of operations) {
      for (const { document, expects } of documentsOf(operation.name, operation.kind)) {
        const answer = await portal.ask(actor, document);
        judge(actor, answer, operation, expects);
        expect(codesOf(answer)).not.toContain('FORBIDDEN');
      }
    }
  });

  test.each(operations.map(({ name, kind }) => [name, kind] as const))('nobody who is not signed in gets %s, and the database is not asked', async (name, kind) => {
    const asked = jest.spyOn(portal.app, 'createQueryRunner');
    for (const { document } of documentsOf(name, kind)) {
      const answer = await portal.ask(null, document);
      expect([answer.data, codesOf(answer)]).toEqual([null, ['NOT_SIGNED_IN']]);
    }
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });
});
