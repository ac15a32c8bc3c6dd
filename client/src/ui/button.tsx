import { useRef, type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactNode, type Ref } from 'react';
import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';
import { Link } from './link.tsx';

type Look = {
  variant?: 'primary' | 'secondary' | 'warning';
  /** 30 px high, for use in rows. */
  small?: boolean;
  /** The arrow of a first step. */
  start?: boolean;
  /** Swallows a second press within a second, unless the focus has been elsewhere in between: then it is meant. */
  preventDoubleClick?: boolean;
  /** The key that does the same, shown as a hint and never announced. */
  shortcut?: string;
};

export type ButtonProps = Look & Omit<Attributes<'button'>, 'ref'> & { ref?: Ref<HTMLButtonElement>; href?: undefined };
export type LinkButtonProps = Look & Omit<Attributes<'a'>, 'href' | 'ref'> & { href: string; reload?: boolean };

const DOUBLE_CLICK_MS = 1000;

const arrow = (
  <svg
    className="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40"
    aria-hidden="true" focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
);

function contentOf(children: ReactNode, start: boolean, shortcut: string | undefined): ReactNode {
  return (
    <>
      {start && typeof children !== 'string' ? <span>{children}</span> : children}
      {shortcut && <kbd aria-hidden="true">{shortcut}</kbd>}
      {start && arrow}
    </>
  );
}

/** A button, or with `href` a link that looks and answers like one. */
export function Button(props: ButtonProps | LinkButtonProps) {
  const lastClick = useRef(0);
  const { variant = 'primary', small = false, start = false, preventDoubleClick = false, shortcut, className, children, ...element } = props;
  const classes = cx(
    'govuk-button', variant !== 'primary' && `govuk-button--${variant}`, small && 'app-button--small', className, start && 'govuk-button--start',
  );
  const content = contentOf(children, start, shortcut);

  if (element.href !== undefined) {
    // A link that says it is a button must answer to Space as well.
    const onSpace = (event: KeyboardEvent<HTMLAnchorElement>) => {
      if (event.key !== ' ') return;
      event.preventDefault();
      event.currentTarget.click();
    };
    return <Link role="button" draggable="false" onKeyDown={onSpace} {...element} className={classes}>{content}</Link>;
  }

  const { onClick, onBlur, disabled, type = 'button', ...button } = element;
  const guard = (event: MouseEvent<HTMLButtonElement>) => {
    if (preventDoubleClick && event.timeStamp - lastClick.current < DOUBLE_CLICK_MS && lastClick.current > 0) {
      event.preventDefault();
      return;
    }
    lastClick.current = event.timeStamp;
    onClick?.(event);
  };
  const forget = (event: FocusEvent<HTMLButtonElement>) => {
    lastClick.current = 0;
    onBlur?.(event);
  };
  return (
    <button type={type} disabled={disabled} aria-disabled={disabled ? 'true' : undefined} onClick={guard} onBlur={forget} {...button} className={classes}>
      {content}
    </button>
  );
}
