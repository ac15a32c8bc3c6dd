import { ROLE_NAMES, type Reach } from '@attendance/shared/access';
import type { OperationActor } from '../../server/src/platform/graphql/operation.ts';
import { contractSchema } from '../../server/src/app/contract.ts';
import { CALLS } from '../support/calls.ts';
import { codesOf, person, unguarded } from '../support/people.ts';
import { sendRegisters } from '../support/register-book.ts';
import { everythingOf } from '../support/selections.ts';
import { PUPILS, SCHOOLS, TODAY, type TestPupil } from '../support/small-authority.ts';
import { Role, TestPortal } from '../support/test-portal.ts';

const schema = contractSchema();
const fields = schema.getQueryType()?.getFields() ?? {};
const cast: readonly TestPupil[] = Object.values(PUPILS);
const ask = (name: string, args: string): string => {
  const field = fields[name];
  if (field === undefined) throw new Error(`No query ${name}`);
  return `{ ${name}${args} ${everythingOf(field.type, 5)} }`;
};
/** Every way in: each query as the generated test calls it, and each child by every name it has. */
const WAYS_IN: readonly string[] = [
  ...Object.keys(fields).flatMap((name) => (CALLS[name] ?? []).map(({ args }) => ask(name, args))),
  ...cast.flatMap((pupil) => [
    ask('pupil', `(id: ${pupil.id}, reason: "Checked by a test of reach")`), ask('findPupils', `(text: ${JSON.stringify(pupil.upn)})`), ask('findPupils', `(text: ${JSON.stringify(`${pupil.forename} ${pupil.surname}`)})`), ask('findPupils', `(text: ${JSON.stringify(pupil.surname.slice(0, 5))})`),
  ]),
  ...['COUNTED', 'ABSENT', 'MISSING', 'LATE', 'NO_SESSIONS', 'SEVERE'].map((measure) => ask('pupilFigures', `(filter: { measure: ${measure} }, take: 100)`)),
  ...Object.values(SCHOOLS).flatMap((id) => [ask('pupilFigures', `(filter: { schoolId: ${id} }, take: 100)`), ask('yearGroupFigures', `(schoolId: ${id})`), ask('schoolOverview', `(schoolId: ${id})`), ask('deliveries', `(schoolId: ${id})`)]),
  ...Array.from({ length: 8 }, (_, n) => ask('delivery', `(id: ${n + 1})`)),
];
/** What nobody may read of a child beyond their reach. */
const tracesOf = (pupil: TestPupil): string[] => [pupil.upn, pupil.forename, `${pupil.id} Marker Lane`];

jest.setTimeout(60_000);

describe('children beyond reach, through the questions the portal answers', () => {
  let portal: TestPortal;
  let without: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('ask');
    await sendRegisters(portal);
    without = await TestPortal.open('without');
    // The same authority where the restricted child never was.
    for (const table of ['pupil_characteristic', 'pupil_address', 'pupil_carer', 'care_status', 'enrolment']) await without.rows(`delete from ${table} where pupil_id = $1`, [PUPILS.hidden.id]);
    await without.rows('delete from pupil where id = $1', [PUPILS.hidden.id]);
    await sendRegisters(without, cast.filter((pupil) => !pupil.restricted));
  });
  afterAll(async () => {
    await portal.close();
    await without.close();
  });

  const reachable = (reach: Reach, pupil: TestPupil): boolean => {
    if (pupil.restricted && !reach.full) return false;
    if (reach.kind === 'AUTHORITY') return true;
    if (reach.kind === 'SCHOOLS') return reach.schools.includes(pupil.schoolId) && (pupil.leftOn ?? TODAY) >= '2026-10-20';
    return reach.kind === 'PUPILS' && reach.pupils.includes(pupil.id);
  };

  test.each<[string, OperationActor]>([
    ...Object.values(SCHOOLS).map((id): [string, OperationActor] => [`the head of ${id}`, person(Role.HEADTEACHER, { schools: [id] })]),
    ['a champion of two schools', person(Role.ATTENDANCE_CHAMPION, { schools: [SCHOOLS.tarnbrook, SCHOOLS.fellgate] })],
    ['a social worker of one child', person(Role.SOCIAL_WORKER, { pupils: [PUPILS.josie.id] })],
    ['a police officer of one child', person(Role.POLICE_YJS, { pupils: [PUPILS.mason.id] })],
    ['an officer without restricted records', person(Role.ATTENDANCE_OFFICER)],
    ['a governor', person(Role.GOVERNOR, { schools: [SCHOOLS.oakmere] })],
    ['an analyst', person(Role.DATA_ANALYST)],
    ['somebody with every permission and one school', unguarded({ kind: 'SCHOOLS', schools: [SCHOOLS.tarnbrook], address: true })],
    ['somebody with every permission and no school', unguarded({ kind: 'SCHOOLS', full: true, address: true, protectedAddress: true })],
    ['somebody with every permission and one child', unguarded({ kind: 'PUPILS', pupils: [PUPILS.amira.id], full: true, address: true })],
    ['somebody with every permission and no child', unguarded({ kind: 'PUPILS', full: true, address: true, protectedAddress: true })],
    ['somebody with every permission and figures only', unguarded({ kind: 'AGGREGATE', wholeArea: true, address: true })],
    ['somebody with every permission and no reach', unguarded({ kind: 'NONE', full: true, address: true, protectedAddress: true })],
  ])('%s reads nothing of them by any way in', async (_who, actor) => {
    const hidden = cast.filter((pupil) => !reachable(actor.reach, pupil)).flatMap(tracesOf);
    const shown = cast.filter((pupil) => reachable(actor.reach, pupil));
    let text = '';
    for (const document of WAYS_IN) text += JSON.stringify((await portal.ask(actor, document)).data);
    expect(hidden.filter((trace) => text.includes(JSON.stringify(trace).slice(1, -1)))).toEqual([]);
    // The same questions do find the children within reach, so the silence above means something.
    if (actor.permissions.has('pupil:read')) expect(shown.filter((pupil) => !text.includes(JSON.stringify(pupil.forename).slice(1, -1)))).toEqual([]);
  }, 30_000);

  test.each([['a child of another school', PUPILS.amira.id], ['a restricted child', PUPILS.hidden.id], ['a child who left long ago', PUPILS.leaver.id]])('%s is answered in the very words of a child who does not exist', async (_what, id) => {
    const champion = person(Role.ATTENDANCE_CHAMPION);
    const document = (which: number): string => `{ pupil(id: ${which}, reason: "Checked by a test of reach") ${everythingOf(fields.pupil?.type ?? schema.getQueryType()!, 3)} }`;
    const [real, none] = [await portal.ask(champion, document(id)), await portal.ask(champion, document(424242))];
    expect(codesOf(real)).toEqual(['NOT_FOUND']);
    expect(real).toEqual(none);
  });

  test.each([
    ['schoolOverview', '(schoolId: $)'], ['yearGroupFigures', '(schoolId: $)'], ['explain', '(measure: PERSISTENT, schoolId: $)'], ['explainedPupils', '(filter: { measure: PERSISTENT, definition: LOCAL, side: OF, reason: RECORDED, schoolId: $ })'], ['pupilFigures', '(filter: { schoolId: $ })'], ['deliveries', '(schoolId: $)'],
  ])('%s of another school is answered as for a school that does not exist', async (name, args) => {
    const champion = person(Role.ATTENDANCE_CHAMPION, { schools: [SCHOOLS.fellgate] });
    const [other, none, own] = [await portal.ask(champion, ask(name, args.replace('$', String(SCHOOLS.oakmere)))), await portal.ask(champion, ask(name, args.replace('$', '999999'))), await portal.ask(champion, ask(name, args.replace('$', String(SCHOOLS.fellgate))))];
    expect(other).toEqual(none);
    expect(own.errors).toEqual([]);
    expect(own.data).not.toEqual(other.data);
  });

  test('another school’s delivery and its refused rows are answered as if they were not there', async () => {
    const [own] = await portal.rows<{ id: number }>('select id from delivery where school_id = $1 limit 1', [SCHOOLS.oakmere]);
    const head = person(Role.HEADTEACHER, { schools: [SCHOOLS.fellgate] });
    const [real, none] = [await portal.ask(head, ask('delivery', `(id: ${own?.id})`)), await portal.ask(head, ask('delivery', '(id: 424242)'))];
    expect(codesOf(real)).toEqual(['NOT_FOUND']);
    expect(real).toEqual(none);
  });

  test('a sibling at another school is not told to a school, and is told to the authority', async () => {
    const siblings = async (actor: OperationActor): Promise<unknown> => (await portal.ask(actor, '{ pupil(id: 1) { siblings { id siblings { id } } } }')).data?.pupil;
    expect(await siblings(person(Role.HEADTEACHER))).toEqual({ siblings: [] });
    expect(await siblings(person(Role.SOCIAL_WORKER, { pupils: [1] }))).toEqual({ siblings: [] });
    expect(await siblings(person(Role.ATTENDANCE_OFFICER))).toEqual({ siblings: [{ id: '2', siblings: [{ id: '1' }] }] });
  });

  test('a school reaches a leaver for thirty days and not on the thirty-first', async () => {
    const champion = person(Role.ATTENDANCE_CHAMPION);
    const seen = async (left: string): Promise<boolean> => {
      await portal.rows('update enrolment set ends_on = $1 where pupil_id = $2', [left, PUPILS.recent.id]);
      await portal.rows('select refresh_pupil_reach($1, $2, 30)', [[PUPILS.recent.id], TODAY]);
      return (await portal.ask(champion, `{ pupil(id: ${PUPILS.recent.id}) { id } }`)).data !== null;
    };
    expect([await seen('2026-10-20'), await seen('2026-10-19'), await seen('2026-11-06')]).toEqual([true, false, true]);
  });

  const RIGHTLESS = ROLE_NAMES.map((role) => person(role, { schools: [SCHOOLS.oakmere], pupils: [1, 3, 5] })).filter(({ reach }) => !reach.full);
  test.each(RIGHTLESS.map((actor) => [actor.role, actor] as const))('to %s every total is what it would be without the restricted child', async (_role, actor) => {
    const questions = WAYS_IN.filter((document) => /^\{ (areaOverview|schoolOverview|schoolFigures|pupilFigures|yearGroupFigures|explain|explainedPupils|findPupils|freshness)/.test(document));
    for (const question of questions) {
      const [present, absent] = [await portal.ask(actor, question), await without.ask(actor, question)];
      expect([question, present.data, codesOf(present)]).toEqual([question, absent.data, codesOf(absent)]);
    }
  }, 30_000);

  test('to a manager the same totals count the restricted child', async () => {
    const question = '{ areaOverview { figures { enrolments severe } } pupilFigures { total } findPupils(text: "wren marchbank") { items { id } } }';
    const [present, absent] = [await portal.ask(person(Role.TEAM_MANAGER), question), await without.ask(person(Role.TEAM_MANAGER), question)];
    expect(present.data).toMatchObject({ pupilFigures: { total: 7 }, findPupils: { items: [{ id: '5' }] } });
    expect(absent.data).toMatchObject({ pupilFigures: { total: 6 }, findPupils: { items: [] } });
  });
});
