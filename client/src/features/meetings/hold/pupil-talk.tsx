import { useSearchParams, useNavigate } from 'react-router';
import { PLAN_STATUS_WORDS, planAtMeeting, RATING_WORDS, ratingNeedsReason, valueOf, type Answer, type PlanStatus, type Rating } from '@attendance/shared/meetings';
import { searchWith } from '../../../graphql/page-query.ts';
import { formatDay } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Details } from '../../../ui/details.tsx';
import { Link } from '../../../ui/link.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useShortcuts } from '../../../ui/use-shortcuts.ts';
import { PupilGlance, yearWords } from '../../pupils/index.ts';
import { HomeElsewhere } from '../parts/home-elsewhere.tsx';
import { AnswerBox, boxId } from '../papers/answer-box.tsx';
import { usePapers } from '../papers/papers-provider.tsx';
import type { BoxName } from '../papers/papers.ts';
import { AddPupil } from './add-pupil.tsx';
import { ActionLine } from './action-line.tsx';
import { AgreedList, useAgreed } from './agreed-list.tsx';
import { useHolding, type Topic } from './holding.ts';
import { LastTime, saidIn } from './last-time.tsx';
import { PartnerWords } from './partner-words.tsx';

/** Whether a pupil is dealt with: discussed, or left out with a reason. */
export function isMarked(answers: readonly Answer[], { pupilId }: Topic): boolean {
  const subject = String(pupilId);
  return valueOf(answers, 'PUPIL', subject, 'DISCUSSED') === 'YES' || valueOf(answers, 'PUPIL', subject, 'NOT_DISCUSSED').trim() !== '';
}

const initials = (name: string): string => name.split(' ').map((word) => word.charAt(0)).filter((_letter, index, all) => index === 0 || index === all.length - 1).join('');

/** Boxes that are filled again in every meeting: what the last record said stands beside them. */
const AGAIN = ['PLAN_STATUS', 'LEAD', 'BARRIERS', 'EARLY_HELP', 'STRATEGIES'] as const;

/** Pupils one by one: the year, the sentence, what was said, what is agreed. */
export function PupilTalk({ pupils, empty }: { pupils: readonly Topic[]; empty: string }) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { meeting, schoolId } = useHolding();
  const { papers, type } = usePapers();
  const answers = Object.values(papers.boxes).filter((box) => box.schoolId === schoolId);
  const at = Math.max(0, pupils.findIndex(({ pupilId }) => String(pupilId) === search.get('pupil')));
  const pupil = pupils[at];
  const [before, after] = [pupils[at - 1], pupils[at + 1]];
  const to = (next: Topic): string => searchWith(search, { pupil: next.pupilId });
  const goTo = (next: Topic | undefined): void => { if (next) void navigate(to(next), { preventScrollReset: true }); };
  const discussed = (): void => {
    if (pupil === undefined) return;
    type({ schoolId, place: 'PUPIL', subject: String(pupil.pupilId), field: 'DISCUSSED' }, 'YES');
    goTo(after);
  };
  const takeOver = (): void => {
    for (const field of AGAIN) {
      const name: BoxName = { schoolId, place: 'PUPIL', subject: String(pupil?.pupilId), field };
      const said = saidIn(meeting, name);
      if (said !== undefined && valueOf(answers, 'PUPIL', name.subject, field) === '') type(name, said.value);
    }
  };
  useShortcuts({ l: takeOver, j: () => goTo(after), k: () => goTo(before), d: discussed, n: () => pupil && document.getElementById(boxId({ schoolId, place: 'PUPIL', subject: String(pupil.pupilId), field: 'SAID' }))?.focus() });
  if (pupil === undefined) return <><p>{empty}</p><AddPupil /></>;
  return (
    <>
      <nav className="app-talk__strip" aria-label="Pupils of this item">
        <span className="app-muted">Pupil {at + 1} of {pupils.length}</span>
        {pupils.map((other) => (
          <Link key={other.pupilId} href={to(other)} preventScrollReset className={`app-talk__chip${isMarked(answers, other) ? ' is-marked' : ''}`} {...(other === pupil ? { 'aria-current': 'true' as const } : {})}>
            <span aria-hidden="true">{isMarked(answers, other) ? '✓ ' : ''}{initials(other.name)}</span><span className="govuk-visually-hidden">{other.name}{isMarked(answers, other) ? ', dealt with' : ''}</span>
          </Link>
        ))}
        <span className="app-talk__steps">{before && <Link href={to(before)} preventScrollReset>Previous</Link>} {after && <Link href={to(after)} preventScrollReset>Next</Link>}</span>
      </nav>
      <OnePupil key={pupil.pupilId} pupil={pupil} answers={answers} isLast={after === undefined} onDiscussed={discussed} />
      <AddPupil />
    </>
  );
}

/** Whether there is a plan: as this meeting says, and until it does as the last issued record said. */
function PlanMark({ told, before }: { told: PlanStatus | ''; before: ReturnType<typeof saidIn> }) {
  const plan = planAtMeeting(told, before);
  const since = told === '' && before !== undefined ? <span className="app-muted"> {before.isInDate ? 'said on' : 'the last word on one is out of date:'} {formatDay(before.on)}</span> : null;
  if (plan !== 'IN_PLACE_WORKING' && plan !== 'IN_PLACE_NOT_WORKING') return <span><Tag colour="magenta">No plan</Tag>{since}</span>;
  return <span><Tag colour={plan === 'IN_PLACE_WORKING' ? 'green' : 'yellow'}>{`Plan ${PLAN_STATUS_WORDS[plan].toLowerCase()}`}</Tag>{since}</span>;
}

function OnePupil({ pupil, answers, isLast, onDiscussed }: { pupil: Topic; answers: readonly Answer[]; isLast: boolean; onDiscussed: () => void }) {
  const { meeting, schoolId, today } = useHolding();
  const subject = String(pupil.pupilId);
  const box = (field: string, place: BoxName['place'] = 'PUPIL'): BoxName => ({ schoolId, place, subject, field });
  const proposed = meeting.sections.find((section) => section.schoolId === schoolId)?.ratings.find(({ pupilId }) => pupilId === pupil.pupilId);
  const rating = valueOf(answers, 'PUPIL', subject, 'RATING') as Rating | '';
  const agreed = useAgreed().filter(({ pupilId }) => pupilId === pupil.pupilId);
  const told = valueOf(answers, 'PUPIL', subject, 'PLAN_STATUS') as PlanStatus | '';
  const again = (field: (typeof AGAIN)[number], rows?: number) => <div><AnswerBox name={box(field)} {...(rows === undefined ? {} : { rows })} /><LastTime name={box(field)} /></div>;
  return (
    <div className="app-talk">
      <div className="app-row app-row--apart">
        <div><h3 className="app-talk__name">{pupil.name}</h3><span className="app-muted">{pupil.ncYear === null ? '' : yearWords(pupil.ncYear)}{pupil.form === null ? '' : `, form ${pupil.form}`}</span></div>
        <PlanMark told={told} before={saidIn(meeting, box('PLAN_STATUS'))} />
      </div>
      <p><strong>Why this child:</strong> {pupil.reason}</p>
      <HomeElsewhere pupilId={pupil.pupilId} pupil={pupil.name} homeLa={pupil.homeLa} school={meeting.schools.find(({ id }) => id === schoolId)?.name ?? ''} meetingOn={meeting.onDay} services={agreed.flatMap(({ service }) => service ?? [])} />
      <PupilGlance pupilId={subject} today={today} />
      <div className="app-talk__partners">
        <PartnerWords schoolId={schoolId} pupilId={pupil.pupilId} />
        <AnswerBox name={box('OFFICER', 'NOTES')} isReadOnly />
      </div>
      <div className="app-talk__grid">
        {again('PLAN_STATUS')}{again('LEAD')}{again('BARRIERS')}{again('EARLY_HELP')}
      </div>
      <AnswerBox name={box('SAID')} rows={3} />
      {again('STRATEGIES', 2)}
      <ActionLine scope="PUPIL" pupilId={pupil.pupilId} />
      <AgreedList actions={agreed} label={`Agreed about ${pupil.name}`} />
      <div className="app-talk__grid">
        <AnswerBox name={box('RATING')} hint={proposed === undefined ? null : `Proposed: ${RATING_WORDS[proposed.rating].toLowerCase()}. ${proposed.reason}`} />
        {proposed !== undefined && ratingNeedsReason(proposed.rating, rating === '' ? null : rating) && <AnswerBox name={box('RATING_REASON')} />}
      </div>
      <div className="app-talk__foot">
        <AnswerBox name={box('SAFEGUARDING')} />
        <AnswerBox name={box('DISCUSSED')} />
        <Button onClick={onDiscussed}>{isLast ? 'Discussed' : 'Discussed, next pupil'}</Button>
      </div>
      <Details summary="Not discussed, because" open={valueOf(answers, 'PUPIL', subject, 'NOT_DISCUSSED') !== ''}><AnswerBox name={box('NOT_DISCUSSED')} label="Why this child was not spoken about" /></Details>
    </div>
  );
}
