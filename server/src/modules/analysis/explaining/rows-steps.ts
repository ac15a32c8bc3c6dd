import { inSentence } from '@attendance/shared/kernel';
import {
  addsSessions, DEFINITION_NAMES, DEFINITION_WHY, definitionsOfList, EXPLAINED_DEFINITIONS, EXPLAINED_REASONS, isPlainCount, LIST_TITLES, type ListDefinition, type RowMeasureName, type ShownDefinitionName,
} from '@attendance/shared/attendance';
import { PupilMeasure } from '../figures.inputs.ts';
import { groupOf, type Thresholds } from '../pupil-figures.repository.ts';
import { differencesOf, groupOfLine, step, wholeOf } from './explain-steps.ts';
import type { ExplainedReason } from './explain.inputs.ts';
import type { TotalRow } from './explain.repository.ts';
import type { ExplainDefinitionType, ExplainStepType } from './explain.type.ts';
import type { FigureOfRows, LineRow } from './rows.repository.ts';

/** What is left out before anything is counted, in the order it is asked; the rest is counted. */
const LEFT_OUT: readonly ExplainedReason[] = ['OUTSIDE_GROUP', 'LEFT_BEFORE', 'NO_REGISTER', 'OTHER_WEEKS', 'OFF_ROLL', 'TOO_FEW_WEEKS', 'NO_SESSIONS', 'CLOSED', 'NOT_POSSIBLE', 'NO_MARK'];

/** What a figure counts, as its line says it. */
const FIGURE_WORDS: Readonly<Record<RowMeasureName, (percents: Thresholds) => string>> = {
  REGISTERED: () => 'with a register', COUNTED: () => 'with a possible session', NO_SESSIONS: () => 'without a possible session',
  PERSISTENT: ({ persistent }) => `missed ${persistent}% or more, tested on whole sessions: absent × 100 ≥ possible × ${persistent}`, BELOW_PERSISTENT: ({ persistent }) => `missed less than ${persistent}%`,
  SEVERE: ({ severe }) => `missed ${severe}% or more, tested on whole sessions: absent × 100 ≥ possible × ${severe}`, BELOW_SEVERE: ({ severe }) => `missed less than ${severe}%`,
  AT_RISK: ({ atRisk, persistent }) => `missed ${atRisk}% or more, and less than ${persistent}%`, NEARLY_PERSISTENT: ({ persistent }) => `one missed session from ${persistent}%`,
  EXPECTED: () => 'sessions that should count towards attendance', POSSIBLE: () => 'possible sessions', ATTENDED: () => 'sessions attended: present, late before the register closed, or in approved education elsewhere', ABSENT: () => 'sessions missed, authorised or not',
  AUTHORISED: () => 'sessions of authorised absence', UNAUTHORISED: () => 'sessions of unauthorised absence', LATE: () => 'sessions late, before or after the register closed', LATE_BEFORE: () => 'sessions late before the register closed: attended',
  LATE_AFTER: () => 'sessions late after the register closed: unauthorised absence', MISSING: () => 'sessions without a mark', CODED: () => 'sessions with this code',
};
/** The lists that hold what is counted and not in the figure. */
const REST_OPENS: Readonly<Partial<Record<RowMeasureName, PupilMeasure>>> = { PERSISTENT: PupilMeasure.BELOW_PERSISTENT, SEVERE: PupilMeasure.BELOW_SEVERE, BELOW_PERSISTENT: PupilMeasure.PERSISTENT, BELOW_SEVERE: PupilMeasure.SEVERE, MISSING: PupilMeasure.POSSIBLE };
const KIND_OPENS: Readonly<Partial<Record<ExplainedReason, PupilMeasure>>> = { ATTENDED: PupilMeasure.ATTENDED, AUTHORISED: PupilMeasure.AUTHORISED, UNAUTHORISED: PupilMeasure.UNAUTHORISED, NO_MARK: PupilMeasure.MISSING };

/** From everything recorded to the figure. What is left out and what is counted add up to what is recorded, for each enrolment or session stands on one line. */
export function stepsOfRows({ listing, list }: FigureOfRows, lines: readonly LineRow[], percents: Thresholds): ExplainStepType[] {
  const { filter, weeks } = listing;
  const { measure } = filter;
  const ofSessions = list === null && addsSessions(measure);
  const isOfWeeks = weeks !== null || Boolean(filter.span);
  const count = (reason: string): number => lines.find((line) => line.reason === reason)?.n ?? 0;
  const enrolments = (reason: string): number => lines.find((line) => line.reason === reason)?.enrolments ?? 0;
  const of = (reason: ExplainedReason) => groupOfLine(reason, ofSessions ? null : enrolments(reason));
  // Of people without a session it is asked who they are: with everyone who has a register they are what is counted.
  const isOfRegisters = list === null && (measure === 'REGISTERED' || measure === 'NO_SESSIONS');
  const isOfCode = measure === 'CODED';
  const isOfGroup = groupOf(listing).length > 0;
  const left = LEFT_OUT.filter((reason) => count(reason) > 0 && !(isOfRegisters && reason === 'NO_SESSIONS'));
  const recorded = lines.reduce((sum, line) => sum + line.n, 0);
  const total = recorded - left.reduce((sum, reason) => sum + count(reason), 0);
  // Lists of other measures are of the same filter: what a line opens is on that page too, but for those who have no session, which a year is asked for.
  const opens = (other: PupilMeasure | undefined): PupilMeasure | null => (list !== null || isOfCode || other === undefined ? null : other);
  const lineOf = (kind: string, reason: ExplainedReason, words: string, other?: PupilMeasure): ExplainStepType => step(kind, count(reason), words, opens(other), opens(other) === null ? of(reason) : null);
  const start = ofSessions ? `sessions recorded${isOfWeeks ? ' in these weeks' : ' this school year'}${typeof filter.slot === 'number' ? ' on this half day' : ''}, of any kind` : 'enrolments of this school year up to today';
  const wholeWords = list !== null ? 'enrolments tested by the rule' : ofSessions ? (measure === 'EXPECTED' || measure === 'MISSING' ? 'sessions that should count towards attendance' : isOfCode ? 'sessions attended or missed, or with this code' : 'possible sessions') : isOfRegisters ? 'enrolments with a register' : 'enrolments counted';
  const wholeOpens = ofSessions ? (measure === 'EXPECTED' || measure === 'MISSING' ? PupilMeasure.EXPECTED : PupilMeasure.POSSIBLE) : isOfRegisters ? PupilMeasure.REGISTERED : PupilMeasure.COUNTED;
  const rest = lines.map(({ reason }) => reason as ExplainedReason).filter((reason) => reason !== 'IN_FIGURE' && !left.includes(reason)).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  return [
    step('START', recorded, start, null, groupOfLine('RECORDED', ofSessions ? null : recorded)),
    ...left.map((reason) => lineOf('LESS', reason, leftWords(reason, isOfWeeks, isOfGroup), reason === 'NO_SESSIONS' && !isOfWeeks ? PupilMeasure.NO_SESSIONS : KIND_OPENS[reason])),
    step('TOTAL', total, wholeWords, opens(wholeOpens), null),
    ...(isTotal(measure) && list === null ? [] : [step('PART', count('IN_FIGURE'), list === null ? FIGURE_WORDS[measure](percents) : `on this list: ${inSentence(LIST_TITLES[list])}`, list === null ? measure : null, null)]),
    ...rest.map((reason) => lineOf('PART', reason, restWords(reason, measure, list !== null), reason === 'REST' ? REST_OPENS[measure] : isOfRegisters ? undefined : KIND_OPENS[reason])),
  ];
}

const ORDER: readonly ExplainedReason[] = ['ATTENDED', 'AUTHORISED', 'UNAUTHORISED', 'NO_SESSIONS', 'REST', 'PLAN_SAYS_OTHERWISE', 'BELOW_RULE', 'SILENT'];
/** The figure is all that is counted. */
const isTotal = (measure: RowMeasureName): boolean => measure === 'REGISTERED' || measure === 'COUNTED' || measure === 'POSSIBLE' || measure === 'EXPECTED';
/** Of whom no register has come in the portal does not tell groups: those lines are of the whole place, and say so. */
const BEFORE_GROUPS: readonly ExplainedReason[] = ['LEFT_BEFORE', 'NO_REGISTER'];
function leftWords(reason: ExplainedReason, isOfWeeks: boolean, isOfGroup: boolean): string {
  if (isOfGroup && BEFORE_GROUPS.includes(reason)) return `${EXPLAINED_REASONS[reason]}: of any group, for groups are told from registers`;
  return reason === 'NO_SESSIONS' && isOfWeeks ? 'no possible session in these weeks' : EXPLAINED_REASONS[reason];
}

function restWords(reason: ExplainedReason, measure: RowMeasureName, isList: boolean): string {
  if (reason === 'REST' && !isList) return measure === 'MISSING' ? 'sessions with a mark that counts' : addsSessions(measure) ? 'possible sessions that were not' : measure === 'NO_SESSIONS' ? 'with a possible session' : measure === 'PERSISTENT' || measure === 'SEVERE' ? 'missed less than that' : 'counted, and outside that';
  return reason === 'ATTENDED' || reason === 'AUTHORISED' || reason === 'UNAUTHORISED' ? `${measure === 'CODED' ? 'other ' : ''}sessions ${reason === 'ATTENDED' ? 'attended' : `of ${EXPLAINED_REASONS[reason]}`}` : EXPLAINED_REASONS[reason];
}

const LIST_WHY: Readonly<Record<ListDefinition, string>> = {
  BY_PUPIL: 'A pupil on the list with two enrolments is counted once', DFE_DAILY: 'Of those on the list, whom the national series count: ages 5 to 15 at 31 August, in primary, secondary, special and all-through schools, at their own school', LEGAL: DEFINITION_WHY.LEGAL,
};

/** The same figure under each definition that has one. */
export function definitionsOfRows({ listing: { filter: { measure } }, list }: FigureOfRows, totals: readonly TotalRow[]): ExplainDefinitionType[] {
  const names: readonly ShownDefinitionName[] = list === null ? namesOf(measure) : definitionsOfList(list).length === 0 ? [] : ['LOCAL', ...definitionsOfList(list)];
  return names.map((name) => {
    const { theirPart, theirWhole } = wholeOf(totals, name);
    const why = list === null || name === 'LOCAL' ? (name === 'LOCAL' ? 'Every enrolment, as the rows stand; leavers up to the day they left' : DEFINITION_WHY[name]) : LIST_WHY[name as ListDefinition];
    return { definition: name, name: DEFINITION_NAMES[name], why: list !== null && name === 'LOCAL' ? 'Every enrolment on roll that the rule of the list holds for' : why, ours: name === 'LOCAL', part: theirPart, whole: theirWhole, groups: name === 'LOCAL' ? [] : differencesOf(totals, name) };
  });
}

/** Sessions without a mark are in no national series; one code and one register neither. */
function namesOf(measure: RowMeasureName): readonly ShownDefinitionName[] {
  if (measure === 'MISSING' || measure === 'EXPECTED' || measure === 'REGISTERED' || measure === 'NO_SESSIONS') return ['LOCAL', 'ON_ROLL'];
  return EXPLAINED_DEFINITIONS.filter((name) => name !== 'BY_PUPIL' || (!addsSessions(measure) && (!isPlainCount(measure) || measure === 'COUNTED')));
}

/** Said where no other definition is given. */
export function noDefinitionsOf({ list }: FigureOfRows): string | null {
  return list === null || definitionsOfList(list).length > 0 ? null : 'Nobody publishes this list or counts it another way: its rule is a choice of this service, with the values below.';
}

