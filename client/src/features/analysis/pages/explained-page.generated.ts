/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../../graphql/schema.generated.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

/** One line of an explanation that names its enrolments. */
export type ExplainedFilter = {
  definition: ExplainedDefinition;
  measure: ExplainedMeasure;
  phase?: string | null | undefined;
  reason: ExplainedReason;
  schoolId?: number | null | undefined;
  side: ExplainedSide;
};

export type ExplainedMeasure =
  | 'ATTENDANCE'
  | 'AUTHORISED'
  | 'LATE'
  | 'MISSING'
  | 'PERSISTENT'
  | 'PUPILS'
  | 'SEVERE'
  | 'UNAUTHORISED';

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

export type ExplainedPageQueryVariables = Exact<{
  filter: Schema.ExplainedFilter;
  page: number;
  take: number;
  schoolId: string;
  names: boolean;
}>;


export type ExplainedPageQuery = { explainedPupils: { total: number, sessions: number | null, items: Array<{ enrolmentId: string, pupilId: string, name: string, ncYear: string, form: string | null, schoolId: number, schoolName: string, leftOn: string | null, possible: number, absent: number, theirPossible: number, theirAbsent: number, sessions: number | null }> }, school?: { id: string, name: string } };


export const ExplainedPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExplainedPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainedFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"page"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"take"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"schoolId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"names"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explainedPupils"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"page"},"value":{"kind":"Variable","name":{"kind":"Name","value":"page"}}},{"kind":"Argument","name":{"kind":"Name","value":"take"},"value":{"kind":"Variable","name":{"kind":"Name","value":"take"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedRow"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"school"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"schoolId"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"names"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainedPupil"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enrolmentId"}},{"kind":"Field","name":{"kind":"Name","value":"pupilId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ncYear"}},{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"schoolName"}},{"kind":"Field","name":{"kind":"Name","value":"leftOn"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"absent"}},{"kind":"Field","name":{"kind":"Name","value":"theirPossible"}},{"kind":"Field","name":{"kind":"Name","value":"theirAbsent"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"}}]}}]} as unknown as DocumentNode<ExplainedPageQuery, ExplainedPageQueryVariables>;