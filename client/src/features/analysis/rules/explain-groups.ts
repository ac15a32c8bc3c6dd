import { inSentence } from '@attendance/shared/kernel';
import { DEFINITION_NAMES, DEFINITION_WHY, EXPLAINED_DEFINITIONS, EXPLAINED_REASON_NAMES, EXPLAINED_REASONS } from '@attendance/shared/attendance';
import { formatNumber, plural } from '../../../lib/format.ts';
import type { ExplainedDefinition, ExplainedMeasure, ExplainedReason, ExplainedSide } from '../../../graphql/schema.generated.ts';
import { HIDDEN } from './counts.ts';
import { EXPLAINED, LISTED_MEASURES, isOfSessions, type ListedMeasure } from './measures.ts';

/** One line of an explanation that has enrolments of its own. */
export interface Group { readonly definition: ExplainedDefinition; readonly side: ExplainedSide; readonly reason: ExplainedReason; readonly enrolments: number | null; readonly part: number | null; readonly whole: number | null }
export type GroupKey = Pick<Group, 'definition' | 'side' | 'reason'>;
/** Where an explanation is of: a school, a phase, or everything within reach. */
export interface GroupScope { readonly schoolId?: number | null; readonly phase?: string | null }

const DEFINITIONS = [...EXPLAINED_DEFINITIONS, 'LEGAL', 'OF', 'SESSIONS'] as const satisfies readonly ExplainedDefinition[];
const SIDES = ['LEFT_OUT', 'ONLY_HERE', 'ONLY_THERE', 'FEWER', 'OF'] as const satisfies readonly ExplainedSide[];

/** What is explained: a headline, the figure of a list of rows, or a list of work, which is said as its pupils are. */
export type SaidMeasure = ExplainedMeasure | ListedMeasure;

const PART_WORDS: Readonly<Partial<Record<SaidMeasure, string>>> = {
  PERSISTENT: 'persistently absent', SEVERE: 'severely absent', PUPILS: 'counted', BELOW_PERSISTENT: 'not persistently absent', BELOW_SEVERE: 'not severely absent', AT_RISK: 'at risk', NEARLY_PERSISTENT: 'nearly persistently absent',
};
const isListed = (measure: SaidMeasure): measure is ListedMeasure => LISTED_MEASURES.some((each) => each === measure);
const isOfPupils = (measure: SaidMeasure): boolean => measure in PART_WORDS || (isListed(measure) && !isOfSessions(measure));
/** Every enrolment of it is in the figure: there is no part to name beside the whole. */
const isWhole = (measure: SaidMeasure): boolean => measure === 'PUPILS' || measure === 'COUNTED' || measure === 'REGISTERED' || measure === 'NO_SESSIONS';

/** Where the enrolments of a group are named. */
export function groupHref(measure: ExplainedMeasure, { definition, side, reason }: GroupKey, { schoolId, phase }: GroupScope): string {
  const search = new URLSearchParams({ measure, definition, side, reason });
  if (schoolId) search.set('schoolId', String(schoolId));
  if (phase) search.set('phase', phase);
  return `/explained?${search.toString()}`;
}

const oneIn = <Name extends string>(search: URLSearchParams, key: string, names: readonly Name[]): Name | undefined => names.find((name) => name === search.get(key));

/** The definition that is set beside ours, and whom it counts; null on a line of our own. */
export function besideOurs(definition: ExplainedDefinition): { readonly name: string; readonly why: string } | null {
  if (definition === 'LOCAL' || definition === 'OF' || definition === 'SESSIONS') return null;
  const [name, why] = [DEFINITION_NAMES[definition], DEFINITION_WHY[definition]];
  return { name, why: `${name}: ${inSentence(why)}.` };
}

/** Which line an address names; null where it names none. */
export function lineIn(search: URLSearchParams): GroupKey | null {
  const [definition, side, reason] = [oneIn(search, 'definition', DEFINITIONS), oneIn(search, 'side', SIDES), oneIn(search, 'reason', EXPLAINED_REASON_NAMES)];
  return definition && side && reason ? { definition, side, reason } : null;
}

/** What an address asks for; null where it names no group. */
export function groupIn(search: URLSearchParams): (GroupKey & { readonly measure: ExplainedMeasure }) | null {
  const [measure, line] = [oneIn(search, 'measure', EXPLAINED), lineIn(search)];
  return measure && line ? { measure, ...line } : null;
}

const counted = (count: number | null, one: string): string => (count === null ? HIDDEN : plural(count, one));

/** "412 enrolments" and what they do to the figure: "counted here and not there, 96 of them persistently absent". */
export function groupWords(measure: SaidMeasure, group: Group): { readonly count: string; readonly words: string } {
  const count = counted(group.enrolments, 'enrolment');
  return { count, words: `${SIDE_WORDS[group.side](measure, group)}: ${EXPLAINED_REASONS[group.reason]}` };
}

const sessions = ({ part, whole }: Group): string => (part === null || whole === null ? '' : `, with ${formatNumber(part)} of ${formatNumber(whole)} sessions`);

const SIDE_WORDS: Readonly<Record<ExplainedSide, (measure: SaidMeasure, group: Group) => string>> = {
  LEFT_OUT: (measure, group) => {
    if (!isOfPupils(measure)) return `counted here, not there${sessions(group)}`;
    return isWhole(measure) || group.part === null ? 'counted here, not there' : `counted here, not there, ${group.part === 0 ? 'none' : formatNumber(group.part)} of them ${PART_WORDS[measure] ?? ''}`;
  },
  ONLY_HERE: (measure) => `${PART_WORDS[measure] ?? 'counted'} here, not there`,
  ONLY_THERE: (measure) => `${PART_WORDS[measure] ?? 'counted'} there, not here`,
  FEWER: (_measure, group) => `with fewer sessions there${sessions(group)} left out`,
  OF: () => 'of those', SAME: () => 'the same here and there',
};

/** The heading of the list of a group: the count first, as the line that led here says it. */
export function groupTitle(measure: SaidMeasure, { definition, side, reason }: GroupKey, { total, sessions: many }: { readonly total: number; readonly sessions: number | null }, where: string): string {
  const why = EXPLAINED_REASONS[reason];
  if (definition === 'SESSIONS' || (definition === 'LOCAL' && many !== null)) return `${many ? plural(many, 'session') : 'No session'}, ${plural(total, 'enrolment')}${where}: ${why}`;
  const said = total === 0 ? 'No enrolment' : plural(total, 'enrolment');
  if (reason === 'RECORDED') return `${said}${where} this school year`;
  if (definition === 'LOCAL') return `${said}${where} left out of our figure: ${why}`;
  if (definition === 'OF') return `${said}${where} in our figure: ${why}`;
  const theirs = DEFINITION_NAMES[definition];
  const by = definition === 'LEGAL' ? inSentence(theirs) : definition === 'DFE_DAILY' || definition === 'DFE_CENSUS' ? `in the ${theirs}` : `counted ${inSentence(theirs)}`;
  switch (side) {
    case 'ONLY_HERE': return `${said}${where} ${PART_WORDS[measure] ?? 'counted'} here, not ${by}: ${why}`;
    case 'ONLY_THERE': return `${said}${where} ${PART_WORDS[measure] ?? 'counted'} ${by}, not here: ${why}`;
    case 'FEWER': return `${said}${where} with fewer sessions ${by}: ${why}`;
    default: return `${said}${where} counted here, not ${by}: ${why}`;
  }
}
