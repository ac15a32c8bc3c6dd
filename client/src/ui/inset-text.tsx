import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';

export function InsetText({ className, ...rest }: Attributes<'div'>) {
  return <div className={cx('govuk-inset-text', className)} {...rest} />;
}
