import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PupilMeasure } from '../figures.inputs.ts';
import { NamedEnrolmentType } from '../named-enrolment.type.ts';
import { ListKind } from '../work-list.inputs.ts';
import { ExplainedDefinition, ExplainedMeasure, ExplainedReason, ExplainedSide } from './explain.inputs.ts';

@ObjectType('ExplainGroup', { description: 'Enrolments that make one difference, for one reason. A count is null where it is hidden because it is small.' })
export class ExplainGroupType {
  @Field(() => ExplainedDefinition) definition: ExplainedDefinition;
  @Field(() => ExplainedSide) side: ExplainedSide;
  @Field(() => ExplainedReason) reason: ExplainedReason;
  @Field(() => Int, { nullable: true, description: 'The rows that explainedPupils gives.' }) enrolments: number | null;
  @Field(() => Int, { nullable: true, description: 'What they add to our part and not to theirs, in enrolments or sessions; below zero where theirs has more.' }) part: number | null;
  @Field(() => Int, { nullable: true, description: 'The same of the whole.' }) whole: number | null;
}

@ObjectType('ExplainStep', { description: 'One line of the way from everything recorded to the figure.' })
export class ExplainStepType {
  @Field(() => Int, { nullable: true, description: 'Null where it is hidden because it is small.' }) count: number | null;
  @Field(() => String) words: string;
  @Field(() => String, { nullable: true, description: 'The pupil measure whose list has exactly this many rows, or this many sessions in its rows.' }) opens: string | null;
  @Field(() => ExplainGroupType, { nullable: true, description: 'The group whose list has exactly this many rows, or this many sessions in its rows.' }) group: ExplainGroupType | null;
  @Field(() => String, { description: 'START, LESS, TOTAL, PART, or OF for some of what stands before it.' }) kind: string;
}

@ObjectType('ExplainDefinition', { description: 'The same figure, counted another way: ours less its groups.' })
export class ExplainDefinitionType {
  @Field(() => ExplainedDefinition) definition: ExplainedDefinition;
  @Field(() => String) name: string;
  @Field(() => Int, { nullable: true }) part: number | null;
  @Field(() => Int, { nullable: true }) whole: number | null;
  @Field(() => String) why: string;
  @Field(() => Boolean) ours: boolean;
  @Field(() => [ExplainGroupType]) groups: ExplainGroupType[];
}

@ObjectType('ExplainSilentSchool', { description: 'A school whose marks stop before its last school day.' })
export class ExplainSilentSchoolType {
  @Field(() => ID) schoolId: number;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true, description: 'The last day with marks; null when nothing was ever received.' }) marksTo: string | null;
  @Field(() => Int, { nullable: true, description: 'Enrolments on roll today; null for people who see figures only.' }) pupils: number | null;
  @Field(() => Int, { description: 'School days up to yesterday of which no mark has come in.' }) schoolDays: number;
}

@ObjectType('ExplainCoverage', { description: 'How much of the scope the figure covers. A school is covered when its marks reach its last school day.' })
export class ExplainCoverageType {
  @Field(() => Int) schools: number;
  @Field(() => Int) schoolsCovered: number;
  @Field(() => Int, { nullable: true, description: 'Enrolments on roll today; null where it would tell how few have left.' }) onRoll: number | null;
  @Field(() => Int, { nullable: true, description: 'Those at schools that are covered.' }) onRollCovered: number | null;
  @Field(() => String, { nullable: true, description: 'The day the latest file behind the figure came in.' }) changedOn: string | null;
  @Field(() => [ExplainSilentSchoolType]) silent: ExplainSilentSchoolType[];
}

@ObjectType('Explanation')
export class ExplanationType {
  @Field(() => ExplainedMeasure) measure: ExplainedMeasure;
  @Field(() => Int, { nullable: true, description: 'Null where it is hidden because it is small.' }) part: number | null;
  @Field(() => Int) whole: number;
  @Field(() => String) firstWeek: string;
  @Field(() => String, { nullable: true }) marksTo: string | null;
  @Field(() => String, { nullable: true, description: 'The session of that day the marks reach: AM or PM.' }) marksToSession: string | null;
  @Field(() => [ExplainStepType]) steps: ExplainStepType[];
  @Field(() => [ExplainDefinitionType]) definitions: ExplainDefinitionType[];
  @Field(() => Boolean, { description: 'Whether the year is too young to say: then nothing stands below the enrolments counted.' }) tooEarly: boolean;
  @Field(() => ExplainCoverageType, { nullable: true, description: 'Null for those who reach pupils and no school.' }) coverage: ExplainCoverageType | null;
}

@ObjectType('ExplainThreshold', { description: 'A value of the rule pack that a figure hangs on.' })
export class ExplainThresholdType {
  @Field(() => String) words: string;
  @Field(() => String, { description: 'The ISO day it holds from.' }) from: string;
  @Field(() => String) source: string;
}

@ObjectType('RowsExplanation', { description: 'How the figure of a list of rows comes about.' })
export class RowsExplanationType {
  @Field(() => PupilMeasure, { nullable: true, description: 'Null for a list of work.' }) measure: PupilMeasure | null;
  @Field(() => ListKind, { nullable: true }) list: ListKind | null;
  @Field(() => Boolean, { description: 'Whether the figure adds up sessions; otherwise it counts enrolments.' }) ofSessions: boolean;
  @Field(() => Int, { nullable: true, description: 'The figure; null while the year is too young to say.' }) part: number | null;
  @Field(() => Int, { description: 'What it is a share of; as much as the figure where it is a count.' }) whole: number;
  @Field(() => Boolean, { description: 'Whether the figure is a count and no share.' }) plainCount: boolean;
  @Field(() => Int, { nullable: true, description: 'Its rows; null while the year is too young to say.' }) rows: number | null;
  @Field(() => Boolean) tooEarly: boolean;
  @Field(() => String, { nullable: true, description: 'The day the marks reach; null where the weeks asked for are over.' }) marksTo: string | null;
  @Field(() => String, { nullable: true }) marksToSession: string | null;
  @Field(() => [ExplainStepType]) steps: ExplainStepType[];
  @Field(() => [ExplainDefinitionType]) definitions: ExplainDefinitionType[];
  @Field(() => String, { nullable: true, description: 'Why no other definition is given, where none is.' }) noDefinitions: string | null;
  @Field(() => [ExplainThresholdType]) thresholds: ExplainThresholdType[];
  @Field(() => ExplainCoverageType, { nullable: true, description: 'Null for those who reach pupils and no school.' }) coverage: ExplainCoverageType | null;
}

@ObjectType('ExplainedPupil', { description: 'One enrolment that makes a difference, by our count and by theirs.' })
export class ExplainedPupilType extends NamedEnrolmentType {
  @Field(() => String, { nullable: true }) leftOn: string | null;
  @Field(() => Int) possible: number;
  @Field(() => Int) absent: number;
  @Field(() => Int) theirPossible: number;
  @Field(() => Int) theirAbsent: number;
  @Field(() => Int, { nullable: true, description: 'Sessions of the reason, where its line is of sessions.' }) sessions: number | null;
}

@ObjectType('ExplainedPupilsPage')
export class ExplainedPupilsPageType {
  @Field(() => [ExplainedPupilType]) items: ExplainedPupilType[];
  @Field(() => Int, { description: 'Enrolments on the whole list.' }) total: number;
  @Field(() => Int, { nullable: true, description: 'Sessions of the whole list, where it is of sessions.' }) sessions: number | null;
}
