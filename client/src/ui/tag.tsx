import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';

export type TagColour = 'grey' | 'green' | 'teal' | 'blue' | 'purple' | 'magenta' | 'red' | 'orange' | 'yellow';

export function Tag({ colour, className, ...rest }: Attributes<'strong'> & { colour?: TagColour }) {
  return <strong className={cx('govuk-tag', colour && `govuk-tag--${colour}`, className)} {...rest} />;
}
