import { useEffect, type ReactNode } from 'react';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
interface Kept { readonly field: Field; readonly value: string; readonly isChecked: boolean; readonly chosen: readonly boolean[] }

const isTicked = (field: Field): field is HTMLInputElement => field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type);

/** What a select shows when nobody has touched it. */
function chosenAtFirst({ options, multiple }: HTMLSelectElement): boolean[] {
  const own = [...options].map(({ defaultSelected }) => defaultSelected);
  return multiple || own.includes(true) ? own : own.map((_, index) => index === 0);
}

function isTouched(field: Field): boolean {
  if (isTicked(field)) return field.checked !== field.defaultChecked;
  if (field instanceof HTMLSelectElement) return chosenAtFirst(field).some((isChosen, index) => isChosen !== field.options[index]?.selected);
  return field.type !== 'hidden' && field.type !== 'file' && field.value !== field.defaultValue;
}

const stateOf = (field: Field): Kept => ({ field, value: field.value, isChecked: isTicked(field) && field.checked, chosen: field instanceof HTMLSelectElement ? [...field.options].map(({ selected }) => selected) : [] });

/** What was typed, ticked and chosen in a drawn page before its code was there. */
export function touchedFields(root: HTMLElement): Kept[] {
  return [...root.querySelectorAll<Field>('input, textarea, select')].filter(isTouched).map(stateOf);
}

/** Says it to the page's code, as if it were done now: React hears of a field only where the field comes to hold something else than it knew. */
export function tellFields(kept: readonly Kept[]): void {
  for (const before of kept) {
    const { field } = before;
    // What was typed while the code took over is later than what was noted.
    const { value, isChecked, chosen } = isTouched(field) ? stateOf(field) : before;
    if (!field.isConnected || field.disabled) continue;
    if (isTicked(field)) {
      if (field.type === 'radio' && !isChecked) continue;
      field.checked = !isChecked;
      field.click();
    } else if (field instanceof HTMLSelectElement) {
      [...field.options].forEach((option, index) => { option.selected = chosen[index] ?? false; });
      for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
    } else {
      const at = placeIn(field);
      // The field's own setter is watched by React, the one it inherits is not: so the value is news.
      field.value = field.defaultValue;
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')?.set?.call(field, value);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      // Once it is drawn: whoever is still typing goes on where they were.
      if (at !== null) setTimeout(() => { if (document.activeElement === field && field.value === value) field.setSelectionRange(...at); });
    }
  }
}

/** Where somebody types in a field; null where they are not in it, or it has no such place. */
const placeIn = (field: HTMLInputElement | HTMLTextAreaElement): [from: number, to: number] | null => (document.activeElement === field && field.selectionStart !== null && field.selectionEnd !== null ? [field.selectionStart, field.selectionEnd] : null);

/** A drawn page that its code takes over: once it has, it hears of what was done before, and sends the form that waited. */
export function TakeOver({ root, kept, children }: { root: HTMLElement; kept: readonly Kept[]; children: ReactNode }) {
  useEffect(() => {
    const sent = window.earlyPage?.sent;
    window.earlyPage?.end();
    tellFields(kept);
    root.removeAttribute('data-drawn');
    // A moment later: what was told just now is not drawn yet, and the form would go with what it held before.
    setTimeout(() => { if (sent?.form.isConnected) sent.form.requestSubmit(sent.by ?? undefined); });
  }, [root, kept]);
  return children;
}
