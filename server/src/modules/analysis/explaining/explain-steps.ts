import { DEFINITION_NAMES, DEFINITION_WHY, EXPLAINED_DEFINITIONS, EXPLAINED_REASON_NAMES, EXPLAINED_REASONS, ExplainedSide, countsPupils, type ExplainedDefinitionName, type ShownDefinitionName } from '@attendance/shared/attendance';
import { PupilMeasure } from '../figures.inputs.ts';
import type { ExplainedDefinition, ExplainedReason } from './explain.inputs.ts';
import type { Explained, SessionSums, TotalRow } from './explain.repository.ts';
import type { ExplainDefinitionType, ExplainGroupType, ExplainStepType } from './explain.type.ts';

export const step = (kind: string, count: number, words: string, opens: string | null = null, group: ExplainGroupType | null = null): ExplainStepType => ({ kind, count, words, opens, group });
const groupOf = (definition: ExplainedDefinition, side: ExplainedSide, reason: ExplainedReason, enrolments: number | null): ExplainGroupType => ({ definition, side, reason, enrolments, part: null, whole: null });

/** The line of everything recorded that is left out, or stands beside the figure, for one reason. */
export const groupOfLine = (reason: ExplainedReason, enrolments: number | null): ExplainGroupType => groupOf('LOCAL', reason === 'RECORDED' ? ExplainedSide.OF : ExplainedSide.LEFT_OUT, reason, enrolments);

const inOrder = (rows: readonly TotalRow[]): TotalRow[] => [...rows].sort((a, b) => EXPLAINED_REASON_NAMES.indexOf(a.reason as ExplainedReason) - EXPLAINED_REASON_NAMES.indexOf(b.reason as ExplainedReason) || (a.side ?? '').localeCompare(b.side ?? ''));
/** The figure of a definition: nothing is counted where it has no row. */
export const wholeOf = (totals: readonly TotalRow[], definition: string): TotalRow => totals.find((row) => row.definition === definition && row.side === null) ?? { definition, side: null, reason: null, enrolments: 0, part: 0, whole: 0, theirPart: 0, theirWhole: 0 };
const groupsOf = (totals: readonly TotalRow[], definition: string, sides: readonly string[]): TotalRow[] => inOrder(totals.filter((row) => row.definition === definition && row.side !== null && row.reason !== null && sides.includes(row.side)));

export const localFigure = (totals: readonly TotalRow[]): { part: number; whole: number } => {
  const { part, whole } = wholeOf(totals, 'LOCAL');
  return { part, whole };
};

/** From every enrolment recorded to those that are counted, and to those in the figure. In and left out add up to what is recorded. */
export function stepsOfPupils({ measure, persistent, severe }: Explained, totals: readonly TotalRow[]): ExplainStepType[] {
  const { part, whole } = localFigure(totals);
  const recorded = wholeOf(totals, 'LOCAL').enrolments;
  const left = groupsOf(totals, 'LOCAL', [ExplainedSide.LEFT_OUT]);
  const tags = groupsOf(totals, 'OF', [ExplainedSide.OF]);
  const isSevere = measure === 'SEVERE';
  const percent = isSevere ? severe : persistent;
  const nearly = totals.find((row) => row.definition === 'OF' && row.reason === 'NEARLY')?.enrolments ?? 0;
  return [
    step('START', recorded, 'enrolments of this school year up to today', null, groupOf('LOCAL', ExplainedSide.OF, 'RECORDED', recorded)),
    ...left.map((row) => step('LESS', row.enrolments, EXPLAINED_REASONS[row.reason as ExplainedReason], row.reason === 'NO_SESSIONS' ? PupilMeasure.NO_SESSIONS : null, row.reason === 'NO_SESSIONS' ? null : groupOf('LOCAL', ExplainedSide.LEFT_OUT, row.reason as ExplainedReason, row.enrolments))),
    step('TOTAL', recorded - left.reduce((sum, row) => sum + row.enrolments, 0), 'enrolments counted', PupilMeasure.COUNTED),
    ...tags.filter(({ reason }) => reason !== 'NEARLY').map((row) => step('OF', row.enrolments, `of those: ${EXPLAINED_REASONS[row.reason as ExplainedReason]}`, null, groupOf('OF', ExplainedSide.OF, row.reason as ExplainedReason, row.enrolments))),
    ...(measure === 'PUPILS' ? [] : [
      step('PART', part, `missed ${percent}% or more, tested on whole sessions: absent × 100 ≥ possible × ${percent}`, isSevere ? PupilMeasure.SEVERE : PupilMeasure.PERSISTENT),
      step('PART', whole - part, `missed less than ${percent}%`, isSevere ? PupilMeasure.BELOW_SEVERE : PupilMeasure.BELOW_PERSISTENT),
    ]),
    ...(measure === 'PERSISTENT' ? [step('OF', nearly, `of those are one missed session from ${percent}%`, PupilMeasure.NEARLY_PERSISTENT)] : []),
  ];
}

/** From every session recorded to the possible ones, and to those in the figure. */
export function stepsOfSessions({ measure }: Explained, sums: SessionSums): ExplainStepType[] {
  const recorded = sums.possible + sums.missing + sums.notPossible + sums.closed;
  const kinds: Readonly<Record<string, ExplainStepType>> = {
    ATTENDANCE: step('PART', sums.attended, 'sessions attended: present, late before the register closed, or in approved education elsewhere', PupilMeasure.ATTENDED),
    AUTHORISED: step('PART', sums.authorised, 'sessions of authorised absence', PupilMeasure.AUTHORISED),
    UNAUTHORISED: step('PART', sums.unauthorised, 'sessions of unauthorised absence', PupilMeasure.UNAUTHORISED),
  };
  const ofSessions = (reason: 'RECORDED' | 'NOT_POSSIBLE' | 'CLOSED'): ExplainGroupType => groupOf('SESSIONS', ExplainedSide.OF, reason, null);
  const start = [
    step('START', recorded, 'sessions recorded, of any kind', null, ofSessions('RECORDED')),
    step('LESS', sums.closed, EXPLAINED_REASONS.CLOSED, null, ofSessions('CLOSED')),
    step('LESS', sums.notPossible, EXPLAINED_REASONS.NOT_POSSIBLE, null, ofSessions('NOT_POSSIBLE')),
  ];
  if (measure === 'MISSING') return [...start, step('TOTAL', sums.possible + sums.missing, 'sessions that should count towards attendance', PupilMeasure.EXPECTED), step('PART', sums.missing, 'sessions without a mark', PupilMeasure.MISSING), step('PART', sums.possible, 'sessions with a mark that counts', PupilMeasure.POSSIBLE)];
  const own = kinds[measure];
  return [
    ...start,
    step('LESS', sums.missing, 'without a mark: kept out of both sides', PupilMeasure.MISSING),
    step('TOTAL', sums.possible, 'possible sessions', PupilMeasure.POSSIBLE),
    ...(own === undefined ? [
      step('PART', sums.lateBefore + sums.lateAfter, 'sessions late, before or after the register closed', PupilMeasure.LATE),
      step('OF', sums.lateBefore, 'of those before it closed: attended', PupilMeasure.LATE_BEFORE),
      step('OF', sums.lateAfter, 'of those after it closed: unauthorised absence', PupilMeasure.LATE_AFTER),
    ] : [own, ...Object.values(kinds).filter((kind) => kind !== own)]),
  ];
}

const DIFFERENCES = [ExplainedSide.LEFT_OUT, ExplainedSide.ONLY_HERE, ExplainedSide.ONLY_THERE, ExplainedSide.FEWER];

/** The same figure under each definition that has one, with the groups that make the difference: ours less its groups is theirs. */
export function definitionsOf(measure: Explained['measure'], totals: readonly TotalRow[]): ExplainDefinitionType[] {
  const names = EXPLAINED_DEFINITIONS.filter((name) => (name !== 'BY_PUPIL' || countsPupils(measure)) && (measure !== 'MISSING' || name === 'LOCAL' || name === 'ON_ROLL'));
  return names.map((name: ExplainedDefinitionName) => {
    const { theirPart, theirWhole } = wholeOf(totals, name);
    return {
      definition: name, name: DEFINITION_NAMES[name], why: DEFINITION_WHY[name], ours: name === 'LOCAL', part: theirPart, whole: theirWhole,
      groups: name === 'LOCAL' ? [] : differencesOf(totals, name),
    };
  });
}

/** The groups of a definition that make the difference. */
export function differencesOf(totals: readonly TotalRow[], name: ShownDefinitionName): ExplainGroupType[] {
  return groupsOf(totals, name, DIFFERENCES).map((row) => ({
    definition: name, side: row.side as ExplainedSide, reason: row.reason as ExplainedReason, enrolments: row.enrolments, part: row.part - row.theirPart, whole: row.whole - row.theirWhole,
  }));
}
