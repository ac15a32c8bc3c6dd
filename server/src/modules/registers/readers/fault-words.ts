import type { FaultCode, FileRefusal, NoteCode } from './types.ts';

/** What a code means and what to do about it. */
export interface FaultWords {
  readonly means: string;
  readonly todo: string;
}

/** Plain words for every code that can stand beside a row, a mark or a file. */
export const FAULT_WORDS: Readonly<Record<FaultCode | NoteCode, FaultWords>> = {
  'FIL-01': { means: 'The file is empty.', todo: 'Export the register again and check that the file has rows before you send it.' },
  'FIL-02': { means: 'This kind of file cannot be read here.', todo: 'Export the register as CSV and send that file.' },
  'FIL-05': { means: 'Too many rows of the file have faults.', todo: 'Look at the refused rows, put the cause right in the school’s system, and export again.' },
  'ENC-01': { means: 'The file mixes two ways of writing accented letters. Both were read.', todo: 'Nothing. If names look wrong, export as UTF-8.' },
  'ENC-02': { means: 'Letters of the file were lost before it reached us.', todo: 'Export again from the school’s system, as UTF-8, without opening the file in another program first.' },
  'HDR-01': { means: 'No row with column headings was found.', todo: 'Export with headings such as UPN, Date, Session and Mark in one of the first 30 rows.' },
  'HDR-02': { means: 'A column that is needed is missing.', todo: 'Add the column to the export and send the file again.' },
  'HDR-03': { means: 'Two columns claim to be the same thing.', todo: 'Leave one of the two columns out of the export.' },
  'HDR-04': { means: 'A heading appears twice.', todo: 'Leave one of the two columns out of the export.' },
  'HDR-05': { means: 'The row has more or fewer cells than the headings, or its quotes do not close.', todo: 'Check the row for a missing or extra separator. If it is the last row, the file was cut off: export it again.' },
  'UPN-01': { means: 'The pupil number is missing.', todo: 'Add the UPN to the pupil’s record and export again.' },
  'UPN-02': { means: 'This is not the shape of a UPN: a letter and 12 characters.', todo: 'Check the UPN on the pupil’s record. The letters I, O and S are never used.' },
  'UPN-03': { means: 'The first letter of the UPN does not match its digits, so a character is wrong.', todo: 'Check the UPN on the pupil’s record.' },
  'UPN-05': { means: 'The UPN is temporary.', todo: 'Nothing now. Ask for the pupil’s permanent UPN.' },
  'UPN-06': { means: 'Two pupils share this number.', todo: 'Correct the pupil records so that each pupil has their own number.' },
  'UPN-07': { means: 'A spreadsheet changed the UPN into a number.', todo: 'Format the column as text, or send the export without opening it in a spreadsheet.' },
  'PUP-01': { means: 'No pupil with this number is on this school’s roll.', todo: 'Check the number, or add the pupil to the roll first.' },
  'PUP-02': { means: 'The pupil is on roll at two schools that day, and the row does not say which one took the register.', todo: 'Add a column with the school’s LAESTAB number to the export.' },
  'DAT-01': { means: 'This is not a date.', todo: 'Write dates as day/month/year, for example 08/09/2026.' },
  'DAT-02': { means: 'Day and month are the other way round from the rest of the column.', todo: 'Export again with one way of writing dates throughout.' },
  'DAT-03': { means: 'The date is outside the school years held here.', todo: 'Check the year of the date, and that the right file was sent.' },
  'DAT-04': { means: 'The date is in the future.', todo: 'Check the date. Send marks for a day once its registers are closed.' },
  'DAT-05': { means: 'The mark is for a Saturday or Sunday.', todo: 'Check the date.' },
  'DAT-06': { means: 'The school is closed on that day, by its calendar.', todo: 'Check the date. If the school was open, correct its calendar and send the file again.' },
  'SES-01': { means: 'The session is neither morning nor afternoon.', todo: 'Export the statutory AM and PM marks, not lesson marks.' },
  'MRK-01': { means: 'This is not a national attendance code.', todo: 'Export the statutory code, or tell us what the school’s own code stands for.' },
  'MRK-02': { means: 'The code was not in use on that date. The mark was kept.', todo: 'Check whether a newer code should have been used.' },
  'MRK-04': { means: 'The file has different marks for the same pupil and session. None of them was kept.', todo: 'Find out which mark is right, correct the register and export again.' },
  'MRK-05': { means: 'The mark is for a day before the pupil joined or after they left.', todo: 'Check the date, or correct the pupil’s joining or leaving date.' },
  'SCH-01': { means: 'The school in this row is not known here.', todo: 'Check the LAESTAB number, URN or name.' },
  'SCH-02': { means: 'The row is for another school than the one the file was sent for.', todo: 'Send each school’s marks for that school.' },
  'DUP-01': { means: 'The same mark appears more than once. It was counted once.', todo: 'Nothing.' },
};

const NOTHING_KEPT = 'Nothing was kept, so nothing changed.';

/** Why a whole file is refused. `what` replaces the table's sentence where more can be said. */
export function refuseFile(code: FaultCode, what: string = FAULT_WORDS[code].means, todo: string = FAULT_WORDS[code].todo): FileRefusal {
  return { code, what, lost: NOTHING_KEPT, todo };
}

/** Said of a file that holds lesson marks. A statutory mark must never be worked out from lessons. */
export function refuseLessons(): FileRefusal {
  return refuseFile(
    'SES-01',
    'This file holds lesson marks. The law asks for one mark each morning and one each afternoon, and those cannot be worked out from lessons.',
    'Export the session marks (AM and PM) and send that file.',
  );
}

/** Said of a file of which more than the allowed share of rows is faulty. */
export function refuseForFaults(percent: number, allowed: number, commonest: FaultCode | null): FileRefusal {
  const share = percent >= 10 ? Math.round(percent) : Math.round(percent * 10) / 10;
  const cause = commonest === null ? '' : ` The most common fault: ${FAULT_WORDS[commonest].means}`;
  const todo = commonest === null ? undefined : `${FAULT_WORDS[commonest].todo} Then send the file again.`;
  return refuseFile('FIL-05', `${share}% of the rows have faults; a file may have up to ${allowed}%.${cause}`, todo);
}
