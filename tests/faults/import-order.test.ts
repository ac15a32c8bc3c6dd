import fc from 'fast-check';
import { normaliseRawMark } from '@attendance/shared/attendance';
import { addDays } from '@attendance/shared/kernel';
import { addCrowd } from '../support/crowd.ts';
import { bookOf, countsOf, fileOf, openDays, stream, YESTERDAY, type BookMark } from '../support/register-book.ts';
import { registerState, summaryFaults } from '../support/register-state.ts';
import { person, underReach } from '../support/people.ts';
import { PUPILS, SCHOOLS, type TestPupil } from '../support/small-authority.ts';
import { Role, TestPortal } from '../support/test-portal.ts';

jest.setTimeout(60_000);

const TABLES = 'register_week, register_change, pupil_year, pupil_standing, work_list_member, school_work_list, sibling_absence, enrolment_cohort, school_cohort_total, school_care_total, school_session_total, school_code_total, school_week_total, school_year_total, school_coverage, delivery_refusal';

describe('register files that come twice, together, cut off or out of order', () => {
  let portal: TestPortal;
  let crowd: TestPupil[];
  let days: string[];

  beforeAll(async () => {
    portal = await TestPortal.open('order');
    crowd = await addCrowd(portal.ingest, 12, SCHOOLS.tarnbrook);
    days = await openDays(portal, SCHOOLS.tarnbrook, '2026-09-03', YESTERDAY);
  });
  afterAll(() => portal.close());
  const forget = async (): Promise<void> => {
    for (const table of TABLES.split(', ')) await portal.rows(`delete from ${table}`);
    await portal.rows(`update delivery set status = 'REFUSED', sha256 = ''`);
  };
  beforeEach(forget);

  const collected = (): Promise<number> => underReach(portal, person(Role.ATTENDANCE_OFFICER), async (operation) => (await operation.sql(`select 1 from audit_entry where kind = 'COLLECTED' and not details ? 'refused'`)).length);
  const habit = (pupil: TestPupil): { authorised: number; unauthorised: number; blank: number } => ({ authorised: (pupil.id % 4) / 20, unauthorised: (pupil.id % 3) / 10, blank: 0.02 });
  const send = (marks: readonly BookMark[]): ReturnType<TestPortal['send']> => portal.send(fileOf(marks), SCHOOLS.tarnbrook);

  test('the same file ten times at once is kept once, and everybody gets the same receipt', async () => {
    const file = fileOf(bookOf(crowd, days, habit));
    const results = await Promise.all(Array.from({ length: 10 }, () => portal.send(file, SCHOOLS.tarnbrook)));
    expect(new Set(results.map((result) => result.deliveryId)).size).toBe(1);
    expect(results.every((result) => result.kept)).toBe(true);
    expect(results.filter((result) => !result.again)).toHaveLength(1);
    expect(await portal.rows(`select count(*)::int as kept from delivery where status = 'KEPT'`)).toEqual([{ kept: 1 }]);
    expect(await portal.rows(`select count(*)::int as open from delivery where status in ('WAITING', 'READING', 'RECEIVED')`)).toEqual([{ open: 0 }]);
    expect(await collected()).toBe(1);
    expect(await portal.rows('select count(*)::int as changes from register_change')).toEqual([{ changes: 0 }]);
    expect(await summaryFaults(portal.ownerUrl)).toEqual([]);
  });

  test('different files of one school at once wait for each other, and none is lost', async () => {
    const marks = bookOf(crowd, days, habit);
    const files = [0, 1, 2, 3, 4, 5].map((part) => marks.filter((_, index) => index % 6 === part));
    const results = await Promise.all(files.map(send));
    expect(results.map((result) => [result.kept, result.again])).toEqual(files.map(() => [true, false]));
    const together = await registerState(portal.ownerUrl, ['register_week', 'pupil_year', 'school_week_total', 'school_year_total']);
    await forget();
    for (const file of files) await send(file);
    expect(await registerState(portal.ownerUrl, ['register_week', 'pupil_year', 'school_week_total', 'school_year_total'])).toEqual(together);
    expect(await summaryFaults(portal.ownerUrl)).toEqual([]);
  });

  test('a file of the whole authority and files of three schools at once all end kept', async () => {
    const whole = [PUPILS.mason, PUPILS.josie, PUPILS.amira].map((pupil) => `${pupil.upn},17/11/2026,AM,I`);
    const results = await Promise.all([
      portal.send(['UPN,Date,Session,Mark', ...whole, ''].join('\n'), null),
      ...[PUPILS.mason, PUPILS.josie, PUPILS.amira].map((pupil) => portal.send(['UPN,Date,Session,Mark', `${pupil.upn},17/11/2026,PM,M`, ''].join('\n'), pupil.schoolId)),
      ...[PUPILS.mason, PUPILS.josie, PUPILS.amira].map((pupil) => portal.send(['UPN,Date,Session,Mark', `${pupil.upn},16/11/2026,PM,M`, ''].join('\n'), pupil.schoolId)),
    ]);
    expect(results.map((result) => result.kept)).toEqual(results.map(() => true));
    expect(await portal.rows(`select distinct trim(marks) as marks from register_week`)).toEqual([{ marks: 'MIM' }]);
  });

  describe('a file cut off', () => {
    const rows = ['C2', '/', 'Y1', 'I', 'C1', 'L', 'Y7', 'O', 'C2', 'M'].flatMap((code, n) => [PUPILS.amira, PUPILS.moved].map((pupil) => ({ pupil, day: addDays('2026-11-02', n < 5 ? n : n + 2), half: 'AM' as const, code })));
    const british = (iso: string): string => iso.split('-').reverse().join('/');
    const SHAPES: readonly (readonly [string, string])[] = [
      ['one mark a row', fileOf(rows)],
      ['lines that end in two characters', fileOf(rows).replaceAll('\n', '\r\n')],
      ['every cell in quotes', fileOf(rows).replaceAll(/[^,\n]+/g, '"$&"')],
      ['one day a row', ['UPN;Date;AM;PM', ...rows.map(({ pupil, day, code }) => `${pupil.upn};${british(day)};${code};${code}`), ''].join('\n')],
      ['the mark first', ['Mark,UPN,Date,Session', ...rows.map(({ pupil, day, code }) => `${code},${pupil.upn},${british(day)},AM`), ''].join('\n')],
    ];

    test.each(SHAPES)('%s: whole rows are kept or nothing is, and never part of one', async (_shape, file) => {
      const truth = new Map(rows.map(({ pupil, day, code }) => [`${pupil.enrolmentId} ${day}`, code]));
      const next = stream(file.length);
      let told = 0;
      for (let trial = 0; trial < 12; trial += 1) {
        await forget();
        // Near the end of a row as often as anywhere, since that is where a part may pass for a whole.
        const anywhere = 1 + Math.floor(next() * (file.length - 2));
        const end = file.indexOf('\n', anywhere);
        const cut = trial % 2 === 0 ? anywhere : Math.max(1, end - (trial % 3));
        const result = await portal.send(file.slice(0, cut), SCHOOLS.tarnbrook);
        const weeks = await portal.rows<{ enrolment_id: number; week_start: string; marks: string }>('select enrolment_id, week_start, marks from register_week');
        const kept = weeks.flatMap(({ enrolment_id, week_start, marks }) => [...marks].map((mark, slot) => [`${enrolment_id} ${addDays(week_start, Math.floor(slot / 2))}`, mark, slot % 2 === 1] as const).filter(([, mark]) => mark !== ' '));
        for (const [where, mark, afternoon] of kept) expect([cut, where, mark]).toEqual([cut, where, normaliseRawMark(truth.get(where) ?? 'no such row', afternoon).mark]);
        if (!result.kept) {
          expect(kept).toEqual([]);
          continue;
        }
        const whole = file.slice(0, cut).split('\n').length - 2;
        expect([cut, [whole, whole + 1].includes(new Set(kept.map(([where]) => where)).size)]).toEqual([cut, true]);
        const [receipt] = await portal.rows<{ truncated: boolean | null }>(`select (receipt ->> 'truncated')::boolean as truncated from delivery where id = $1`, [result.deliveryId]);
        const partial = new Set(kept.map(([where]) => where)).size === whole && !/\n$/.test(file.slice(0, cut));
        if (partial) {
          told += 1;
          expect([cut, receipt?.truncated]).toEqual([cut, true]);
        }
      }
      expect(told).toBeGreaterThan(0);
    });
  });

  test('corrections of different days end alike in whatever order they come, and every total is the sum of its parts', async () => {
    const span = days.slice(-15);
    const codes = fc.constantFrom('/', 'I', 'O', 'L', 'U', 'M', 'X', 'C2', '');
    const files = fc.array(fc.array(fc.tuple(fc.nat(11), fc.boolean(), codes), { minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 5 });
    await fc.assert(fc.asyncProperty(files, fc.infiniteStream(fc.nat(1000)), async (corrections, shuffle) => {
      const first = bookOf(crowd, span, habit);
      const sent = corrections.map((marks, index) => {
        const own = span.filter((_, day) => day % corrections.length === index);
        const cells = new Map(marks.map(([who, afternoon, code], n): [string, BookMark] => {
          const mark: BookMark = { pupil: crowd[who] as TestPupil, day: own[n % own.length] as string, half: afternoon ? 'PM' : 'AM', code: code === '/' && afternoon ? '\\' : code };
          return [`${mark.pupil.id} ${mark.day} ${mark.half}`, mark];
        }));
        return [...cells.values()];
      });
      const ends: Record<string, string>[] = [];
      const keys = sent.map(() => shuffle.next().value as number);
      for (const order of [sent, sent.map((file, index) => ({ file, key: keys[index] ?? 0 })).sort((a, b) => a.key - b.key).map(({ file }) => file)]) {
        await forget();
        expect((await send(first)).kept).toBe(true);
        for (const file of order) await send(file);
        expect(await summaryFaults(portal.ownerUrl)).toEqual([]);
        ends.push(await registerState(portal.ownerUrl));
      }
      expect(ends[1]).toEqual(ends[0]);
      await matchesTheBook(first, sent.flat());
    }), { seed: 32, numRuns: 12 });
  });

  /** The totals of the school are those of the marks last written down, by the shared rules. */
  async function matchesTheBook(first: readonly BookMark[], corrections: readonly BookMark[]): Promise<void> {
    const book = new Map(first.map((mark) => [`${mark.pupil.id} ${mark.day} ${mark.half}`, mark]));
    for (const mark of corrections) if (mark.code !== '') book.set(`${mark.pupil.id} ${mark.day} ${mark.half}`, mark);
    const { possible, attended, authorised, unauthorised, lateBefore, lateAfter, missing } = countsOf([...book.values()]);
    const [total] = await portal.rows('select possible, attended, authorised, unauthorised, late_before as "lateBefore", late_after as "lateAfter", missing from school_year_total');
    expect(total).toEqual({ possible, attended, authorised, unauthorised, lateBefore, lateAfter, missing });
  }
});
