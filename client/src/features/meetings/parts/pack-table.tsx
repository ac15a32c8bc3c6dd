import { useState } from 'react';
import { packLastDays } from '@attendance/shared/meetings';
import { cx } from '../../../lib/cx.ts';
import { formatNumber } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { LastFive } from '../../../ui/register/last-five.tsx';
import { Link } from '../../../ui/link.tsx';
import type { PackTableFieldsFragment } from '../pages/pack-page.generated.ts';

type Row = PackTableFieldsFragment['rows'][number];

/** What a row of a table on a pupil leads to, where its first words are that pupil's name. */
const NAMES: readonly string[] = ['Pupil', 'About'];
const WIDE: readonly string[] = ['Why', 'What came of it', 'Action', 'Meaning', 'This year'];
const FEW_COLUMNS = 3;
const LAST_DAYS = 'Last five days';

function cellOf(heading: string, index: number, row: Row) {
  const text = row.cells[index]?.text ?? '';
  if (heading === LAST_DAYS && row.marks !== null) return <LastFive days={packLastDays(row.marks, row.monday)} />;
  if (row.pupilId !== null && NAMES.includes(heading)) return <Link href={`/pupils/${row.pupilId}`}>{text}</Link>;
  return text;
}

/** What says by itself what it is needs no name on a card. */
const CLEAR: readonly string[] = ['Year', 'Why', 'This year', 'Meaning', LAST_DAYS];
/** A list of pupils longer than this begins folded on screen. */
const FEW_ROWS = 12;

/** One table of a pack, as the portal draws tables: pupils open, and their last days are drawn with the letters of the register. A long list of pupils shows its first ones on screen; on paper it is whole. */
export function PackTable({ table: { caption, note, columns, rows } }: { table: PackTableFieldsFragment }) {
  const [isOpen, setIsOpen] = useState(false);
  const drawn = columns.map(({ heading, isNumber }, index): DataColumn<Row> => ({
    key: String(index), heading, numeric: isNumber, wide: WIDE.includes(heading), nowrap: heading === LAST_DAYS, cell: (row) => cellOf(heading, index, row), ...(CLEAR.includes(heading) ? { label: '' } : {}),
  }));
  const keys = new Map(rows.map((row, index) => [row, String(index)]));
  const isLong = rows.length > FEW_ROWS && rows.some(({ pupilId }) => pupilId !== null);
  return (
    <div className={cx('app-pack__table', columns.length <= FEW_COLUMNS && 'app-pack__table--narrow', isLong && !isOpen && 'app-pack__table--folded')}>
      <h3>{caption}</h3>
      {note !== null && <p className="app-pack__note">{note}</p>}
      <div className="app-scroll app-flow">
        <DataTable
          caption={caption} columns={drawn} rows={rows} rowKey={(row) => keys.get(row) ?? ''} tight inset cards={columns.length > FEW_COLUMNS}
          {...(rows.some(({ group }) => group !== null) ? { groupOf: (row: Row) => row.group ?? '' } : {})} empty={<p>Nobody here is shown to you any more.</p>}
        />
      </div>
      {isLong && <QuietButton className="app-no-print" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>{isOpen ? 'Show fewer' : `Show all ${formatNumber(rows.length)}`}<span className="govuk-visually-hidden">: {caption}</span></QuietButton>}
    </div>
  );
}
