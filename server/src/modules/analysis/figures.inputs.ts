import { BandMoved, type CohortAxis } from '@attendance/shared/attendance';
import { Field, InputType, Int, registerEnumType } from 'type-graphql';
import { CohortAxisEnum } from './cohorts.inputs.ts';

export const SchoolSort = { NAME: 'NAME', ROLL: 'ROLL', ATTENDANCE: 'ATTENDANCE', CHANGE: 'CHANGE', UNAUTHORISED: 'UNAUTHORISED', PERSISTENT: 'PERSISTENT', SEVERE: 'SEVERE', LATE: 'LATE', MISSING: 'MISSING' } as const;
export type SchoolSort = (typeof SchoolSort)[keyof typeof SchoolSort];
registerEnumType(SchoolSort, { name: 'SchoolSort' });

/** SESSIONS is by the sessions a measure adds up; by share missed where it counts pupils. */
export const PupilSort = { ABSENCE: 'ABSENCE', NAME: 'NAME', YEAR: 'YEAR', UNAUTHORISED: 'UNAUTHORISED', LATE: 'LATE', MISSING: 'MISSING', SESSIONS: 'SESSIONS' } as const;
export type PupilSort = (typeof PupilSort)[keyof typeof PupilSort];
registerEnumType(PupilSort, { name: 'PupilSort' });

export const SortDirection = { ASC: 'ASC', DESC: 'DESC' } as const;
export type SortDirection = (typeof SortDirection)[keyof typeof SortDirection];
registerEnumType(SortDirection, { name: 'SortDirection' });

/** The rows a figure counts: each value selects exactly them. */
export const PupilMeasure = {
  REGISTERED: 'REGISTERED', COUNTED: 'COUNTED', PERSISTENT: 'PERSISTENT', SEVERE: 'SEVERE', AT_RISK: 'AT_RISK', NO_SESSIONS: 'NO_SESSIONS', NEARLY_PERSISTENT: 'NEARLY_PERSISTENT',
  BELOW_PERSISTENT: 'BELOW_PERSISTENT', BELOW_SEVERE: 'BELOW_SEVERE',
  EXPECTED: 'EXPECTED', POSSIBLE: 'POSSIBLE', ATTENDED: 'ATTENDED', ABSENT: 'ABSENT', AUTHORISED: 'AUTHORISED', UNAUTHORISED: 'UNAUTHORISED',
  LATE: 'LATE', LATE_BEFORE: 'LATE_BEFORE', LATE_AFTER: 'LATE_AFTER', MISSING: 'MISSING', CODED: 'CODED',
} as const;
export type PupilMeasure = (typeof PupilMeasure)[keyof typeof PupilMeasure];
registerEnumType(PupilMeasure, { name: 'PupilMeasure', description: 'Which pupils are listed: from EXPECTED on, those with at least one session of a kind, whose sessions add up to the figure.' });

export const PupilSpan = { LATEST_WEEK: 'LATEST_WEEK', RECENT_WEEKS: 'RECENT_WEEKS' } as const;
export type PupilSpan = (typeof PupilSpan)[keyof typeof PupilSpan];
registerEnumType(PupilSpan, { name: 'PupilSpan', description: 'Up to where each school’s marks reach: the week that holds the last of them, or the last four school weeks.' });

registerEnumType(BandMoved, { name: 'BandMoved', description: 'Whether the band of absence of the year so far is higher or lower than it was before the last four school weeks.' });

export const MarksIn = { EXPECTED: 'EXPECTED', REPORTED: 'REPORTED', SILENT: 'SILENT' } as const;
export type MarksIn = (typeof MarksIn)[keyof typeof MarksIn];
registerEnumType(MarksIn, { name: 'MarksIn', description: 'Schools that marks are expected of, whether or not they have sent any this year; of them, those whose marks reach the last school day; those whose marks stop before it.' });

@InputType()
export class SchoolFilter {
  @Field(() => String, { nullable: true }) phase?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only schools whose named officer is asking.' }) mine?: boolean | null;
  @Field(() => MarksIn, { nullable: true }) marks?: MarksIn | null;
  @Field(() => String, { nullable: true, description: 'Part of the name.' }) name?: string | null;
}

@InputType()
export class PupilFilter {
  @Field(() => Int, { nullable: true }) schoolId?: number | null;
  @Field(() => String, { nullable: true }) phase?: string | null;
  @Field(() => String, { nullable: true }) ncYear?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only pupils of schools whose named officer is asking.' }) mine?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Only pupils of schools whose marks are behind.' }) silent?: boolean | null;
  @Field(() => Int, { nullable: true, description: 'The year an academic year starts in; this one where nothing is said.' }) academicYear?: number | null;
  @Field(() => String, { nullable: true, description: 'Only sessions from the week of this Monday on; for lists of sessions.' }) fromWeek?: string | null;
  @Field(() => String, { nullable: true, description: 'Only sessions up to the end of the week of this Monday; says the academic year as well.' }) toWeek?: string | null;
  @Field(() => PupilSpan, { nullable: true, description: 'Only the last sessions of each school’s marks; for lists of sessions, of this year.' }) span?: PupilSpan | null;
  @Field(() => CohortAxisEnum, { nullable: true, description: 'Only pupils who are alike in this way today; `value` says how.' }) axis?: CohortAxis | null;
  @Field(() => String, { nullable: true, description: 'A value of the axis; those without any where nothing is said.' }) value?: string | null;
  @Field(() => CohortAxisEnum, { nullable: true, description: 'Only those of them who are alike in a second way; `acrossValue` says how.' }) across?: CohortAxis | null;
  @Field(() => String, { nullable: true }) acrossValue?: string | null;
  @Field(() => BandMoved, { nullable: true, description: 'Only pupils on roll whose band of absence moved this way in the last four school weeks.' }) moved?: BandMoved | null;
  @Field(() => Int, { nullable: true, description: 'Only those of them, or of all on roll, who were in this band before, from 0.' }) movedFrom?: number | null;
  @Field(() => Int, { nullable: true, description: 'And only those who are in this band now.' }) movedTo?: number | null;
  @Field(() => Int, { nullable: true, description: 'Only sessions of one half day of the week, from 0 (Monday morning) to 13; for lists of sessions.' }) slot?: number | null;
  @Field(() => String, { nullable: true, description: 'The code whose sessions are listed, with the measure CODED: of the whole year.' }) code?: string | null;
  @Field(() => PupilMeasure, { defaultValue: PupilMeasure.COUNTED }) measure: PupilMeasure;
}
