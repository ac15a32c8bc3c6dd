import { answerField, answerProblem } from '@attendance/shared/meetings';
import { formatDay } from '../../../lib/format.ts';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { wordsOfValue } from '../papers/answer-box.tsx';
import { useBox } from '../papers/papers-provider.tsx';
import type { BoxName } from '../papers/papers.ts';
import { useHolding, type HeldMeeting } from './holding.ts';

export type SaidBefore = HeldMeeting['saidBefore'][number];

/** What the last issued record said in a box of a pupil; undefined where none did, or in words the form has no more. */
export function saidIn(meeting: Pick<HeldMeeting, 'saidBefore'>, { schoolId, place, subject, field }: BoxName): SaidBefore | undefined {
  return meeting.saidBefore.find((said) => said.schoolId === schoolId && String(said.pupilId) === subject && said.field === field && answerProblem(place, field, said.value) === null);
}

/** What the last record said in a box that is empty yet, with its day. It is taken over by a press, never by itself. */
export function LastTime({ name }: { name: BoxName }) {
  const { meeting } = useHolding();
  const { box, write } = useBox(name);
  const said = saidIn(meeting, name);
  const field = answerField(name.place, name.field);
  if (said === undefined || field === undefined || box.value !== '') return null;
  return (
    <p className="app-small">
      <span className="app-muted">Last time, {formatDay(said.on)}{said.isInDate ? '' : ', and out of date'}:</span> <span className="app-break">{wordsOfValue(field, said.value)}</span>{' '}
      <QuietButton small onClick={() => write(said.value)}>Take over<span className="govuk-visually-hidden"> for {field.label.toLowerCase()}</span></QuietButton>
    </p>
  );
}
