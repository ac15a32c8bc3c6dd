import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Checkboxes } from './checkboxes.tsx';
import { Details } from './details.tsx';
import { hiddenIn, HIDE, withHidden, type Chosen } from './columns-shown.ts';

/** Which columns a list shows: kept in its address, so that it can be shared, saved as a view and printed as it is. */
export function ChooseColumns({ columns }: { columns: readonly Chosen[] }) {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  // Shown as ticked at once: the address follows when the page has come.
  const [asked, setAsked] = useState<{ of: string; keys: string[] } | null>(null);
  const hidden = asked?.of === search.toString() ? asked.keys : hiddenIn(search);
  const offered = columns.slice(1);
  const choose = (shown: string[]): void => {
    const keys = offered.filter(({ key }) => !shown.includes(key)).map(({ key }) => key);
    setAsked({ of: search.toString(), keys });
    void navigate(withHidden(search, keys), { replace: true, preventScrollReset: true });
  };
  return (
    <Details summary="Choose columns" className="app-no-print">
      <Checkboxes idPrefix={HIDE} name={HIDE} legend="Columns of this list" hint="The choice stands in the address: save the page as a view to keep it."
        items={offered.map(({ key, heading }) => ({ value: key, label: heading }))} values={offered.filter(({ key }) => !hidden.includes(key)).map(({ key }) => key)} onChange={choose} />
      <p className="app-small app-muted">Keys: <kbd>j</kbd> and <kbd>k</kbd> go from row to row, <kbd>Enter</kbd> opens the one in hand, <kbd>?</kbd> shows all keys.</p>
    </Details>
  );
}
