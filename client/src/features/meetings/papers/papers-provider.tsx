import { createContext, useCallback, useContext, useMemo, useReducer, useRef, useState, type ReactNode } from 'react';
import { usePortalClient } from '../../../graphql/portal-client.ts';
import { problemOf } from '../../../graphql/save.ts';
import type { SendOptions } from '../../../lib/save-pace.ts';
import { useMe } from '../../identity/index.ts';
import { useAutosave, type SendOutcome } from './autosave.ts';
import { KeptText } from './kept-text.ts';
import { boxOf, keyOf, papersAfter, papersOf, withTyped, type Box, type BoxName, type Papers, type ServerBox } from './papers.ts';
import type { AgreedActionFragment } from '../pages/hold-page.generated.ts';
import { SyncMeetingDocument, type SyncMeetingMutation } from './papers.generated.ts';

/** How often others’ words are asked for: with somebody else there, and alone. */
const BESIDE_MS = 3_000;
const ALONE_MS = 10_000;

export type Reader = SyncMeetingMutation['syncMeeting']['readers'][number];

export interface PapersHandle {
  readonly papers: Papers;
  readonly readers: readonly Reader[];
  /** Actions as they stand, everybody’s; null until they were asked for. */
  readonly agreed: readonly AgreedActionFragment[] | null;
  /** How many pupils stand on the lists, as the server last said; null until it was asked. */
  readonly listed: number | null;
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

interface Others { readonly readers: readonly Reader[]; readonly agreed: readonly AgreedActionFragment[] | null; readonly listed: number | null; readonly version: number }
type Given = { meetingId: string; version: number; written: readonly ServerBox[]; reading: string; children: ReactNode };

/** Keeps the papers of a meeting: every key is on the server within a second or so, others’ words arrive, and nothing typed is lost when sending fails. */
export function PapersProvider({ meetingId, version, written, reading, children }: Given) {
  const client = usePortalClient();
  const { me: { id: userId } } = useMe();
  // Words left on this machine by a page that could not send them.
  const [store] = useState(() => new KeptText(userId, meetingId));
  const [kept] = useState(() => store.left(new Map(written.map((box) => [keyOf(box), box.value]))));
  const [papers, tell] = useReducer(papersAfter, written, (boxes) => withTyped(papersOf(boxes), kept));
  const [others, setOthers] = useState<Others>({ readers: [], agreed: null, listed: null, version });
  const at = useRef<string | null>(null);
  const keep = useCallback((dirty: readonly Box[]) => store.keep(dirty), [store]);
  const send = async (boxes: readonly Box[], fetchOptions: SendOptions): Promise<SendOutcome> => {
    try {
      const { data } = await client.mutate({
        mutation: SyncMeetingDocument, context: { fetchOptions },
        variables: { id: meetingId, since: at.current, reading, answers: boxes.map(({ schoolId, place, subject, field, value, base }) => ({ schoolId, place, subject, field, value, base })) },
      });
      if (!data) throw new Error('The answer was empty.');
      const { saved, changes, agreed, readers, listed, version: version_, at: at_ } = data.syncMeeting;
      at.current = at_;
      tell({ type: 'HEARD', boxes: changes.filter((change) => !boxes.some((box) => keyOf(box) === keyOf(change))) });
      setOthers((was) => { const is = { readers, agreed, listed, version: version_ }; return JSON.stringify(was) === JSON.stringify(is) ? was : is; });
      return { saved, problem: null };
    } catch (error) {
      return { saved: [], problem: problemOf(error).text };
    }
  };
  const { sync, flush } = useAutosave({ papers, tell, keep, send, idleMs: others.readers.length > 0 ? BESIDE_MS : ALONE_MS });

  const handle = useMemo<PapersHandle>(() => ({
    papers, broughtBack: kept.length, readers: others.readers, agreed: others.agreed, listed: others.listed, refresh: () => void sync(), isStale: others.version !== version,
    type: (name, value) => tell({ type: 'TYPED', name, value }), decide: (key, keepMine) => tell({ type: 'DECIDED', key, keepMine }),
    flush,
  }), [papers, kept, others, version, sync, flush]);
  return <PapersContext.Provider value={handle}>{children}</PapersContext.Provider>;
}
