import { partsFor, REPORTS, REPORT_THRESHOLDS, ReportFilterKind, reportPart, persistenceSaid, workListLimits, workListRule, type ReportCell, type ReportDefinition, type ReportPart } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import { ruleValue, type RuleName } from '@attendance/shared/kernel';
import { schoolPhaseLabel } from '@attendance/shared/organisations';
import { notFound, Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { FiguresRepository } from '../figures.repository.ts';
import { seesFiguresOnly, type AskedSchool, type Question, type ReportAsked, type ReportRow, type ReportSource, type ReportTable } from './report-source.ts';
import { isFurther, type LineFiles } from './line-files.ts';
import type { ListFiles } from './list-files.ts';
import type { FurtherOrder, ListOrder } from './list-order.ts';
import { yearWords } from './list-words.ts';
import type { OpenFile } from './report-file.ts';
import type { ReportsRepository } from './reports.repository.ts';
import type { ReportPageType, ReportRowType, ReportType } from './reports.type.ts';

/** What is asked of a report, by page or as a file. */
export interface ReportOrder {
  readonly number: number;
  readonly part: string | null;
  readonly filter: Partial<{ readonly [Key in keyof ReportAsked]: ReportAsked[Key] | null | undefined }>;
  readonly sort: string | null;
  readonly descending: boolean | null;
}

/** A report answered: its definition as whoever asks may see it, its words, and its rows. */
export interface OpenReport extends Pick<ReportPageType, 'filterWords' | 'of' | 'marksTo' | 'coverage' | 'hidesSmall'> {
  readonly report: ReportType;
  readonly part: ReportPart;
  readonly question: Question;
  readonly table: ReportTable;
}

/** Standard reports: who may open which, what is counted, and who was shown. */
export class ReportsService {
  constructor(private readonly sources: Readonly<Record<string, ReportSource>>, private readonly reports: ReportsRepository, private readonly figures: FiguresRepository, private readonly lists: ListFiles, private readonly further: LineFiles) {}

  /** A list as a file, by the filter of its page; refuses whoever may not take names out. */
  async openList(operation: Operation, order: ListOrder | FurtherOrder): Promise<OpenFile> {
    const list = isFurther(order) ? await this.further.open(operation, order) : await this.lists.open(operation, order);
    const schools = new Map((await this.reports.schools(operation, { ...list.place, ncYear: null, threshold: null })).map((each) => [each.schoolId, each]));
    const { marksTo, words } = await this.coverage(operation, list.academicYear, schools);
    const { schoolId } = list.place;
    return { ...list, filterWords: list.words(schoolId === null ? null : (schools.get(schoolId)?.name ?? null)), marksTo, coverage: words, hidesSmall: false, more: [] };
  }

  /** The reports of which whoever asks may open at least a part. */
  list(operation: Operation): ReportType[] {
    return REPORTS.map((report) => openTo(operation, report)).filter(({ parts }) => parts.length > 0);
  }

  async page(operation: Operation, order: ReportOrder, offset: number, take: number): Promise<ReportPageType> {
    const opened = await this.open(operation, order);
    const { report, part, question, table, filterWords, of, marksTo, coverage, hidesSmall } = opened;
    const rows = await table.rows(offset, take);
    noteShown(operation, rows);
    Object.assign(operation.audit.details, { ...detailsOf(opened), offset, total: table.total });
    return {
      report, part: part.key, total: table.total, rows: rows.map((row) => rowOf(part, row)), compared: table.compared.map((row) => rowOf(part, row)),
      filterWords, of, marksTo, coverage, sort: question.sort, descending: question.descending, hidesSmall,
    };
  }

  /** A part of a report, filtered and in order; refuses what whoever asks may not open. */
  async open(operation: Operation, { number, part: key, filter: given, sort, descending }: ReportOrder): Promise<OpenReport> {
    const definition = REPORTS.find((each) => each.number === number);
    const wanted = definition === undefined ? undefined : reportPart(definition, key);
    if (definition === undefined || (key !== null && wanted === undefined)) throw notFound('report');
    const report = openTo(operation, definition);
    const part = report.parts.find((each) => each.key === key) ?? (key === null ? report.parts[0] : undefined);
    if (part === undefined) throw new Refusal(RefusalCode.FORBIDDEN, 'Your role does not include this report. Nothing was shown or sent. Ask your manager if you need it.');
    const source = this.sources[`${number}.${part.key}`];
    if (source === undefined) throw new Error(`Report ${number} has no way to its part ${part.key}.`);
    const filter = taken(part, given);
    const academicYear = academicYearOf(operation.today);
    const schools = new Map((await this.reports.schools(operation, filter)).map((each) => [each.schoolId, each]));
    const by = part.columns.find((each) => each.sortable && each.key === sort);
    const question: Question = { part, filter, sort: by?.key ?? part.sort, descending: descending ?? (by === undefined || by.key === part.sort ? part.descending : true), academicYear, schools };
    const { marksTo, words } = await this.coverage(operation, academicYear, schools);
    return { report, part, question, table: await source(operation, question), filterWords: filterWords(filter, schools), of: ofWords(operation, part), marksTo, coverage: words, hidesSmall: seesFiguresOnly(operation) };
  }

  /** How far the marks of the schools asked for reach. People who reach single pupils see no school's. */
  private async coverage(operation: Operation, academicYear: number, schools: ReadonlyMap<number, AskedSchool>): Promise<{ marksTo: string | null; words: string }> {
    const rows = (await this.figures.coverage(operation, academicYear)).filter(({ schoolId }) => schools.get(schoolId)?.isAsked === true);
    const held = rows.filter(({ marksTo }) => marksTo !== null);
    if (held.length === 0) return { marksTo: null, words: 'How far the marks of whole schools reach is not shown to you, or none is held.' };
    const complete = held.filter(({ marksTo, expectedTo }) => marksTo !== null && marksTo >= expectedTo).length;
    return {
      marksTo: held.reduce((latest, { marksTo }) => (marksTo !== null && marksTo > latest ? marksTo : latest), ''),
      words: `${complete} of ${rows.length} ${rows.length === 1 ? 'school has' : 'schools have'} sent marks up to the last school day.`,
    };
  }
}

function openTo(operation: Operation, definition: ReportDefinition): Omit<ReportType, 'parts'> & { readonly parts: readonly ReportPart[] } {
  return { ...definition, elsewhere: definition.elsewhere.filter(({ needs }) => operation.can(needs)), parts: partsFor(definition, (permission) => operation.can(permission), seesFiguresOnly(operation)) };
}

/** What a part takes of a filter; the rest would be said in words and not done. */
function taken({ filters }: ReportPart, { phase, schoolId, ncYear, mine, threshold }: ReportOrder['filter']): ReportAsked {
  const takes = (kind: ReportFilterKind): boolean => filters.includes(kind);
  return {
    phase: takes(ReportFilterKind.PHASE) ? (phase ?? null) : null, schoolId: takes(ReportFilterKind.SCHOOL) ? (schoolId ?? null) : null, ncYear: takes(ReportFilterKind.YEAR) ? (ncYear ?? null) : null,
    mine: takes(ReportFilterKind.MINE) && mine === true, threshold: takes(ReportFilterKind.THRESHOLD) && threshold !== null && threshold !== undefined && Object.hasOwn(REPORT_THRESHOLDS, threshold) ? threshold : null,
  };
}

function filterWords({ phase, schoolId, ncYear, mine, threshold }: ReportAsked, schools: ReadonlyMap<number, AskedSchool>): string {
  const words = [
    threshold !== null && `Pupils: ${REPORT_THRESHOLDS[threshold as keyof typeof REPORT_THRESHOLDS].toLowerCase()}`, schoolId !== null && `School: ${schools.get(schoolId)?.name ?? schoolId}`,
    phase !== null && `Phase: ${schoolPhaseLabel(phase).toLowerCase()}`, ncYear !== null && `Year group: ${yearWords(ncYear)}`, mine && 'Only schools whose named officer you are',
  ].filter((each) => each !== false);
  return words.length === 0 ? 'None: everything you may see' : words.join('; ');
}

/** What a part counts, with the numbers in force where its words name a rule. */
function ofWords(operation: Operation, { of, list, persistence }: ReportPart): string {
  const said = of.replace(/\{([a-z.-]+)\}/g, (_, name: string) => String(ruleValue(name as RuleName, operation.today)));
  const words = persistence ? `${said} Persistent and severe absence: ${persistenceSaid(operation.today)}.` : said;
  return list === null ? words : `${workListRule(list, workListLimits(operation.today))} ${words}`;
}

/** Notes every child and school of some rows in the trail. */
export function noteShown(operation: Operation, rows: readonly ReportRow[]): void {
  for (const { pupilId, pupilIds, schoolId } of rows) {
    if (pupilIds !== undefined) operation.audit.viewed(pupilIds);
    else if (pupilId !== undefined) operation.audit.pupilIds.add(pupilId);
    else if (schoolId !== undefined) operation.audit.schoolIds.add(schoolId);
  }
}

/** What the trail says was asked. */
export const detailsOf = ({ report, part, question }: OpenReport): Record<string, unknown> => ({ report: report.number, part: part.key, filter: Object.fromEntries(Object.entries(question.filter).filter(([, value]) => value !== null && value !== false)), sort: question.sort });

/** The cells of a row in the order of the columns. */
export const cellsOf = ({ columns }: Pick<ReportPart, 'columns'>, { cells }: ReportRow): ReportCell[] => columns.map(({ key }) => cells[key] ?? null);

function rowOf(part: ReportPart, row: ReportRow): ReportRowType {
  return { key: row.key, cells: cellsOf(part, row).map((cell) => (cell === null ? null : String(cell))), schoolId: row.schoolId ?? null, pupilId: row.pupilId ?? null, opensWith: opensWithOf(row) };
}

function opensWithOf({ opensWith, schoolId, pupilId }: ReportRow): string | null {
  if (pupilId !== undefined) return null;
  const kept = opensWith ?? (schoolId === undefined ? null : { schoolId });
  return kept === null ? null : new URLSearchParams(Object.entries(kept).flatMap(([name, value]): [string, string][] => (value === null || value === false ? [] : [[name, value === true ? 'yes' : String(value)]]))).toString();
}
