import { codeOfMark, COUNTED_MARKS } from '@attendance/shared/attendance';
import { MEETING_MODE_WORDS, packDay, packLastDays, type MeetingMode } from '@attendance/shared/meetings';
import { PdfWriter, type PdfCell } from '../../../platform/files/pdf.ts';
import type { PackFile } from './pack-file.ts';
import type { PackRowType } from './pack.type.ts';

const toneOf = (mark: string): 'none' | 'light' | 'dark' => (COUNTED_MARKS.unauthorised.includes(mark) ? 'dark' : COUNTED_MARKS.authorised.includes(mark) ? 'light' : 'none');

/** The last days as boxes with the letters of the register; every other cell as it is read. */
function cellsOf({ cells, marks, monday }: PackRowType): PdfCell[] {
  return cells.map(({ text }, index): PdfCell => {
    if (marks === null || index < cells.length - 1) return text;
    return { words: text, signs: packLastDays(marks, monday).map(({ marks: pair }) => [...pair].map((mark) => ({ text: codeOfMark(mark) ?? '', tone: mark.trim() === '' ? ('none' as const) : toneOf(mark) }))) };
  });
}

/** A pack in print: tagged, for a reader's eye and ear. Gives the bytes and the number of pages. */
export async function packPdf({ page, pack, meeting }: PackFile): Promise<{ readonly bytes: Buffer; readonly pages: number }> {
  const { school, onDay, atTime, officer } = page;
  const frozen = `Frozen ${packDay(pack.frozenOn)}, ${pack.marksTo === null ? 'no marks yet' : `marks to ${packDay(pack.marksTo)}`}`;
  const writer = new PdfWriter({
    title: `Data pack: ${school.name}, targeting support meeting of ${packDay(onDay)}`, author: meeting.authority,
    above: [`Official: sensitive. For ${school.name} and ${meeting.authority} only.`, frozen], below: [meeting.authority, `${school.name}, meeting ${page.meetingId}, pack ${pack.number}`],
  });
  writer.heading(1, `Targeting support meeting: ${school.name}`);
  writer.paragraph(`${packDay(onDay)}, ${atTime}, ${meeting.minutes} minutes, ${MEETING_MODE_WORDS[meeting.mode as MeetingMode].toLowerCase()}${meeting.place === '' ? '' : `, ${meeting.place}`}. Officer: ${officer}.`);
  writer.framed(`In four sentences. ${pack.sentences.join(' ')}`);
  if (!pack.isAsFrozen) writer.paragraph('What stands here is not what was frozen: its hash does not fit. Do not use it.', { bold: true });
  if (pack.number > 1) writer.paragraph(`Pack ${pack.number}, made anew: ${pack.reason ?? ''} Earlier packs are kept.`);
  if (pack.hiddenRows > 0) writer.paragraph(`${pack.hiddenRows} of the rows about pupils that were frozen are no longer shown to you. Counts are as frozen.`);
  for (const { title, notes, tables } of pack.sections) {
    writer.heading(2, title);
    for (const note of notes) writer.paragraph(note, { leads: tables.length > 0 });
    for (const { caption, note, columns, rows } of tables) {
      writer.heading(3, caption);
      if (note !== null) writer.paragraph(note, { quiet: true, leads: true, size: 9 });
      if (rows.length === 0) writer.paragraph('Nobody here is shown to you any more.');
      else writer.table({ columns, rows: rows.map((row) => ({ group: row.group, cells: cellsOf(row) })) });
    }
  }
  writer.heading(2, 'How this was made');
  writer.paragraph('Letters in a box are the register’s own codes: dark is without leave, grey is with leave, white was attended or not counted. The pack reads the same in black and white.', { leads: true });
  writer.paragraph(`Figures and lists are those of the registers on the day of freezing; what came in later is not in them. Whom to talk about, and what partners wrote, is as it stood when this was saved. Names are those of the record. SHA-256 of what was frozen: ${pack.hash}${pack.isAsFrozen ? ' (checked when this was saved)' : ''}.`, { leads: true });
  writer.paragraph('It holds personal data about children. Give it to nobody but those it is for, keep it no longer than the work needs, and delete it afterwards.');
  return writer.end();
}
