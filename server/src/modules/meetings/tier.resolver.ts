import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { notFound } from '../../platform/errors/refusal.ts';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { PlannerService } from './planner.service.ts';
import { PlannedSchoolType } from './planner.type.ts';
import type { TieredSchool, TierService } from './tier.service.ts';
import { MeetingFrequency, TierOverrideInput, UsualLengthType } from './tier.type.ts';

/** A school in the planner: its tier with every reason, and what people set beside the rule. */
@Resolver()
export class TierResolver {
  constructor(private readonly planner: PlannerService, private readonly tiers: TierService) {}

  @Allow('meeting:record')
  @Query(() => PlannedSchoolType, { description: 'A school in a term: why it stands in its tier, its severely absent pupils and their plans, and what came due.' })
  async plannedSchool(@Ctx() operation: Operation, @Arg('schoolId', () => Int) schoolId: number, @Arg('term', () => String, { nullable: true }) term: string | null = null): Promise<PlannedSchoolType> {
    return this.planner.school(operation, schoolId, term);
  }

  @Allow('meeting:record')
  @Query(() => UsualLengthType, { description: 'How long a meeting of these schools usually takes, by the tier of the one that needs most.' })
  async usualMeetingLength(@Ctx() operation: Operation, @Arg('schoolIds', () => [Int]) schoolIds: number[]): Promise<UsualLengthType> {
    return this.planner.usualLength(operation, schoolIds);
  }

  @Allow('meeting:record')
  @Mutation(() => PlannedSchoolType, { description: 'Sets the tier of a school by hand until a day, or takes that back. It raises a tier and never lowers it. Refused where it was set since `version`.' })
  async setSchoolTier(@Ctx() operation: Operation, @Arg('schoolId', () => Int) schoolId: number, @Arg('version', () => Int) version: number, @Arg('input', () => TierOverrideInput) input: TierOverrideInput): Promise<PlannedSchoolType> {
    await this.tiers.setTier(operation, await this.schoolOf(operation, schoolId), version, input);
    return this.planner.school(operation, schoolId, null);
  }

  @Allow('meeting:approve')
  @Mutation(() => PlannedSchoolType, { description: 'Sets how often a school is met in the academic year of the term of today, with a reason. Refused where it was set since `version`.' })
  async setMeetingRequirement(
    @Ctx() operation: Operation, @Arg('schoolId', () => Int) schoolId: number, @Arg('version', () => Int) version: number, @Arg('frequency', () => MeetingFrequency) frequency: MeetingFrequency, @Arg('reason', () => String) reason: string,
  ): Promise<PlannedSchoolType> {
    const school = await this.schoolOf(operation, schoolId);
    await this.tiers.setFrequency(operation, school, school.academicYear, version, frequency, reason);
    return this.planner.school(operation, schoolId, null);
  }

  private async schoolOf(operation: Operation, schoolId: number): Promise<TieredSchool & { academicYear: number }> {
    const { term, rows: [found] } = await this.planner.load(operation, null, schoolId);
    if (found === undefined) throw notFound('school');
    return { ...found.school, officerIds: found.school.officers.map(({ id }) => id), academicYear: term.academicYear };
  }
}
