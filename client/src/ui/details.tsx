import { useState, type ReactNode } from 'react';
import { useInBrowser } from '../lib/in-browser.ts';
import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';

export type DetailsProps = Attributes<'details'> & { summary: ReactNode };

/** What is shut is left out where the server draws the page: nobody sees it, and the browser fills it in as it takes the page over. */
export function Details({ summary, className, children, ...rest }: DetailsProps) {
  const isHere = useInBrowser();
  return (
    <details className={cx('govuk-details', className)} {...rest}>
      <summary className="govuk-details__summary"><span className="govuk-details__summary-text">{summary}</span></summary>
      <div className="govuk-details__text">{(isHere || rest.open) && children}</div>
    </details>
  );
}

/** The same for much that is rarely read: drawn when it is first opened, and kept from then on, so that it prints while it is open. */
export function LateDetails({ open = false, children, ...rest }: Omit<DetailsProps, 'onToggle'>) {
  const [wasOpened, setWasOpened] = useState(open);
  return <Details {...rest} open={open} onToggle={(event) => { if (event.currentTarget.open) setWasOpened(true); }}>{(open || wasOpened) && children}</Details>;
}
