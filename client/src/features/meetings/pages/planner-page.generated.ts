/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../../graphql/schema.generated.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** By what coverage is told. KIND: how an establishment is run. */
export type CoverageBy =
  | 'KIND'
  | 'OFFICER'
  | 'PHASE'
  | 'TIER';

/** Where a school that is counted stands in a term. */
export type CoverageState =
  | 'COVERED'
  | 'DECLINED'
  | 'IN_HAND'
  | 'OUTSTANDING';

/** Why a school is not counted in a term. */
export type LeftOut =
  | 'CLOSED_BEFORE'
  | 'CLOSED_IN_TERM'
  | 'NOT_OPEN_YET'
  | 'NURSERY_ONLY'
  | 'OPENED_IN_TERM'
  | 'POST_16_ONLY';

/** How often a school is to be met. */
export type MeetingFrequency =
  | 'ANNUAL'
  | 'TERMLY';

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

/** How much support a school is offered. Least first. */
export type MeetingTier =
  | 'INTENSIVE'
  | 'TARGETED'
  | 'UNIVERSAL';

/** Whom a meeting names. A check-in does not count towards coverage. */
export type MeetingType =
  | 'CHECK_IN'
  | 'SINGLE_SCHOOL'
  | 'SMALL_SCHOOLS_GROUP'
  | 'TEAM_AROUND_SCHOOL'
  | 'TRUST';

/** What is to be done next about a school’s meeting of the term. */
export type NextStep =
  | 'CHECK_IN'
  | 'MEETING'
  | 'NOTHING'
  | 'NO_REPLY'
  | 'OFFER'
  | 'OFFER_AGAIN'
  | 'PREPARATION_MISSING'
  | 'RECORD_DUE'
  | 'REPLY'
  | 'SAY_WHETHER_HELD'
  | 'SECTION_OPEN';

export type PlannerFilter = {
  /** By what the groups are told; by phase where nothing is named. */
  by?: CoverageBy | null | undefined;
  /** How an establishment is run, such as ACADEMY. */
  kind?: string | null | undefined;
  /** Only schools one is the named officer of. */
  mine?: boolean | null | undefined;
  /** Only schools somebody is the named officer of; 0 for schools without one. */
  officerId?: number | null | undefined;
  phase?: string | null | undefined;
  /** Narrows the rows, not the totals. */
  standing?: PlannerStanding | null | undefined;
  /** The key of a term; the term of today, or the next one, where none is named. */
  term?: string | null | undefined;
  tier?: MeetingTier | null | undefined;
};

/** Rows behind one figure of CoverageTotals or PlannerWork. */
export type PlannerStanding =
  | 'ACTIONS_LATE'
  | 'COUNTED'
  | 'COVERED'
  | 'DECLINED'
  | 'IN_HAND'
  | 'LEFT_OUT'
  | 'LESS_THAN_TERMLY'
  | 'NOT_CHECKED_IN'
  | 'OFFERED'
  | 'OUTSTANDING'
  | 'OVERDUE'
  | 'RECORD_LATE'
  | 'SUMMARY_MISSING'
  | 'WITHOUT_PLAN';

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

/** Where the figures behind a tier come from. NO_FEED: none are expected of this school. */
export type TierData =
  | 'FEED'
  | 'NO_DATA'
  | 'NO_FEED'
  | 'SUMMARY';

export type CoverageFieldsFragment = { schools: number, covered: number, offered: number, declined: number, inHand: number, outstanding: number, overdue: number, lessThanTermly: number, leftOut: number };

export type MeetingMarkFieldsFragment = { id: string, type: Schema.MeetingType, status: Schema.MeetingStatus, onDay: string, atTime: string };

export type PlannerRowFieldsFragment = { schoolId: number, name: string, phase: string, officer: string | null, leftOut: Schema.LeftOut | null, state: Schema.CoverageState | null, overdue: boolean, refusedOffers: number, frequency: Schema.MeetingFrequency, inGroup: boolean, severe: number, severeWithPlan: number, summary: { state: Schema.SummaryState, season: Schema.TermSeason, enteredOn: string | null, dueOn: string | null } | null, tier: { tier: Schema.MeetingTier, data: Schema.TierData, score: number | null }, next: { step: Schema.NextStep, meetingId: string | null, onDay: string | null, isLate: boolean }, meetings: Array<{ id: string, type: Schema.MeetingType, status: Schema.MeetingStatus, onDay: string, atTime: string }> };

export type PlannerPageQueryVariables = Exact<{
  filter: Schema.PlannerFilter;
  page: number;
  take: number;
}>;


export type PlannerPageQuery = { meetingPlanner: { overdueFrom: string, total: number, term: { key: string, label: string, startsOn: string, endsOn: string }, terms: Array<{ key: string, label: string }>, weeks: Array<{ weekStart: string, openDays: number }>, officers: Array<{ id: number, name: string, schools: number }>, totals: { schools: number, covered: number, offered: number, declined: number, inHand: number, outstanding: number, overdue: number, lessThanTermly: number, leftOut: number }, groups: Array<{ key: string, totals: { schools: number, covered: number, offered: number, declined: number, inHand: number, outstanding: number, overdue: number, lessThanTermly: number, leftOut: number } }>, work: { severe: number, severeWithPlan: number, actionsDue: number, actionsOnTime: number, recordsDue: number, recordsOnTime: number, checkIns: number, checkInsMade: number, withoutFeed: number, summariesEntered: number }, items: Array<{ schoolId: number, name: string, phase: string, officer: string | null, leftOut: Schema.LeftOut | null, state: Schema.CoverageState | null, overdue: boolean, refusedOffers: number, frequency: Schema.MeetingFrequency, inGroup: boolean, severe: number, severeWithPlan: number, summary: { state: Schema.SummaryState, season: Schema.TermSeason, enteredOn: string | null, dueOn: string | null } | null, tier: { tier: Schema.MeetingTier, data: Schema.TierData, score: number | null }, next: { step: Schema.NextStep, meetingId: string | null, onDay: string | null, isLate: boolean }, meetings: Array<{ id: string, type: Schema.MeetingType, status: Schema.MeetingStatus, onDay: string, atTime: string }> }> } };

export const CoverageFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CoverageFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageTotals"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schools"}},{"kind":"Field","name":{"kind":"Name","value":"covered"}},{"kind":"Field","name":{"kind":"Name","value":"offered"}},{"kind":"Field","name":{"kind":"Name","value":"declined"}},{"kind":"Field","name":{"kind":"Name","value":"inHand"}},{"kind":"Field","name":{"kind":"Name","value":"outstanding"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"lessThanTermly"}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"}}]}}]} as unknown as DocumentNode<CoverageFieldsFragment, unknown>;
export const MeetingMarkFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MeetingMarkFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PlannerMeeting"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"onDay"}},{"kind":"Field","name":{"kind":"Name","value":"atTime"}}]}}]} as unknown as DocumentNode<MeetingMarkFieldsFragment, unknown>;
export const PlannerRowFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlannerRowFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PlannerRow"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"officer"}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"refusedOffers"}},{"kind":"Field","name":{"kind":"Name","value":"frequency"}},{"kind":"Field","name":{"kind":"Name","value":"inGroup"}},{"kind":"Field","name":{"kind":"Name","value":"severe"}},{"kind":"Field","name":{"kind":"Name","value":"severeWithPlan"}},{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"season"}},{"kind":"Field","name":{"kind":"Name","value":"enteredOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"score"}}]}},{"kind":"Field","name":{"kind":"Name","value":"next"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"meetingId"}},{"kind":"Field","name":{"kind":"Name","value":"onDay"}},{"kind":"Field","name":{"kind":"Name","value":"isLate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"meetings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MeetingMarkFields"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MeetingMarkFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PlannerMeeting"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"onDay"}},{"kind":"Field","name":{"kind":"Name","value":"atTime"}}]}}]} as unknown as DocumentNode<PlannerRowFieldsFragment, unknown>;
export const PlannerPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlannerPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PlannerFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"page"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"take"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meetingPlanner"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"page"},"value":{"kind":"Variable","name":{"kind":"Name","value":"page"}}},{"kind":"Argument","name":{"kind":"Name","value":"take"},"value":{"kind":"Variable","name":{"kind":"Name","value":"take"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"term"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"startsOn"}},{"kind":"Field","name":{"kind":"Name","value":"endsOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"weeks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekStart"}},{"kind":"Field","name":{"kind":"Name","value":"openDays"}}]}},{"kind":"Field","name":{"kind":"Name","value":"officers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"schools"}}]}},{"kind":"Field","name":{"kind":"Name","value":"overdueFrom"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CoverageFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CoverageFields"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"work"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"severe"}},{"kind":"Field","name":{"kind":"Name","value":"severeWithPlan"}},{"kind":"Field","name":{"kind":"Name","value":"actionsDue"}},{"kind":"Field","name":{"kind":"Name","value":"actionsOnTime"}},{"kind":"Field","name":{"kind":"Name","value":"recordsDue"}},{"kind":"Field","name":{"kind":"Name","value":"recordsOnTime"}},{"kind":"Field","name":{"kind":"Name","value":"checkIns"}},{"kind":"Field","name":{"kind":"Name","value":"checkInsMade"}},{"kind":"Field","name":{"kind":"Name","value":"withoutFeed"}},{"kind":"Field","name":{"kind":"Name","value":"summariesEntered"}}]}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PlannerRowFields"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MeetingMarkFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PlannerMeeting"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"onDay"}},{"kind":"Field","name":{"kind":"Name","value":"atTime"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CoverageFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageTotals"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schools"}},{"kind":"Field","name":{"kind":"Name","value":"covered"}},{"kind":"Field","name":{"kind":"Name","value":"offered"}},{"kind":"Field","name":{"kind":"Name","value":"declined"}},{"kind":"Field","name":{"kind":"Name","value":"inHand"}},{"kind":"Field","name":{"kind":"Name","value":"outstanding"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"lessThanTermly"}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PlannerRowFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PlannerRow"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"officer"}},{"kind":"Field","name":{"kind":"Name","value":"leftOut"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"refusedOffers"}},{"kind":"Field","name":{"kind":"Name","value":"frequency"}},{"kind":"Field","name":{"kind":"Name","value":"inGroup"}},{"kind":"Field","name":{"kind":"Name","value":"severe"}},{"kind":"Field","name":{"kind":"Name","value":"severeWithPlan"}},{"kind":"Field","name":{"kind":"Name","value":"summary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"season"}},{"kind":"Field","name":{"kind":"Name","value":"enteredOn"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"tier"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tier"}},{"kind":"Field","name":{"kind":"Name","value":"data"}},{"kind":"Field","name":{"kind":"Name","value":"score"}}]}},{"kind":"Field","name":{"kind":"Name","value":"next"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"meetingId"}},{"kind":"Field","name":{"kind":"Name","value":"onDay"}},{"kind":"Field","name":{"kind":"Name","value":"isLate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"meetings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MeetingMarkFields"}}]}}]}}]} as unknown as DocumentNode<PlannerPageQuery, PlannerPageQueryVariables>;