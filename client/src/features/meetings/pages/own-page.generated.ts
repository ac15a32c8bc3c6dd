/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../../graphql/schema.generated.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

/** Red, amber or green. */
export type Rating =
  | 'AMBER'
  | 'GREEN'
  | 'RED';

/** Which way attendance of a school goes. */
export type SchoolTrend =
  | 'DECLINING'
  | 'IMPROVING'
  | 'STEADY';

/** How good the registers of a school are. */
export type SectionDataQuality =
  | 'GOOD'
  | 'ISSUES'
  | 'POOR';

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

export type OwnMeetingFieldsFragment = { id: string, type: Schema.MeetingType, status: Schema.MeetingStatus, mode: Schema.MeetingMode, onDay: string, atTime: string, minutes: number, place: string, officer: string, schools: Array<string>, preparationDue: string | null, isUnapproved: boolean };

export type MyMeetingFieldsFragment = { id: string, type: Schema.MeetingType, status: Schema.MeetingStatus, onDay: string, atTime: string, schools: Array<string>, prepared: number, packed: number, preparationDue: string | null, packDue: string | null, recordDue: string | null };

export type OwnMeetingsPageQueryVariables = Exact<{
  page: number;
  take: number;
}>;


export type OwnMeetingsPageQuery = { termSummaries: Array<{ schoolId: number, name: string, season: Schema.TermSeason, state: Schema.SummaryState, enteredOn: string | null, dueOn: string | null, mayEnter: boolean, term: { key: string } }>, ahead: { total: number, items: Array<{ id: string, type: Schema.MeetingType, status: Schema.MeetingStatus, mode: Schema.MeetingMode, onDay: string, atTime: string, minutes: number, place: string, officer: string, schools: Array<string>, preparationDue: string | null, isUnapproved: boolean }> }, past: { total: number, items: Array<{ id: string, type: Schema.MeetingType, status: Schema.MeetingStatus, mode: Schema.MeetingMode, onDay: string, atTime: string, minutes: number, place: string, officer: string, schools: Array<string>, preparationDue: string | null, isUnapproved: boolean }> } };

export type SchoolTermFieldsFragment = { schoolId: number, name: string, held: number, booked: number, offered: number, declined: number, lastHeldOn: string | null, nextOn: string | null, board: { heldOn: string | null, schoolRating: Schema.Rating | null, officerRating: Schema.Rating | null, trend: Schema.SchoolTrend | null, dataQuality: Schema.SectionDataQuality | null, discussed: number | null, actionsDone: number, actionsOpen: number, actionsOverdue: number } };

export type MeetingSummaryPageQueryVariables = Exact<{ [key: string]: never; }>;


export type MeetingSummaryPageQuery = { meetingSummary: { schools: number, met: number, ahead: number, term: { label: string }, items: Array<{ schoolId: number, name: string, held: number, booked: number, offered: number, declined: number, lastHeldOn: string | null, nextOn: string | null, board: { heldOn: string | null, schoolRating: Schema.Rating | null, officerRating: Schema.Rating | null, trend: Schema.SchoolTrend | null, dataQuality: Schema.SectionDataQuality | null, discussed: number | null, actionsDone: number, actionsOpen: number, actionsOverdue: number } }> } };

export const OwnMeetingFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OwnMeetingFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OwnMeeting"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"onDay"}},{"kind":"Field","name":{"kind":"Name","value":"atTime"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"officer"}},{"kind":"Field","name":{"kind":"Name","value":"schools"}},{"kind":"Field","name":{"kind":"Name","value":"preparationDue"}},{"kind":"Field","name":{"kind":"Name","value":"isUnapproved"}}]}}]} as unknown as DocumentNode<OwnMeetingFieldsFragment, unknown>;
export const MyMeetingFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MyMeetingFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MyMeeting"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"onDay"}},{"kind":"Field","name":{"kind":"Name","value":"atTime"}},{"kind":"Field","name":{"kind":"Name","value":"schools"}},{"kind":"Field","name":{"kind":"Name","value":"prepared"}},{"kind":"Field","name":{"kind":"Name","value":"packed"}},{"kind":"Field","name":{"kind":"Name","value":"preparationDue"}},{"kind":"Field","name":{"kind":"Name","value":"packDue"}},{"kind":"Field","name":{"kind":"Name","value":"recordDue"}}]}}]} as unknown as DocumentNode<MyMeetingFieldsFragment, unknown>;
export const SchoolTermFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SchoolTermFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SchoolMeetingSummary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"booked"}},{"kind":"Field","name":{"kind":"Name","value":"offered"}},{"kind":"Field","name":{"kind":"Name","value":"declined"}},{"kind":"Field","name":{"kind":"Name","value":"lastHeldOn"}},{"kind":"Field","name":{"kind":"Name","value":"nextOn"}},{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"heldOn"}},{"kind":"Field","name":{"kind":"Name","value":"schoolRating"}},{"kind":"Field","name":{"kind":"Name","value":"officerRating"}},{"kind":"Field","name":{"kind":"Name","value":"trend"}},{"kind":"Field","name":{"kind":"Name","value":"dataQuality"}},{"kind":"Field","name":{"kind":"Name","value":"discussed"}},{"kind":"Field","name":{"kind":"Name","value":"actionsDone"}},{"kind":"Field","name":{"kind":"Name","value":"actionsOpen"}},{"kind":"Field","name":{"kind":"Name","value":"actionsOverdue"}}]}}]}}]} as unknown as DocumentNode<SchoolTermFieldsFragment, unknown>;
export const OwnMeetingsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnMeetingsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"page"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"take"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"termSummaries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OwedSummaryFields"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"ahead"},"name":{"kind":"Name","value":"ownMeetings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"take"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OwnMeetingFields"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"past"},"name":{"kind":"Name","value":"ownMeetings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"past"},"value":{"kind":"BooleanValue","value":true}},{"kind":"Argument","name":{"kind":"Name","value":"page"},"value":{"kind":"Variable","name":{"kind":"Name","value":"page"}}},{"kind":"Argument","name":{"kind":"Name","value":"take"},"value":{"kind":"Variable","name":{"kind":"Name","value":"take"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OwnMeetingFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OwedSummaryFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TermSummary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"season"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"enteredOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayEnter"}},{"kind":"Field","name":{"kind":"Name","value":"term"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OwnMeetingFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"OwnMeeting"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"mode"}},{"kind":"Field","name":{"kind":"Name","value":"onDay"}},{"kind":"Field","name":{"kind":"Name","value":"atTime"}},{"kind":"Field","name":{"kind":"Name","value":"minutes"}},{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"officer"}},{"kind":"Field","name":{"kind":"Name","value":"schools"}},{"kind":"Field","name":{"kind":"Name","value":"preparationDue"}},{"kind":"Field","name":{"kind":"Name","value":"isUnapproved"}}]}}]} as unknown as DocumentNode<OwnMeetingsPageQuery, OwnMeetingsPageQueryVariables>;
export const MeetingSummaryPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MeetingSummaryPage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meetingSummary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"term"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"schools"}},{"kind":"Field","name":{"kind":"Name","value":"met"}},{"kind":"Field","name":{"kind":"Name","value":"ahead"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SchoolTermFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SchoolTermFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SchoolMeetingSummary"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"held"}},{"kind":"Field","name":{"kind":"Name","value":"booked"}},{"kind":"Field","name":{"kind":"Name","value":"offered"}},{"kind":"Field","name":{"kind":"Name","value":"declined"}},{"kind":"Field","name":{"kind":"Name","value":"lastHeldOn"}},{"kind":"Field","name":{"kind":"Name","value":"nextOn"}},{"kind":"Field","name":{"kind":"Name","value":"board"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"heldOn"}},{"kind":"Field","name":{"kind":"Name","value":"schoolRating"}},{"kind":"Field","name":{"kind":"Name","value":"officerRating"}},{"kind":"Field","name":{"kind":"Name","value":"trend"}},{"kind":"Field","name":{"kind":"Name","value":"dataQuality"}},{"kind":"Field","name":{"kind":"Name","value":"discussed"}},{"kind":"Field","name":{"kind":"Name","value":"actionsDone"}},{"kind":"Field","name":{"kind":"Name","value":"actionsOpen"}},{"kind":"Field","name":{"kind":"Name","value":"actionsOverdue"}}]}}]}}]} as unknown as DocumentNode<MeetingSummaryPageQuery, MeetingSummaryPageQueryVariables>;