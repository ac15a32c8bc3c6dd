import type { ReactNode, Ref } from 'react';
import { useInBrowser } from '../../lib/in-browser.ts';
import { Figure } from '../figure.tsx';

/** Words where there is nothing to show, or a figure with the rows it counts. */
export type ChartCell = string | { value: string; to: string | undefined };
export type ChartTable = { caption: string; head: readonly string[]; rows: readonly { name: string; cells: readonly ChartCell[] }[] };

type ChartFigureProps = {
  box: Ref<HTMLDivElement>;
  width: number;
  height: number;
  /** The chart in one sentence, for those who do not see it. */
  sentence: string;
  table: ChartTable;
  legend?: ReactNode;
  children: ReactNode;
};

/** A drawing with its sentence, and under it the same numbers as a table: the table is what prints. */
export function ChartFigure({ box, width, height, sentence, table, legend, children }: ChartFigureProps) {
  const isHere = useInBrowser(); // the table is shut, so it need not come with the page as the server draws it
  return (
    <figure className="app-chart">
      {legend && <div className="app-chart__legend">{legend}</div>}
      <div ref={box} className="app-chart__plot">
        <svg role="img" aria-label={sentence} viewBox={`0 0 ${width} ${height}`} height={height}>{children}</svg>
      </div>
      <details>
        <summary>Show as a table</summary>
        <div className="app-chart__scroll" role="region" aria-label={table.caption} tabIndex={0}>
          <table className="app-table app-table--tight app-table--inset">
            <caption className="govuk-visually-hidden">{table.caption}</caption>
            <thead><tr>{table.head.map((name, index) => <th key={name} scope="col" className={index > 0 ? 'is-number' : undefined}>{name}</th>)}</tr></thead>
            <tbody>
              {isHere && table.rows.map((row) => (
                <tr key={row.name}><th scope="row">{row.name}</th>{row.cells.map((cell, index) => <td key={index} className="is-number">{typeof cell === 'string' ? cell : <Figure {...cell} of={`${table.head[index + 1] ?? ''}, ${row.name}`} />}</td>)}</tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
