import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';

export function WarningText({ hiddenPrefix = 'Warning', className, children, ...rest }: Attributes<'div'> & { hiddenPrefix?: string }) {
  return (
    <div className={cx('govuk-warning-text', className)} {...rest}>
      <span className="govuk-warning-text__icon" aria-hidden="true">!</span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">{hiddenPrefix}</span>{' '}
        {children}
      </strong>
    </div>
  );
}
