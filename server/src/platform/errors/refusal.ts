/** The closed set of expected answers other than success. */
export const RefusalCode = {
  NOT_SIGNED_IN: 'NOT_SIGNED_IN',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  INVALID: 'INVALID',
  CONFLICT: 'CONFLICT',
  REASON_REQUIRED: 'REASON_REQUIRED',
  FILE_REFUSED: 'FILE_REFUSED',
  BUSY: 'BUSY',
} as const;
export type RefusalCode = (typeof RefusalCode)[keyof typeof RefusalCode];

/** Something the portal will not do, in plain words: what happened, whether anything was lost, what to do. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    /** Field name → message, for the error summary of a form. */
    readonly fields?: Readonly<Record<string, string>>,
  ) {
    super(message);
  }
}

/** The answer for a row that is not there or not yours: the two must not be told apart. */
export function notFound(what: string): Refusal {
  return new Refusal(RefusalCode.NOT_FOUND, `We could not find that ${what}. Nothing was changed. Check the link, or search for it.`);
}
