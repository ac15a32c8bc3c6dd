import { MeetingTier } from '@attendance/shared/meetings';
import { Field, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType('TierValue', { description: 'A weight or limit of the tiers, as it holds today and as the portal comes with it.' })
export class TierValueType {
  @Field(() => String, { description: 'As in the rule pack, such as `tier.attendance.weight`; its unit ends the name.' }) name: string;
  @Field(() => Int) value: number;
  @Field(() => Int, { description: 'Where the authority sets none of its own.' }) usual: number;
}

@ObjectType('TierOwnValue')
export class TierOwnValueType {
  @Field(() => String) name: string;
  @Field(() => Int) value: number;
}

@ObjectType('TierSetting', { description: 'What the authority set for its tiers, from a day on. What is not among the values holds as the portal comes with it.' })
export class TierSettingType {
  @Field(() => Int) version: number;
  @Field(() => String) fromOn: string;
  @Field(() => [TierOwnValueType]) values: TierOwnValueType[];
  @Field(() => String) reason: string;
  @Field(() => String, { nullable: true }) by: string | null;
  @Field(() => String) at: string;
}

@ObjectType('TierSettings', { description: 'How tiers are worked out here, and everything that was set, latest first.' })
export class TierSettingsType {
  @Field(() => Int) version: number;
  @Field(() => Boolean) mayChange: boolean;
  @Field(() => [TierValueType]) values: TierValueType[];
  @Field(() => [TierSettingType]) settings: TierSettingType[];
}

@ObjectType('TierPreviewCount', { description: 'Schools of a tier, now and by the values that are tried.' })
export class TierPreviewCountType {
  @Field(() => MeetingTier) tier: MeetingTier;
  @Field(() => Int) now: number;
  @Field(() => Int) then: number;
}

@ObjectType('TierPreviewSchool', { description: 'A school whose tier would be another.' })
export class TierPreviewSchoolType {
  @Field(() => Int) schoolId: number;
  @Field(() => String) name: string;
  @Field(() => MeetingTier) now: MeetingTier;
  @Field(() => MeetingTier) then: MeetingTier;
  @Field(() => Int, { nullable: true }) scoreNow: number | null;
  @Field(() => Int, { nullable: true }) scoreThen: number | null;
}

@ObjectType('TierPreview', { description: 'What values would do to the schools that are counted in the term of today. Nothing is written.' })
export class TierPreviewType {
  @Field(() => Int) schools: number;
  @Field(() => [TierPreviewCountType]) counts: TierPreviewCountType[];
  @Field(() => [TierPreviewSchoolType], { description: 'All of them, by name.' }) moved: TierPreviewSchoolType[];
}

@InputType()
export class TierValueInput {
  @Field(() => String) name: string;
  @Field(() => Int) value: number;
}
