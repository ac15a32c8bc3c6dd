/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../../graphql/schema.generated.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type WeekCountsFragment = { weekStart: string, possible: number, authorised: number, unauthorised: number, lastYearPossible: number | null, lastYearAbsent: number | null };

export const WeekCountsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WeekCounts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WeekFigures"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekStart"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"authorised"}},{"kind":"Field","name":{"kind":"Name","value":"unauthorised"}},{"kind":"Field","name":{"kind":"Name","value":"lastYearPossible"}},{"kind":"Field","name":{"kind":"Name","value":"lastYearAbsent"}}]}}]} as unknown as DocumentNode<WeekCountsFragment, unknown>;