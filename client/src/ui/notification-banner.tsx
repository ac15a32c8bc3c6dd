import { useEffect, useId, useRef, type ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';

export type NotificationBannerProps = Omit<Attributes<'div'>, 'title'> & {
  /** `success` says something was done: it is announced and takes focus. */
  kind?: 'information' | 'success';
  title?: ReactNode;
  titleId?: string;
  headingLevel?: 2 | 3 | 4;
  /** One line, set large. Longer content goes in `children`. */
  text?: ReactNode;
  keepFocus?: boolean;
};

export function NotificationBanner({
  kind = 'information', title, titleId, headingLevel = 2, text, keepFocus = false, role, className, children, ...rest
}: NotificationBannerProps) {
  const ownId = useId();
  const box = useRef<HTMLDivElement>(null);
  const isSuccess = kind === 'success';
  const actualRole = role ?? (isSuccess ? 'alert' : 'region');
  const takesFocus = actualRole === 'alert' && !keepFocus;
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  const Heading = `h${headingLevel}` as const;
  const id = titleId ?? ownId;
  return (
    <div
      ref={box} tabIndex={takesFocus ? -1 : undefined} role={actualRole} aria-labelledby={id}
      className={cx('govuk-notification-banner', isSuccess && 'govuk-notification-banner--success', className)} {...rest}
    >
      <div className="govuk-notification-banner__header">
        <Heading className="govuk-notification-banner__title" id={id}>{title ?? (isSuccess ? 'Success' : 'Important')}</Heading>
      </div>
      <div className="govuk-notification-banner__content">
        {children ?? (text && <p className="govuk-notification-banner__heading">{text}</p>)}
      </div>
    </div>
  );
}
