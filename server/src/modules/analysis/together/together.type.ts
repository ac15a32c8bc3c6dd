import { TransitionKind } from '@attendance/shared/attendance';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

registerEnumType(TransitionKind, { name: 'TransitionKind', description: 'FELL: in Year 7, and missing more than in Year 6. AHEAD: in Year 6, persistently absent, and about to move on.' });

@ObjectType('TogetherTotals', { description: 'How many rows the lists have that are not of one enrolment’s standing.' })
export class TogetherTotalsType {
  @Field(() => Int) transition: number;
}

@ObjectType('SiblingAway', { description: 'One child of a family.' })
export class SiblingAwayType {
  @Field(() => ID) pupilId: number;
  @Field(() => String) name: string;
  @Field(() => String) ncYear: string;
  @Field(() => Int) schoolId: number;
  @Field(() => String) schoolName: string;
  @Field(() => Int, { description: 'Possible sessions of this academic year so far.' }) possible: number;
  @Field(() => Int) absent: number;
}

@ObjectType('FamilyAway', { description: 'Children who share an adult, as far as the reach goes, and the sessions two or more of them missed alike.' })
export class FamilyAwayType {
  @Field(() => ID) key: string;
  @Field(() => [SiblingAwayType]) children: SiblingAwayType[];
  @Field(() => String, { description: 'The Monday from which the last school weeks of all of them count.' }) since: string;
  @Field(() => Int, { description: 'Sessions that two of them missed at least.' }) sessions: number;
  @Field(() => Int, { description: 'Sessions that every one of them missed.' }) byAll: number;
  @Field(() => Int, { nullable: true, description: 'The weekday that holds most of these sessions, 0 for Monday.' }) weekday: number | null;
  @Field(() => String) sentence: string;
}

@ObjectType('FamilyAwayPage')
export class FamilyAwayPageType {
  @Field(() => [FamilyAwayType]) items: FamilyAwayType[];
  @Field(() => Int) total: number;
}

@ObjectType('TransitionRow', { description: 'One child between Year 6 and Year 7, with the sessions of both.' })
export class TransitionRowType {
  @Field(() => TransitionKind) kind: TransitionKind;
  @Field(() => ID) pupilId: number;
  @Field(() => String) name: string;
  @Field(() => String) ncYear: string;
  @Field(() => String, { nullable: true }) form: string | null;
  @Field(() => Int) schoolId: number;
  @Field(() => String) schoolName: string;
  @Field(() => String, { description: 'Where Year 6 was spent, last of all.' }) schoolBefore: string;
  @Field(() => Int) beforePossible: number;
  @Field(() => Int) beforeAbsent: number;
  @Field(() => Int) sincePossible: number;
  @Field(() => Int) sinceAbsent: number;
  @Field(() => String) sentence: string;
}

@ObjectType('TransitionPage')
export class TransitionPageType {
  @Field(() => [TransitionRowType]) items: TransitionRowType[];
  @Field(() => Int) total: number;
}
