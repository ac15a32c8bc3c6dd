const ROWS = 'main table.app-table > tbody > tr:not(.is-group)';

/** What opens or ticks a row: its own link before any other, and a box where it has no link. */
const wayInto = (row: Element): HTMLElement | null =>
  row.querySelector<HTMLElement>(':scope > th a[href]') ?? row.querySelector<HTMLElement>('a[href]') ?? row.querySelector<HTMLElement>('input[type="checkbox"], button');

const isShown = (row: Element): boolean => row.closest('[hidden], details:not([open])') === null;

/** The rows of the tables on the page that can be opened or ticked, in the order they are read. */
const rowsOf = (page: ParentNode): Element[] => [...page.querySelectorAll(ROWS)].filter((row) => isShown(row) && wayInto(row) !== null);

const rowInHand = (page: Document): Element | null => page.activeElement?.closest(ROWS) ?? null;

/**
 * Moves the focus to the link of the next row (1) or of the one before (-1), so that Enter opens it and it is read out as ever. From
 * outside a table, to the first row in view. Nothing happens at either end, nor where there are no rows.
 */
export function moveRow(by: 1 | -1, page: Document = document): void {
  const rows = rowsOf(page);
  const held = rowInHand(page);
  const at = held === null ? -1 : rows.indexOf(held);
  const inView = (): Element | undefined => rows.find((row) => row.getBoundingClientRect().top >= 0) ?? rows[0];
  const next = at === -1 ? inView() : rows[at + by];
  if (next !== undefined) wayInto(next)?.focus();
}

/** Ticks the row in hand, or takes the tick away; nothing where the row has no box. */
export function tickRow(page: Document = document): void {
  rowInHand(page)?.querySelector<HTMLInputElement>('input[type="checkbox"]:not(:disabled)')?.click();
}
