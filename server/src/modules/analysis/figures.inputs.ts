import { Field, InputType, Int, registerEnumType } from 'type-graphql';

export const SchoolSort = { NAME: 'NAME', ROLL: 'ROLL', ATTENDANCE: 'ATTENDANCE', CHANGE: 'CHANGE', UNAUTHORISED: 'UNAUTHORISED', PERSISTENT: 'PERSISTENT', SEVERE: 'SEVERE', LATE: 'LATE', MISSING: 'MISSING' } as const;
export type SchoolSort = (typeof SchoolSort)[keyof typeof SchoolSort];
registerEnumType(SchoolSort, { name: 'SchoolSort' });

export const PupilSort = { ABSENCE: 'ABSENCE', NAME: 'NAME', YEAR: 'YEAR', UNAUTHORISED: 'UNAUTHORISED', LATE: 'LATE', MISSING: 'MISSING' } as const;
export type PupilSort = (typeof PupilSort)[keyof typeof PupilSort];
registerEnumType(PupilSort, { name: 'PupilSort' });

export const SortDirection = { ASC: 'ASC', DESC: 'DESC' } as const;
export type SortDirection = (typeof SortDirection)[keyof typeof SortDirection];
registerEnumType(SortDirection, { name: 'SortDirection' });

/** The rows a figure counts: each value selects exactly them. */
export const PupilMeasure = {
  COUNTED: 'COUNTED', PERSISTENT: 'PERSISTENT', SEVERE: 'SEVERE', AT_RISK: 'AT_RISK', ABSENT: 'ABSENT', AUTHORISED: 'AUTHORISED', UNAUTHORISED: 'UNAUTHORISED',
  LATE: 'LATE', MISSING: 'MISSING', NO_SESSIONS: 'NO_SESSIONS', NEARLY_PERSISTENT: 'NEARLY_PERSISTENT',
} as const;
export type PupilMeasure = (typeof PupilMeasure)[keyof typeof PupilMeasure];
registerEnumType(PupilMeasure, { name: 'PupilMeasure' });

@InputType()
export class SchoolFilter {
  @Field(() => String, { nullable: true }) phase?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only schools whose named officer is asking.' }) mine?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Only schools whose marks are behind.' }) silent?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Part of the name.' }) name?: string | null;
}

@InputType()
export class PupilFilter {
  @Field(() => Int, { nullable: true }) schoolId?: number | null;
  @Field(() => String, { nullable: true }) phase?: string | null;
  @Field(() => String, { nullable: true }) ncYear?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only pupils of schools whose named officer is asking.' }) mine?: boolean | null;
  @Field(() => PupilMeasure, { defaultValue: PupilMeasure.COUNTED }) measure: PupilMeasure;
}
