import { Field, ID, Int, ObjectType } from 'type-graphql';
import { ClockState, ClockUnit, TaskSide } from './task.inputs.ts';

@ObjectType('Clock', { description: 'A deadline: what is owed, by whom, by when, and when it was met.' })
export class ClockType {
  @Field(() => ID) id: number;
  @Field(() => String, { description: 'What kind of deadline, as the module that set it names it.' }) kind: string;
  @Field(() => String) what: string;
  @Field(() => String, { description: 'What it hangs on, such as MEETING.' }) source: string;
  @Field(() => Int, { description: 'The number of what it hangs on.' }) sourceId: number;
  @Field(() => TaskSide) side: TaskSide;
  @Field(() => Int, { nullable: true }) schoolId: number | null;
  @Field(() => String, { nullable: true }) schoolName: string | null;
  @Field(() => Int, { nullable: true }) pupilId: number | null;
  @Field(() => String, { nullable: true }) pupilName: string | null;
  @Field(() => Int, { nullable: true }) officerId: number | null;
  @Field(() => String, { nullable: true }) officer: string | null;
  @Field(() => ClockUnit) counted: ClockUnit;
  @Field(() => Int, { nullable: true, description: 'How many days were given.' }) days: number | null;
  @Field(() => String) startedOn: string;
  @Field(() => String) dueOn: string;
  @Field(() => String, { nullable: true }) metOn: string | null;
  @Field(() => ClockState) state: ClockState;
  @Field(() => Int, { nullable: true, description: 'In its own unit: 0 on its day, below 0 after it. Nothing once it is met, or where the calendar does not reach its day.' }) daysLeft: number | null;
}

@ObjectType('TeamClocks', { description: 'Deadlines not met yet, of the officers of one team.' })
export class TeamClocksType {
  @Field(() => Int) teamId: number;
  @Field(() => String) team: string;
  @Field(() => Int) broken: number;
  @Field(() => Int, { description: 'Running ones that end by Sunday.' }) dueThisWeek: number;
  @Field(() => Int) running: number;
}

@ObjectType('ClockSummary', { description: 'Deadlines not met yet, of one officer.' })
export class ClockSummaryType {
  @Field(() => Int, { nullable: true, description: 'Nothing where no officer is named.' }) officerId: number | null;
  @Field(() => String, { nullable: true }) officer: string | null;
  @Field(() => Int) broken: number;
  @Field(() => Int, { description: 'Running ones that end this week.' }) dueThisWeek: number;
  @Field(() => Int) running: number;
}

@ObjectType('ClockPage')
export class ClockPageType {
  @Field(() => [ClockType]) items: ClockType[];
  @Field(() => Int) total: number;
  @Field(() => [TeamClocksType], { description: 'By team of the officers, most broken first; of the filter without its team, its officer and its state. An officer of two teams counts in both.' }) teams: TeamClocksType[];
  @Field(() => [ClockSummaryType], { description: 'By officer, most broken first; of the filter without its officer and its state.' }) officers: ClockSummaryType[];
}
