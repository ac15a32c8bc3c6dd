import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';

/** A button that reads as a link: for small acts that change this page. */
export function QuietButton({ className, small = false, type = 'button', ...rest }: Attributes<'button'> & { small?: boolean }) {
  return <button type={type} className={cx('app-quiet', small && 'app-quiet--small', className)} {...rest} />;
}
