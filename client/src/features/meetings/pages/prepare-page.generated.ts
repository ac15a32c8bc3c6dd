/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../../graphql/schema.generated.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Where in the papers of a meeting something is typed. */
export type AnswerPlace =
  | 'COHORT'
  | 'NOTES'
  | 'PARTNER'
  | 'PREPARATION'
  | 'PRESENT'
  | 'PUPIL'
  | 'SECTION';

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

/** In person or remote. */
export type MeetingMode =
  | 'FACE_TO_FACE'
  | 'REMOTE';

/** How far a targeting support meeting has come. */
export type MeetingStatus =
  | 'BOOKED'
  | 'CANCELLED'
  | 'DECLINED'
  | 'HELD'
  | 'LOCKED'
  | 'NO_SHOW'
  | 'OFFERED'
  | 'PREPARED'
  | 'RECORD_ISSUED'
  | 'REQUIRED';

/** Whom a meeting names. A check-in does not count towards coverage. */
export type MeetingType =
  | 'CHECK_IN'
  | 'SINGLE_SCHOOL'
  | 'SMALL_SCHOOLS_GROUP'
  | 'TEAM_AROUND_SCHOOL'
  | 'TRUST';

/** Where the summary of a term stands that a school without registers enters. ASKED once a meeting is offered or booked; LATE once the day is over on which the preparation is due. */
export type SummaryState =
  | 'ASKED'
  | 'ENTERED'
  | 'LATE'
  | 'NOT_YET';

/** A term of a school year. */
export type TermSeason =
  | 'AUTUMN'
  | 'SPRING'
  | 'SUMMER';

export type PrepareMeetingPageQueryVariables = Exact<{
  id: string;
}>;


export type PrepareMeetingPageQuery = { termSummaries: Array<{ schoolId: number, name: string, season: Schema.TermSeason, state: Schema.SummaryState, enteredOn: string | null, dueOn: string | null, mayEnter: boolean, term: { key: string } }>, targetingMeeting: { id: string, type: Schema.MeetingType, status: Schema.MeetingStatus, mode: Schema.MeetingMode, onDay: string, atTime: string, minutes: number, place: string, officerId: number, officer: string, version: number, startedAt: string | null, issuedOn: string | null, commentsUntil: string | null, lockedOn: string | null, allowedCommands: Array<Schema.MeetingCommand>, dates: { preparationDue: string | null }, written: Array<{ schoolId: number, place: Schema.AnswerPlace, subject: string, field: string, value: string, version: number, by: string | null, at: string, isAfterPack: boolean }>, schools: Array<{ id: number, name: string, complete: boolean, prepared: boolean, approvedAt: string | null, approvedBy: string | null }> } };

export type ApprovePreparationMutationVariables = Exact<{
  id: string;
  version: number;
  schoolId: number;
}>;


export type ApprovePreparationMutation = { approvePreparation: { id: string, type: Schema.MeetingType, status: Schema.MeetingStatus, mode: Schema.MeetingMode, onDay: string, atTime: string, minutes: number, place: string, officerId: number, officer: string, version: number, startedAt: string | null, issuedOn: string | null, commentsUntil: string | null, lockedOn: string | null, allowedCommands: Array<Schema.MeetingCommand>, schools: Array<{ id: number, name: string, complete: boolean, prepared: boolean, approvedAt: string | null, approvedBy: string | null }> } };

export type PrepareMeetingMutationVariables = Exact<{
  id: string;
  version: number;
  schoolId: number;
}>;


export type PrepareMeetingMutation = { prepareMeeting: { id: string, type: Schema.MeetingType, status: Schema.MeetingStatus, mode: Schema.MeetingMode, onDay: string, atTime: string, minutes: number, place: string, officerId: number, officer: string, version: number, startedAt: string | null, issuedOn: string | null, commentsUntil: string | null, lockedOn: string | null, allowedCommands: Array<Schema.MeetingCommand>, schools: Array<{ id: number, name: string, complete: boolean, prepared: boolean, approvedAt: string | null, approvedBy: string | null }> } };


export const PrepareMeetingPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PrepareMeetingPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"termSummaries"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"meetingId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OwedSummaryFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"targetingMeeting"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MeetingFields"}},{"kind":"Field","name":{"kind":"Name","value":"dates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preparationDue"}}]}},{"kind":"Field","name":{"kind":"Name","value":"written"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WrittenBox"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OwedSummaryFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TermSummary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"season"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"enteredOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayEnter"}},{"kind":"Field","name":{"kind":"Name","value":"term"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MeetingFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TargetingMeeting"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"onDay"}},{"kind":"Field","name":{"kind":"Name","value":"atTime"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"officerId"}},{"kind":"Field","name":{"kind":"Name","value":"officer"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"commentsUntil"}},{"kind":"Field","name":{"kind":"Name","value":"lockedOn"}},{"kind":"Field","name":{"kind":"Name","value":"allowedCommands"}},{"kind":"Field","name":{"kind":"Name","value":"schools"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}},{"kind":"Field","name":{"kind":"Name","value":"prepared"}},{"kind":"Field","name":{"kind":"Name","value":"approvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvedBy"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WrittenBox"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MeetingAnswer"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"by"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"isAfterPack"}}]}}]} as unknown as DocumentNode<PrepareMeetingPageQuery, PrepareMeetingPageQueryVariables>;
export const ApprovePreparationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApprovePreparation"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"schoolId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approvePreparation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}},{"kind":"Argument","name":{"kind":"Name","value":"schoolId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"schoolId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MeetingFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MeetingFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TargetingMeeting"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"onDay"}},{"kind":"Field","name":{"kind":"Name","value":"atTime"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"officerId"}},{"kind":"Field","name":{"kind":"Name","value":"officer"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"commentsUntil"}},{"kind":"Field","name":{"kind":"Name","value":"lockedOn"}},{"kind":"Field","name":{"kind":"Name","value":"allowedCommands"}},{"kind":"Field","name":{"kind":"Name","value":"schools"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}},{"kind":"Field","name":{"kind":"Name","value":"prepared"}},{"kind":"Field","name":{"kind":"Name","value":"approvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvedBy"}}]}}]}}]} as unknown as DocumentNode<ApprovePreparationMutation, ApprovePreparationMutationVariables>;
export const PrepareMeetingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PrepareMeeting"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"schoolId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"prepareMeeting"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}},{"kind":"Argument","name":{"kind":"Name","value":"schoolId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"schoolId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MeetingFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MeetingFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TargetingMeeting"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"onDay"}},{"kind":"Field","name":{"kind":"Name","value":"atTime"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"officerId"}},{"kind":"Field","name":{"kind":"Name","value":"officer"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"issuedOn"}},{"kind":"Field","name":{"kind":"Name","value":"commentsUntil"}},{"kind":"Field","name":{"kind":"Name","value":"lockedOn"}},{"kind":"Field","name":{"kind":"Name","value":"allowedCommands"}},{"kind":"Field","name":{"kind":"Name","value":"schools"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"complete"}},{"kind":"Field","name":{"kind":"Name","value":"prepared"}},{"kind":"Field","name":{"kind":"Name","value":"approvedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvedBy"}}]}}]}}]} as unknown as DocumentNode<PrepareMeetingMutation, PrepareMeetingMutationVariables>;