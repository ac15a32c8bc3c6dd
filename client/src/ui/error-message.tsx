import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';

export type ErrorMessageProps = Attributes<'p'> & {
  /** Said before the message; empty for none. */
  hiddenPrefix?: string;
};

export function ErrorMessage({ hiddenPrefix = 'Error', className, children, ...rest }: ErrorMessageProps) {
  return (
    <p className={cx('govuk-error-message', className)} {...rest}>
      {hiddenPrefix && <><span className="govuk-visually-hidden">{hiddenPrefix}:</span>{' '}</>}
      {children}
    </p>
  );
}
