import pg from 'pg';
import { contractSchema } from '../../server/src/app/contract.ts';
import { guardedOperations } from '../../server/src/app/guard.ts';
import type { OperationActor } from '../../server/src/platform/graphql/operation.ts';
import { CALLS } from '../support/calls.ts';
import { codesOf, person, underReach, unguarded } from '../support/people.ts';
import { sendRegisters } from '../support/register-book.ts';
import { childrenIn, everythingOf } from '../support/selections.ts';
import { PUPILS, SCHOOLS } from '../support/small-authority.ts';
import { Role, TestPortal } from '../support/test-portal.ts';

jest.setTimeout(60_000);

interface Entry { seq: number; kind: string; operation: string; actor_id: number; actor_role: string; pupil_ids: number[]; reason: string | null }
const schema = contractSchema();
const everything = unguarded({ kind: 'AUTHORITY', wholeArea: true, full: true, address: true, protectedAddress: true }, 90);
const ASKERS: readonly OperationActor[] = [everything, person(Role.ATTENDANCE_OFFICER, {}, 91), person(Role.HEADTEACHER, { schools: [SCHOOLS.oakmere] }, 92), person(Role.SOCIAL_WORKER, { pupils: [PUPILS.mason.id, PUPILS.josie.id] }, 93), person(Role.GOVERNOR, {}, 94), person(Role.SYSTEM_ADMIN, {}, 95)];

describe('the trail of who saw whom', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('trail');
    await sendRegisters(portal);
  });
  afterAll(() => portal.close());

  const entries = (): Promise<Entry[]> => underReach(portal, everything, (operation) => operation.sql<Entry>('select seq, kind, operation, actor_id, actor_role, pupil_ids, reason from audit_entry order by seq'));
  const operations = guardedOperations(schema);
  const documents = operations.flatMap(({ name, kind }) => {
    const field = (kind === 'query' ? schema.getQueryType() : schema.getMutationType())?.getFields()[name];
    return field === undefined ? [] : (CALLS[name] ?? []).map(({ args }) => `${kind} Asked_${name} { ${name}${args} ${everythingOf(field.type, 5)} }`);
  });

  test.each(ASKERS.map((actor) => [actor.role, actor] as const))('every answer given to %s leaves one entry, naming exactly the children in it', async (_role, actor) => {
    let answered = 0;
    for (const document of [...documents, 'query Asked_together { pupil(id: 1, reason: "Two at once, in one") { __typename id } findPupils(text: "haddad") { items { __typename id } } }']) {
      const before = (await entries()).length;
      const answer = await portal.ask(actor, document);
      const added = (await entries()).slice(before);
      const given = answer.data !== null;
      expect([document.slice(0, 60), added.length]).toEqual([document.slice(0, 60), given ? 1 : 0]);
      if (!given) continue;
      answered += 1;
      const [entry] = added;
      expect(entry).toMatchObject({ operation: /Asked_\w+/.exec(document)?.[0], actor_id: actor.userId, actor_role: actor.role, kind: /^mutation/.test(document) ? 'CHANGED' : 'VIEWED' });
      expect([document, [...(entry?.pupil_ids ?? [])].sort((one, other) => one - other)]).toEqual([document, childrenIn(answer.data)]);
    }
    expect(answered).toBeGreaterThan(2);
  });

  test('a record and its siblings are named together, a record that was not shown is not', async () => {
    await portal.ask(everything, 'query Family { pupil(id: 1) { siblings { id } } }');
    await portal.ask(everything, 'query Alone { pupil(id: 1) { id } }');
    expect((await entries()).slice(-2).map((entry) => [entry.operation, [...entry.pupil_ids].sort()])).toEqual([['Family', [1, 2]], ['Alone', [1]]]);
  });

  test('an import names every child of the file, once', async () => {
    const collected = (await entries()).filter((entry) => entry.kind === 'COLLECTED');
    expect(collected.map((entry) => [...entry.pupil_ids].sort((a, b) => a - b))).toContainEqual([1, 3, 5, 7, 8]);
  });

  test('where the trail cannot be written nothing is shown, nothing is changed and nothing is imported', async () => {
    const owner = new pg.Client(portal.ownerUrl);
    await owner.connect();
    const signature = 'append_audit(text, text, integer, text, integer[], integer[], jsonb, text, text, text)';
    await owner.query(`alter function ${signature} rename to append_audit_away`);
    try {
      for (const actor of ASKERS) {
        for (const document of documents) {
          const answer = await portal.ask(actor, document);
          expect([document, answer.data]).toEqual([document, null]);
          expect(answer.errors).toHaveLength(1);
          expect(answer.errors[0]?.message).not.toMatch(/append_audit|function|select/i);
        }
      }
      expect(codesOf(await portal.ask(everything, '{ me { name } }'))).toEqual(['INTERNAL']);
      const result = await portal.send(`UPN,Date,Session,Mark\n${PUPILS.mason.upn},17/11/2026,AM,G\n`);
      expect([result.kept, result.refusal?.lost]).toEqual([false, expect.stringMatching(/nothing was kept/i) as string]);
      expect(await portal.rows(`select 1 from register_week where marks like '%G%'`)).toEqual([]);
    } finally {
      await owner.query(`alter function append_audit_away(text, text, integer, text, integer[], integer[], jsonb, text, text, text) rename to append_audit`);
      await owner.end();
    }
    expect((await portal.ask(everything, '{ me { name } }')).errors).toEqual([]);
  });
});
