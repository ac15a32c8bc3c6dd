import { addsSessions, isOfPersistence, isPlainCount, saysPersistence, secondHalfOfSummerFrom, thresholdsOfList, thresholdsOfMeasure } from '@attendance/shared/attendance';
import { addDays } from '@attendance/shared/kernel';
import { Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { EarlyRepository } from '../early.repository.ts';
import { PupilMeasure, type PupilFilter } from '../figures.inputs.ts';
import type { FiguresService } from '../figures.service.ts';
import type { PupilFiguresService } from '../pupil-figures.service.ts';
import type { FigureInput, FigureLine } from './explain.inputs.ts';
import type { ExplainRepository } from './explain.repository.ts';
import { coverageOf, latestOf } from './explain.service.ts';
import type { ExplainedPupilsPageType, RowsExplanationType } from './explain.type.ts';
import { definitionsOfRows, noDefinitionsOf, stepsOfRows } from './rows-steps.ts';
import type { FigureOfRows, RowsRepository } from './rows.repository.ts';

/** The academic years anybody may ask for: the database has no day in the year 0. */
const [FIRST_YEAR, LAST_YEAR] = [2000, 2098];

/** Explains any figure by the filter of the list of its rows, so whoever may see the rows may ask, and nobody else. */
export class RowsService {
  constructor(private readonly figures: FiguresService, private readonly lists: PupilFiguresService, private readonly rows: RowsRepository, private readonly explaining: ExplainRepository, private readonly early: EarlyRepository) {}

  async explain(operation: Operation, input: FigureInput): Promise<RowsExplanationType> {
    const figure = this.figureOf(operation, input);
    const { listing: { filter, academicYear }, list } = figure;
    const { lines, totals } = await this.rows.totals(operation, figure);
    const scope = { phase: filter.phase ?? null, schoolId: filter.schoolId ?? null };
    const isOfThisYear = academicYear === this.figures.span(operation).academicYear;
    const tooEarly = isOfThisYear && (list === null ? saysPersistence(filter.measure) : isOfPersistence(list)) && !(await this.early.isShown(operation, scope));
    const until = overOn(operation, figure);
    const schools = operation.actor.reach.kind === 'PUPILS' ? null : await this.explaining.coverage(operation, { academicYear, scope }, until, filter.mine ? operation.actor.userId : null);
    const latest = schools === null || until < operation.today ? null : latestOf(schools);
    if (scope.schoolId !== null) operation.audit.schoolIds.add(scope.schoolId);
    Object.assign(operation.audit.details, { explained: { ...filter, list } });
    const own = totals.find(({ definition, side }) => definition === 'LOCAL' && side === null);
    const counted = lines.find(({ reason }) => reason === 'IN_FIGURE');
    const definitions = definitionsOfRows(figure, totals);
    const steps = stepsOfRows(figure, lines, this.figures.span(operation).thresholds);
    return {
      measure: list === null ? filter.measure : null, list, ofSessions: list === null && addsSessions(filter.measure), plainCount: list !== null || isPlainCount(filter.measure),
      part: tooEarly ? null : (counted?.n ?? 0), whole: own?.whole ?? 0, rows: tooEarly ? null : (counted?.enrolments ?? 0), tooEarly, marksTo: latest?.marksTo ?? null, marksToSession: latest?.marksToSession ?? null,
      steps: tooEarly ? steps.filter(({ kind }) => kind === 'START' || kind === 'LESS' || kind === 'TOTAL') : steps,
      definitions: tooEarly ? [] : definitions, noDefinitions: tooEarly ? null : noDefinitionsOf(figure),
      thresholds: list === null ? thresholdsOfMeasure(filter.measure, operation.today) : thresholdsOfList(list, operation.today), coverage: schools && coverageOf(schools),
    };
  }

  /** Some enrolments of one line of an explanation, named, and the year they are of; the trail is whoever calls's. */
  async lineOf(operation: Operation, input: FigureInput, line: FigureLine, offset: number, take: number): Promise<ExplainedPupilsPageType & { readonly academicYear: number }> {
    const figure = this.figureOf(operation, input);
    const { items, total, sessions } = await this.rows.pupils(operation, figure, line, offset, take);
    const isOfSessions = figure.list === null && addsSessions(figure.listing.filter.measure) && line.definition === 'LOCAL';
    return { academicYear: figure.listing.academicYear, total, sessions: isOfSessions ? sessions : null, items: items.map((item) => ({ ...item, sessions: isOfSessions ? item.sessions : null })) };
  }

  /** The enrolments of one line of an explanation, named. */
  async pupils(operation: Operation, input: FigureInput, line: FigureLine, offset: number, take: number): Promise<ExplainedPupilsPageType> {
    const { listing: { filter }, list } = this.figureOf(operation, input);
    const page = await this.lineOf(operation, input, line, offset, take);
    operation.audit.viewed(page.items.map((item) => item.pupilId));
    Object.assign(operation.audit.details, { explained: { ...filter, list }, line: { ...line }, offset, total: page.total });
    return page;
  }

  /** The one figure that was asked for: a list of work is a year's, of everyone with a register. */
  private figureOf(operation: Operation, { rows, list, of }: FigureInput): FigureOfRows {
    if (list ? rows : !rows || of) throw new Refusal(RefusalCode.INVALID, 'A figure is explained by the filter of its rows, or by its list of work and whose rows are meant. Ask for one of the two. Nothing was changed.');
    const listing = this.lists.listing(operation, rows ?? ofList(of ?? {}));
    if (listing.academicYear < FIRST_YEAR || listing.academicYear > LAST_YEAR) throw new Refusal(RefusalCode.INVALID, `Figures are explained of academic years from ${FIRST_YEAR} to ${LAST_YEAR}. Choose one of those. Nothing was changed.`);
    return { listing, list: list ?? null, summerFrom: secondHalfOfSummerFrom(listing.academicYear) };
  }
}

const ofList = ({ schoolId, phase, ncYear, mine }: Partial<PupilFilter>): PupilFilter => ({ schoolId, phase, ncYear, mine, measure: PupilMeasure.REGISTERED });

/** The day before which marks are expected: today, or the end of weeks or of a year that are over. */
function overOn({ today }: Operation, { listing: { academicYear, weeks } }: FigureOfRows): string {
  const ends = [today, `${academicYear + 1}-08-26`, ...(weeks === null ? [] : [addDays(weeks.to, 7)])];
  return ends.reduce((first, day) => (day < first ? day : first));
}

