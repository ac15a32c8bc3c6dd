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

/** LOCAL is the figure on screen, set against everything recorded; OF some of the enrolments it counts; SESSIONS the sessions that count nowhere. */
export type ExplainedDefinition =
  | 'BY_PUPIL'
  | 'DFE_CENSUS'
  | 'DFE_DAILY'
  | 'LEGAL'
  | 'LOCAL'
  | 'OF'
  | 'ON_ROLL'
  | 'SESSIONS';

export type ExplainedReason =
  | 'ATTENDED'
  | 'AUTHORISED'
  | 'BELOW_RULE'
  | 'CLOSED'
  | 'GUEST'
  | 'IN_FIGURE'
  | 'LEFT'
  | 'LEFT_BEFORE'
  | 'NEARLY'
  | 'NOT_POSSIBLE'
  | 'NO_MARK'
  | 'NO_REGISTER'
  | 'NO_SESSIONS'
  | 'NO_SESSIONS_LEFT'
  | 'OFF_ROLL'
  | 'OTHER_WEEKS'
  | 'OUTSIDE_GROUP'
  | 'PLAN_SAYS_OTHERWISE'
  | 'POOLED'
  | 'RECORDED'
  | 'REST'
  | 'RESTRICTED'
  | 'SAME_PUPIL'
  | 'SCHOOL_KIND'
  | 'SILENT'
  | 'STARTED_LATE'
  | 'SUBSIDIARY'
  | 'TOO_FEW_WEEKS'
  | 'TOO_OLD'
  | 'TOO_YOUNG'
  | 'UNAUTHORISED'
  | 'UNDER_LEGAL'
  | 'YEAR_11';

/** How an enrolment stands between our definition and another. LEFT_OUT: counted here, not there. ONLY_HERE, ONLY_THERE: counted in both, in the part of one. FEWER: with fewer sessions there. */
export type ExplainedSide =
  | 'FEWER'
  | 'LEFT_OUT'
  | 'OF'
  | 'ONLY_HERE'
  | 'ONLY_THERE'
  | 'SAME';

/** A figure by the list of its rows: the filter that pupilFigures takes, or a list of work with the filter that workList takes. */
export type FigureInput = {
  list?: ListKind | null | undefined;
  /** Whose rows of the list. */
  of?: WorkListFilter | null | undefined;
  rows?: PupilFilter | null | undefined;
};

/** One line of the explanation of a figure, or one group that makes a difference. LOCAL and RECORDED is everything recorded. */
export type FigureLine = {
  definition: ExplainedDefinition;
  reason: ExplainedReason;
  side: ExplainedSide;
};

/** The lists that are work. Each holds the enrolments on roll to which one plain rule applies. */
export type ListKind =
  | 'CAME_BACK'
  | 'FIFTEEN_DAY'
  | 'HOLIDAY_EDGE'
  | 'LATENESS'
  | 'NEARLY_PERSISTENT'
  | 'NEWLY_PERSISTENT'
  | 'NOT_SEEN'
  | 'PENALTY_WATCH'
  | 'RECOVERING'
  | 'SEVERE'
  | 'SEVERE_NO_PLAN'
  | 'SEVERE_PLAN_NOT_WORKING'
  | 'SHARP_FALL'
  | 'TEN_DAY'
  | 'WEEKDAY';

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

/** Up to where each school’s marks reach: the week that holds the last of them, or the last four school weeks. */
export type PupilSpan =
  | 'LATEST_WEEK'
  | 'RECENT_WEEKS';

export type WorkListFilter = {
  /** Only pupils of schools whose named officer is asking. */
  mine?: boolean | null | undefined;
  ncYear?: string | null | undefined;
  phase?: string | null | undefined;
  schoolId?: number | null | undefined;
};

export type ExplainedRowsPageQueryVariables = Exact<{
  figure: Schema.FigureInput;
  line: Schema.FigureLine;
  page: number;
  take: number;
  schoolId: string;
  names: boolean;
}>;


export type ExplainedRowsPageQuery = { explainedRows: { total: number, sessions: number | null, items: Array<{ enrolmentId: string, pupilId: string, name: string, ncYear: string, form: string | null, schoolId: number, schoolName: string, leftOn: string | null, possible: number, absent: number, theirPossible: number, theirAbsent: number, sessions: number | null }> }, school?: { id: string, name: string } };


export const ExplainedRowsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExplainedRowsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"figure"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FigureInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"line"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FigureLine"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"page"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"take"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"schoolId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"names"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explainedRows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"figure"},"value":{"kind":"Variable","name":{"kind":"Name","value":"figure"}}},{"kind":"Argument","name":{"kind":"Name","value":"line"},"value":{"kind":"Variable","name":{"kind":"Name","value":"line"}}},{"kind":"Argument","name":{"kind":"Name","value":"page"},"value":{"kind":"Variable","name":{"kind":"Name","value":"page"}}},{"kind":"Argument","name":{"kind":"Name","value":"take"},"value":{"kind":"Variable","name":{"kind":"Name","value":"take"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"school"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"schoolId"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"names"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainedPupil"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enrolmentId"}},{"kind":"Field","name":{"kind":"Name","value":"pupilId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ncYear"}},{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"schoolName"}},{"kind":"Field","name":{"kind":"Name","value":"leftOn"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"absent"}},{"kind":"Field","name":{"kind":"Name","value":"theirPossible"}},{"kind":"Field","name":{"kind":"Name","value":"theirAbsent"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"}}]}}]} as unknown as DocumentNode<ExplainedRowsPageQuery, ExplainedRowsPageQueryVariables>;