import { useId, useState } from 'react';
import { cx } from '../lib/cx.ts';
import { formatNumber } from '../lib/format.ts';
import { ChevronDown } from './icons.tsx';
import { Link } from './link.tsx';

export type SideNavItem = { label: string; href: string; count?: number };
export type SideNavGroup = { heading?: string; items: readonly SideNavItem[] };
export type SideNavProps = { /** What the parts are parts of: "Oakmere Academy". */ label: string; groups: readonly SideNavGroup[]; current?: string };

/** The parts of one record. Under 900 px it is one button that names where we are. */
export function SideNav({ label, groups, current }: SideNavProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const here = groups.flatMap((group) => group.items).find((item) => item.href === current);
  return (
    <nav className="app-sidenav" aria-label={label}>
      <button type="button" className="app-sidenav__toggle" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {here?.label ?? label} <ChevronDown />
      </button>
      <div id={id} className={cx('app-sidenav__groups', isOpen && 'is-open')}>
        {groups.map((group, index) => (
          <div key={index}>
            {group.heading && <h2 className="app-sidenav__heading">{group.heading}</h2>}
            <ul>
              {group.items.map((item) => (
                <li key={item.href}>
                  <Link className="app-sidenav__link" href={item.href} aria-current={item.href === current ? 'page' : undefined} onClick={() => setOpen(false)}>
                    {item.label}
                    {item.count !== undefined && <>{' '}<span className="app-sidenav__count">{formatNumber(item.count)}</span></>}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}
