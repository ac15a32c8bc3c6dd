import type { MouseEvent } from 'react';
import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';

/** First in the tab order: moves focus, not only the view, to the main content. */
export function SkipLink({ href = '#main', className, children = 'Skip to main content', ...rest }: Attributes<'a'>) {
  const go = (event: MouseEvent) => {
    const target = document.getElementById(href.slice(1));
    if (!target) return;
    event.preventDefault();
    if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1');
    target.focus();
  };
  return <a className={cx('govuk-skip-link', className)} href={href} onClick={go} {...rest}>{children}</a>;
}
