import { memo, useId, useMemo, useRef, type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import { addDays, formatDayOfMonth, formatMonth, type IsoDate } from '../../lib/format.ts';
import { MarkLetters } from './mark-cell.tsx';
import { cellsOf, dayName, daysShown, fillYear, type Cell, type RegisterWeek } from './marks.ts';
import { ReadingLine, type ReadingLineHandle } from './reading-line.tsx';

export type RegisterGridProps = {
  /** The year the school year starts in. */
  academicYear: number;
  weeks: readonly RegisterWeek[];
  today: IsoDate;
  /** "Register 2026 to 2027" */
  label: string;
  /** More for the reading line: first seen, changes, what it counts towards and until when. */
  describe?: (weekStart: IsoDate, slot: number) => ReactNode;
  /** Enter, or a press, on a session. */
  onCell?: (weekStart: IsoDate, slot: number) => void;
  /** An earlier year: a plain table, not a tab stop, and no reading line. */
  isPast?: boolean;
};

type WeekCells = { weekStart: IsoDate; month: string; cells: Cell[]; isFuture: boolean };

const PAGE_WEEKS = 4;

/** A week stands in the month of its Thursday, and the first week of a month carries its name. */
function layOut(weeks: readonly RegisterWeek[], days: number, today: IsoDate): WeekCells[] {
  let before = '';
  return weeks.map((week) => {
    const month = formatMonth(addDays(week.weekStart, 3));
    const named = month === before ? '' : month;
    before = month;
    return { weekStart: week.weekStart, month: named, cells: cellsOf(week, days, today), isFuture: week.weekStart > today };
  });
}

/** Where a reader starts: the last session that has a mark. */
function startOf(rows: readonly WeekCells[]): { week: number; slot: number } {
  for (let week = rows.length - 1; week >= 0; week--) {
    const cells = rows[week]?.cells ?? [];
    for (let slot = cells.length - 1; slot >= 0; slot--) if (cells[slot]?.mark.trim()) return { week, slot };
  }
  return { week: 0, slot: 0 };
}

type RowProps = { row: WeekCells; role: 'gridcell' | 'cell'; tabStop: number | undefined; index: number };

const WeekRow = memo(function WeekRow({ row, role, tabStop, index }: RowProps) {
  return (
    <div role="row" className={row.isFuture ? 'is-future-week' : undefined}>
      <span className={cx('app-register__month', row.isFuture && 'is-future')} aria-hidden="true">{row.month}</span>
      <div role="rowheader" className={row.isFuture ? 'is-future' : undefined}>
        <span className="govuk-visually-hidden">Week of </span>
        {formatDayOfMonth(row.weekStart)}
        <span className="govuk-visually-hidden"> {formatMonth(row.weekStart)}</span>
      </div>
      {row.cells.map((cell) => (
        <div
          key={cell.slot} role={role} aria-label={cell.label} data-at={`${index}.${cell.slot}`}
          tabIndex={role === 'cell' ? undefined : cell.slot === tabStop ? 0 : -1}
          className={cx(`app-mark--${cell.fill}`, cell.slot % 2 === 0 && 'is-am', cell.isChanged && 'app-mark--changed', row.isFuture && 'is-future')}
        >
          <MarkLetters mark={cell.mark} />
        </div>
      ))}
    </div>
  );
});

function HeadRow({ days }: { days: number }) {
  return (
    <div role="row">
      <span className="app-register__corner" aria-hidden="true" />
      <div role="columnheader"><span className="govuk-visually-hidden">Week</span></div>
      {Array.from({ length: days * 2 }, (_, slot) => {
        const isPm = slot % 2 === 1;
        const day = dayName(Math.floor(slot / 2));
        return (
          <div key={slot} role="columnheader" className={isPm ? 'is-pm' : 'is-am'}>
            {isPm ? <span className="govuk-visually-hidden">{day} </span> : <strong>{day} </strong>}
            {isPm ? 'PM' : 'AM'}
          </div>
        );
      })}
    </div>
  );
}

/** The cell an event happened in, as week and slot. */
function placeOf(target: EventTarget): { week: number; slot: number } | undefined {
  const at = target instanceof Element ? target.closest('[data-at]')?.getAttribute('data-at') : undefined;
  if (!at) return undefined;
  const [week = 0, slot = 0] = at.split('.').map(Number);
  return { week, slot };
}

/** A school year of marks: one row a week for those who listen, one column a week for those who look. */
export function RegisterGrid({ academicYear, weeks, today, label, describe, onCell, isPast = false }: RegisterGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const line = useRef<ReadingLineHandle>(null);
  const lineId = useId();
  const days = daysShown(weeks);
  const rows = useMemo(() => layOut(fillYear(academicYear, weeks, isPast), days, today), [academicYear, weeks, isPast, days, today]);
  const start = useMemo(() => startOf(rows), [rows]);
  const first = rows[start.week];
  const firstCell = first?.cells[start.slot];

  const say = (event: FocusEvent | MouseEvent) => {
    const place = placeOf(event.target);
    const row = place && rows[place.week];
    const cell = place && row?.cells[place.slot];
    if (row && cell) line.current?.show(row.weekStart, cell);
  };

  // The tab stop moves in the document, not in state: four hundred cells are never drawn again for a key press.
  const focus = (week: number, slot: number) => {
    const cell = grid.current?.querySelector<HTMLElement>(`[data-at="${week}.${slot}"]`);
    if (!cell) return;
    grid.current?.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    cell.tabIndex = 0;
    cell.focus();
  };

  const open = (target: EventTarget) => {
    const place = placeOf(target);
    const row = place && rows[place.week];
    if (place && row) onCell?.(row.weekStart, place.slot);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const place = placeOf(event.target);
    if (!place) return;
    if (event.key === 'Enter') {
      open(event.target);
      return;
    }
    // On a narrow page weeks run down the side, and arrows follow the eye.
    const isTurned = grid.current !== null && getComputedStyle(grid.current).gridAutoFlow.startsWith('row');
    // There, weeks still to come are left out.
    const last = isTurned ? Math.max(0, rows.findLastIndex((row) => !row.isFuture)) : rows.length - 1;
    const { week, slot } = place;
    const byWeek = (step: number): [number, number] => [Math.min(last, Math.max(0, week + step)), slot];
    const bySlot = (step: number): [number, number] => [week, Math.min(days * 2 - 1, Math.max(0, slot + step))];
    const moves: Record<string, [number, number]> = {
      ArrowRight: isTurned ? bySlot(1) : byWeek(1),
      ArrowLeft: isTurned ? bySlot(-1) : byWeek(-1),
      ArrowDown: isTurned ? byWeek(1) : bySlot(1),
      ArrowUp: isTurned ? byWeek(-1) : bySlot(-1),
      Home: [0, slot],
      End: [last, slot],
      PageUp: byWeek(-PAGE_WEEKS),
      PageDown: byWeek(PAGE_WEEKS),
    };
    const to = moves[event.key];
    if (!to || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    focus(to[0], to[1]);
  };

  const body = (
    <>
      <HeadRow days={days} />
      {rows.map((row, index) => (
        <WeekRow key={row.weekStart} row={row} index={index} role={isPast ? 'cell' : 'gridcell'} tabStop={index === start.week ? start.slot : undefined} />
      ))}
    </>
  );
  const classes = `app-register app-register--${days} app-register--w${rows.length}`;
  if (isPast) return <div role="table" aria-label={label} className={classes}>{body}</div>;
  return (
    <>
      <div
        ref={grid} role="grid" aria-label={`${label}, weeks by sessions. Use the arrow keys.`} aria-describedby={lineId} aria-readonly="true" className={classes}
        onKeyDown={onKeyDown} onFocus={say} onMouseOver={say} onClick={(event) => open(event.target)}
      >
        {body}
      </div>
      <ReadingLine ref={line} id={lineId} describe={describe} initial={first && firstCell ? { weekStart: first.weekStart, cell: firstCell } : undefined} />
    </>
  );
}
