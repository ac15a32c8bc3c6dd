import { useState } from 'react';
import { useMe } from '../../identity/index.ts';

/** A key by which the server knows the same request again: made once for each thing meant, so that a second press makes nothing twice. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Words of a form's field, tidied. */
export function wordsOf(form: FormData, field: string): string {
  const given = form.get(field);
  return typeof given === 'string' ? given.trim() : '';
}

export interface Problem { readonly text: string; readonly field: string | null }

/** Sends a change, and says in the server's words what came of it. */
export function useAsking(): { readonly problem: Problem | null; readonly isBusy: boolean; readonly say: (problem: Problem | null) => void; readonly ask: (work: () => Promise<unknown>) => Promise<boolean> } {
  const [problem, say] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const ask = async (work: () => Promise<unknown>): Promise<boolean> => {
    say(null);
    setBusy(true);
    try {
      await work();
      return true;
    } catch (error) {
      say({ text: error instanceof Error ? error.message : 'The portal did not answer. Load the page again to see whether it was done.', field: null });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { problem, isBusy, say, ask };
}

/** Who shares lists: those who read pupils of the whole authority. */
export function useMayShare(): boolean {
  const { can } = useMe();
  return can('area:read') && can('pupil:read');
}
