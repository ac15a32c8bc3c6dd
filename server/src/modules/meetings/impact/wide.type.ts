import { ImpactClass, PeopleCount, WideScope } from '@attendance/shared/meetings';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { SchoolCount } from './wide-measures.ts';
import { ActionEffectType, EffectCaveatType, EffectIntervalType, EffectSessionsType } from './impact.type.ts';

export { PeopleCount, WideScope };
registerEnumType(PeopleCount, { name: 'PeopleCount', description: 'Which pupils a count of an action about a group or a school is of. MEASURED: with enough sessions, of a school on roll throughout. LEFT_OUT: of a school, not throughout or without a session. BESIDE and NOT_BESIDE: whether set beside pupils alike. LAST_YEAR and NOT_LAST_YEAR: whether beside the same weeks a year earlier; of a school the pupils of that year.' });
registerEnumType(SchoolCount, { name: 'SchoolCount', description: 'What a count of a row about schools is of: schools with enough sessions, those of one class of them, those with too few, or those set beside similar schools or their own last year.' });
registerEnumType(WideScope, { name: 'WideScope', description: 'What an action is about that is about more than one pupil.' });

@ObjectType('WideRowComparison', { description: 'A row set beside something: the middle of the own changes less those of what each is set beside (difference in differences).' })
export class WideRowComparisonType {
  @Field(() => String, { description: 'PUPILS_ALIKE, SIMILAR_SCHOOLS or LAST_YEAR.' }) code: string;
  @Field(() => Int, { description: 'Pupils, or schools, of this row that could be set beside it.' }) compared: number;
  @Field(() => Float, { nullable: true, description: 'In percentage points; null where too few are compared.' }) effect: number | null;
  @Field(() => EffectIntervalType, { nullable: true }) interval: EffectIntervalType | null;
}

@ObjectType('WideEffectRow', { description: 'What followed the actions about groups, or about schools, of one kind, service, school or term. A pupil, or a school, is counted once, from the first of them. Never added to what followed actions about single pupils.' })
export class WideEffectRowType {
  @Field(() => ID) key: string;
  @Field(() => String) label: string;
  @Field(() => Int, { description: 'All of them, measured or not.' }) actions: number;
  @Field(() => Int, { description: 'Of no known group, or not among the latest that a table works out: in no count of this row.' }) unmeasured: number;
  @Field(() => Int, { description: 'Pupils of groups, or schools, with enough sessions to say.' }) counted: number;
  @Field(() => Int, { description: 'Too few sessions: in no rate.' }) insufficient: number;
  @Field(() => Boolean, { description: 'Too few to say anything: everything below is empty.' }) isHidden: boolean;
  @Field(() => Int, { nullable: true }) improved: number | null;
  @Field(() => Int, { nullable: true }) stable: number | null;
  @Field(() => Int, { nullable: true }) worse: number | null;
  @Field(() => Float, { nullable: true }) improvedPercent: number | null;
  @Field(() => Float, { nullable: true, description: 'The middle change, in percentage points.' }) median: number | null;
  @Field(() => EffectIntervalType, { nullable: true, description: 'Only where there are enough for it.' }) interval: EffectIntervalType | null;
  @Field(() => [WideRowComparisonType]) beside: WideRowComparisonType[];
  @Field(() => String) words: string;
}

@ObjectType('WideEffects', { description: 'What followed actions about groups and about schools; how many were about the area.' })
export class WideEffectsType {
  @Field(() => [WideEffectRowType]) groups: WideEffectRowType[];
  @Field(() => [WideEffectRowType]) schools: WideEffectRowType[];
  @Field(() => Int) areaActions: number;
  @Field(() => String, { description: 'What is not worked out here, and why.' }) words: string;
  @Field(() => [EffectCaveatType]) caveats: EffectCaveatType[];
}

@ObjectType('WideAction', { description: 'An action about a group, a school or the area, and what followed.' })
export class WideActionType {
  @Field(() => Int) taskId: number;
  @Field(() => WideScope) scope: WideScope;
  @Field(() => String, { description: 'The group, the school, or the area.' }) about: string;
  @Field(() => Int) schoolId: number;
  @Field(() => String, { description: 'The school it was agreed with.' }) schoolName: string;
  @Field(() => String, { description: 'The kind of action, or what was agreed where it is of no kind.' }) action: string;
  @Field(() => String, { nullable: true }) service: string | null;
  @Field(() => String) status: string;
  @Field(() => String, { description: 'The first day of the action.' }) anchorOn: string;
  @Field(() => ImpactClass, { nullable: true, description: 'Of a whole school; null of a group, whose pupils are told one by one, and of the area.' }) impact: ImpactClass | null;
  @Field(() => String, { description: 'All of it, for people who read or hear it.' }) words: string;
}

@ObjectType('WideActionPage')
export class WideActionPageType {
  @Field(() => String, { description: 'The name of the row they stand behind; empty where it has none.' }) label: string;
  @Field(() => [WideActionType]) items: WideActionType[];
  @Field(() => Int) total: number;
}

@ObjectType('WideComparison', { description: 'What a change is set beside.' })
export class WideComparisonType {
  @Field(() => ID, { description: 'SIMILAR_SCHOOLS, PUPILS_ALIKE or LAST_YEAR.' }) code: string;
  @Field(() => String) label: string;
  @Field(() => Float, { nullable: true, description: 'How what it is set beside changed, in percentage points; null where nothing is told, and of a group, where the middle of differences stands alone.' }) change: number | null;
  @Field(() => Float, { nullable: true, description: 'The own change less that, in percentage points; of a group the middle of these.' }) effect: number | null;
  @Field(() => EffectIntervalType, { nullable: true }) interval: EffectIntervalType | null;
  @Field(() => Int, { description: 'Schools or pupils it is worked out from; 0 where nothing is told.' }) size: number;
  @Field(() => String) words: string;
}

@ObjectType('WidePeople', { description: 'A count of pupils of an action about a group or a school.' })
export class WidePeopleType {
  @Field(() => PeopleCount) count: PeopleCount;
  @Field(() => Boolean, { description: 'Of the longer time from the anchor on.' }) isLater: boolean;
  @Field(() => Int) pupils: number;
  @Field(() => String, { description: 'What they are: "with enough sessions".' }) words: string;
}

@ObjectType('WidePupil', { description: 'A pupil behind a count of an action about a group or a school.' })
export class WidePupilType {
  @Field(() => ID) pupilId: number;
  @Field(() => String) name: string;
  @Field(() => String) schoolName: string;
  @Field(() => String, { description: 'The group, or the school, by which the pupil counts.' }) about: string;
  @Field(() => String) action: string;
  @Field(() => ActionEffectType) effect: ActionEffectType;
  @Field(() => String, { description: 'Why the pupil is left out, or what the change is measured against; empty where there is nothing to say.' }) note: string;
}

@ObjectType('WidePupilPage')
export class WidePupilPageType {
  @Field(() => String, { description: 'The row, or the action, they stand behind.' }) label: string;
  @Field(() => String, { description: 'What they are: "with enough sessions".' }) words: string;
  @Field(() => [WidePupilType]) items: WidePupilType[];
  @Field(() => Int) total: number;
}

@ObjectType('WideActionDetail', { description: 'Everything that is worked out of one action about more than one pupil.' })
export class WideActionDetailType extends WideActionType {
  @Field(() => EffectSessionsType, { description: 'Sessions of those with enough to say.' }) before: EffectSessionsType;
  @Field(() => EffectSessionsType) after: EffectSessionsType;
  @Field(() => Float, { nullable: true, description: 'In percentage points: of a school and the area the change of the rate, of a group the middle change of its pupils.' }) change: number | null;
  @Field(() => String, { description: 'The longer time from the anchor on.' }) laterWords: string;
  @Field(() => [WideComparisonType]) comparisons: WideComparisonType[];
  @Field(() => [WidePeopleType], { description: 'Every count of pupils in it, each of which opens.' }) people: WidePeopleType[];
  @Field(() => String, { description: 'Up to which day registers are counted, and by which days or weeks.' }) asOf: string;
  @Field(() => [EffectCaveatType]) caveats: EffectCaveatType[];
}
