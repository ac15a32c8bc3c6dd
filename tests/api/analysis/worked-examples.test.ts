import { addDays } from '@attendance/shared/kernel';
import { addCrowd } from '../../support/crowd.ts';
import { person, underReach } from '../../support/people.ts';
import { fileOf, openDays, type BookMark } from '../../support/register-book.ts';
import { SCHOOLS, type TestPupil } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(120_000);

/** The day after the last session of 2025/26: everything below is of that year, and none of it of another. */
const YEAR_OVER = '2026-07-21';
const manager = person(Role.TEAM_MANAGER);
const codes = (text: string): string[] => text.split(' ');
const repeated = (count: number, ...each: string[]): string[] => Array.from({ length: count }, () => each).flat();
const present = (count: number): string[] => Array.from({ length: count }, (_, index) => (index % 2 === 0 ? '/' : '\\'));

/** Marks in the order of sessions, and what they come to: possible, attended, authorised, unauthorised, late; whether absence is persistent and severe. The rules are tried on the same in `shared`. */
const REGISTERS: readonly [name: string, marks: string[], counts: number[], persistent: boolean, severe: boolean, missing?: number][] = [
  ['a full week', present(10), [10, 10, 0, 0, 0], false, false],
  ['late both ways', codes('/ \\ L \\ / \\ U \\ / L'), [10, 9, 0, 1, 3], true, false],
  ['a mixed week', codes('I I M \\ V V G G O \\'), [10, 4, 3, 3, 0], true, true],
  ['dual registered, main school', codes('/ \\ / \\ / \\ D D D D'), [6, 6, 0, 0, 0], false, false],
  ['a part-time timetable', repeated(20, '/', 'C2'), [40, 20, 20, 0, 0], true, true],
  ['Reception, part of the week', [...repeated(4, '/', 'X'), 'I', 'X'], [5, 4, 1, 0, 0], true, false],
  ['closed days among them', codes('# # # # / \\ / \\ N N'), [6, 4, 0, 2, 0], true, false],
  ['a reason still open', codes('/ \\ / \\ N N / \\ / \\'), [10, 8, 0, 2, 0], true, false],
  ['a reason found', codes('/ \\ / \\ I I / \\ / \\'), [10, 8, 2, 0, 0], true, false],
  ['exactly a tenth', [...present(342), ...repeated(38, 'I')], [380, 342, 38, 0, 0], true, false],
  ['one session under a tenth', [...present(343), ...repeated(37, 'I')], [380, 343, 37, 0, 0], false, false],
  ['shown as 10.0, yet under', [...present(217), ...repeated(24, 'I')], [241, 217, 24, 0, 0], false, false],
  ['exactly a half', [...present(190), ...repeated(190, 'O')], [380, 190, 0, 190, 0], true, true],
  ['arranged by the council, no travel', codes('K K K K Q Q K K I I'), [8, 6, 2, 0, 0], true, false],
  ['only at the other school', repeated(10, 'D'), [0, 0, 0, 0, 0], false, false],
  ['missing marks', ['/', '\\', '/', '', '', '', '/', '\\', 'I', 'I'], [7, 5, 2, 0, 0], true, false, 3],
];
/** Three enrolments whose pooled rate is not the mean of their rates. */
const POOLED = [[380, 19], [380, 38], [100, 50]] as const;
/** Sessions missed of 380, and the five-point band from 0 that they fall into. */
const BANDS = [[0, 0], [18, 0], [19, 1], [37, 1], [38, 2], [57, 3], [190, 10], [380, 20]] as const;
/** Unauthorised sessions of twelve school weeks, and the sums of ten of them. */
const WEEKS = [[2, 0, 0, 1, 0, 0, 0, 0, 3, 0, 0, 4], [2, 0, 0, 1, 0, 0, 0, 0, 3, 0, 2, 4]] as const;
const IN_TEN_WEEKS = [[2, 2, 2, 3, 3, 3, 3, 3, 6, 6, 4, 8], [2, 2, 2, 3, 3, 3, 3, 3, 6, 6, 6, 10]] as const;
const THREE_WEEKS = [['/ \\', '/ \\', '/ \\', 'I I', 'O O'], ['O O', '/ \\', '/ \\', '/ \\', '/ O'], ['/ \\', 'L \\', '/ \\', '/ \\', 'U O']].map((week) => week.flatMap(codes));

interface Row { enrolmentId: string; possible: number; attended: number; authorised: number; unauthorised: number; lateBefore: number; lateAfter: number; missing: number }

describe('the worked examples of measures, through the import and the figures of the database', () => {
  let portal: TestPortal;
  let days: readonly string[];
  const [first, pooled, banded, twice] = [1000, 2000, 3000, 4000];
  const missed = (possible: number, absent: number): string[] => [...present(possible - absent), ...repeated(absent, 'I')];
  const ofYear = async (pupils: readonly TestPupil[], year: string): Promise<readonly TestPupil[]> => {
    await portal.rows('update enrolment set nc_year = $2 where id = any($1)', [pupils.map(({ id }) => id), year]);
    return pupils;
  };
  const laid = (pupil: TestPupil, marks: readonly string[], from = 0): BookMark[] => marks.map((code, index) => ({ pupil, day: days[from + Math.floor(index / 2)] ?? 'no day', half: index % 2 === 0 ? 'AM' : 'PM', code }));
  const send = async (marks: readonly BookMark[], schoolId: number): Promise<void> => {
    const result = await portal.send(fileOf(marks), schoolId);
    if (!result.kept) throw new Error(JSON.stringify(result.refusal));
  };
  const list = async (filter: string): Promise<Row[]> => {
    const { data, errors } = await portal.ask(manager, `{ pupilFigures(filter: { ${filter} }, take: 100, sort: NAME, direction: ASC) { items { enrolmentId possible attended authorised unauthorised lateBefore lateAfter missing } } }`);
    if (!data) throw new Error(JSON.stringify(errors));
    return (data.pupilFigures as { items: Row[] }).items;
  };
  const numbers = (rows: readonly Row[]): number[] => rows.map(({ enrolmentId }) => Number(enrolmentId)).sort((a, b) => a - b);

  beforeAll(async () => {
    portal = await TestPortal.open('worked_examples');
    portal.moveTo(YEAR_OVER);
    days = await openDays(portal, SCHOOLS.tarnbrook, '2025-09-03', '2026-07-20');
    const [registers, pool, bands, both] = [
      await ofYear(await addCrowd(portal.ingest, REGISTERS.length, SCHOOLS.tarnbrook, first), '7'), await ofYear(await addCrowd(portal.ingest, POOLED.length, SCHOOLS.tarnbrook, pooled), '8'),
      await ofYear(await addCrowd(portal.ingest, BANDS.length, SCHOOLS.tarnbrook, banded), '9'), await ofYear(await addCrowd(portal.ingest, 1, SCHOOLS.tarnbrook, twice), '10'),
    ];
    await portal.rows(`insert into enrolment (id, pupil_id, school_id, nc_year, starts_on) overriding system value values ($1 + 1, $1, $2, '10', '2025-09-03')`, [twice, SCHOOLS.fellgate]);
    await portal.rows('select refresh_pupil_reach($1, $2, 30)', [[twice], YEAR_OVER]);
    await send([
      ...registers.flatMap((pupil, index) => laid(pupil, REGISTERS[index]![1])), ...pool.flatMap((pupil, index) => laid(pupil, missed(POOLED[index]![0], POOLED[index]![1]))),
      ...bands.flatMap((pupil, index) => laid(pupil, missed(380, BANDS[index]![0]))), ...both.flatMap((pupil) => laid(pupil, missed(100, 8))),
    ], SCHOOLS.tarnbrook);
    await send(both.flatMap((pupil) => laid(pupil, missed(60, 12))), SCHOOLS.fellgate);
  });
  afterAll(() => portal.close());

  test('there are 380 sessions to lay them on', () => expect(days.length).toBeGreaterThanOrEqual(190));

  test('sessions of every register, and whether its absence is persistent or severe', async () => {
    const ofSchool = `schoolId: ${SCHOOLS.tarnbrook}, ncYear: "7"`;
    const rows = new Map((await list(`${ofSchool}, measure: REGISTERED`)).map((row) => [Number(row.enrolmentId), row]));
    const [persistent, severe] = [numbers(await list(`${ofSchool}, measure: PERSISTENT`)), numbers(await list(`${ofSchool}, measure: SEVERE`))];
    expect(rows.size).toBe(REGISTERS.length);
    for (const [index, [name, , counts, isPersistent, isSevere, missing = 0]] of REGISTERS.entries()) {
      const row = rows.get(first + index)!;
      expect([name, row.possible, row.attended, row.authorised, row.unauthorised, row.lateBefore + row.lateAfter, row.missing]).toEqual([name, ...counts, missing]);
      expect([name, persistent.includes(first + index), severe.includes(first + index)]).toEqual([name, isPersistent, isSevere]);
    }
  });

  test('whoever had no possible session is counted nowhere', async () => {
    const nobody = REGISTERS.findIndex(([, , [possible]]) => possible === 0);
    expect(numbers(await list(`schoolId: ${SCHOOLS.tarnbrook}, ncYear: "7", measure: NO_SESSIONS`))).toEqual([first + nobody]);
    expect(numbers(await list(`schoolId: ${SCHOOLS.tarnbrook}, ncYear: "7", measure: COUNTED`))).not.toContain(first + nobody);
  });

  test('a rate of several is that of their sessions together', async () => {
    const { data } = await portal.ask(manager, `{ yearGroupFigures(schoolId: ${SCHOOLS.tarnbrook}) { ncYear figures { possible authorised unauthorised enrolments persistent severe } } }`);
    const groups = data?.yearGroupFigures as { ncYear: string; figures: object }[];
    expect(groups.find(({ ncYear }) => ncYear === '8')?.figures).toEqual({ possible: 860, authorised: 107, unauthorised: 0, enrolments: 3, persistent: 2, severe: 1 });
  });

  test('bands begin where they say', async () => {
    for (const band of new Set(BANDS.map(([, number]) => number))) {
      const expected = BANDS.flatMap(([, number], index) => (number === band ? [banded + index] : []));
      expect([band, numbers(await list(`schoolId: ${SCHOOLS.tarnbrook}, ncYear: "9", axis: ABSENCE_BAND, value: "${band}"`))]).toEqual([band, expected]);
    }
  });

  test('two enrolments of one pupil are two, or one, as the definition says', async () => {
    const counted = await underReach(portal, manager, (operation) => operation.sql<{ definition: string; enrolmentId: number; possible: number; absent: number }>(
      `select definition, enrolment_id as "enrolmentId", their_possible as possible, their_authorised + their_unauthorised as absent from explained_enrolments(2025, $1::date, null, null, '2026-06-01'::date, null, false)
       where enrolment_id in ($2, $2 + 1) and definition in ('LOCAL', 'BY_PUPIL') and reason is null order by 1 desc, 2`, [YEAR_OVER, twice]));
    expect(counted).toEqual([
      { definition: 'LOCAL', enrolmentId: twice, possible: 100, absent: 8 }, { definition: 'LOCAL', enrolmentId: twice + 1, possible: 60, absent: 12 }, { definition: 'BY_PUPIL', enrolmentId: expect.any(Number) as number, possible: 160, absent: 20 },
    ]);
    expect(numbers(await list('ncYear: "10", measure: PERSISTENT'))).toEqual([twice + 1]);
  });

  test('half days of three weeks', async () => {
    const pupils = await addCrowd(portal.ingest, 1, SCHOOLS.oakmere, 5000);
    const from = days.findIndex((day) => day === '2025-09-08');
    await send(laid(pupils[0]!, THREE_WEEKS.flat(), from), SCHOOLS.oakmere);
    const { data } = await portal.ask(manager, `{ sessionPatterns(schoolId: ${SCHOOLS.oakmere}) { possible slots { slot possible authorised unauthorised } } schoolOverview(schoolId: ${SCHOOLS.oakmere}) { figures { possible authorised unauthorised lateBefore lateAfter } } }`);
    const slots = (data?.sessionPatterns as { slots: { slot: number; possible: number; authorised: number; unauthorised: number }[] }).slots;
    const absence = (isOf: (slot: number) => boolean): [number, number] => slots.filter(({ slot }) => isOf(slot)).reduce(([absent, possible], each) => [absent + each.authorised + each.unauthorised, possible + each.possible], [0, 0]);
    expect([0, 1, 2, 3, 4].map((day) => absence((slot) => Math.floor(slot / 2) === day))).toEqual([[2, 6], [0, 6], [0, 6], [2, 6], [5, 6]]);
    expect([absence((slot) => slot % 2 === 0), absence((slot) => slot % 2 === 1)]).toEqual([[4, 15], [5, 15]]);
    expect((data?.schoolOverview as { figures: object }).figures).toEqual({ possible: 30, authorised: 2, unauthorised: 7, lateBefore: 1, lateAfter: 1 });
  });

  test('sessions of ten school weeks, week by week, and who has ten', async () => {
    const pupils = await addCrowd(portal.ingest, WEEKS.length, SCHOOLS.oakmere, 6000);
    const mondays = [...new Set(days.filter((day) => day >= '2025-09-08').map((day) => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))))].slice(0, 12);
    for (const [week, monday] of mondays.entries()) {
      const from = days.findIndex((day) => day >= monday);
      const open = days.filter((day) => day >= monday && day < addDays(monday, 7)).length * 2;
      await send(pupils.flatMap((pupil, index) => laid(pupil, [...repeated(WEEKS[index]![week]!, 'O'), ...repeated(open - WEEKS[index]![week]!, '/')], from)), SCHOOLS.oakmere);
      const kept = await portal.rows<{ penalty: number }>('select penalty from pupil_standing where enrolment_id = any($1) order by enrolment_id', [pupils.map(({ id }) => id)]);
      expect([week + 1, kept.map(({ penalty }) => penalty)]).toEqual([week + 1, IN_TEN_WEEKS.map((sums) => sums[week])]);
    }
    const { data } = await portal.ask(manager, `{ workList(kind: PENALTY_WATCH, filter: { schoolId: ${SCHOOLS.oakmere} }) { items { enrolmentId sentence } } }`);
    expect((data?.workList as { items: { enrolmentId: string; sentence: string }[] }).items.map(({ enrolmentId, sentence }) => [enrolmentId, /(?<!\d)(8|10) unauthorised/.exec(sentence)?.[1]])).toEqual([['6001', '10'], ['6000', '8']]);
  });

  test('the tenth school day without leave, over half term', async () => {
    const away = await addCrowd(portal.ingest, 1, SCHOOLS.oakmere, 7000);
    const said = async (): Promise<unknown> => ((await portal.ask(manager, `{ workList(kind: TEN_DAY, filter: { schoolId: ${SCHOOLS.oakmere} }) { items { enrolmentId sentence } } }`)).data?.workList as { items: { enrolmentId: string; sentence: string }[] }).items.find(({ enrolmentId }) => enrolmentId === String(away[0]!.enrolmentId))?.sentence;
    const runs: unknown[] = [];
    const from = days.indexOf('2025-10-20');
    for (const [count, last] of [[9, '2025-11-06'], [10, '2025-11-07'], [20, '2025-11-21']] as const) {
      expect(days[from + count - 1]).toBe(last);
      await send(laid(away[0]!, repeated(count * 2, 'G'), from), SCHOOLS.oakmere);
      // Marks of the school reach further already: the run is of the pupil, up to where the pupil was last seen to be away.
      const [row] = await portal.rows<{ run: number }>('select unauthorised_run as run from pupil_standing where enrolment_id = $1', [away[0]!.enrolmentId]);
      runs.push([last, row?.run, await said()]);
    }
    expect(runs).toEqual([['2025-11-06', 18, 9], ['2025-11-07', 20, 10], ['2025-11-21', 40, 20]].map(([last, sessions, inARow]) => [last, sessions, expect.stringMatching(new RegExp(`^Without leave for ${inARow} school days in a row`))]));
  });

  test.each([
    ['a week of school days', false, ['2025-10-24', '2025-10-25']],
    ['a training day and half term between', true, ['2025-11-03', '2025-11-04']],
  ])('a reason is owed for %s', async (_, isTraining, [lastDay, after]) => {
    const pupils = await addCrowd(portal.ingest, 1, SCHOOLS.fellgate, isTraining ? 8001 : 8000);
    if (isTraining) await portal.rows(`update school_week set open_days = open_days & ~16 where school_id = $1 and week_start = '2025-10-20'`, [SCHOOLS.fellgate]);
    await send([{ pupil: pupils[0]!, day: '2025-10-17', half: 'AM', code: 'N' }], SCHOOLS.fellgate);
    for (const [day, isOverdue] of [[lastDay, false], [after, true]] as const) {
      portal.moveTo(day!);
      const { data } = await portal.ask(manager, `{ overdueReasonPupils(schoolId: ${SCHOOLS.fellgate}, take: 100) { items { pupilId } } }`);
      const named = (data?.overdueReasonPupils as { items: { pupilId: string }[] }).items.map(({ pupilId }) => Number(pupilId));
      expect([day, named.includes(pupils[0]!.id)]).toEqual([day, isOverdue]);
    }
    portal.moveTo(YEAR_OVER);
  });
});
