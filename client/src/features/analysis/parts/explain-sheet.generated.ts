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

export type ExplanationPartsFragment = { measure: Schema.ExplainedMeasure, part: number | null, whole: number, firstWeek: string, marksTo: string | null, marksToSession: string | null, tooEarly: boolean, steps: Array<{ kind: string, count: number | null, words: string, opens: string | null, group: { definition: Schema.ExplainedDefinition, side: Schema.ExplainedSide, reason: Schema.ExplainedReason, enrolments: number | null, part: number | null, whole: number | null } | null }>, definitions: Array<{ definition: Schema.ExplainedDefinition, name: string, ours: boolean, part: number | null, whole: number | null, why: string, groups: Array<{ definition: Schema.ExplainedDefinition, side: Schema.ExplainedSide, reason: Schema.ExplainedReason, enrolments: number | null, part: number | null, whole: number | null }> }>, coverage: { schools: number, schoolsCovered: number, onRoll: number | null, onRollCovered: number | null, changedOn: string | null, silent: Array<{ schoolId: string, name: string, marksTo: string | null, pupils: number | null, schoolDays: number }> } | null };

export type ExplainedGroupFragment = { definition: Schema.ExplainedDefinition, side: Schema.ExplainedSide, reason: Schema.ExplainedReason, enrolments: number | null, part: number | null, whole: number | null };

export type ExplainedCoverageFragment = { schools: number, schoolsCovered: number, onRoll: number | null, onRollCovered: number | null, changedOn: string | null, silent: Array<{ schoolId: string, name: string, marksTo: string | null, pupils: number | null, schoolDays: number }> };

export type ExplainedStepFragment = { kind: string, count: number | null, words: string, opens: string | null, group: { definition: Schema.ExplainedDefinition, side: Schema.ExplainedSide, reason: Schema.ExplainedReason, enrolments: number | null, part: number | null, whole: number | null } | null };

export type ExplainedBesideFragment = { definition: Schema.ExplainedDefinition, name: string, ours: boolean, part: number | null, whole: number | null, why: string, groups: Array<{ definition: Schema.ExplainedDefinition, side: Schema.ExplainedSide, reason: Schema.ExplainedReason, enrolments: number | null, part: number | null, whole: number | null }> };

export const ExplainedGroupFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedGroup"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainGroup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}}]}}]} as unknown as DocumentNode<ExplainedGroupFragment, unknown>;
export const ExplainedStepFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainStep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"opens"}},{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedGroup"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedGroup"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainGroup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}}]}}]} as unknown as DocumentNode<ExplainedStepFragment, unknown>;
export const ExplainedBesideFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedBeside"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainDefinition"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ours"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedGroup"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedGroup"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainGroup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}}]}}]} as unknown as DocumentNode<ExplainedBesideFragment, unknown>;
export const ExplainedCoverageFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedCoverage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainCoverage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schools"}},{"kind":"Field","name":{"kind":"Name","value":"schoolsCovered"}},{"kind":"Field","name":{"kind":"Name","value":"onRoll"}},{"kind":"Field","name":{"kind":"Name","value":"onRollCovered"}},{"kind":"Field","name":{"kind":"Name","value":"changedOn"}},{"kind":"Field","name":{"kind":"Name","value":"silent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"marksTo"}},{"kind":"Field","name":{"kind":"Name","value":"pupils"}},{"kind":"Field","name":{"kind":"Name","value":"schoolDays"}}]}}]}}]} as unknown as DocumentNode<ExplainedCoverageFragment, unknown>;
export const ExplanationPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplanationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Explanation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}},{"kind":"Field","name":{"kind":"Name","value":"firstWeek"}},{"kind":"Field","name":{"kind":"Name","value":"marksTo"}},{"kind":"Field","name":{"kind":"Name","value":"marksToSession"}},{"kind":"Field","name":{"kind":"Name","value":"tooEarly"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedStep"}}]}},{"kind":"Field","name":{"kind":"Name","value":"definitions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedBeside"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedCoverage"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedGroup"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainGroup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainStep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"opens"}},{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedGroup"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedBeside"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainDefinition"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ours"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedGroup"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedCoverage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainCoverage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schools"}},{"kind":"Field","name":{"kind":"Name","value":"schoolsCovered"}},{"kind":"Field","name":{"kind":"Name","value":"onRoll"}},{"kind":"Field","name":{"kind":"Name","value":"onRollCovered"}},{"kind":"Field","name":{"kind":"Name","value":"changedOn"}},{"kind":"Field","name":{"kind":"Name","value":"silent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"marksTo"}},{"kind":"Field","name":{"kind":"Name","value":"pupils"}},{"kind":"Field","name":{"kind":"Name","value":"schoolDays"}}]}}]}}]} as unknown as DocumentNode<ExplanationPartsFragment, unknown>;