import { BarrierKind, BarrierStatus } from '@attendance/shared/attendance';
import { Field, InputType, Int, registerEnumType } from 'type-graphql';

export { BarrierKind, BarrierStatus };
registerEnumType(BarrierKind, { name: 'BarrierKind', description: 'What stands between children of an area and school.' });
registerEnumType(BarrierStatus, { name: 'BarrierStatus', description: 'How far the work on a barrier has come.' });

@InputType()
export class BarrierFilter {
  @Field(() => BarrierStatus, { nullable: true }) status?: BarrierStatus | null;
  @Field(() => BarrierKind, { nullable: true }) kind?: BarrierKind | null;
  @Field(() => Int, { nullable: true }) ownerId?: number | null;
  @Field(() => Int, { nullable: true, description: 'Only barriers that name this school.' }) schoolId?: number | null;
  @Field(() => Int, { nullable: true, description: 'Only barriers this pupil is linked to.' }) pupilId?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Closed ones too; left out where nothing is said and no status is asked for.' }) closed?: boolean | null;
}

@InputType()
export class BarrierInput {
  @Field(() => String) title: string;
  @Field(() => BarrierKind) kind: BarrierKind;
  @Field(() => String, { description: 'What is known. Schools it names read it.' }) known: string;
  @Field(() => String, { description: 'Where it is, in plain words.' }) place: string;
  @Field(() => String, { description: 'The day it began, such as 2026-11-09.' }) sinceOn: string;
  @Field(() => Int, { description: 'Somebody of `barrierOwners`.' }) ownerId: number;
  @Field(() => String, { description: 'For the team only: no school reads it.' }) teamNote: string;
}

@InputType()
export class BarrierActionInput {
  @Field(() => String) what: string;
  @Field(() => String, { description: 'Who does it: a person, a school or a service.' }) owner: string;
  @Field(() => String, { description: 'The day it is due.' }) dueOn: string;
  @Field(() => String, { description: 'What shows that it is done.' }) doneWhen: string;
  @Field(() => String) outcome: string;
  @Field(() => String, { nullable: true, description: 'The day it was done; nothing while it is not.' }) doneOn?: string | null;
}
