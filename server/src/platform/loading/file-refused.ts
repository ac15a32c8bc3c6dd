/** A file of which nothing is kept, by decision: what is wrong, and what to do. */
export class FileRefused extends Error {
  constructor(readonly what: string, readonly todo: string, readonly refused: readonly RefusedRow[] = []) {
    super(`${what} Nothing was kept, so nothing changed. ${todo}`);
  }
}

/** A row that was not kept: its line in the file, the column, what stood there, and why. */
export interface RefusedRow {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}
