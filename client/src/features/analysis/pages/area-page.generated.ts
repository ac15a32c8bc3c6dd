/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from '../../../graphql/schema.generated.ts';

import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Whether the school of an enrolment is in this area. */
export type AttendedArea =
  | 'ELSEWHERE'
  | 'HERE';

/** A way to tell pupils apart, as they stand today. */
export type CohortAxis =
  | 'ABSENCE_BAND'
  | 'ATTENDS'
  | 'CARE'
  | 'EAL'
  | 'ENROLMENT_STATUS'
  | 'ETHNICITY'
  | 'ETHNICITY_MINOR'
  | 'FSM'
  | 'FSM6'
  | 'HOME'
  | 'KEY_STAGE'
  | 'LAST_YEAR'
  | 'LOCALITY'
  | 'NEW_TO_SCHOOL'
  | 'PART_TIME'
  | 'PHASE'
  | 'PRIMARY_NEED'
  | 'PUPIL_PREMIUM'
  | 'SCHOOL_TYPE'
  | 'SEN'
  | 'SERVICE_CHILD'
  | 'SEX'
  | 'TRUST'
  | 'YEAR_GROUP'
  | 'YOUNG_CARER'
  | 'YOUTH_JUSTICE';

/** LOCAL is the figure on screen, set against everything recorded; OF some of the enrolments it counts; SESSIONS the sessions that count nowhere. */
export type ExplainedDefinition =
  | 'BY_PUPIL'
  | 'DFE_CENSUS'
  | 'DFE_DAILY'
  | 'LEGAL'
  | 'LOCAL'
  | 'OF'
  | 'ON_ROLL'
  | 'SESSIONS';

export type ExplainedMeasure =
  | 'ATTENDANCE'
  | 'AUTHORISED'
  | 'LATE'
  | 'MISSING'
  | 'PERSISTENT'
  | 'PUPILS'
  | 'SEVERE'
  | 'UNAUTHORISED';

export type ExplainedReason =
  | 'ATTENDED'
  | 'AUTHORISED'
  | 'BELOW_RULE'
  | 'CLOSED'
  | 'GUEST'
  | 'IN_FIGURE'
  | 'LEFT'
  | 'LEFT_BEFORE'
  | 'NEARLY'
  | 'NOT_POSSIBLE'
  | 'NO_MARK'
  | 'NO_REGISTER'
  | 'NO_SESSIONS'
  | 'NO_SESSIONS_LEFT'
  | 'OFF_ROLL'
  | 'OTHER_WEEKS'
  | 'OUTSIDE_GROUP'
  | 'PLAN_SAYS_OTHERWISE'
  | 'POOLED'
  | 'RECORDED'
  | 'REST'
  | 'RESTRICTED'
  | 'SAME_PUPIL'
  | 'SCHOOL_KIND'
  | 'SILENT'
  | 'STARTED_LATE'
  | 'SUBSIDIARY'
  | 'TOO_FEW_WEEKS'
  | 'TOO_OLD'
  | 'TOO_YOUNG'
  | 'UNAUTHORISED'
  | 'UNDER_LEGAL'
  | 'YEAR_11';

/** How an enrolment stands between our definition and another. LEFT_OUT: counted here, not there. ONLY_HERE, ONLY_THERE: counted in both, in the part of one. FEWER: with fewer sessions there. */
export type ExplainedSide =
  | 'FEWER'
  | 'LEFT_OUT'
  | 'OF'
  | 'ONLY_HERE'
  | 'ONLY_THERE'
  | 'SAME';

/** Whether a child lives in this area. */
export type Home =
  | 'ELSEWHERE'
  | 'HERE'
  | 'NOT_RECORDED';

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

/** Schools that marks are expected of, whether or not they have sent any this year; of them, those whose marks reach the last school day; those whose marks stop before it. */
export type MarksIn =
  | 'EXPECTED'
  | 'REPORTED'
  | 'SILENT';

/** State-funded schools; ALL is primary, secondary and special together. */
export type PublishedPhase =
  | 'ALL'
  | 'PRIMARY'
  | 'SECONDARY'
  | 'SPECIAL';

/** DAILY: from registers, to date, revised. CENSUS: from the school census, by term, later and definitive. CARE: of children with a social worker, by year. Never joined. */
export type PublishedSeries =
  | 'CARE'
  | 'CENSUS'
  | 'DAILY';

export type SchoolFilter = {
  marks?: MarksIn | null | undefined;
  /** Only schools whose named officer is asking. */
  mine?: boolean | null | undefined;
  /** Part of the name. */
  name?: string | null | undefined;
  phase?: string | null | undefined;
};

export type SchoolSort =
  | 'ATTENDANCE'
  | 'CHANGE'
  | 'LATE'
  | 'MISSING'
  | 'NAME'
  | 'PERSISTENT'
  | 'ROLL'
  | 'SEVERE'
  | 'UNAUTHORISED';

export type SortDirection =
  | 'ASC'
  | 'DESC';

export type AreaPageQueryVariables = Exact<{
  phase?: string | null | undefined;
  filter?: Schema.SchoolFilter | null | undefined;
  sort: Schema.SchoolSort;
  direction: Schema.SortDirection;
  page: number;
  take: number;
  measure: Schema.ExplainedMeasure;
  explains: boolean;
  axis: Schema.CohortAxis;
  groups: boolean;
  pupils: boolean;
}>;


export type AreaPageQuery = { areaOverview: { academicYear: number, firstWeek: string | null, persistentShown: boolean, phases: Array<{ phase: string, schools: number, lastYearPossible: number, lastYearAbsent: number, figures: { possible: number, attended: number | null, authorised: number | null, unauthorised: number | null, lateBefore: number | null, lateAfter: number | null, missing: number | null, enrolments: number | null, persistent: number | null, severe: number | null } }>, weeks: Array<{ weekStart: string, possible: number, authorised: number, unauthorised: number, lastYearPossible: number | null, lastYearAbsent: number | null }>, figures: { possible: number, attended: number | null, authorised: number | null, unauthorised: number | null, lateBefore: number | null, lateAfter: number | null, missing: number | null, enrolments: number | null, persistent: number | null, severe: number | null }, lastYear: { possible: number, attended: number | null, authorised: number | null, unauthorised: number | null, lateBefore: number | null, lateAfter: number | null, missing: number | null, enrolments: number | null, persistent: number | null, severe: number | null }, england: Array<{ series: Schema.PublishedSeries, phase: Schema.PublishedPhase, academicYear: number, term: string, from: string | null, to: string | null, source: string, publishedOn: string, rates: { absence: number | null, unauthorised: number | null, late: number | null, persistent: number | null, severe: number | null } }> }, freshness: { schoolsExpected: number, marksTo: string | null, session: string | null, silent: Array<{ schoolId: string }> }, schoolFigures: { total: number, items: Array<{ schoolId: string, name: string, phase: string, marksTo: string | null, silent: boolean, lastYearAttended: number | null, lastYearPossible: number | null, trend: Array<number>, england: { rates: { absence: number | null } } | null, figures: { possible: number, attended: number | null, authorised: number | null, unauthorised: number | null, lateBefore: number | null, lateAfter: number | null, missing: number | null, enrolments: number | null, persistent: number | null, severe: number | null } }> }, lists?: Array<{ kind: Schema.ListKind, total: number, tooEarly: boolean }>, sessionPatterns?: { possible: number, slots: Array<{ slot: number, possible: number | null, absent: number | null }>, codes: Array<{ code: string, sessions: number | null }> }, cohortFigures?: { axis: Schema.CohortAxis, lastYearTo: string | null, lastYearRecentFrom: string | null, whole: { possible: number | null, authorised: number | null, unauthorised: number | null, enrolments: number | null, persistent: number | null, severe: number | null, recentPossible: number | null, recentAbsent: number | null, weekPossible: number | null, weekAbsent: number | null }, wholeLastYear: { recentPossible: number | null, recentAbsent: number | null, weekPossible: number | null, weekAbsent: number | null, possible: number | null, attended: number | null, authorised: number | null, unauthorised: number | null, enrolments: number | null, persistent: number | null, severe: number | null } | null, groups: Array<{ value: string, label: string, figures: { possible: number | null, authorised: number | null, unauthorised: number | null, enrolments: number | null, persistent: number | null, severe: number | null, recentPossible: number | null, recentAbsent: number | null, weekPossible: number | null, weekAbsent: number | null }, lastYear: { recentPossible: number | null, recentAbsent: number | null, weekPossible: number | null, weekAbsent: number | null, possible: number | null, attended: number | null, authorised: number | null, unauthorised: number | null, enrolments: number | null, persistent: number | null, severe: number | null } | null }> }, residence?: { bySchool: { possible: number | null, authorised: number | null, unauthorised: number | null, enrolments: number | null, persistent: number | null, severe: number | null, recentPossible: number | null, recentAbsent: number | null, weekPossible: number | null, weekAbsent: number | null }, byResidence: { possible: number | null, authorised: number | null, unauthorised: number | null, enrolments: number | null, persistent: number | null, severe: number | null, recentPossible: number | null, recentAbsent: number | null, weekPossible: number | null, weekAbsent: number | null }, held: { possible: number | null, authorised: number | null, unauthorised: number | null, enrolments: number | null, persistent: number | null, severe: number | null, recentPossible: number | null, recentAbsent: number | null, weekPossible: number | null, weekAbsent: number | null }, parts: Array<{ home: Schema.Home, attends: Schema.AttendedArea, label: string, figures: { possible: number | null, authorised: number | null, unauthorised: number | null, enrolments: number | null, persistent: number | null, severe: number | null, recentPossible: number | null, recentAbsent: number | null, weekPossible: number | null, weekAbsent: number | null } }> | null }, explain?: { measure: Schema.ExplainedMeasure, part: number | null, whole: number, firstWeek: string, marksTo: string | null, marksToSession: string | null, tooEarly: boolean, steps: Array<{ kind: string, count: number | null, words: string, opens: string | null, group: { definition: Schema.ExplainedDefinition, side: Schema.ExplainedSide, reason: Schema.ExplainedReason, enrolments: number | null, part: number | null, whole: number | null } | null }>, definitions: Array<{ definition: Schema.ExplainedDefinition, name: string, ours: boolean, part: number | null, whole: number | null, why: string, groups: Array<{ definition: Schema.ExplainedDefinition, side: Schema.ExplainedSide, reason: Schema.ExplainedReason, enrolments: number | null, part: number | null, whole: number | null }> }>, coverage: { schools: number, schoolsCovered: number, onRoll: number | null, onRollCovered: number | null, changedOn: string | null, silent: Array<{ schoolId: string, name: string, marksTo: string | null, pupils: number | null, schoolDays: number }> } | null } };


export const AreaPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AreaPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"phase"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SchoolFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"sort"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SchoolSort"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"direction"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SortDirection"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"page"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"take"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"measure"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainedMeasure"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"explains"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"axis"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CohortAxis"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"groups"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"pupils"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"areaOverview"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"phase"},"value":{"kind":"Variable","name":{"kind":"Name","value":"phase"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Headline"}},{"kind":"Field","name":{"kind":"Name","value":"phases"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PhaseRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"weeks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WeekCounts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"freshness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MarksReach"}},{"kind":"Field","name":{"kind":"Name","value":"schoolsExpected"}},{"kind":"Field","name":{"kind":"Name","value":"silent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolId"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"schoolFigures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"sort"},"value":{"kind":"Variable","name":{"kind":"Name","value":"sort"}}},{"kind":"Argument","name":{"kind":"Name","value":"direction"},"value":{"kind":"Variable","name":{"kind":"Name","value":"direction"}}},{"kind":"Argument","name":{"kind":"Name","value":"page"},"value":{"kind":"Variable","name":{"kind":"Name","value":"page"}}},{"kind":"Argument","name":{"kind":"Name","value":"take"},"value":{"kind":"Variable","name":{"kind":"Name","value":"take"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SchoolRow"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"lists"},"name":{"kind":"Name","value":"workLists"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"phase"},"value":{"kind":"Variable","name":{"kind":"Name","value":"phase"}}}]}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"pupils"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"WorkCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sessionPatterns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"phase"},"value":{"kind":"Variable","name":{"kind":"Name","value":"phase"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"groups"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Patterns"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cohortFigures"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"axis"},"value":{"kind":"Variable","name":{"kind":"Name","value":"axis"}}},{"kind":"Argument","name":{"kind":"Name","value":"phase"},"value":{"kind":"Variable","name":{"kind":"Name","value":"phase"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"groups"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CohortParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"residence"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"phase"},"value":{"kind":"Variable","name":{"kind":"Name","value":"phase"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"groups"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ResidenceParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"explain"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"measure"},"value":{"kind":"Variable","name":{"kind":"Name","value":"measure"}}},{"kind":"Argument","name":{"kind":"Name","value":"phase"},"value":{"kind":"Variable","name":{"kind":"Name","value":"phase"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"include"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"if"},"value":{"kind":"Variable","name":{"kind":"Name","value":"explains"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplanationParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"FigureCounts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Figures"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"attended"}},{"kind":"Field","name":{"kind":"Name","value":"authorised"}},{"kind":"Field","name":{"kind":"Name","value":"unauthorised"}},{"kind":"Field","name":{"kind":"Name","value":"lateBefore"}},{"kind":"Field","name":{"kind":"Name","value":"lateAfter"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"}},{"kind":"Field","name":{"kind":"Name","value":"persistent"}},{"kind":"Field","name":{"kind":"Name","value":"severe"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PublishedRateValues"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PublishedRates"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"absence"}},{"kind":"Field","name":{"kind":"Name","value":"unauthorised"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"persistent"}},{"kind":"Field","name":{"kind":"Name","value":"severe"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EnglandFigure"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PublishedFigure"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"series"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"academicYear"}},{"kind":"Field","name":{"kind":"Name","value":"term"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PublishedRateValues"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CohortCounts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CohortCounts"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"authorised"}},{"kind":"Field","name":{"kind":"Name","value":"unauthorised"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"}},{"kind":"Field","name":{"kind":"Name","value":"persistent"}},{"kind":"Field","name":{"kind":"Name","value":"severe"}},{"kind":"Field","name":{"kind":"Name","value":"recentPossible"}},{"kind":"Field","name":{"kind":"Name","value":"recentAbsent"}},{"kind":"Field","name":{"kind":"Name","value":"weekPossible"}},{"kind":"Field","name":{"kind":"Name","value":"weekAbsent"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CohortPoint"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CohortPoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"attended"}},{"kind":"Field","name":{"kind":"Name","value":"authorised"}},{"kind":"Field","name":{"kind":"Name","value":"unauthorised"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"}},{"kind":"Field","name":{"kind":"Name","value":"persistent"}},{"kind":"Field","name":{"kind":"Name","value":"severe"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CohortPointWeeks"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CohortPoint"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CohortPoint"}},{"kind":"Field","name":{"kind":"Name","value":"recentPossible"}},{"kind":"Field","name":{"kind":"Name","value":"recentAbsent"}},{"kind":"Field","name":{"kind":"Name","value":"weekPossible"}},{"kind":"Field","name":{"kind":"Name","value":"weekAbsent"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedGroup"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainGroup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"}},{"kind":"Field","name":{"kind":"Name","value":"side"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"enrolments"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainStep"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"opens"}},{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedGroup"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedBeside"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainDefinition"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"definition"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ours"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedGroup"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplainedCoverage"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ExplainCoverage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schools"}},{"kind":"Field","name":{"kind":"Name","value":"schoolsCovered"}},{"kind":"Field","name":{"kind":"Name","value":"onRoll"}},{"kind":"Field","name":{"kind":"Name","value":"onRollCovered"}},{"kind":"Field","name":{"kind":"Name","value":"changedOn"}},{"kind":"Field","name":{"kind":"Name","value":"silent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"marksTo"}},{"kind":"Field","name":{"kind":"Name","value":"pupils"}},{"kind":"Field","name":{"kind":"Name","value":"schoolDays"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Headline"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Overview"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"academicYear"}},{"kind":"Field","name":{"kind":"Name","value":"firstWeek"}},{"kind":"Field","name":{"kind":"Name","value":"persistentShown"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FigureCounts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastYear"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FigureCounts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"weeks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekStart"}}]}},{"kind":"Field","name":{"kind":"Name","value":"england"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EnglandFigure"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PhaseRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AreaPhase"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"schools"}},{"kind":"Field","name":{"kind":"Name","value":"lastYearPossible"}},{"kind":"Field","name":{"kind":"Name","value":"lastYearAbsent"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FigureCounts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WeekCounts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WeekFigures"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"weekStart"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"authorised"}},{"kind":"Field","name":{"kind":"Name","value":"unauthorised"}},{"kind":"Field","name":{"kind":"Name","value":"lastYearPossible"}},{"kind":"Field","name":{"kind":"Name","value":"lastYearAbsent"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MarksReach"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Freshness"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"marksTo"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SchoolRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SchoolFigures"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"schoolId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"phase"}},{"kind":"Field","name":{"kind":"Name","value":"marksTo"}},{"kind":"Field","name":{"kind":"Name","value":"silent"}},{"kind":"Field","name":{"kind":"Name","value":"lastYearAttended"}},{"kind":"Field","name":{"kind":"Name","value":"lastYearPossible"}},{"kind":"Field","name":{"kind":"Name","value":"trend"}},{"kind":"Field","name":{"kind":"Name","value":"england"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"absence"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"FigureCounts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WorkCount"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkList"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"total"}},{"kind":"Field","name":{"kind":"Name","value":"tooEarly"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Patterns"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SessionPatterns"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"slots"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slot"}},{"kind":"Field","name":{"kind":"Name","value":"possible"}},{"kind":"Field","name":{"kind":"Name","value":"absent"}}]}},{"kind":"Field","name":{"kind":"Name","value":"codes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"sessions"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CohortParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CohortSplit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"axis"}},{"kind":"Field","name":{"kind":"Name","value":"lastYearTo"}},{"kind":"Field","name":{"kind":"Name","value":"lastYearRecentFrom"}},{"kind":"Field","name":{"kind":"Name","value":"whole"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CohortCounts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"wholeLastYear"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CohortPointWeeks"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CohortCounts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lastYear"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CohortPointWeeks"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ResidenceParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Residence"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bySchool"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CohortCounts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"byResidence"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CohortCounts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"held"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CohortCounts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"home"}},{"kind":"Field","name":{"kind":"Name","value":"attends"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"figures"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CohortCounts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ExplanationParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Explanation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"measure"}},{"kind":"Field","name":{"kind":"Name","value":"part"}},{"kind":"Field","name":{"kind":"Name","value":"whole"}},{"kind":"Field","name":{"kind":"Name","value":"firstWeek"}},{"kind":"Field","name":{"kind":"Name","value":"marksTo"}},{"kind":"Field","name":{"kind":"Name","value":"marksToSession"}},{"kind":"Field","name":{"kind":"Name","value":"tooEarly"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedStep"}}]}},{"kind":"Field","name":{"kind":"Name","value":"definitions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedBeside"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ExplainedCoverage"}}]}}]}}]} as unknown as DocumentNode<AreaPageQuery, AreaPageQueryVariables>;