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
import { sortWords, yearWords } from './list-words.ts';
import type { OpenFile } from './report-file.ts';
import type { ReportRow, ReportTable } from './report-source.ts';

export type { ListOrder } from './list-order.ts';
/** A list as it is written to a file, and of which schools and year it is. */
export interface OpenList extends Omit<OpenFile, 'filterWords' | 'marksTo' | 'coverage' | 'hidesSmall' | 'more'> { readonly place: { phase: string | null; schoolId: number | null; mine: boolean }; readonly academicYear: number }
type Rows = Pick<OpenList, 'table' | 'of' | 'part' | 'heading'>;

const yearOf = (week: string | null, today: string): number => (week === null ? academicYearOf(today) : academicYearOfWeek(week));
const table = (total: number, rows: ReportTable['rows']): ReportTable => ({ total, compared: [], rows });

/** The lists of the pages as files: the same rows from the same places, a batch at a time. */
export class ListFiles {
  constructor(private readonly pupils: PupilFiguresService, private readonly lists: WorkListService, private readonly together: TogetherService) {}

  async open(operation: Operation, order: ListOrder): Promise<OpenList> {
    const needs = ['report:read', 'pupil:read', ...(order.list === 'SIBLINGS' ? ['pupil:read-family'] : [])];
    if (!needs.every((each) => operation.can(each))) throw new Refusal(RefusalCode.FORBIDDEN, 'Your role does not include files with names. Nothing was downloaded. Ask your manager if you need it.');
    const { filter } = order;
    return {
      ...await this.rowsOf(operation, order), sheet: 'List', name: `list-${order.list.toLowerCase().replaceAll('_', '-')}`,
      sorted: sortWords(order),
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
    const page = (offset: number, take: number) => this.pupils.rows(operation, filter, sort, direction, offset, take);
    const { total, sessions } = await page(0, 1);
    return {
      heading: ['List of pupils'], part: { columns: PUPIL_COLUMNS, namesPupils: true },
      of: `Enrolments that the figure counts: a pupil with two enrolments is listed once for each. ${sessions === null ? '' : `Their sessions of the measure add up to ${sessions}. `}Figures are sessions.`,
      table: table(total, async (offset, take) => (await page(offset, take)).items.map((row): ReportRow => ({
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
      table: table((await page(0, 1)).total, async (offset, take) => {
        const { rows, sentences } = await page(offset, take);
        return rows.map((row): ReportRow => ({
          key: String(row.enrolmentId), pupilId: row.pupilId, schoolId: row.schoolId,
          cells: { pupil: row.name, school: row.schoolName, year: yearWords(row.ncYear), form: row.form, why: `${sentences.get(row.enrolmentId) ?? ''}.`, absence: ratePercent(row.absent, row.possible), missed: row.absent, possible: row.possible },
        }));
      }),
    };
  }

  private async ofFamilies(operation: Operation, filter: WorkListFilter): Promise<Rows> {
    return {
      heading: [TOGETHER_TITLES.SIBLINGS], part: { columns: FAMILY_COLUMNS, namesPupils: true }, of: `${siblingsRule(siblingSessions(operation.today), ruleValue('standing.recent-school-weeks', operation.today))} One row is one family.`,
      table: table(await this.together.familyTotal(operation, filter), async (offset, take) => (await this.together.familyRows(operation, filter, offset, take)).items.map((row): ReportRow => ({
        key: row.key, pupilIds: row.children.map(({ pupilId }) => pupilId),
        cells: {
          pupil: row.children.map((child) => `${child.name} (${yearWords(child.ncYear)}, ${child.schoolName})`).join('; '), why: `${row.sentence}.`, together: row.sessions,
          missed: row.children.map((child) => `${child.name}: ${child.absent} of ${child.possible}`).join('; '),
        },
      }))),
    };
  }

  private async ofMoves(operation: Operation, filter: WorkListFilter): Promise<Rows> {
    return {
      heading: [TOGETHER_TITLES.TRANSITION], part: { columns: MOVE_COLUMNS, namesPupils: true }, of: transitionRule(transitionLimits(operation.today)),
      table: table(await this.together.transitionTotal(operation, filter), async (offset, take) => (await this.together.transitionRows(operation, filter, offset, take)).items.map((row): ReportRow => ({
        key: String(row.pupilId), pupilId: row.pupilId, schoolId: row.schoolId,
        cells: { pupil: row.name, school: row.schoolName, year: yearWords(row.ncYear), form: row.form, why: `${row.sentence}.`, missedBefore: row.beforeAbsent, possibleBefore: row.beforePossible, missedSince: row.sinceAbsent, possibleSince: row.sincePossible },
      }))),
    };
  }
}
