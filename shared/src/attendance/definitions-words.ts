/** The ways a figure can be counted. LOCAL is the one on screen. */
export const EXPLAINED_DEFINITIONS = ['LOCAL', 'BY_PUPIL', 'ON_ROLL', 'DFE_DAILY', 'DFE_CENSUS'] as const;
export type ExplainedDefinitionName = (typeof EXPLAINED_DEFINITIONS)[number];

/** With those that only lists of work have: at the number law or guidance names, where the list itself looks ahead of it. */
export type ShownDefinitionName = ExplainedDefinitionName | 'LEGAL';

export const DEFINITION_NAMES: Readonly<Record<ShownDefinitionName, string>> = {
  LOCAL: 'Ours, on this screen', BY_PUPIL: 'By pupil', ON_ROLL: 'On roll today', DFE_DAILY: 'DfE daily series', DFE_CENSUS: 'DfE census series', LEGAL: 'At the number in law or guidance',
};

export const DEFINITION_WHY: Readonly<Record<ShownDefinitionName, string>> = {
  LOCAL: 'Year to date, every enrolment, leavers up to the day they left; never an average of rates',
  BY_PUPIL: 'A pupil with two enrolments here is counted once, sessions added',
  ON_ROLL: 'Leavers are left out',
  DFE_DAILY: 'Ages 5 to 15 at 31 August, in primary, secondary, special and all-through schools; guests are counted at their own school',
  DFE_CENSUS: 'As the daily series; from the spring bank holiday on, no session of Year 11 and nobody who starts then',
  LEGAL: 'The list looks ahead; this is who has reached the number itself',
};

/** Why enrolments are left out of a figure, or differ, or are worth a line of their own: "12 enrolments: under 5 at 31 August". */
export const EXPLAINED_REASONS = {
  RECORDED: 'everything recorded',
  LEFT_BEFORE: 'left before a mark of this school year came in', NO_REGISTER: 'on roll, and no mark has come in yet', NO_SESSIONS: 'no possible session yet: not started, or always taught elsewhere',
  TOO_YOUNG: 'under 5 at 31 August', TOO_OLD: '16 or over at 31 August', GUEST: 'guests, on the register of another school', SCHOOL_KIND: 'in a kind of school outside the national totals',
  STARTED_LATE: 'started in the second half of the summer term', NO_SESSIONS_LEFT: 'Year 11, with sessions in the second half of the summer term only',
  SAME_PUPIL: 'further enrolments of a pupil who is counted with another', POOLED: 'pupils whose sessions at several schools are added up', YEAR_11: 'Year 11, without the second half of the summer term',
  LEFT: 'left during the year, counted up to the day they left', SUBSIDIARY: 'dual registered, with their main school elsewhere', RESTRICTED: 'restricted records, which others read this figure without',
  NEARLY: 'one missed session from the line',
  OUTSIDE_GROUP: 'of other pupils, outside this group', OTHER_WEEKS: 'with a register this school year, and no mark in these weeks', REST: 'counted, and not in this figure',
  NO_MARK: 'without a mark: kept out of both sides', ATTENDED: 'attended', AUTHORISED: 'authorised absence', UNAUTHORISED: 'unauthorised absence',
  OFF_ROLL: 'left the roll before the last marks', TOO_FEW_WEEKS: 'at a school that has not had enough weeks this year', SILENT: 'under the rule up to the last marks, at a school whose marks stop early', BELOW_RULE: 'under the rule of the list',
  PLAN_SAYS_OTHERWISE: 'severely absent, and the last record of a meeting says otherwise of a plan', UNDER_LEGAL: 'near the number in law or guidance, and under it',
  IN_FIGURE: 'in the figure',
  NOT_POSSIBLE: 'not possible: taught elsewhere, not required, or unable to attend', CLOSED: 'the school was closed, or the pupil not yet on its register',
} as const;
export type ExplainedReasonName = keyof typeof EXPLAINED_REASONS;
export const EXPLAINED_REASON_NAMES = Object.keys(EXPLAINED_REASONS) as ExplainedReasonName[];
