import { ratePercent } from '../attendance/index.ts';
import { ruleValue } from '../kernel/index.ts';
import type { SchoolPhase } from '../organisations/index.ts';
import type { MeetingTerm } from './meeting-dates.ts';
import { isMeetingHeld, MeetingStatus, MeetingType } from './status.ts';

/** How often a school is to be met. Source: the same guidance asked in 2022 for every term, and since 2024 for as often as is needed; so less than termly is a manager's choice with a written reason, and is counted. */
export const MeetingFrequency = { TERMLY: 'TERMLY', ANNUAL: 'ANNUAL' } as const;
export type MeetingFrequency = (typeof MeetingFrequency)[keyof typeof MeetingFrequency];

/** Why a school is not counted this term. */
export const LeftOut = { NURSERY_ONLY: 'NURSERY_ONLY', POST_16_ONLY: 'POST_16_ONLY', NOT_OPEN_YET: 'NOT_OPEN_YET', OPENED_IN_TERM: 'OPENED_IN_TERM', CLOSED_BEFORE: 'CLOSED_BEFORE', CLOSED_IN_TERM: 'CLOSED_IN_TERM' } as const;
export type LeftOut = (typeof LeftOut)[keyof typeof LeftOut];
export const LEFT_OUT_WORDS: Readonly<Record<LeftOut, string>> = {
  NURSERY_ONLY: 'Only children below school age', POST_16_ONLY: 'Only students above school age', NOT_OPEN_YET: 'Not open yet', OPENED_IN_TERM: 'Opened after the first day of term',
  CLOSED_BEFORE: 'Closed before the term', CLOSED_IN_TERM: 'Closed during the term',
};

/** Where a counted school stands. One of four, so that they add up. */
export const CoverageState = { COVERED: 'COVERED', DECLINED: 'DECLINED', IN_HAND: 'IN_HAND', OUTSTANDING: 'OUTSTANDING' } as const;
export type CoverageState = (typeof CoverageState)[keyof typeof CoverageState];
export const COVERAGE_STATE_WORDS: Readonly<Record<CoverageState, string>> = { COVERED: 'Covered', DECLINED: 'Declined', IN_HAND: 'Offered, not covered yet', OUTSTANDING: 'No offer yet' };

export interface CoverageSchool {
  readonly schoolId: number;
  readonly phase: SchoolPhase;
  /** Null: for as long as anyone remembers, and not closed. */
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly frequency: MeetingFrequency;
  /** Covered in an earlier term of this academic year. */
  readonly coveredEarlierThisYear: boolean;
}

/** A meeting of the term, and every school it names. */
export interface CoverageMeeting {
  readonly type: MeetingType;
  readonly status: MeetingStatus;
  readonly heldOn: string | null;
  readonly schools: readonly { readonly schoolId: number; readonly isSectionComplete: boolean }[];
}

/** An offer of the term to one school. */
export interface CoverageOffer { readonly schoolId: number; readonly isRefused: boolean }

export interface CoverageRow {
  readonly schoolId: number;
  /** Null for a school that is counted. */
  readonly leftOut: LeftOut | null;
  readonly state: CoverageState | null;
  readonly isOffered: boolean;
  readonly isOverdue: boolean;
  readonly isLessThanTermly: boolean;
}

/** Why a school is not counted in a term, or null. Counted: open on the first day of term, with pupils of compulsory school age, of whatever type. */
export function leftOutOf({ phase, openedOn, closedOn }: Pick<CoverageSchool, 'phase' | 'openedOn' | 'closedOn'>, { startsOn, endsOn }: Pick<MeetingTerm, 'startsOn' | 'endsOn'>): LeftOut | null {
  if (phase === 'NURSERY') return LeftOut.NURSERY_ONLY;
  if (phase === 'SIXTEEN_PLUS') return LeftOut.POST_16_ONLY;
  if (closedOn !== null && closedOn < startsOn) return LeftOut.CLOSED_BEFORE;
  if (closedOn !== null && closedOn < endsOn) return LeftOut.CLOSED_IN_TERM;
  if (openedOn !== null && openedOn > endsOn) return LeftOut.NOT_OPEN_YET;
  return openedOn !== null && openedOn > startsOn ? LeftOut.OPENED_IN_TERM : null;
}

const counts = ({ type }: CoverageMeeting): boolean => type !== MeetingType.CHECK_IN;

/** Whether a meeting covers a school it names: held in the term, with that school's own section complete. One meeting of a group covers each such school. */
export function covers(meeting: CoverageMeeting, schoolId: number, { startsOn, endsOn }: Pick<MeetingTerm, 'startsOn' | 'endsOn'>): boolean {
  const { heldOn, status, schools } = meeting;
  return counts(meeting) && isMeetingHeld(status) && heldOn !== null && startsOn <= heldOn && heldOn <= endsOn && schools.some((each) => each.schoolId === schoolId && each.isSectionComplete);
}

export interface CoverageQuestion {
  readonly schools: readonly CoverageSchool[];
  readonly meetings: readonly CoverageMeeting[];
  readonly offers: readonly CoverageOffer[];
  readonly term: Pick<MeetingTerm, 'startsOn' | 'endsOn'>;
  /** From `coverageOverdueFrom`. */
  readonly overdueFrom: string;
  readonly today: string;
}

/** Where each school stands this term, in the order given. */
export function coverageRows({ schools, meetings, offers, term, overdueFrom, today }: CoverageQuestion, declinedOffers: number = ruleValue('coverage.declined.offers', term.startsOn)): CoverageRow[] {
  const [meetingsOf, offersOf] = [bySchool(meetings, (meeting) => meeting.schools.map(({ schoolId }) => schoolId)), bySchool(offers, ({ schoolId }) => [schoolId])];
  return schools.map((school): CoverageRow => {
    const { schoolId, frequency } = school;
    const leftOut = leftOutOf(school, term);
    const isLessThanTermly = frequency !== MeetingFrequency.TERMLY;
    if (leftOut !== null) return { schoolId, leftOut, state: null, isOffered: false, isOverdue: false, isLessThanTermly };
    const own = offersOf.get(schoolId) ?? [];
    const named = meetingsOf.get(schoolId) ?? [];
    const isCovered = named.some((meeting) => covers(meeting, schoolId, term));
    const isNamed = named.some((meeting) => counts(meeting) && meeting.status !== MeetingStatus.REQUIRED);
    const isOffered = isCovered || isNamed || own.length > 0;
    const hasDeclined = own.filter(({ isRefused }) => isRefused).length >= declinedOffers;
    const state = isCovered ? CoverageState.COVERED : hasDeclined ? CoverageState.DECLINED : isOffered ? CoverageState.IN_HAND : CoverageState.OUTSTANDING;
    const isEnough = isCovered || (isLessThanTermly && school.coveredEarlierThisYear);
    return { schoolId, leftOut, state, isOffered, isOverdue: !isEnough && today >= overdueFrom, isLessThanTermly };
  });
}

/** Things under each school they name. */
function bySchool<Thing>(things: readonly Thing[], schoolsOf: (thing: Thing) => readonly number[]): Map<number, Thing[]> {
  const found = new Map<number, Thing[]>();
  for (const thing of things) {
    for (const schoolId of schoolsOf(thing)) {
      const own = found.get(schoolId);
      if (own) own.push(thing);
      else found.set(schoolId, [thing]);
    }
  }
  return found;
}

/** Counts of schools. `covered`, `declined`, `inHand` and `outstanding` add up to `schools`; `offered` and `overdue` cut across them. */
export interface CoverageTotals {
  readonly schools: number;
  readonly covered: number;
  readonly offered: number;
  readonly declined: number;
  readonly inHand: number;
  readonly outstanding: number;
  readonly overdue: number;
  readonly lessThanTermly: number;
  readonly leftOut: number;
}

/** The totals of any rows. */
export function coverageTotals(rows: readonly CoverageRow[]): CoverageTotals {
  const counted = rows.filter(({ leftOut }) => leftOut === null);
  const having = (test: (row: CoverageRow) => boolean): number => counted.filter(test).length;
  const inState = (state: CoverageState): number => having((row) => row.state === state);
  return {
    schools: counted.length, covered: inState('COVERED'), offered: having(({ isOffered }) => isOffered), declined: inState('DECLINED'), inHand: inState('IN_HAND'), outstanding: inState('OUTSTANDING'),
    overdue: having(({ isOverdue }) => isOverdue), lessThanTermly: having(({ isLessThanTermly }) => isLessThanTermly), leftOut: rows.length - counted.length,
  };
}

/** The totals by type, phase, tier, officer or any other key of a school, keys in order of first appearance. */
export function coverageBy<Key>(rows: readonly CoverageRow[], keyOf: (schoolId: number) => Key): { readonly key: Key; readonly totals: CoverageTotals }[] {
  const groups = new Map<Key, CoverageRow[]>();
  for (const row of rows) {
    const key = keyOf(row.schoolId);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].map(([key, group]) => ({ key, totals: coverageTotals(group) }));
}

/** "8 of 12 (66.7%)": a share is never shown without what it is of. */
export function coverageShare(part: number, whole: number): string {
  const percent = ratePercent(part, whole);
  return percent === null ? `${part} of ${whole}` : `${part} of ${whole} (${percent.toFixed(1)}%)`;
}
