import { MeetingStatus } from '@attendance/shared/meetings';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { MeetingActionType } from './actions.type.ts';
import { AnswerPlace } from './answers.inputs.ts';

@ObjectType('MeetingAnswer', { description: 'One box of the papers of a meeting.' })
export class MeetingAnswerType {
  @Field(() => ID) id: number;
  @Field(() => Int) schoolId: number;
  @Field(() => AnswerPlace) place: AnswerPlace;
  @Field(() => String) subject: string;
  @Field(() => String) field: string;
  @Field(() => String) value: string;
  @Field(() => Int, { description: 'Goes up with each change of this box.' }) version: number;
  @Field(() => String, { nullable: true, description: 'Who wrote it last.' }) by: string | null;
  @Field(() => Boolean) isMine: boolean;
  @Field(() => String) at: string;
  @Field(() => Boolean, { description: 'A partner’s line that was last written after the latest pack of its school was made, so that it stands in no pack.' }) isAfterPack: boolean;
}

@ObjectType('LostAnswer', { description: 'A text that another gave way to, or that came too late: kept, so that nothing typed is lost.' })
export class LostAnswerType extends MeetingAnswerType {
  @Field(() => Boolean, { description: 'It came after somebody else’s and was never in the papers.' }) tooLate: boolean;
}

@ObjectType('SavedAnswer', { description: 'What became of one box that was sent.' })
export class SavedAnswerType {
  @Field(() => Boolean, { description: 'False: somebody else was faster, and `value` is theirs. The text that was sent is kept among the lost ones.' }) isSaved: boolean;
  @Field(() => Int) version: number;
  @Field(() => String) value: string;
  @Field(() => String, { nullable: true }) by: string | null;
}

@ObjectType('MeetingReader', { description: 'Somebody else who has the papers open.' })
export class MeetingReaderType {
  @Field(() => String) name: string;
  @Field(() => String, { description: 'What they look at, such as PUPIL/12.' }) reading: string;
}

@ObjectType('MeetingSync', { description: 'The papers after a sending: what became of each box, and what others wrote.' })
export class MeetingSyncType {
  @Field(() => [SavedAnswerType], { description: 'In the order of sending.' }) saved: SavedAnswerType[];
  @Field(() => [MeetingAnswerType], { description: 'Boxes written since `since`.' }) changes: MeetingAnswerType[];
  @Field(() => [MeetingActionType], { description: 'Every action that stands.' }) agreed: MeetingActionType[];
  @Field(() => [MeetingReaderType]) readers: MeetingReaderType[];
  @Field(() => Int, { description: 'Pupils within reach on its lists: where the number changed, the lists are to be read anew.' }) listed: number;
  @Field(() => MeetingStatus) status: MeetingStatus;
  @Field(() => Int) version: number;
  @Field(() => String, { description: 'To be sent as `since` next time.' }) at: string;
}
