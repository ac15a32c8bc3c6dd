import { isOnList, standingSentence, WORK_LIST_KINDS, workListLimits, type WorkListKind } from '@attendance/shared/attendance';
import { addCrowd } from '../../support/crowd.ts';
import { codesOf, knowOfficer, person } from '../../support/people.ts';
import { bookOf, fileOf, openDays, sendRegisters, YESTERDAY, type BookMark } from '../../support/register-book.ts';
import { PUPILS, SCHOOLS, TODAY, type TestPupil } from '../../support/small-authority.ts';
import { standingsByRule, type StandingRow } from '../../support/standings.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

interface Row { enrolmentId: string; pupilId: string; name: string; schoolId: number; sentence: string; possible: number; absent: number; lastMarks: string }
interface Page { total: number; items: Row[] }

const manager = person(Role.TEAM_MANAGER);
const officer = person(Role.ATTENDANCE_OFFICER, {}, 41);
const champion = person(Role.ATTENDANCE_CHAMPION);
const LIMITS = workListLimits(TODAY);

/** Who is away on which days of the autumn, by which code: a pupil for each list, in the order they are enrolled. */
const STORIES: readonly (readonly [kind: WorkListKind, code: string, isAway: (day: string, index: number, half: string) => boolean])[] = [
  ['SEVERE', 'I', (_, index) => index % 2 === 0],
  ['NEWLY_PERSISTENT', 'I', (day) => day >= '2026-11-10' && day < '2026-11-17'],
  ['NEARLY_PERSISTENT', 'M', (_, index, half) => index % 12 === 3 || (index === 20 && half === 'AM')],
  ['RECOVERING', 'M', (day) => day < '2026-09-09'],
  ['CAME_BACK', 'I', (day) => day >= '2026-11-03' && day < '2026-11-17'],
  ['SHARP_FALL', 'C', (day, index) => day >= '2026-10-19' && index % 2 === 0],
  ['NOT_SEEN', 'I', (day) => day >= '2026-11-02'],
  ['PENALTY_WATCH', 'O', (day) => ['2026-10-13', '2026-10-15', '2026-11-03', '2026-11-12'].includes(day)],
  ['TEN_DAY', 'O', (day) => day >= '2026-11-09'],
  ['FIFTEEN_DAY', 'I', (_, index) => index % 4 === 1],
  ['LATENESS', 'L', (_, index) => index % 3 === 0],
  ['WEEKDAY', 'M', (day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1],
  ['HOLIDAY_EDGE', 'G', (day) => day === '2026-10-23' || day === '2026-11-02'],
];

describe('the lists that are work', () => {
  let portal: TestPortal;
  let crowd: readonly TestPupil[];
  let byRule: readonly StandingRow[];
  beforeAll(async () => {
    portal = await TestPortal.open('work_lists');
    crowd = await addCrowd(portal.ingest, STORIES.length * 2, SCHOOLS.tarnbrook);
    const days = await openDays(portal, SCHOOLS.tarnbrook, '2026-09-03', YESTERDAY);
    const marks = bookOf(crowd, days).map((mark): BookMark => {
      const [, code, isAway] = STORIES[(mark.pupil.id - 1000) % STORIES.length] ?? STORIES[0] ?? ['SEVERE', 'I', () => false];
      return isAway(mark.day, days.indexOf(mark.day), mark.half) ? { ...mark, code } : mark;
    });
    await portal.send(fileOf(marks), SCHOOLS.tarnbrook);
    await sendRegisters(portal);
    await knowOfficer(portal.ownerUrl);
    await portal.rows('insert into school_officer (school_id, user_id, valid_from) values ($1, 41, $2)', [SCHOOLS.oakmere, '2026-09-01']);
    byRule = await standingsByRule(portal);
  });
  afterAll(() => portal.close());

  const totals = async (actor = manager, args = ''): Promise<Record<string, number>> => {
    const answer = await portal.ask(actor, `{ workLists${args} { kind total } }`);
    expect(answer.errors).toEqual([]);
    return Object.fromEntries((answer.data?.workLists as { kind: string; total: number }[]).map(({ kind, total }) => [kind, total]));
  };
  const list = async (kind: WorkListKind, actor = manager, more = ''): Promise<Page> => {
    const answer = await portal.ask(actor, `{ workList(kind: ${kind}${more || ', take: 100'}) { total items { enrolmentId pupilId name schoolId sentence possible absent lastMarks } } }`);
    expect(answer.errors).toEqual([]);
    return answer.data?.workList as Page;
  };
  const LEFT: readonly number[] = [PUPILS.leaver.enrolmentId, PUPILS.recent.enrolmentId];
  const expected = (kind: WorkListKind, isMeant: (row: StandingRow) => boolean = () => true): StandingRow[] => byRule.filter((row) => !LEFT.includes(row.enrolmentId) && isMeant(row) && isOnList(kind, row, LIMITS));

  test.each(WORK_LIST_KINDS)('%s holds exactly those on roll whom its rule names, each with the sentence of the rules', async (kind) => {
    const { total, items } = await list(kind);
    const rows = expected(kind);
    expect(rows.length).toBeGreaterThan(1);
    expect([total, items.length]).toEqual([rows.length, rows.length]);
    expect(items.map((item) => [Number(item.enrolmentId), item.sentence]).sort()).toEqual(rows.map((row) => [row.enrolmentId, standingSentence(kind, row, LIMITS)]).sort());
  });

  test.each(STORIES.map(([kind], index) => [kind, index] as const))('%s names the pupil whose story it is', async (kind, index) =>
    expect((await list(kind)).items.map(({ enrolmentId }) => Number(enrolmentId))).toContain(1000 + index));

  test.each([
    ['a manager: every school', manager, '', () => true],
    ['an officer: every school, without restricted records', officer, '', ({ enrolmentId }: StandingRow) => enrolmentId !== PUPILS.hidden.enrolmentId],
    ['an officer’s own schools', officer, 'mine: true', ({ enrolmentId }: StandingRow) => [1, 3].includes(enrolmentId)],
    ['one school', manager, `schoolId: ${SCHOOLS.fellgate}`, ({ enrolmentId }: StandingRow) => enrolmentId === PUPILS.josie.enrolmentId],
    ['one phase', manager, 'phase: "PRIMARY"', ({ enrolmentId }: StandingRow) => enrolmentId === PUPILS.josie.enrolmentId],
    ['one year group', manager, 'ncYear: "10"', ({ enrolmentId }: StandingRow) => enrolmentId >= 1000 && enrolmentId % 5 === 3],
    ['a champion: the own school, without restricted records', champion, '', ({ enrolmentId }: StandingRow) => [1, 3].includes(enrolmentId)],
  ] as const)('are counted for %s, and each count opens as many rows', async (_who, actor, filter, isMeant) => {
    const counts = await totals(actor, filter && `(filter: { ${filter} })`);
    expect(counts).toEqual(Object.fromEntries(WORK_LIST_KINDS.map((kind) => [kind, expected(kind, isMeant).length])));
    for (const kind of WORK_LIST_KINDS) expect([kind, (await list(kind, actor, `, take: 100, filter: { ${filter} }`)).items.length]).toEqual([kind, counts[kind]]);
  });

  test('come page by page in the order asked for, worst first of themselves', async () => {
    const share = ({ possible, absent }: Row): number => absent / possible;
    const whole = await list('FIFTEEN_DAY');
    expect(whole.total).toBeGreaterThan(3);
    const singly: Row[] = [];
    for (let page = 1; page <= whole.total; page += 1) singly.push(...(await list('FIFTEEN_DAY', manager, `, page: ${page}, take: 1`)).items);
    expect(singly).toEqual(whole.items);
    expect(await list('FIFTEEN_DAY', manager, ', page: 50')).toEqual({ total: whole.total, items: [] });
    const severe = (await list('SEVERE')).items.map(share);
    expect(severe).toEqual([...severe].sort((a, b) => b - a));
    const named = (await list('SEVERE', manager, ', sort: NAME, direction: ASC')).items.map(({ name }) => name);
    expect(named).toEqual([...named].sort());
    const schools = (await list('SEVERE', manager, ', sort: SCHOOL, direction: DESC')).items.map(({ schoolId }) => schoolId);
    expect(schools).toEqual([...schools].sort((a, b) => b - a));
  });

  test('show the last marks, and say what can be checked', async () => {
    const back = (await list('CAME_BACK')).items.find(({ enrolmentId }) => enrolmentId === '1004');
    expect(back?.sentence).toBe('Back since 17 November after 10 school days missed in a row; missed 6 of the last 10 sessions; was 100% until 19 October');
    expect(back?.lastMarks).toMatch(/^I{10} {4}I{2}[/\\]{4} {8}$/);
  });

  test('are noted in the trail with every child shown; counts alone show nobody', async () => {
    const asking = person(Role.TEAM_MANAGER, {}, 88);
    await portal.ask(asking, 'query Work { workLists { total } }');
    await portal.ask(asking, 'query Late { workList(kind: LATENESS, take: 2) { total } }');
    const { items } = (await portal.ask(asking, '{ myLooks(recordsOnly: true) { items { operation pupils } } }')).data?.myLooks as { items: unknown[] };
    expect(items).toEqual([{ operation: 'Late', pupils: 2 }]);
  });

  test('are nobody’s business without the right to read pupils', async () => {
    for (const actor of [person(Role.GOVERNOR), person(Role.DATA_ANALYST)]) {
      expect(codesOf(await portal.ask(actor, '{ workLists { total } }'))).toEqual(['FORBIDDEN']);
      expect(codesOf(await portal.ask(actor, '{ workList(kind: SEVERE) { total } }'))).toEqual(['FORBIDDEN']);
    }
  });
});
