import { useCallback, useEffect, useMemo, useRef, useState, type ActionDispatch } from 'react';
import { answerProblem } from '@attendance/shared/meetings';
import { LONGEST_RETRY_MS, LONGEST_WAIT_MS, PAUSE_MS, RETRY_MS, type SendOptions } from '../../../lib/save-pace.ts';
import { hasUnsaved, keyOf, papersAfter, unsent, type Box, type Papers, type PapersEvent, type SavedBox } from './papers.ts';

/** What became of boxes that were sent, in their order, undefined for one that was not taken; and why not, in words. */
export interface SendOutcome { readonly saved: readonly (SavedBox | undefined)[]; readonly problem: string | null }

export interface AutosaveOf {
  readonly papers: Papers;
  readonly tell: ActionDispatch<[PapersEvent]>;
  /** Keeps on this machine what the server does not have. */
  readonly keep: (dirty: readonly Box[]) => void;
  /** Sends boxes, maybe none, and never throws. */
  readonly send: (boxes: readonly Box[], options: SendOptions) => Promise<SendOutcome>;
  /** How often to send nothing but to hear of others; null: never. */
  readonly idleMs: number | null;
}

/** Boxes with words nobody has yet that are as they should be: a wrong one would have its neighbours refused. */
const toSend = (papers: Papers): Box[] => unsent(papers).filter(({ place, field, value }) => answerProblem(place, field, value) === null);

/** Sends what is typed shortly after each pause, tries again when it fails, and keeps it on this machine until it went. */
export function useAutosave({ papers, tell, keep, send, idleMs }: AutosaveOf): { readonly sync: () => Promise<void>; readonly flush: () => Promise<boolean> } {
  const [turn, setTurn] = useState(0);
  const now = useRef(papers);
  const sending = useRef(send);
  const isBusy = useRef(false);
  const retry = useRef(RETRY_MS);
  useEffect(() => { now.current = papers; sending.current = send; });
  /** Told to the page, which shows it a moment later, and known here at once: whoever presses a button that needs everything sent is not to be told of words that have just gone. */
  const say = useCallback((event: PapersEvent): void => {
    now.current = papersAfter(now.current, event);
    tell(event);
  }, [tell]);

  const sync = useCallback(async (isLast = false): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    const boxes = toSend(now.current);
    const keys = boxes.map(keyOf);
    say({ type: 'SENT', keys });
    const wait = new AbortController();
    const patience = setTimeout(() => wait.abort(), LONGEST_WAIT_MS);
    const { saved, problem } = await sending.current(boxes, { signal: wait.signal, ...(isLast ? { keepalive: true } : {}) });
    clearTimeout(patience);
    const taken = keys.filter((_key, index) => saved[index] !== undefined);
    if (problem === null || taken.length > 0) say({ type: 'ANSWERED', keys: taken, saved: saved.filter((each) => each !== undefined), at: Date.now() });
    // Last, because each answer says that all is well.
    if (problem !== null) say({ type: 'FAILED', keys: keys.filter((_key, index) => saved[index] === undefined), problem });
    retry.current = problem === null ? RETRY_MS : Math.min(retry.current * 2, LONGEST_RETRY_MS);
    isBusy.current = false;
    setTurn((ended) => ended + 1);
  }, [say]);

  const waiting = useMemo(() => toSend(papers).map((box) => `${keyOf(box)}=${box.value}`).join('\u0001'), [papers]);
  useEffect(() => { keep(Object.values(papers.boxes).filter(({ isDirty }) => isDirty)); }, [papers.boxes, keep]);
  useEffect(() => {
    const pause = waiting === '' ? idleMs : papers.problem === null ? PAUSE_MS : retry.current;
    if (pause === null) return undefined;
    const timer = setTimeout(() => void sync(), pause);
    return () => clearTimeout(timer);
    // Each turn, however it ended, leads to the next: asking goes on where the answer is the same as before.
  }, [waiting, papers.problem, idleMs, turn, sync]);
  useEffect(() => {
    const onLeave = (): void => { if (document.visibilityState === 'hidden' && toSend(now.current).length > 0) void sync(true); };
    const onBack = (): void => { retry.current = RETRY_MS; void sync(); };
    document.addEventListener('visibilitychange', onLeave);
    window.addEventListener('online', onBack);
    return () => {
      document.removeEventListener('visibilitychange', onLeave);
      window.removeEventListener('online', onBack);
      // Another page of the portal was opened before the pause was over.
      if (toSend(now.current).length > 0) void sync(true);
    };
  }, [sync]);

  return useMemo(() => ({
    sync: () => sync(),
    flush: async () => {
      while (isBusy.current) await new Promise((done) => { setTimeout(done, 50); });
      if (toSend(now.current).length > 0) await sync();
      return !hasUnsaved(now.current);
    },
  }), [sync]);
}
