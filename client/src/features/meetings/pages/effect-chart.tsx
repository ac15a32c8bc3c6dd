import { scaleLinear } from 'd3-scale';
import { signedPoints } from '@attendance/shared/meetings';
import { ChartFigure } from '../../../ui/charts/chart-figure.tsx';
import { useWidth } from '../../../ui/charts/use-width.ts';
import type { EffectRowFieldsFragment as Row } from './effect-page.generated.ts';

const ROW = 54;
const TOP = 34;
const EDGE = 44;

const rangeOf = (interval: Row['interval']): string => (interval === null || interval === undefined ? 'Too few for a range' : `${signedPoints(interval.from)} to ${signedPoints(interval.to)}`);
const pointOf = (value: number | null | undefined): string => (value === null || value === undefined ? 'Too few to say' : signedPoints(value));

/** The middle change of each row as a dot with its range, and beside pupils alike as a ring: right of nothing is better. */
export function EffectChart({ rows }: { readonly rows: readonly Row[] }) {
  const { box, width } = useWidth<HTMLDivElement>();
  const told = rows.filter(({ median }) => median !== null && median !== undefined);
  const values = told.flatMap(({ median, interval, effect, effectInterval }) => [median, interval?.from, interval?.to, effect, effectInterval?.from, effectInterval?.to].filter((each): each is number => each !== null && each !== undefined));
  const most = Math.max(5, ...values.map(Math.abs));
  const x = scaleLinear([-most, most], [EDGE, width - EDGE]).nice();
  const height = TOP + told.length * ROW + 8;
  if (told.length === 0) return null;
  return (
    <ChartFigure
      box={box} width={width} height={height}
      sentence={`The middle change in attendance after actions, in percentage points: ${told.map(({ label, median }) => `${label} ${pointOf(median)}`).join(', ')}.`}
      legend={<span className="app-effect-legend"><span><svg width="34" height="14" aria-hidden="true" focusable="false"><line className="app-effect__range" x1="2" x2="32" y1="7" y2="7" /><circle className="app-effect__dot" cx="17" cy="7" r="5" /></svg> Middle change, and the range it lies in 95 times in 100</span> <span><svg width="34" height="14" aria-hidden="true" focusable="false"><line className="app-effect__alike" x1="2" x2="32" y1="7" y2="7" /><circle className="app-effect__ring" cx="17" cy="7" r="5" /></svg> The same beside pupils alike</span></span>}
      table={{
        caption: 'Middle change in attendance after actions, in percentage points', head: ['Actions', 'Middle change', 'Range', 'Beside pupils alike', 'Range beside pupils alike'],
        rows: told.map(({ label, median, interval, effect, effectInterval }) => ({ name: label, cells: [pointOf(median), rangeOf(interval), pointOf(effect), rangeOf(effectInterval)] })),
      }}
    >
      <text className="is-label" x={x(0)} y={12} textAnchor="middle">No change</text>
      {x.ticks(4).filter((tick) => tick !== 0).map((tick) => <text key={tick} className="is-label" x={x(tick)} y={26} textAnchor="middle">{signedPoints(tick)}</text>)}
      <line className="reference" x1={x(0)} x2={x(0)} y1={18} y2={height - 4} />
      {told.map(({ key, label, median, interval, effect, effectInterval }, index) => {
        const y = TOP + index * ROW;
        return (
          <g key={key}>
            <text className="is-over" x={0} y={y + 16}>{label}</text>
            {interval && <line className="app-effect__range" x1={x(interval.from)} x2={x(interval.to)} y1={y + 28} y2={y + 28} />}
            <circle className="app-effect__dot" cx={x(median ?? 0)} cy={y + 28} r={5} />
            {effectInterval && <line className="app-effect__alike" x1={x(effectInterval.from)} x2={x(effectInterval.to)} y1={y + 42} y2={y + 42} />}
            {effect !== null && effect !== undefined && <circle className="app-effect__ring" cx={x(effect)} cy={y + 42} r={5} />}
          </g>
        );
      })}
    </ChartFigure>
  );
}
