import { useEffect, useRef, type ReactNode } from 'react';
import type { FindItem } from './use-find.ts';

/** The letters that were typed, marked where they stand. */
function marked(title: string, text: string): ReactNode {
  const at = text ? title.toLowerCase().indexOf(text.toLowerCase()) : -1;
  if (at < 0) return title;
  return <>{title.slice(0, at)}<mark>{title.slice(at, at + text.length)}</mark>{title.slice(at + text.length)}</>;
}

export function FindOption({ id, item, text, isActive }: { id: string; item: FindItem; text: string; isActive: boolean }) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <div ref={row} id={id} role="option" aria-selected={isActive} data-href={item.href} className="app-find__option">
      <span className="app-find__title">{marked(item.title, text)}</span>
      {item.context && <> · {item.context}</>}
      {item.detail && <small>{item.detail}</small>}
    </div>
  );
}
