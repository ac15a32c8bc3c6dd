import { LinePath } from '@visx/shape';
import { scaleLinear, scalePoint } from 'd3-scale';
import { formatPercent, formatShortDate, type IsoDate } from '../../lib/format.ts';
import { ChartFigure, type ChartCell } from './chart-figure.tsx';
import { useWidth } from './use-width.ts';
import { BandNames, Bands, fewTicks, ValueGrid, WeekAxis, type Band } from './weeks.tsx';

/** A value for each week, or nothing: the line breaks there. Last year is aligned by school week. */
export type LineChartProps = {
  weeks: readonly IsoDate[];
  thisYear: readonly (number | null)[];
  lastYear?: readonly (number | null)[];
  names?: { thisYear: string; lastYear: string };
  bands?: readonly Band[];
  /** The chart in one sentence. */
  sentence: string;
  /** The measure, over the table: "Overall absence, % of possible sessions". */
  caption: string;
  format?: (value: number) => string;
  /** Where a value of the table leads: the rows it counts. */
  hrefOf?: (week: IsoDate, year: 'thisYear' | 'lastYear') => string | undefined;
  /** In the table, where there is no value. */
  none?: string;
  /** A line need not start at nothing; its axis then shows where it does. */
  from?: number;
  height?: number;
};

type Point = { week: IsoDate; value: number | null };

function lastOf(points: readonly Point[]): { week: IsoDate; value: number } | undefined {
  for (let index = points.length - 1; index >= 0; index--) {
    const point = points[index];
    if (point?.value !== null && point?.value !== undefined) return { week: point.week, value: point.value };
  }
  return undefined;
}

const whole = (value: number) => formatPercent(value, 0);

export function LineChart({
  weeks, thisYear, lastYear = [], names = { thisYear: 'This year', lastYear: 'Last year' }, bands = [], sentence, caption, format = formatPercent, none = 'No sessions', hrefOf, from, height = 250,
}: LineChartProps) {
  const { box, width } = useWidth<HTMLDivElement>();
  const pointsOf = (values: readonly (number | null)[]): Point[] => weeks.map((week, index) => ({ week, value: values[index] ?? null }));
  const now = pointsOf(thisYear);
  const then = pointsOf(lastYear);
  const values = [...thisYear, ...lastYear].filter((value): value is number => value !== null);

  const isNarrow = width < 480;
  const left = 40;
  const right = width - (isNarrow ? 14 : 122); // room for the name and the last value beside the end of the line
  const top = 14;
  const bottom = height - 26;
  const y = scaleLinear([from ?? Math.floor(Math.min(...values) / 2) * 2, Math.max(...values, 1)], [bottom, top]).nice(4);
  const x = scalePoint(weeks, [left + 8, right]);
  const xOf = (week: IsoDate) => x(week) ?? left;
  const end = lastOf(now);
  const endBefore = lastOf(then);
  // The two names must not lie on each other when both years end in the same place: the lower line's name goes under it.
  const isClose = end && endBefore && Math.abs(xOf(end.week) - xOf(endBefore.week)) < 90 && Math.abs(y(end.value) - y(endBefore.value)) < 40;
  const isLower = end && endBefore && end.value < endBefore.value;

  const rows = weeks.map((week, index) => {
    const cell = (value: number | null | undefined, year: 'thisYear' | 'lastYear'): ChartCell => (value === null || value === undefined ? none : { value: format(value), to: hrefOf?.(week, year) });
    return { name: formatShortDate(week), cells: [cell(thisYear[index], 'thisYear'), ...(lastYear.length > 0 ? [cell(lastYear[index], 'lastYear')] : [])] };
  });

  const holidays = { bands, weeks: weeks, xOf: xOf, step: x.step(), top, bottom };

  return (
    <ChartFigure
      box={box} width={width} height={height} sentence={sentence}
      table={{ caption, head: ['Week of', names.thisYear, ...(lastYear.length > 0 ? [names.lastYear] : [])], rows }}
    >
      <Bands {...holidays} />
      <ValueGrid ticks={fewTicks(y.ticks(4))} yOf={(value) => y(value)} left={left} right={right} format={whole} />
      <WeekAxis weeks={weeks} xOf={xOf} y={bottom} width={right - left} />
      <LinePath<Point> className="last-year" data={then} x={(p) => xOf(p.week)} y={(p) => y(p.value ?? 0)} defined={(p) => p.value !== null} />
      <LinePath<Point> className="this-year" data={now} x={(p) => xOf(p.week)} y={(p) => y(p.value ?? 0)} defined={(p) => p.value !== null} />
      {now.map((p) => p.value !== null && <circle key={p.week} className="this-year-dot" cx={xOf(p.week)} cy={y(p.value)} r={isNarrow ? 2.5 : 3.5} />)}
      {endBefore && (
        <text className="is-label is-over" x={Math.min(xOf(endBefore.week), width - 4)} y={y(endBefore.value) + (isClose && !isLower ? 24 : -10)} textAnchor="end">{names.lastYear}</text>
      )}
      {/* On a narrow screen the name stands at the foot, where no line and no holiday's name runs. */}
      {end && (
        <text
          className="is-strong" x={Math.min(xOf(end.week) + 9, width - 4)} y={isNarrow ? bottom - 8 : y(end.value) + (isClose ? (isLower ? 22 : -10) : 5)}
          textAnchor={xOf(end.week) + 120 > width ? 'end' : 'start'}
        >
          {names.thisYear} {format(end.value)}
        </text>
      )}
      <BandNames {...holidays} />
    </ChartFigure>
  );
}
