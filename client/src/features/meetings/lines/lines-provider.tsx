import { useCallback, useMemo, useReducer, useState, type ReactNode } from 'react';
import type { PartnerField } from '@attendance/shared/meetings';
import { usePortalClient } from '../../../graphql/portal-client.ts';
import { problemOf } from '../../../graphql/save.ts';
import type { SendOptions } from '../../../lib/save-pace.ts';
import { InsetText } from '../../../ui/inset-text.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { useMe } from '../../identity/index.ts';
import type { PartnerLinesPageQuery } from '../pages/lines-page.generated.ts';
import { SavePartnerLineDocument } from '../pages/lines-page.generated.ts';
import { useAutosave, type SendOutcome } from '../papers/autosave.ts';
import { KeptText } from '../papers/kept-text.ts';
import { PapersContext, type PapersHandle } from '../papers/papers-provider.tsx';
import { keyOf, papersAfter, papersOf, withTyped, type Box, type BoxName, type SavedBox, type ServerBox } from '../papers/papers.ts';

/** Under which name unsent lines are kept on this machine. */
const KEPT_AS = 'partner-lines';

export type LinesMeeting = PartnerLinesPageQuery['partnerMeetings'][number];

/** The box of a pupil in a meeting: a child may be on the lists of two. */
export const lineBox = (meetingId: string, schoolId: number, pupilId: number, field: PartnerField): BoxName => ({ schoolId, place: 'PARTNER', subject: `${meetingId}/${pupilId}`, field });

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
  const keep = useCallback((dirty: readonly Box[]) => store.keep([...dirty, ...leftOver.map((box) => ({ ...box, sent: null, theirs: null }))]), [store, leftOver]);
  const send = async (boxes: readonly Box[], fetchOptions: SendOptions): Promise<SendOutcome> => {
    const saved: (SavedBox | undefined)[] = [];
    let problem: string | null = null;
    for (const { subject, schoolId, value, base } of boxes) {
      const [meetingId = '', pupilId = ''] = subject.split('/');
      try {
        const { data } = await client.mutate({ mutation: SavePartnerLineDocument, context: { fetchOptions }, variables: { meetingId, schoolId, pupilId: Number(pupilId), value, base } });
        if (!data) throw new Error('The answer was empty.');
        saved.push(data.savePartnerLine);
      } catch (error) {
        problem = problemOf(error).text;
        saved.push(undefined);
      }
    }
    return { saved, problem };
  };
  const { sync, flush } = useAutosave({ papers, tell, keep, send, idleMs: null });

  const handle = useMemo<PapersHandle>(() => ({
    papers, broughtBack: kept.length, readers: [], agreed: null, listed: null, refresh: () => void sync(), isStale: false,
    type: (name, value) => tell({ type: 'TYPED', name, value }), decide: (key, keepMine) => tell({ type: 'DECIDED', key, keepMine }),
    flush,
  }), [papers, kept, sync, flush]);
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
