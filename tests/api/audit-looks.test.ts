import type { OperationActor } from '../../server/src/platform/graphql/operation.ts';
import { codesOf, person } from '../support/people.ts';
import { sendRegisters } from '../support/register-book.ts';
import { PUPILS, SCHOOLS } from '../support/small-authority.ts';
import { Role, TestPortal } from '../support/test-portal.ts';

jest.setTimeout(60_000);

interface Look { operation: string; kind: string; pupils: number; pupilId: string | null; reason: string | null }
interface Looks { total: number; people: number; items: Look[] }

const officer = person(Role.ATTENDANCE_OFFICER, {}, 101);
const manager = person(Role.TEAM_MANAGER, {}, 102);
const analyst = person(Role.DATA_ANALYST, {}, 103);

/** What is opened, how many children's records that touches, and which one a log names: the first, or none. */
const OPENED: readonly [what: string, actor: OperationActor, document: string, pupils: number][] = [
  ['figures touch no record', officer, 'query Figures { areaOverview { academicYear } }', 0],
  ['a freshness strip touches no record', officer, 'query Strip { freshness { marksTo } }', 0],
  ['a record is one', officer, 'query Record { pupil(id: 1) { id } }', 1],
  ['a record with its siblings names them all', officer, 'query Family { pupil(id: 1) { id siblings { id } } }', 2],
  ['a list names whom it shows, not whom it counts', officer, `query List { pupilFigures(filter: { schoolId: ${SCHOOLS.oakmere} }, take: 2) { total items { pupilId } } }`, 2],
  ['a search names whom it finds', officer, 'query Found { findPupils(text: "thirkell") { items { __typename id } } }', 2],
  ['a search that finds nobody touches no record', officer, 'query Nobody { findPupils(text: "zzyzx") { items { __typename id } } }', 0],
  ['a restricted record is one, with its reason', manager, 'query Restricted { pupil(id: 5, reason: "The panel meets today") { id } }', 1],
  ['those who see figures only leave looks without a record', analyst, 'query Table { schoolFigures { total } }', 0],
];

describe('the log of one’s own looks, and of a child’s', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('looks');
    await sendRegisters(portal);
    for (const [what, actor, document] of OPENED) {
      const { errors } = await portal.ask(actor, document);
      if (errors.length > 0) throw new Error(`${what}: ${JSON.stringify(errors)}`);
    }
  });
  afterAll(() => portal.close());

  const own = async (actor: OperationActor, args = ''): Promise<Looks> => (await portal.ask(actor, `query Log { myLooks${args} { total people items { operation kind pupils pupilId reason } } }`)).data?.myLooks as Looks;
  const operationOf = (document: string): string => /query (\w+)/.exec(document)?.[1] ?? '';
  const madeBy = (actor: OperationActor) => OPENED.filter(([, who]) => who === actor);

  test.each(OPENED)('%s', async (_what, actor, document, pupils) => {
    const [look] = (await own(actor, '(take: 100)')).items.filter((each) => each.operation === operationOf(document));
    expect(look).toMatchObject({ kind: 'VIEWED', pupils });
    expect(look?.pupilId === null).toBe(pupils === 0);
  });

  test.each([[officer.role, officer], [manager.role, manager], [analyst.role, analyst]])('with recordsOnly leaves out, for %s, exactly what touched no child’s record, and counts accordingly', async (_role, actor) => {
    const expected = madeBy(actor).filter(([, , , pupils]) => pupils > 0).map(([, , document]) => operationOf(document)).reverse();
    const records = await own(actor, '(recordsOnly: true, take: 100)');
    expect(records.items.map((look) => look.operation)).toEqual(expected);
    expect([records.total, records.people]).toEqual([expected.length, expected.length === 0 ? 0 : 1]);
    const all = await own(actor, '(take: 100)');
    expect(all.items.filter((look) => look.pupils > 0)).toEqual(records.items);
    expect(all.total).toBeGreaterThan(records.total);
  });

  test('is everything where nothing is said, latest first, and its pages neither repeat nor skip', async () => {
    const records = await own(officer, '(recordsOnly: true, take: 100)');
    const singly: Look[] = [];
    for (let page = 1; page <= records.total; page += 1) singly.push(...(await own(officer, `(recordsOnly: true, page: ${page}, take: 1)`)).items);
    expect(singly).toEqual(records.items);
    expect((await own(officer, '(take: 1)')).items[0]?.operation).toBe('Log');
    expect((await own(officer, '(recordsOnly: true, page: 99)'))).toMatchObject({ total: records.total, items: [] });
  });

  test('gives the reason of a restricted record to whoever opened it', async () => {
    expect((await own(manager, '(recordsOnly: true)')).items).toEqual([{ operation: 'Restricted', kind: 'VIEWED', pupils: 1, pupilId: String(PUPILS.hidden.id), reason: 'The panel meets today' }]);
  });

  test('says of a look at several children how many they were, and on one child’s record never which others', async () => {
    const { looks } = (await portal.ask(manager, '{ pupil(id: 2) { looks(take: 100) { total people items { operation pupils pupilId } } } }')).data?.pupil as { looks: Looks };
    const seen = looks.items.filter((look) => ['Family', 'Found'].includes(look.operation));
    expect(seen.map((look) => [look.operation, look.pupils])).toEqual([['Found', 2], ['Family', 2]]);
    expect(looks.items.filter((look) => look.pupilId !== null && look.pupilId !== String(PUPILS.josie.id))).toEqual([]);
  });

  test('shows nobody the looks of another, and refuses those who may not read it', async () => {
    expect((await own(analyst, '(take: 100)')).items.some((look) => look.operation === 'Record')).toBe(false);
    expect(codesOf(await portal.ask(null, '{ myLooks { total } }'))).toEqual(['NOT_SIGNED_IN']);
  });
});
