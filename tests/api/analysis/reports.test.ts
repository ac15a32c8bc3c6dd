import { absenceBand, bandMove, isOnList, ratePercent, roundedRate, wideMoves, workListLimits, type WorkListKind } from '@attendance/shared/attendance';
import { headingsOf } from '../../support/figure-lists.ts';
import { MOVES, type MovesAnswer } from '../../support/moves-published.ts';
import { codesOf, person } from '../../support/people.ts';
import { reportFor, type AnsweredReport } from '../../support/report-answer.ts';
import { codeIn, countsIn, enrolmentsIn, groupBy, inYear, LAST_YEAR, sendReportBook, THIS_YEAR } from '../../support/report-book.ts';
import type { BookMark } from '../../support/register-book.ts';
import { PUPILS, SCHOOLS, TODAY, type TestPupil } from '../../support/small-authority.ts';
import { standingsByRule, type StandingRow } from '../../support/standings.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(120_000);

const manager = person(Role.TEAM_MANAGER);
const text = (value: number | null): string | null => (value === null ? null : String(value));
const percentOf = (part: number, whole: number): number => (part * 100) / whole;
const persistent = ({ absent, possible }: { absent: number; possible: number }): boolean => possible > 0 && absent * 100 >= possible * 10;
const NAMES: Readonly<Record<number, string>> = { [SCHOOLS.oakmere]: 'Oakmere Academy', [SCHOOLS.tarnbrook]: 'Tarnbrook High', [SCHOOLS.fellgate]: 'Fellgate Primary' };

describe('the numbers of reports, beside a count of the marks that went in', () => {
  let portal: TestPortal;
  let crowd: readonly TestPupil[];
  let marks: readonly BookMark[];
  let now: readonly BookMark[];
  let standings: readonly StandingRow[];
  beforeAll(async () => {
    portal = await TestPortal.open('reports');
    ({ crowd, marks } = await sendReportBook(portal));
    now = inYear(marks, THIS_YEAR);
    standings = await standingsByRule(portal);
  });
  afterAll(() => portal.close());

  const report = (number: number, part: string | null = null, more: Record<string, unknown> = {}): Promise<AnsweredReport> => reportFor(portal, manager, number, part, more);
  const schoolOf = (marksOf: readonly BookMark[], schoolId: number): BookMark[] => marksOf.filter(({ pupil }) => pupil.schoolId === schoolId);
  const column = ({ rows }: AnsweredReport, key: string): (string | null)[] => rows.map(({ cells }) => cells[key] ?? null);

  test('1: every school', async () => {
    const { rows, compared, total, marksTo, coverage } = await report(1);
    expect([total, marksTo, coverage]).toEqual([3, '2026-11-18', '3 of 3 schools have sent marks up to the last school day.']);
    for (const { schoolId, cells } of rows) {
      const own = schoolOf(now, schoolId ?? 0);
      const counts = countsIn(own);
      const pupils = enrolmentsIn(own).filter(({ possible }) => possible > 0);
      const lastYear = countsIn(schoolOf(inYear(marks, ['2025-09-01', '2025-11-23']), schoolId ?? 0));
      const many = { persistent: pupils.filter(persistent).length, severe: pupils.filter(({ absent, possible }) => absent * 2 >= possible).length };
      expect(cells).toMatchObject({
        school: NAMES[schoolId ?? 0], pupils: String(pupils.length), possible: String(counts.possible), absence: text(ratePercent(counts.absent, counts.possible)), authorised: text(ratePercent(counts.authorised, counts.possible)), unauthorised: text(ratePercent(counts.unauthorised, counts.possible)),
        late: text(ratePercent(counts.late, counts.possible)), missing: String(counts.missing), persistent: String(many.persistent), persistentPercent: text(ratePercent(many.persistent, pupils.length)), severe: String(many.severe), severePercent: text(ratePercent(many.severe, pupils.length)),
        change: text(roundedRate(percentOf(counts.absent, counts.possible) - percentOf(lastYear.absent, lastYear.possible))), marksTo: '2026-11-18',
      });
    }
    const whole = countsIn(now);
    expect(compared[0]?.cells).toMatchObject({ school: 'These 3 schools together', absence: text(ratePercent(whole.absent, whole.possible)), missing: String(whole.missing) });
    expect(compared.some(({ cells }) => /^England: published, daily figures/.test(cells.school ?? ''))).toBe(true);
  });

  test('1: ranks by absence, and sorts by the column that is asked for', async () => {
    const byRank = await report(1);
    expect(column(byRank, 'rank')).toEqual(['1', '2', '3']);
    expect(column(byRank, 'absence').map(Number)).toEqual(column(byRank, 'absence').map(Number).sort((a, b) => b - a));
    expect(column(await report(1, null, { sort: 'school', direction: 'ASC' }), 'school')).toEqual(['Fellgate Primary', 'Oakmere Academy', 'Tarnbrook High']);
    const primary = await report(1, null, { filter: { phase: 'PRIMARY' } });
    expect([column(primary, 'school'), primary.filterWords, primary.compared[0]?.cells.school]).toEqual([['Fellgate Primary'], 'Phase: primary', 'This school']);
  });

  test('2: every pupil with a session, days missed and codes', async () => {
    const { rows, total } = await report(2);
    const byEnrolment = groupBy(now, ({ pupil }) => pupil.enrolmentId);
    const expected = [...byEnrolment].filter(([, own]) => countsIn(own).possible > 0);
    expect([total, rows.length]).toEqual([expected.length, expected.length]);
    for (const { key, cells } of rows) {
      const own = byEnrolment.get(Number(key)) ?? [];
      const counts = countsIn(own);
      const codes = [...groupBy(own.filter((mark) => countsIn([mark]).absent === 1), codeIn)].map(([code, given]) => `${code} ${given.length}`).sort();
      expect(cells).toMatchObject({ absence: text(ratePercent(counts.absent, counts.possible)), days: String(counts.absent / 2), possible: String(counts.possible), authorised: String(counts.authorised), unauthorised: String(counts.unauthorised), late: String(counts.late) });
      expect((cells.codes ?? '').split(', ').filter(Boolean).sort()).toEqual(codes);
    }
    const severe = await report(2, null, { filter: { threshold: 'PERSISTENT', schoolId: SCHOOLS.tarnbrook } });
    expect([severe.total, severe.filterWords]).toEqual([enrolmentsIn(schoolOf(now, SCHOOLS.tarnbrook)).filter(persistent).length, 'Pupils: persistently absent; School: Tarnbrook High']);
  });

  test('3: codes of all schools, and of each', async () => {
    const given = groupBy(now.filter((mark) => !['/', '\\'].includes(codeIn(mark))), (mark) => (mark.code === '' ? '-' : codeIn(mark)));
    const all = await report(3, 'CODES');
    expect(Object.fromEntries(all.rows.map(({ cells }) => [cells.code, cells.sessions]))).toEqual(Object.fromEntries([...given].map(([code, own]) => [code, String(own.length)])));
    const schools = await report(3, 'SCHOOLS', { filter: { schoolId: SCHOOLS.tarnbrook } });
    for (const { cells } of schools.rows) expect([cells.code, cells.sessions]).toEqual([cells.code, String(schoolOf(given.get(cells.code ?? '') ?? [], SCHOOLS.tarnbrook).length)]);
    expect(schools.rows.length).toBeGreaterThan(10);
  });

  test('3: a code stands out only where it is given often and well above the phase', async () => {
    const possible = (schoolId: number): number => countsIn(schoolOf(now, schoolId)).possible;
    const both = [SCHOOLS.oakmere, SCHOOLS.tarnbrook];
    const expected = both.flatMap((schoolId) => ['C', 'C2', 'B', 'E', 'N'].filter((code) => {
      const count = (id: number): number => schoolOf(now, id).filter((mark) => codeIn(mark) === code).length;
      const all = both.reduce((sum, id) => sum + count(id), 0);
      // N is a question of its age, which its own test asks.
      return code !== 'N' && count(schoolId) >= 20 && count(schoolId) * both.reduce((sum, id) => sum + possible(id), 0) * 100 >= all * possible(schoolId) * 200;
    }).map((code) => `${schoolId} ${code}`));
    expect(expected).toContain(`${SCHOOLS.oakmere} C2`);
    expect((await report(3, 'OUTLIERS')).rows.map(({ key }) => key).filter((key) => !key.endsWith(' N')).sort()).toEqual(expected.sort());
  });

  test('4 and 6: absence and lateness by half day', async () => {
    const slot = ({ day, half }: BookMark): string => String(((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) * 2 + (half === 'PM' ? 1 : 0));
    const bySlot = groupBy(now, slot);
    for (const { key, cells } of (await report(4)).rows) {
      const counts = countsIn(bySlot.get(key) ?? []);
      expect(cells).toMatchObject({ possible: String(counts.possible), absent: String(counts.absent), absence: text(ratePercent(counts.absent, counts.possible)), late: text(ratePercent(counts.late, counts.possible)) });
    }
    const late = await report(6, 'HALF_DAYS');
    expect(late.rows.map(({ key, cells }) => [key, cells.before, cells.after])).toEqual([...bySlot.keys()].sort((a, b) => Number(a) - Number(b)).map((key) => { const counts = countsIn(bySlot.get(key) ?? []); return [key, String(counts.lateBefore), String(counts.lateAfter)]; }));
  });

  test('5: bands, movement between them, and groups that add up', async () => {
    const bands = await report(5, 'BANDS');
    const expected = new Map<string, number>();
    for (const { absent, possible } of enrolmentsIn(now)) { const band = absenceBand(absent, possible); if (band) expected.set(band.label, (expected.get(band.label) ?? 0) + 1); }
    expect(Object.fromEntries(bands.rows.map(({ cells }) => [cells.band, Number(cells.pupils)]))).toEqual(Object.fromEntries(expected));
    const moved = new Map<string, number>();
    for (const row of standings.filter(({ enrolmentId, possible, recentPossible }) => enrolmentId !== PUPILS.leaver.enrolmentId && enrolmentId !== PUPILS.recent.enrolmentId && possible > recentPossible)) {
      const key = `${absenceBand(row.absent - row.recentAbsent, row.possible - row.recentPossible)?.label} ${absenceBand(row.absent, row.possible)?.label}`;
      moved.set(key, (moved.get(key) ?? 0) + 1);
    }
    expect(Object.fromEntries((await report(5, 'MOVEMENT')).rows.map(({ cells }) => [`${cells.from} ${cells.to}`, Number(cells.pupils)]))).toEqual(Object.fromEntries(moved));
    const gap = await report(5, 'GAP');
    const secondary = gap.rows.filter(({ cells }) => cells.phase === 'Secondary' && /meals/.test(cells.axis ?? ''));
    expect(secondary.reduce((sum, { cells }) => sum + Number(cells.pupils), 0)).toBe(enrolmentsIn(now.filter(({ pupil }) => pupil.schoolId !== SCHOOLS.fellgate)).filter(({ possible }) => possible > 0).length);
  });

  test('5, as the page of groups shows it: the moves are the rule’s, and each count opens exactly its rows', async () => {
    const expected = new Map<string, number>();
    for (const standing of standings.filter(({ enrolmentId }) => enrolmentId !== PUPILS.leaver.enrolmentId && enrolmentId !== PUPILS.recent.enrolmentId)) {
      const move = bandMove(standing);
      if (move) expected.set(`${move.from} ${move.to}`, (expected.get(`${move.from} ${move.to}`) ?? 0) + 1);
    }
    const { data, errors } = await portal.ask(manager, '{ bandMovement { higher same lower moves { from to pupils } } }');
    expect(errors).toEqual([]);
    const { moves, higher, same, lower } = data?.bandMovement as { moves: { from: number; to: number; pupils: number }[]; higher: number; same: number; lower: number };
    expect(Object.fromEntries(moves.map(({ from, to, pupils }) => [`${from} ${to}`, pupils]))).toEqual(Object.fromEntries(expected));
    expect(moves.length).toBeGreaterThan(1);
    const opened = async (filter: object) => (await headingsOf(portal, manager, [{ measure: 'COUNTED', ...filter }]))[0]!.total;
    for (const { from, to, pupils } of moves) expect([from, to, await opened({ movedFrom: from, movedTo: to })]).toEqual([from, to, pupils]);
    for (const [moved, count] of [['HIGHER', higher], ['SAME', same], ['LOWER', lower]] as const) expect([moved, await opened({ moved })]).toEqual([moved, count]);
    const [{ from } = { from: 0 }] = moves;
    expect(await opened({ movedFrom: from })).toBe(moves.filter((move) => move.from === from).reduce((sum, { pupils }) => sum + pupils, 0));
    for (const filter of ['movedFrom: 21', 'movedTo: -1', 'moved: HIGHER, academicYear: 2025']) expect(codesOf(await portal.ask(manager, `{ pupilFigures(filter: { ${filter} }) { total } }`))).toEqual(['INVALID']);
    expect(codesOf(await portal.ask(person(Role.DATA_ANALYST), '{ bandMovement { higher } }'))).toEqual(['FORBIDDEN']);
    // People who see figures only are told how many, without restricted records, as far as none is small.
    const officerSees = (await portal.ask(person(Role.ATTENDANCE_OFFICER), '{ bandMovement { higher same lower } bandMovementFigures { same } }')).data as { bandMovement: Record<'higher' | 'same' | 'lower', number>; bandMovementFigures: { same: number } };
    expect(officerSees.bandMovementFigures.same).toBe(officerSees.bandMovement.same);
    const told = (await portal.ask(person(Role.DATA_ANALYST), '{ bandMovementFigures { higher same lower } }')).data?.bandMovementFigures as Record<'higher' | 'same' | 'lower', number | null>;
    for (const way of ['higher', 'same', 'lower'] as const) expect([way, [null, officerSees.bandMovement[way]].includes(told[way])]).toEqual([way, true]);
    expect(told.same).not.toBeNull();
    // From which band to which, in wide bands: theirs is the rule's table as well, where it is not hidden, of everyone but restricted records.
    const ask = async (actor: typeof manager): Promise<MovesAnswer> => (await portal.ask(actor, `{ ${MOVES} }`)).data?.bandMovementFigures as MovesAnswer;
    const [seen, published] = [await ask(person(Role.ATTENDANCE_OFFICER)), await ask(person(Role.DATA_ANALYST))];
    const fine = [...expected].map(([key, pupils]) => ({ from: Number(key.split(' ')[0]), to: Number(key.split(' ')[1]), pupils }));
    expect(await ask(manager)).toEqual({ higher, same, lower, starts: seen.starts, moves: wideMoves(seen.starts, fine) });
    expect(published.moves.map(({ from, to }) => [from, to])).toEqual(seen.moves.map(({ from, to }) => [from, to]));
    published.moves.forEach(({ from, to, pupils }, index) => expect([from, to, pupils === null || pupils === seen.moves[index]?.pupils]).toEqual([from, to, true]));
    expect(published.moves.some(({ pupils }) => (pupils ?? 0) > 0)).toBe(true);
  });

  test.each<[number, string, WorkListKind]>([[7, 'PUPILS', 'HOLIDAY_EDGE'], [9, 'PENALTY', 'PENALTY_WATCH'], [9, 'PERSISTENT', 'NEARLY_PERSISTENT'], [9, 'TEN_DAYS', 'TEN_DAY'], [9, 'FIFTEEN_DAYS', 'FIFTEEN_DAY']])('%i %s: exactly those on roll whom the rule %s names', async (number, part, kind) => {
    const { rows, total } = await report(number, part);
    const expected = standings.filter((row) => row.enrolmentId !== PUPILS.leaver.enrolmentId && row.enrolmentId !== PUPILS.recent.enrolmentId && isOnList(kind, row, workListLimits(TODAY))).map(({ enrolmentId }) => String(enrolmentId));
    expect(rows.map(({ key }) => key).sort()).toEqual(expected.sort());
    expect([total, total > 0]).toEqual([expected.length, true]);
  });

  test('7 and 8: holiday, exclusion and education elsewhere by school', async () => {
    const count = (schoolId: number | null, code: string): string => String(schoolOf(now, schoolId ?? 0).filter((mark) => codeIn(mark) === code).length);
    for (const { schoolId, cells } of (await report(7, 'SCHOOLS')).rows) expect(cells.holiday).toBe(count(schoolId, 'G'));
    for (const { schoolId, cells } of (await report(8)).rows) for (const code of ['E', 'B', 'K', 'V', 'D']) expect([code, cells[code]]).toEqual([code, count(schoolId, code)]);
  });

  test('10: nobody is silent; the two who left did so without a recorded reason', async () => {
    expect(column(await report(10, 'SCHOOLS'), 'state')).toEqual(['In', 'In', 'In']);
    expect((await report(10, 'ROLLS')).rows.map(({ cells }) => [cells.school, cells.joined, cells.left, cells.leftUnexplained])).toEqual([['Oakmere Academy', '0', '2', '2']]);
  });

  test('11: places without a mark, two schools at once, and N past its days', async () => {
    for (const { schoolId, cells } of (await report(11, 'SCHOOLS')).rows) expect(cells).toMatchObject({ missing: String(countsIn(schoolOf(now, schoolId ?? 0)).missing), weekend: '0' });
    const isPossible = (mark: BookMark): boolean => countsIn([mark]).possible === 1;
    const mason = groupBy(now.filter((mark) => mark.pupil.id === PUPILS.mason.id && isPossible(mark)), ({ day, half }) => `${day} ${half}`);
    const clashing = [...mason.values()].filter((both) => both.length === 2).length;
    expect(clashing).toBeGreaterThan(10);
    const { rows } = await report(11, 'MARKS');
    const overdue = (await portal.ask(manager, '{ overdueReasons { schoolId sessions } }')).data?.overdueReasons as { schoolId: string; sessions: number }[];
    expect(overdue.length).toBeGreaterThan(0);
    expect(rows.map(({ schoolId, cells }) => [schoolId, cells.clashing, cells.overdue])).toEqual(expect.arrayContaining([
      [SCHOOLS.tarnbrook, String(clashing), String(overdue.find(({ schoolId }) => schoolId === String(SCHOOLS.tarnbrook))?.sessions ?? 0)], [SCHOOLS.oakmere, String(clashing), '0'],
    ]));
  });

  test('12: Year 7 in both years', async () => {
    const seven = crowd.filter(({ id }) => id % 5 === 0);
    const state = (pupil: TestPupil, year: readonly [string, string]): boolean => persistent(countsIn(inYear(marks, year).filter((mark) => mark.pupil.id === pupil.id)));
    const both = seven.map((pupil) => [state(pupil, LAST_YEAR), state(pupil, THIS_YEAR)] as const);
    const many = (test: (was: boolean, is: boolean) => boolean): string => String(both.filter(([was, is]) => test(was, is)).length);
    expect((await report(12)).rows.map(({ cells }) => cells)).toEqual([{
      school: 'Tarnbrook High', pupils: String(seven.length), before: many((was) => was), now: many((_, is) => is), both: many((was, is) => was && is), began: many((was, is) => !was && is), ended: many((was, is) => was && !is),
    }]);
  });

  test('11: marks on days that a corrected roll no longer holds', async () => {
    await portal.ingest.query(`update enrolment set ends_on = '2026-11-13' where id = 1000`);
    await portal.ingest.query(`update enrolment set starts_on = '2026-09-07' where id = 1001`);
    const { rows } = await report(11, 'MARKS');
    expect(rows.find(({ schoolId }) => schoolId === SCHOOLS.tarnbrook)?.cells).toMatchObject({
      early: String(now.filter(({ pupil, day, code }) => pupil.id === 1001 && day < '2026-09-07' && code !== '').length), afterwards: String(now.filter(({ pupil, day, code }) => pupil.id === 1000 && day > '2026-11-13' && code !== '').length),
    });
  });
});
