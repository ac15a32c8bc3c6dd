import { Field, Int, ObjectType } from 'type-graphql';
import { MeetingMode, MeetingType } from './meeting.inputs.ts';
import { MeetingTier } from './tier.type.ts';

@ObjectType('SlotSchool', { description: 'A school for which a date is proposed.' })
export class SlotSchoolType {
  @Field(() => Int) id: number;
  @Field(() => String) name: string;
}

@ObjectType('SlotProposal', { description: 'A date that would do. Nothing is kept until it is offered.' })
export class SlotProposalType {
  @Field(() => MeetingType) type: MeetingType;
  @Field(() => [SlotSchoolType]) schools: SlotSchoolType[];
  @Field(() => MeetingTier, { description: 'The tier its length is taken from.' }) tier: MeetingTier;
  @Field(() => MeetingMode) mode: MeetingMode;
  @Field(() => String) onDay: string;
  @Field(() => String) atTime: string;
  @Field(() => Int) minutes: number;
  @Field(() => String, { description: 'Why these schools stand together, or alone.' }) reason: string;
}

@ObjectType('SlotPlan', { description: 'Dates for an officer’s schools that have no offer in this term.' })
export class SlotPlanType {
  @Field(() => Int) officerId: number;
  @Field(() => String) officer: string;
  @Field(() => String, { description: 'The first day proposed: a school keeps its whole time to prepare.' }) from: string;
  @Field(() => String) to: string;
  @Field(() => [SlotProposalType], { description: 'Worst tier first.' }) proposals: SlotProposalType[];
  @Field(() => [SlotSchoolType], { description: 'Schools for which there is no room in that time.' }) withoutRoom: SlotSchoolType[];
  @Field(() => Int, { description: 'Schools of the officer that have an offer, or are met already.' }) inHand: number;
}
