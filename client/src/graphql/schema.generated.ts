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

export type PupilFilter = {
  measure?: PupilMeasure;
  /** Only pupils of schools whose named officer is asking. */
  mine?: InputMaybe<Scalars['Boolean']['input']>;
  ncYear?: InputMaybe<Scalars['String']['input']>;
  phase?: InputMaybe<Scalars['String']['input']>;
  schoolId?: InputMaybe<Scalars['Int']['input']>;
};

export type PupilMeasure =
  | 'ABSENT'
  | 'AT_RISK'
  | 'AUTHORISED'
  | 'COUNTED'
  | 'LATE'
  | 'MISSING'
  | 'NEARLY_PERSISTENT'
  | 'NO_SESSIONS'
  | 'PERSISTENT'
  | 'SEVERE'
  | 'UNAUTHORISED';

export type PupilSort =
  | 'ABSENCE'
  | 'LATE'
  | 'MISSING'
  | 'NAME'
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
