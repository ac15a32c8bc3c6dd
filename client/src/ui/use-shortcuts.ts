import { createContext, useContext, useEffect, useRef } from 'react';

/** Off when the person has turned single keys off in their settings. */
export const ShortcutsEnabled = createContext(true);

/** Keys as they are typed: `n`, `?`, `/`, or two in a row with a space: `g h`. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const SEQUENCE_MS = 1000;
// Nothing is typed into a box that is ticked.
const FIELDS = 'input:not([type="checkbox"]), textarea, select, [contenteditable=""], [contenteditable="true"], [role="combobox"], [role="textbox"]';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null;
}

/** Whether a dialog is open that these keys do not belong to. */
function isBehindDialog(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

/** Single keys for this page: never inside a field, never with Ctrl, Alt or Cmd, never under an open dialog. */
export function useShortcuts(shortcuts: Shortcuts, enabled = true): void {
  const allowed = useContext(ShortcutsEnabled) && enabled;
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });

  useEffect(() => {
    if (!allowed) return;
    let first = '';
    let firstAt = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isTyping(event.target) || isBehindDialog()) return;
      const table = current.current;
      const sequence = first && event.timeStamp - firstAt < SEQUENCE_MS ? `${first} ${event.key}` : '';
      first = '';
      const action = (sequence && table[sequence]) || table[event.key];
      if (action) {
        event.preventDefault();
        action();
      } else if (Object.keys(table).some((keys) => keys.startsWith(`${event.key} `))) {
        first = event.key;
        firstAt = event.timeStamp;
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [allowed]);
}
