/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../../graphql/schema.generated.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

export type SortDirection =
  | 'ASC'
  | 'DESC';

export type WorkListFilter = {
  /** Only pupils of schools whose named officer is asking. */
  mine?: boolean | null | undefined;
  ncYear?: string | null | undefined;
  phase?: string | null | undefined;
  schoolId?: number | null | undefined;
};

export type WorkListSort =
  | 'ABSENCE'
  | 'NAME'
  | 'OWN'
  | 'SCHOOL'
  | 'YEAR';

export type ListPageQueryVariables = Exact<{
  kind: Schema.ListKind;
  filter: Schema.WorkListFilter;
  sort: Schema.WorkListSort;
  direction: Schema.SortDirection;
  page: number;
  take: number;
}>;


export type ListPageQuery = { workList: { total: number, tooEarly: boolean, items: Array<{ enrolmentId: string, pupilId: string, name: string, ncYear: string, form: string | null, schoolId: number, schoolName: string, sentence: string, marksTo: string, possible: number, absent: number, recentPossible: number, recentAbsent: number, sessionsToSpare: number | null, lastMarks: string }> } };


export const ListPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kind"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ListKind"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkListFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sort"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkListSort"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"direction"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SortDirection"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"page"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"take"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workList"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kind"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kind"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sort"}}},{"kind":"Argument","name":{"kind":"Name","value":"direction"},"value":{"kind":"Variable","name":{"kind":"Name","value":"direction"}}},{"kind":"Argument","name":{"kind":"Name","value":"page"},"value":{"kind":"Variable","name":{"kind":"Name","value":"page"}}},{"kind":"Argument","name":{"kind":"Name","value":"take"},"value":{"kind":"Variable","name":{"kind":"Name","value":"take"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"tooEarly"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WorkRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkListRow"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enrolmentId"}},{"kind":"Field","name":{"kind":"Name","value":"pupilId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ncYear"}},{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"schoolName"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"marksTo"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"absent"}},{"kind":"Field","name":{"kind":"Name","value":"recentPossible"}},{"kind":"Field","name":{"kind":"Name","value":"recentAbsent"}},{"kind":"Field","name":{"kind":"Name","value":"sessionsToSpare"}},{"kind":"Field","name":{"kind":"Name","value":"lastMarks"}}]}}]} as unknown as DocumentNode<ListPageQuery, ListPageQueryVariables>;