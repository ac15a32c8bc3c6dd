import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('SlotFigures', { description: 'The sessions of one half day of the week. A rate is worked out from them, last. A count is null where it is hidden because it, or another it could be worked out from, is small.' })
export class SlotFiguresType {
  @Field(() => Int, { description: '0 is Monday morning, 1 Monday afternoon, 13 Sunday afternoon.' }) slot: number;
  @Field(() => Int, { nullable: true }) possible: number | null;
  @Field(() => Int, { nullable: true, description: 'Authorised and unauthorised together.' }) absent: number | null;
  @Field(() => Int, { nullable: true }) authorised: number | null;
  @Field(() => Int, { nullable: true }) unauthorised: number | null;
  @Field(() => Int, { nullable: true }) lateBefore: number | null;
  @Field(() => Int, { nullable: true }) lateAfter: number | null;
}

@ObjectType('CodeFigures', { description: 'How often one code was given.' })
export class CodeFiguresType {
  @Field(() => String, { description: 'The national code, or "-" for a session without a mark.' }) code: string;
  @Field(() => Int, { nullable: true, description: 'Null where it is hidden because it is small.' }) sessions: number | null;
}

@ObjectType('SessionPatterns', { description: 'When in the week sessions are missed, and by which code, from the start of the academic year to the latest marks.' })
export class SessionPatternsType {
  @Field(() => Int) academicYear: number;
  @Field(() => Int) possible: number;
  @Field(() => [SlotFiguresType], { description: 'Half days with a possible session, in the order of the week.' }) slots: SlotFiguresType[];
  @Field(() => [CodeFiguresType], { description: 'Codes that were given, most often first.' }) codes: CodeFiguresType[];
}
