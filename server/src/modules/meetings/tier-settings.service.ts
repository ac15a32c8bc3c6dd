import { parseIsoDay } from '@attendance/shared/kernel';
import { MEETING_TIERS, ownTierLimits, schoolTier, TIER_VALUES, tierValueProblems, tierValuesOn, type TierValueName, type TierValues } from '@attendance/shared/meetings';
import { AuditKind } from '../../platform/audit/audit-sql.ts';
import { Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import { invalidAnswers, oneLine } from '../../platform/graphql/form.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { PlannerService } from './planner.service.ts';
import type { TierPreviewType, TierSettingsType, TierValueInput } from './tier-settings.type.ts';
import type { TierSettingsRepository } from './tier-settings.repository.ts';
import { isOfAuthority, mustBeOfAuthority, overtaken, reasonProblems } from './tier.service.ts';

/** Weights and limits of the tiers as the authority sets them: read by everybody who sees a tier, set by its managers, tried before they are set. */
export class TierSettingsService {
  constructor(private readonly settings: TierSettingsRepository, private readonly planner: PlannerService) {}

  async read(operation: Operation): Promise<TierSettingsType> {
    const versions = await this.settings.versions(operation);
    const [now, usual] = [tierValuesOn(operation.today, await this.settings.inForce(operation, operation.today)), tierValuesOn(operation.today, {})];
    return {
      version: versions[0]?.version ?? 0, mayChange: isOfAuthority(operation) && operation.can('meeting:approve'),
      values: TIER_VALUES.map(({ name }) => ({ name, value: now[name], usual: usual[name] })),
      settings: versions.map(({ own, ...version }) => ({ ...version, values: TIER_VALUES.flatMap(({ name }) => (own[name] === undefined ? [] : [{ name, value: own[name] }])) })),
    };
  }

  /** What the values would do to every school of the term of today: the same facts, weighed twice. */
  async preview(operation: Operation, given: readonly TierValueInput[]): Promise<TierPreviewType> {
    const limits = ownTierLimits(operation.today, valuesOf(operation, given, {}));
    const rows = (await this.planner.load(operation, null, null)).rows.filter(({ row }) => row.leftOut === null)
      .map(({ school: { schoolId, name }, tier, asked }) => ({ schoolId, name, now: tier, then: schoolTier(asked, operation.today, limits) }));
    return {
      schools: rows.length,
      counts: MEETING_TIERS.map((tier) => ({ tier, now: rows.filter(({ now }) => now.tier === tier).length, then: rows.filter(({ then }) => then.tier === tier).length })),
      moved: rows.filter(({ now, then }) => now.tier !== then.tier).sort((one, other) => one.name.localeCompare(other.name))
        .map(({ schoolId, name, now, then }) => ({ schoolId, name, now: now.tier, then: then.tier, scoreNow: now.score, scoreThen: then.score })),
    };
  }

  /** Sets all values from a day on, today or later. Refused where they were set since `version`. */
  async set(operation: Operation, version: number, fromOn: string, given: readonly TierValueInput[], why: string): Promise<void> {
    mustBeOfAuthority(operation);
    const reason = oneLine(why);
    const problems = reasonProblems(reason, 'Say why tiers are worked out like this');
    if (parseIsoDay(fromOn) === null) problems.fromOn = 'Enter the day it holds from as a real date';
    else if (fromOn < operation.today) problems.fromOn = 'Enter today or a later day: tiers of days that are over stay as they were';
    const values = valuesOf(operation, given, problems);
    // Only what differs is kept, so that a later rule pack changes what nobody here decided.
    const usual = tierValuesOn(operation.today, {});
    const own: TierValues = Object.fromEntries(TIER_VALUES.flatMap(({ name }) => (values[name] === usual[name] ? [] : [[name, values[name]]])));
    if (!(await this.settings.set(operation, version, fromOn, own, reason))) throw overtaken((await this.settings.versions(operation))[0]?.by, 'how tiers are worked out');
    operation.audit.as(AuditKind.CHANGED, { fromOn, own });
    operation.audit.reason = reason;
  }
}

/** Every value as given, each named once; what is not given is as the portal comes with it. Throws with whatever is wrong, what was found before included. */
function valuesOf(operation: Operation, given: readonly TierValueInput[], problems: Record<string, string>): Record<TierValueName, number> {
  const names = new Set<string>(TIER_VALUES.map(({ name }) => name));
  if (given.some(({ name }) => !names.has(name)) || new Set(given.map(({ name }) => name)).size < given.length) throw new Refusal(RefusalCode.INVALID, 'A value that tiers do not have was named, or one was named twice. Nothing was saved.');
  const values = tierValuesOn(operation.today, Object.fromEntries(given.map(({ name, value }) => [name, value])));
  const found = { ...problems, ...tierValueProblems(values) };
  if (Object.keys(found).length > 0) throw invalidAnswers(found);
  return values;
}
