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

export type WorkCountFragment = { kind: Schema.ListKind, total: number, tooEarly: boolean };

export type WorkRowFragment = { enrolmentId: string, pupilId: string, name: string, ncYear: string, form: string | null, schoolId: number, schoolName: string, sentence: string, marksTo: string, possible: number, absent: number, recentPossible: number, recentAbsent: number, sessionsToSpare: number | null, lastMarks: string };

export const WorkCountFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WorkCount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkList"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"tooEarly"}}]}}]} as unknown as DocumentNode<WorkCountFragment, unknown>;
export const WorkRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WorkRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkListRow"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"enrolmentId"}},{"kind":"Field","name":{"kind":"Name","value":"pupilId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ncYear"}},{"kind":"Field","name":{"kind":"Name","value":"form"}},{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"schoolName"}},{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"marksTo"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"absent"}},{"kind":"Field","name":{"kind":"Name","value":"recentPossible"}},{"kind":"Field","name":{"kind":"Name","value":"recentAbsent"}},{"kind":"Field","name":{"kind":"Name","value":"sessionsToSpare"}},{"kind":"Field","name":{"kind":"Name","value":"lastMarks"}}]}}]} as unknown as DocumentNode<WorkRowFragment, unknown>;