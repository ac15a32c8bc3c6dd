export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A date-time string at UTC, such as 2007-12-03T10:15:30Z, compliant with the `date-time` format outlined in section 5.6 of the RFC 3339 profile of the ISO 8601 standard for representation of dates and times using the Gregorian calendar.This scalar is serialized to a string in ISO 8601 format and parsed from a string in ISO 8601 format. */
  DateTimeISO: { input: unknown; output: unknown; }
};

/** Whose an action is. */
export type ActionSide =
  | 'LA'
  | 'PARTNER'
  | 'SCHOOL';

/** One box as it was typed. `base` is the version the writer saw, 0 for an empty one: it is written only where nobody else was faster. */
export type AnswerInput = {
  base: Scalars['Int']['input'];
  field: Scalars['String']['input'];
  place: AnswerPlace;
  schoolId: Scalars['Int']['input'];
  /** A pupil’s number, a group, or the key of somebody present; empty for the school. */
  subject: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

/** Where in the papers of a meeting something is typed. */
export type AnswerPlace =
  | 'COHORT'
  | 'NOTES'
  | 'PARTNER'
  | 'PREPARATION'
  | 'PRESENT'
  | 'PUPIL'
  | 'SECTION';

/** Whether the school of an enrolment is in this area. */
export type AttendedArea =
  | 'ELSEWHERE'
  | 'HERE';

/** Whether the band of absence of the year so far is higher or lower than it was before the last four school weeks. */
export type BandMoved =
  | 'HIGHER'
  | 'LOWER'
  | 'SAME';

export type BarrierActionInput = {
  /** The day it was done; nothing while it is not. */
  doneOn?: InputMaybe<Scalars['String']['input']>;
  /** What shows that it is done. */
  doneWhen: Scalars['String']['input'];
  /** The day it is due. */
  dueOn: Scalars['String']['input'];
  outcome: Scalars['String']['input'];
  /** Who does it: a person, a school or a service. */
  owner: Scalars['String']['input'];
  what: Scalars['String']['input'];
};

export type BarrierFilter = {
  /** Closed ones too; left out where nothing is said and no status is asked for. */
  closed?: InputMaybe<Scalars['Boolean']['input']>;
  kind?: InputMaybe<BarrierKind>;
  ownerId?: InputMaybe<Scalars['Int']['input']>;
  /** Only barriers this pupil is linked to. */
  pupilId?: InputMaybe<Scalars['Int']['input']>;
  /** Only barriers that name this school. */
  schoolId?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<BarrierStatus>;
};

export type BarrierInput = {
  kind: BarrierKind;
  /** What is known. Schools it names read it. */
  known: Scalars['String']['input'];
  /** Somebody of `barrierOwners`. */
  ownerId: Scalars['Int']['input'];
  /** Where it is, in plain words. */
  place: Scalars['String']['input'];
  /** The day it began, such as 2026-11-09. */
  sinceOn: Scalars['String']['input'];
  /** For the team only: no school reads it. */
  teamNote: Scalars['String']['input'];
  title: Scalars['String']['input'];
};

/** What stands between children of an area and school. */
export type BarrierKind =
  | 'COMMUNITY'
  | 'ESTATE'
  | 'HOUSING'
  | 'ILLNESS'
  | 'OTHER'
  | 'SCHOOL_SITE'
  | 'TRANSPORT';

/** How far the work on a barrier has come. */
export type BarrierStatus =
  | 'BEING_WORKED_ON'
  | 'CLOSED_UNRESOLVED'
  | 'OPEN'
  | 'RESOLVED';

/** Where a school stands in one half of a term. */
export type CheckInState =
  | 'MISSED'
  | 'OWED'
  | 'PLANNED'
  | 'SEEN';

export type ClockFilter = {
  /** 0 asks for those without a named officer. */
  officerId?: InputMaybe<Scalars['Int']['input']>;
  schoolId?: InputMaybe<Scalars['Int']['input']>;
  side?: InputMaybe<TaskSide>;
  /** Broken and running ones where nothing is said. */
  state?: InputMaybe<ClockState>;
  /** Only those whose officer is of this team. */
  teamId?: InputMaybe<Scalars['Int']['input']>;
  /** Only running ones that end this week. */
  thisWeek?: InputMaybe<Scalars['Boolean']['input']>;
};

/** BROKEN: its day is past and nothing met it. */
export type ClockState =
  | 'BROKEN'
  | 'MET'
  | 'RUNNING';

/** In what a deadline is counted. */
export type ClockUnit =
  | 'DAYS'
  | 'SCHOOL_DAYS'
  | 'WORKING_DAYS';

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

export type DocumentFilter = {
  aboutId?: InputMaybe<Scalars['Int']['input']>;
  /** What a document belongs to, such as MEETING; with `aboutId`. */
  aboutSource?: InputMaybe<Scalars['String']['input']>;
  kind?: InputMaybe<DocumentKind>;
  /** Only documents about this child. */
  pupilId?: InputMaybe<Scalars['Int']['input']>;
  /** Only documents about this school, or about a child there. */
  schoolId?: InputMaybe<Scalars['Int']['input']>;
};

/** What a document is. */
export type DocumentKind =
  | 'EVIDENCE'
  | 'INVITATION'
  | 'LETTER'
  | 'MEETING_PACK'
  | 'MEETING_RECORD'
  | 'OTHER';

/** A text about a meeting or a task, as far as it is typed. `base` is the version it was typed over, 0 for none. */
export type DraftTextInput = {
  base: Scalars['Int']['input'];
  meetingId?: InputMaybe<Scalars['Int']['input']>;
  part: Scalars['String']['input'];
  /** The child a form of a meeting is about; that of a task is known. */
  pupilId?: InputMaybe<Scalars['Int']['input']>;
  taskId?: InputMaybe<Scalars['Int']['input']>;
  value: Scalars['String']['input'];
};

/** By what actions are put together. */
export type EffectBy =
  | 'ACTION_TYPE'
  | 'SCHOOL'
  | 'SERVICE'
  | 'TERM';

export type EffectFilter = {
  phase?: InputMaybe<Scalars['String']['input']>;
  schoolId?: InputMaybe<Scalars['Int']['input']>;
  /** The key of a term in which the actions began; every term where none is named. */
  term?: InputMaybe<Scalars['String']['input']>;
};

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

/** One line of an explanation that names its enrolments. */
export type ExplainedFilter = {
  definition: ExplainedDefinition;
  measure: ExplainedMeasure;
  phase?: InputMaybe<Scalars['String']['input']>;
  reason: ExplainedReason;
  schoolId?: InputMaybe<Scalars['Int']['input']>;
  side: ExplainedSide;
};

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

/** Whether the family knows that a service is asked for. */
export type FamilyTold =
  | 'NOT_TOLD'
  | 'TOLD';

/** A figure by the list of its rows: the filter that pupilFigures takes, or a list of work with the filter that workList takes. */
export type FigureInput = {
  list?: InputMaybe<ListKind>;
  /** Whose rows of the list. */
  of?: InputMaybe<WorkListFilter>;
  rows?: InputMaybe<PupilFilter>;
};

/** One line of the explanation of a figure, or one group that makes a difference. LOCAL and RECORDED is everything recorded. */
export type FigureLine = {
  definition: ExplainedDefinition;
  reason: ExplainedReason;
  side: ExplainedSide;
};

/** A meeting as the sender saw it. */
export type HeldMeetingInput = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};

/** A task as the sender saw it. */
export type HeldTaskInput = {
  id: Scalars['ID']['input'];
  version: Scalars['Int']['input'];
};

/** Whether a child lives in this area. */
export type Home =
  | 'ELSEWHERE'
  | 'HERE'
  | 'NOT_RECORDED';

/** How attendance changed between the days before an action and those from it. INSUFFICIENT: too few sessions to say. */
export type ImpactClass =
  | 'IMPROVED'
  | 'INSUFFICIENT'
  | 'STABLE'
  | 'WORSE';

/** Why an action was not followed by better attendance. */
export type IneffectiveReason =
  | 'DATA_ERROR'
  | 'INTENSITY_LOW'
  | 'NEW_CRISIS'
  | 'NOT_DELIVERED'
  | 'NOT_ENGAGED'
  | 'PLACE_UNSUITABLE'
  | 'STAFF_CHANGE'
  | 'TOO_LATE'
  | 'WAITING_LIST'
  | 'WRONG_BARRIER';

/** Why a school is not counted in a term. */
export type LeftOut =
  | 'CLOSED_BEFORE'
  | 'CLOSED_IN_TERM'
  | 'NOT_OPEN_YET'
  | 'NURSERY_ONLY'
  | 'OPENED_IN_TERM'
  | 'POST_16_ONLY';

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

export type MeetingActionInput = {
  /** A group this meeting speaks about, for an action of scope COHORT. */
  cohort?: InputMaybe<Scalars['String']['input']>;
  /** Null: the usual day of its kind. */
  dueOn?: InputMaybe<Scalars['String']['input']>;
  isUrgent?: InputMaybe<Scalars['Boolean']['input']>;
  /** The name of the owner, as agreed. */
  owner: Scalars['String']['input'];
  /** Somebody of `people`; null for who cannot sign in here. */
  ownerId?: InputMaybe<Scalars['Int']['input']>;
  /** The pupil an action of scope PUPIL is about. */
  pupilId?: InputMaybe<Scalars['Int']['input']>;
  schoolId: Scalars['Int']['input'];
  scope: TaskScope;
  /** A code of the list of services, to ask for one. */
  service?: InputMaybe<Scalars['String']['input']>;
  side: ActionSide;
  /** A code of the list of kinds. */
  type?: InputMaybe<Scalars['String']['input']>;
  what: Scalars['String']['input'];
};

export type MeetingChangeInput = {
  atTime?: InputMaybe<Scalars['String']['input']>;
  mode?: InputMaybe<MeetingMode>;
  onDay?: InputMaybe<Scalars['String']['input']>;
  place?: InputMaybe<Scalars['String']['input']>;
  /** Why: needed where a meeting is moved, declined or called off. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

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

/** How often a school is to be met. */
export type MeetingFrequency =
  | 'ANNUAL'
  | 'TERMLY';

export type MeetingInput = {
  /** When it begins, such as 14:00. */
  atTime: Scalars['String']['input'];
  minutes: Scalars['Int']['input'];
  mode: MeetingMode;
  /** Who holds it: the sender, or, for whoever approves meetings, the named officer of these schools. */
  officerId?: InputMaybe<Scalars['Int']['input']>;
  /** A school day of every school named, such as 2026-12-02. */
  onDay: Scalars['String']['input'];
  /** Where: an address, or how to join. Schools read it. */
  place: Scalars['String']['input'];
  /** The schools it names: one, unless it is of a group or a trust. */
  schoolIds: Array<Scalars['Int']['input']>;
  type: MeetingType;
};

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

/** By which way a message goes. */
export type MessageChannel =
  | 'EMAIL'
  | 'LETTER';

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

/** A school and its named officer as the sender saw it. */
export type NamedSchoolInput = {
  id: Scalars['Int']['input'];
  /** Nothing where it had none. */
  officerId?: InputMaybe<Scalars['Int']['input']>;
};

/** A list page to keep: its address without what was typed. The same key twice gives one view. */
export type NewSavedView = {
  /** Path and query of a page of lists, pupils, schools or the area. */
  address: Scalars['String']['input'];
  /** For a list of work: told when a child joins it; for one by plans, who came on it and went off it. */
  alertJoins?: Scalars['Boolean']['input'];
  key: Scalars['String']['input'];
  name: Scalars['String']['input'];
  shared?: Scalars['Boolean']['input'];
};

/** A child or a school to watch: one of the two. */
export type NewWatch = {
  listId: Scalars['ID']['input'];
  pupilId?: InputMaybe<Scalars['ID']['input']>;
  schoolId?: InputMaybe<Scalars['Int']['input']>;
  /** Why, in a sentence. */
  why: Scalars['String']['input'];
};

/** A new watch list. The same key twice is the same request, and gives one list. */
export type NewWatchList = {
  /** Made by whoever asks, once for each list meant. */
  key: Scalars['String']['input'];
  kind: WatchKind;
  name: Scalars['String']['input'];
  shared?: Scalars['Boolean']['input'];
};

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

/** What a person may ask for. */
export type OutboxCommand =
  | 'CHECK'
  | 'SEND'
  | 'WITHDRAW';

/** What happened to a message. */
export type OutboxEvent =
  | 'ACCEPTED'
  | 'ASKED_TO_CHECK'
  | 'ASKED_TO_SEND'
  | 'CAPTURED'
  | 'CHECKED'
  | 'CUT_SHORT'
  | 'DELIVERED'
  | 'GIVEN_UP'
  | 'HANDING_OVER'
  | 'NOT_DELIVERED'
  | 'NOT_HANDED_OVER'
  | 'NOT_KNOWN'
  | 'NO_ANSWER'
  | 'QUEUED'
  | 'REFUSED'
  | 'WITHDRAWN';

export type OutboxFilter = {
  kind?: InputMaybe<MessageKind>;
  /** Only messages about this school. */
  schoolId?: InputMaybe<Scalars['Int']['input']>;
  status?: InputMaybe<OutboxStatus>;
};

/** How far a message has come. UNKNOWN: handed over without an answer, and being checked. */
export type OutboxStatus =
  | 'CAPTURED'
  | 'DELIVERED'
  | 'FAILED'
  | 'HELD'
  | 'SENDING'
  | 'SENT'
  | 'UNKNOWN'
  | 'WAITING'
  | 'WITHDRAWN';

/** Which pupils a count of an action about a group or a school is of. MEASURED: with enough sessions, of a school on roll throughout. LEFT_OUT: of a school, not throughout or without a session. BESIDE and NOT_BESIDE: whether set beside pupils alike. LAST_YEAR and NOT_LAST_YEAR: whether beside the same weeks a year earlier; of a school the pupils of that year. */
export type PeopleCount =
  | 'BESIDE'
  | 'IMPROVED'
  | 'INSUFFICIENT'
  | 'LAST_YEAR'
  | 'LEFT_OUT'
  | 'MEASURED'
  | 'NOT_BESIDE'
  | 'NOT_LAST_YEAR'
  | 'STABLE'
  | 'WORSE';

/** A stretch of whole weeks: the latest, the last school weeks, the half term, the term, the year so far, or weeks somebody chose. */
export type PeriodKind =
  | 'CHOSEN'
  | 'HALF_TERM'
  | 'LATEST_WEEK'
  | 'RECENT_WEEKS'
  | 'TERM'
  | 'YEAR';

export type PlannerFilter = {
  /** By what the groups are told; by phase where nothing is named. */
  by?: InputMaybe<CoverageBy>;
  /** How an establishment is run, such as ACADEMY. */
  kind?: InputMaybe<Scalars['String']['input']>;
  /** Only schools one is the named officer of. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only schools somebody is the named officer of; 0 for schools without one. */
  officerId?: InputMaybe<Scalars['Int']['input']>;
  phase?: InputMaybe<Scalars['String']['input']>;
  /** Narrows the rows, not the totals. */
  standing?: InputMaybe<PlannerStanding>;
  /** The key of a term; the term of today, or the next one, where none is named. */
  term?: InputMaybe<Scalars['String']['input']>;
  tier?: InputMaybe<MeetingTier>;
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

export type PublishedLevel =
  | 'LOCAL_AUTHORITY'
  | 'NATIONAL'
  | 'REGIONAL';

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

export type PupilFilter = {
  /** The year an academic year starts in; this one where nothing is said. */
  academicYear?: InputMaybe<Scalars['Int']['input']>;
  /** Only those of them who are alike in a second way; `acrossValue` says how. */
  across?: InputMaybe<CohortAxis>;
  acrossValue?: InputMaybe<Scalars['String']['input']>;
  /** Only pupils who are alike in this way today; `value` says how. */
  axis?: InputMaybe<CohortAxis>;
  /** The code whose sessions are listed, with the measure CODED: of the whole year. */
  code?: InputMaybe<Scalars['String']['input']>;
  /** Only sessions from the week of this Monday on; for lists of sessions. */
  fromWeek?: InputMaybe<Scalars['String']['input']>;
  measure?: PupilMeasure;
  /** Only pupils of schools whose named officer is asking. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only pupils on roll whose band of absence moved this way in the last four school weeks. */
  moved?: InputMaybe<BandMoved>;
  /** Only those of them, or of all on roll, who were in this band before, from 0. */
  movedFrom?: InputMaybe<Scalars['Int']['input']>;
  /** And only those who are in this band now. */
  movedTo?: InputMaybe<Scalars['Int']['input']>;
  ncYear?: InputMaybe<Scalars['String']['input']>;
  phase?: InputMaybe<Scalars['String']['input']>;
  schoolId?: InputMaybe<Scalars['Int']['input']>;
  /** Only pupils of schools whose marks are behind. */
  silent?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only sessions of one half day of the week, from 0 (Monday morning) to 13; for lists of sessions. */
  slot?: InputMaybe<Scalars['Int']['input']>;
  /** Only the last sessions of each school’s marks; for lists of sessions, of this year. */
  span?: InputMaybe<PupilSpan>;
  /** Only sessions up to the end of the week of this Monday; says the academic year as well. */
  toWeek?: InputMaybe<Scalars['String']['input']>;
  /** A value of the axis; those without any where nothing is said. */
  value?: InputMaybe<Scalars['String']['input']>;
};

/** Which pupils are listed: from EXPECTED on, those with at least one session of a kind, whose sessions add up to the figure. */
export type PupilMeasure =
  | 'ABSENT'
  | 'ATTENDED'
  | 'AT_RISK'
  | 'AUTHORISED'
  | 'BELOW_PERSISTENT'
  | 'BELOW_SEVERE'
  | 'CODED'
  | 'COUNTED'
  | 'EXPECTED'
  | 'LATE'
  | 'LATE_AFTER'
  | 'LATE_BEFORE'
  | 'MISSING'
  | 'NEARLY_PERSISTENT'
  | 'NO_SESSIONS'
  | 'PERSISTENT'
  | 'POSSIBLE'
  | 'REGISTERED'
  | 'SEVERE'
  | 'UNAUTHORISED';

/** Why a pupil is proposed for a meeting, most pressing first. */
export type PupilPriority =
  | 'NEW_OR_FALLING'
  | 'NOT_SEEN'
  | 'PART_TIME_LATE'
  | 'SEVERAL_AGENCIES'
  | 'SEVERE_NO_PLAN'
  | 'SEVERE_ON_PLAN'
  | 'SEVERE_PLAN_FAILING'
  | 'SIBLINGS'
  | 'SOCIAL_WORKER';

export type PupilSort =
  | 'ABSENCE'
  | 'LATE'
  | 'MISSING'
  | 'NAME'
  | 'SESSIONS'
  | 'UNAUTHORISED'
  | 'YEAR';

/** Up to where each school’s marks reach: the week that holds the last of them, or the last four school weeks. */
export type PupilSpan =
  | 'LATEST_WEEK'
  | 'RECENT_WEEKS';

/** Red, amber or green. */
export type Rating =
  | 'AMBER'
  | 'GREEN'
  | 'RED';

/** What may be done to a draft of a referral. */
export type ReferralCommand =
  | 'APPROVE'
  | 'SAVE'
  | 'WITHDRAW';

export type ReferralFilter = {
  /** Only schools one is the named officer of. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  schoolId?: InputMaybe<Scalars['Int']['input']>;
  /** A code of the list of services. */
  service?: InputMaybe<Scalars['String']['input']>;
  /** Where none is named, all but those withdrawn. */
  state?: InputMaybe<ReferralState>;
};

export type ReferralInput = {
  familyTold?: InputMaybe<FamilyTold>;
  outcome: Scalars['String']['input'];
  reason: Scalars['String']['input'];
  tried: Scalars['String']['input'];
};

/** How far a draft of a referral has come. Nothing is sent from here. */
export type ReferralState =
  | 'APPROVED'
  | 'DRAFT'
  | 'WITHDRAWN';

/** What a cell holds. POINTS are percentage points; DATE is an ISO day. */
export type ReportCellKind =
  | 'COUNT'
  | 'DATE'
  | 'DAYS'
  | 'PERCENT'
  | 'POINTS'
  | 'TEXT';

/** What a report is narrowed by. A part leaves out of account what it does not take. */
export type ReportFilter = {
  /** Only schools whose named officer is asking. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  ncYear?: InputMaybe<Scalars['String']['input']>;
  phase?: InputMaybe<Scalars['String']['input']>;
  schoolId?: InputMaybe<Scalars['Int']['input']>;
  /** Of a pupil list: which list behind a figure, such as PERSISTENT. */
  threshold?: InputMaybe<Scalars['String']['input']>;
};

/** What a part of a report may be narrowed by. */
export type ReportFilterKind =
  | 'MINE'
  | 'PHASE'
  | 'SCHOOL'
  | 'THRESHOLD'
  | 'YEAR';

/** How long a document is kept, by what it serves. */
export type RetentionClass =
  | 'CASE'
  | 'CORRESPONDENCE'
  | 'MEETING'
  | 'WORKING_PAPER';

/** SKIPPED: there was nothing to do. FAILED: it could not be done. */
export type RowResult =
  | 'DONE'
  | 'FAILED'
  | 'SKIPPED';

export type SavedViewChange = {
  alertJoins: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
  name: Scalars['String']['input'];
  shared: Scalars['Boolean']['input'];
  version: Scalars['Int']['input'];
};

/** What a count of a row about schools is of: schools with enough sessions, those of one class of them, those with too few, or those set beside similar schools or their own last year. */
export type SchoolCount =
  | 'BESIDE'
  | 'IMPROVED'
  | 'INSUFFICIENT'
  | 'LAST_YEAR'
  | 'MEASURED'
  | 'STABLE'
  | 'WORSE';

export type SchoolFilter = {
  marks?: InputMaybe<MarksIn>;
  /** Only schools whose named officer is asking. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  /** Part of the name. */
  name?: InputMaybe<Scalars['String']['input']>;
  phase?: InputMaybe<Scalars['String']['input']>;
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

/** TOO_FEW: not enough schools of its phase within reach. TOO_SMALL: too few pupils for shares to mean anything. OWN_SCHOOL_ONLY: one school is all that whoever asks sees. */
export type SimilarOutcome =
  | 'COMPARED'
  | 'NO_FIGURES'
  | 'OWN_SCHOOL_ONLY'
  | 'TOO_FEW'
  | 'TOO_SMALL';

export type SortDirection =
  | 'ASC'
  | 'DESC';

/** Where the summary of a term stands that a school without registers enters. ASKED once a meeting is offered or booked; LATE once the day is over on which the preparation is due. */
export type SummaryState =
  | 'ASKED'
  | 'ENTERED'
  | 'LATE'
  | 'NOT_YET';

export type TaskFilter = {
  /** Open ones only, or closed ones only. Both where nothing is said. */
  open?: InputMaybe<Scalars['Boolean']['input']>;
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only tasks whose owner holds no role any more. */
  ownerHasLeft?: InputMaybe<Scalars['Boolean']['input']>;
  ownerId?: InputMaybe<Scalars['Int']['input']>;
  pupilId?: InputMaybe<Scalars['Int']['input']>;
  schoolId?: InputMaybe<Scalars['Int']['input']>;
  side?: InputMaybe<TaskSide>;
  source?: InputMaybe<TaskSource>;
  status?: InputMaybe<TaskStatus>;
};

export type TaskInput = {
  /** The day it is due, such as 2026-12-04. */
  dueOn: Scalars['String']['input'];
  /** Somebody of `taskOwners`; the sender where nobody is named. */
  ownerId?: InputMaybe<Scalars['Int']['input']>;
  pupilId?: InputMaybe<Scalars['Int']['input']>;
  schoolId?: InputMaybe<Scalars['Int']['input']>;
  /** What is to be done. */
  what: Scalars['String']['input'];
};

/** Whom a task is about. */
export type TaskScope =
  | 'AREA'
  | 'COHORT'
  | 'PUPIL'
  | 'SCHOOL';

/** Who owes it. */
export type TaskSide =
  | 'LA'
  | 'PARTNER'
  | 'SCHOOL';

/** By what a list of tasks is ordered; first due first within each. */
export type TaskSort =
  | 'DUE'
  | 'OWNER'
  | 'SCHOOL'
  | 'STATUS';

/** Who made it: somebody by hand, or the record of a meeting. */
export type TaskSource =
  | 'MEETING'
  | 'OWN';

/** How far a task has come. */
export type TaskStatus =
  | 'DONE'
  | 'IN_PROGRESS'
  | 'NOT_DONE'
  | 'NO_LONGER_NEEDED'
  | 'OPEN'
  | 'PARTLY';

/** A term of a school year. */
export type TermSeason =
  | 'AUTUMN'
  | 'SPRING'
  | 'SUMMER';

/** Whole numbers from the first day of the school year up to a day. What is left empty is refused in words, beside its field. */
export type TermSummaryInput = {
  asOfOn: Scalars['String']['input'];
  authorised?: InputMaybe<Scalars['Int']['input']>;
  concern?: InputMaybe<Scalars['Int']['input']>;
  concerns: Scalars['String']['input'];
  persistent?: InputMaybe<Scalars['Int']['input']>;
  possible?: InputMaybe<Scalars['Int']['input']>;
  roll?: InputMaybe<Scalars['Int']['input']>;
  severe?: InputMaybe<Scalars['Int']['input']>;
  unauthorised?: InputMaybe<Scalars['Int']['input']>;
};

/** Where the figures behind a tier come from. NO_FEED: none are expected of this school. */
export type TierData =
  | 'FEED'
  | 'NO_DATA'
  | 'NO_FEED'
  | 'SUMMARY';

export type TierOverrideInput = {
  reason: Scalars['String']['input'];
  /** Null takes back the tier set by hand. */
  tier?: InputMaybe<MeetingTier>;
  /** The last day on which it holds. */
  untilOn?: InputMaybe<Scalars['String']['input']>;
};

export type TierValueInput = {
  name: Scalars['String']['input'];
  value: Scalars['Int']['input'];
};

/** As whom somebody is told of a meeting: its officer, whoever held it before, or an attendance champion of its schools. */
export type ToldPart =
  | 'EARLIER_OFFICER'
  | 'OFFICER'
  | 'SCHOOL';

/** Whether the portal proposed it when the pack was frozen, or who added it. */
export type TopicOrigin =
  | 'OFFICER'
  | 'PROPOSED'
  | 'SCHOOL';

/** FELL: in Year 7, and missing more than in Year 6. AHEAD: in Year 6, persistently absent, and about to move on. */
export type TransitionKind =
  | 'AHEAD'
  | 'FELL';

/** What a watch list is of. */
export type WatchKind =
  | 'PUPILS'
  | 'SCHOOLS';

/** A watch list as it is to be; refused where its version is no longer the one given. */
export type WatchListChange = {
  /** Of schools: told when attendance of the last school weeks is so many percentage points below the weeks before. */
  alertFallPoints?: InputMaybe<Scalars['Int']['input']>;
  /** Of pupils: told when a child joins one of these lists of work. */
  alertKinds?: Array<WorkListKind>;
  /** Of schools: told when no marks came for so many school days. */
  alertSilentDays?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  name: Scalars['String']['input'];
  shared: Scalars['Boolean']['input'];
  version: Scalars['Int']['input'];
};

/** What was said of an action after which nothing improved; UNSAID where nothing was. */
export type WhyNotSaid =
  | 'DATA_ERROR'
  | 'INTENSITY_LOW'
  | 'NEW_CRISIS'
  | 'NOT_DELIVERED'
  | 'NOT_ENGAGED'
  | 'PLACE_UNSUITABLE'
  | 'STAFF_CHANGE'
  | 'TOO_LATE'
  | 'UNSAID'
  | 'WAITING_LIST'
  | 'WRONG_BARRIER';

/** What an action is about that is about more than one pupil. */
export type WideScope =
  | 'AREA'
  | 'COHORT'
  | 'SCHOOL';

export type WorkListFilter = {
  /** Only pupils of schools whose named officer is asking. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  ncYear?: InputMaybe<Scalars['String']['input']>;
  phase?: InputMaybe<Scalars['String']['input']>;
  schoolId?: InputMaybe<Scalars['Int']['input']>;
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

export type WorkListSort =
  | 'ABSENCE'
  | 'NAME'
  | 'OWN'
  | 'SCHOOL'
  | 'YEAR';

/** When an open task asks for its owner. */
export type WorkWhen =
  | 'LATER'
  | 'OVERDUE'
  | 'THIS_WEEK'
  | 'TODAY';
