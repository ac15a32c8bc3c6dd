import type { ReactNode } from 'react';
import { formatNumber } from '../../lib/format.ts';
import { Link } from '../link.tsx';

export type HeatRow = { label: string; values: readonly (number | null)[]; hidden?: readonly boolean[]; hrefs?: readonly (string | undefined)[] };

export type HeatTableProps = {
  caption: string;
  columns: readonly string[];
  rows: readonly HeatRow[];
  format?: (value: number) => string;
  /** Under the table: what each figure opens, what a symbol means. */
  note?: ReactNode;
};

const STEPS = 5;

/** Darker is more, in five even steps from the least to the most shown: the figure is always written too. */
export function HeatTable({ caption, columns, rows, format = (value) => formatNumber(value, 1), note }: HeatTableProps) {
  const values = rows.flatMap((row) => row.values).filter((value): value is number => value !== null);
  const least = Math.min(...values);
  const most = Math.max(...values);
  const stepOf = (value: number) => (most === least ? 1 : Math.min(STEPS, 1 + Math.floor(((value - least) / (most - least)) * STEPS)));
  return (
    <>
      <table className="app-heat">
        <caption className="govuk-visually-hidden">{caption}</caption>
        <thead><tr><td />{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              {row.values.map((value, index) => {
                const href = row.hrefs?.[index];
                return value === null
                  ? <td key={index} className="is-none">{row.hidden?.[index] === true ? <>c<span className="govuk-visually-hidden">, hidden</span></> : 'None'}</td>
                  : <td key={index} className={`is-${stepOf(value)}`}>{href ? <Link href={href}>{format(value)}</Link> : format(value)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {note && <p className="app-small app-muted">{note}</p>}
    </>
  );
}
