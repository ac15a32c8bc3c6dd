import { codesOf, person } from '../../support/people.ts';
import { partsOpenTo, REPORT_QUERY, reportFor } from '../../support/report-answer.ts';
import { sendReportBook } from '../../support/report-book.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { EVERY_ROLE, Role, TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(120_000);

const manager = person(Role.TEAM_MANAGER);
const FIGURES_ONLY = [person(Role.GOVERNOR, { schools: [SCHOOLS.tarnbrook] }), person(Role.TRUST_LEADER, { schools: [SCHOOLS.oakmere, SCHOOLS.tarnbrook] }), person(Role.DATA_ANALYST)];

describe('who sees what in reports', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('report_reach');
    await sendReportBook(portal);
  });
  afterAll(() => portal.close());

  test('a school sees its own rows, and published figures, and nothing of another', async () => {
    const champion = person(Role.ATTENDANCE_CHAMPION, { schools: [SCHOOLS.oakmere] });
    const parts = await partsOpenTo(portal, champion);
    expect(new Set(parts.map(({ number }) => number)).size).toBe(12);
    for (const { number, part } of parts) {
      const { rows } = await reportFor(portal, champion, number, part);
      expect([number, part, rows.filter(({ schoolId, cells }) => (schoolId !== null && schoolId !== SCHOOLS.oakmere) || (cells.school !== undefined && cells.school !== 'Oakmere Academy'))]).toEqual([number, part, []]);
    }
    expect((await reportFor(portal, champion, 1, null, { filter: { schoolId: SCHOOLS.tarnbrook } })).total).toBe(0);
    expect((await reportFor(portal, champion, 2, null, { filter: { schoolId: SCHOOLS.tarnbrook } })).total).toBe(0);
  });

  test('a restricted child is on no row and in no total without the right', async () => {
    const officer = person(Role.ATTENDANCE_OFFICER);
    const [with_, without] = [await reportFor(portal, manager, 2), await reportFor(portal, officer, 2)];
    expect([with_.total - without.total, with_.rows.some(({ pupilId }) => pupilId === '5'), without.rows.some(({ pupilId }) => pupilId === '5')]).toEqual([1, true, false]);
    const of = async (actor: typeof manager): Promise<number> => Number((await reportFor(portal, actor, 1)).rows.find(({ schoolId }) => schoolId === SCHOOLS.oakmere)?.cells.pupils);
    expect((await of(manager)) - (await of(officer))).toBe(1);
  });

  test('people of single pupils get theirs by name, and no figure that would pass for a school’s', async () => {
    const head = person(Role.VIRTUAL_SCHOOL_HEAD, { pupils: [PUPILS.amira.id, PUPILS.mason.id] });
    const parts = await partsOpenTo(portal, head);
    expect([parts.length > 3, parts.every(({ namesPupils }) => namesPupils)]).toEqual([true, true]);
    const { rows } = await reportFor(portal, head, 2);
    expect([...new Set(rows.map(({ pupilId }) => pupilId))].sort()).toEqual(['1', '4']);
    expect(codesOf(await portal.ask(head, REPORT_QUERY, { number: 1 }))).toEqual(['FORBIDDEN']);
  });

  describe.each(FIGURES_ONLY.map((actor) => [actor.role, actor] as const))('%s', (_role, actor) => {
    test('is shown no name and no small count, in any part', async () => {
      const parts = await partsOpenTo(portal, actor);
      expect([parts.length > 8, parts.some(({ namesPupils }) => namesPupils)]).toEqual([true, false]);
      for (const { number, part } of parts) {
        const { rows, compared, columns } = await reportFor(portal, actor, number, part);
        const counts = columns.filter(({ kind, key }) => kind === 'COUNT' && key !== 'rank');
        const small = [...rows, ...compared].flatMap(({ key, cells }) => counts.flatMap(({ key: name }) => (Number(cells[name]) > 0 && Number(cells[name]) < 5 ? [[number, part, key, name, cells[name]]] : [])));
        expect(small).toEqual([]);
        expect(rows.every(({ pupilId }) => pupilId === null)).toBe(true);
      }
    });

    test('is refused each part that names pupils or is made of single pupils', async () => {
      for (const { number, part } of await partsOpenTo(portal, manager)) {
        if ((await partsOpenTo(portal, actor)).some((each) => each.number === number && each.part === part)) continue;
        expect([number, part, codesOf(await portal.ask(actor, REPORT_QUERY, { number, part }))]).toEqual([number, part, ['FORBIDDEN']]);
      }
    });
  });

  test('no hidden figure follows from the others of its column and their sum', async () => {
    const analyst = person(Role.DATA_ANALYST);
    for (const filter of [{}, { phase: 'SECONDARY' }, { phase: 'PRIMARY' }, { schoolId: SCHOOLS.oakmere }]) {
      const { rows, compared } = await reportFor(portal, analyst, 1, null, { filter });
      for (const key of ['pupils', 'persistent', 'severe', 'missing']) {
        const hidden = rows.filter(({ cells }) => cells[key] === 'c').length;
        if (hidden === 1) expect([filter, key, compared[0]?.cells[key]]).toEqual([filter, key, 'c']);
      }
    }
  });

  test.each(EVERY_ROLE)('%s is answered in order, or refused in words', async (role) => {
    const answer = await portal.ask(person(role, { schools: [SCHOOLS.oakmere], pupils: [1] }), '{ reports { number } }');
    expect([[], ['FORBIDDEN']]).toContainEqual(codesOf(answer));
  });

  test('a page of a report is a bounded number of statements, however many rows it shows', async () => {
    for (const { number, part } of await partsOpenTo(portal, manager)) {
      const [few, many] = [await reportFor(portal, manager, number, part, { take: 2 }), await reportFor(portal, manager, number, part, { take: 100 })];
      expect([number, part, many.statements]).toEqual([number, part, few.statements]);
      expect([number, part, few.statements > 1 && few.statements <= 14]).toEqual([number, part, true]);
    }
  });

  test('pages follow one another, and a page past the end is empty and keeps its total', async () => {
    const whole = await reportFor(portal, manager, 2, null, { sort: 'pupil', direction: 'ASC' });
    const pages = [await reportFor(portal, manager, 2, null, { sort: 'pupil', direction: 'ASC', take: 20 }), await reportFor(portal, manager, 2, null, { sort: 'pupil', direction: 'ASC', take: 20, page: 2 })];
    expect(pages.flatMap(({ rows }) => rows)).toEqual(whole.rows.slice(0, 40));
    expect(await reportFor(portal, manager, 2, null, { page: 500 })).toMatchObject({ total: whole.total, rows: [] });
  });

  test('the trail says which report was looked at, and every child on the page', async () => {
    const asking = person(Role.TEAM_MANAGER, {}, 77);
    await reportFor(portal, asking, 9, 'PENALTY', { take: 2 });
    const { items } = (await portal.ask(asking, '{ myLooks(recordsOnly: true) { items { operation pupils } } }')).data?.myLooks as { items: unknown[] };
    expect(items).toEqual([{ operation: 'Report', pupils: 2 }]);
  });
});
