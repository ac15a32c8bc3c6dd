import { formatShortDate, type IsoDate } from '../../lib/format.ts';

/** Weeks with no school, by the first and last Monday: lines break there. */
export type Band = { from: IsoDate; to: IsoDate; label: string };

const PX_A_LETTER = 6.5;
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

type Place = { band: Band; left: number; right: number };

function placesOf({ bands, weeks, xOf, step }: Pick<BandsProps, 'bands' | 'weeks' | 'xOf' | 'step'>): Place[] {
  return bands.flatMap((band) => {
    const inside = weeks.filter((week) => week >= band.from && week <= band.to);
    const first = inside[0];
    const last = inside[inside.length - 1];
    return first === undefined || last === undefined ? [] : [{ band, left: xOf(first) - step / 2, right: xOf(last) + step / 2 }];
  });
}

/** A grey band for each holiday, under the data. */
export function Bands({ top, bottom, ...where }: BandsProps) {
  return (
    <g>
      {placesOf(where).map(({ band, left, right }) => (
        <rect key={band.from} className="band" x={left} y={top} width={right - left} height={bottom - top} />
      ))}
    </g>
  );
}

/** The holidays' names, over the data: on a narrow chart they are wider than their band. */
export function BandNames({ top, bottom, ...where }: BandsProps) {
  return (
    <g>
      {placesOf(where).map(({ band, left, right }) => {
        const isNarrow = right - left < band.label.length * PX_A_LETTER;
        const words = isNarrow ? band.label.split(' ') : [band.label];
        return words.map((word, index) => (
          <text key={`${band.from} ${word}`} className="is-over" x={(left + right) / 2} y={isNarrow ? top + 12 + index * 15 : bottom - 6} textAnchor="middle">{word}</text>
        ));
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
