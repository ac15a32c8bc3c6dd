import { addCrowd } from '../../support/crowd.ts';
import { headingsOf } from '../../support/figure-lists.ts';
import { codesOf, knowOfficer, person } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { fileOf, openDays, sendRegisters, YESTERDAY } from '../../support/register-book.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';
import { wildBook } from '../../support/wild-book.ts';

jest.setTimeout(120_000);

type Figure = Readonly<Record<string, unknown>>;
interface Group { definition: string; side: string; reason: string; enrolments: number | null; part: number | null; whole: number | null }
interface Step { kind: string; count: number; words: string; opens: string | null; group: Group | null }
interface Explained { part: number | null; whole: number; rows: number | null; ofSessions: boolean; tooEarly: boolean; noDefinitions: string | null; thresholds: { words: string; from: string }[]; steps: Step[]; coverage: { schools: number } | null; definitions: { definition: string; ours: boolean; part: number; whole: number; groups: Group[] }[] }
const GROUP = '{ definition side reason enrolments part whole }';
const manager = person(Role.TEAM_MANAGER);

const PLACE = { schoolId: SCHOOLS.tarnbrook };
/** Figures of every kind that a page leads to rows from. */
const ROWS: readonly [what: string, filter: Figure][] = [
  ['everyone', { measure: 'COUNTED' }], ['persistent at a school', { ...PLACE, measure: 'PERSISTENT' }], ['a group', { measure: 'PERSISTENT', axis: 'SEX', value: 'F' }], ['a group of a group', { ...PLACE, measure: 'ABSENT', axis: 'SEX', value: 'F', across: 'YEAR_GROUP', acrossValue: '9' }],
  ['a band', { measure: 'COUNTED', axis: 'ABSENCE_BAND', value: '1' }], ['a year group', { ...PLACE, measure: 'SEVERE', ncYear: '9' }], ['a phase', { phase: 'SECONDARY', measure: 'UNAUTHORISED' }], ['at risk', { measure: 'AT_RISK' }], ['nearly', { measure: 'NEARLY_PERSISTENT' }],
  ['registers', { measure: 'REGISTERED' }], ['without a session', { measure: 'NO_SESSIONS' }], ['silent schools', { measure: 'COUNTED', silent: true }],
  ['a week', { measure: 'ABSENT', fromWeek: '2026-11-09', toWeek: '2026-11-09' }], ['chosen weeks', { ...PLACE, measure: 'ATTENDED', fromWeek: '2026-09-14', toWeek: '2026-10-12' }], ['whoever had a session in them', { measure: 'COUNTED', fromWeek: '2026-11-09', toWeek: '2026-11-09' }],
  ['the latest week', { measure: 'POSSIBLE', span: 'LATEST_WEEK' }], ['the last four weeks of a group', { measure: 'LATE', span: 'RECENT_WEEKS', axis: 'SEX', value: 'M' }], ['last year to a week', { measure: 'PERSISTENT', academicYear: 2025, toWeek: '2025-11-17' }], ['a group of last year to a week', { measure: 'PERSISTENT', axis: 'SEX', value: 'F', toWeek: '2025-11-17' }], ['a year group of last year to a week', { ...PLACE, measure: 'ABSENT', ncYear: '8', toWeek: '2025-11-17' }], ['last year', { measure: 'MISSING', academicYear: 2025 }],
  ['a half day', { measure: 'ABSENT', slot: 0 }], ['a half day of some weeks', { ...PLACE, measure: 'LATE_AFTER', slot: 9, fromWeek: '2026-10-05', toWeek: '2026-11-09' }],
  ['a code', { measure: 'CODED', code: 'I' }], ['a code that is not possible', { measure: 'CODED', code: 'X' }], ['a code of a group', { ...PLACE, measure: 'CODED', code: 'O', axis: 'SEX', value: 'F' }], ['no mark', { measure: 'CODED', code: '-' }], ['sessions expected', { measure: 'EXPECTED' }], ['late before', { ...PLACE, measure: 'LATE_BEFORE' }], ['authorised', { measure: 'AUTHORISED' }], ['below severe', { measure: 'BELOW_SEVERE' }],
];
const LISTS = ['SEVERE_NO_PLAN', 'SEVERE_PLAN_NOT_WORKING', 'SEVERE', 'SHARP_FALL', 'NEWLY_PERSISTENT', 'NEARLY_PERSISTENT', 'RECOVERING', 'NOT_SEEN', 'PENALTY_WATCH', 'TEN_DAY', 'FIFTEEN_DAY', 'LATENESS', 'WEEKDAY', 'HOLIDAY_EDGE', 'CAME_BACK'];

describe('any figure is explained by the filter of its rows', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('explain_rows');
    await knowOfficer(portal.ownerUrl);
    const crowd = await addCrowd(portal.ingest, 40, SCHOOLS.tarnbrook);
    for (const { id } of crowd) await portal.rows('update enrolment set nc_year = $2, starts_on = $3 where id = $1', [id, ['8', '9', '10'][id % 3], '2025-09-03']);
    for (const { id } of crowd) await portal.rows('update pupil set sex = $2 where id = $1', [id, id % 2 === 0 ? 'F' : 'M']);
    await sendRegisters(portal, [PUPILS.mason, PUPILS.elan, PUPILS.hidden, PUPILS.leaver, PUPILS.recent, PUPILS.amira, PUPILS.moved]);
    await sendRegisters(portal, [PUPILS.josie], [['2025-09-03', '2026-07-20'], ['2026-09-03', '2026-11-12']]);
    const days = await openDays(portal, SCHOOLS.tarnbrook, '2025-09-03', YESTERDAY);
    // Of the last of them no register has come in.
    const sent = await portal.send(fileOf(wildBook(crowd.slice(0, -1), days)), SCHOOLS.tarnbrook);
    if (!sent.kept) throw new Error(JSON.stringify(sent.refusal));
    // Two of them have left since.
    await portal.rows(`update enrolment set ends_on = '2026-11-06' where id = any ($1::int[])`, [crowd.slice(0, 2).map(({ id }) => id)]);
  });
  afterAll(() => portal.close());

  const explain = async (figure: Figure, actor = manager): Promise<Explained> => {
    const answer = await portal.ask(actor, `query Why($figure: FigureInput!) { explainRows(figure: $figure) { part whole rows ofSessions tooEarly noDefinitions thresholds { words from } steps { kind count words opens group ${GROUP} } coverage { schools } definitions { definition ours part whole groups ${GROUP} } } }`, { figure });
    expect(answer.errors).toEqual([]);
    return answer.data?.explainRows as Explained;
  };
  const linesOf = async (figure: Figure, { definition, side, reason }: Group, actor = manager): Promise<{ total: number; sessions: number | null; rows: number; sum: number }> => {
    let [rows, sum] = [0, 0];
    for (let page = 1; ; page += 1) {
      const answer = await portal.ask(actor, 'query Who($figure: FigureInput!, $line: FigureLine!, $page: Int!) { explainedRows(figure: $figure, line: $line, page: $page, take: 50) { total sessions items { enrolmentId name sessions } } }', { figure, line: { definition, side, reason }, page });
      expect(answer.errors).toEqual([]);
      const list = answer.data?.explainedRows as { total: number; sessions: number | null; items: { sessions: number | null }[] };
      rows += list.items.length;
      sum += list.items.reduce((total, item) => total + (item.sessions ?? 0), 0);
      if (list.items.length < 50) return { total: list.total, sessions: list.sessions, rows, sum };
    }
  };

  /** What must hold of every explanation: lines add up, each opens what it counts, and other definitions are ours less their groups. */
  const holds = async (figure: Figure, shown: number): Promise<void> => {
    const explained = await explain(figure);
    const { part, whole, steps, definitions, ofSessions } = explained;
    expect(part).toBe(shown);
    const sum = (kind: string): number => steps.filter((step) => step.kind === kind).reduce((total, { count }) => total + count, 0);
    expect([figure, sum('START')]).toEqual([figure, sum('TOTAL') + sum('LESS')]);
    if (sum('PART') > 0) expect([figure, sum('PART')]).toEqual([figure, sum('TOTAL')]);
    else expect([figure, sum('TOTAL')]).toEqual([figure, shown]);
    for (const step of steps) {
      if (step.group !== null) {
        const list = await linesOf(figure, step.group);
        expect([figure, step.words, ofSessions ? list.sessions : list.total, list.rows, list.sum]).toEqual([figure, step.words, step.count, list.total, ofSessions ? step.count : 0]);
      } else if (step.opens !== null) {
        const [heading] = await headingsOf(portal, manager, [{ ...(figure.rows as Figure), measure: step.opens }]);
        expect([figure, step.words, heading?.sessions ?? heading?.total]).toEqual([figure, step.words, step.count]);
      }
    }
    for (const { ours, part: theirPart, whole: theirWhole, groups } of definitions) {
      const less = (name: 'part' | 'whole'): number => groups.reduce((total, group) => total + (group[name] ?? NaN), 0);
      expect([figure, (part ?? NaN) - less('part'), whole - less('whole')]).toEqual([figure, theirPart, theirWhole]);
      if (ours) expect(groups).toEqual([]);
      for (const group of groups) expect([figure, group, await linesOf(figure, group)]).toEqual([figure, group, { total: group.enrolments, sessions: null, rows: group.enrolments, sum: 0 }]);
    }
  };

  test.each(ROWS)('%s', async (_what, filter) => {
    const [heading] = await headingsOf(portal, manager, [filter]);
    await holds({ rows: filter }, heading?.sessions ?? heading?.total ?? NaN);
  });

  test.each(LISTS)('the list %s', async (kind) => {
    for (const whose of [{}, PLACE, { ncYear: '9' }]) {
      const { workList } = (await portal.ask(manager, `query List($of: WorkListFilter) { workList(kind: ${kind}, filter: $of) { total } }`, { of: whose })).data as { workList: { total: number } };
      await holds({ list: kind, of: whose }, workList.total);
    }
  });

  test('some of these figures are of somebody, and leave somebody out', async () => {
    const reasons = new Set<string>();
    let counted = 0;
    for (const [, rows] of ROWS) {
      const { steps, part } = await explain({ rows });
      if ((part ?? 0) > 0) counted += 1;
      for (const { group, kind } of steps) if (group && kind !== 'START') reasons.add(group.reason);
    }
    for (const list of LISTS) for (const { group } of (await explain({ list })).steps) if (group) reasons.add(group.reason);
    expect(counted).toBeGreaterThan(20);
    for (const reason of ['OUTSIDE_GROUP', 'NO_REGISTER', 'OTHER_WEEKS', 'OFF_ROLL', 'CLOSED', 'NOT_POSSIBLE', 'BELOW_RULE']) expect([reason, reasons.has(reason)]).toEqual([reason, true]);
  });

  test('who has no mark yet is told of the whole place, and the line of a group says so: groups are known with a register', async () => {
    const lineOf = async (rows: Figure): Promise<Step | undefined> => (await explain({ rows })).steps.find(({ group }) => group?.reason === 'NO_REGISTER');
    const [everyone, girls] = [await lineOf({ ...PLACE, measure: 'PERSISTENT' }), await lineOf({ ...PLACE, measure: 'PERSISTENT', axis: 'SEX', value: 'F' })];
    expect([everyone?.count, everyone?.words]).toEqual([girls?.count, 'on roll, and no mark has come in yet']);
    expect(girls?.words).toBe('on roll, and no mark has come in yet: of any group, for groups are told from registers');
  });

  test('a list says the values in force with their dates, and where nobody counts it otherwise says so', async () => {
    const penalty = await explain({ list: 'PENALTY_WATCH' });
    expect(penalty.thresholds[0]).toEqual({ words: 'The list begins at: 8 sessions', from: '2024-08-19' });
    expect(penalty.definitions.map(({ definition }) => definition)).toEqual(['LOCAL', 'BY_PUPIL', 'LEGAL']);
    const late = await explain({ list: 'LATENESS' });
    expect([late.definitions, late.noDefinitions]).toEqual([[], expect.stringContaining('choice of this service')]);
  });

  test('restricted records are counted for those who may know of them, and nowhere for others', async () => {
    const officer = person(Role.ATTENDANCE_OFFICER);
    const started = async (actor: typeof manager): Promise<number | undefined> => (await explain({ rows: { measure: 'COUNTED', schoolId: SCHOOLS.oakmere } }, actor)).steps[0]?.count;
    expect((await started(manager) ?? 0) - (await started(officer) ?? 0)).toBe(1);
  });

  test('people who see figures only, and who may not read the axis, are refused as the rows refuse them', async () => {
    const ask = async (actor: typeof manager, rows: string): Promise<unknown> => codesOf(await portal.ask(actor, `{ explainRows(figure: { rows: ${rows} }) { part } }`));
    for (const actor of [person(Role.GOVERNOR, { schools: [SCHOOLS.oakmere] }), person(Role.DATA_ANALYST)]) expect(await ask(actor, '{ measure: PERSISTENT, axis: SEN, value: "K" }')).toEqual(['FORBIDDEN']);
    expect(await ask(person(Role.SCHOOL_ADMIN, { schools: [SCHOOLS.oakmere] }), '{ measure: PERSISTENT, axis: CARE }')).toEqual(['FORBIDDEN']);
    expect(await ask(manager, '{ measure: PERSISTENT, fromWeek: "2026-11-09" }')).toEqual(['INVALID']);
    expect(codesOf(await portal.ask(manager, '{ explainRows(figure: { rows: { measure: SEVERE }, list: SEVERE }) { part } }'))).toEqual(['INVALID']);
  });

  test('a line of names notes every child it shows; an explanation none; and both are as many statements for few as for many', async () => {
    const entry = async (): Promise<number[]> => asOwner(portal.ownerUrl, async (owner) => (await owner.query<{ pupil_ids: number[] }>('select pupil_ids from audit_entry order by seq desc limit 1')).rows[0]?.pupil_ids ?? []);
    const whole = await portal.ask(manager, '{ explainRows(figure: { rows: { measure: PERSISTENT } }) { part definitions { part } coverage { schools } } }');
    expect([whole.errors, await entry()]).toEqual([[], []]);
    const part = await portal.ask(manager, `{ explainRows(figure: { rows: { measure: PERSISTENT, schoolId: ${SCHOOLS.fellgate} } }) { part definitions { part } coverage { schools } } }`);
    expect([whole.statements, part.statements]).toEqual([whole.statements, whole.statements]);
    expect(whole.statements).toBeLessThanOrEqual(7);
    const line = await portal.ask(manager, `{ explainedRows(figure: { rows: { measure: COUNTED, schoolId: ${SCHOOLS.oakmere} } }, line: { definition: LOCAL, side: OF, reason: RECORDED }) { total items { pupilId } } }`);
    const ids = (line.data?.explainedRows as { items: { pupilId: string }[] }).items.map(({ pupilId }) => Number(pupilId));
    expect([...new Set(ids)].sort((a, b) => a - b)).toEqual([...await entry()].sort((a, b) => a - b));
  });
});
