import type { TotalRow } from './explain.repository.ts';
import type { ExplainCoverageType, ExplainDefinitionType, ExplainGroupType, ExplainStepType, ExplanationType } from './explain.type.ts';

type Parts = Pick<ExplanationType, 'part' | 'whole' | 'steps' | 'definitions'>;

const HIDDEN_GROUP = { enrolments: null, part: null, whole: null } as const;

/**
 * An explanation for people who see figures only: no count of enrolments from 1 to below `minimum`, nor any it could be worked
 * out from. A definition is shown whole or not at all, since its figure less ours is the sum of its groups; where our own part
 * or its rest is small, or the figure is hidden where it stands, nothing is shown that tells the part.
 */
export function hideSmallParts(explanation: Parts, minimum: number, countsEnrolments: boolean, hidesFigure: boolean): Parts {
  const isSmall = (count: number | null): boolean => count !== null && count > 0 && count < minimum;
  const hidesPart = hidesFigure || isSmall(explanation.part) || (countsEnrolments && isSmall(explanation.whole - (explanation.part ?? 0)));
  const tells = ({ groups, part, whole, ours }: ExplainDefinitionType): boolean =>
    ours ? !hidesPart : !hidesPart && !groups.some((group) => isSmall(group.enrolments)) && !(countsEnrolments && (isSmall(part) || isSmall((whole ?? 0) - (part ?? 0)) || groups.some((group) => isSmall(Math.abs(group.part ?? 0)))));
  const definitions = explanation.definitions.map((definition): ExplainDefinitionType =>
    tells(definition) ? definition : { ...definition, part: null, whole: definition.ours ? definition.whole : null, groups: definition.groups.map((group): ExplainGroupType => ({ ...group, ...HIDDEN_GROUP })) });
  return { whole: explanation.whole, part: hidesPart ? null : explanation.part, definitions, steps: hideSteps(explanation.steps, isSmall, hidesPart) };
}

/** A small line that is taken off is hidden together with what it is taken off from. */
function hideSteps(steps: readonly ExplainStepType[], isSmall: (count: number | null) => boolean, hidesPart: boolean): ExplainStepType[] {
  const ofEnrolments = (step: ExplainStepType): boolean => step.group === null ? step.opens !== null && COUNTING_PUPILS.has(step.opens) : step.group.definition !== 'SESSIONS';
  const hidesStart = steps.some((step) => step.kind === 'LESS' && ofEnrolments(step) && isSmall(step.count));
  return steps.map((step) => {
    const hides = (step.kind === 'PART' && hidesPart) || (ofEnrolments(step) && ((step.kind === 'START' && hidesStart) || ((step.kind === 'LESS' || step.kind === 'OF') && isSmall(step.count))));
    return { ...step, count: hides ? null : step.count, group: step.group && (hides ? { ...step.group, ...HIDDEN_GROUP } : step.group) };
  });
}

const COUNTING_PUPILS: ReadonlySet<string> = new Set(['COUNTED', 'NO_SESSIONS', 'PERSISTENT', 'BELOW_PERSISTENT', 'SEVERE', 'BELOW_SEVERE', 'NEARLY_PERSISTENT']);

/**
 * The coverage for people who see figures only. Beside the enrolments of the year a roll tells how many have left: of one school never,
 * nor of a few, nor where so few have left altogether; and what is covered not, where it is all but a few schools.
 */
export function hideRolls(coverage: ExplainCoverageType, totals: readonly TotalRow[], minimum: number): ExplainCoverageType {
  const recorded = totals.find((row) => row.definition === 'LOCAL' && row.side === null)?.enrolments ?? 0;
  const hides = coverage.schools < minimum || Math.abs(recorded - (coverage.onRoll ?? 0)) < minimum;
  const silent = coverage.schools - coverage.schoolsCovered;
  return { ...coverage, onRoll: hides ? null : coverage.onRoll, onRollCovered: hides || (silent > 0 && silent < minimum) ? null : coverage.onRollCovered, silent: coverage.silent.map((school) => ({ ...school, pupils: null })) };
}
