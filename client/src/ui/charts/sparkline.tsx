import { LinePath } from '@visx/shape';
import { scaleLinear } from 'd3-scale';

export type SparklineProps = { values: readonly (number | null)[]; /** A dashed line at this point: something began. */ markAt?: number; width?: number; height?: number };

const EDGE = 4;

/** Decoration beside a written figure, never instead of one. */
export function Sparkline({ values, markAt, width = 84, height = 24 }: SparklineProps) {
  const known = values.filter((value): value is number => value !== null);
  const last = values.findLastIndex((value) => value !== null);
  if (last < 0) return null;
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [EDGE, width - EDGE]);
  const y = scaleLinear([Math.min(...known), Math.max(...known, Math.min(...known) + 0.1)], [height - EDGE, EDGE]);
  return (
    <svg className="app-spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {markAt !== undefined && <line x1={x(markAt)} x2={x(markAt)} y1={0} y2={height} />}
      <LinePath<number | null> data={[...values]} x={(_, index) => x(index)} y={(value) => y(value ?? 0)} defined={(value) => value !== null} />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r={3} />
    </svg>
  );
}
