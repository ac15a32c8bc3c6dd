import { countMarks, type MarkCounts } from '@attendance/shared/attendance';
import { addDays } from '@attendance/shared/kernel';
import { addCrowd } from '../../support/crowd.ts';
import { knowOfficer, person } from '../../support/people.ts';
import { bookOf, fileOf, openDays, sendRegisters, stream, YESTERDAY, type BookMark } from '../../support/register-book.ts';
import { PUPILS, SCHOOLS, TODAY, type TestPupil } from '../../support/small-authority.ts';
import { keptStandings, standingsByRule } from '../../support/standings.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';
import { wildBook } from '../../support/wild-book.ts';

jest.setTimeout(120_000);

const CROWD = 60;
const pick = ({ possible, attended, authorised, unauthorised, lateBefore, lateAfter, missing }: MarkCounts) => ({ possible, attended, authorised, unauthorised, lateBefore, lateAfter, missing });

describe('the standing of an enrolment', () => {
  let portal: TestPortal;
  let crowd: readonly TestPupil[];
  let days: readonly string[];
  beforeAll(async () => {
    portal = await TestPortal.open('standing');
    await knowOfficer(portal.ownerUrl);
    crowd = await addCrowd(portal.ingest, CROWD, SCHOOLS.tarnbrook);
    days = await openDays(portal, SCHOOLS.tarnbrook, '2025-09-03', YESTERDAY);
  });
  afterAll(() => portal.close());

  /** Row by row and value by value. */
  const agree = async (atLeast: number): Promise<void> => {
    const kept = await keptStandings(portal);
    expect(kept.length).toBeGreaterThanOrEqual(atLeast);
    expect(kept).toEqual(await standingsByRule(portal));
  };
  const send = async (marks: readonly BookMark[]): Promise<number> => {
    const result = await portal.send(fileOf(marks), SCHOOLS.tarnbrook);
    if (!result.kept) throw new Error(JSON.stringify(result.refusal));
    return result.deliveryId;
  };

  test('is kept by an import as the rule works it out, whatever the register holds', async () => {
    // In September the penalty window begins in the summer term.
    for (const until of ['2026-09-22', addDays(TODAY, -20)]) {
      await send(wildBook(crowd, days.filter((day) => day <= until)));
      await agree(CROWD);
    }
    await sendRegisters(portal);
    await agree(CROWD + 6);
  });

  test('stands on weeks whose counts are those of their marks', async () => {
    const weeks = await portal.rows<Record<string, unknown> & { marks: string }>('select marks, possible, attended, authorised, unauthorised, late_before as "lateBefore", late_after as "lateAfter", missing from register_week');
    expect(weeks.length).toBeGreaterThan(CROWD * 40);
    expect(weeks).toEqual(weeks.map(({ marks }) => ({ marks, ...pick(countMarks(marks)) })));
  });

  test('holds something in every count', async () => {
    const kept = await keptStandings(portal);
    for (const name of ['awaySessions', 'backSessions', 'backAfter', 'unauthorisedRun', 'illSessions', 'penalty', 'penaltyAhead', 'lateSessions', 'weekdayAbsent', 'holidaySessions', 'lastAbsent'] as const) expect([name, kept.some((row) => row[name] > 0)]).toEqual([name, true]);
  });

  test('follows when the marks of a school reach further, also for pupils of whom nothing came in', async () => {
    const further = days.filter((day) => day > addDays(TODAY, -20));
    for (const day of [further[0] ?? '', further[4] ?? '']) {
      await send(crowd.slice(0, 3).map((pupil) => ({ pupil, day, half: 'AM', code: 'O' })));
      await agree(CROWD);
    }
    await send(wildBook(crowd.slice(0, 40), further));
    await agree(CROWD);
  });

  test('follows corrections and is put back exactly by undoing them', async () => {
    const before = await keptStandings(portal);
    const next = stream(5);
    const id = await send(wildBook(crowd, days).filter(() => next() < 0.1).map((mark) => ({ ...mark, code: next() < 0.5 ? 'I' : 'G' })));
    expect(await keptStandings(portal)).not.toEqual(before);
    await agree(CROWD);
    const answer = await portal.ask(person(Role.TEAM_MANAGER), `mutation { undoDelivery(deliveryId: ${id}, reason: "The wrong file was sent") { id } }`);
    expect(answer.errors).toEqual([]);
    expect(await keptStandings(portal)).toEqual(before);
    await agree(CROWD);
  });

  test('goes with the marks when the only delivery of a school is undone', async () => {
    const ids = await portal.rows<{ id: number }>(`select id from delivery where school_id = $1 and status = 'KEPT' order by id desc`, [SCHOOLS.fellgate]);
    for (const { id } of ids) expect((await portal.ask(person(Role.TEAM_MANAGER), `mutation { undoDelivery(deliveryId: ${id}, reason: "The wrong file was sent") { id } }`)).errors).toEqual([]);
    expect((await keptStandings(portal)).filter(({ enrolmentId }) => enrolmentId === PUPILS.josie.enrolmentId)).toEqual([]);
    await agree(CROWD);
  });

  test('is no longer to be seen once the record is restricted', async () => {
    const held = async (): Promise<unknown[]> => portal.rows('select restricted from pupil_standing where enrolment_id = 1');
    expect(await held()).toEqual([{ restricted: false }]);
    await portal.rows('update pupil set restricted = true where id = 1');
    await portal.rows('select refresh_pupil_reach(array[1], $1, 30)', [TODAY]);
    expect(await held()).toEqual([{ restricted: true }]);
  });

  test('is of a pupil whom no session was possible for as well', async () => {
    const marks = bookOf(crowd.slice(0, 2), days.slice(0, 3), () => ({ never: true }));
    await send(marks);
    await agree(CROWD);
  });
});
