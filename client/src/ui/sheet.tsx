import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from './button.tsx';

export type SheetProps = {
  title: ReactNode;
  /** A small line over the title: "Explain this number". */
  over?: ReactNode;
  onClose: () => void;
  children: ReactNode;
};

const STOPS = 'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex]:not([tabindex="-1"])';

function stopsIn(dialog: HTMLElement): HTMLElement[] {
  return Array.from(dialog.querySelectorAll<HTMLElement>(STOPS)).filter((stop) => !stop.closest('[hidden]'));
}

function keepTabInside(event: KeyboardEvent<HTMLDialogElement>) {
  const stops = stopsIn(event.currentTarget);
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (!first || !last) return;
  const here = document.activeElement;
  if (event.shiftKey && (here === first || here === event.currentTarget || here?.tagName === 'H2')) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && here === last) {
    event.preventDefault();
    first.focus();
  }
}

/** A page beside the page. Drawn while it is open: mount it to open it, and say in `onClose` how it goes away. */
export function Sheet({ title, over, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();

  useEffect(() => {
    const opener = document.activeElement;
    const box = dialog.current;
    if (box && !box.open) box.showModal();
    heading.current?.focus();
    return () => {
      box?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLDialogElement>) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    } else if (event.key === 'Tab') {
      keepTabInside(event);
    }
  };

  return (
    <dialog
      ref={dialog} className="app-sheet" aria-labelledby={titleId} onKeyDown={onKeyDown}
      onCancel={(event) => { event.preventDefault(); onClose(); }}
      onClick={(event) => { if (event.target === event.currentTarget) onClose(); }}
    >
      <div className="app-sheet__head">
        <div>
          {over && <p className="app-sheet__over">{over}</p>}
          <h2 ref={heading} id={titleId} tabIndex={-1}>{title}</h2>
        </div>
        <Button variant="secondary" shortcut="Esc" onClick={onClose}>Close</Button>
      </div>
      <div className="app-sheet__body">{children}</div>
    </dialog>
  );
}
