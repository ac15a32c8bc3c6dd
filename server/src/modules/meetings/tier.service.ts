import { planWeeks, publishedPhaseOf, PublishedSeries } from '@attendance/shared/attendance';
import { academicYearRange } from '@attendance/shared/calendar';
import { parseIsoDay, ruleValue } from '@attendance/shared/kernel';
import { figuresOfSummary, hasRegisters, ownTierLimits, PHASES_WITHOUT_FEED, schoolTier, tierOverrideGaps, type MeetingFrequency, type PhaseAverage, type SchoolFigures, type SchoolTier, type TermSeason, type TierQuestion } from '@attendance/shared/meetings';
import { AuditKind } from '../../platform/audit/audit-sql.ts';
import { Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import { invalidAnswers, oneLine } from '../../platform/graphql/form.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { publishedService } from '../analysis/index.ts';
import type { FactsQuestion, SchoolFacts, TierRepository } from './tier.repository.ts';
import type { TierOverrideInput } from './tier.type.ts';

const REASON_LENGTH = 1000;

/** A school as its tier looks at it. */
export interface TieredSchool { readonly schoolId: number; readonly name: string; readonly phase: string; readonly officerIds: readonly number[] }

/** Facts of a school, what is asked of the rule, and the tier. */
export interface Tiered { readonly facts: SchoolFacts; readonly asked: TierQuestion; readonly tier: SchoolTier }

/** Tiers of schools, and what people set beside the rule: a tier by hand, and a meeting a year instead of one a term. */
export class TierService {
  private readonly published = publishedService();

  constructor(private readonly tiers: TierRepository) {}

  /** The question about a year, a term in it, and one school or all. */
  question(operation: Operation, term: { academicYear: number; season: TermSeason; startsOn: string; endsOn: string }, schoolId: number | null): FactsQuestion {
    return { academicYear: term.academicYear, yearFrom: academicYearRange(term.academicYear).startsOn, from: term.startsOn, to: term.endsOn, season: term.season, schoolId, prepareDays: ruleValue('meeting.prepare.school-days', term.startsOn), severePercent: ruleValue('severe-absence.percent', operation.today), planWeeks: planWeeks(operation.today) };
  }

  /** Facts and tier of every school given: as many statements for many as for one. */
  async tiered(operation: Operation, schools: readonly Pick<TieredSchool, 'schoolId' | 'phase'>[], asked: FactsQuestion): Promise<Map<number, Tiered>> {
    const facts = new Map((await this.tiers.facts(operation, asked)).map((row) => [row.schoolId, row]));
    const averages = new Map<string, PhaseAverage>();
    // The same in each row: what the authority set is read with the facts.
    const limits = ownTierLimits(operation.today, [...facts.values()][0]?.ownValues ?? {});
    const found = new Map<number, Tiered>();
    for (const { schoolId, phase } of schools) {
      const own = facts.get(schoolId);
      if (own === undefined) continue;
      let average = averages.get(phase);
      if (average === undefined) averages.set(phase, (average = await this.average(operation, phase)));
      const asking = questionOf(own, phase, average);
      found.set(schoolId, { facts: own, asked: asking, tier: schoolTier(asking, operation.today, limits) });
    }
    return found;
  }

  /** Attendance and persistent absence of the daily series; severe absence, which that does not have, of the census. */
  private async average(operation: Operation, phase: string): Promise<PhaseAverage> {
    // Nothing national is published of schools that owe no registers: they stand beside all state-funded schools, and their reasons say so.
    const isOfAll = PHASES_WITHOUT_FEED.includes(phase);
    const schoolPhase = isOfAll ? null : phase;
    if (publishedPhaseOf(schoolPhase) === null) return { attendance: null, persistent: null, severe: null };
    const rows = await this.published.england(operation, schoolPhase);
    const rates = (series: PublishedSeries) => rows.find((row) => row.series === series)?.rates;
    const { absence, persistent } = rates(PublishedSeries.DAILY) ?? { absence: null, persistent: null };
    const severe = rates(PublishedSeries.CENSUS)?.severe ?? null;
    const ofAll = severe !== null ? null : ((await this.published.england(operation, null)).find(({ series }) => series === PublishedSeries.CENSUS)?.rates.severe ?? null);
    return { attendance: absence === null ? null : 10_000 - hundredths(absence), persistent: persistent === null ? null : hundredths(persistent), severe: severe !== null ? hundredths(severe) : ofAll === null ? null : hundredths(ofAll), isSevereOfAll: ofAll !== null, isOfAll };
  }

  /** Sets a tier by hand, or takes it back. Whoever approves meetings does so for all schools, an officer for those named to them. */
  async setTier(operation: Operation, school: TieredSchool, version: number, input: TierOverrideInput): Promise<void> {
    mustBeOfAuthority(operation);
    if (!operation.can('meeting:approve') && !school.officerIds.includes(operation.actor.userId ?? 0)) throw new Refusal(RefusalCode.FORBIDDEN, `You are not the named officer of ${school.name}. Nothing was saved. Ask its officer or your manager.`);
    const [tier, untilOn, reason] = [input.tier ?? null, input.tier ? (input.untilOn ?? null) : null, oneLine(input.reason)];
    const problems = reasonProblems(reason, tier === null ? 'Say why the tier set by hand is taken back' : 'Say why the tier is set by hand');
    if (tier !== null && untilOn !== null && parseIsoDay(untilOn) === null) problems.untilOn = 'Enter the day it ends as a real date';
    else if (tier !== null && tierOverrideGaps('said', untilOn, operation.today).length > 0) problems.untilOn = 'Enter the day it ends, after today';
    if (Object.keys(problems).length > 0) throw invalidAnswers(problems);
    if (!(await this.tiers.setTier(operation, school.schoolId, version, tier, untilOn, reason))) throw overtaken((await this.tiers.overrides(operation, school.schoolId))[0]?.by, 'the tier');
    saved(operation, school.schoolId, reason, { tier, untilOn });
  }

  /** Sets how often a school is met in an academic year: a manager's choice with a written reason. */
  async setFrequency(operation: Operation, school: TieredSchool, academicYear: number, version: number, frequency: MeetingFrequency, given: string): Promise<void> {
    mustBeOfAuthority(operation);
    const reason = oneLine(given);
    const problems = reasonProblems(reason, 'Say why this school is met as often as that');
    if (Object.keys(problems).length > 0) throw invalidAnswers(problems);
    if (!(await this.tiers.setFrequency(operation, school.schoolId, academicYear, version, frequency, reason))) throw overtaken((await this.tiers.requirements(operation, school.schoolId, academicYear))[0]?.by, 'how often the school is met');
    saved(operation, school.schoolId, reason, { frequency, academicYear });
  }
}

const hundredths = (percent: number): number => Math.round(percent * 100);

function figuresOfRegisters({ possible, attended, pupils, persistent, severe, lastPossible, lastAttended }: SchoolFacts): SchoolFigures | null {
  if (possible === null || possible === 0) return null;
  const last = lastPossible === null || lastPossible === 0 ? null : { possible: lastPossible, attended: lastAttended ?? 0 };
  return { possible, attended: attended ?? 0, pupils: pupils ?? 0, persistent: persistent ?? 0, severe: severe ?? 0, last };
}

function questionOf(facts: SchoolFacts, phase: string, average: PhaseAverage): TierQuestion {
  const { overrideTier, overrideReason, overrideUntil } = facts;
  const hasFeed = hasRegisters(phase, facts.marksTo);
  const summary = hasFeed ? null : facts.summary;
  return {
    hasFeed, average, summaryTo: summary?.asOfOn ?? null, overdueActions: facts.overdueActions,
    // Returns are of a module that is not built.
    overdueReturns: 0,
    severeWithoutPlan: facts.severeOnRoll - facts.severePlanned, isSecondary: phase === 'SECONDARY', daysWithoutData: facts.silentDays,
    figures: summary === null ? figuresOfRegisters(facts) : figuresOfSummary(summary, facts.lastSummary),
    override: overrideTier === null || overrideUntil === null ? null : { tier: overrideTier, reason: overrideReason ?? '', until: overrideUntil },
  };
}

/** What a reason lacks, by field; empty when it may be kept. */
export function reasonProblems(reason: string, ask: string): Record<string, string> {
  if (reason === '') return { reason: ask };
  return reason.length > REASON_LENGTH ? { reason: `Give the reason in ${REASON_LENGTH} characters or fewer` } : {};
}

export const isOfAuthority = ({ actor: { reach, userId } }: Operation): boolean => reach.kind === 'AUTHORITY' && userId !== null;

/** A head teacher approves meetings too, but of the own school, and what is asked of schools is the authority's to say. */
export function mustBeOfAuthority(operation: Operation): void {
  if (!isOfAuthority(operation)) throw new Refusal(RefusalCode.FORBIDDEN, 'This is set by people of the authority. Nothing was saved.');
}

export const overtaken = (by: string | null | undefined, what: string): Refusal =>
  new Refusal(RefusalCode.CONFLICT, `${by ?? 'Somebody'} changed ${what} while you had it open. Nothing of yours was saved, and nothing you typed is lost. Look at what stands there now, and decide again.`);

function saved(operation: Operation, schoolId: number, reason: string, details: Record<string, unknown>): void {
  operation.audit.as(AuditKind.CHANGED, details);
  operation.audit.reason = reason;
  operation.audit.schoolIds.add(schoolId);
}
