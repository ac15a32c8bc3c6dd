import { FamilyTold, ReferralCommand, ReferralState } from '@attendance/shared/meetings';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

registerEnumType(ReferralState, { name: 'ReferralState', description: 'How far a draft of a referral has come. Nothing is sent from here.' });
registerEnumType(ReferralCommand, { name: 'ReferralCommand', description: 'What may be done to a draft of a referral.' });
registerEnumType(FamilyTold, { name: 'FamilyTold', description: 'Whether the family knows that a service is asked for.' });

@ObjectType('ReferralDraft', { description: 'A service asked for in a meeting, as a draft until casework takes it over. Nothing is sent from here.' })
export class ReferralDraftType {
  @Field(() => ID) id: number;
  @Field(() => String, { description: 'A code of the list of services.' }) service: string;
  @Field(() => ReferralState) state: ReferralState;
  @Field(() => String) reason: string;
  @Field(() => String, { description: 'What should be different afterwards.' }) outcome: string;
  @Field(() => String, { description: 'What has been tried.' }) tried: string;
  @Field(() => FamilyTold, { nullable: true, description: 'Null where nobody has said.' }) familyTold: FamilyTold | null;
  @Field(() => Int, { description: 'Goes up with each change: the next one names it.' }) version: number;
  @Field(() => String, { description: 'The day the record was issued that made it.' }) madeOn: string;
  @Field(() => Int) schoolId: number;
  @Field(() => String) school: string;
  @Field(() => Int, { nullable: true }) pupilId: number | null;
  @Field(() => String, { nullable: true }) pupilName: string | null;
  @Field(() => Int, { nullable: true, description: 'Three-digit code of the authority where the child lives, where that is not this one.' }) homeLa: number | null;
  @Field(() => Int, { nullable: true, description: 'The meeting it comes from; null for people who read no meetings.' }) meetingId: number | null;
  @Field(() => String, { nullable: true }) meetingOn: string | null;
  @Field(() => Int, { nullable: true, description: 'The action it was agreed as.' }) taskId: number | null;
  @Field(() => String, { nullable: true, description: 'Who wrote in it last.' }) changedBy: string | null;
  @Field(() => String, { nullable: true }) changedAt: string | null;
  @Field(() => String, { nullable: true, description: 'The headteacher who approved it as it stands.' }) approvedBy: string | null;
  @Field(() => String, { nullable: true }) approvedAt: string | null;
  @Field(() => String, { nullable: true }) withdrawnBy: string | null;
  @Field(() => String, { nullable: true }) withdrawnAt: string | null;
  @Field(() => String, { nullable: true }) withdrawnReason: string | null;
  @Field(() => [String], { description: 'What it lacks before casework can take it over, in words.' }) gaps: string[];
  @Field(() => [ReferralCommand], { description: 'What the sender may do with it as it stands.' }) allowedCommands: ReferralCommand[];
}

@ObjectType('ReferralDrafts')
export class ReferralDraftsType {
  @Field(() => Int) total: number;
  @Field(() => Int, { description: 'Of these, drafts that wait for a headteacher.' }) waiting: number;
  @Field(() => [ReferralDraftType]) items: ReferralDraftType[];
}

@InputType()
export class ReferralFilter {
  @Field(() => Int, { nullable: true }) schoolId?: number | null;
  @Field(() => String, { nullable: true, description: 'A code of the list of services.' }) service?: string | null;
  @Field(() => ReferralState, { nullable: true, description: 'Where none is named, all but those withdrawn.' }) state?: ReferralState | null;
  @Field(() => Boolean, { nullable: true, description: 'Only schools one is the named officer of.' }) mine?: boolean | null;
}

@InputType()
export class ReferralInput {
  @Field(() => String) reason: string;
  @Field(() => String) outcome: string;
  @Field(() => String) tried: string;
  @Field(() => FamilyTold, { nullable: true }) familyTold?: FamilyTold | null;
}
