import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Button } from './button.tsx';
import { FilterChips, type FilterChip } from './filter-chips.tsx';

export interface FiltersProps {
  readonly search: URLSearchParams;
  readonly chips: readonly FilterChip[];
  /** Keys the form does not set itself, carried along. */
  readonly kept: readonly string[];
  /** What the form is for, read out: "Choose which schools". */
  readonly label: string;
  readonly clearHref: string;
  readonly children: ReactNode;
}

/** Filters in force as chips, and a form that puts new ones into the address. */
export function Filters({ search, chips, kept, label, clearHref, children }: FiltersProps) {
  return (
    <>
      {/* A new address draws the fields anew, so that they show what is in force. */}
      <Form key={search.toString()} method="get" role="search" aria-label={label} className="app-filters app-filters--form app-no-print" preventScrollReset>
        {kept.map((key) => { const value = search.get(key); return value === null ? null : <input key={key} type="hidden" name={key} value={value} />; })}
        {children}
        <Button type="submit" variant="secondary">Show</Button>
      </Form>
      {chips.length > 0 && <FilterChips chips={chips} {...(chips.length > 1 ? { clearHref } : {})} />}
    </>
  );
}
