import type { ReactNode } from 'react';
import { formatNumber } from '../lib/format.ts';
import { Link } from './link.tsx';
import { Pagination, type PageItem } from './pagination.tsx';

export type PagerProps = {
  /** From 1. */
  page: number;
  take: number;
  total: number;
  hrefFor: (page: number, take: number) => string;
  /** Page sizes to offer. */
  sizes?: readonly number[];
  /** What is listed, for the landmark's name. */
  label?: string;
  children?: ReactNode;
};

/** "Showing 1 to 25 of 1,243" */
export function showing(page: number, take: number, total: number): string {
  if (total === 0) return 'Showing none';
  const first = (page - 1) * take + 1;
  return `Showing ${formatNumber(first)} to ${formatNumber(Math.min(page * take, total))} of ${formatNumber(total)}`;
}

/** First, last, here and its neighbours; dots for two pages or more left out. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((n, at, all) => n >= 1 && n <= pages && all.indexOf(n) === at).sort((a, b) => a - b);
  const numbers: (number | null)[] = [];
  for (const n of wanted) {
    const last = numbers[numbers.length - 1];
    if (last && n - last === 2) numbers.push(n - 1);
    else if (last && n - last > 2) numbers.push(null);
    numbers.push(n);
  }
  return numbers;
}

export function Pager({ page, take, total, hrefFor, sizes = [25, 50, 100], label = 'Pages', children }: PagerProps) {
  const pages = Math.max(1, Math.ceil(total / take));
  const smallest = Math.min(...sizes);
  const items = pageNumbers(page, pages).map((n): PageItem =>
    n === null ? { ellipsis: true } : { number: formatNumber(n), href: hrefFor(n, take), isCurrent: n === page, label: `Page ${n}` });
  return (
    <div className="app-pager">
      <span role="status">{showing(page, take, total)}</span>
      {children}
      {total > smallest && (
        <span className="app-pager__sizes">
          Show{' '}
          {sizes.map((size, index) => (
            <span key={size}>
              {index > 0 && '· '}
              {size === take ? <strong>{size}</strong> : <Link href={hrefFor(1, size)} preventScrollReset>{size}<span className="govuk-visually-hidden"> a page</span></Link>}
            </span>
          ))}
          {' '}a page
        </span>
      )}
      {pages > 1 && (
        <Pagination
          label={label} items={items} previous={page > 1 ? { href: hrefFor(page - 1, take) } : undefined}
          next={page < pages ? { href: hrefFor(page + 1, take) } : undefined}
        />
      )}
    </div>
  );
}
