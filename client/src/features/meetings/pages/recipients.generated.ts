/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../../graphql/schema.generated.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What may be done to a targeting support meeting. */
export type MeetingCommand =
  | 'APPROVE'
  | 'BOOK'
  | 'CANCEL'
  | 'COMMENT'
  | 'DECLINE'
  | 'HAND_ON'
  | 'HOLD'
  | 'ISSUE'
  | 'LOCK'
  | 'MOVE'
  | 'NO_SHOW'
  | 'OFFER'
  | 'PREPARE'
  | 'REOPEN_PREPARATION';

/** What a message is about. */
export type MessageKind =
  | 'MEETING_CALENDAR'
  | 'MEETING_INVITATION'
  | 'MEETING_OFFICER'
  | 'MEETING_PREPARATION'
  | 'MEETING_RECORD'
  | 'MEETING_TERM'
  | 'TASK_REMINDER'
  | 'WEEKLY_DIGEST';

/** As whom somebody is told of a meeting: its officer, whoever held it before, or an attendance champion of its schools. */
export type ToldPart =
  | 'EARLIER_OFFICER'
  | 'OFFICER'
  | 'SCHOOL';

export type RecipientsFieldsFragment = { others: number, untoldSchools: Array<string>, officerUntold: boolean, people: Array<{ id: number, name: string, jobTitle: string, part: Schema.ToldPart, kind: Schema.MessageKind, hasEmail: boolean, schools: Array<string> }> };

export type MeetingRecipientsQueryVariables = Exact<{
  id: string;
  command: Schema.MeetingCommand;
  officerId?: number | null | undefined;
}>;


export type MeetingRecipientsQuery = { meetingRecipients: { others: number, untoldSchools: Array<string>, officerUntold: boolean, people: Array<{ id: number, name: string, jobTitle: string, part: Schema.ToldPart, kind: Schema.MessageKind, hasEmail: boolean, schools: Array<string> }> } };

export type PlannedRecipientsQueryVariables = Exact<{
  command: Schema.MeetingCommand;
  schoolIds: Array<number> | number;
  officerId?: number | null | undefined;
}>;


export type PlannedRecipientsQuery = { plannedRecipients: { others: number, untoldSchools: Array<string>, officerUntold: boolean, people: Array<{ id: number, name: string, jobTitle: string, part: Schema.ToldPart, kind: Schema.MessageKind, hasEmail: boolean, schools: Array<string> }> } };

export const RecipientsFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RecipientsFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MeetingRecipients"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"hasEmail"}},{"kind":"Field","name":{"kind":"Name","value":"schools"}}]}},{"kind":"Field","name":{"kind":"Name","value":"others"}},{"kind":"Field","name":{"kind":"Name","value":"untoldSchools"}},{"kind":"Field","name":{"kind":"Name","value":"officerUntold"}}]}}]} as unknown as DocumentNode<RecipientsFieldsFragment, unknown>;
export const MeetingRecipientsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MeetingRecipients"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"command"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MeetingCommand"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"officerId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meetingRecipients"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"command"},"value":{"kind":"Variable","name":{"kind":"Name","value":"command"}}},{"kind":"Argument","name":{"kind":"Name","value":"officerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"officerId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RecipientsFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RecipientsFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MeetingRecipients"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"hasEmail"}},{"kind":"Field","name":{"kind":"Name","value":"schools"}}]}},{"kind":"Field","name":{"kind":"Name","value":"others"}},{"kind":"Field","name":{"kind":"Name","value":"untoldSchools"}},{"kind":"Field","name":{"kind":"Name","value":"officerUntold"}}]}}]} as unknown as DocumentNode<MeetingRecipientsQuery, MeetingRecipientsQueryVariables>;
export const PlannedRecipientsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlannedRecipients"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"command"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MeetingCommand"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"schoolIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"officerId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plannedRecipients"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"command"},"value":{"kind":"Variable","name":{"kind":"Name","value":"command"}}},{"kind":"Argument","name":{"kind":"Name","value":"schoolIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"schoolIds"}}},{"kind":"Argument","name":{"kind":"Name","value":"officerId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"officerId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RecipientsFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RecipientsFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MeetingRecipients"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"hasEmail"}},{"kind":"Field","name":{"kind":"Name","value":"schools"}}]}},{"kind":"Field","name":{"kind":"Name","value":"others"}},{"kind":"Field","name":{"kind":"Name","value":"untoldSchools"}},{"kind":"Field","name":{"kind":"Name","value":"officerUntold"}}]}}]} as unknown as DocumentNode<PlannedRecipientsQuery, PlannedRecipientsQueryVariables>;