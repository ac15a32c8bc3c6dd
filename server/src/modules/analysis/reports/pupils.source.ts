import { codeOfMark, cohortLabel, dayAndMonth, daysOfSessions, furtherClauses, planCell, planWeeks, ratePercent, roundedRate, sessionsToLine, standingSentence, workListLimits, type ReportCell, type WorkListKind, type WorkListLimits } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { EarlyRepository } from '../early.repository.ts';
import { PupilMeasure, PupilSort, SortDirection } from '../figures.inputs.ts';
import type { PupilFiguresType } from '../figures.type.ts';
import type { FiguresService } from '../figures.service.ts';
import type { PlanListRepository } from '../plan-list.repository.ts';
import type { Listing, PupilFiguresRepository } from '../pupil-figures.repository.ts';
import { siblingsOf, type TogetherRepository } from '../together/together.repository.ts';
import { WorkListSort } from '../work-list.inputs.ts';
import type { WorkListRepository } from '../work-list.repository.ts';
import type { StandingRow } from '../work-list.sql.ts';
import type { HalfTermRepository } from './half-term.repository.ts';
import { yearWords } from './list-words.ts';
import type { Question, ReportRow, ReportSource } from './report-source.ts';
import type { ReportsRepository } from './reports.repository.ts';

export const directionOf = ({ descending }: Question): SortDirection => (descending ? SortDirection.DESC : SortDirection.ASC);
/** By what a list of work is sorted, by the columns of its report. */
export const WORK_SORTS: Readonly<Record<string, WorkListSort>> = { pupil: WorkListSort.NAME, school: WorkListSort.SCHOOL, year: WorkListSort.YEAR, absence: WorkListSort.ABSENCE };
const PUPIL_SORTS: Readonly<Record<string, PupilSort>> = { pupil: PupilSort.NAME, year: PupilSort.YEAR, unauthorised: PupilSort.UNAUTHORISED, late: PupilSort.LATE };

/** What each list counts of a pupil, by the column of its report. */
const OWN: Readonly<Partial<Record<WorkListKind, (row: StandingRow, limits: WorkListLimits) => Record<string, ReportCell>>>> = {
  HOLIDAY_EDGE: (row) => ({ edge: row.holidaySessions }),
  PENALTY_WATCH: (row) => ({ penalty: row.penalty }),
  NEARLY_PERSISTENT: (row, limits) => ({ toLine: sessionsToLine(row, limits) }),
  TEN_DAY: (row) => ({ run: daysOfSessions(row.unauthorisedRun) }),
  FIFTEEN_DAY: (row) => ({ ill: daysOfSessions(row.illSessions) }),
};

/** A pupil who stands somewhere, what a report counts of them, and why. */
export function named(row: StandingRow, own: Record<string, ReportCell>, why: string): ReportRow {
  return {
    key: String(row.enrolmentId), pupilId: row.pupilId, schoolId: row.schoolId,
    cells: { pupil: row.name, school: row.schoolName, year: yearWords(row.ncYear), form: row.form, ...own, absence: ratePercent(row.absent, row.possible), days: daysOfSessions(row.absent), why: `${why}.` },
  };
}

/** What is worked out of a page of rows besides what a list counts. */
export type MoreOfRows = (operation: Operation, rows: readonly StandingRow[]) => Promise<(row: StandingRow) => Record<string, ReportCell>>;

/** Reports 7 and 9: the very rows of a list of work. */
export function workListTable(lists: WorkListRepository, families: TogetherRepository, kind: WorkListKind, more?: MoreOfRows): ReportSource {
  return async (operation, question) => {
    const { phase, schoolId, ncYear, mine } = question.filter;
    const filter = { phase, schoolId, ncYear, mine };
    return {
      total: (await lists.totals(operation, filter))[kind], compared: [],
      rows: async (offset, take) => {
        const rows = await lists.rows(operation, kind, filter, WORK_SORTS[question.sort] ?? WorkListSort.OWN, directionOf(question), offset, take);
        const siblings = await siblingsOf(operation, families, rows.map((row) => row.enrolmentId));
        const moreOfRow = await more?.(operation, rows);
        return rows.map((row): ReportRow => {
          const limits = workListLimits(row.marksTo);
          return named(row, { ...OWN[kind]?.(row, limits), ...moreOfRow?.(row) }, standingSentence(kind, row, limits, siblings.get(row.enrolmentId) ?? null));
        });
      },
    };
  };
}

const isMeasure = (threshold: string | null): threshold is PupilMeasure => Object.values(PupilMeasure).some((each) => each === threshold);
const OF_PERSISTENCE: readonly (string | null)[] = ['PERSISTENT', 'SEVERE', 'NEARLY_PERSISTENT'];

/** Who is nearly persistently absent is who stands on the list of that name, and nobody is any of the three at a school where it is too early to say. */
async function thresholdOf(operation: Operation, early: EarlyRepository, threshold: string | null): Promise<Pick<Listing, 'onList' | 'notAt'> & { readonly measure: PupilMeasure }> {
  const notAt = OF_PERSISTENCE.includes(threshold) ? [...await early.schools(operation)] : [];
  if (threshold === 'NEARLY_PERSISTENT') return { measure: PupilMeasure.COUNTED, onList: threshold, notAt };
  return { measure: isMeasure(threshold) ? threshold : PupilMeasure.COUNTED, notAt };
}

/** What is said of pupils besides their sessions: three statements for any number of them. */
async function moreOf(operation: Operation, reports: ReportsRepository, { academicYear }: Question, rows: readonly PupilFiguresType[]) {
  const enrolments = rows.map((row) => row.enrolmentId);
  const codes = new Map<number, string[]>();
  for (const { enrolmentId, mark, sessions } of await reports.codesOfPupils(operation, academicYear, enrolments)) codes.set(enrolmentId, [...(codes.get(enrolmentId) ?? []), `${codeOfMark(mark) ?? mark} ${sessions}`]);
  const trends = new Map((await reports.trends(operation, academicYear, enrolments)).map((each) => [each.enrolmentId, each]));
  const flags = new Map<number, string[]>();
  for (const { pupilId, kind, value } of await reports.flags(operation, rows.map((row) => row.pupilId), operation.can('pupil:read-care-status'))) {
    if (kind === 'SEN' && value === 'N') continue;
    const words = kind === 'FSM' ? 'Free school meals' : cohortLabel(kind === 'CARE' ? 'CARE' : 'SEN', value);
    flags.set(pupilId, [...(flags.get(pupilId) ?? []), words]);
  }
  return { codes, trends, flags };
}

/** Attendance of the last school weeks less that of the weeks before, in percentage points; nothing where either had no session. */
function trendOf(standing: { possible: number; absent: number; recentPossible: number; recentAbsent: number } | undefined): number | null {
  if (standing === undefined) return null;
  const before = { possible: standing.possible - standing.recentPossible, absent: standing.absent - standing.recentAbsent };
  if (before.possible === 0 || standing.recentPossible === 0) return null;
  return roundedRate((before.absent * 100) / before.possible - (standing.recentAbsent * 100) / standing.recentPossible);
}

/** Report 6: who was late often in the half term under way. */
export function oftenLateTable(halfTerms: HalfTermRepository, families: TogetherRepository): ReportSource {
  return async (operation, question) => {
    const { phase, schoolId, ncYear, mine } = question.filter;
    const filter = { phase, schoolId, ncYear, mine };
    const fewest = ruleValue('lateness.watch-per-half-term', operation.today);
    return {
      total: await halfTerms.lateTotal(operation, filter, fewest), compared: [],
      rows: async (offset, take) => {
        const rows = await halfTerms.lateRows(operation, filter, fewest, WORK_SORTS[question.sort] ?? WorkListSort.OWN, directionOf(question), offset, take);
        const siblings = await siblingsOf(operation, families, rows.map((row) => row.enrolmentId));
        return rows.map((row): ReportRow => named(row, { late: row.late }, [
          `Late ${row.late} times in the half term that began in the week of ${dayAndMonth(row.halfTermFrom)}`, ...furtherClauses('LATENESS', row, workListLimits(row.marksTo), siblings.get(row.enrolmentId) ?? null),
        ].join('; ')));
      },
    };
  };
}

/** Report 2: the very rows behind a figure, with more said of each. */
export function pupilTable(figures: FiguresService, pupils: PupilFiguresRepository, reports: ReportsRepository, early: EarlyRepository, plans: PlanListRepository): ReportSource {
  return async (operation, question) => {
    const { academicYear, thresholds } = figures.span(operation);
    const { phase, schoolId, ncYear, mine, threshold } = question.filter;
    const { measure, ...only } = await thresholdOf(operation, early, threshold);
    const listing = { academicYear, weeks: null, thresholds, filter: { phase, schoolId, ncYear, mine, measure }, ...only };
    return {
      total: (await pupils.size(operation, listing)).total, compared: [],
      rows: async (offset, take) => {
        const items = await pupils.items(operation, listing, PUPIL_SORTS[question.sort] ?? PupilSort.ABSENCE, directionOf(question), offset, take);
        const { codes, trends, flags } = await moreOf(operation, reports, question, items);
        const said = await plans.said(operation, items.map((row) => row.enrolmentId));
        return items.map((row): ReportRow => {
          const absent = row.authorised + row.unauthorised;
          return {
            key: String(row.enrolmentId), pupilId: row.pupilId, schoolId: row.schoolId,
            cells: {
              pupil: row.name, school: row.schoolName, year: yearWords(row.ncYear), form: row.form, absence: ratePercent(absent, row.possible), days: daysOfSessions(absent), possible: row.possible, authorised: row.authorised, unauthorised: row.unauthorised,
              late: row.lateBefore + row.lateAfter, codes: (codes.get(row.enrolmentId) ?? []).join(', '), trend: trendOf(trends.get(row.enrolmentId)), flags: (flags.get(row.pupilId) ?? []).join(', '), plan: planCell(said.get(row.enrolmentId) ?? null, planWeeks(operation.today)),
            },
          };
        });
      },
    };
  };
}
