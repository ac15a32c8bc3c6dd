import { ratePercent } from '../attendance/index.ts';
import { ruleValue, type MeetingRuleName } from '../kernel/index.ts';
import { packDay } from './pack-words.ts';

/** How much support a school is offered. Least first. */
export const MeetingTier = { UNIVERSAL: 'UNIVERSAL', TARGETED: 'TARGETED', INTENSIVE: 'INTENSIVE' } as const;
export type MeetingTier = (typeof MeetingTier)[keyof typeof MeetingTier];
export const MEETING_TIERS: readonly MeetingTier[] = Object.values(MeetingTier);
export const MEETING_TIER_WORDS: Readonly<Record<MeetingTier, string>> = { UNIVERSAL: 'Universal', TARGETED: 'Targeted', INTENSIVE: 'Intensive' };

/** Where the figures of a school come from. NO_FEED: none are expected until the school enters its summary of the term. Source: daily sharing of registers has been a duty of state-funded schools alone since 19 August 2024. */
export const TierData = { FEED: 'FEED', SUMMARY: 'SUMMARY', NO_DATA: 'NO_DATA', NO_FEED: 'NO_FEED' } as const;
export type TierData = (typeof TierData)[keyof typeof TierData];

/** Whole numbers of the year to date. `last` is the same point last year. */
export interface SchoolFigures {
  readonly possible: number;
  readonly attended: number;
  readonly pupils: number;
  readonly persistent: number;
  readonly severe: number;
  readonly last: { readonly possible: number; readonly attended: number } | null;
}

/** The national average of the phase, in hundredths of a per cent: 92.35% is 9235. Null where nothing national is published for schools like it. */
export interface PhaseAverage {
  readonly attendance: number | null;
  readonly persistent: number | null;
  readonly severe: number | null;
  /** Severe absence is published for all schools together, and not by phase, until the file with the phases is loaded. */
  readonly isSevereOfAll?: boolean;
  /** All of it is of all state-funded schools: a school that owes no registers has no phase of its own in what is published. */
  readonly isOfAll?: boolean;
}

export interface TierQuestion {
  readonly hasFeed: boolean;
  readonly figures: SchoolFigures | null;
  /** The day the school's own summary goes up to, where the figures are those; each reason says so. */
  readonly summaryTo?: string | null;
  readonly average: PhaseAverage;
  readonly overdueActions: number;
  readonly overdueReturns: number;
  readonly severeWithoutPlan: number;
  readonly isSecondary: boolean;
  /** School days since the last marks. */
  readonly daysWithoutData: number;
  readonly override: { readonly tier: MeetingTier; readonly reason: string; readonly until: string } | null;
}

export type TierMeasure = 'ATTENDANCE' | 'PERSISTENT' | 'SEVERE' | 'CHANGE' | 'PRACTICE';
/** Points of a measure, before its weight, and why. */
export interface MeasureScore { readonly measure: TierMeasure; readonly points: 0 | 1 | 2; readonly weight: number; readonly reason: string }
/** A tier below which a school is not put, and why. */
export interface TierFloor { readonly tier: MeetingTier; readonly reason: string }

export interface SchoolTier {
  readonly tier: MeetingTier;
  readonly data: TierData;
  /** Null where nothing could be scored. */
  readonly score: number | null;
  readonly measures: readonly MeasureScore[];
  readonly floors: readonly TierFloor[];
}

/** Limits in hundredths of a percentage point, weights, and the scores at which tiers begin. */
export interface TierLimits {
  attendance: number; persistent: number; severe: number; fallSome: number; fallMuch: number; overdueMany: number;
  weights: Readonly<Record<TierMeasure, number>>; targetedFrom: number; intensiveFrom: number; noDataDays: number;
}

/** The limits in force on an ISO day; `valueOf` gives other values than those of the rule pack. */
export function tierLimits(on: string, valueOf: (name: MeetingRuleName) => number = (name) => ruleValue(name, on)): TierLimits {
  return {
    attendance: valueOf('tier.attendance.hundredths'), persistent: valueOf('tier.persistent.hundredths'), severe: valueOf('tier.severe.hundredths'),
    fallSome: valueOf('tier.fall-some.hundredths'), fallMuch: valueOf('tier.fall-much.hundredths'), overdueMany: valueOf('tier.overdue-many.count'),
    weights: {
      ATTENDANCE: valueOf('tier.attendance.weight'), PERSISTENT: valueOf('tier.persistent.weight'), SEVERE: valueOf('tier.severe.weight'),
      CHANGE: valueOf('tier.change.weight'), PRACTICE: valueOf('tier.practice.weight'),
    },
    targetedFrom: valueOf('tier.targeted-from.score'), intensiveFrom: valueOf('tier.intensive-from.score'), noDataDays: valueOf('tier.no-data.school-days'),
  };
}

type Points = Pick<MeasureScore, 'points' | 'reason'>;
const HUNDRED_PERCENT = 10_000;

/** 0 up to the lower limit, 1 up to the higher, 2 above. `part` of `whole` is compared as whole numbers; sessions of two years multiplied outgrow ordinary ones. */
function pointsOf(part: bigint, whole: bigint, lower: number, higher: number): 0 | 1 | 2 {
  if (part <= BigInt(lower) * whole) return 0;
  return part <= BigInt(higher) * whole ? 1 : 2;
}

const shown = (hundredths: number): string => `${hundredths / 100}%`;
const beside = (gap: number, whole: number, lowWord: string, highWord: string): string => {
  if (gap === 0) return 'the same as';
  return `${ratePercent(Math.abs(gap), HUNDRED_PERCENT * whole, 2)} percentage points ${gap < 0 ? lowWord : highWord}`;
};

/** How far a rate lies on the wrong side of the average. */
function againstAverage(what: string, part: number, whole: number, average: number | null, limit: number, wrongWhenBelow: boolean, ofWhom: string, source: string): Points {
  if (whole === 0) return { points: 0, reason: `${what}: nothing to count yet` };
  if (average === null) return { points: 0, reason: `${what} is ${ratePercent(part, whole, 2)}%${source}; no national average is published for schools like this` };
  const gap = part * HUNDRED_PERCENT - average * whole;
  return {
    points: pointsOf(BigInt(wrongWhenBelow ? -gap : gap), BigInt(whole), 0, limit),
    reason: `${what} is ${ratePercent(part, whole, 2)}%${source}, ${beside(gap, whole, 'below', 'above')} the national average of ${shown(average)} ${ofWhom}`,
  };
}

function change({ possible, attended, last }: SchoolFigures, { fallSome, fallMuch }: TierLimits, source: string): Points {
  const then = source === '' ? 'at the same point last year' : 'in its summary of the same term last year';
  if (last === null || last.possible === 0 || possible === 0) return { points: 0, reason: source === '' ? `There is nothing to compare with ${then}` : 'The school entered no summary of the same term last year to compare with' };
  const whole = BigInt(possible) * BigInt(last.possible);
  const fall = (BigInt(last.attended) * BigInt(possible) - BigInt(attended) * BigInt(last.possible)) * BigInt(HUNDRED_PERCENT);
  return {
    points: pointsOf(fall, whole, fallSome, fallMuch),
    reason: `Attendance is ${ratePercent(attended, possible, 2)}%${source}; ${then} it was ${ratePercent(last.attended, last.possible, 2)}%`,
  };
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function practice({ overdueActions, overdueReturns }: TierQuestion, { overdueMany }: TierLimits): Points {
  const overdue = overdueActions + overdueReturns;
  const points = overdue === 0 ? 0 : overdue < overdueMany ? 1 : 2;
  return { points, reason: overdue === 0 ? 'No action or return is overdue' : `Overdue: ${counted(overdueActions, 'action')} and ${counted(overdueReturns, 'return')}` };
}

function scoreOf(question: TierQuestion, figures: SchoolFigures, limits: TierLimits): MeasureScore[] {
  const { average, summaryTo = null } = question;
  const source = summaryTo === null ? '' : ` by the school’s own summary to ${packDay(summaryTo)}`;
  const ofWhom = average.isOfAll === true ? 'for all schools' : 'for the phase';
  const severe = againstAverage('Severe absence', figures.severe, figures.pupils, average.severe, limits.severe, false, average.isSevereOfAll === true ? 'for all schools' : ofWhom, source);
  const found: Readonly<Record<TierMeasure, Points>> = {
    ATTENDANCE: againstAverage('Attendance', figures.attended, figures.possible, average.attendance, limits.attendance, true, ofWhom, source),
    PERSISTENT: againstAverage('Persistent absence', figures.persistent, figures.pupils, average.persistent, limits.persistent, false, ofWhom, source),
    SEVERE: figures.severe === 0 ? { points: 0, reason: `No pupil is severely absent${source}` } : severe,
    CHANGE: change(figures, limits, source),
    PRACTICE: practice(question, limits),
  };
  return (Object.keys(found) as TierMeasure[]).map((measure) => ({ measure, weight: limits.weights[measure], ...found[measure] }));
}

function floorsOf(question: TierQuestion, today: string, { noDataDays }: TierLimits): TierFloor[] {
  const { severeWithoutPlan, isSecondary, hasFeed, daysWithoutData, override, figures } = question;
  const floors: TierFloor[] = [];
  const isKnown = hasFeed || figures !== null;
  if (isKnown && severeWithoutPlan > 0) floors.push({ tier: 'TARGETED', reason: `${counted(severeWithoutPlan, 'severely absent pupil')} without a plan: at least targeted` });
  if (isKnown && isSecondary) floors.push({ tier: 'TARGETED', reason: 'A secondary school: at least targeted' });
  if (hasFeed && daysWithoutData >= noDataDays) floors.push({ tier: 'TARGETED', reason: `No marks for ${counted(daysWithoutData, 'school day')}: at least targeted` });
  if (override !== null && today <= override.until) floors.push({ tier: override.tier, reason: `Set by hand until ${override.until}: ${override.reason}` });
  return floors;
}

const higher = (one: MeetingTier, other: MeetingTier): MeetingTier => (MEETING_TIERS.indexOf(one) >= MEETING_TIERS.indexOf(other) ? one : other);

function dataOf({ hasFeed, figures }: TierQuestion): TierData {
  if (figures !== null) return hasFeed ? TierData.FEED : TierData.SUMMARY;
  return hasFeed ? TierData.NO_DATA : TierData.NO_FEED;
}

/** The tier of a school today, with every reason: points against the national average of its phase, and floors, which raise a tier and never lower it. */
export function schoolTier(question: TierQuestion, today: string, limits: TierLimits = tierLimits(today)): SchoolTier {
  const measures = question.figures === null ? [] : scoreOf(question, question.figures, limits);
  const score = question.figures === null ? null : measures.reduce((sum, { points, weight }) => sum + points * weight, 0);
  const scored = score === null || score < limits.targetedFrom ? MeetingTier.UNIVERSAL : score < limits.intensiveFrom ? MeetingTier.TARGETED : MeetingTier.INTENSIVE;
  const floors = floorsOf(question, today, limits);
  return { tier: floors.reduce<MeetingTier>((tier, floor) => higher(tier, floor.tier), scored), data: dataOf(question), score, measures, floors };
}

/** What a manager's override lacks, in words; empty when it may be kept. */
export function tierOverrideGaps(reason: string, until: string | null, today: string): string[] {
  return [...(reason.trim() === '' ? ['Say why the tier is set by hand'] : []), ...(until === null || until <= today ? ['Enter the day it ends, after today'] : [])];
}

/** Whether a tier adds a check-in in each half term. */
export const hasCheckIns = (tier: MeetingTier): boolean => tier === MeetingTier.INTENSIVE;
