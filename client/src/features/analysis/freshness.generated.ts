/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../graphql/schema.generated.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type FreshnessQueryVariables = Exact<{ [key: string]: never; }>;


export type FreshnessQuery = { freshness: { marksTo: string | null, session: string | null, schoolsReported: number, schoolsExpected: number, silent: Array<{ schoolId: string, name: string, marksTo: string | null, pupils: number }> } };


export const FreshnessDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Freshness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"freshness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"marksTo"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"schoolsReported"}},{"kind":"Field","name":{"kind":"Name","value":"schoolsExpected"}},{"kind":"Field","name":{"kind":"Name","value":"silent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"marksTo"}},{"kind":"Field","name":{"kind":"Name","value":"pupils"}}]}}]}}]}}]} as unknown as DocumentNode<FreshnessQuery, FreshnessQueryVariables>;