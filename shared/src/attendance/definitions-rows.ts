import { findCode, type Category, type NationalCode } from './codes.ts';
import type { AbsencePercents, FigureShare } from './definitions-compare.ts';
import type { ExplainedReasonName } from './definitions-words.ts';
import type { MarkCounts } from './marks.ts';

/** What the rows of a figure have: first those counts that count enrolments, then those that add up sessions. */
export const COUNTING_PUPILS = ['REGISTERED', 'COUNTED', 'NO_SESSIONS', 'PERSISTENT', 'BELOW_PERSISTENT', 'SEVERE', 'BELOW_SEVERE', 'AT_RISK', 'NEARLY_PERSISTENT'] as const;
export const ADDING_SESSIONS = ['EXPECTED', 'POSSIBLE', 'ATTENDED', 'ABSENT', 'AUTHORISED', 'UNAUTHORISED', 'LATE', 'LATE_BEFORE', 'LATE_AFTER', 'MISSING', 'CODED'] as const;
export type PupilRowMeasure = (typeof COUNTING_PUPILS)[number];
export type SessionRowMeasure = (typeof ADDING_SESSIONS)[number];
export type RowMeasureName = PupilRowMeasure | SessionRowMeasure;

export const addsSessions = (measure: RowMeasureName): measure is SessionRowMeasure => (ADDING_SESSIONS as readonly string[]).includes(measure);

/** Figures that are counts: nothing stands beside them that they would be a share of. */
const PLAIN_COUNTS: readonly RowMeasureName[] = ['REGISTERED', 'COUNTED', 'NO_SESSIONS', 'EXPECTED', 'POSSIBLE', 'CODED'];
export const isPlainCount = (measure: RowMeasureName): boolean => PLAIN_COUNTS.includes(measure);

/** Figures that say something of persistent or severe absence, and so nothing while the year is young. */
const SAYING_PERSISTENCE: readonly RowMeasureName[] = ['PERSISTENT', 'BELOW_PERSISTENT', 'SEVERE', 'BELOW_SEVERE', 'AT_RISK', 'NEARLY_PERSISTENT'];
export const saysPersistence = (measure: RowMeasureName): boolean => SAYING_PERSISTENCE.includes(measure);

export interface RowPercents extends AbsencePercents { readonly atRisk: number }

/** The sessions of one enrolment that a figure may be made of. `coded` are those of the one code asked for. */
export interface RowCounts extends Pick<MarkCounts, 'possible' | 'attended' | 'authorised' | 'unauthorised' | 'lateBefore' | 'lateAfter' | 'missing'> { readonly coded: number }
/** With those that count nowhere; `recorded` is every mark. */
export interface RecordedCounts extends RowCounts { readonly recorded: number; readonly notPossible: number; readonly closed: number }

const SESSIONS_IN: Readonly<Record<SessionRowMeasure, readonly (keyof RowCounts)[]>> = {
  EXPECTED: ['possible', 'missing'], POSSIBLE: ['possible'], ATTENDED: ['attended'], ABSENT: ['authorised', 'unauthorised'], AUTHORISED: ['authorised'], UNAUTHORISED: ['unauthorised'],
  LATE: ['lateBefore', 'lateAfter'], LATE_BEFORE: ['lateBefore'], LATE_AFTER: ['lateAfter'], MISSING: ['missing'], CODED: ['coded'],
};

/** Whether a figure that counts enrolments counts one with these sessions. Lines are tested on whole sessions. */
export function countsRow(measure: PupilRowMeasure, counts: RowCounts, { persistent, severe, atRisk }: RowPercents): boolean {
  const absent = counts.authorised + counts.unauthorised;
  const has = counts.possible > 0;
  const reaches = (percent: number): boolean => absent * 100 >= counts.possible * percent;
  switch (measure) {
    case 'REGISTERED': return true;
    case 'COUNTED': return has;
    case 'NO_SESSIONS': return !has;
    case 'PERSISTENT': return has && reaches(persistent);
    case 'BELOW_PERSISTENT': return has && !reaches(persistent);
    case 'SEVERE': return has && reaches(severe);
    case 'BELOW_SEVERE': return has && !reaches(severe);
    case 'AT_RISK': return has && reaches(atRisk) && !reaches(persistent);
    case 'NEARLY_PERSISTENT': return has && !reaches(persistent) && (absent + 1) * 100 >= (counts.possible + 1) * persistent;
  }
}

/** What an enrolment with these sessions adds to the figure whose rows a list shows, and to what that is of. */
export function rowShareOf(measure: RowMeasureName, counts: RowCounts, percents: RowPercents): FigureShare {
  const sessions = addsSessions(measure);
  const part = sessions ? SESSIONS_IN[measure].reduce((sum, name) => sum + counts[name], 0) : Number(countsRow(measure, counts, percents));
  if (isPlainCount(measure)) return { part, whole: part };
  if (!sessions) return { part, whole: Number(counts.possible > 0) };
  return { part, whole: measure === 'MISSING' ? counts.possible + counts.missing : counts.possible };
}

/** What is known of an enrolment recorded for a year, where a figure counts enrolments of some weeks, or of a group. */
export interface RecordedEnrolment { readonly isRegistered: boolean; readonly hasLeft: boolean; readonly isInGroup: boolean; /** Its sessions in the weeks asked for; null where no register of it has a mark in them. */ readonly counts: RowCounts | null }

/** On which line of the way from everything recorded to a figure of pupils an enrolment stands: on one, and only one. */
export function lineOfEnrolment(measure: PupilRowMeasure, { isRegistered, hasLeft, isInGroup, counts }: RecordedEnrolment, percents: RowPercents): ExplainedReasonName {
  if (!isRegistered) return hasLeft ? 'LEFT_BEFORE' : 'NO_REGISTER';
  if (!isInGroup) return 'OUTSIDE_GROUP';
  if (counts === null) return 'OTHER_WEEKS';
  if (countsRow(measure, counts, percents)) return 'IN_FIGURE';
  return counts.possible === 0 ? 'NO_SESSIONS' : 'REST';
}

/** One line of the way to a figure of sessions, as counts added up and taken off. */
export interface SessionLine { readonly reason: ExplainedReasonName; readonly plus: readonly (keyof RecordedCounts)[]; readonly minus: readonly (keyof RecordedCounts)[] }

const line = (reason: ExplainedReasonName, ...plus: (keyof RecordedCounts)[]): SessionLine => ({ reason, plus, minus: [] });
const [CLOSED, NOT_POSSIBLE, NO_MARK] = [line('CLOSED', 'closed'), line('NOT_POSSIBLE', 'notPossible'), line('NO_MARK', 'missing')];
const [ATTENDED, AUTHORISED, UNAUTHORISED] = [line('ATTENDED', 'attended'), line('AUTHORISED', 'authorised'), line('UNAUTHORISED', 'unauthorised')];

const LINE_OF_CATEGORY: Readonly<Record<Category, ExplainedReasonName>> = {
  PRESENT: 'ATTENDED', APPROVED_EDUCATION: 'ATTENDED', AUTHORISED: 'AUTHORISED', UNAUTHORISED: 'UNAUTHORISED', NOT_POSSIBLE: 'NOT_POSSIBLE', ADMIN: 'CLOSED', MISSING: 'NO_MARK',
};

/** The lines a session of the group asked for may stand on: together they are every session recorded. `code` is the national code of a figure of one. */
export function linesOfSessions(measure: SessionRowMeasure, code: string | null = null): readonly SessionLine[] {
  const figure = line('IN_FIGURE', ...SESSIONS_IN[measure]);
  const nowhere = [CLOSED, NOT_POSSIBLE];
  switch (measure) {
    case 'EXPECTED': return [...nowhere, figure];
    case 'POSSIBLE': return [...nowhere, NO_MARK, figure];
    case 'MISSING': return [...nowhere, figure, line('REST', 'possible')];
    case 'ATTENDED': return [...nowhere, NO_MARK, figure, AUTHORISED, UNAUTHORISED];
    case 'ABSENT': return [...nowhere, NO_MARK, figure, ATTENDED];
    case 'AUTHORISED': return [...nowhere, NO_MARK, figure, ATTENDED, UNAUTHORISED];
    case 'UNAUTHORISED': return [...nowhere, NO_MARK, figure, ATTENDED, AUTHORISED];
    case 'LATE': case 'LATE_BEFORE': case 'LATE_AFTER': return [...nowhere, NO_MARK, figure, { reason: 'REST', plus: ['possible'], minus: SESSIONS_IN[measure] }];
    case 'CODED': {
      const own = LINE_OF_CATEGORY[categoryOf(findCode(code ?? ''))];
      return [...[...nowhere, NO_MARK, ATTENDED, AUTHORISED, UNAUTHORISED].map((each): SessionLine => (each.reason === own ? { ...each, minus: ['coded'] } : each)), figure];
    }
  }
}

function categoryOf(code: NationalCode | undefined): Category {
  if (code === undefined) throw new RangeError('Sessions with a code are explained by that code');
  return code.category;
}

/** How many sessions of one enrolment stand on each line. */
export function sessionsByLine(lines: readonly SessionLine[], counts: RecordedCounts, isInGroup: boolean): Map<ExplainedReasonName, number> {
  if (!isInGroup) return new Map([['OUTSIDE_GROUP', counts.recorded]]);
  const sum = (names: readonly (keyof RecordedCounts)[]): number => names.reduce((total, name) => total + counts[name], 0);
  return new Map(lines.map(({ reason, plus, minus }) => [reason, sum(plus) - sum(minus)]));
}

/** What is known of an enrolment recorded for this year, where it is asked why it is on a list of work, or not. */
export interface ListedEnrolment {
  readonly isRegistered: boolean; readonly hasLeft: boolean; readonly isInGroup: boolean; readonly isOnList: boolean; readonly isSevere: boolean; readonly isOffRoll: boolean; readonly isShown: boolean; readonly possible: number; readonly isSilent: boolean;
}

/** On which line of the way from everything recorded to a list of work an enrolment stands. `ofPersistence` and `ofPlans` say what the list hangs on. */
export function lineOfListed({ isRegistered, hasLeft, isInGroup, isOnList, isSevere, isOffRoll, isShown, possible, isSilent }: ListedEnrolment, { ofPersistence, ofPlans }: { readonly ofPersistence: boolean; readonly ofPlans: boolean }): ExplainedReasonName {
  if (!isRegistered) return hasLeft ? 'LEFT_BEFORE' : 'NO_REGISTER';
  if (!isInGroup) return 'OUTSIDE_GROUP';
  if (isOnList) return 'IN_FIGURE';
  if (ofPlans && isSevere) return 'PLAN_SAYS_OTHERWISE';
  if (isOffRoll) return 'OFF_ROLL';
  if (ofPersistence && !isShown) return 'TOO_FEW_WEEKS';
  if (possible === 0) return 'NO_SESSIONS';
  return isSilent ? 'SILENT' : 'BELOW_RULE';
}
