import { DEFINITION_NAMES, EXPLAINED_REASONS, LIST_TITLES, ratePercent, ROW_MEASURES, WatchKind, type ExplainedMeasureName } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import { ruleValue } from '@attendance/shared/kernel';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { ExplainedDefinition, ExplainedFilter, ExplainedSide, FigureInput, FigureLine } from '../explaining/explain.inputs.ts';
import type { ExplainService } from '../explaining/explain.service.ts';
import type { ExplainedPupilsPageType } from '../explaining/explain.type.ts';
import type { RowsService } from '../explaining/rows.service.ts';
import { PupilMeasure, SortDirection } from '../figures.inputs.ts';
import type { ReasonsService } from '../reasons.service.ts';
import type { WatchListService } from '../watching/watch-list.service.ts';
import type { WatchedPupilType, WatchedSchoolType, WatchListPageType } from '../watching/watch.type.ts';
import { lineColumns, REASON_COLUMNS, WATCHED_PUPIL_COLUMNS, WATCHED_SCHOOL_COLUMNS } from './list-columns.ts';
import { countedTable, NAMES_NEED, noNames, type OpenList } from './list-files.ts';
import type { FurtherOrder, ListOrder } from './list-order.ts';
import { listFilterWords, yearWords } from './list-words.ts';
import type { ReportRow, ReportTable } from './report-source.ts';

const FURTHER: readonly string[] = ['EXPLAINED', 'EXPLAINED_ROWS', 'REASONS', 'WATCHED'] satisfies readonly FurtherOrder['list'][];
export const isFurther = (order: ListOrder | FurtherOrder): order is FurtherOrder => FURTHER.includes(order.list);

const NOWHERE = { phase: null, schoolId: null, mine: false };
const FIGURES: Readonly<Record<ExplainedMeasureName, string>> = {
  ATTENDANCE: 'attendance', UNAUTHORISED: 'unauthorised absence', PERSISTENT: 'persistent absence', SEVERE: 'severe absence', LATE: 'late', AUTHORISED: 'authorised absence', MISSING: 'sessions without a mark', PUPILS: 'pupils counted',
};
const SIDES: Readonly<Record<ExplainedSide, string>> = {
  LEFT_OUT: 'counted here, not there', ONLY_HERE: 'in the part here, not there', ONLY_THERE: 'in the part there, not here', FEWER: 'with fewer sessions there', OF: 'of those', SAME: 'the same here and there',
};

/** The definition a line sets beside ours; null on a line of our own. */
const besideOurs = (definition: ExplainedDefinition): string | null => (definition === 'LOCAL' || definition === 'OF' || definition === 'SESSIONS' ? null : DEFINITION_NAMES[definition]);

/** "DfE daily series, counted here, not there: under 5 at 31 August". */
function lineWords({ definition, side, reason }: FigureLine): string {
  const theirs = besideOurs(definition);
  if (theirs !== null) return `${theirs}, ${SIDES[side]}: ${EXPLAINED_REASONS[reason]}`;
  return `${definition === 'OF' ? 'In our figure: ' : definition === 'LOCAL' && reason !== 'RECORDED' && reason !== 'IN_FIGURE' ? 'Left out of our figure, or one of its parts: ' : ''}${EXPLAINED_REASONS[reason]}`;
}

const attendance = (possible: number, absent: number) => ratePercent(possible - absent, possible);
const attendedOf = ({ possible, absent, recentPossible, recentAbsent, sincePossible, sinceAbsent }: WatchedPupilType | WatchedSchoolType) => ({
  yearAttendance: attendance(possible, absent), yearPossible: possible, recentAttendance: attendance(recentPossible, recentAbsent), recentPossible, watchingAttendance: attendance(sincePossible, sinceAbsent), watchingPossible: sincePossible,
});

/** Lists that are no list of work, as files: the rows of their pages from the services of their pages. */
export class LineFiles {
  constructor(private readonly explaining: ExplainService, private readonly rows: RowsService, private readonly reasons: ReasonsService, private readonly watching: WatchListService) {}

  async open(operation: Operation, order: FurtherOrder): Promise<OpenList> {
    const needs = [...NAMES_NEED, ...(order.list === 'REASONS' ? ['register:read'] : [])];
    if (!needs.every((each) => operation.can(each))) throw noNames();
    const sheet = { sheet: 'List', name: `list-${order.list.toLowerCase().replaceAll('_', '-')}` };
    switch (order.list) {
      case 'EXPLAINED': return { ...sheet, ...(await this.ofLine(operation, order.line)) };
      case 'EXPLAINED_ROWS': return { ...sheet, ...(await this.ofRows(operation, order.figure, order.line)) };
      case 'REASONS': return { ...sheet, ...(await this.ofReasons(operation, order.schoolId)) };
      case 'WATCHED': return { ...sheet, ...(await this.ofWatched(operation, order.id)) };
    }
  }

  private async ofLine(operation: Operation, line: ExplainedFilter): Promise<Rest> {
    const { measure, definition, side, reason, schoolId = null, phase = null } = line;
    const { table, first } = await countedTable((offset, take) => this.explaining.lineOf(operation, line, offset, take), rowsOfLine);
    return {
      ...lineOf(line, first, table), place: { ...NOWHERE, schoolId, phase }, academicYear: academicYearOf(operation.today),
      details: { list: 'EXPLAINED', explained: { measure, schoolId, phase }, line: { definition, side, reason } },
      words: (school) => [`Figure: ${FIGURES[measure]}`, `Line: ${lineWords(line)}`, ...placeWords({ schoolId, phase }, school)].join('; '),
    };
  }

  private async ofRows(operation: Operation, figure: FigureInput, line: FigureLine): Promise<Rest> {
    const { rows, list, of } = figure;
    const { table, first } = await countedTable((offset, take) => this.rows.lineOf(operation, figure, line, offset, take), rowsOfLine);
    const { schoolId = null, phase = null, mine = false } = rows ?? of ?? {};
    return {
      ...lineOf(line, first, table), place: { schoolId: schoolId ?? null, phase: phase ?? null, mine: mine === true }, academicYear: first.academicYear,
      details: { list: 'EXPLAINED_ROWS', explained: { ...(rows ?? of), list: list ?? null }, line: { ...line } },
      words: (school) => {
        const filter = listFilterWords({ list: list ?? 'PUPILS', filter: rows ?? { ...of, measure: PupilMeasure.REGISTERED }, sort: null, direction: SortDirection.DESC }, school);
        return [list ? `Figure: ${LIST_TITLES[list]}` : `Figure: ${ROW_MEASURES[rows?.measure ?? PupilMeasure.COUNTED]}`, `Line: ${lineWords(line)}`, filter].join('; ');
      },
    };
  }

  private async ofReasons(operation: Operation, schoolId: number): Promise<Rest> {
    const within = ruleValue('reason-not-established.school-days', operation.today);
    const { table, first } = await countedTable((offset, take) => this.reasons.pupilRows(operation, schoolId, offset, take), ({ items }) => items.map((row): ReportRow => ({
      key: String(row.pupilId), pupilId: row.pupilId, cells: { pupil: row.name, year: yearWords(row.ncYear), form: row.form, sessions: row.sessions, oldest: row.oldestOn },
    })));
    operation.audit.schoolIds.add(schoolId);
    return {
      heading: ['Reasons overdue'], part: { columns: REASON_COLUMNS, namesPupils: true }, table, sorted: 'Oldest first', place: { ...NOWHERE, schoolId }, academicYear: academicYearOf(operation.today),
      of: `Sessions still marked N more than ${within} school days later, of the last six weeks: ${first.sessions} in all. One row is one pupil.`,
      details: { list: 'REASONS', schoolId }, words: (school) => `School: ${school ?? schoolId}`,
    };
  }

  /** A list is taken out by whoever keeps it; colleagues read a shared one on its page. */
  private async ofWatched(operation: Operation, id: number): Promise<Rest> {
    const page = await this.watching.page(operation, id);
    const { list } = page;
    if (!list.isMine) throw new Refusal(RefusalCode.FORBIDDEN, `This list is ${list.ownerName || 'a colleague'}’s: only its owner takes it out of the portal. Nothing was downloaded. Ask them for it.`);
    const ofPupils = list.kind === WatchKind.PUPILS;
    const rows = ofPupils ? watchedPupils(page) : watchedSchools(page);
    return {
      heading: ['Watch list', ofPupils ? 'Children watched' : 'Schools watched'], part: { columns: ofPupils ? WATCHED_PUPIL_COLUMNS : WATCHED_SCHOOL_COLUMNS, namesPupils: ofPupils },
      table: { total: rows.length, compared: [], rows: async (offset, take) => rows.slice(offset, offset + take) }, sorted: 'Own order of the list', place: NOWHERE, academicYear: academicYearOf(operation.today),
      of: `Sessions attended of possible ones. The last weeks are the last ${ruleValue('standing.recent-school-weeks', operation.today)} school weeks; since watched is counted from the Monday of that week.`,
      details: { list: 'WATCHED', watchList: list.id }, words: () => `List: ${list.name}`,
    };
  }
}

type Rest = Omit<OpenList, 'sheet' | 'name'>;

const placeWords = ({ schoolId, phase }: { readonly schoolId: number | null; readonly phase: string | null }, school: string | null): string[] =>
  (schoolId === null && phase === null ? [] : [listFilterWords({ list: 'SEVERE', filter: { schoolId, phase, measure: PupilMeasure.COUNTED }, sort: null, direction: SortDirection.DESC }, school)]);

/** What is alike in the files of lines, whatever they explain. */
function lineOf(line: FigureLine, { sessions }: ExplainedPupilsPageType, table: ReportTable): Pick<Rest, 'heading' | 'part' | 'of' | 'sorted' | 'table'> {
  const theirs = besideOurs(line.definition);
  return {
    heading: ['One line of an explanation'], part: { columns: lineColumns(theirs, sessions !== null), namesPupils: true }, sorted: sessions === null ? 'Names, from A' : 'Most sessions first', table,
    of: `The enrolments of one line of the explanation of a figure: a pupil with two enrolments is listed once for each.${sessions === null ? '' : ` Their sessions of this kind add up to ${sessions}.`} Sessions missed are by our own count${theirs === null ? '' : ', and as the other definition counts them'}.`,
  };
}

const rowsOfLine = ({ items }: ExplainedPupilsPageType): ReportRow[] => items.map((row) => ({
  key: String(row.enrolmentId), pupilId: row.pupilId, schoolId: row.schoolId,
  cells: {
    pupil: row.name, school: row.schoolName, year: yearWords(row.ncYear), form: row.form, left: row.leftOn, sessions: row.sessions, absence: ratePercent(row.absent, row.possible), missed: row.absent, possible: row.possible,
    theirMissed: row.theirAbsent, theirPossible: row.theirPossible,
  },
}));

const watchedPupils = ({ pupils }: WatchListPageType): ReportRow[] => pupils.map((row) => ({
  key: String(row.entryId), pupilId: row.pupilId, cells: { pupil: row.name, school: row.schoolName, year: row.ncYear === '' ? 'On no roll within your reach' : yearWords(row.ncYear), form: row.form, why: `${row.sentence}.`, watched: row.why, since: row.watchedOn, ...attendedOf(row) },
}));
const watchedSchools = ({ schools }: WatchListPageType): ReportRow[] => schools.map((row) => ({
  key: String(row.entryId), schoolId: row.schoolId, cells: { school: row.name, why: `${row.sentence}.`, watched: row.why, since: row.watchedOn, ...attendedOf(row), silent: row.silentDays },
}));
