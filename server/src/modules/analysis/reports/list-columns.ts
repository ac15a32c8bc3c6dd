import { reportColumns } from '@attendance/shared/attendance';

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
