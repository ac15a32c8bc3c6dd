import { isOfPersistence, isOnList, joiningOf, standingSentence, WORK_LIST_KINDS, workListLimits, type WorkListKind } from '@attendance/shared/attendance';
import { addCrowd } from '../../support/crowd.ts';
import { knowOfficer, person } from '../../support/people.ts';
import { bookOf, fileOf, openDays, type BookMark } from '../../support/register-book.ts';
import { reportFor } from '../../support/report-answer.ts';
import { SCHOOLS, TODAY, type TestPupil } from '../../support/small-authority.ts';
import { standingsByRule } from '../../support/standings.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(90_000);

const manager = person(Role.TEAM_MANAGER, {}, 41);
const analyst = person(Role.DATA_ANALYST);
const adviser = person(Role.VIRTUAL_SCHOOL_ADVISER, { pupils: [1000, 1001, 1002] }, 48);
/** Of the crowd, by number: away throughout, away on odd days, one session missed, three days missed and back, and the rest always there. */
const isAway = ({ pupil: { id }, day, half }: BookMark, index: number): boolean => id === 1000 || (id === 1001 && index % 2 === 0) || (id === 1002 && index === 5 && half === 'AM') || (id === 1003 && day >= '2026-09-15' && day <= '2026-09-17');

describe('a year that has just begun', () => {
  let portal: TestPortal;
  let crowd: readonly TestPupil[];
  let days: readonly string[];
  beforeAll(async () => {
    portal = await TestPortal.open('early_year');
    await knowOfficer(portal.ownerUrl);
    crowd = await addCrowd(portal.ingest, 12, SCHOOLS.tarnbrook);
    days = await openDays(portal, SCHOOLS.tarnbrook, '2026-09-03', '2026-09-21');
    await portal.rows(`insert into pupil_carer (pupil_id, carer_id, full_name, relationship, parental_responsibility, lives_with) select id, 700, 'An adult', 'Mother', true, true from unnest(array[1000, 1001]) id`);
    await portal.rows(`update enrolment set starts_on = '2026-09-03' where id = 1004; update enrolment set starts_on = '2026-09-09' where id in (1005, 1006)`);
    await send((day) => day <= '2026-09-18');
    await portal.rows(`select refresh_pupil_reach(array(select id from pupil), $1, 30)`, [TODAY]);
  });
  afterAll(() => portal.close());

  const send = async (isSent: (day: string) => boolean): Promise<void> => {
    const sent = days.filter(isSent);
    const marks = bookOf(crowd, sent, () => ({})).map((mark) => (isAway(mark, days.indexOf(mark.day)) ? { ...mark, code: 'I' } : mark));
    const result = await portal.send(fileOf(marks), SCHOOLS.tarnbrook, `to-${sent.at(-1)}.csv`);
    if (!result.kept) throw new Error(JSON.stringify(result.refusal));
  };
  const lists = async (actor = manager): Promise<{ kind: string; total: number; tooEarly: boolean }[]> => (await portal.ask(actor, '{ workLists { kind total tooEarly } }')).data?.workLists as { kind: string; total: number; tooEarly: boolean }[];
  const ids = async (kind: WorkListKind): Promise<number[]> => ((await portal.ask(manager, `{ workList(kind: ${kind}, take: 100) { items { enrolmentId } } }`)).data?.workList as { items: { enrolmentId: string }[] }).items.map(({ enrolmentId }) => Number(enrolmentId)).sort();
  const shown = async (actor = manager): Promise<unknown> => (await portal.ask(actor, '{ persistenceShown }')).data?.persistenceShown;
  /** Kept lists are those of the rules, whatever the week. */
  const agree = async (): Promise<void> => {
    const standings = await standingsByRule(portal);
    for (const kind of WORK_LIST_KINDS) expect([kind, await ids(kind)]).toEqual([kind, standings.filter((row) => isOnList(kind, row, workListLimits(row.marksTo))).map(({ enrolmentId }) => enrolmentId)]);
  };

  test('says nothing of persistent and severe absence in its third week, and says that it is too early', async () => {
    await agree();
    for (const actor of [manager, adviser]) for (const { kind, total, tooEarly } of await lists(actor)) expect([kind, tooEarly, tooEarly && total]).toEqual([kind, isOfPersistence(kind), isOfPersistence(kind) && 0]);
    expect([await shown(), await shown(analyst), await ids('NOT_SEEN')]).toEqual([false, false, [1000]]);
    expect((await portal.ask(manager, '{ workList(kind: SEVERE_NO_PLAN) { total tooEarly } }')).data?.workList).toEqual({ total: 0, tooEarly: true });
  });

  test('leaves the counts of reports empty', async () => {
    for (const actor of [manager, analyst]) {
      const { rows, of } = await reportFor(portal, actor, 1);
      expect(rows.map(({ cells }) => [cells.absence !== null, cells.persistent, cells.persistentPercent, cells.severe, cells.severePercent])).toEqual([[true, null, null, null, null]]);
      expect(of).toContain('Persistent and severe absence: said of a school after the third full week of the year, and left empty before.');
      expect((await reportFor(portal, actor, 5, 'GAP')).rows.map(({ cells }) => [cells.persistent, cells.persistentPercent])).toEqual(expect.arrayContaining([[null, null]]));
    }
    for (const threshold of ['PERSISTENT', 'SEVERE', 'NEARLY_PERSISTENT']) expect([threshold, (await reportFor(portal, manager, 2, null, { filter: { threshold } })).total]).toEqual([threshold, 0]);
    expect((await reportFor(portal, manager, 2)).total).toBe(crowd.length);
  });

  const explained = async (figure: string): Promise<unknown> => (await portal.ask(manager, `{ explainRows(figure: { ${figure} }) { tooEarly part rows definitions { definition } } }`)).data?.explainRows;
  const OF_PERSISTENCE = ['rows: { measure: PERSISTENT }', 'rows: { measure: SEVERE, axis: SEX, value: "NOT_RECORDED" }', 'list: SEVERE', 'list: NEARLY_PERSISTENT'];

  test('explains no figure of them either, and goes on explaining the others', async () => {
    for (const figure of OF_PERSISTENCE) expect([figure, await explained(figure)]).toEqual([figure, { tooEarly: true, part: null, rows: null, definitions: [] }]);
    expect(await explained('list: NOT_SEEN')).toMatchObject({ tooEarly: false, part: 1, rows: 1 });
    expect(await explained('rows: { measure: ABSENT }')).toMatchObject({ tooEarly: false, definitions: expect.arrayContaining([{ definition: 'DFE_DAILY' }]) as unknown });
  });

  test('is told of from the fourth week on: nobody who missed nothing is about to become anything', async () => {
    await send((day) => day >= '2026-09-21');
    await agree();
    expect([await ids('SEVERE'), await ids('NEARLY_PERSISTENT'), await shown(), await shown(analyst)]).toEqual([[1000, 1001], [1002], true, true]);
    expect(await lists()).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'SEVERE', total: 2, tooEarly: false })]));
    // Back after three days: persistently absent, and so worth a word.
    expect(await ids('CAME_BACK')).toContain(1003);
    const { rows } = await reportFor(portal, manager, 1);
    expect(rows.map(({ cells }) => [cells.persistent, cells.severe])).toEqual([['3', '2']]);
    expect((await reportFor(portal, manager, 2, null, { filter: { threshold: 'NEARLY_PERSISTENT' } })).rows.map(({ key }) => key)).toEqual(['1002']);
    expect((await reportFor(portal, manager, 2, null, { filter: { threshold: 'PERSISTENT' } })).total).toBe(3);
    for (const figure of OF_PERSISTENCE) expect([figure, await explained(figure)]).toEqual([figure, expect.objectContaining({ tooEarly: false })]);
  });

  test('reports, alerts and watch lists say the sentence of the list, the family among it', async () => {
    const sentence = async (kind: WorkListKind, id: number): Promise<string> => {
      const row = (await standingsByRule(portal)).find(({ enrolmentId }) => enrolmentId === id);
      if (row === undefined) throw new Error('There are marks.');
      return standingSentence(kind, row, workListLimits(TODAY), 'SESSIONS');
    };
    const said = await sentence('NOT_SEEN', 1000);
    expect(said).toMatch(/a brother or sister absent the same sessions in the week of 21 September$/);
    const { id } = (await portal.ask(manager, 'mutation { createWatchList(input: { key: "early-year", name: "Watched", kind: PUPILS }) { id } }')).data?.createWatchList as { id: string };
    await portal.ask(manager, `mutation { watch(input: { listId: ${id}, why: "Agreed with the school", pupilId: 1000 }) { id } }`);
    await portal.rows(`update watch_entry set told = '{}'`);
    const alerts = (await portal.ask(manager, '{ watchAlerts(take: 10) { items { what sentence } } }')).data?.watchAlerts as { items: { what: string; sentence: string }[] };
    expect(alerts.items).toContainEqual({ what: 'Not seen', sentence: said });
    expect(((await portal.ask(manager, `{ watchList(id: ${id}) { pupils { sentence } } }`)).data?.watchList as { pupils: unknown[] }).pupils).toEqual([{ sentence: said }]);
    const listed = (await reportFor(portal, manager, 9, 'FIFTEEN_DAYS')).rows.find(({ key }) => key === '1000');
    expect(listed?.cells.why).toBe(`${await sentence('FIFTEEN_DAY', 1000)}.`);
    const planless = (await portal.ask(manager, '{ workList(kind: SEVERE_NO_PLAN, take: 100) { items { enrolmentId sentence } } }')).data?.workList as { items: { enrolmentId: string; sentence: string }[] };
    expect(planless.items.find(({ enrolmentId }) => enrolmentId === '1000')?.sentence).toMatch(/says anything of a plan; missed 10 of the last 10 sessions; .*a brother or sister absent the same sessions in the week of 21 September$/);
  });

  test('who starts with the year has not joined during it: one definition for groups and for the report of joiners', async () => {
    const [[first], cases] = [await portal.rows<{ monday: string }>(`select min(week_start) as monday from school_week where school_id = $1 and academic_year = 2026 and open_days <> 0`, [SCHOOLS.tarnbrook]), await portal.rows<{ day: string; year: number; monday: string | null; said: string }>(
      `select day::date as day, year, monday, joined_when(day::date, year, monday) as said from generate_series(date '2026-07-25', date '2026-09-20', interval '1 day') day, (values (2026, date '2026-08-31'), (2026, null), (2025, date '2025-09-01')) as given (year, monday)`)];
    for (const { day, year, monday, said } of cases) expect([day, year, monday, said]).toEqual([day, year, monday, joiningOf(day, year, monday)]);
    const { groups } = (await portal.ask(manager, '{ cohortFigures(axis: NEW_TO_SCHOOL) { groups { value label figures { enrolments } } } }')).data?.cohortFigures as { groups: { value: string; label: string; figures: { enrolments: number } }[] };
    expect(groups.map(({ value, label, figures }) => [value, label, figures.enrolments])).toEqual([['NEW', 'Joined during the year', 2], ['STARTED', 'Started with the year', 1], ['BEFORE', 'Joined in an earlier year', 9]]);
    expect([first?.monday, (await reportFor(portal, manager, 10, 'ROLLS')).rows.find(({ schoolId }) => schoolId === SCHOOLS.tarnbrook)?.cells.joined]).toEqual(['2026-08-31', '2']);
  });
});
