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

/** A way to tell pupils apart, as they stand today. */
export type CohortAxis =
  | 'ABSENCE_BAND'
  | 'CARE'
  | 'EAL'
  | 'ETHNICITY'
  | 'FSM'
  | 'FSM6'
  | 'HOME'
  | 'KEY_STAGE'
  | 'NEW_TO_SCHOOL'
  | 'PRIMARY_NEED'
  | 'SCHOOL_TYPE'
  | 'SEN'
  | 'SERVICE_CHILD'
  | 'SEX'
  | 'YEAR_GROUP'
  | 'YOUNG_CARER';

export type ExplainedMeasure =
  | 'ATTENDANCE'
  | 'LATE'
  | 'PERSISTENT'
  | 'SEVERE'
  | 'UNAUTHORISED';

/** A list page to keep: its address without what was typed. The same key twice gives one view. */
export type NewSavedView = {
  /** Path and query of a page of lists, pupils, schools or the area. */
  address: Scalars['String']['input'];
  /** For a list of work: told when a child joins it. */
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

/** DAILY: from registers, to date, revised. CENSUS: from the school census, by term, later and definitive. Never joined. */
export type PublishedSeries =
  | 'CENSUS'
  | 'DAILY';

export type PupilFilter = {
  /** The year an academic year starts in; this one where nothing is said. */
  academicYear?: InputMaybe<Scalars['Int']['input']>;
  /** Only pupils who are alike in this way today; `value` says how. */
  axis?: InputMaybe<CohortAxis>;
  /** Only sessions from the week of this Monday on; for lists of sessions. */
  fromWeek?: InputMaybe<Scalars['String']['input']>;
  measure?: PupilMeasure;
  /** Only pupils of schools whose named officer is asking. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  ncYear?: InputMaybe<Scalars['String']['input']>;
  phase?: InputMaybe<Scalars['String']['input']>;
  schoolId?: InputMaybe<Scalars['Int']['input']>;
  /** Only sessions of one half day of the week, from 0 (Monday morning) to 13; for lists of sessions. */
  slot?: InputMaybe<Scalars['Int']['input']>;
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

export type PupilSort =
  | 'ABSENCE'
  | 'LATE'
  | 'MISSING'
  | 'NAME'
  | 'SESSIONS'
  | 'UNAUTHORISED'
  | 'YEAR';

export type SavedViewChange = {
  alertJoins: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
  name: Scalars['String']['input'];
  shared: Scalars['Boolean']['input'];
  version: Scalars['Int']['input'];
};

export type SchoolFilter = {
  /** Only schools whose named officer is asking. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  /** Part of the name. */
  name?: InputMaybe<Scalars['String']['input']>;
  phase?: InputMaybe<Scalars['String']['input']>;
  /** Only schools whose marks are behind. */
  silent?: InputMaybe<Scalars['Boolean']['input']>;
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

export type WorkListFilter = {
  /** Only pupils of schools whose named officer is asking. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  ncYear?: InputMaybe<Scalars['String']['input']>;
  phase?: InputMaybe<Scalars['String']['input']>;
  schoolId?: InputMaybe<Scalars['Int']['input']>;
};

/** The lists that are work. Each holds the enrolments on roll to which one plain rule applies. */
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
