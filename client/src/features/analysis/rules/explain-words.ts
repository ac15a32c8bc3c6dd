import { tooEarlyWords } from '@attendance/shared/attendance';
import { formatDate, formatLongDay, formatNumber, formatRate } from '../../../lib/format.ts';
import type { ExplainedMeasure } from '../../../graphql/schema.generated.ts';
import type { ExplanationPartsFragment } from '../parts/explain-sheet.generated.ts';
import { HIDDEN } from './counts.ts';
import { coverageSentence, silentWords } from './explain-coverage.ts';
import { codesOf } from './explain-codes.ts';
import { groupWords, type SaidMeasure } from './explain-groups.ts';
import { EXPLAINED_LABELS } from './measures.ts';

const SAYS: Readonly<Record<ExplainedMeasure, string>> = {
  ATTENDANCE: 'possible sessions were attended', AUTHORISED: 'possible sessions were missed with authorisation', UNAUTHORISED: 'possible sessions were missed without authorisation', LATE: 'possible sessions began with a late arrival',
  PERSISTENT: 'pupils have missed 10% or more of their own possible sessions', SEVERE: 'pupils have missed half or more of their own possible sessions',
  MISSING: 'sessions that should count have no mark', PUPILS: 'pupils have had at least one possible session',
};

/** A figure as its title says it: a rate, or for pupils their count. */
const figureOf = (plainCount: boolean, part: number | null, whole: number | null): string => (part === null || whole === null ? HIDDEN : plainCount ? formatNumber(part) : formatRate(part, whole));

/** The rate of a definition; its count where the figure is one. */
export function definitionFigure(plainCount: boolean, { part, whole }: Pick<ExplanationPartsFragment['definitions'][number], 'part' | 'whole'>): string {
  return figureOf(plainCount, part, whole);
}

/** "343 of 1,146"; `c` where hidden. */
export function definitionCounts({ part, whole }: Pick<ExplanationPartsFragment['definitions'][number], 'part' | 'whole'>): string {
  return part === null || whole === null ? HIDDEN : `${formatNumber(part)} of ${formatNumber(whole)}`;
}

/** "Persistent absence at Oakmere Academy: 29.9%" */
export function explainTitle({ measure, part, whole, tooEarly }: ExplanationPartsFragment, place: string): string {
  return `${EXPLAINED_LABELS[measure]} ${place}: ${tooEarly ? 'too early to say' : figureOf(measure === 'PUPILS', part, whole)}`;
}

/** "343 of 1,146 pupils have missed 10% or more of their own possible sessions": the part a person reads first. */
export function explainSentence({ measure, part, whole, tooEarly }: ExplanationPartsFragment, today: string): string {
  if (tooEarly) return tooEarlyWords(today);
  if (part === null) return `Of ${formatNumber(whole)} pupils, so few are on one side of this figure that it is hidden`;
  return `${measure === 'PUPILS' ? '' : `${formatNumber(part)} of `}${formatNumber(whole)} ${SAYS[measure]}`;
}

/** "from the week of 31 August 2026 to 24 November 2026, morning": up to the last session with a mark. */
export function explainSpan({ firstWeek, marksTo, marksToSession }: ExplanationPartsFragment): string {
  return `from the week of ${formatDate(firstWeek)}${marksTo ? ` to ${formatDate(marksTo)}, ${marksToSession === 'AM' ? 'morning' : 'afternoon'}` : ''}`;
}

/** "Worked out on Thursday 19 November 2026 at 07:02, from the marks that had come in by then." */
export function workedOut(today: string, time: string): string {
  return `Worked out on ${formatLongDay(today)} at ${time}, from the marks that had come in by then.`;
}

const SIGNS: Readonly<Record<string, string>> = { LESS: '\u2212 ' };

/** A step's count as written: what is taken off carries a minus. */
export function stepCount(kind: string, count: number | null): string {
  return count === null ? HIDDEN : `${SIGNS[kind] ?? ''}${formatNumber(count)}`;
}

export interface ExplainedAt { readonly place: string; readonly today: string; readonly when: string; readonly address: string }

type Told = Pick<ExplanationPartsFragment, 'steps' | 'definitions' | 'coverage'>;
/** The steps, the other definitions and the coverage of a figure, as paragraphs of lines. */
export function partsText({ steps, definitions, coverage }: Told, measure: SaidMeasure, plainCount: boolean): string[][] {
  return [
    ['How we get there', ...steps.map((step) => `${stepCount(step.kind, step.count)}  ${step.words}`)],
    ...(definitions.length > 1 ? [['The same figure, counted other ways', ...definitions.flatMap((each) => [
      `${each.name}: ${definitionFigure(plainCount, each)} (${definitionCounts(each)}). ${each.why}.`, ...each.groups.map((group) => { const { count, words } = groupWords(measure, group); return `  ${count} ${words}`; }),
    ])]] : []),
    ...(coverage ? [['How much it covers', coverageSentence(coverage), ...coverage.silent.map((school) => `${school.name}: ${silentWords(school)}`)]] : []),
  ];
}

/** The whole explanation as plain text, to be put into an email. */
export function explanationText(explanation: ExplanationPartsFragment, { place, today, when, address }: ExplainedAt): string {
  const { measure } = explanation;
  const parts = [
    [explainTitle(explanation, place)],
    [`${explainSentence(explanation, today)}, ${explainSpan(explanation)}.`, when],
    ...partsText(explanation, measure, measure === 'PUPILS'),
    ...codesOf(measure).map(({ heading, lines }) => [heading, ...lines]),
    [address],
  ];
  return textOf(parts);
}

/** Paragraphs of lines as one text. */
export const textOf = (parts: readonly (readonly string[])[]): string => parts.map((lines) => lines.join('\n')).join('\n\n');
