import { FAULT_WORDS } from './fault-words.ts';

export { readRegisterFile } from './run-worker.ts';
export type { ReadContext, ReadHooks, ReadOutcome } from './types.ts';

/** Why a row was refused and what to do, for a code kept on a receipt. */
export function wordsOfFault(code: string): { why: string; todo: string } {
  const words = FAULT_WORDS[code as keyof typeof FAULT_WORDS];
  return { why: words?.means ?? 'Refused.', todo: words?.todo ?? 'Check the row in the school’s system.' };
}
