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

type RowProps = { row: WeekCells; role: 'gridcell' | 'cell'; tabStop: number | undefined };

/** What stands in a row before its cells: the month, and the week. */
const BEFORE_CELLS = 2;

/** Five hundred cells are sent with the page, so each says only what nothing else tells: where it stands is its place among the others. */
const WeekRow = memo(function WeekRow({ row, role, tabStop }: RowProps) {
  return (
    <div role="row" className={row.isFuture ? 'is-future-week' : undefined}>
      {row.month === '' ? <i /> : <span className="app-register__month" aria-hidden="true">{row.month}</span>}
      <div role="rowheader" aria-label={`Week of ${formatDayOfMonth(row.weekStart)} ${formatMonth(row.weekStart)}`}>{formatDayOfMonth(row.weekStart)}</div>
      {row.cells.map((cell) => (
        <div key={cell.slot} role={role} aria-label={cell.label} tabIndex={cell.slot === tabStop ? 0 : undefined} className={cx(`app-mark--${cell.fill}`, cell.isChanged && 'app-mark--changed')}>
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

/** The cell an event happened in, as week and slot; the first row holds the headings. */
function placeOf(target: EventTarget): { week: number; slot: number } | undefined {
  const cell = target instanceof Element ? target.closest('[role="gridcell"]') : null;
  const row = cell?.parentElement;
  if (!cell || !row?.parentElement) return undefined;
  return { week: Array.prototype.indexOf.call(row.parentElement.children, row) - 1, slot: Array.prototype.indexOf.call(row.children, cell) - BEFORE_CELLS };
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
    const cell = grid.current?.children[week + 1]?.children[slot + BEFORE_CELLS];
    if (!(cell instanceof HTMLElement)) return;
    grid.current?.querySelector('[tabindex]')?.removeAttribute('tabindex');
    cell.tabIndex = 0;
    cell.focus();
  };

  const open = (target: EventTarget) => {
    const place = placeOf(target);
    const row = place && rows[place.week];
    if (place && row) onCell?.(row.weekStart, place.slot);
  };

  // Arrows go on from the cell that was pressed.
  const press = (target: EventTarget) => {
    const place = placeOf(target);
    if (place) focus(place.week, place.slot);
    open(target);
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
        <WeekRow key={row.weekStart} row={row} role={isPast ? 'cell' : 'gridcell'} tabStop={!isPast && index === start.week ? start.slot : undefined} />
      ))}
    </>
  );
  const classes = `app-register app-register--${days} app-register--w${rows.length}`;
  if (isPast) return <div role="table" aria-label={label} className={classes}>{body}</div>;
  return (
    <>
      {/* Another day to start from is another grid: the tab stop was moved in the document, where React does not see it. */}
      <div
        key={`${start.week}.${start.slot}`} ref={grid} role="grid" aria-label={`${label}, weeks by sessions. Use the arrow keys.`} aria-describedby={lineId} aria-readonly="true" className={classes}
        onKeyDown={onKeyDown} onFocus={say} onMouseOver={say} onClick={(event) => press(event.target)}
      >
        {body}
      </div>
      <ReadingLine ref={line} id={lineId} describe={describe} initial={first && firstCell ? { weekStart: first.weekStart, cell: firstCell } : undefined} />
    </>
  );
}
