import { COUNTED_MARKS, isOnList, siblingAway, standingSentence, type SiblingAway, WORK_LIST_KINDS, workListLimits, type WorkListKind } from '@attendance/shared/attendance';
import { weekStartOf } from '@attendance/shared/kernel';
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

/** Who shares an adult: two with one story, and so the same sessions; neighbours, whose stories differ; three; a restricted record with one that is not, and the same the other way. */
const FAMILIES: readonly (readonly number[])[] = [[1000, 1013], [1006, 1019], [1008, 1021], [1002, 1009], [1011, 1012, 1024], [PUPILS.hidden.id, PUPILS.elan.id], [PUPILS.hidden.id, 1003]];

/** The half days a week's marks say were missed. */
const missedIn = (marks: string): number[] => [...marks].flatMap((mark, slot) => ((COUNTED_MARKS.authorised + COUNTED_MARKS.unauthorised).includes(mark) ? [slot] : []));

/** What the rules say of the brothers and sisters of each enrolment, from marks and adults alone: of everyone, or of pupils at one school. */
async function siblingsByRule(portal: TestPortal, rows: readonly StandingRow[], schoolId: number | null = null): Promise<Map<number, SiblingAway | null>> {
  const links = await portal.rows<{ carerId: number; pupilId: number }>(`select carer_id as "carerId", pupil_id as "pupilId" from pupil_carer join pupil p on p.id = pupil_id where not p.restricted and ($1::int is null or p.school_ids @> array[$1::int])`, [schoolId]);
  const weeks = await portal.rows<{ enrolmentId: number; pupilId: number; weekStart: string; marks: string }>('select enrolment_id as "enrolmentId", pupil_id as "pupilId", week_start as "weekStart", marks from register_week where not restricted');
  return new Map(rows.map(({ enrolmentId, marksTo }) => {
    const week = weeks.filter(({ weekStart }) => weekStart === weekStartOf(marksTo));
    const own = week.find((each) => each.enrolmentId === enrolmentId);
    const adults = links.filter(({ pupilId }) => pupilId === own?.pupilId).map(({ carerId }) => carerId);
    const siblings = new Set(links.filter(({ carerId, pupilId }) => adults.includes(carerId) && pupilId !== own?.pupilId).map(({ pupilId }) => pupilId));
    return [enrolmentId, siblingAway(missedIn(own?.marks ?? ''), [...siblings].map((id) => week.filter(({ pupilId }) => pupilId === id).flatMap(({ marks }) => missedIn(marks))))];
  }));
}

describe('the lists that are work', () => {
  let portal: TestPortal;
  let siblings: Map<number, SiblingAway | null>;
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
    await portal.rows(`insert into pupil_carer (pupil_id, carer_id, full_name, relationship, parental_responsibility, lives_with)
      select pupil_id, carer_id, 'An adult', 'Mother', true, true from unnest($1::int[], $2::int[]) f(pupil_id, carer_id)`, [FAMILIES.flat(), FAMILIES.flatMap((family, index) => family.map(() => 700 + index))]);
    await portal.rows(`select refresh_pupil_reach(array(select id from pupil), $1, 30)`, [TODAY]);
    byRule = await standingsByRule(portal);
    siblings = await siblingsByRule(portal, byRule);
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
    expect(items.map((item) => [Number(item.enrolmentId), item.sentence]).sort()).toEqual(rows.map((row) => [row.enrolmentId, standingSentence(kind, row, LIMITS, siblings.get(row.enrolmentId))]).sort());
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
    // No meeting was held: nobody has a plan.
    expect(counts).toEqual({ ...Object.fromEntries(WORK_LIST_KINDS.map((kind) => [kind, expected(kind, isMeant).length])), SEVERE_NO_PLAN: expected('SEVERE', isMeant).length, SEVERE_PLAN_NOT_WORKING: 0 });
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

  describe('end with what a brother or sister did in the same week', () => {
    const CLAUSE = /a brother or sister absent the same (sessions in the week of|week, that of) \d+ \w+$/;
    const said = async (actor: typeof manager): Promise<Map<number, boolean>> => {
      const found = new Map<number, boolean>();
      for (const kind of WORK_LIST_KINDS) for (const { enrolmentId, sentence } of (await list(kind, actor)).items) found.set(Number(enrolmentId), CLAUSE.test(sentence));
      return found;
    };

    test('in both ways of saying it, and of nobody whose record is restricted, nor because of one', async () => {
      expect(new Set(siblings.values())).toEqual(new Set(['SESSIONS', 'WEEK', null]));
      const found = await said(manager);
      expect([...found.values()].filter(Boolean).length).toBeGreaterThan(3);
      expect([found.get(PUPILS.hidden.enrolmentId), found.get(1003)]).toEqual([false, false]);
    });

    test('as far as the reach goes: a brother or sister at another school is nobody to this one', async () => {
      const own = await siblingsByRule(portal, byRule, SCHOOLS.oakmere);
      for (const [enrolmentId, isSaid] of await said(champion)) expect([enrolmentId, isSaid]).toEqual([enrolmentId, (own.get(enrolmentId) ?? null) !== null]);
    });

    test('only to people who may read families', async () => {
      const adviser = person(Role.VIRTUAL_SCHOOL_ADVISER, { pupils: [1000, 1013, 1006, 1019] });
      const found = await said(adviser);
      expect([found.size > 0, [...found.values()].some(Boolean)]).toEqual([true, false]);
      expect([...(await said(manager))].filter(([id]) => found.has(id)).some(([, isSaid]) => isSaid)).toBe(true);
    });
  });

  test('show the last marks, and say what can be checked', async () => {
    const back = (await list('CAME_BACK')).items.find(({ enrolmentId }) => enrolmentId === '1004');
    expect(back?.sentence).toBe('Back since 17 November after 10 school days missed in a row; missed 20 of 98 sessions this year; missed 6 of the last 10 sessions; was 100% until 19 October');
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
