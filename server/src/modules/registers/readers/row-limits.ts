export const MOST_CELLS = 4096;
/** A row longer than this is damage: no register row comes near it. */
export const LONGEST_ROW = 65_536;
