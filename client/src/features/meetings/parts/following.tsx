import { inSentence } from '@attendance/shared/kernel';
import { useEffect, useRef, type ReactNode } from 'react';
import { useRevalidator } from 'react-router';
import { agendaOfMinutes, type Answer } from '@attendance/shared/meetings';
import { InsetText } from '../../../ui/inset-text.tsx';
import type { MeetingRecordPageQuery } from '../pages/record-page.generated.ts';
import { PapersProvider, usePapers, type Reader } from '../papers/papers-provider.tsx';
import type { BoxTime } from '../papers/papers.ts';

type Meeting = MeetingRecordPageQuery['targetingMeeting'];
/** What is typed in a box of a school, and who wrote it last. */
export type Written = Answer & BoxTime & { readonly schoolId: number; readonly by: string | null };
type Shown = (written: readonly Written[], agreed: readonly Meeting['agreed'][number][]) => ReactNode;
/** How a reader of the record is told to the others. */
const READING = 'RECORD/';

/** The record while it is being written: what each side types appears within seconds, for everybody who may read it. */
export function Following({ meeting, children }: { meeting: Meeting; children: Shown }) {
  return <PapersProvider meetingId={meeting.id} version={meeting.version} written={meeting.written} reading={READING} key={meeting.version}><Followed meeting={meeting}>{children}</Followed></PapersProvider>;
}

function Followed({ meeting, children }: { meeting: Meeting; children: Shown }) {
  const { papers, agreed, readers, isStale } = usePapers();
  const { revalidate } = useRevalidator();
  useNewTopics(meeting.topics);
  // The record was issued: the page is another one now.
  useEffect(() => { if (isStale) void revalidate(); }, [isStale, revalidate]);
  return (
    <>
      <InsetText className="app-no-print">
        <p><strong>The meeting is being held.</strong> What is written appears here by itself.</p>
        {readers.map((reader) => ({ reader, words: whereabouts(meeting, reader) })).filter(({ words }) => words !== null).map(({ reader, words }) => <p key={reader.name}>{reader.name} is at {words}.</p>)}
      </InsetText>
      {children(Object.values(papers.boxes), agreed ?? meeting.agreed)}
    </>
  );
}

/** Reads the page anew where somebody was put on a list, or left out: words come by themselves, lists do not. */
export function useNewTopics(topics: readonly { readonly pupils: readonly { readonly removedReason: string | null }[] }[]): void {
  const { listed } = usePapers();
  const { revalidate } = useRevalidator();
  const told = useRef<number | null>(null);
  const known = topics.reduce((sum, { pupils }) => sum + pupils.filter(({ removedReason }) => removedReason === null).length, 0);
  useEffect(() => {
    if (listed === null || listed === told.current) return;
    const isFirst = told.current === null;
    told.current = listed;
    if (!isFirst || listed !== known) void revalidate();
  }, [listed, known, revalidate]);
}

/** Where on the agenda somebody is: "item 5, severely absent pupils: Mason Reid"; null for who only reads. A child out of reach has no name here. */
export function whereabouts(meeting: Pick<Meeting, 'minutes' | 'onDay' | 'topics'>, { reading }: Pick<Reader, 'reading'>): string | null {
  const [item, pupil] = reading.split('/');
  const line = agendaOfMinutes(meeting.minutes, meeting.onDay).find((each) => each.item === item);
  if (line === undefined) return null;
  const name = meeting.topics.flatMap(({ pupils }) => pupils).find(({ pupilId }) => String(pupilId) === pupil)?.name;
  return `item ${line.number}, ${inSentence(line.title)}${name === undefined ? '' : `: ${name}`}`;
}
