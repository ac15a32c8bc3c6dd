import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';
import { Link } from './link.tsx';

export type PageLink = { href: string; text?: ReactNode; label?: ReactNode; linkProps?: Attributes<'a'> };
export type PageItem =
  | { ellipsis: true }
  | { number: number | string; href: string; isCurrent?: boolean; label?: string; linkProps?: Attributes<'a'> };

export type PaginationProps = Attributes<'nav'> & {
  label?: string;
  previous?: PageLink;
  next?: PageLink;
  /** Without items the links stand one above the other, each with the name of its page. */
  items?: readonly PageItem[];
};

const previousArrow = (
  <svg
    className="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" width="15"
    aria-hidden="true" focusable="false" viewBox="0 0 15 13"
  >
    <path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z" />
  </svg>
);
const nextArrow = (
  <svg
    className="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15"
    aria-hidden="true" focusable="false" viewBox="0 0 15 13"
  >
    <path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z" />
  </svg>
);

function Step({ link, kind, isBlock }: { link: PageLink; kind: 'prev' | 'next'; isBlock: boolean }) {
  const word = kind === 'prev' ? 'Previous' : 'Next';
  const arrow = kind === 'prev' ? previousArrow : nextArrow;
  const arrowFirst = isBlock || kind === 'prev';
  return (
    <div className={`govuk-pagination__${kind}`}>
      <Link className="govuk-link govuk-pagination__link" rel={kind} {...link.linkProps} href={link.href}>
        {arrowFirst && arrow}
        <span className={cx('govuk-pagination__link-title', isBlock && !link.label && 'govuk-pagination__link-title--decorated')}>
          {link.text ?? <>{word}<span className="govuk-visually-hidden"> page</span></>}
        </span>
        {isBlock && link.label && (
          <>
            <span className="govuk-visually-hidden">:</span>
            <span className="govuk-pagination__link-label">{link.label}</span>
          </>
        )}
        {!arrowFirst && arrow}
      </Link>
    </div>
  );
}

export function Pagination({ label = 'Pagination', previous, next, items, className, ...rest }: PaginationProps) {
  const isBlock = !items && Boolean(previous ?? next);
  return (
    <nav className={cx('govuk-pagination', isBlock && 'govuk-pagination--block', className)} aria-label={label} {...rest}>
      {previous && <Step link={previous} kind="prev" isBlock={isBlock} />}
      {items && (
        <ul className="govuk-pagination__list">
          {items.map((item, index) =>
            'ellipsis' in item ? (
              <li key={index} className="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
            ) : (
              <li key={index} className={cx('govuk-pagination__item', item.isCurrent && 'govuk-pagination__item--current')}>
                <Link
                  className="govuk-link govuk-pagination__link" {...item.linkProps} href={item.href}
                  aria-label={item.label ?? `Page ${item.number}`} aria-current={item.isCurrent ? 'page' : undefined}
                >
                  {item.number}
                </Link>
              </li>
            ))}
        </ul>
      )}
      {next && <Step link={next} kind="next" isBlock={isBlock} />}
    </nav>
  );
}
