import { formatPercent } from '../../lib/format.ts';
import { useWidth } from './use-width.ts';

export type BarRow = { label: string; value: number | null };
export type BarRowsProps = {
  rows: readonly BarRow[];
  /** What all rows together come to: a dashed line. */
  whole: { label: string; value: number } | null;
  /** The chart in one sentence. The same numbers stand in the table beside it. */
  sentence: string;
  /** Over the bars: "Sessions missed, %". */
  heading: string;
  /** Where a row has no value. */
  none: string;
};

const ROW = 40;
const BAR = 14;
const ROOM_FOR_VALUE = 52;

/** Bars that start at nothing, one under another, each with its name over it and its value behind it. */
export function BarRows({ rows, whole, sentence, heading, none }: BarRowsProps) {
  const { box, width } = useWidth<HTMLDivElement>();
  const most = Math.max(1, whole?.value ?? 0, ...rows.map(({ value }) => value ?? 0));
  const xOf = (value: number) => (value / most) * Math.max(width - ROOM_FOR_VALUE, 40);
  const top = whole ? 40 : 22;
  const height = top + rows.length * ROW;
  const isRight = whole !== null && xOf(whole.value) > width / 2;
  return (
    <figure className="app-chart">
      <div ref={box} className="app-chart__plot">
        <svg role="img" aria-label={sentence} viewBox={`0 0 ${width} ${height}`} height={height}>
          <text className="is-strong" x={0} y={12}>{heading}</text>
          {rows.map(({ label, value }, index) => value !== null && <rect key={label} className="this-year-dot" x={0} y={top + index * ROW + 18} width={xOf(value)} height={BAR} />)}
          {whole && <line className="reference" x1={xOf(whole.value)} x2={xOf(whole.value)} y1={top - 4} y2={height - 4} />}
          {/* Words last: the line of the whole goes behind them. */}
          {rows.map(({ label, value }, index) => (
            <g key={label}>
              <text className="is-over" x={0} y={top + index * ROW + 12}>{label}</text>
              <text className="is-strong" x={value === null ? 0 : xOf(value) + 6} y={top + index * ROW + 18 + BAR - 2}>{value === null ? none : formatPercent(value)}</text>
            </g>
          ))}
          {whole && <text className="is-over" x={xOf(whole.value)} y={top - 9} textAnchor={isRight ? 'end' : 'start'}>{`${whole.label} ${formatPercent(whole.value)}`}</text>}
        </svg>
      </div>
    </figure>
  );
}
