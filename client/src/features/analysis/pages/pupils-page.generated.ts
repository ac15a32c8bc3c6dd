/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../../graphql/schema.generated.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Whether the band of absence of the year so far is higher or lower than it was before the last four school weeks. */
export type BandMoved =
  | 'HIGHER'
  | 'LOWER'
  | 'SAME';

/** A way to tell pupils apart, as they stand today. */
export type CohortAxis =
  | 'ABSENCE_BAND'
  | 'ATTENDS'
  | 'CARE'
  | 'EAL'
  | 'ENROLMENT_STATUS'
  | 'ETHNICITY'
  | 'ETHNICITY_MINOR'
  | 'FSM'
  | 'FSM6'
  | 'HOME'
  | 'KEY_STAGE'
  | 'LAST_YEAR'
  | 'LOCALITY'
  | 'NEW_TO_SCHOOL'
  | 'PART_TIME'
  | 'PHASE'
  | 'PRIMARY_NEED'
  | 'PUPIL_PREMIUM'
  | 'SCHOOL_TYPE'
  | 'SEN'
  | 'SERVICE_CHILD'
  | 'SEX'
  | 'TRUST'
  | 'YEAR_GROUP'
  | 'YOUNG_CARER'
  | 'YOUTH_JUSTICE';

export type PupilFilter = {
  /** The year an academic year starts in; this one where nothing is said. */
  academicYear?: number | null | undefined;
  /** Only those of them who are alike in a second way; `acrossValue` says how. */
  across?: CohortAxis | null | undefined;
  acrossValue?: string | null | undefined;
  /** Only pupils who are alike in this way today; `value` says how. */
  axis?: CohortAxis | null | undefined;
  /** The code whose sessions are listed, with the measure CODED: of the whole year. */
  code?: string | null | undefined;
  /** Only sessions from the week of this Monday on; for lists of sessions. */
  fromWeek?: string | null | undefined;
  measure?: PupilMeasure;
  /** Only pupils of schools whose named officer is asking. */
  mine?: boolean | null | undefined;
  /** Only pupils on roll whose band of absence moved this way in the last four school weeks. */
  moved?: BandMoved | null | undefined;
  /** Only those of them, or of all on roll, who were in this band before, from 0. */
  movedFrom?: number | null | undefined;
  /** And only those who are in this band now. */
  movedTo?: number | null | undefined;
  ncYear?: string | null | undefined;
  phase?: string | null | undefined;
  schoolId?: number | null | undefined;
  /** Only pupils of schools whose marks are behind. */
  silent?: boolean | null | undefined;
  /** Only sessions of one half day of the week, from 0 (Monday morning) to 13; for lists of sessions. */
  slot?: number | null | undefined;
  /** Only the last sessions of each school’s marks; for lists of sessions, of this year. */
  span?: PupilSpan | null | undefined;
  /** Only sessions up to the end of the week of this Monday; says the academic year as well. */
  toWeek?: string | null | undefined;
  /** A value of the axis; those without any where nothing is said. */
  value?: string | null | undefined;
};

/** Which pupils are listed: from EXPECTED on, those with at least one session of a kind, whose sessions add up to the figure. */
export type PupilMeasure =
  | 'ABSENT'
  | 'ATTENDED'
  | 'AT_RISK'
  | 'AUTHORISED'
  | 'BELOW_PERSISTENT'
  | 'BELOW_SEVERE'
  | 'CODED'
  | 'COUNTED'
  | 'EXPECTED'
  | 'LATE'
  | 'LATE_AFTER'
  | 'LATE_BEFORE'
  | 'MISSING'
  | 'NEARLY_PERSISTENT'
  | 'NO_SESSIONS'
  | 'PERSISTENT'
  | 'POSSIBLE'
  | 'REGISTERED'
  | 'SEVERE'
  | 'UNAUTHORISED';

export type PupilSort =
  | 'ABSENCE'
  | 'LATE'
  | 'MISSING'
  | 'NAME'
  | 'SESSIONS'
  | 'UNAUTHORISED'
  | 'YEAR';

/** Up to where each school’s marks reach: the week that holds the last of them, or the last four school weeks. */
export type PupilSpan =
  | 'LATEST_WEEK'
  | 'RECENT_WEEKS';

export type SortDirection =
  | 'ASC'
  | 'DESC';

export type PupilsPageQueryVariables = Exact<{
  filter: Schema.PupilFilter;
  sort: Schema.PupilSort;
  direction: Schema.SortDirection;
  page: number;
  take: number;
  schoolId: string;
  names: boolean;
}>;


export type PupilsPageQuery = { pupilFigures: { total: number, sessions: number | null, items: Array<{ enrolmentId: string, pupilId: string, name: string, ncYear: string, form: string | null, schoolId: number, schoolName: string, leftOn: string | null, possible: number, attended: number, authorised: number, unauthorised: number, lateBefore: number, lateAfter: number, missing: number, coded: number | null, lastMarks: string }> }, school?: { id: string, name: string } };


export const PupilsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PupilsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PupilFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sort"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PupilSort"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"direction"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SortDirection"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"page"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"take"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"schoolId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"names"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pupilFigures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sort"}}},{"kind":"Argument","name":{"kind":"Name","value":"direction"},"value":{"kind":"Variable","name":{"kind":"Name","value":"direction"}}},{"kind":"Argument","name":{"kind":"Name","value":"page"},"value":{"kind":"Variable","name":{"kind":"Name","value":"page"}}},{"kind":"Argument","name":{"kind":"Name","value":"take"},"value":{"kind":"Variable","name":{"kind":"Name","value":"take"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PupilRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"school"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"schoolId"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"names"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PupilRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PupilFigures"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enrolmentId"}},{"kind":"Field","name":{"kind":"Name","value":"pupilId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ncYear"}},{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"schoolName"}},{"kind":"Field","name":{"kind":"Name","value":"leftOn"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"attended"}},{"kind":"Field","name":{"kind":"Name","value":"authorised"}},{"kind":"Field","name":{"kind":"Name","value":"unauthorised"}},{"kind":"Field","name":{"kind":"Name","value":"lateBefore"}},{"kind":"Field","name":{"kind":"Name","value":"lateAfter"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"coded"}},{"kind":"Field","name":{"kind":"Name","value":"lastMarks"}}]}}]} as unknown as DocumentNode<PupilsPageQuery, PupilsPageQueryVariables>;