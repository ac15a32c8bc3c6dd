import { isDeepStrictEqual } from 'node:util';
import { academicYearOf } from '@attendance/shared/calendar';
import type pg from 'pg';
import type { Officer } from './officer.ts';
import { prepareRaw, RAW_PUPILS, RAW_WEEKS } from './raw-marks.ts';
import { AREA_PAGE } from './screen-jobs.ts';
import { inTurn, type Turns } from './turns.ts';

export interface RawTimes extends Turns { readonly rows: number }

/** A few rounds: reading every session of two years takes seconds. */
const ROUNDS = 3;

interface Sums { readonly possible: number; readonly attended: number; readonly authorised: number; readonly unauthorised: number; readonly lateBefore: number; readonly lateAfter: number; readonly missing: number; readonly enrolments: number; readonly persistent: number; readonly severe: number }
interface GroupSums extends Omit<Sums, 'attended' | 'lateBefore' | 'lateAfter' | 'missing'> { readonly recentPossible: number; readonly recentAbsent: number; readonly weekPossible: number; readonly weekAbsent: number }
interface AreaPage {
  readonly areaOverview: { readonly figures: Sums; readonly lastYear: Sums; readonly phases: readonly { phase: string; schools: number; figures: Sums }[]; readonly weeks: readonly { weekStart: string; possible: number; authorised: number; unauthorised: number; lastYearPossible: number | null }[] };
  readonly schoolFigures: { readonly items: readonly { schoolId: string; figures: Sums; lastYearPossible: number | null; lastYearAttended: number | null; trend: number[] }[] };
  readonly cohortFigures: { readonly groups: readonly { value: string; figures: GroupSums }[] };
}
type Row = pg.QueryResultRow;

/** The area page as an officer asks for it, beside the same answer from one row a session; A-B, B-A. */
export async function benchRaw(owner: pg.Client, ask: Officer['ask'], today: string): Promise<RawTimes> {
  const year = academicYearOf(today);
  const rows = await prepareRaw(owner, year);
  // The Monday after the same school week of last year.
  const { rows: [reach] } = await owner.query<{ ends: string }>(`select (date_trunc('week', max(marks_to))::date - 357)::text as ends from school_coverage`);
  const sameWeekEnds = reach!.ends;
  const ours = (): Promise<never> => ask(AREA_PAGE, 'AreaPage', {});
  const peer = async (): Promise<{ pupils: Row[]; weeks: Row[] }> => ({
    pupils: (await owner.query<Row>(RAW_PUPILS, [year, sameWeekEnds])).rows, weeks: (await owner.query<Row>(RAW_WEEKS, [year, today])).rows,
  });
  // The same answer, or no times.
  const [page, raw] = [(await ours()) as AreaPage, await peer()];
  for (const [what, mine, theirs] of compared(page, raw.pupils, raw.weeks, year)) {
    if (!isDeepStrictEqual(mine, theirs)) throw new Error(`Raw marks, ${what}: the answers differ, ${JSON.stringify(mine)} and ${JSON.stringify(theirs)}`);
  }
  return { rows, ...(await inTurn(ours, peer, ROUNDS, 1)) };
}

const SUMS = ['possible', 'attended', 'authorised', 'unauthorised', 'lateBefore', 'lateAfter', 'missing', 'enrolments', 'persistent', 'severe'] as const;
const GROUP_SUMS = ['possible', 'authorised', 'unauthorised', 'enrolments', 'persistent', 'severe', 'recentPossible', 'recentAbsent', 'weekPossible', 'weekAbsent'] as const;
const column = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const ofPage = <Name extends string>(names: readonly Name[], figures: Readonly<Record<Name, number>>): number[] => names.map((name) => figures[name]);
const ofRow = (names: readonly string[], row: Row | undefined): number[] => names.map((name) => row?.[column(name)] as number);

/** What both sides say of each part of the page: the parts by their names, so that a difference tells where it is. */
function compared({ areaOverview: area, schoolFigures, cohortFigures }: AreaPage, pupils: readonly Row[], weeks: readonly Row[], year: number): (readonly [what: string, ours: unknown, theirs: unknown])[] {
  const own = pupils.filter((row) => row.academic_year === year);
  const whole = (row: Row): boolean => row.phase === null && row.school_id === null && row.value === null;
  const ofSchool = (id: number): Row | undefined => own.find((row) => row.school_id === id);
  const pastOf = (id: number): Row | undefined => weeks.find((row) => row.school_id === id);
  const counts = ['enrolments', 'persistent', 'severe'] as const;
  return [
    ['the area', ofPage(SUMS, area.figures), ofRow(SUMS, own.find(whole))],
    ['the pupils of last year', ofPage(counts, area.lastYear), ofRow(counts, pupils.find((row) => row.academic_year === year - 1 && whole(row)))],
    ['the phases', area.phases.map(({ phase, schools, figures }) => [phase, schools, ...ofPage(SUMS, figures)]), area.phases.map(({ phase }) => own.find((row) => row.phase === phase)).map((row) => [row?.phase, row?.schools, ...ofRow(SUMS, row)])],
    ['the weeks', area.weeks.map((week) => [week.weekStart, week.possible, week.authorised, week.unauthorised]), weeks.filter((row) => row.academic_year === year).sort((one, other) => String(one.week_start).localeCompare(String(other.week_start))).map((row) => [row.week_start, row.possible, row.authorised, row.unauthorised])],
    ['the groups', cohortFigures.groups.map(({ value, figures }) => [value, ...ofPage(GROUP_SUMS, figures)]), cohortFigures.groups.map(({ value }) => own.find((row) => row.value === value)).map((row) => [row?.value, ...ofRow(GROUP_SUMS, row)])],
    ['the schools', schoolFigures.items.map(({ figures }) => ofPage(SUMS, figures)), schoolFigures.items.map(({ schoolId }) => ofRow(SUMS, ofSchool(Number(schoolId))))],
    ['how the schools stood', schoolFigures.items.map((school) => [school.lastYearPossible ?? 0, school.lastYearAttended ?? 0, ...school.trend]), schoolFigures.items.map(({ schoolId }) => pastOf(Number(schoolId))).map((row) => [row?.possible ?? 0, row?.attended ?? 0, ...[...((row?.trend ?? []) as number[])].reverse()])],
  ];
}
