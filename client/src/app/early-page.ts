/** What was done on a drawn page before its code was there. It comes before everything else, so it imports nothing. */
export interface EarlyPage {
  /** The form somebody sent last, which waits. */
  sent: { readonly form: HTMLFormElement; readonly by: HTMLElement | null } | null;
  /** From here on the page's own code answers. */
  end(): void;
}

declare global {
  interface Window { earlyPage?: EarlyPage }
}

/**
 * Lets a drawn page be used before its code is there: links lead on, fields take what is typed and chosen. A form that asks by its
 * address is sent as it is: what it holds is meant for the address. Any other waits for the code, because a browser would
 * write what was typed into the address.
 */
export function beginEarly(window: Window): void {
  const { document } = window;
  const hold = (event: SubmitEvent): void => {
    const form = event.target as HTMLFormElement;
    if (form.getAttribute('method') === 'get') return;
    event.preventDefault();
    // Nor may the page's own code hear of it while it is taking over: it will be told.
    event.stopPropagation();
    early.sent = { form, by: event.submitter };
  };
  const open = (): void => document.getElementById('root')?.removeAttribute('inert');
  const early: EarlyPage = { sent: null, end: () => { document.removeEventListener('submit', hold, true); document.removeEventListener('DOMContentLoaded', open); } };
  window.earlyPage = early;
  document.addEventListener('submit', hold, true);
  document.addEventListener('DOMContentLoaded', open);
  open();
}
