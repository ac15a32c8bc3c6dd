import { createContext, useCallback, useContext, useEffect, useMemo, useReducer, useRef, useState, type ReactNode } from 'react';
import { answerProblem } from '@attendance/shared/meetings';
import { usePortalClient } from '../../../graphql/page-query.ts';
import { problemOf } from '../../../graphql/save.ts';
import { useMe } from '../../identity/index.ts';
import { KeptText } from './kept-text.ts';
import { boxOf, hasUnsaved, keyOf, papersAfter, papersOf, unsent, withTyped, type Box, type BoxName, type Papers, type ServerBox } from './papers.ts';
import type { AgreedActionFragment } from '../pages/hold-page.generated.ts';
import { SyncMeetingDocument, type SyncMeetingMutation } from './papers.generated.ts';

/** So long after the last key what was typed is sent. */
const PAUSE_MS = 600;
/** So long after a failure it is tried again; then ever later, up to half a minute. */
const RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;
/** How often others’ words are asked for: with somebody else there, and alone. */
const BESIDE_MS = 3_000;
const ALONE_MS = 10_000;
/** No answer after so long is none: a line that went dead without a word must not keep everything waiting. */
const LONGEST_WAIT_MS = 20_000;

export type Reader = SyncMeetingMutation['syncMeeting']['readers'][number];

export interface PapersHandle {
  readonly papers: Papers;
  readonly readers: readonly Reader[];
  /** Actions as they stand, everybody’s; null until they were asked for. */
  readonly agreed: readonly AgreedActionFragment[] | null;
  /** Asks for what others did, now. */
  readonly refresh: () => void;
  /** Boxes that came back from this machine when the page opened. */
  readonly broughtBack: number;
  /** The meeting moved on since the page was loaded. */
  readonly isStale: boolean;
  readonly type: (name: BoxName, value: string) => void;
  readonly decide: (key: string, keepMine: boolean) => void;
  /** Sends what waits at once; true when the server has everything. */
  readonly flush: () => Promise<boolean>;
}

/** For whoever keeps other boxes the same way. */
export const PapersContext = createContext<PapersHandle | null>(null);

export function usePapers(): PapersHandle {
  const handle = useContext(PapersContext);
  if (handle === null) throw new Error('There are no papers outside a meeting.');
  return handle;
}

/** One box of the papers, and how to write in it. */
export function useBox(name: BoxName): { box: Box; write: (value: string) => void; decide: (keepMine: boolean) => void } {
  const { papers, type, decide } = usePapers();
  return { box: boxOf(papers, name), write: (value) => type(name, value), decide: (keepMine) => decide(keyOf(name), keepMine) };
}

interface Others { readonly readers: readonly Reader[]; readonly agreed: readonly AgreedActionFragment[] | null; readonly version: number }
type Given = { meetingId: string; version: number; written: readonly ServerBox[]; reading: string; children: ReactNode };

const toSend = (papers: Papers): Box[] => unsent(papers).filter(({ place, field, value }) => answerProblem(place, field, value) === null);

/** Keeps the papers of a meeting: every key is on the server within a second or so, others’ words arrive, and nothing typed is lost when sending fails. */
export function PapersProvider({ meetingId, version, written, reading, children }: Given) {
  const client = usePortalClient();
  const { me: { id: userId } } = useMe();
  // Words left on this machine by a page that could not send them.
  const [store] = useState(() => new KeptText(userId, meetingId));
  const [kept] = useState(() => store.left(new Map(written.map((box) => [keyOf(box), box.value]))));
  const [papers, tell] = useReducer(papersAfter, written, (boxes) => withTyped(papersOf(boxes), kept));
  const [others, setOthers] = useState<Others>({ readers: [], agreed: null, version });
  const [turn, setTurn] = useState(0);
  const now = useRef(papers);
  const at = useRef<string | null>(null);
  const isBusy = useRef(false);
  const retry = useRef(RETRY_MS);
  const where = useRef(reading);
  useEffect(() => { now.current = papers; where.current = reading; });

  const sync = useCallback(async (isLast = false): Promise<boolean> => {
    if (isBusy.current) return false;
    const boxes = toSend(now.current);
    const keys = boxes.map(keyOf);
    isBusy.current = true;
    tell({ type: 'SENT', keys });
    const wait = new AbortController();
    const patience = setTimeout(() => wait.abort(), LONGEST_WAIT_MS);
    try {
      const { data } = await client.mutate({
        mutation: SyncMeetingDocument, context: { fetchOptions: { signal: wait.signal, ...(isLast ? { keepalive: true } : {}) } },
        variables: { id: meetingId, since: at.current, reading: where.current, answers: boxes.map(({ schoolId, place, subject, field, value, base }) => ({ schoolId, place, subject, field, value, base })) },
      });
      if (!data) throw new Error('The answer was empty.');
      const { saved, changes, agreed, readers, version: version_, at: at_ } = data.syncMeeting;
      at.current = at_;
      retry.current = RETRY_MS;
      tell({ type: 'ANSWERED', keys, saved, at: Date.now() });
      tell({ type: 'HEARD', boxes: changes });
      setOthers((was) => { const is = { readers, agreed, version: version_ }; return JSON.stringify(was) === JSON.stringify(is) ? was : is; });
      return saved.every(({ isSaved }) => isSaved);
    } catch (error) {
      retry.current = Math.min(retry.current * 2, LONGEST_RETRY_MS);
      tell({ type: 'FAILED', keys, problem: problemOf(error).text });
      return false;
    } finally {
      clearTimeout(patience);
      isBusy.current = false;
      setTurn((ended) => ended + 1);
    }
  }, [client, meetingId]);

  const waiting = toSend(papers).length;
  const typedAt = useMemo(() => Object.values(papers.boxes).filter(({ isDirty }) => isDirty).map(({ value }) => value).join('\u0001'), [papers.boxes]);
  useEffect(() => {
    store.keep(Object.values(papers.boxes).filter(({ isDirty }) => isDirty));
  }, [papers.boxes, store]);
  useEffect(() => {
    const pause = waiting > 0 ? (papers.problem === null ? PAUSE_MS : retry.current) : others.readers.length > 0 ? BESIDE_MS : ALONE_MS;
    const timer = setTimeout(() => void sync(), pause);
    return () => clearTimeout(timer);
    // Each turn, however it ended, leads to the next: asking goes on where the answer is the same as before.
  }, [waiting, typedAt, papers.problem, others, turn, sync]);
  useEffect(() => {
    const onLeave = (): void => { if (document.visibilityState === 'hidden' && toSend(now.current).length > 0) void sync(true); };
    const onBack = (): void => { retry.current = RETRY_MS; void sync(); };
    document.addEventListener('visibilitychange', onLeave);
    window.addEventListener('online', onBack);
    return () => { document.removeEventListener('visibilitychange', onLeave); window.removeEventListener('online', onBack); };
  }, [sync]);

  const handle = useMemo<PapersHandle>(() => ({
    papers, broughtBack: kept.length, readers: others.readers, agreed: others.agreed, refresh: () => void sync(), isStale: others.version !== version,
    type: (name, value) => tell({ type: 'TYPED', name, value }), decide: (key, keepMine) => tell({ type: 'DECIDED', key, keepMine }),
    flush: async () => {
      while (isBusy.current) await new Promise((done) => { setTimeout(done, 50); });
      if (toSend(now.current).length > 0) await sync();
      // What was answered is told to the page before it is asked.
      await new Promise((done) => { setTimeout(done, 0); });
      return !hasUnsaved(now.current);
    },
  }), [papers, kept, others, version, sync]);
  return <PapersContext.Provider value={handle}>{children}</PapersContext.Provider>;
}
