import { ReportCellKind, ReportFilterKind } from '@attendance/shared/attendance';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('ReportColumn')
export class ReportColumnType {
  @Field(() => String) key: string;
  @Field(() => String, { description: 'With the unit of its numbers.' }) heading: string;
  @Field(() => ReportCellKind) kind: ReportCellKind;
  @Field(() => Boolean) sortable: boolean;
  @Field(() => String, { nullable: true, description: 'Which list of pupils a figure of a school opens; REASONS is the list of reasons overdue.' }) opens: string | null;
  @Field(() => String, { nullable: true, description: 'The code whose sessions a figure opens, where each column has its own.' }) code: string | null;
  @Field(() => String, { nullable: true, description: 'Why its figures open nothing, for people who see pupils.' }) unopened: string | null;
}

@ObjectType('ReportPart', { description: 'One table of a report.' })
export class ReportPartType {
  @Field(() => String) key: string;
  @Field(() => String) title: string;
  @Field(() => [ReportColumnType]) columns: readonly ReportColumnType[];
  @Field(() => [ReportFilterKind]) filters: readonly ReportFilterKind[];
  @Field(() => Boolean) namesPupils: boolean;
}

@ObjectType('ReportElsewhere', { description: 'A page that tells more of the same question.' })
export class ReportElsewhereType {
  @Field(() => String) words: string;
  @Field(() => String, { description: 'Its address within the portal.' }) path: string;
}

@ObjectType('Report', { description: 'A standard report, with the parts of it that whoever asks may open.' })
export class ReportType {
  @Field(() => Int) number: number;
  @Field(() => String) title: string;
  @Field(() => String, { description: 'The question it answers.' }) question: string;
  @Field(() => [ReportPartType]) parts: readonly ReportPartType[];
  @Field(() => [String], { description: 'What it cannot say, because the portal does not hold it.' }) notHeld: readonly string[];
  @Field(() => [ReportElsewhereType], { description: 'Only pages that whoever asks may open.' }) elsewhere: readonly ReportElsewhereType[];
}

@ObjectType('ReportRow')
export class ReportRowType {
  @Field(() => ID) key: string;
  @Field(() => [String], { nullable: 'items', description: 'In the order of the columns: numbers with a full stop, days as ISO text, "c" where a figure is hidden, null where there is nothing.' }) cells: (string | null)[];
  @Field(() => Int, { nullable: true }) schoolId: number | null;
  @Field(() => ID, { nullable: true }) pupilId: number | null;
  @Field(() => String, { nullable: true, description: 'What the pupils behind its counts have in common, as name=value pairs of a list of pupils joined by "&".' }) opensWith: string | null;
}

@ObjectType('ReportPage', { description: 'One page of one part of a report, and what must be known to read it.' })
export class ReportPageType {
  @Field(() => ReportType) report: ReportType;
  @Field(() => String, { description: 'The key of the part these rows are of.' }) part: string;
  @Field(() => Int, { description: 'Rows of the whole part, as filtered.' }) total: number;
  @Field(() => [ReportRowType]) rows: ReportRowType[];
  @Field(() => [ReportRowType], { description: 'To set the rows beside: sums and published figures, in no order.' }) compared: ReportRowType[];
  @Field(() => String, { description: 'The filter in words.' }) filterWords: string;
  @Field(() => String, { description: 'What is counted, over what, by which rule.' }) of: string;
  @Field(() => String, { nullable: true, description: 'The latest day any mark of these schools is of.' }) marksTo: string | null;
  @Field(() => String, { description: 'How many of these schools have sent up to their last school day.' }) coverage: string;
  @Field(() => String, { description: 'The key of the column it is sorted by.' }) sort: string;
  @Field(() => Boolean) descending: boolean;
  @Field(() => Boolean, { description: 'Whether small counts are hidden from whoever asks.' }) hidesSmall: boolean;
}
