import { useState } from 'react';
import { useLocation } from 'react-router';
import { late } from '../../../lib/late.tsx';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useMe } from '../../identity/index.ts';

/** What every page may say in its address is known there: too much for the first load of each. */
const AskName = late<{ readonly address: string }>(async () => (await import('./ask-name.tsx')).AskName);

/** Keeps this page, with the choices made on it, under a name. Nothing for those who keep nothing. */
export function SaveView() {
  const { can } = useMe();
  const { pathname, search } = useLocation();
  const [isOpen, setOpen] = useState(false);
  if (!can('watch:keep')) return null;
  return (
    <>
      <Button variant="secondary" className="app-no-print" onClick={() => setOpen(true)}>Save this view</Button>
      {isOpen && <Sheet over="Saved views" title="Save this view" onClose={() => setOpen(false)}><AskName address={`${pathname}${search}`} /></Sheet>}
    </>
  );
}
