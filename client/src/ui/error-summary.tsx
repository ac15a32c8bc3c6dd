import { useEffect, useRef, type MouseEvent, type ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';

/** `href` is `#` and the id of the field, which then takes focus. */
export type SummaryError = { text: ReactNode; href?: string; linkProps?: Attributes<'a'> };

export type ErrorSummaryProps = Omit<Attributes<'div'>, 'title'> & {
  title?: ReactNode;
  description?: ReactNode;
  errors: readonly SummaryError[];
  /** Only for a page that shows its own errors on arrival and focuses something else. */
  keepFocus?: boolean;
};

function focusField(event: MouseEvent<HTMLAnchorElement>) {
  const hash = event.currentTarget.getAttribute('href') ?? '';
  const field = hash.startsWith('#') ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  if (!field) return;
  event.preventDefault();
  // The question must stay in view, not only its answer.
  const question = field.closest('fieldset')?.querySelector('legend') ?? document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
  (question ?? field).scrollIntoView({ block: 'start' });
  field.focus({ preventScroll: true });
}

export function ErrorSummary({ title = 'There is a problem', description, errors, keepFocus = false, className, ...rest }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!keepFocus) box.current?.focus();
  }, [keepFocus, errors]);
  return (
    <div ref={box} tabIndex={keepFocus ? undefined : -1} className={cx('govuk-error-summary', className)} {...rest}>
      {/* The alert is inside the box that takes focus, or some screen readers lose half of it. */}
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          {description && <p>{description}</p>}
          {errors.length > 0 && (
            <ul className="govuk-list govuk-error-summary__list">
              {errors.map((error, index) => (
                <li key={index}>
                  {error.href ? <a href={error.href} onClick={focusField} {...error.linkProps}>{error.text}</a> : error.text}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
