import { COUNTED_MARKS, MARK_ALPHABET } from '@attendance/shared/attendance';
import { openSchoolDays, schoolWeeks, type SchoolCalendar } from '@attendance/shared/calendar';
import { addDays } from '@attendance/shared/kernel';
import { impactLimits, impactWindows, sessionsIn, type ImpactLimits, type SessionDay } from '@attendance/shared/meetings';
import { WEXMOOR } from '../../../shared/src/meetings/wexmoor.test-data.ts';
import { keepCalendar, reachTo, writeMarks } from '../../support/meeting-rows.ts';
import { stream } from '../../support/register-book.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { TestPortal } from '../../support/test-portal.ts';

interface Found { key: number; before_from: string | null; before_to: string | null; before_days_found: number; first_from: string | null; first_to: string | null; first_days_found: number; second_to: string | null; second_days_found: number; is_leaver: boolean; before_possible: number; before_attended: number; first_possible: number; first_attended: number; second_possible: number; second_attended: number; points: { possible: number; attended: number }[] }

const SPAN = ['2026-08-24', '2027-07-26'] as const;
const ROUNDS = 40;
const LENGTH = 340;

/** A calendar with closures anywhere, and two weeks without a day. */
function calendarOf(next: () => number): SchoolCalendar {
  const days = openSchoolDays(WEXMOOR).filter(() => next() < 0.12);
  return { ...WEXMOOR, closures: days.map((on) => ({ on, kind: 'OCCASIONAL' as const, label: 'Closed' })) };
}

describe('the windows of the database are those of the rules', () => {
  let portal: TestPortal;
  beforeAll(async () => { portal = await TestPortal.open('impact_twin'); });
  afterAll(() => portal.close());

  test(`for ${ROUNDS} registers with any marks on any day, any calendar, leavers and any anchor`, async () => {
    const limits: ImpactLimits[] = [impactLimits('2026-11-10'), { ...impactLimits('2026-11-10'), beforeDays: 3, firstDays: 2, secondDays: 7 }];
    for (let round = 0; round < ROUNDS; round += 1) {
      const next = stream(round + 1);
      const pick = (most: number): number => Math.floor(next() * most);
      const calendar = calendarOf(next);
      const open = await keepCalendar(portal, SCHOOLS.oakmere, calendar);
      expect(schoolWeeks(calendar).length).toBeGreaterThan(30);
      const marksTo = addDays(SPAN[0], pick(LENGTH));
      const leftOn = next() < 0.4 ? addDays(SPAN[0], pick(LENGTH) + 14) : null;
      const marks = new Map<string, string>();
      for (let day: string = SPAN[0]; day <= SPAN[1]; day = addDays(day, 1)) if (next() < 0.75) marks.set(day, [1, 2].map(() => (next() < 0.6 ? '/' : (MARK_ALPHABET[pick(MARK_ALPHABET.length)] ?? ' '))).join(''));
      await portal.rows('delete from register_week where enrolment_id = 1');
      await portal.rows('update enrolment set ends_on = $1 where id = 1', [leftOn]);
      await writeMarks(portal, PUPILS.mason, marks);
      await reachTo(portal, SCHOOLS.oakmere, marksTo);
      const register = [...marks].map(([on, two]): SessionDay => ({ on, possible: [...two].filter((mark) => COUNTED_MARKS.possible.includes(mark)).length, attended: [...two].filter((mark) => COUNTED_MARKS.attended.includes(mark)).length }));
      const anchors = Array.from({ length: 12 }, () => addDays(SPAN[0], pick(LENGTH)));
      for (const each of limits) {
        const found = await portal.rows<Found>('select * from impact_windows($1, $2, $3::date[], $4, $5, $6, true) order by key', [anchors.map((_, key) => key), anchors.map(() => 1), anchors, each.beforeDays, each.firstDays, each.secondDays]);
        const expected = anchors.map((anchor, key) => {
          const { before, first, second, isLeaver } = impactWindows(open, anchor, marksTo, leftOn, each);
          const [a, b, c] = [sessionsIn(register, before), sessionsIn(register, first), sessionsIn(register, second)];
          return {
            key, anchor, before_from: before?.from ?? null, before_to: before?.to ?? null, before_days_found: before?.days ?? 0, first_from: first?.from ?? null, first_to: first?.to ?? null, first_days_found: first?.days ?? 0, second_to: second?.to ?? null, second_days_found: second?.days ?? 0,
            is_leaver: isLeaver, before_possible: a.possible, before_attended: a.attended, first_possible: b.possible, first_attended: b.attended, second_possible: c.possible, second_attended: c.attended,
          };
        });
        expect(found.map(({ points: _points, ...row }) => row)).toEqual(expected.map((row) => expect.objectContaining(row)));
        for (const row of found) expect([row.points.reduce((sum, week) => sum + week.possible, 0), row.points.reduce((sum, week) => sum + week.attended, 0)]).toEqual([row.before_possible + row.first_possible, row.before_attended + row.first_attended]);
      }
    }
  });
});
