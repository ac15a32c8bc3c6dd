/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../../graphql/schema.generated.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A way to tell pupils apart, as they stand today. */
export type CohortAxis =
  | 'ABSENCE_BAND'
  | 'CARE'
  | 'EAL'
  | 'ETHNICITY'
  | 'FSM'
  | 'FSM6'
  | 'HOME'
  | 'KEY_STAGE'
  | 'NEW_TO_SCHOOL'
  | 'PRIMARY_NEED'
  | 'SCHOOL_TYPE'
  | 'SEN'
  | 'SERVICE_CHILD'
  | 'SEX'
  | 'YEAR_GROUP'
  | 'YOUNG_CARER';

export type CohortCountsFragment = { possible: number | null, authorised: number | null, unauthorised: number | null, enrolments: number | null, persistent: number | null, severe: number | null };

export type CohortPartsFragment = { axis: Schema.CohortAxis, whole: { possible: number | null, authorised: number | null, unauthorised: number | null, enrolments: number | null, persistent: number | null, severe: number | null }, groups: Array<{ value: string, label: string, figures: { possible: number | null, authorised: number | null, unauthorised: number | null, enrolments: number | null, persistent: number | null, severe: number | null } }> };

export const CohortCountsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CohortCounts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CohortCounts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"authorised"}},{"kind":"Field","name":{"kind":"Name","value":"unauthorised"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"}},{"kind":"Field","name":{"kind":"Name","value":"persistent"}},{"kind":"Field","name":{"kind":"Name","value":"severe"}}]}}]} as unknown as DocumentNode<CohortCountsFragment, unknown>;
export const CohortPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CohortParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CohortSplit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"axis"}},{"kind":"Field","name":{"kind":"Name","value":"whole"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CohortCounts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CohortCounts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CohortCounts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CohortCounts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"authorised"}},{"kind":"Field","name":{"kind":"Name","value":"unauthorised"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"}},{"kind":"Field","name":{"kind":"Name","value":"persistent"}},{"kind":"Field","name":{"kind":"Name","value":"severe"}}]}}]} as unknown as DocumentNode<CohortPartsFragment, unknown>;