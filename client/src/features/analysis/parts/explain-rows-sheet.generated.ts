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

export type ExplainRowsQueryVariables = Exact<{
  figure: Schema.FigureInput;
}>;


export type ExplainRowsQuery = { explainRows: { measure: Schema.PupilMeasure | null, list: Schema.ListKind | null, ofSessions: boolean, part: number | null, whole: number, plainCount: boolean, rows: number | null, tooEarly: boolean, marksTo: string | null, marksToSession: string | null, noDefinitions: string | null, steps: Array<{ kind: string, count: number | null, words: string, opens: string | null, group: { definition: Schema.ExplainedDefinition, side: Schema.ExplainedSide, reason: Schema.ExplainedReason, enrolments: number | null, part: number | null, whole: number | null } | null }>, definitions: Array<{ definition: Schema.ExplainedDefinition, name: string, ours: boolean, part: number | null, whole: number | null, why: string, groups: Array<{ definition: Schema.ExplainedDefinition, side: Schema.ExplainedSide, reason: Schema.ExplainedReason, enrolments: number | null, part: number | null, whole: number | null }> }>, thresholds: Array<{ words: string, from: string, source: string }>, coverage: { schools: number, schoolsCovered: number, onRoll: number | null, onRollCovered: number | null, changedOn: string | null, silent: Array<{ schoolId: string, name: string, marksTo: string | null, pupils: number | null, schoolDays: number }> } | null } };

export type RowsExplanationPartsFragment = { measure: Schema.PupilMeasure | null, list: Schema.ListKind | null, ofSessions: boolean, part: number | null, whole: number, plainCount: boolean, rows: number | null, tooEarly: boolean, marksTo: string | null, marksToSession: string | null, noDefinitions: string | null, steps: Array<{ kind: string, count: number | null, words: string, opens: string | null, group: { definition: Schema.ExplainedDefinition, side: Schema.ExplainedSide, reason: Schema.ExplainedReason, enrolments: number | null, part: number | null, whole: number | null } | null }>, definitions: Array<{ definition: Schema.ExplainedDefinition, name: string, ours: boolean, part: number | null, whole: number | null, why: string, groups: Array<{ definition: Schema.ExplainedDefinition, side: Schema.ExplainedSide, reason: Schema.ExplainedReason, enrolments: number | null, part: number | null, whole: number | null }> }>, thresholds: Array<{ words: string, from: string, source: string }>, coverage: { schools: number, schoolsCovered: number, onRoll: number | null, onRollCovered: number | null, changedOn: string | null, silent: Array<{ schoolId: string, name: string, marksTo: string | null, pupils: number | null, schoolDays: number }> } | null };

export const RowsExplanationPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RowsExplanationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RowsExplanation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"list"}},{"kind":"Field","name":{"kind":"Name","value":"ofSessions"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}},{"kind":"Field","name":{"kind":"Name","value":"plainCount"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"tooEarly"}},{"kind":"Field","name":{"kind":"Name","value":"marksTo"}},{"kind":"Field","name":{"kind":"Name","value":"marksToSession"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedStep"}}]}},{"kind":"Field","name":{"kind":"Name","value":"definitions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedBeside"}}]}},{"kind":"Field","name":{"kind":"Name","value":"noDefinitions"}},{"kind":"Field","name":{"kind":"Name","value":"thresholds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedCoverage"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedGroup"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainGroup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainStep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"opens"}},{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedGroup"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedBeside"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainDefinition"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ours"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedGroup"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedCoverage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainCoverage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schools"}},{"kind":"Field","name":{"kind":"Name","value":"schoolsCovered"}},{"kind":"Field","name":{"kind":"Name","value":"onRoll"}},{"kind":"Field","name":{"kind":"Name","value":"onRollCovered"}},{"kind":"Field","name":{"kind":"Name","value":"changedOn"}},{"kind":"Field","name":{"kind":"Name","value":"silent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"marksTo"}},{"kind":"Field","name":{"kind":"Name","value":"pupils"}},{"kind":"Field","name":{"kind":"Name","value":"schoolDays"}}]}}]}}]} as unknown as DocumentNode<RowsExplanationPartsFragment, unknown>;
export const ExplainRowsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExplainRows"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"figure"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FigureInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explainRows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"figure"},"value":{"kind":"Variable","name":{"kind":"Name","value":"figure"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RowsExplanationParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedGroup"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainGroup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainStep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"opens"}},{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedGroup"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedBeside"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainDefinition"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ours"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedGroup"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedCoverage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainCoverage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schools"}},{"kind":"Field","name":{"kind":"Name","value":"schoolsCovered"}},{"kind":"Field","name":{"kind":"Name","value":"onRoll"}},{"kind":"Field","name":{"kind":"Name","value":"onRollCovered"}},{"kind":"Field","name":{"kind":"Name","value":"changedOn"}},{"kind":"Field","name":{"kind":"Name","value":"silent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"marksTo"}},{"kind":"Field","name":{"kind":"Name","value":"pupils"}},{"kind":"Field","name":{"kind":"Name","value":"schoolDays"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RowsExplanationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RowsExplanation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"list"}},{"kind":"Field","name":{"kind":"Name","value":"ofSessions"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}},{"kind":"Field","name":{"kind":"Name","value":"plainCount"}},{"kind":"Field","name":{"kind":"Name","value":"rows"}},{"kind":"Field","name":{"kind":"Name","value":"tooEarly"}},{"kind":"Field","name":{"kind":"Name","value":"marksTo"}},{"kind":"Field","name":{"kind":"Name","value":"marksToSession"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedStep"}}]}},{"kind":"Field","name":{"kind":"Name","value":"definitions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedBeside"}}]}},{"kind":"Field","name":{"kind":"Name","value":"noDefinitions"}},{"kind":"Field","name":{"kind":"Name","value":"thresholds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"source"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedCoverage"}}]}}]}}]} as unknown as DocumentNode<ExplainRowsQuery, ExplainRowsQueryVariables>;