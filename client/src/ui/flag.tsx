import type { ReactNode } from 'react';

export type FlagInfo = {
  kind: 'risk' | 'care' | 'need' | 'info';
  /** The part to read first, in bold. */
  title?: ReactNode;
  text?: ReactNode;
  /** Opens who set it and when it ends. */
  onOpen?: () => void;
};

const SAID = { risk: 'Risk: ', care: 'Care: ', need: 'Need: ', info: '' } as const;

export function Flag({ kind, title, text, onOpen }: FlagInfo) {
  const words = (
    <>
      {SAID[kind] && <span className="govuk-visually-hidden">{SAID[kind]}</span>}
      {title && <strong>{title}</strong>}
      {title && text ? ' ' : null}
      {text}
    </>
  );
  return onOpen ? (
    <button type="button" className={`app-flag app-flag--${kind}`} onClick={onOpen}>{words}</button>
  ) : (
    <span className={`app-flag app-flag--${kind}`}>{words}</span>
  );
}
