import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CohortPointType } from './cohorts.type.ts';
import { NamedEnrolmentType } from './named-enrolment.type.ts';

@ObjectType('Figures', { description: 'Session and enrolment counts of one group over one span. Rates are worked out from these, last. A count is null where it is hidden because it, or another it could be worked out from, is small.' })
export class FiguresType {
  @Field(() => Int) possible: number;
  @Field(() => Int, { nullable: true }) attended: number | null;
  @Field(() => Int, { nullable: true }) authorised: number | null;
  @Field(() => Int, { nullable: true }) unauthorised: number | null;
  @Field(() => Int, { nullable: true, description: 'Late before the register closed (L): attended.' }) lateBefore: number | null;
  @Field(() => Int, { nullable: true, description: 'Late after it closed (U): an unauthorised absence.' }) lateAfter: number | null;
  @Field(() => Int, { nullable: true, description: 'Sessions a file named without a mark.' }) missing: number | null;
  @Field(() => Int, { nullable: true, description: 'Enrolments with at least one possible session.' }) enrolments: number | null;
  @Field(() => Int, { nullable: true, description: 'Enrolments that missed 10% or more of their own possible sessions.' }) persistent: number | null;
  @Field(() => Int, { nullable: true, description: 'Enrolments that missed half or more.' }) severe: number | null;
}

/** The same before anything is hidden. */
export type FiguresRow = { [Key in keyof FiguresType]: number };

@ObjectType('PhaseFigures')
export class PhaseFiguresType {
  @Field(() => String) phase: string;
  @Field(() => Int) schools: number;
  @Field(() => FiguresType) figures: FiguresType;
}

@ObjectType('AreaPhase', { description: 'One phase of the area, beside the same weeks of last year.' })
export class AreaPhaseType extends PhaseFiguresType {
  @Field(() => Int, { description: 'Possible sessions of the same weeks of last year; 0 where there were none.' }) lastYearPossible: number;
  @Field(() => Int) lastYearAbsent: number;
}

@ObjectType('WeekFigures', { description: 'One week of this year beside the same school week of last year.' })
export class WeekFiguresType {
  @Field(() => String) weekStart: string;
  @Field(() => Int) possible: number;
  @Field(() => Int) authorised: number;
  @Field(() => Int) unauthorised: number;
  @Field(() => Int, { nullable: true }) lastYearPossible: number | null;
  @Field(() => Int, { nullable: true }) lastYearAbsent: number | null;
}

@ObjectType('SilentSchool', { description: 'A school whose marks stop before its last school day.' })
export class SilentSchoolType {
  @Field(() => ID) schoolId: number;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true, description: 'The last day with marks; null when nothing was ever received.' }) marksTo: string | null;
  @Field(() => Int, { nullable: true, description: 'Null where it is hidden because it is small.' }) pupils: number | null;
}

@ObjectType('Freshness', { description: 'How far the marks behind every figure reach, and whose are not in.' })
export class FreshnessType {
  @Field(() => String, { nullable: true }) marksTo: string | null;
  @Field(() => String, { nullable: true }) session: string | null;
  @Field(() => Int) schoolsReported: number;
  @Field(() => Int) schoolsExpected: number;
  @Field(() => [SilentSchoolType]) silent: SilentSchoolType[];
}

@ObjectType('Overview', { description: 'The figures of all schools, or of one phase, from the start of the academic year to the latest marks.' })
export class OverviewType {
  @Field(() => Int) academicYear: number;
  @Field(() => String, { nullable: true }) firstWeek: string | null;
  @Field(() => FiguresType) figures: FiguresType;
  @Field(() => FiguresType, { description: 'Last year to the end of the same school week: its sessions, and who was persistently and severely absent by then.' }) lastYear: FiguresType;
  @Field(() => [AreaPhaseType]) phases: AreaPhaseType[];
  @Field(() => [WeekFiguresType]) weeks: WeekFiguresType[];
  @Field(() => Boolean, { description: 'False before the end of the third full week: too early to speak of persistent absence.' }) persistentShown: boolean;
}

@ObjectType('SchoolFigures')
export class SchoolFiguresType {
  @Field(() => ID) schoolId: number;
  @Field(() => String) name: string;
  @Field(() => String) phase: string;
  @Field(() => String, { nullable: true }) marksTo: string | null;
  @Field(() => Boolean) silent: boolean;
  @Field(() => FiguresType) figures: FiguresType;
  @Field(() => Int, { nullable: true }) lastYearPossible: number | null;
  @Field(() => Int, { nullable: true }) lastYearAttended: number | null;
  @Field(() => [Number], { description: 'Overall absence of the last twelve weeks, per thousand sessions, oldest first.' }) trend: number[];
}

@ObjectType('SchoolFiguresPage')
export class SchoolFiguresPageType {
  @Field(() => [SchoolFiguresType]) items: SchoolFiguresType[];
  @Field(() => Int) total: number;
}

@ObjectType('PupilFigures', { description: 'One enrolment with its sessions of the year or the weeks that were asked for.' })
export class PupilFiguresType extends NamedEnrolmentType {
  @Field(() => String, { nullable: true, description: 'Set when the pupil has left this school.' }) leftOn: string | null;
  @Field(() => Int) possible: number;
  @Field(() => Int) attended: number;
  @Field(() => Int) authorised: number;
  @Field(() => Int) unauthorised: number;
  @Field(() => Int) lateBefore: number;
  @Field(() => Int) lateAfter: number;
  @Field(() => Int) missing: number;
  @Field(() => Int, { nullable: true, description: 'Sessions with the code asked for.' }) coded: number | null;
  @Field(() => String, { description: 'Marks of the last two weeks with any, 28 characters.' }) lastMarks: string;
}

@ObjectType('PupilFiguresPage')
export class PupilFiguresPageType {
  @Field(() => [PupilFiguresType]) items: PupilFiguresType[];
  @Field(() => Int, { description: 'Enrolments on the whole list.' }) total: number;
  @Field(() => Int, { nullable: true, description: 'The sessions of the measure over the whole list, so the figure it opens; null for a measure that counts pupils.' }) sessions: number | null;
}

@ObjectType('YearGroupFigures')
export class YearGroupFiguresType {
  @Field(() => String) ncYear: string;
  @Field(() => FiguresType) figures: FiguresType;
  @Field(() => CohortPointType, { nullable: true, description: 'Who was in this year group last year, other children mostly, to the end of the same school week; null where no last year is held.' }) lastYear: CohortPointType | null;
  @Field(() => String, { nullable: true, description: 'The Monday of the last week of last year that is compared.' }) lastYearTo: string | null;
}
