import { useId, useState } from 'react';
import { cx } from '../lib/cx.ts';
import { Count } from './count.tsx';
import { ChevronDown } from './icons.tsx';
import { Link } from './link.tsx';

/** `count` is work waiting for this person; `isLate` says some of it is late or urgent. */
export type NavItem = { label: string; href: string; count?: number; isLate?: boolean };

export type ServiceNavProps = { items: readonly NavItem[]; /** The `href` of the item we are in. */ current?: string; label?: string };

/** The item a path belongs to: the longest `href` it starts with; home only for itself. */
export function currentHref(items: readonly { href: string }[], path: string): string | undefined {
  const fits = items.filter(({ href }) => path === href || (href !== '/' && path.startsWith(`${href}/`)));
  return fits.sort((a, b) => b.href.length - a.href.length)[0]?.href;
}

export function ServiceNav({ items, current, label = 'Service' }: ServiceNavProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const here = items.find((item) => item.href === current);
  return (
    <nav className="app-nav" aria-label={label}>
      <div className="app-width">
        <button type="button" className="app-nav__toggle" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          Menu
          <span className="app-nav__here">{here?.label} <ChevronDown /></span>
        </button>
        <ul id={id} className={cx('app-nav__list', isOpen && 'is-open')}>
          {items.map((item) => (
            <li key={item.href}>
              <Link className="app-nav__link" href={item.href} aria-current={item.href === current ? 'page' : undefined} onClick={() => setOpen(false)}>
                {item.label}
                {item.count ? <> <Count value={item.count} isLate={item.isLate} /></> : null}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
