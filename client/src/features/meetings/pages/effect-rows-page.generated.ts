/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../../graphql/schema.generated.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** By what actions are put together. */
export type EffectBy =
  | 'ACTION_TYPE'
  | 'SCHOOL'
  | 'SERVICE'
  | 'TERM';

export type EffectFilter = {
  phase?: string | null | undefined;
  schoolId?: number | null | undefined;
  /** The key of a term in which the actions began; every term where none is named. */
  term?: string | null | undefined;
};

/** How attendance changed between the days before an action and those from it. INSUFFICIENT: too few sessions to say. */
export type ImpactClass =
  | 'IMPROVED'
  | 'INSUFFICIENT'
  | 'STABLE'
  | 'WORSE';

/** What was said of an action after which nothing improved; UNSAID where nothing was. */
export type WhyNotSaid =
  | 'DATA_ERROR'
  | 'INTENSITY_LOW'
  | 'NEW_CRISIS'
  | 'NOT_DELIVERED'
  | 'NOT_ENGAGED'
  | 'PLACE_UNSUITABLE'
  | 'STAFF_CHANGE'
  | 'TOO_LATE'
  | 'UNSAID'
  | 'WAITING_LIST'
  | 'WRONG_BARRIER';

export type PupilActionFieldsFragment = { taskId: number, pupilId: string, name: string, schoolName: string, action: string, service: string | null, status: string, whyNotWords: string | null, effect: { taskId: number, anchorOn: string, days: number, impact: Schema.ImpactClass, words: string, isLeaver: boolean, before: { possible: number, attended: number }, after: { possible: number, attended: number }, points: Array<{ weekStart: string, possible: number, attended: number }> } };

export type EffectRowsPageQueryVariables = Exact<{
  by: Schema.EffectBy;
  key: string;
  filter: Schema.EffectFilter;
  impact?: Schema.ImpactClass | null | undefined;
  whyNot?: Schema.WhyNotSaid | null | undefined;
  page: number;
  take: number;
}>;


export type EffectRowsPageQuery = { effectPupils: { label: string, total: number, items: Array<{ taskId: number, pupilId: string, name: string, schoolName: string, action: string, service: string | null, status: string, whyNotWords: string | null, effect: { taskId: number, anchorOn: string, days: number, impact: Schema.ImpactClass, words: string, isLeaver: boolean, before: { possible: number, attended: number }, after: { possible: number, attended: number }, points: Array<{ weekStart: string, possible: number, attended: number }> } }> } };

export const PupilActionFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PupilActionFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PupilAction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taskId"}},{"kind":"Field","name":{"kind":"Name","value":"pupilId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"schoolName"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"whyNotWords"}},{"kind":"Field","name":{"kind":"Name","value":"effect"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BeforeAfterFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BeforeAfterFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActionEffect"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taskId"}},{"kind":"Field","name":{"kind":"Name","value":"anchorOn"}},{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"attended"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"attended"}}]}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"impact"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"points"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekStart"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"attended"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isLeaver"}}]}}]} as unknown as DocumentNode<PupilActionFieldsFragment, unknown>;
export const EffectRowsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EffectRowsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"by"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EffectBy"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EffectFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"impact"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ImpactClass"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"whyNot"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WhyNotSaid"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"page"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"take"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"effectPupils"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"Variable","name":{"kind":"Name","value":"by"}}},{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"impact"},"value":{"kind":"Variable","name":{"kind":"Name","value":"impact"}}},{"kind":"Argument","name":{"kind":"Name","value":"whyNot"},"value":{"kind":"Variable","name":{"kind":"Name","value":"whyNot"}}},{"kind":"Argument","name":{"kind":"Name","value":"page"},"value":{"kind":"Variable","name":{"kind":"Name","value":"page"}}},{"kind":"Argument","name":{"kind":"Name","value":"take"},"value":{"kind":"Variable","name":{"kind":"Name","value":"take"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PupilActionFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"BeforeAfterFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ActionEffect"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taskId"}},{"kind":"Field","name":{"kind":"Name","value":"anchorOn"}},{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"attended"}}]}},{"kind":"Field","name":{"kind":"Name","value":"after"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"attended"}}]}},{"kind":"Field","name":{"kind":"Name","value":"days"}},{"kind":"Field","name":{"kind":"Name","value":"impact"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"points"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekStart"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"attended"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isLeaver"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PupilActionFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PupilAction"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"taskId"}},{"kind":"Field","name":{"kind":"Name","value":"pupilId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"schoolName"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"service"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"whyNotWords"}},{"kind":"Field","name":{"kind":"Name","value":"effect"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"BeforeAfterFields"}}]}}]}}]} as unknown as DocumentNode<EffectRowsPageQuery, EffectRowsPageQueryVariables>;