import { Field, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType('DraftText', { description: 'What somebody has typed into a form and not sent yet. Nobody else reads it.' })
export class DraftTextType {
  @Field(() => String, { description: 'Which field of which form.' }) part: string;
  @Field(() => Int, { nullable: true, description: 'The child the form is about.' }) pupilId: number | null;
  @Field(() => String) value: string;
  @Field(() => Int) version: number;
}

@ObjectType('SavedDraftText', { description: 'What became of a text that was kept.' })
export class SavedDraftTextType {
  @Field(() => Boolean, { description: 'False: another window of the same person kept `value` meanwhile, or the form was sent from there.' }) isSaved: boolean;
  @Field(() => Int) version: number;
  @Field(() => String) value: string;
}

@InputType({ description: 'A text about a meeting or a task, as far as it is typed. `base` is the version it was typed over, 0 for none.' })
export class DraftTextInput {
  @Field(() => Int, { nullable: true }) meetingId?: number | null;
  @Field(() => Int, { nullable: true }) taskId?: number | null;
  @Field(() => String) part: string;
  @Field(() => Int, { nullable: true, description: 'The child a form of a meeting is about; that of a task is known.' }) pupilId?: number | null;
  @Field(() => String) value: string;
  @Field(() => Int) base: number;
}
