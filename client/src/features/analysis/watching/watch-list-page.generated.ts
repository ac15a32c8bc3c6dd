/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../../graphql/schema.generated.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What a watch list is of. */
export type WatchKind =
  | 'PUPILS'
  | 'SCHOOLS';

/** A watch list as it is to be; refused where its version is no longer the one given. */
export type WatchListChange = {
  /** Of schools: told when attendance of the last school weeks is so many percentage points below the weeks before. */
  alertFallPoints?: number | null | undefined;
  /** Of pupils: told when a child joins one of these lists of work. */
  alertKinds?: Array<WorkListKind>;
  /** Of schools: told when no marks came for so many school days. */
  alertSilentDays?: number | null | undefined;
  id: string;
  name: string;
  shared: boolean;
  version: number;
};

/** The lists of work that each import keeps: of standings alone. */
export type WorkListKind =
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
  | 'SHARP_FALL'
  | 'TEN_DAY'
  | 'WEEKDAY';

export type WatchListPageQueryVariables = Exact<{
  id: string;
  keeps: boolean;
}>;


export type WatchListPageQuery = { watchList: { list: { alertKinds: Array<Schema.WorkListKind>, alertFallPoints: number | null, alertSilentDays: number | null, id: string, name: string, kind: Schema.WatchKind, shared: boolean, isMine: boolean, ownerName: string, version: number, members: number }, pupils: Array<{ entryId: string, pupilId: string, name: string, ncYear: string, form: string | null, schoolId: number | null, schoolName: string, why: string, watchedOn: string, possible: number, absent: number, sincePossible: number, sinceAbsent: number, sentence: string, recent: Array<{ enrolmentId: string, schoolName: string, from: string, possible: number, absent: number }> }>, schools: Array<{ entryId: string, schoolId: number, name: string, why: string, watchedOn: string, possible: number, absent: number, recentPossible: number, recentAbsent: number, recentFrom: string | null, sincePossible: number, sinceAbsent: number, silentDays: number, sentence: string }> }, watchColleagues?: Array<{ id: string, name: string, jobTitle: string }> };

export type ChangeWatchListMutationVariables = Exact<{
  input: Schema.WatchListChange;
}>;


export type ChangeWatchListMutation = { changeWatchList: { id: string, version: number } };

export type HandOverWatchListMutationVariables = Exact<{
  id: string;
  version: number;
  to: string;
}>;


export type HandOverWatchListMutation = { handOverWatchList: { id: string, version: number } };

export type DeleteWatchListMutationVariables = Exact<{
  id: string;
  version: number;
}>;


export type DeleteWatchListMutation = { deleteWatchList: boolean };

export type StopWatchingMutationVariables = Exact<{
  entryId: string;
  why: string;
}>;


export type StopWatchingMutation = { stopWatching: boolean };


export const WatchListPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WatchListPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"keeps"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"watchList"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"list"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WatchListRow"}},{"kind":"Field","name":{"kind":"Name","value":"alertKinds"}},{"kind":"Field","name":{"kind":"Name","value":"alertFallPoints"}},{"kind":"Field","name":{"kind":"Name","value":"alertSilentDays"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pupils"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entryId"}},{"kind":"Field","name":{"kind":"Name","value":"pupilId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ncYear"}},{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"schoolName"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"watchedOn"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"absent"}},{"kind":"Field","name":{"kind":"Name","value":"recent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enrolmentId"}},{"kind":"Field","name":{"kind":"Name","value":"schoolName"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"absent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sincePossible"}},{"kind":"Field","name":{"kind":"Name","value":"sinceAbsent"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"schools"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"entryId"}},{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"watchedOn"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"absent"}},{"kind":"Field","name":{"kind":"Name","value":"recentPossible"}},{"kind":"Field","name":{"kind":"Name","value":"recentAbsent"}},{"kind":"Field","name":{"kind":"Name","value":"recentFrom"}},{"kind":"Field","name":{"kind":"Name","value":"sincePossible"}},{"kind":"Field","name":{"kind":"Name","value":"sinceAbsent"}},{"kind":"Field","name":{"kind":"Name","value":"silentDays"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"watchColleagues"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"keeps"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WatchListRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WatchList"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"shared"}},{"kind":"Field","name":{"kind":"Name","value":"isMine"}},{"kind":"Field","name":{"kind":"Name","value":"ownerName"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"members"}}]}}]} as unknown as DocumentNode<WatchListPageQuery, WatchListPageQueryVariables>;
export const ChangeWatchListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeWatchList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WatchListChange"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeWatchList"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<ChangeWatchListMutation, ChangeWatchListMutationVariables>;
export const HandOverWatchListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HandOverWatchList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"handOverWatchList"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<HandOverWatchListMutation, HandOverWatchListMutationVariables>;
export const DeleteWatchListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteWatchList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteWatchList"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}]}]}}]} as unknown as DocumentNode<DeleteWatchListMutation, DeleteWatchListMutationVariables>;
export const StopWatchingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StopWatching"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"entryId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"why"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"stopWatching"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"entryId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"entryId"}}},{"kind":"Argument","name":{"kind":"Name","value":"why"},"value":{"kind":"Variable","name":{"kind":"Name","value":"why"}}}]}]}}]} as unknown as DocumentNode<StopWatchingMutation, StopWatchingMutationVariables>;