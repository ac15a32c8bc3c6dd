import { countsPupils, secondHalfOfSummerFrom, type ExplainedMeasureName, type HiddenFigure } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import { notFound, Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { refuseParts } from '../disclosure.ts';
import type { EarlyRepository } from '../early.repository.ts';
import type { Scope } from '../figures.repository.ts';
import type { FiguresService } from '../figures.service.ts';
import { hideRolls, hideSmallParts } from './explain-hiding.ts';
import { definitionsOf, localFigure, stepsOfPupils, stepsOfSessions } from './explain-steps.ts';
import type { ExplainedFilter } from './explain.inputs.ts';
import { isSessionKind, type Explained, type ExplainRepository, type SchoolCoverageRow } from './explain.repository.ts';
import type { ExplainCoverageType, ExplainedPupilsPageType, ExplanationType } from './explain.type.ts';

/** Which figures of a page a measure tells. */
const FIGURE_OF: Readonly<Record<ExplainedMeasureName, readonly HiddenFigure[]>> = {
  ATTENDANCE: ['missed'], AUTHORISED: ['kinds'], UNAUTHORISED: ['kinds'], PERSISTENT: ['persistent'], SEVERE: ['severe'], LATE: ['lateBefore', 'lateAfter'], MISSING: ['missing'], PUPILS: ['enrolments'],
};

/** How a figure comes about: the rows in it, the rows left out and why, the same figure counted other ways, and how much it covers. */
export class ExplainService {
  constructor(private readonly figures: FiguresService, private readonly explaining: ExplainRepository, private readonly early: EarlyRepository) {}

  async explain(operation: Operation, measure: ExplainedMeasureName, scope: Scope): Promise<ExplanationType> {
    refuseParts(operation, scope);
    const explained = this.explained(operation, measure, scope);
    const sums = await this.explaining.sessionSums(operation, explained);
    if (sums.firstWeek === null) throw notFound('figure');
    const totals = await this.explaining.totals(operation, explained);
    const { kind } = operation.actor.reach;
    const schools = kind === 'PUPILS' ? null : await this.explaining.coverage(operation, explained);
    operation.audit.details.measure = measure;
    if (scope.schoolId !== null) operation.audit.schoolIds.add(scope.schoolId);
    const ofPupils = countsPupils(measure);
    const hidesFigure = await this.hidesFigure(operation, explained);
    const tooEarly = (measure === 'PERSISTENT' || measure === 'SEVERE') && !(await this.early.isShown(operation, scope));
    const steps = ofPupils ? stepsOfPupils(explained, totals) : stepsOfSessions(explained, sums);
    const parts = { ...localFigure(totals), steps: tooEarly ? steps.slice(0, steps.findIndex(({ kind }) => kind === 'TOTAL') + 1) : steps, definitions: tooEarly ? [] : definitionsOf(measure, totals) };
    const minimum = ruleValue('suppression.minimum', operation.today);
    const latest = schools === null ? null : latestOf(schools);
    return {
      measure, firstWeek: sums.firstWeek, marksTo: latest?.marksTo ?? null, marksToSession: latest?.marksToSession ?? null,
      ...(kind === 'AGGREGATE' ? hideSmallParts(parts, minimum, ofPupils, hidesFigure) : parts), ...(tooEarly ? { part: null } : {}), tooEarly, coverage: schools && (kind === 'AGGREGATE' ? hideRolls(coverageOf(schools), totals, minimum) : coverageOf(schools)),
    };
  }

  /** Some enrolments of one line of an explanation, named; the trail is whoever calls's. */
  async lineOf(operation: Operation, filter: ExplainedFilter, offset: number, take: number): Promise<ExplainedPupilsPageType> {
    const explained = this.explained(operation, filter.measure, { schoolId: filter.schoolId ?? null, phase: filter.phase ?? null });
    return filter.definition === 'SESSIONS' ? this.sessions(operation, explained, filter, offset, take) : { ...(await this.explaining.pupils(operation, explained, filter, offset, take)), sessions: null };
  }

  /** The enrolments of one line of an explanation, named. */
  async pupils(operation: Operation, filter: ExplainedFilter, offset: number, take: number): Promise<ExplainedPupilsPageType> {
    const page = await this.lineOf(operation, filter, offset, take);
    operation.audit.viewed(page.items.map((item) => item.pupilId));
    Object.assign(operation.audit.details, { filter: { ...filter }, offset, total: page.total });
    return page;
  }

  private async sessions(operation: Operation, explained: Explained, { reason }: ExplainedFilter, offset: number, take: number): Promise<ExplainedPupilsPageType> {
    if (!isSessionKind(reason)) throw new Refusal(RefusalCode.INVALID, 'Sessions are listed as recorded, as not possible or as closed. Nothing was changed.');
    return this.explaining.sessions(operation, explained, reason, offset, take);
  }

  /** Whether the figure itself is hidden from people who see figures only. Where even the number of pupils is, there is nothing to explain. */
  private async hidesFigure(operation: Operation, { measure, academicYear, scope }: Explained): Promise<boolean> {
    const disclosure = await this.figures.disclosure(operation);
    const hides = (name: HiddenFigure): boolean => disclosure.hidesWhole(scope, academicYear, name);
    if (countsPupils(measure) && hides('enrolments')) throw new Refusal(RefusalCode.FORBIDDEN, 'This figure is of so few pupils that it is hidden from your role, so it is not explained. Nothing was changed.');
    return FIGURE_OF[measure].some(hides);
  }

  private explained(operation: Operation, measure: ExplainedMeasureName, scope: Scope): Explained {
    const { academicYear, thresholds } = this.figures.span(operation);
    return { measure, academicYear, scope, summerFrom: secondHalfOfSummerFrom(academicYear), persistent: thresholds.persistent, severe: thresholds.severe };
  }
}

/** The school whose marks reach furthest: what the figure is as of. */
export function latestOf(schools: readonly SchoolCoverageRow[]): SchoolCoverageRow | null {
  return schools.reduce<SchoolCoverageRow | null>((latest, row) => (row.marksTo !== null && (latest === null || `${row.marksTo}${row.marksToSession}` > `${latest.marksTo}${latest.marksToSession}`) ? row : latest), null);
}

export function coverageOf(schools: readonly SchoolCoverageRow[]): ExplainCoverageType {
  const silent = schools.filter((row) => row.marksTo === null || row.marksTo < row.expectedTo);
  const onRoll = (rows: readonly SchoolCoverageRow[]): number => rows.reduce((sum, row) => sum + row.pupils, 0);
  return {
    schools: schools.length, schoolsCovered: schools.length - silent.length, onRoll: onRoll(schools), onRollCovered: onRoll(schools) - onRoll(silent),
    changedOn: schools.reduce<string | null>((latest, { changedOn }) => (changedOn !== null && (latest === null || changedOn > latest) ? changedOn : latest), null),
    silent: silent.map(({ schoolId, name, marksTo, pupils, schoolDays }) => ({ schoolId, name, marksTo, pupils, schoolDays })),
  };
}
