import { Bar } from '@visx/shape';
import { scaleBand, scaleLinear } from 'd3-scale';
import { formatPercent, formatShortDate, type IsoDate } from '../../lib/format.ts';
import { Legend, type LegendItem } from '../legend.tsx';
import { ChartFigure, type ChartCell } from './chart-figure.tsx';
import { useWidth } from './use-width.ts';
import { BandNames, Bands, fewTicks, ValueGrid, WeekAxis, type Band } from './weeks.tsx';

/** Percentages of possible sessions in one week; nothing in a week with no school. */
export type StackedWeek = { week: IsoDate; authorised: number | null; unauthorised: number | null };

export type StackedBarsProps = {
  weeks: readonly StackedWeek[];
  bands?: readonly Band[];
  /** A dashed line to compare with: England, the phase. */
  reference?: { value: number; label: string };
  /** Where a value of the table leads: the rows it counts. */
  hrefOf?: (week: IsoDate, kind: 'authorised' | 'unauthorised' | 'absent') => string | undefined;
  sentence: string;
  caption: string;
  height?: number;
};

const whole = (value: number) => formatPercent(value, 0);
const GAP = 2;

/** Authorised at the foot, unauthorised on top: light under dark, so both can be told apart in grey. */
export function StackedBars({ weeks, bands = [], reference, hrefOf, sentence, caption, height = 220 }: StackedBarsProps) {
  const { box, width } = useWidth<HTMLDivElement>();
  const dates = weeks.map(({ week }) => week);
  const totals = weeks.map((week) => (week.authorised ?? 0) + (week.unauthorised ?? 0));
  const left = 40;
  const right = width - 4;
  const top = 10;
  const bottom = height - 26;
  const y = scaleLinear([0, Math.max(...totals, reference?.value ?? 0, 1)], [bottom, top]).nice(4);
  const x = scaleBand(dates, [left, right]).paddingInner(0.18).paddingOuter(0.1);
  const middleOf = (week: IsoDate) => (x(week) ?? left) + x.bandwidth() / 2;

  const legend: LegendItem[] = [{ swatch: 'unauthorised', label: 'Unauthorised' }, { swatch: 'authorised', label: 'Authorised' }];
  if (reference) legend.push({ swatch: 'reference', label: `${reference.label}, ${formatPercent(reference.value)} in all` });
  const cellsOf = ({ week, authorised, unauthorised }: StackedWeek): ChartCell[] => {
    const absent = authorised === null ? null : authorised + (unauthorised ?? 0);
    return ([['authorised', authorised], ['unauthorised', unauthorised], ['absent', absent]] as const)
      .map(([kind, value]) => (value === null ? 'No sessions' : { value: formatPercent(value), to: hrefOf?.(week, kind) }));
  };

  const holidays = { bands, weeks: dates, xOf: middleOf, step: x.step(), top, bottom };

  return (
    <ChartFigure
      box={box} width={width} height={height} sentence={sentence} legend={<Legend items={legend} />}
      table={{
        caption, head: ['Week of', 'Authorised', 'Unauthorised', 'Total'],
        rows: weeks.map((week) => ({ name: formatShortDate(week.week), cells: cellsOf(week) })),
      }}
    >
      <Bands {...holidays} />
      <ValueGrid ticks={fewTicks(y.ticks(4))} yOf={(value) => y(value)} left={left} right={right} format={whole} />
      {weeks.map(({ week, authorised, unauthorised }) => {
        const under = authorised ?? 0;
        const over = unauthorised ?? 0;
        const overHeight = y(under) - y(under + over) - GAP;
        return (
          <g key={week}>
            {under > 0 && <Bar className="bar-authorised" x={x(week)} y={y(under)} width={x.bandwidth()} height={bottom - y(under)} />}
            {over > 0 && <Bar className="bar-unauthorised" x={x(week)} y={y(under + over)} width={x.bandwidth()} height={Math.max(1, overHeight)} />}
          </g>
        );
      })}
      {/* The white line under it keeps the dashes apart from a dark bar. */}
      {reference && ['reference-halo', 'reference'].map((name) => (
        <line key={name} className={name} x1={left} x2={right} y1={y(reference.value)} y2={y(reference.value)} />
      ))}
      <WeekAxis weeks={dates} xOf={middleOf} y={bottom} width={right - left} />
      <BandNames {...holidays} />
    </ChartFigure>
  );
}
