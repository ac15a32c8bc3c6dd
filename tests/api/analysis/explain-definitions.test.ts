import { countedByPupil, countMarks, definedCounts, Definition, EXPLAINED_MEASURES, secondHalfOfSummerFrom, shareOf, sideOf, type ExplainedMeasureName, type MarkCounts } from '@attendance/shared/attendance';
import { academicYearOfWeek } from '@attendance/shared/calendar';
import { addCrowd } from '../../support/crowd.ts';
import { person, underReach } from '../../support/people.ts';
import { fileOf, openDays, stream, YESTERDAY } from '../../support/register-book.ts';
import { SCHOOLS, TODAY, type TestPupil } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';
import { wildBook } from '../../support/wild-book.ts';

jest.setTimeout(120_000);

const MANY = 30;
/** A second enrolment of some pupils, at another school, has a number of its own. */
const SECOND = 5000;
const STATUSES = ['C', 'C', 'C', 'C', 'M', 'S', 'G'];
const STARTS = ['2025-09-03', '2025-09-03', '2025-09-03', '2026-01-05', '2026-06-01', '2026-06-15', '2026-09-03'];
const PERCENTS = { persistent: 10, severe: 50 };

interface EnrolmentRow { readonly enrolmentId: number; readonly pupilId: number; readonly bornOn: string; readonly startsOn: string; readonly endsOn: string | null; readonly status: string; readonly phase: string }
interface CountsRow { readonly definition: string; readonly reason: string | null; readonly enrolmentId: number; readonly possible: number; readonly attended: number; readonly authorised: number; readonly unauthorised: number; readonly late: number; readonly missing: number }
interface SideRow { readonly definition: string; readonly side: string; readonly enrolmentId: number; readonly part: number; readonly whole: number; readonly theirPart: number; readonly theirWhole: number }

const plain = ({ possible, attended, authorised, unauthorised, lateBefore, lateAfter, missing }: MarkCounts) => ({ possible, attended, authorised, unauthorised, late: lateBefore + lateAfter, missing });
const inOrder = <Row extends { definition: string; enrolmentId: number }>(rows: Row[]): Row[] => rows.sort((a, b) => a.definition.localeCompare(b.definition) || a.enrolmentId - b.enrolmentId);

describe('the definitions in the database are the rules', () => {
  let portal: TestPortal;
  let enrolments: EnrolmentRow[];
  let weeks: Map<number, { weekStart: string; marks: string }[]>;
  beforeAll(async () => {
    portal = await TestPortal.open('definitions');
    await portal.rows(`update school set phase = 'ALTERNATIVE' where id = $1`, [SCHOOLS.oakmere]);
    const crowds = [await addCrowd(portal.ingest, MANY, SCHOOLS.tarnbrook, 1000), await addCrowd(portal.ingest, MANY, SCHOOLS.fellgate, 2000), await addCrowd(portal.ingest, MANY, SCHOOLS.oakmere, 3000)];
    const starts = new Map<number, string>();
    for (const { id } of crowds.flat()) {
      const next = stream(id);
      const age = 2 + Math.floor(next() * 16);
      const startsOn = STARTS[Math.floor(next() * STARTS.length)] ?? TODAY;
      starts.set(id, startsOn);
      // Birthdays on either side of 31 August, and on it.
      await portal.rows('update pupil set born_on = $2 where id = $1', [id, `${2025 - age}-${['08-31', '09-01', '02-28', '12-31'][Math.floor(next() * 4)]}`]);
      await portal.rows('update enrolment set starts_on = $2, status = $3 where id = $1', [id, startsOn, STATUSES[Math.floor(next() * STATUSES.length)]]);
    }
    const both = crowds[0]!.slice(0, 12);
    await portal.rows(`insert into enrolment (id, pupil_id, school_id, nc_year, starts_on, ends_on) overriding system value select $2 + id, id, $3, '9', '2025-09-03', case when id % 3 = 0 then date '2026-03-06' end from unnest($1::int[]) id`, [both.map(({ id }) => id), SECOND, SCHOOLS.fellgate]);
    await portal.rows('select refresh_pupil_reach($1, $2, 30)', [crowds.flat().map(({ id }) => id), TODAY]);
    const send = async (pupils: readonly TestPupil[], schoolId: number, from: (pupil: TestPupil) => string, to: (pupil: TestPupil) => string): Promise<void> => {
      const days = await openDays(portal, schoolId, '2025-09-03', YESTERDAY);
      const result = await portal.send(fileOf(wildBook(pupils, days).filter(({ pupil, day }) => day >= from(pupil) && day <= to(pupil))), schoolId);
      if (!result.kept) throw new Error(JSON.stringify(result.refusal));
    };
    for (const crowd of crowds) await send(crowd, crowd[0]!.schoolId, ({ id }) => starts.get(id) ?? '', () => YESTERDAY);
    await send(both, SCHOOLS.fellgate, () => '2025-09-03', ({ id }) => (id % 3 === 0 ? '2026-03-06' : YESTERDAY));

    enrolments = await portal.rows<EnrolmentRow>(`select e.id as "enrolmentId", e.pupil_id as "pupilId", p.born_on as "bornOn", e.starts_on as "startsOn", e.ends_on as "endsOn", e.status, s.phase from enrolment e join pupil p on p.id = e.pupil_id join school s on s.id = e.school_id order by e.id`);
    weeks = new Map();
    for (const week of await portal.rows<{ enrolmentId: number; weekStart: string; marks: string }>('select enrolment_id as "enrolmentId", week_start as "weekStart", marks from register_week order by 1, 2')) weeks.set(week.enrolmentId, [...(weeks.get(week.enrolmentId) ?? []), week]);
  });
  afterAll(() => portal.close());

  const manager = person(Role.TEAM_MANAGER);
  const weeksOf = (enrolmentId: number, year: number): { weekStart: string; marks: string }[] => (weeks.get(enrolmentId) ?? []).filter(({ weekStart }) => academicYearOfWeek(weekStart) === year);

  /** What the rules alone make of every enrolment with a register in the year. */
  const byRule = (year: number): (CountsRow & { counts: MarkCounts })[] => {
    const registered = enrolments.filter(({ enrolmentId }) => weeksOf(enrolmentId, year).length > 0);
    const own = registered.map((enrolment) => ({ ...enrolment, counts: countMarks(weeksOf(enrolment.enrolmentId, year).map(({ marks }) => marks).join('')) }));
    const pooled = countedByPupil(own);
    const nothing = countMarks('');
    return own.flatMap((enrolment) => {
      const { enrolmentId, counts } = enrolment;
      const row = (definition: string, reason: string | null, its: MarkCounts) => ({ definition, reason, enrolmentId, ...plain(its), counts: its });
      const national = (definition: Definition) => {
        const { reason, counts: its } = definedCounts(definition, enrolment, weeksOf(enrolmentId, year), year);
        return row(definition, reason, reason === null ? its : nothing);
      };
      const together = pooled.get(enrolmentId) ?? null;
      const hasLeft = enrolment.endsOn !== null && enrolment.endsOn < TODAY;
      return [
        row('LOCAL', counts.possible === 0 ? 'NO_SESSIONS' : null, counts), row('BY_PUPIL', together === null ? 'SAME_PUPIL' : null, together ?? nothing), row('ON_ROLL', hasLeft ? 'LEFT' : null, hasLeft ? nothing : counts),
        national(Definition.DFE_DAILY), national(Definition.DFE_CENSUS),
      ];
    });
  };

  test.each([2025, 2026])('of every enrolment, in the year from September %i', async (year) => {
    const kept = await underReach(portal, manager, (operation) => operation.sql<CountsRow>(
      `select definition, reason, enrolment_id as "enrolmentId", their_possible as possible, their_attended as attended, their_authorised as authorised, their_unauthorised as unauthorised, their_late as late, their_missing as missing
       from explained_enrolments($1, $2::date, null, null, $3::date, null, false) where definition <> 'OF' and coalesce(reason, '') not in ('LEFT_BEFORE', 'NO_REGISTER')`, [year, TODAY, secondHalfOfSummerFrom(year)]));
    const ruled = inOrder(byRule(year)).map(({ counts: _counts, ...row }) => row);
    expect(inOrder(kept)).toEqual(ruled);
    expect(kept.length).toBeGreaterThan(MANY * 3 * 4);
    const reasons = new Set(kept.map(({ reason }) => reason));
    for (const reason of ['TOO_YOUNG', 'TOO_OLD', 'GUEST', 'SCHOOL_KIND', 'SAME_PUPIL', ...(year === 2025 ? ['STARTED_LATE', 'LEFT'] : [])] as const) expect([reason, reasons.has(reason)]).toEqual([reason, true]);
  });

  test('and of Year 11 the census counts fewer sessions than the daily series', () => {
    const sum = (definition: string): number => byRule(2025).filter((row) => row.definition === definition && enrolments.some((each) => each.enrolmentId === row.enrolmentId && each.startsOn < '2026-05-25')).reduce((total, { possible }) => total + possible, 0);
    expect(sum('DFE_CENSUS')).toBeLessThan(sum('DFE_DAILY'));
  });

  test.each(EXPLAINED_MEASURES.flatMap((measure) => [[measure, 2025], [measure, 2026]] as [ExplainedMeasureName, number][]))('%s: on which side each falls, in %i', async (measure, year) => {
    const kept = await underReach(portal, manager, (operation) => operation.sql<SideRow>(
      `select definition, side, enrolment_id as "enrolmentId", part, whole, their_part as "theirPart", their_whole as "theirWhole"
       from explained_sides($1, $2, $3::date, null, null, $4::date, 10, 50, null, false) where definition not in ('LOCAL', 'OF')`, [measure, year, TODAY, secondHalfOfSummerFrom(year)]));
    const rows = byRule(year);
    const ours = new Map(rows.filter(({ definition }) => definition === 'LOCAL').map(({ enrolmentId, counts }) => [enrolmentId, shareOf(measure, counts, PERCENTS)]));
    expect(inOrder(kept)).toEqual(inOrder(rows.filter(({ definition }) => definition !== 'LOCAL').map(({ definition, enrolmentId, reason, counts }) => {
      const [here, there] = [ours.get(enrolmentId)!, shareOf(measure, counts, PERCENTS)];
      return { definition, side: sideOf(measure, here, there, reason !== null), enrolmentId, ...here, theirPart: there.part, theirWhole: there.whole };
    })));
  });
});
