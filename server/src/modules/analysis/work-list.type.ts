import { Field, Int, ObjectType } from 'type-graphql';
import { ListKind } from './work-list.inputs.ts';
import { NamedEnrolmentType } from './named-enrolment.type.ts';

@ObjectType('WorkList', { description: 'One list of work, and how many rows it has.' })
export class WorkListType {
  @Field(() => ListKind) kind: ListKind;
  @Field(() => Int, { description: 'Enrolments on the list: the rows that workList gives.' }) total: number;
  @Field(() => Boolean, { description: 'True for a list of persistent or severe absence in the first weeks of a year: it holds nobody because it is too early to say.' }) tooEarly: boolean;
}

@ObjectType('WorkListRow', { description: 'One enrolment on a list of work, with the counts that put it there.' })
export class WorkListRowType extends NamedEnrolmentType {
  @Field(() => String, { description: 'Why it is on the list: counts and days that can be checked against the register.' }) sentence: string;
  @Field(() => String, { description: 'The day the marks of its school reach: what the row is of.' }) marksTo: string;
  @Field(() => Int, { description: 'Possible sessions of this academic year so far.' }) possible: number;
  @Field(() => Int) absent: number;
  @Field(() => Int, { description: 'Possible sessions of the last school weeks.' }) recentPossible: number;
  @Field(() => Int) recentAbsent: number;
  @Field(() => Int, { nullable: true, description: 'Sessions that may still be missed before absence is persistent at the end of the year.' }) sessionsToSpare: number | null;
  @Field(() => String, { description: 'Marks of this week and the one before, 28 characters.' }) lastMarks: string;
}

@ObjectType('WorkListPage')
export class WorkListPageType {
  @Field(() => [WorkListRowType]) items: WorkListRowType[];
  @Field(() => Int, { description: 'Enrolments on the whole list.' }) total: number;
  @Field(() => Boolean, { description: 'As of the list.' }) tooEarly: boolean;
}
