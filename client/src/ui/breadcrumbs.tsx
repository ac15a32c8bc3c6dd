import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';
import { Link } from './link.tsx';

/** A crumb without `href` is the page itself. */
export type Crumb = { text: ReactNode; href?: string; linkProps?: Attributes<'a'> };

export type BreadcrumbsProps = Attributes<'nav'> & { items: readonly Crumb[]; label?: string; collapseOnMobile?: boolean };

export function Breadcrumbs({ items, label = 'Breadcrumb', collapseOnMobile = false, className, ...rest }: BreadcrumbsProps) {
  return (
    <nav className={cx('govuk-breadcrumbs', className, collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')} aria-label={label} {...rest}>
      <ol className="govuk-breadcrumbs__list">
        {items.map((item, index) =>
          item.href ? (
            <li key={index} className="govuk-breadcrumbs__list-item">
              <Link className="govuk-breadcrumbs__link" {...item.linkProps} href={item.href}>{item.text}</Link>
            </li>
          ) : (
            <li key={index} className="govuk-breadcrumbs__list-item" aria-current="page">{item.text}</li>
          ))}
      </ol>
    </nav>
  );
}
