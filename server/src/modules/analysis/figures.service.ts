import type { HiddenFigure } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import { addDays, ruleValue } from '@attendance/shared/kernel';
import type { Operation } from '../../platform/graphql/operation.ts';
import { Disclosure } from './disclosure.ts';
import type { SchoolFilter, SchoolSort, SortDirection } from './figures.inputs.ts';
import type { FiguresRepository, SchoolRow, Scope, TotalRow, WeekRow } from './figures.repository.ts';
import type { FiguresRow, FreshnessType, OverviewType, PhaseFiguresType, SchoolFiguresPageType, WeekFiguresType, YearGroupFiguresType } from './figures.type.ts';
import type { Thresholds } from './pupil-figures.repository.ts';

const NO_FIGURES = { possible: 0, attended: 0, authorised: 0, unauthorised: 0, lateBefore: 0, lateAfter: 0, missing: 0, enrolments: 0, persistent: 0, severe: 0 } satisfies FiguresRow;
/** What each order of schools tells of their figures. */
const SORTED_BY: Readonly<Record<SchoolSort, readonly HiddenFigure[]>> = {
  NAME: [], ROLL: ['enrolments'], ATTENDANCE: ['missed'], CHANGE: ['missed'], UNAUTHORISED: ['kinds'], PERSISTENT: ['persistent'], SEVERE: ['severe'], LATE: ['lateBefore', 'lateAfter'], MISSING: ['missing'],
};
/** From one Monday to the Monday of the same school week a year on. */
export const WEEKS_A_YEAR = 52 * 7;

/** Which year an operation's figures are of, and the lines they are tested against. */
export interface Span { readonly academicYear: number; readonly thresholds: Thresholds }

/** An overview together with what it is of, so that a field added to it knows what to set beside it. */
export interface ScopedOverview extends OverviewType { readonly scope: Scope }

/** Figures of schools and pupils from the summaries: whose rows they sum is decided by the row policies. */
export class FiguresService {
  constructor(private readonly figures: FiguresRepository) {}

  /** The academic year of today, with the percentages in force. */
  span(operation: Operation): Span {
    const { today } = operation;
    return {
      academicYear: academicYearOf(today),
      thresholds: { persistent: ruleValue('persistent-absence.percent', today), severe: ruleValue('severe-absence.percent', today), atRisk: ruleValue('at-risk.percent', today) },
    };
  }

  /** All schools, or those of one phase, or one school. */
  async overview(operation: Operation, scope: Scope): Promise<ScopedOverview> {
    const { academicYear } = this.span(operation);
    const totals = await this.figures.totals(operation, academicYear, scope);
    const weeksOfPhases = await this.weeksOfPhases(operation, scope);
    const weeks = allPhases(weeksOfPhases);
    const own = weeks.filter((week) => week.academicYear === academicYear);
    const sameWeekLastYear = addDays(own.at(-1)?.weekStart ?? '2000-01-01', -WEEKS_A_YEAR);
    const toHere = weeksOfPhases.filter((week) => week.academicYear === academicYear - 1 && week.weekStart <= sameWeekLastYear);
    const pupilsThen = toHere.length === 0 ? NO_FIGURES : await this.figures.pointOf(operation, academicYear - 1, sameWeekLastYear, scope);
    const phases = scope.schoolId === null ? totals.filter((row) => row.phase !== null) : [];
    const disclosure = await Disclosure.of(operation, this.figures, academicYear);
    return {
      scope, academicYear, firstWeek: own[0]?.weekStart ?? null,
      figures: disclosure.shown(scope, academicYear, totals.find(({ phase }) => phase === null) ?? NO_FIGURES),
      lastYear: disclosure.shownToWeek(scope, academicYear - 1, { ...sumOfSessions(toHere), ...pupilsThen }),
      phases: phases.map((row) => {
        const before = sumOfSessions(toHere.filter(({ phase }) => phase === row.phase));
        return { phase: row.phase ?? '', schools: row.schools, figures: disclosure.shown({ schoolId: null, phase: row.phase }, academicYear, row), lastYearPossible: before.possible, lastYearAbsent: disclosure.rounded(before.authorised + before.unauthorised) };
      }),
      weeks: disclosure.weeks(scope, academicYear, besideLastYear(weeks, academicYear)),
      persistentShown: own.length > ruleValue('persistent-absence.shown-from-week', operation.today),
    };
  }

  /** The weeks of this year and the last with a session, phases together, oldest first. */
  async weeks(operation: Operation, scope: Scope): Promise<WeekRow[]> {
    return allPhases(await this.weeksOfPhases(operation, scope));
  }

  /** Read once an operation, whatever of a page asks how far its marks reach. */
  private async weeksOfPhases(operation: Operation, scope: Scope): Promise<readonly WeekRow[]> {
    return operation.loader(`weeks ${scope.phase} ${scope.schoolId}`, (own) => this.figures.weeks(own, this.span(own).academicYear, scope));
  }

  /** All schools of a phase together, one school among them; null where within reach it stands alone, and where it is beyond reach. */
  async samePhase(operation: Operation, schoolId: number, phase: string): Promise<PhaseFiguresType | null> {
    const { academicYear } = this.span(operation);
    const isOfPhase = (row: TotalRow): boolean => row.phase === phase;
    const together = (await this.figures.totals(operation, academicYear, { phase, schoolId: null })).find(isOfPhase);
    if (together === undefined || together.schools < 2 || !(await this.figures.totals(operation, academicYear, { phase, schoolId })).some(isOfPhase)) return null;
    const disclosure = await Disclosure.of(operation, this.figures, academicYear);
    return { phase, schools: together.schools, figures: disclosure.shown({ schoolId: null, phase }, academicYear, together) };
  }

  /** What may not be shown to people who see figures only. */
  async disclosure(operation: Operation): Promise<Disclosure> {
    return Disclosure.of(operation, this.figures, this.span(operation).academicYear);
  }

  async freshness(operation: Operation): Promise<FreshnessType> {
    const rows = await this.figures.coverage(operation, this.span(operation).academicYear);
    const silent = rows.filter((row) => row.marksTo === null || row.marksTo < row.expectedTo);
    const disclosure = silent.length === 0 ? null : await this.disclosure(operation);
    const hidesPupils = (schoolId: number): boolean => disclosure?.hidesWhole({ schoolId, phase: null }, this.span(operation).academicYear, 'enrolments') === true;
    const latest = rows.filter((row) => row.marksTo !== null).sort((a, b) => `${b.marksTo}${b.session}`.localeCompare(`${a.marksTo}${a.session}`))[0];
    return {
      marksTo: latest?.marksTo ?? null, session: latest?.session ?? null, schoolsReported: rows.length - silent.length, schoolsExpected: rows.length,
      silent: silent.map((row) => ({ schoolId: row.schoolId, name: row.name, marksTo: row.marksTo, pupils: hidesPupils(row.schoolId) ? null : row.pupils })),
    };
  }

  async schools(operation: Operation, filter: SchoolFilter, sort: SchoolSort, direction: SortDirection, offset: number, take: number): Promise<SchoolFiguresPageType> {
    const { academicYear } = this.span(operation);
    const disclosure = await Disclosure.of(operation, this.figures, academicYear);
    const unplaced = disclosure.schools(academicYear, ...SORTED_BY[sort]);
    const rows = await this.figures.schools(operation, academicYear, filter, sort, direction, offset, take, unplaced);
    for (const row of rows) operation.audit.schoolIds.add(row.schoolId);
    return {
      // A page beyond the last has no row to tell the total.
      total: rows[0]?.total ?? (offset === 0 ? 0 : ((await this.figures.schools(operation, academicYear, filter, sort, direction, 0, 1))[0]?.total ?? 0)),
      items: rows.map((row) => ({
        schoolId: row.schoolId, name: row.name, phase: row.phase, marksTo: row.marksTo,
        silent: row.marksTo === null || (row.expectedTo !== null && row.marksTo < row.expectedTo),
        figures: disclosure.shown({ schoolId: row.schoolId, phase: null }, academicYear, row), ...overTime(disclosure, academicYear, row),
      })),
    };
  }

  async yearGroups(operation: Operation, schoolId: number): Promise<Pick<YearGroupFiguresType, 'ncYear' | 'figures'>[]> {
    const { academicYear, thresholds } = this.span(operation);
    return this.figures.yearGroups(operation, academicYear, schoolId, thresholds.persistent, thresholds.severe);
  }
}

/** Last year's sessions and the last twelve weeks of a school, as they may be shown. */
function overTime(disclosure: Disclosure, academicYear: number, { schoolId, lastYearPossible, lastYearAttended, trend }: SchoolRow): Pick<SchoolFiguresPageType['items'][number], 'lastYearPossible' | 'lastYearAttended' | 'trend'> {
  const hides = (year: number): boolean => disclosure.hidesWhole({ schoolId, phase: null }, year, 'missed');
  const isToldBefore = lastYearPossible !== null && lastYearAttended !== null && !hides(academicYear) && !hides(academicYear - 1);
  return {
    ...(isToldBefore ? { lastYearPossible, lastYearAttended: Math.max(0, lastYearPossible - disclosure.rounded(lastYearPossible - lastYearAttended)) } : { lastYearPossible: null, lastYearAttended: null }),
    trend: hides(academicYear) ? [] : trend.map((each) => disclosure.rounded(each)).reverse(),
  };
}

/** The weeks of two years, phases together. */
function allPhases(weeks: readonly WeekRow[]): WeekRow[] {
  const byWeek = new Map<string, WeekRow[]>();
  for (const week of weeks) {
    const held = byWeek.get(week.weekStart);
    if (held) held.push(week);
    else byWeek.set(week.weekStart, [week]);
  }
  return [...byWeek.values()].map(([first, ...more]) => ({ ...first!, ...sumOfSessions([first!, ...more]) }));
}

/** Sessions of some weeks added up: counts first, rates last. */
export function sumOfSessions(weeks: readonly WeekRow[]): FiguresRow {
  return weeks.reduce<FiguresRow>((sum, week) => ({
    ...sum, possible: sum.possible + week.possible, attended: sum.attended + week.attended, authorised: sum.authorised + week.authorised, unauthorised: sum.unauthorised + week.unauthorised,
    lateBefore: sum.lateBefore + week.lateBefore, lateAfter: sum.lateAfter + week.lateAfter, missing: sum.missing + week.missing,
  }), NO_FIGURES);
}

/** This year's weeks, each with the same school week of last year. */
function besideLastYear(weeks: readonly WeekRow[], academicYear: number): WeekFiguresType[] {
  const before = new Map(weeks.filter((week) => week.academicYear === academicYear - 1).map((week) => [week.weekStart, week]));
  return weeks.filter((week) => week.academicYear === academicYear).map((week) => {
    const last = before.get(addDays(week.weekStart, -WEEKS_A_YEAR));
    return {
      weekStart: week.weekStart, possible: week.possible, authorised: week.authorised, unauthorised: week.unauthorised,
      lastYearPossible: last?.possible ?? null, lastYearAbsent: last === undefined ? null : last.authorised + last.unauthorised,
    };
  });
}
