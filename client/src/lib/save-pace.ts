/** How what is typed is sent without being asked to: so long after the last key. */
export const PAUSE_MS = 600;
/** So long after a failure it is tried again; then ever later, up to half a minute. */
export const RETRY_MS = 2_000;
export const LONGEST_RETRY_MS = 30_000;
/** No answer after so long is none: a line that went dead without a word must not keep everything waiting. */
export const LONGEST_WAIT_MS = 20_000;

/** How a request is to be made: given up after a while, and finished by the browser where the page is being left. */
export interface SendOptions { readonly signal: AbortSignal; readonly keepalive?: boolean }
