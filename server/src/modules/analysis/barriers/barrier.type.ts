import { Field, ID, Int, ObjectType } from 'type-graphql';
import { BarrierKind, BarrierStatus } from './barrier.inputs.ts';

@ObjectType('BarrierOwner', { description: 'Somebody of the team who may own a barrier.' })
export class BarrierOwnerType {
  @Field(() => Int) id: number;
  @Field(() => String) name: string;
}

@ObjectType('Barrier', { description: 'Something that keeps children of an area away from school: transport, housing, an estate, an illness wave.' })
export class BarrierType {
  @Field(() => ID) id: number;
  @Field(() => String) title: string;
  @Field(() => BarrierKind) kind: BarrierKind;
  @Field(() => String) known: string;
  @Field(() => String) place: string;
  @Field(() => String, { description: 'The day it began.' }) sinceOn: string;
  @Field(() => Int) ownerId: number;
  @Field(() => String) ownerName: string;
  @Field(() => BarrierStatus) status: BarrierStatus;
  @Field(() => String, { nullable: true, description: 'Why it was closed, or opened again.' }) reason: string | null;
  @Field(() => Int, { description: 'Goes up with every change of its words or its status: a change names the one it was made from.' }) version: number;
  @Field(() => Int, { description: 'Schools it names.' }) schoolCount: number;
  @Field(() => Int, { description: 'Actions not done yet.' }) actionsOpen: number;
  @Field(() => Int, { description: 'Actions not done although their day has passed.' }) actionsLate: number;
  @Field(() => String, { description: 'When it was last changed.' }) changedAt: string;
  schoolIds: number[];
}

@ObjectType('BarrierPage')
export class BarrierPageType {
  @Field(() => [BarrierType]) items: BarrierType[];
  @Field(() => Int) total: number;
}

@ObjectType('BarrierAction', { description: 'Something to be done about a barrier.' })
export class BarrierActionType {
  @Field(() => ID) id: number;
  @Field(() => String) what: string;
  @Field(() => String) owner: string;
  @Field(() => String) dueOn: string;
  @Field(() => String) doneWhen: string;
  @Field(() => String) outcome: string;
  @Field(() => String, { nullable: true }) doneOn: string | null;
  @Field(() => Int) version: number;
}

@ObjectType('BarrierFieldChange')
export class BarrierFieldChangeType {
  @Field(() => String) field: string;
  @Field(() => String, { nullable: true }) from: string | null;
  @Field(() => String, { nullable: true }) to: string | null;
}

@ObjectType('BarrierChange', { description: 'One line of a barrier’s chronology. Lines are added and never taken away.' })
export class BarrierChangeType {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'MADE, CHANGED, MOVED, SCHOOL_LINKED, SCHOOL_UNLINKED, ACTION_MADE, ACTION_CHANGED, PUPIL_LINKED, PUPIL_UNLINKED or NOTE.' }) kind: string;
  @Field(() => String) at: string;
  @Field(() => String, { nullable: true }) by: string | null;
  @Field(() => String, { nullable: true, description: 'The school, the pupil or the action it is about.' }) about: string | null;
  @Field(() => Int, { nullable: true }) pupilId: number | null;
  @Field(() => [BarrierFieldChangeType]) fields: BarrierFieldChangeType[];
}

@ObjectType('BarrierEffectRow', { description: 'Sessions of one linked school or pupil: of the school weeks before the barrier began, and since. Weeks are named by their Mondays.' })
export class BarrierEffectRowType {
  @Field(() => Int, { nullable: true, description: 'Set in a row of a school.' }) schoolId: number | null;
  @Field(() => Int, { nullable: true, description: 'Set in a row of a pupil.' }) pupilId: number | null;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true, description: 'Year and school of a pupil.' }) detail: string | null;
  @Field(() => String, { nullable: true }) beforeFrom: string | null;
  @Field(() => String, { nullable: true }) beforeTo: string | null;
  @Field(() => String, { nullable: true }) sinceFrom: string | null;
  @Field(() => String, { nullable: true }) sinceTo: string | null;
  @Field(() => Int) beforePossible: number;
  @Field(() => Int, { nullable: true, description: 'Null where it is hidden from people who see figures only; each week is rounded for them.' }) beforeAbsent: number | null;
  @Field(() => Int) sincePossible: number;
  @Field(() => Int, { nullable: true, description: 'As before.' }) sinceAbsent: number | null;
}
