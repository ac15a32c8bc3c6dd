import { useCallback, useEffect, useMemo, useReducer, useRef, useState, type ReactNode } from 'react';
import { answerProblem, type PartnerField } from '@attendance/shared/meetings';
import { usePortalClient } from '../../../graphql/page-query.ts';
import { problemOf } from '../../../graphql/save.ts';
import { InsetText } from '../../../ui/inset-text.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { useMe } from '../../identity/index.ts';
import type { PartnerLinesPageQuery } from '../pages/lines-page.generated.ts';
import { SavePartnerLineDocument } from '../pages/lines-page.generated.ts';
import { KeptText } from '../papers/kept-text.ts';
import { PapersContext, type PapersHandle } from '../papers/papers-provider.tsx';
import { hasUnsaved, keyOf, papersAfter, papersOf, unsent, withTyped, type Box, type BoxName, type Papers, type ServerBox } from '../papers/papers.ts';

/** So long after the last key what was typed is sent, and so long after a failure it is tried again, then ever later. */
const PAUSE_MS = 600;
const RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 30_000;
/** Under which name unsent lines are kept on this machine. */
const KEPT_AS = 'partner-lines';

export type LinesMeeting = PartnerLinesPageQuery['partnerMeetings'][number];

/** The box of a pupil in a meeting: a child may be on the lists of two. */
export const lineBox = (meetingId: string, schoolId: number, pupilId: number, field: PartnerField): BoxName => ({ schoolId, place: 'PARTNER', subject: `${meetingId}/${pupilId}`, field });

const toSend = (papers: Papers): Box[] => unsent(papers).filter(({ place, field, value }) => answerProblem(place, field, value) === null);

/** Keeps a partner's lines as they are typed, each by itself, with the boxes and the line at the foot that the papers of a meeting have. */
export function LinesProvider({ meetings, field, children }: { meetings: readonly LinesMeeting[]; field: PartnerField; children: ReactNode }) {
  const client = usePortalClient();
  const { me: { id: userId } } = useMe();
  const [served] = useState<readonly ServerBox[]>(() => meetings.flatMap(({ id, schoolId, pupils }) => pupils.map(({ pupilId, value, version, by }) => ({ ...lineBox(id, schoolId, pupilId, field), value, version, by }))));
  const [store] = useState(() => new KeptText(userId, KEPT_AS));
  const [brought] = useState(() => store.left(new Map(served.map((box) => [keyOf(box), box.value]))));
  const [onPage] = useState(() => new Set(served.map(keyOf)));
  const [kept] = useState(() => brought.filter((box) => onPage.has(keyOf(box))));
  // Typed about a child who has left the list since: nobody takes it any more, and it is shown until it is put away.
  const [leftOver, setLeftOver] = useState(() => brought.filter((box) => !onPage.has(keyOf(box))));
  const [papers, tell] = useReducer(papersAfter, served, (boxes) => withTyped(papersOf(boxes), kept));
  const now = useRef(papers);
  const isBusy = useRef(false);
  const retry = useRef(RETRY_MS);
  useEffect(() => { now.current = papers; });

  const send = useCallback(async (isLast = false): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    const failed: string[] = [];
    let problem = '';
    for (const box of toSend(now.current)) {
      const keys = [keyOf(box)];
      const [meetingId = '', pupilId = ''] = box.subject.split('/');
      tell({ type: 'SENT', keys });
      try {
        const { data } = await client.mutate({ mutation: SavePartnerLineDocument, context: isLast ? { fetchOptions: { keepalive: true } } : {}, variables: { meetingId, schoolId: box.schoolId, pupilId: Number(pupilId), value: box.value, base: box.base } });
        if (!data) throw new Error('The answer was empty.');
        tell({ type: 'ANSWERED', keys, saved: [data.savePartnerLine], at: Date.now() });
      } catch (error) {
        problem = problemOf(error).text;
        failed.push(...keys);
      }
    }
    // Last, because each line that was saved says that all is well.
    if (failed.length > 0) tell({ type: 'FAILED', keys: failed, problem });
    retry.current = failed.length > 0 ? Math.min(retry.current * 2, LONGEST_RETRY_MS) : RETRY_MS;
    isBusy.current = false;
  }, [client]);

  const typed = useMemo(() => toSend(papers).map((box) => `${keyOf(box)}=${box.value}`).join('\u0001'), [papers]);
  useEffect(() => { store.keep([...Object.values(papers.boxes).filter(({ isDirty }) => isDirty), ...leftOver.map((box) => ({ ...box, sent: null, theirs: null }))]); }, [papers.boxes, leftOver, store]);
  useEffect(() => {
    if (typed === '') return undefined;
    const timer = setTimeout(() => void send(), papers.problem === null ? PAUSE_MS : retry.current);
    return () => clearTimeout(timer);
  }, [typed, papers.problem, papers.keptAt, send]);
  useEffect(() => {
    const onLeave = (): void => { if (document.visibilityState === 'hidden' && toSend(now.current).length > 0) void send(true); };
    const onBack = (): void => { retry.current = RETRY_MS; void send(); };
    document.addEventListener('visibilitychange', onLeave);
    window.addEventListener('online', onBack);
    return () => { document.removeEventListener('visibilitychange', onLeave); window.removeEventListener('online', onBack); };
  }, [send]);

  const handle = useMemo<PapersHandle>(() => ({
    papers, broughtBack: kept.length, readers: [], agreed: null, refresh: () => void send(), isStale: false,
    type: (name, value) => tell({ type: 'TYPED', name, value }), decide: (key, keepMine) => tell({ type: 'DECIDED', key, keepMine }),
    flush: async () => { await send(); return !hasUnsaved(now.current); },
  }), [papers, kept, send]);
  return (
    <PapersContext.Provider value={handle}>
      {leftOver.length > 0 && (
        <InsetText>
          <p>Not saved: you typed this before about a child who is no longer on a list here. The record may have been issued. Tell the attendance officer of the school if the meeting should know.</p>
          {leftOver.map((box) => <p key={keyOf(box)} className="app-lines">{box.value}</p>)}
          <QuietButton onClick={() => setLeftOver([])}>Put it away</QuietButton>
        </InsetText>
      )}
      {children}
    </PapersContext.Provider>
  );
}
