import { isOfPlans, LIST_TITLES, listRule, ratePercent, siblingSessions, siblingsRule, TOGETHER_TITLES, transitionLimits, transitionRule, workListLimits, type ListKind } from '@attendance/shared/attendance';
import { academicYearOf, academicYearOfWeek } from '@attendance/shared/calendar';
import { ruleValue } from '@attendance/shared/kernel';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { PupilSort, type PupilFilter, type SortDirection } from '../figures.inputs.ts';
import type { PupilFiguresService } from '../pupil-figures.service.ts';
import type { TogetherService } from '../together/together.service.ts';
import { WorkListSort, type WorkListFilter } from '../work-list.inputs.ts';
import type { WorkListService } from '../work-list.service.ts';
import { FAMILY_COLUMNS, MOVE_COLUMNS, PUPIL_COLUMNS, WORK_COLUMNS } from './list-columns.ts';
import type { ListOrder } from './list-order.ts';
import { listFilterWords, sortWords, yearWords } from './list-words.ts';
import type { OpenFile } from './report-file.ts';
import { BATCH, type ReportRow, type ReportTable } from './report-source.ts';

/** A list as it is written to a file, and of which schools and year it is. */
export interface OpenList extends Omit<OpenFile, 'filterWords' | 'marksTo' | 'coverage' | 'hidesSmall' | 'more'> {
  readonly place: { phase: string | null; schoolId: number | null; mine: boolean };
  readonly academicYear: number;
  /** Its filter in words; `school` is the name of the one school it is of. */
  words(school: string | null): string;
}
/** What a file with names needs, whatever list it is of. */
export const NAMES_NEED = ['report:read', 'pupil:read'];
export const noNames = (): Refusal => new Refusal(RefusalCode.FORBIDDEN, 'Your role does not include files with names. Nothing was downloaded. Ask your manager if you need it.');
type Rows = Pick<OpenList, 'table' | 'of' | 'part' | 'heading'>;

const yearOf = (week: string | null, today: string): number => (week === null ? academicYearOf(today) : academicYearOfWeek(week));
const table = (total: number, rows: ReportTable['rows']): ReportTable => ({ total, compared: [], rows });

/** Rows whose page says how many there are: the first of them are read once, for the count and for themselves. */
export async function countedTable<Page extends { readonly total: number }>(page: (offset: number, take: number) => Promise<Page>, rowsOf: (page: Page) => readonly ReportRow[]): Promise<{ readonly first: Page; readonly table: ReportTable }> {
  const first = await page(0, BATCH);
  return { first, table: table(first.total, async (offset, take) => rowsOf(offset === 0 && take === BATCH ? first : await page(offset, take))) };
}

/** The lists of the pages as files: the same rows from the same places, a batch at a time. */
export class ListFiles {
  constructor(private readonly pupils: PupilFiguresService, private readonly lists: WorkListService, private readonly together: TogetherService) {}

  async open(operation: Operation, order: ListOrder): Promise<OpenList> {
    const needs = [...NAMES_NEED, ...(order.list === 'SIBLINGS' ? ['pupil:read-family'] : [])];
    if (!needs.every((each) => operation.can(each))) throw noNames();
    const { filter } = order;
    return {
      ...await this.rowsOf(operation, order), sheet: 'List', name: `list-${order.list.toLowerCase().replaceAll('_', '-')}`,
      sorted: sortWords(order), words: (school) => listFilterWords(order, school),
      details: { list: order.list, filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null && value !== false)), sort: order.sort },
      place: { phase: filter.phase ?? null, schoolId: filter.schoolId ?? null, mine: filter.mine === true }, academicYear: filter.academicYear ?? yearOf(filter.toWeek ?? filter.fromWeek ?? null, operation.today),
    };
  }

  private async rowsOf(operation: Operation, { list, filter, sort, direction }: ListOrder): Promise<Rows> {
    if (list === 'PUPILS') return this.ofPupils(operation, filter, (sort ?? PupilSort.ABSENCE) as PupilSort, direction);
    const { phase = null, schoolId = null, ncYear = null, mine = null } = filter;
    const whose = { phase, schoolId, ncYear, mine };
    if (list === 'SIBLINGS') return this.ofFamilies(operation, whose);
    if (list === 'TRANSITION') return this.ofMoves(operation, whose);
    return this.ofWork(operation, list, whose, (sort ?? WorkListSort.OWN) as WorkListSort, direction);
  }

  private async ofPupils(operation: Operation, filter: PupilFilter, sort: PupilSort, direction: SortDirection): Promise<Rows> {
    const { total, sessions } = await this.pupils.size(operation, filter);
    return {
      heading: ['List of pupils'], part: { columns: PUPIL_COLUMNS.filter(({ key }) => key !== 'coded' || filter.code), namesPupils: true },
      of: `Enrolments that the figure counts: a pupil with two enrolments is listed once for each. ${sessions === null ? '' : `Their sessions of the measure add up to ${sessions}. `}Figures are sessions.`,
      table: table(total, async (offset, take) => (await this.pupils.rows(operation, filter, sort, direction, offset, take)).map((row): ReportRow => ({
        key: String(row.enrolmentId), pupilId: row.pupilId, schoolId: row.schoolId,
        cells: {
          pupil: row.name, school: row.schoolName, year: yearWords(row.ncYear), form: row.form, left: row.leftOn, absence: ratePercent(row.authorised + row.unauthorised, row.possible), missed: row.authorised + row.unauthorised, possible: row.possible,
          attended: row.attended, authorised: row.authorised, unauthorised: row.unauthorised, lateBefore: row.lateBefore, lateAfter: row.lateAfter, missing: row.missing, coded: row.coded,
        },
      }))),
    };
  }

  private async ofWork(operation: Operation, kind: ListKind, filter: WorkListFilter, sort: WorkListSort, direction: SortDirection): Promise<Rows> {
    const page = (offset: number, take: number) => this.lists.found(operation, kind, { filter, sort, direction, offset, take });
    return {
      heading: [LIST_TITLES[kind], isOfPlans(kind) ? 'List of plans' : 'List of work'], part: { columns: WORK_COLUMNS, namesPupils: true },
      of: `${listRule(kind, workListLimits(operation.today), operation.today)} Pupils on roll, counted up to the last marks of each school; a pupil with two enrolments is listed once for each.`,
      table: (await countedTable(page, ({ rows, sentences }) => rows.map((row): ReportRow => ({
        key: String(row.enrolmentId), pupilId: row.pupilId, schoolId: row.schoolId,
        cells: { pupil: row.name, school: row.schoolName, year: yearWords(row.ncYear), form: row.form, why: `${sentences.get(row.enrolmentId) ?? ''}.`, absence: ratePercent(row.absent, row.possible), missed: row.absent, possible: row.possible },
      })))).table,
    };
  }

  private async ofFamilies(operation: Operation, filter: WorkListFilter): Promise<Rows> {
    return {
      heading: [TOGETHER_TITLES.SIBLINGS], part: { columns: FAMILY_COLUMNS, namesPupils: true }, of: `${siblingsRule(siblingSessions(operation.today), ruleValue('standing.recent-school-weeks', operation.today))} One row is one family.`,
      table: (await countedTable((offset, take) => this.together.familyRows(operation, filter, offset, take), ({ items }) => items.map((row): ReportRow => ({
        key: row.key, pupilIds: row.children.map(({ pupilId }) => pupilId),
        cells: {
          pupil: row.children.map((child) => `${child.name} (${yearWords(child.ncYear)}, ${child.schoolName})`).join('; '), why: `${row.sentence}.`, together: row.sessions,
          missed: row.children.map((child) => `${child.name}: ${child.absent} of ${child.possible}`).join('; '),
        },
      })))).table,
    };
  }

  private async ofMoves(operation: Operation, filter: WorkListFilter): Promise<Rows> {
    return {
      heading: [TOGETHER_TITLES.TRANSITION], part: { columns: MOVE_COLUMNS, namesPupils: true }, of: transitionRule(transitionLimits(operation.today)),
      table: (await countedTable((offset, take) => this.together.transitionRows(operation, filter, offset, take), ({ items }) => items.map((row): ReportRow => ({
        key: String(row.pupilId), pupilId: row.pupilId, schoolId: row.schoolId,
        cells: { pupil: row.name, school: row.schoolName, year: yearWords(row.ncYear), form: row.form, why: `${row.sentence}.`, missedBefore: row.beforeAbsent, possibleBefore: row.beforePossible, missedSince: row.sinceAbsent, possibleSince: row.sincePossible },
      })))).table,
    };
  }
}
