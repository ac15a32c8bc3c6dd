import { packDay } from '@attendance/shared/meetings';
import type { CsvCell } from '../../../platform/files/csv.ts';
import { xlsxBytes } from '../../../platform/files/xlsx.ts';
import type { PackFile } from './pack-file.ts';

const HANDLING = 'Official: sensitive. Holds personal data about children. Give it to nobody but those it is for, keep it no longer than the work needs, and delete it afterwards.';

/** Everything a workbook of a pack holds, row by row: numbers as numbers, percentages under headings that say so. */
export function* packLines({ page, pack, meeting, madeFor }: PackFile): Generator<readonly CsvCell[]> {
  yield [`Data pack: ${page.school.name}`];
  yield ['Targeting support meeting', `${packDay(page.onDay)}, ${page.atTime}`];
  yield ['Authority', meeting.authority];
  yield ['Frozen on', packDay(pack.frozenOn)];
  yield ['Marks to', pack.marksTo === null ? 'No marks yet' : packDay(pack.marksTo)];
  yield ['Pack', pack.number];
  yield ['SHA-256 of what was frozen', pack.hash];
  yield ['Is what was frozen', pack.isAsFrozen ? 'Yes, checked' : 'No: do not use it'];
  yield ['Rows no longer shown to you', pack.hiddenRows];
  yield ['Saved by', madeFor];
  yield ['Handling', HANDLING];
  yield [];
  for (const sentence of pack.sentences) yield [sentence];
  for (const { title, notes, tables } of pack.sections) {
    yield [];
    yield [title];
    for (const note of notes) yield [note];
    for (const { caption, note, columns, rows } of tables) {
      const isGrouped = rows.some(({ group }) => group !== null);
      yield [];
      yield [caption];
      if (note !== null) yield [note];
      yield [...(isGrouped ? ['Of'] : []), ...columns.map(({ heading, isNumber }, index) => (isNumber && rows.some(({ cells }) => cells[index]?.text.endsWith('%')) ? `${heading} (%)` : heading))];
      for (const { group, cells } of rows) yield [...(isGrouped ? [group ?? ''] : []), ...cells.map(({ text, value }) => value ?? text)];
    }
  }
}

/** A pack as a workbook. */
export async function packXlsx(file: PackFile): Promise<Buffer> {
  async function* lines(): AsyncGenerator<readonly CsvCell[]> {
    yield* packLines(file);
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of xlsxBytes(lines(), 'Data pack')) chunks.push(chunk);
  return Buffer.concat(chunks);
}
