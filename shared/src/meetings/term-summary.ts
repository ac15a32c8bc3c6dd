import { parseIsoDay } from '../kernel/index.ts';
import { packCount, packDay, packNumber } from './pack-words.ts';
import { TERM_SEASON_WORDS, type TermSeason } from './meeting-dates.ts';
import type { SchoolFigures } from './tier.ts';

/** Schools that owe no registers: sharing them daily is a duty of state-funded schools alone. What they offer instead is a summary each term. */
export const PHASES_WITHOUT_FEED: readonly string[] = ['INDEPENDENT'];

/** Whether figures of a school come from its registers: it owes them, or sends them by agreement. */
export const hasRegisters = (phase: string, marksTo: string | null): boolean => marksTo !== null || !PHASES_WITHOUT_FEED.includes(phase);

/** The whole numbers of a summary, in the order the form asks for them: from the first day of the school year up to a day. */
export const SUMMARY_COUNTS = ['roll', 'possible', 'authorised', 'unauthorised', 'persistent', 'severe', 'concern'] as const;
export type SummaryCount = (typeof SUMMARY_COUNTS)[number];
export type SummaryCounts = Readonly<Record<SummaryCount, number>>;

export const SUMMARY_COUNT_WORDS: Readonly<Record<SummaryCount, string>> = {
  roll: 'Pupils on roll', possible: 'Possible sessions', authorised: 'Sessions of authorised absence', unauthorised: 'Sessions of unauthorised absence',
  persistent: 'Persistently absent pupils', severe: 'Severely absent pupils', concern: 'Pupils you are concerned about',
};

/** A summary as it is typed: what is no number is null. */
export interface SummaryEntry extends Readonly<Record<SummaryCount, number | null>> { readonly asOfOn: string; readonly concerns: string }

/** The longest text about pupils of concern. */
export const CONCERNS_LENGTH = 2000;
/** What an integer of the database takes. */
const MOST = 2_147_483_647;

/** What a summary lacks or cannot be, by field, in words; empty when it may be kept. */
export function summaryProblems(entry: SummaryEntry, term: { readonly startsOn: string; readonly endsOn: string }, today: string): Record<string, string> {
  const problems: Record<string, string> = {};
  const until = term.endsOn < today ? term.endsOn : today;
  if (term.startsOn > today) problems.asOfOn = 'This term has not begun: its summary is entered once it has';
  else if (parseIsoDay(entry.asOfOn) === null) problems.asOfOn = 'Enter the day the counts go up to as a real date, such as 12/11/2026';
  else if (entry.asOfOn < term.startsOn || entry.asOfOn > until) problems.asOfOn = `Enter a day of the term, from ${packDay(term.startsOn)} to ${packDay(until)}`;
  for (const name of SUMMARY_COUNTS) {
    const value = entry[name];
    if (value === null || !Number.isInteger(value) || value < 0 || value > MOST) problems[name] = `${SUMMARY_COUNT_WORDS[name]}: enter a whole number, 0 if there are none`;
  }
  if (entry.concerns.length > CONCERNS_LENGTH) problems.concerns = `Write this in ${packNumber(CONCERNS_LENGTH)} characters or fewer`;
  return { ...impossible(entry, problems), ...problems };
}

/** Counts that cannot stand beside each other; of fields that are numbers. */
function impossible({ roll, possible, authorised, unauthorised, persistent, severe, concern }: SummaryEntry, wrong: Readonly<Record<string, string>>): Record<string, string> {
  const found: Record<string, string> = {};
  const are = (...names: SummaryCount[]): boolean => names.every((name) => wrong[name] === undefined);
  const [pupils, sessions, leave, without, often, half, worry] = [roll ?? 0, possible ?? 0, authorised ?? 0, unauthorised ?? 0, persistent ?? 0, severe ?? 0, concern ?? 0];
  const onRoll = `the ${packCount(pupils, 'pupil')} on roll`;
  if (are('roll') && pupils === 0) found.roll = 'Enter how many pupils are on roll: a school without any has no summary';
  if (are('possible') && sessions === 0) found.possible = 'Enter how many sessions were possible: without any there is nothing to sum up';
  if (are('possible', 'authorised', 'unauthorised') && sessions > 0 && leave + without > sessions) found.unauthorised = `${packCount(leave + without, 'session')} of absence are more than the ${packNumber(sessions)} possible. Check the three counts`;
  if (are('roll', 'persistent') && pupils > 0 && often > pupils) found.persistent = `${packNumber(often)} persistently absent are more than ${onRoll}`;
  if (are('persistent', 'severe') && half > often) found.severe = `${packNumber(half)} severely absent are more than the ${packNumber(often)} persistently absent. Whoever is severely absent is persistently absent too: count them in both`;
  if (are('authorised', 'unauthorised', 'persistent') && leave + without === 0 && often > 0) found.persistent ??= 'Somebody is persistently absent, and no session of absence is counted. Check the counts';
  if (are('roll', 'concern') && pupils > 0 && worry > pupils) found.concern = `${packNumber(worry)} pupils of concern are more than ${onRoll}`;
  return found;
}

/** The figures a tier is scored from: the roll stands for pupils with a possible session, which the school is not asked for. */
export function figuresOfSummary(own: Pick<SummaryCounts, 'roll' | 'possible' | 'authorised' | 'unauthorised' | 'persistent' | 'severe'>, last: Pick<SummaryCounts, 'possible' | 'authorised' | 'unauthorised'> | null): SchoolFigures {
  const attendedOf = ({ possible, authorised, unauthorised }: Pick<SummaryCounts, 'possible' | 'authorised' | 'unauthorised'>): number => possible - authorised - unauthorised;
  return {
    possible: own.possible, attended: attendedOf(own), pupils: own.roll, persistent: own.persistent, severe: own.severe,
    last: last === null ? null : { possible: last.possible, attended: attendedOf(last) },
  };
}

/** Where the summary of a term stands. It is asked for once a meeting of the term is offered or booked, and due on the day the preparation is. */
export const SummaryState = { ENTERED: 'ENTERED', LATE: 'LATE', ASKED: 'ASKED', NOT_YET: 'NOT_YET' } as const;
export type SummaryState = (typeof SummaryState)[keyof typeof SummaryState];

export function summaryState(enteredOn: string | null, dueOn: string | null, today: string): SummaryState {
  if (enteredOn !== null) return SummaryState.ENTERED;
  if (dueOn === null) return SummaryState.NOT_YET;
  return dueOn < today ? SummaryState.LATE : SummaryState.ASKED;
}

export interface SummaryStanding { readonly state: SummaryState; readonly season: TermSeason; readonly enteredOn: string | null; readonly dueOn: string | null }

/** "Summary of the autumn term entered 12 November"; `say` writes a day. */
export function summaryWords({ state, season, enteredOn, dueOn }: SummaryStanding, say: (day: string) => string): string {
  const summary = `Summary of the ${TERM_SEASON_WORDS[season].toLowerCase()} term`;
  switch (state) {
    case 'ENTERED': return `${summary} entered ${enteredOn === null ? '' : say(enteredOn)}`.trim();
    case 'LATE': return `${summary} was due ${dueOn === null ? '' : say(dueOn)}`.trim();
    case 'ASKED': return `${summary} asked for, due ${dueOn === null ? '' : say(dueOn)}`.trim();
    default: return `${summary} not entered yet`;
  }
}
