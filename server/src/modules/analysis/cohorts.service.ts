import { cohortLabel, cohortOrder, finerAxis, hideNested, hideSmallCells, isAboutCare, isOfItsYear, NESTED_AXES, NOT_RECORDED, PeriodKind, periodsOf, roundedCount, type CohortAxis, type HiddenFigure, type ShownCells } from '@attendance/shared/attendance';
import { addDays, ruleValue } from '@attendance/shared/kernel';
import { Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { CohortsRepository, CohortSums, PointRow, PointSums } from './cohorts.repository.ts';
import type { CohortCountsType, CohortPointType, CohortSplitType, CrossedFiguresType } from './cohorts.type.ts';
import { AXIS_PLACES } from './cohorts.sql.ts';
import { refuseParts } from './disclosure.ts';
import type { Scope } from './figures.repository.ts';
import type { YearGroupFiguresType } from './figures.type.ts';
import { WEEKS_A_YEAR, type FiguresService, type Span } from './figures.service.ts';

const COUNTS = [
  'possible', 'attended', 'authorised', 'unauthorised', 'lateBefore', 'lateAfter', 'enrolments', 'persistent', 'severe', 'recentPossible', 'recentAbsent', 'weekPossible', 'weekAbsent',
] as const satisfies readonly (keyof CohortCountsType)[];
/** What is told of last year. */
const POINT_COUNTS = ['possible', 'attended', 'authorised', 'unauthorised', 'lateBefore', 'lateAfter', 'enrolments', 'persistent', 'severe'] as const satisfies readonly (keyof CohortPointType)[];
const OF_WEEKS = ['recentPossible', 'recentAbsent', 'weekPossible', 'weekAbsent'] as const satisfies readonly (keyof CohortPointType)[];
const OF_PUPILS = ['enrolments', 'persistent', 'severe'] as const satisfies readonly (keyof CohortCountsType)[];

/** The figure of the year that each count of a split is a part of. */
export const OF_FIGURE = { attended: 'missed', authorised: 'kinds', unauthorised: 'kinds', lateBefore: 'lateBefore', lateAfter: 'lateAfter', enrolments: 'enrolments', persistent: 'persistent', severe: 'severe' } as const satisfies Partial<Record<(typeof COUNTS)[number], HiddenFigure>>;
type FigureCount = keyof typeof OF_FIGURE;
const FIGURE_COUNTS = Object.keys(OF_FIGURE) as FigureCount[];

/** Figures split by who pupils are. */
export class CohortsService {
  constructor(private readonly figures: FiguresService, private readonly cohorts: CohortsRepository) {}

  /** This year's groups, beside last year's to the same school week unless the caller does not show them. */
  async split(operation: Operation, axis: CohortAxis, scope: Scope, { besideLastYear = true } = {}): Promise<CohortSplitType> {
    mayAsk(operation, axis);
    refuseParts(operation, scope);
    const span = this.figures.span(operation);
    const rows = (await this.cohorts.totals(operation, axis, span, scope)).sort(inOrder(axis));
    const point = isOfItsYear(axis) || !besideLastYear ? null : await this.point(operation, span, scope);
    const monday = point?.monday ?? null;
    // Every group of last year counts towards its whole, whether or not it is one of this year's.
    const then = point === null ? [] : await this.lastYear(operation, axis, span, scope, point);
    const named = distinct([...rows, ...then].map(({ value, label }) => ({ value, label }))).sort(inOrder(axis));
    const before = named.map(({ value, label }) => ({ ...NOTHING, ...then.find((row) => row.value === value), value, label }));
    const disclosure = await this.figures.disclosure(operation);
    const finer = await this.finer(operation, axis, span, scope, point);
    const [shown, shownBefore] = [rows, before].map((each, ago) => {
      const finest = finer === null ? null : finer.values.map((value) => ({ ...NOTHING, ...finer.rows[ago]!.find((row) => row.value === value), value }));
      return this.shown(operation, { rows: each, values: each.map(({ value }) => value), finest }, axis, { whole: (name) => disclosure.hidesWhole(scope, span.academicYear - ago, name), anySchool: (name) => disclosure.schools(span.academicYear - ago, name).length > 0 });
    }) as [Shown, Shown];
    const tellsWeeks = operation.actor.reach.kind !== 'AGGREGATE';
    const [lastYear, whole] = [shownBefore.groups, shownBefore.whole].map((counts) => [counts].flat().map((each) => pointOf(each, (count) => disclosure.rounded(count), tellsWeeks))) as [CohortPointType[], CohortPointType[]];
    return {
      axis, whole: shown.whole, wholeLastYear: monday === null ? null : whole[0]!, lastYearTo: monday, lastYearRecentFrom: tellsWeeks ? point?.recentFrom ?? null : null,
      groups: rows.map((row, index) => ({ value: row.value, label: wordsOf(axis, row), figures: shown.groups[index]!, lastYear: monday === null ? null : lastYear[before.findIndex(({ value }) => value === row.value)]! })),
    };
  }

  /** A school's year groups, each beside who was in it last year. Only people who reach single enrolments have any, and from them nothing is hidden. */
  async yearGroups(operation: Operation, schoolId: number): Promise<YearGroupFiguresType[]> {
    const groups = await this.figures.yearGroups(operation, schoolId);
    const span = this.figures.span(operation);
    const scope = { phase: null, schoolId };
    const point = groups.length === 0 ? null : await this.point(operation, span, scope);
    const then = point === null ? [] : await this.lastYear(operation, 'YEAR_GROUP', span, scope, point);
    const monday = point?.monday ?? null;
    return groups.map((group) => ({ ...group, lastYearTo: monday, lastYear: monday === null ? null : then.find(({ value }) => value === group.ncYear) ?? NOTHING }));
  }

  /** Two ways at once: a table of small counts, which is not for people from whom small counts are hidden: it is asked of single enrolments, and they reach none. */
  async crossed(operation: Operation, axis: CohortAxis, across: CohortAxis, scope: Scope): Promise<CrossedFiguresType> {
    if (axis === across) throw new Refusal(RefusalCode.INVALID, 'Figures cannot be split by the same thing twice. Choose another second split.');
    mayAsk(operation, axis);
    mayAsk(operation, across);
    const found = await this.cohorts.crossed(operation, axis, across, this.figures.span(operation), scope);
    const rows = distinct(found.map(({ value, label }) => ({ value, label }))).sort(inOrder(axis));
    const columns = distinct(found.map((row) => ({ value: row.across, label: row.acrossLabel }))).sort(inOrder(across));
    const cells = new Map(found.map((row) => [`${row.value}\n${row.across}`, row]));
    return {
      axis, across, whole: sumOf(found), columns: columns.map((column) => ({ value: column.value, label: wordsOf(across, column) })),
      rows: rows.map((row) => ({ value: row.value, label: wordsOf(axis, row), cells: columns.map((column) => countsOf(cells.get(`${row.value}\n${column.value}`) ?? NOTHING)) })),
    };
  }

  /** Where this year's marks have come to, in last year's weeks: null where there is no last year to tell. */
  private async point(operation: Operation, { academicYear }: Span, scope: Scope): Promise<Point | null> {
    const weeks = (await this.figures.weeks(operation, scope)).filter((week) => week.academicYear === academicYear);
    const recent = periodsOf({ weeks, halfTerm: null, term: null, recentWeeks: ruleValue('standing.recent-school-weeks', operation.today), chosen: null }).find(({ kind }) => kind === PeriodKind.RECENT_WEEKS);
    if (recent === undefined) return null;
    const [monday, recentFrom] = [addDays(recent.to, -WEEKS_A_YEAR), addDays(recent.from, -WEEKS_A_YEAR)];
    const point = { monday, recentFrom, beforeWeek: addDays(monday, -7), beforeRecent: addDays(recentFrom, -7) };
    return (await this.cohorts.keepsPoints(operation, academicYear - 1, [point.monday, point.beforeWeek, point.beforeRecent], scope)) ? point : null;
  }

  /** Last year's groups by the end of that week, and what lies between it and the weeks before. */
  private async lastYear(operation: Operation, axis: CohortAxis, { academicYear }: Span, scope: Scope, { monday, beforeWeek, beforeRecent }: Point): Promise<PointRow[]> {
    const rows = await this.cohorts.points(operation, axis, academicYear - 1, [...new Set([monday, beforeWeek, beforeRecent])], scope);
    const at = (value: string, week: string): Pick<PointSums, 'possible' | 'authorised' | 'unauthorised'> => rows.find((row) => row.value === value && row.monday === week) ?? NOTHING;
    return rows.filter((row) => row.monday === monday).map((row) => {
      const [week, recent] = [at(row.value, beforeWeek), at(row.value, beforeRecent)];
      const absent = ({ authorised, unauthorised }: typeof week): number => authorised + unauthorised;
      return { ...row, weekPossible: row.possible - week.possible, weekAbsent: absent(row) - absent(week), recentPossible: row.possible - recent.possible, recentAbsent: absent(row) - absent(recent) };
    });
  }

  /** For people from whom small counts are hidden: the finest groups of two axes that tell of the same, so that neither tells what the other hides. Every group of this year or the last, since both are shown. */
  private async finer(operation: Operation, axis: CohortAxis, span: Span, scope: Scope, point: Point | null): Promise<{ values: readonly string[]; rows: readonly [readonly PointRow[], readonly PointRow[]] } | null> {
    const finest = operation.actor.reach.kind === 'AGGREGATE' ? finerAxis(axis) : null;
    if (finest === null) return null;
    const rows = [await this.cohorts.totals(operation, finest, span, scope), point === null ? [] : await this.lastYear(operation, finest, span, scope, point)] as const;
    return { rows, values: [...new Set(rows.flat().map(({ value }) => value))].sort() };
  }

  private shown(operation: Operation, { rows, values, finest }: Told, axis: CohortAxis, hides: HidesElsewhere): Shown {
    if (operation.actor.reach.kind !== 'AGGREGATE') return { groups: rows.map(countsOf), whole: sumOf(rows) };
    const [minimum, denominator] = [ruleValue('suppression.minimum', operation.today), ruleValue('suppression.percent-denominator', operation.today)];
    const shown = hideSmall(rows, finest === null ? alone(rows, minimum, denominator) : nested(axis, { rows, values, finest }, minimum, denominator), minimum);
    // Schools are told one by one elsewhere, and a group of schools is their sum; a whole that is hidden elsewhere is hidden here, with whatever adds up to it.
    const isOfSchools = AXIS_PLACES[axis].of === 'SCHOOL';
    const without = (counts: CohortCountsType, isHidden: (count: FigureCount) => boolean): CohortCountsType => ({ ...counts, ...Object.fromEntries(FIGURE_COUNTS.flatMap((count) => (isHidden(count) ? [[count, null]] : []))) });
    const hidesGroups = (count: FigureCount): boolean => (isOfSchools && (count === 'persistent' || count === 'severe' || hides.anySchool(OF_FIGURE[count])))
      || (hides.whole(OF_FIGURE[count]) && shown.groups.every((each) => each[count] !== null));
    return { whole: without(shown.whole, (count) => hides.whole(OF_FIGURE[count])), groups: shown.groups.map((group) => without(group, hidesGroups)) };
  }
}

/** A week of last year, by its Monday, the first of its last school weeks, and the weeks before either. */
interface Point { readonly monday: string; readonly recentFrom: string; readonly beforeWeek: string; readonly beforeRecent: string }

/** What is hidden of a figure where it is told of everything, and where of single schools. */
interface HidesElsewhere { readonly whole: (name: HiddenFigure) => boolean; readonly anySchool: (name: HiddenFigure) => boolean }

interface Named { readonly value: string; readonly label: string }

/** Codes get the words of the rules; what only the database knows by name, such as a trust, is told by it. */
const wordsOf = (axis: CohortAxis, { value, label }: Named): string => (label === value || label === NOT_RECORDED ? cohortLabel(axis, value) : label);
const inOrder = (axis: CohortAxis) => (a: Named, b: Named): number => cohortOrder(axis, a.value) - cohortOrder(axis, b.value) || a.label.localeCompare(b.label);
const distinct = (named: readonly Named[]): Named[] => [...new Map(named.map((one) => [one.value, one])).values()];

/** Refuses an axis about care to whoever may not read care status. */
export function mayAsk(operation: Operation, axis: CohortAxis): void {
  if (isAboutCare(axis) && !operation.can('pupil:read-care-status')) throw new Refusal(RefusalCode.FORBIDDEN, 'Your role does not see who is in care or is a carer. Choose another way to split the figures.');
}

/** No pupil and no session. */
export const NOTHING = Object.fromEntries(COUNTS.map((name) => [name, 0])) as unknown as CohortSums;

interface Shown { readonly groups: readonly CohortCountsType[]; readonly whole: CohortCountsType }

const countsOf = (row: CohortCountsType): CohortCountsType => Object.fromEntries(COUNTS.map((name) => [name, row[name]])) as unknown as CohortCountsType;

/** What is told of last year, its sessions rounded where the count of weeks is. Of single weeks nothing is told to people who see figures only: they are rounded elsewhere, and small groups could be worked out. */
function pointOf(counts: CohortCountsType, rounded: (count: number) => number, tellsWeeks: boolean): CohortPointType {
  const told = { ...Object.fromEntries(POINT_COUNTS.map((name) => [name, counts[name]])), ...Object.fromEntries(OF_WEEKS.map((name) => [name, tellsWeeks ? counts[name] : null])) } as unknown as CohortPointType;
  for (const name of ['authorised', 'unauthorised', 'lateBefore', 'lateAfter'] as const) told[name] = counts[name] === null ? null : rounded(counts[name]);
  const missed = counts.authorised === null || counts.unauthorised === null ? null : rounded(counts.authorised) + rounded(counts.unauthorised);
  if (counts.possible !== null && counts.attended !== null) told.attended = Math.max(0, counts.possible - (missed ?? rounded(counts.possible - counts.attended)));
  return told;
}

function sumOf(rows: readonly CohortSums[]): CohortSums {
  return Object.fromEntries(COUNTS.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)])) as unknown as CohortSums;
}

/** Counts by group, their values, and the finest groups they may be told by as well. */
interface Told { readonly rows: readonly CohortSums[]; readonly values: readonly string[]; readonly finest: readonly (CohortSums & { readonly value: string })[] | null }
/** One count of every group as it may be shown; small ones are hidden where they are of few children. */
type Hide = (name: HiddenCount, isOfFew: boolean) => ShownCells;
type HiddenCount = keyof CohortSums | 'missed';
const countOf = (row: CohortSums, name: HiddenCount): number => (name === 'missed' ? row.authorised + row.unauthorised : row[name]);

const isTooSmall = ({ enrolments }: Pick<CohortSums, 'enrolments'>, denominator: number): boolean => enrolments > 0 && enrolments < denominator;

/** Groups that no other axis tells of. */
const alone = (rows: readonly CohortSums[], minimum: number, denominator: number): Hide => (name, isOfFew) =>
  hideSmallCells(rows.map((row) => countOf(row, name)), isOfFew ? minimum : 0, name === 'enrolments' ? undefined : (index) => isTooSmall(rows[index]!, denominator));

/** Groups of one of two axes that tell of the same: hidden at both depths at once. */
function nested(axis: CohortAxis, { rows, values, finest }: Told, minimum: number, denominator: number): Hide {
  const cells = finest ?? [];
  const { within, partOf } = NESTED_AXES[finerAxis(axis)!]!;
  const parts = cells.map(({ value }) => partOf(value));
  const enrolmentsOf = (part: string): number => cells.reduce((sum, cell, index) => sum + (parts[index] === part ? cell.enrolments : 0), 0);
  return (name, isOfFew) => {
    const mustHide = name === 'enrolments' ? {} : { cell: (index: number) => isTooSmall(cells[index]!, denominator), part: (part: string) => isTooSmall({ enrolments: enrolmentsOf(part) }, denominator) };
    const hidden = hideNested(cells.map((cell, index) => ({ part: parts[index]!, count: countOf(cell, name) })), isOfFew ? minimum : 0, mustHide);
    const isHidden = (value: string): boolean => (axis === within ? hidden.parts.has(value) : hidden.cells.has(cells.findIndex((cell) => cell.value === value)));
    return { cells: rows.map((row, index) => (isHidden(values[index]!) ? null : countOf(row, name))), total: hidden.whole ? null : countOf(sumOf(rows), name) };
  };
}

/**
 * The counts for people who see figures only. A count of pupils or of sessions of a kind is hidden where it is small; of a group too
 * small for a percentage nothing but its size is told; and nothing hidden can be worked out from what is shown. Weeks are rounded.
 */
function hideSmall(rows: readonly CohortSums[], hide: Hide, minimum: number): Shown {
  const sessions = hide('possible', false);
  // Attended sessions are hidden with those missed, and kinds of absence together: they add up to what is told.
  const hideKind = (name: HiddenCount): ShownCells => {
    // The sum over groups is told elsewhere: where it would tell, zeros are hidden as well.
    const shown = hide(name, true);
    return shown.total === null ? { cells: rows.map(() => null), total: null } : shown;
  };
  const [missed, authorised, unauthorised] = [hideKind('missed'), hideKind('authorised'), hideKind('unauthorised')];
  const kinds = [missed, authorised, unauthorised];
  const of: Partial<Record<(typeof COUNTS)[number], readonly ShownCells[]>> = { ...Object.fromEntries(OF_PUPILS.map((name) => [name, [hide(name, true)]])), attended: [missed], authorised: kinds, unauthorised: kinds, lateBefore: [hideKind('lateBefore')], lateAfter: [hideKind('lateAfter')] };
  const isOfPupils = (name: (typeof COUNTS)[number]): boolean => (OF_PUPILS as readonly string[]).includes(name);
  const hiding = (name: (typeof COUNTS)[number]): readonly ShownCells[] => [...(of[name] ?? []), ...(isOfPupils(name) ? [] : [sessions])];
  const told = (counts: CohortSums, isHidden: (cells: ShownCells) => boolean): CohortCountsType => Object.fromEntries(COUNTS.map((name) => [
    name, hiding(name).some(isHidden) ? null : name === 'recentAbsent' || name === 'weekAbsent' ? roundedCount(counts[name], minimum) : counts[name],
  ])) as unknown as CohortCountsType;
  return { groups: rows.map((row, index) => told(row, ({ cells }) => (cells[index] ?? null) === null)), whole: told(sumOf(rows), ({ total }) => total === null) };
}
