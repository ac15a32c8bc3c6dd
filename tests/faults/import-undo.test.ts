import fc from 'fast-check';
import { addCrowd } from '../support/crowd.ts';
import { codesOf, knowOfficer, person } from '../support/people.ts';
import { bookOf, fileOf, openDays, stream, YESTERDAY, type BookMark } from '../support/register-book.ts';
import { asOwner, exactState, registerState, summaryFaults, until, type Part } from '../support/register-state.ts';
import { SCHOOLS, type TestPupil } from '../support/small-authority.ts';
import { Role, TestPortal, type Answer } from '../support/test-portal.ts';

jest.setTimeout(120_000);

const EVERYTHING_BUT_HISTORY: readonly Part[] = ['register_week', 'pupil_year', 'school_week_total', 'school_year_total', 'school_coverage'];
const TABLES = 'register_week, register_week_before, register_change, pupil_year, pupil_standing, work_list_member, school_work_list, sibling_absence, enrolment_cohort, school_cohort_total, school_care_total, school_session_total, school_code_total, school_week_total, school_year_total, school_coverage, delivery_refusal';
const REASON = 'Sent by mistake, for a test of undoing';

describe('undoing while other things happen', () => {
  let portal: TestPortal;
  let crowd: TestPupil[];
  let days: string[];

  beforeAll(async () => {
    portal = await TestPortal.open('undoing');
    await knowOfficer(portal.ownerUrl);
    crowd = await addCrowd(portal.ingest, 12, SCHOOLS.tarnbrook);
    days = await openDays(portal, SCHOOLS.tarnbrook, '2026-06-22', YESTERDAY);
  });
  afterAll(() => portal.close());
  const forget = async (): Promise<void> => {
    for (const table of TABLES.split(', ')) await portal.rows(`delete from ${table}`);
    await portal.rows(`update delivery set status = 'REFUSED', sha256 = '', undone_at = null`);
  };
  beforeEach(forget);

  const send = async (marks: readonly BookMark[]): Promise<number> => {
    const result = await portal.send(fileOf(marks), SCHOOLS.tarnbrook);
    expect(result.kept).toBe(true);
    return result.deliveryId;
  };
  const undo = (id: number): Promise<Answer> => portal.ask(person(Role.ATTENDANCE_OFFICER), `mutation Undo($id: ID!) { undoDelivery(deliveryId: $id, reason: "${REASON}") { status } }`, { id });
  const state = (): Promise<Record<string, string>> => registerState(portal.ownerUrl, EVERYTHING_BUT_HISTORY);
  const everyWeek = (): Promise<object[]> => portal.rows('select * from register_week order by enrolment_id, week_start');
  /** The whole register of some days, or of some days otherwise. */
  const book = (from: number, to: number, seed = 0): BookMark[] => {
    const next = stream(seed);
    return bookOf(crowd, days.slice(from, to), (pupil) => ({ authorised: (pupil.id % 4) / 20, blank: 0.05 })).map((mark) => (seed > 0 && next() < 0.2 ? { ...mark, code: 'O' } : mark));
  };

  test('whatever came first and second, undoing the second leaves every row as the first had left it', async () => {
    const codes = fc.constantFrom('/', 'I', 'O', 'N', 'U', 'M', 'X', 'C2', '-', '');
    const marks = fc.array(fc.record({ who: fc.nat(11), day: fc.nat(89), afternoon: fc.boolean(), code: codes }), { minLength: 1, maxLength: 60 });
    const asMarks = (drawn: readonly { who: number; day: number; afternoon: boolean; code: string }[]): BookMark[] => [...new Map(drawn.map(({ who, day, afternoon, code }) => [
      `${who} ${day % days.length} ${afternoon}`, { pupil: crowd[who] as TestPupil, day: days[day % days.length] as string, half: afternoon ? 'PM' as const : 'AM' as const, code: code === '/' && afternoon ? '\\' : code },
    ])).values()];
    let undone = 0;
    await fc.assert(fc.asyncProperty(marks, marks, marks, async (one, two, three) => {
      await forget();
      await portal.send(fileOf(asMarks(one)), SCHOOLS.tarnbrook);
      const [weeks, summaries, coverage] = [await everyWeek(), await state(), await portal.rows('select * from school_coverage')];
      const second = await portal.send(fileOf(asMarks(two)), SCHOOLS.tarnbrook);
      const third = await portal.send(fileOf(asMarks(three)), SCHOOLS.tarnbrook);
      for (const { deliveryId, kept, again } of [third, second]) {
        if (!kept || again) continue;
        const answer = await undo(deliveryId);
        if (answer.errors.length === 0) undone += 1;
        else expect(answer.errors[0]?.message).toMatch(/changed no mark/);
      }
      expect(await everyWeek()).toEqual(weeks);
      expect(await state()).toEqual(summaries);
      expect(await portal.rows('select * from school_coverage')).toEqual(coverage);
      expect(await summaryFaults(portal.ownerUrl)).toEqual([]);
    }), { seed: 8, numRuns: 25 });
    expect(undone).toBeGreaterThan(20);
  });

  /** Keeps an undo from ending, just before its last step, until it is let go or the work is done. */
  async function withSlowUndo(work: (letGo: () => Promise<unknown>) => Promise<void>): Promise<void> {
    await asOwner(portal.ownerUrl, async (owner) => {
      await owner.query(`create function wait_for_test() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(4711); return new; end $$`);
      await owner.query(`create trigger wait_for_test before update on delivery for each row when (new.status = 'UNDONE') execute function wait_for_test()`);
      await owner.query('select pg_advisory_lock(4711)');
      const letGo = (): Promise<unknown> => owner.query('select pg_advisory_unlock_all()');
      try {
        await work(letGo);
      } finally {
        await letGo();
        await owner.query('drop function wait_for_test cascade');
      }
    });
  }
  const UNDOING = `select exists (select 1 from pg_stat_activity where datname = current_database() and query like '%undo_delivery(%' and wait_event = 'advisory') as yes`;

  test('killed in the middle, nothing of it has happened, and it can be done again', async () => {
    await send(book(0, 20));
    const before = await state();
    const second = await send(book(10, 30, 5));
    const held = await exactState(portal.ownerUrl);
    await withSlowUndo(async () => {
      const answer = undo(second);
      await until(portal.ownerUrl, UNDOING);
      await asOwner(portal.ownerUrl, (owner) => owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like '%undo_delivery(%' and wait_event = 'advisory'`));
      expect((await answer).errors.length).toBeGreaterThan(0);
    });
    expect(await exactState(portal.ownerUrl)).toEqual(held);
    expect((await undo(second)).errors).toEqual([]);
    expect(await state()).toEqual(before);
  });

  test('without its entry in the trail, nothing of it has happened', async () => {
    await send(book(0, 20));
    const second = await send(book(10, 30, 5));
    const held = await exactState(portal.ownerUrl);
    await asOwner(portal.ownerUrl, async (owner) => {
      await owner.query(`create function no_audit() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`);
      await owner.query('create trigger no_audit before insert on audit_entry for each row execute function no_audit()');
      expect((await undo(second)).data?.undoDelivery ?? null).toBeNull();
      await owner.query('drop function no_audit cascade');
    });
    expect(await exactState(portal.ownerUrl)).toEqual(held);
  });

  test('a file of the same school waits until the undo is over, and is laid over what that left', async () => {
    await send(book(0, 20));
    const second = await send(book(10, 30, 5));
    await withSlowUndo(async (letGo) => {
      const answer = undo(second);
      await until(portal.ownerUrl, UNDOING);
      const third = send(book(25, 35, 6));
      await until(portal.ownerUrl, `select exists (select 1 from pg_locks where locktype = 'advisory' and not granted and classid = 7260003) as yes`);
      await letGo();
      expect((await answer).errors).toEqual([]);
      await third;
    });
    const together = await state();
    await forget();
    await send(book(0, 20));
    await send(book(25, 35, 6));
    expect(await state()).toEqual(together);
  });

  test('files and undos of one school at once end as one after another, and the summaries hold', async () => {
    await send(book(0, 30));
    for (let round = 0; round < 6; round += 1) {
      const target = await send(book(30 + round * 5, 35 + round * 5));
      const [undone, sent] = await Promise.all([undo(target), portal.send(fileOf(book(33 + round * 5, 38 + round * 5, 7 + round)), SCHOOLS.tarnbrook)]);
      expect(sent.kept).toBe(true);
      const [row] = await portal.rows<{ status: string }>('select status from delivery where id = $1', [target]);
      // Whichever came first: an undo that found the newer file there must not have touched anything.
      expect([row?.status, codesOf(undone)]).toEqual(undone.errors.length === 0 ? ['UNDONE', []] : ['KEPT', ['CONFLICT']]);
      expect(await summaryFaults(portal.ownerUrl)).toEqual([]);
    }
  });

  test('asked for five times at once, it is done once', async () => {
    await send(book(0, 20));
    const before = await state();
    const second = await send(book(10, 30, 5));
    const answers = await Promise.all(Array.from({ length: 5 }, () => undo(second)));
    expect(answers.filter((answer) => answer.errors.length === 0)).toHaveLength(1);
    expect(new Set(answers.flatMap(codesOf))).toEqual(new Set(['CONFLICT']));
    expect(await state()).toEqual(before);
  });
});
