import { formatShortDate, type IsoDate } from '../../lib/format.ts';

/** Weeks with no school, by the first and last Monday: lines break there. */
export type Band = { from: IsoDate; to: IsoDate; label: string };

export const TEXT_PX = 13;
const LABEL_PX = 58;

/** How many weeks to step from one date on the axis to the next, so that labels never touch. */
export function tickStep(count: number, width: number): number {
  const room = Math.max(1, Math.floor(width / LABEL_PX));
  return Math.max(1, Math.ceil(count / room));
}

type AxisProps = { weeks: readonly IsoDate[]; xOf: (week: IsoDate) => number; y: number; width: number };

export function WeekAxis({ weeks, xOf, y, width }: AxisProps) {
  const step = tickStep(weeks.length, width);
  return (
    <g>
      {weeks.map((week, index) => index % step === 0 && index + step / 2 <= weeks.length && (
        <text key={week} x={xOf(week)} y={y + 18} textAnchor="middle">{formatShortDate(week)}</text>
      ))}
    </g>
  );
}

type BandsProps = { bands: readonly Band[]; weeks: readonly IsoDate[]; xOf: (week: IsoDate) => number; step: number; top: number; bottom: number };

/** A grey band for each holiday, with its name, under the data. */
export function Bands({ bands, weeks, xOf, step, top, bottom }: BandsProps) {
  return (
    <g>
      {bands.map((band) => {
        const inside = weeks.filter((week) => week >= band.from && week <= band.to);
        const first = inside[0];
        const last = inside[inside.length - 1];
        if (first === undefined || last === undefined) return null;
        const left = xOf(first) - step / 2;
        const right = xOf(last) + step / 2;
        const words = right - left < band.label.length * 6.5 ? band.label.split(' ') : [band.label];
        return (
          <g key={band.from}>
            <rect className="band" x={left} y={top} width={right - left} height={bottom - top} />
            {words.map((word, index) => (
              <text key={word} x={(left + right) / 2} y={bottom - 6 - (words.length - 1 - index) * 15} textAnchor="middle">{word}</text>
            ))}
          </g>
        );
      })}
    </g>
  );
}

/** At most five lines to read a value against, always with the first. */
export function fewTicks(ticks: readonly number[]): number[] {
  return ticks.length > 5 ? ticks.filter((_, index) => index % 2 === 0) : [...ticks];
}

type GridProps = { ticks: readonly number[]; yOf: (value: number) => number; left: number; right: number; format: (value: number) => string };

export function ValueGrid({ ticks, yOf, left, right, format }: GridProps) {
  return (
    <g>
      {ticks.map((tick, index) => (
        <g key={tick}>
          <line className={index === 0 ? 'axis' : 'grid'} x1={left} x2={right} y1={yOf(tick)} y2={yOf(tick)} />
          <text x={left - 8} y={yOf(tick) + 4} textAnchor="end">{format(tick)}</text>
        </g>
      ))}
    </g>
  );
}
