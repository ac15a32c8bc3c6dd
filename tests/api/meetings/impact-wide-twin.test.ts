import { addDays } from '@attendance/shared/kernel';
import { impactLimits, impactWindows, pooledRoll, sameDayLastYear, sessionsIn, type ImpactLimits, type RollRow, type SessionDay } from '@attendance/shared/meetings';
import { WideRepository } from '../../../server/src/modules/meetings/impact/wide.repository.ts';
import { addCrowd } from '../../support/crowd.ts';
import { reachTo, writeMarks } from '../../support/meeting-rows.ts';
import { underReach, unguarded } from '../../support/people.ts';
import { openDays, stream } from '../../support/register-book.ts';
import { SCHOOLS, TODAY } from '../../support/small-authority.ts';
import { TestPortal } from '../../support/test-portal.ts';

const MARKS_TO = '2026-12-11';
const SHORT: ImpactLimits = { ...impactLimits(TODAY), beforeDays: 4, firstDays: 3, secondDays: 9 };

/** A school's roll whose pupils come and go, and miss what they like. */
interface Roll { readonly startsOn: string; readonly endsOn: string | null; readonly register: readonly SessionDay[] }

describe('schools as the database adds them up are those of the rules', () => {
  let portal: TestPortal;
  let days: string[];
  const roll: Roll[] = [];
  const authority = unguarded({ kind: 'AUTHORITY', full: true, wholeArea: true });
  const repository = new WideRepository();

  beforeAll(async () => {
    portal = await TestPortal.open('impact_wide_twin');
    days = await openDays(portal, SCHOOLS.tarnbrook, '2025-09-03', '2026-12-18');
    await reachTo(portal, SCHOOLS.tarnbrook, MARKS_TO);
    // Two of the small authority without a register.
    roll.push(...[1, 2].map(() => ({ startsOn: '2025-09-03', endsOn: null, register: [] })));
    const next = stream(11);
    const day = (from: string, to: string): string => { const open = days.filter((each) => from <= each && each <= to); return open[Math.floor(next() * open.length)]!; };
    for (const pupil of await addCrowd(portal.ingest, 60, SCHOOLS.tarnbrook)) {
      const startsOn = next() < 0.3 ? day('2026-09-03', '2026-11-20') : '2025-09-03';
      const endsOn = next() < 0.3 ? day('2026-11-23', '2026-12-18') : null;
      await portal.rows('update enrolment set starts_on = $1, ends_on = $2 where id = $3', [startsOn, endsOn, pupil.enrolmentId]);
      const marks = new Map(days.filter((each) => startsOn <= each && each <= (endsOn ?? MARKS_TO) && each <= MARKS_TO && next() < 0.9).map((each) => [each, [1, 2].map(() => ['/', 'O', '#', '\\'][Math.floor(next() * 4)]!).join('')]));
      await writeMarks(portal, pupil, marks);
      roll.push({ startsOn, endsOn, register: [...marks].map(([on, two]) => ({ on, possible: [...two].filter((mark) => mark !== '#').length, attended: [...two].filter((mark) => mark === '/' || mark === '\\').length })) });
    }
  });
  afterAll(() => portal.close());

  test('for any anchor, joiners, leavers and marks that end early', async () => {
    const next = stream(5);
    for (const limits of [impactLimits(TODAY), SHORT]) {
      const anchors = Array.from({ length: 12 }, () => addDays('2026-09-03', Math.floor(next() * 105)));
      const found = await underReach(portal, authority, async (operation) => repository.schools(operation, anchors.map((anchorOn, key) => ({ key, schoolId: SCHOOLS.tarnbrook, anchorOn, span: limits }))));
      for (const [key, anchor] of anchors.entries()) {
        const whole = impactWindows(days, anchor, MARKS_TO, null, limits);
        const here = roll.filter(({ startsOn, endsOn }) => startsOn <= anchor && (endsOn === null || endsOn >= anchor));
        const rows = (longer: boolean): RollRow[] => here.map(({ startsOn, endsOn, register }) => {
          const { before, first, second } = impactWindows(days, anchor, MARKS_TO, endsOn, limits);
          return { startsOn, endsOn, before: sessionsIn(register, before), after: sessionsIn(register, longer ? second : first) };
        });
        const [first, second] = [pooledRoll(rows(false), whole.before?.from ?? '', whole.first?.to ?? '9999-12-31'), pooledRoll(rows(true), whole.before?.from ?? '', whole.second?.to ?? '9999-12-31')];
        expect(found.find((each) => each.key === key)).toEqual({
          key, beforeFrom: whole.before?.from ?? null, beforeDays: whole.before?.days ?? 0, days: whole.first?.days ?? 0, laterDays: whole.second?.days ?? 0, ...first, laterPupils: second.pupils, laterBefore: second.before, later: second.after,
        });
      }
    }
  });

  test('the same school week of last year, for any day', async () => {
    const weeks = await portal.rows<{ weekStart: string; academicYear: number; ordinal: number }>('select week_start::text as "weekStart", academic_year as "academicYear", ordinal from school_week where school_id = $1 and open_days <> 0 order by week_start', [SCHOOLS.tarnbrook]);
    for (let on = '2026-08-15'; on <= '2026-12-30'; on = addDays(on, 3)) {
      const found = await underReach(portal, authority, async (operation) => repository.lastYears(operation, [{ key: 7, schoolId: SCHOOLS.tarnbrook, anchorOn: on }]));
      expect([on, found.get(7)?.day ?? null]).toEqual([on, sameDayLastYear(weeks, on)]);
    }
  });
});
