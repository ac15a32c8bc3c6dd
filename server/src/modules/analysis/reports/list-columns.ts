import { reportColumns, type ReportColumn } from '@attendance/shared/attendance';

const { text, count, percent, date } = reportColumns;
const WHO = [text('pupil', 'Pupil'), text('school', 'School'), text('year', 'Year group'), text('form', 'Form')];
const MISSED = [percent('absence', 'Absence (%)'), count('missed', 'Sessions missed'), count('possible', 'Possible sessions')];

/** The columns of the lists' files. */
export const PUPIL_COLUMNS = [
  ...WHO, date('left', 'Left on'), ...MISSED, count('attended', 'Attended'), count('authorised', 'Authorised'), count('unauthorised', 'Unauthorised'), count('lateBefore', 'Late before the register closed'), count('lateAfter', 'Late after the register closed'),
  count('missing', 'Without a mark'), count('coded', 'With the code'),
];
export const WORK_COLUMNS = [...WHO, text('why', 'Why'), ...MISSED];
export const FAMILY_COLUMNS = [text('pupil', 'Children'), text('why', 'Why'), count('together', 'Sessions missed together'), text('missed', 'Missed this year')];
export const MOVE_COLUMNS = [
  ...WHO, text('why', 'Why'), count('missedBefore', 'Sessions missed in Year 6'), count('possibleBefore', 'Possible sessions in Year 6'), count('missedSince', 'Sessions missed in Year 7'), count('possibleSince', 'Possible sessions in Year 7'),
];
/** Of a line of an explanation: both counts, where it is set beside another definition; sessions, where it is of sessions. */
export const lineColumns = (theirs: string | null, ofSessions: boolean): ReportColumn[] => [
  ...WHO, date('left', 'Left on'), ...(ofSessions ? [count('sessions', 'Sessions of this kind')] : []), ...MISSED,
  ...(theirs === null ? [] : [count('theirMissed', `Sessions missed, ${theirs}`), count('theirPossible', `Possible sessions, ${theirs}`)]),
];
export const REASON_COLUMNS = [text('pupil', 'Pupil'), text('year', 'Year group'), text('form', 'Form'), count('sessions', 'Sessions without a reason'), date('oldest', 'Oldest of')];
const WATCHED = [text('why', 'Now'), text('watched', 'Why watched'), date('since', 'Watched since')];
/** Attendance of this year, of the last school weeks and since the week in which watching began. */
const ATTENDED = [['year', 'this year'], ['recent', 'in the last weeks'], ['watching', 'since watched']].flatMap(([key = '', words = '']) => [percent(`${key}Attendance`, `Attendance ${words} (%)`), count(`${key}Possible`, `Possible sessions ${words}`)]);
export const WATCHED_PUPIL_COLUMNS = [...WHO, ...WATCHED, ...ATTENDED];
export const WATCHED_SCHOOL_COLUMNS = [text('school', 'School'), ...WATCHED, ...ATTENDED, count('silent', 'School days since its last marks')];
