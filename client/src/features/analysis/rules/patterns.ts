import { inSentence } from '@attendance/shared/kernel';
import { Category, findCode, ratePercent } from '@attendance/shared/attendance';
import { formatPercent } from '../../../lib/format.ts';
import { percentOf } from './counts.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const SCHOOL_DAYS = 5;
/** In points of percent: half days nearer to each other than this are not told apart in a heading. */
const WORTH_SAYING = 0.5;

interface SlotCounts { readonly slot: number; readonly possible: number | null; readonly absent: number | null }

/** "Friday afternoon": a slot of the week as it is said. */
export function slotWords(slot: number): string {
  return `${DAYS[slot >> 1] ?? ''} ${slot % 2 === 0 ? 'morning' : 'afternoon'}`;
}

/** The slot an address asks for, or none. */
export function slotIn(search: URLSearchParams): number | null {
  const slot = search.get('slot') ?? '';
  return /^(?:\d|1[0-3])$/.test(slot) ? Number(slot) : null;
}

/** One day of the week with the slot of each of its halves, and the share of its sessions missed; null without a session, and where it is hidden. */
export interface DayRates { readonly day: string; readonly slots: readonly [number, number]; readonly rates: readonly (number | null)[]; readonly hidden: readonly boolean[] }

/** Monday to Friday, and a day of the weekend where it has sessions. */
export function dayRates(slots: readonly SlotCounts[]): DayRates[] {
  const rateOf = (slot: number): number | null => {
    const counts = slots.find((each) => each.slot === slot);
    return counts === undefined ? null : percentOf(counts.absent, counts.possible);
  };
  const isHidden = (slot: number): boolean => slots.some((each) => each.slot === slot && (each.absent === null || each.possible === null));
  return DAYS.map((day, index) => ({ day, slots: [index * 2, index * 2 + 1] as const, rates: [rateOf(index * 2), rateOf(index * 2 + 1)], hidden: [isHidden(index * 2), isHidden(index * 2 + 1)] }))
    .filter(({ rates, hidden }, index) => index < SCHOOL_DAYS || hidden.includes(true) || rates.some((rate) => rate !== null));
}

/** "Friday afternoon is missed most: 8.1% of sessions", where one half day stands out at all. */
export function slotFinding(slots: readonly SlotCounts[]): string {
  const rates = slots.flatMap((counts) => {
    const rate = percentOf(counts.absent, counts.possible);
    return rate === null ? [] : [{ slot: counts.slot, rate }];
  }).sort((a, b) => b.rate - a.rate);
  const [most, least] = [rates[0], rates.at(-1)];
  if (most === undefined || least === undefined) return slots.length === 0 ? 'No half day has sessions yet' : 'Half days are hidden: they are of too few sessions';
  if (most.rate - least.rate < WORTH_SAYING) return 'All half days of the week are missed about alike';
  if (most.rate === rates[1]?.rate) return `${slotWords(most.slot)} and ${slotWords(rates[1].slot)} are missed most: ${formatPercent(most.rate)} of sessions`;
  return `${slotWords(most.slot)} is missed most: ${formatPercent(most.rate)} of sessions`;
}

interface CodeCount { readonly code: string; readonly sessions: number | null }
const ABSENT: readonly string[] = [Category.AUTHORISED, Category.UNAUTHORISED];
const OF_RATES: readonly string[] = [...ABSENT, Category.PRESENT, Category.APPROVED_EDUCATION];

/** Whether a code counts as a possible session. */
export const isPossible = (code: string): boolean => OF_RATES.includes(findCode(code)?.category ?? '');

/** "Most absence is code I, ill: 48% of sessions missed": which reason stands behind most absence. */
export function codeFinding(codes: readonly CodeCount[], absent: number | null): string {
  if (absent === null) return 'Which code is behind most absence is hidden: it is of too few sessions';
  const first = codes.flatMap(({ code, sessions }) => (sessions !== null && ABSENT.includes(findCode(code)?.category ?? '') ? [{ code, sessions }] : [])).sort((a, b) => b.sessions - a.sessions)[0];
  const share = first === undefined ? null : ratePercent(first.sessions, absent, 0);
  if (first === undefined || share === null) return 'No absence is recorded here yet';
  const label = findCode(first.code)?.label ?? first.code;
  return `Most common reason: ${inSentence(label)}, ${formatPercent(share, 0)} of absence`;
}
