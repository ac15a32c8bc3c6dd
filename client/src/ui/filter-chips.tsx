import type { ReactNode } from 'react';
import { Cross } from './icons.tsx';
import { Link } from './link.tsx';
import { QuietButton } from './quiet-button.tsx';

/** A filter in force: removed by a link that drops it from the address, or by a function. */
export type FilterChip = { key: string; label: string; removeHref?: string; onRemove?: () => void };

export type FilterChipsProps = {
  chips: readonly FilterChip[];
  onAdd?: () => void;
  clearHref?: string;
  onClear?: () => void;
  /** Before the chips: the saved view. */
  lead?: ReactNode;
  /** At the far end: columns, export. */
  children?: ReactNode;
};

function Chip({ chip }: { chip: FilterChip }) {
  const words = <><span className="govuk-visually-hidden">Remove filter </span>{chip.label} <Cross /></>;
  return chip.removeHref
    ? <Link className="app-chip" href={chip.removeHref} preventScrollReset>{words}</Link>
    : <button type="button" className="app-chip" onClick={chip.onRemove}>{words}</button>;
}

export function FilterChips({ chips, onAdd, clearHref, onClear, lead, children }: FilterChipsProps) {
  return (
    <div className="app-filters">
      {lead}
      {chips.length > 0 && (
        <>
          <span className="app-muted">Filters:</span>
          <ul aria-label="Filters in force">{chips.map((chip) => <li key={chip.key}><Chip chip={chip} /></li>)}</ul>
        </>
      )}
      {onAdd && <QuietButton onClick={onAdd}>Add filter</QuietButton>}
      {chips.length > 0 && clearHref && <Link href={clearHref} preventScrollReset>Clear all</Link>}
      {chips.length > 0 && !clearHref && onClear && <QuietButton onClick={onClear}>Clear all</QuietButton>}
      {children && <div className="app-filters__more">{children}</div>}
    </div>
  );
}
