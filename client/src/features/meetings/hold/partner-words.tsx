import { useState } from 'react';
import { PARTNER_WORDS, type PartnerField } from '@attendance/shared/meetings';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { useMe } from '../../identity/index.ts';
import { AnswerBox } from '../papers/answer-box.tsx';
import { usePapers } from '../papers/papers-provider.tsx';
import { boxOf, type Box, type BoxName } from '../papers/papers.ts';

const FIELDS = Object.keys(PARTNER_WORDS) as PartnerField[];

/** What partners wrote about a pupil beforehand, and who. Whoever holds the meeting writes the line of a partner that wrote none, and leaves what others wrote as it stands. */
export function PartnerWords({ schoolId, pupilId }: { schoolId: number; pupilId: number }) {
  const { me } = useMe();
  const { papers } = usePapers();
  const [isWriting, setIsWriting] = useState(false);
  const boxes = FIELDS.map((field) => boxOf(papers, { schoolId, place: 'PARTNER', subject: String(pupilId), field } satisfies BoxName));
  const isOthers = ({ by, value, isDirty, theirs }: Box): boolean => value !== '' && by !== null && by !== me.name && !isDirty && theirs === null;
  const open = boxes.filter((box) => !isOthers(box));
  return (
    <>
      {boxes.filter((box) => box.value !== '' && (!isWriting || isOthers(box))).map((box) => (
        <div key={box.field} className="app-read"><strong>{PARTNER_WORDS[box.field as PartnerField]}</strong>{box.by !== null && <span className="app-muted"> {box.by}</span>}<p className="app-lines">{box.value}</p></div>
      ))}
      {isWriting && open.map((box) => <AnswerBox key={box.field} name={box} label={`${PARTNER_WORDS[box.field as PartnerField]}: their line`} rows={2} />)}
      {open.length > 0 && !isWriting && <QuietButton small onClick={() => setIsWriting(true)}>Write the line of a partner</QuietButton>}
    </>
  );
}
