export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
};

export type ExplainedMeasure =
  | 'ATTENDANCE'
  | 'LATE'
  | 'PERSISTENT'
  | 'SEVERE'
  | 'UNAUTHORISED';

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
  /** Only sessions from the week of this Monday on; for lists of sessions. */
  fromWeek?: InputMaybe<Scalars['String']['input']>;
  measure?: PupilMeasure;
  /** Only pupils of schools whose named officer is asking. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  ncYear?: InputMaybe<Scalars['String']['input']>;
  phase?: InputMaybe<Scalars['String']['input']>;
  schoolId?: InputMaybe<Scalars['Int']['input']>;
  /** Only sessions up to the end of the week of this Monday; says the academic year as well. */
  toWeek?: InputMaybe<Scalars['String']['input']>;
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
