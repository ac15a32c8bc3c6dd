import { EffectBy, ImpactClass, INEFFECTIVE_REASONS, WHY_NOT, type IneffectiveReason, type WhyNot as Said } from '@attendance/shared/meetings';
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MeetingTermType } from '../planner.type.ts';

export { EffectBy };
registerEnumType(ImpactClass, { name: 'ImpactClass', description: 'How attendance changed between the days before an action and those from it. INSUFFICIENT: too few sessions to say.' });
/** Why something did not help, as the API names it. */
export const WhyNot = Object.fromEntries(Object.keys(INEFFECTIVE_REASONS).map((reason) => [reason, reason])) as { readonly [Reason in IneffectiveReason]: Reason };
registerEnumType(WhyNot, { name: 'IneffectiveReason', description: 'Why an action was not followed by better attendance.' });
/** The same, or that nobody said anything. */
export const WhyNotSaid = Object.fromEntries(Object.keys(WHY_NOT).map((said) => [said, said])) as { readonly [Each in Said]: Each };
registerEnumType(WhyNotSaid, { name: 'WhyNotSaid', description: 'What was said of an action after which nothing improved; UNSAID where nothing was.' });
registerEnumType(EffectBy, { name: 'EffectBy', description: 'By what actions are put together.' });

@ObjectType('EffectSessions', { description: 'Sessions of some days, added before anything is divided.' })
export class EffectSessionsType {
  @Field(() => Int) possible: number;
  @Field(() => Int) attended: number;
}

@ObjectType('EffectPoint', { description: 'A week of the days counted: cut where they begin and end, so that the weeks add up to both counts.' })
export class EffectPointType extends EffectSessionsType {
  @Field(() => String) weekStart: string;
}

@ObjectType('ActionEffect', { description: 'The attendance of a pupil before an action and from its first day. What came after an action need not have come from it.' })
export class ActionEffectType {
  @Field(() => Int) taskId: number;
  @Field(() => String, { description: 'The first day of the action.' }) anchorOn: string;
  @Field(() => EffectSessionsType, { description: 'The last school days before the anchor.' }) before: EffectSessionsType;
  @Field(() => EffectSessionsType, { description: 'The first school days from the anchor on, as far as the marks reach.' }) after: EffectSessionsType;
  @Field(() => Int, { description: 'School days from the anchor that are counted so far.' }) days: number;
  @Field(() => ImpactClass) impact: ImpactClass;
  @Field(() => String, { description: 'All of it, for people who read or hear it.' }) words: string;
  @Field(() => [EffectPointType]) points: EffectPointType[];
  @Field(() => Boolean, { description: 'The pupil left: counted until then.' }) isLeaver: boolean;
}

@ObjectType('MatchedPupils', { description: 'Pupils alike who were spoken about in no meeting in those days.' })
export class MatchedPupilsType {
  @Field(() => Int) pupils: number;
  @Field(() => Float, { description: 'Their mean attendance before, in per cent.' }) meanBefore: number;
  @Field(() => Float) meanAfter: number;
  @Field(() => Float, { description: 'The own change less their mean change, in percentage points.' }) effect: number;
  @Field(() => String) words: string;
}

@ObjectType('EffectCaveat', { description: 'What must stand beside every figure of effect.' })
export class EffectCaveatType {
  @Field(() => ID) code: string;
  @Field(() => String) words: string;
}

@ObjectType('WhyNoEffect', { description: 'Why an action did not help, as somebody said who answers for it.' })
export class WhyNoEffectType {
  @Field(() => WhyNot) reason: IneffectiveReason;
  @Field(() => String) words: string;
  @Field(() => String) on: string;
  @Field(() => String) by: string;
}

@ObjectType('ActionEffectDetail', { description: 'Everything that is worked out of one action.' })
export class ActionEffectDetailType {
  @Field(() => ID) pupilId: number;
  @Field(() => String) name: string;
  @Field(() => String) schoolName: string;
  @Field(() => String, { description: 'The kind of action, or what was agreed where it is of no kind.' }) action: string;
  @Field(() => ActionEffectType) effect: ActionEffectType;
  @Field(() => EffectSessionsType, { description: 'The longer time from the anchor on.' }) later: EffectSessionsType;
  @Field(() => Int) laterDays: number;
  @Field(() => ImpactClass) laterImpact: ImpactClass;
  @Field(() => Boolean, { description: 'Persistently absent before, and not after.' }) leftPersistent: boolean;
  @Field(() => Boolean, { description: 'Severely absent before, and not after.' }) leftSevere: boolean;
  @Field(() => String, { description: 'The same school weeks a year earlier, of the same pupil; says so where they are not held.' }) lastYearWords: string;
  @Field(() => MatchedPupilsType, { nullable: true, description: 'Null where too few pupils are alike, or there are too few sessions.' }) matched: MatchedPupilsType | null;
  @Field(() => Int, { description: 'To send along when something is said of it.' }) version: number;
  @Field(() => WhyNoEffectType, { nullable: true, description: 'Null where nobody said it, and where attendance improved or there is too little to say.' }) whyNot: WhyNoEffectType | null;
  @Field(() => Boolean, { description: 'Whether attendance did not improve, and whoever asks may say why.' }) maySayWhy: boolean;
  @Field(() => [EffectCaveatType]) caveats: EffectCaveatType[];
}

@ObjectType('PupilAction', { description: 'An action about a pupil, and what followed.' })
export class PupilActionType {
  @Field(() => Int) taskId: number;
  @Field(() => ID) pupilId: number;
  @Field(() => String) name: string;
  @Field(() => String) schoolName: string;
  @Field(() => String, { description: 'The kind of action, or what was agreed where it is of no kind.' }) action: string;
  @Field(() => String, { nullable: true }) service: string | null;
  @Field(() => String) status: string;
  @Field(() => ActionEffectType) effect: ActionEffectType;
  @Field(() => String, { nullable: true, description: 'Why it did not help, in words; null where it did, where there is too little to say, and where nobody said it.' }) whyNotWords: string | null;
}

@ObjectType('PupilActionPage')
export class PupilActionPageType {
  @Field(() => String, { description: 'The name of the row they stand behind; empty where it has none.' }) label: string;
  @Field(() => [PupilActionType]) items: PupilActionType[];
  @Field(() => Int) total: number;
}

@ObjectType('EffectInterval', { description: '95 times in 100 the median lies between these, in percentage points.' })
export class EffectIntervalType {
  @Field(() => Float) from: number;
  @Field(() => Float) to: number;
}

@ObjectType('WhyNotCount')
export class WhyNotCountType {
  @Field(() => WhyNotSaid) reason: Said;
  @Field(() => String) words: string;
  @Field(() => Int) pupils: number;
}

@ObjectType('EffectRow', { description: 'What followed the actions of one kind, service, school or term. A pupil is counted once, from the first of them.' })
export class EffectRowType {
  @Field(() => ID) key: string;
  @Field(() => String) label: string;
  @Field(() => Int, { description: 'With enough sessions to say.' }) pupils: number;
  @Field(() => Int, { description: 'Too few sessions: in no rate.' }) insufficient: number;
  @Field(() => Boolean, { description: 'Too few pupils to say anything: everything below is empty.' }) isHidden: boolean;
  @Field(() => Int, { nullable: true }) improved: number | null;
  @Field(() => Int, { nullable: true }) stable: number | null;
  @Field(() => Int, { nullable: true }) worse: number | null;
  @Field(() => Float, { nullable: true }) improvedPercent: number | null;
  @Field(() => Float, { nullable: true, description: 'The middle change, in percentage points.' }) median: number | null;
  @Field(() => EffectIntervalType, { nullable: true, description: 'Only where there are enough pupils for it.' }) interval: EffectIntervalType | null;
  @Field(() => Int, { description: 'Pupils of this row set beside pupils alike.' }) compared: number;
  @Field(() => Float, { nullable: true, description: 'The middle of the changes less those of pupils alike; null where too few are compared.' }) effect: number | null;
  @Field(() => EffectIntervalType, { nullable: true }) effectInterval: EffectIntervalType | null;
  @Field(() => [WhyNotCountType], { description: 'Of those after whom nothing improved: how often which reason was said, most often first, and of how many none. None where there are too few to say.' }) whyNot: WhyNotCountType[];
  @Field(() => String) words: string;
}

@ObjectType('EffectSummary', { description: 'What was followed by improvement, and how sure one may be.' })
export class EffectSummaryType {
  @Field(() => [EffectRowType]) rows: EffectRowType[];
  @Field(() => MeetingTermType, { nullable: true, description: 'The term asked for; null for all.' }) term: MeetingTermType | null;
  @Field(() => [MeetingTermType]) terms: MeetingTermType[];
  @Field(() => Int, { description: 'Actions not begun, not done or no longer needed: in no row.' }) notBegun: number;
  @Field(() => String, { description: 'How many pupils are set beside pupils alike, and why not all.' }) comparedWords: string;
  @Field(() => [EffectCaveatType]) caveats: EffectCaveatType[];
}

@InputType()
export class EffectFilter {
  @Field(() => String, { nullable: true, description: 'The key of a term in which the actions began; every term where none is named.' }) term?: string | null;
  @Field(() => String, { nullable: true }) phase?: string | null;
  @Field(() => Int, { nullable: true }) schoolId?: number | null;
}
