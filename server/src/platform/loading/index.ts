export type { Cells } from './cells.ts';
export { FileRefused } from './file-refused.ts';
export type { Columns } from './headings.ts';
export { loadFile, type Judgement, type Kind, type LoadReceipt, type Merged } from './load-file.ts';
export { receiptLines, refusedCsv, refusedLines } from './receipt.ts';
export { markChanged, type StageCell } from './stage.ts';
