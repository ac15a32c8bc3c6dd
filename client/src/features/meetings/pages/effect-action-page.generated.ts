/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../../graphql/schema.generated.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** How attendance changed between the days before an action and those from it. INSUFFICIENT: too few sessions to say. */
export type ImpactClass =
  | 'IMPROVED'
  | 'INSUFFICIENT'
  | 'STABLE'
  | 'WORSE';

/** Why an action was not followed by better attendance. */
export type IneffectiveReason =
  | 'DATA_ERROR'
  | 'INTENSITY_LOW'
  | 'NEW_CRISIS'
  | 'NOT_DELIVERED'
  | 'NOT_ENGAGED'
  | 'PLACE_UNSUITABLE'
  | 'STAFF_CHANGE'
  | 'TOO_LATE'
  | 'WAITING_LIST'
  | 'WRONG_BARRIER';

export type EffectActionPageQueryVariables = Exact<{
  taskId: number;
}>;


export type EffectActionPageQuery = { effectOfAction: { version: number, maySayWhy: boolean, pupilId: string, name: string, schoolName: string, action: string, laterDays: number, laterImpact: Schema.ImpactClass, leftPersistent: boolean, leftSevere: boolean, lastYearWords: string, effect: { taskId: number, anchorOn: string, days: number, impact: Schema.ImpactClass, words: string, isLeaver: boolean, before: { possible: number, attended: number }, after: { possible: number, attended: number }, points: Array<{ weekStart: string, possible: number, attended: number }> }, later: { possible: number, attended: number }, matched: { pupils: number, words: string } | null, caveats: Array<{ code: string, words: string }>, whyNot: { reason: Schema.IneffectiveReason, words: string, on: string, by: string } | null } };

export type WhyNotFieldsFragment = { whyNot: { reason: Schema.IneffectiveReason, words: string, on: string, by: string } | null };

export type SayWhyNoEffectMutationVariables = Exact<{
  taskId: number;
  version: number;
  reason: Schema.IneffectiveReason;
}>;


export type SayWhyNoEffectMutation = { sayWhyNoEffect: { version: number, whyNot: { reason: Schema.IneffectiveReason, words: string, on: string, by: string } | null } };

export const WhyNotFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WhyNotFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActionEffectDetail"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"whyNot"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"by"}}]}}]}}]} as unknown as DocumentNode<WhyNotFieldsFragment, unknown>;
export const EffectActionPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EffectActionPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"taskId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"effectOfAction"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"taskId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"taskId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"maySayWhy"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"WhyNotFields"}},{"kind":"Field","name":{"kind":"Name","value":"pupilId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"schoolName"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"effect"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BeforeAfterFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"later"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"attended"}}]}},{"kind":"Field","name":{"kind":"Name","value":"laterDays"}},{"kind":"Field","name":{"kind":"Name","value":"laterImpact"}},{"kind":"Field","name":{"kind":"Name","value":"leftPersistent"}},{"kind":"Field","name":{"kind":"Name","value":"leftSevere"}},{"kind":"Field","name":{"kind":"Name","value":"lastYearWords"}},{"kind":"Field","name":{"kind":"Name","value":"matched"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pupils"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}},{"kind":"Field","name":{"kind":"Name","value":"caveats"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WhyNotFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActionEffectDetail"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"whyNot"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"by"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BeforeAfterFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActionEffect"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taskId"}},{"kind":"Field","name":{"kind":"Name","value":"anchorOn"}},{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"attended"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"attended"}}]}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"impact"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"points"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekStart"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"attended"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isLeaver"}}]}}]} as unknown as DocumentNode<EffectActionPageQuery, EffectActionPageQueryVariables>;
export const SayWhyNoEffectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SayWhyNoEffect"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"taskId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"reason"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IneffectiveReason"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sayWhyNoEffect"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"taskId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"taskId"}}},{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}},{"kind":"Argument","name":{"kind":"Name","value":"reason"},"value":{"kind":"Variable","name":{"kind":"Name","value":"reason"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"WhyNotFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WhyNotFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActionEffectDetail"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"whyNot"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"by"}}]}}]}}]} as unknown as DocumentNode<SayWhyNoEffectMutation, SayWhyNoEffectMutationVariables>;