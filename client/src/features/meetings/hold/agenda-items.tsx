import { AgendaItem, RATING_WORDS, ratingNeedsReason, valueOf, type Rating } from '@attendance/shared/meetings';
import { Link } from '../../../ui/link.tsx';
import { ApprovalWords } from '../parts/approval-words.tsx';
import { AnswerBox } from '../papers/answer-box.tsx';
import { usePapers } from '../papers/papers-provider.tsx';
import type { BoxName } from '../papers/papers.ts';
import { ActionLine } from './action-line.tsx';
import { AgreedList, useAgreed } from './agreed-list.tsx';
import { useHolding, type Topic } from './holding.ts';
import { PresentList } from './present-list.tsx';
import { PreviousActions } from './previous-actions.tsx';
import { PupilTalk } from './pupil-talk.tsx';

/** Which pupils are spoken about first: the severely absent. */
export const isSevereTopic = ({ priority }: Topic): boolean => priority !== null && priority.startsWith('SEVERE');

/** One item of the agenda, with its boxes. */
export function AgendaItemPart({ item }: { item: AgendaItem }) {
  const { meeting, schoolId, pupils } = useHolding();
  const { papers } = usePapers();
  const section = (field: string): BoxName => ({ schoolId, place: 'SECTION', subject: '', field });
  const said = (field: string): string => valueOf(Object.values(papers.boxes).filter((box) => box.schoolId === schoolId), 'SECTION', '', field);
  const prepared = (field: string): BoxName => ({ schoolId, place: 'PREPARATION', subject: '', field });
  switch (item) {
    case AgendaItem.OPENING: return (
      <>
        <p>Say what the meeting is for, ask for conflicts of interest, and that what is said stays with those who need it.</p>
        <PresentList />
        {meeting.schools.length > 1 && <AnswerBox name={section('ABSENT')} />}
        {meeting.schools.filter(({ id, prepared: isPrepared }) => id === schoolId && isPrepared).map((school) => <div key={school.id}><strong>The school’s preparation</strong><ApprovalWords school={school} /></div>)}
        <AnswerBox name={prepared('ATTENDING')} isReadOnly /><AnswerBox name={prepared('QUESTIONS')} isReadOnly />
      </>
    );
    case AgendaItem.PREVIOUS_ACTIONS: return <><AnswerBox name={prepared('PREVIOUS_ACTIONS')} isReadOnly /><PreviousActions /></>;
    case AgendaItem.SCHOOL_PICTURE: return (
      <>
        <p><Link href={`/meetings/${meeting.id}/pack?schoolId=${schoolId}`}>The pack</Link> · <Link href={`/schools/${schoolId}`}>The school today</Link></p>
        <AnswerBox name={prepared('PICTURE')} isReadOnly /><AnswerBox name={prepared('PRIORITIES')} isReadOnly /><AnswerBox name={prepared('WORKED')} isReadOnly /><AnswerBox name={prepared('DATA')} isReadOnly />
        <AnswerBox name={section('FINDINGS')} rows={5} /><AnswerBox name={section('TREND')} /><AnswerBox name={section('DATA_QUALITY')} />
      </>
    );
    case AgendaItem.COHORTS: return <Cohorts />;
    case AgendaItem.SEVERE_PUPILS: return <PupilTalk pupils={pupils.filter(isSevereTopic)} empty="No severely absent pupil is on the list." />;
    case AgendaItem.OTHER_PUPILS: return (
      <>
        <AnswerBox name={prepared('PUPILS')} isReadOnly /><AnswerBox name={prepared('PART_TIME')} isReadOnly /><AnswerBox name={prepared('SOCIAL_WORKER')} isReadOnly />
        <PupilTalk pupils={pupils.filter((pupil) => !isSevereTopic(pupil))} empty="No other pupil is on the list." />
      </>
    );
    case AgendaItem.PRACTICE: return (
      <>
        <AnswerBox name={prepared('STAFFING')} isReadOnly /><AnswerBox name={prepared('TRAINING')} isReadOnly /><AnswerBox name={prepared('SHARE')} isReadOnly />
        <AnswerBox name={section('PRACTICE')} rows={4} /><AnswerBox name={section('PRACTICE_TO_SHARE')} />
        <SchoolActions />
      </>
    );
    // What was typed goes along: it is said once. Words about a school stand in no address.
    case AgendaItem.AREA_BARRIERS: return <><AnswerBox name={section('AREA_BARRIER')} rows={4} /><p><Link href={`/barriers/new?schoolId=${schoolId}&meetingId=${meeting.id}`} state={{ known: said('AREA_BARRIER') }}>Record it as a barrier of the area</Link></p></>;
    case AgendaItem.RATINGS: {
      const state = meeting.sections.find((each) => each.schoolId === schoolId);
      const own = Object.values(papers.boxes).filter((box) => box.schoolId === schoolId);
      const rating = valueOf(own, 'SECTION', '', 'OFFICER_RATING') as Rating | '';
      return (
        <>
          <AnswerBox name={section('SCHOOL_RATING')} />
          <AnswerBox name={section('OFFICER_RATING')} hint={state === undefined ? null : `Proposed: ${RATING_WORDS[state.proposedRating].toLowerCase()}. ${state.proposedReason}`} />
          {state !== undefined && ratingNeedsReason(state.proposedRating, rating === '' ? null : rating) && <AnswerBox name={section('RATING_REASON')} />}
          <AnswerBox name={section('FEEDBACK')} />
        </>
      );
    }
    case AgendaItem.NEXT_MEETING: return <><AnswerBox name={section('NEXT_ON')} /><p><Link href={`/meetings/new?schoolId=${schoolId}&book=yes${said('NEXT_ON') === '' ? '' : `&on=${said('NEXT_ON')}`}`}>Book it in the planner</Link></p></>;
  }
}

function SchoolActions() {
  const agreed = useAgreed().filter(({ scope }) => scope === 'SCHOOL');
  return <><ActionLine scope="SCHOOL" /><AgreedList actions={agreed} label="Agreed for the school" /></>;
}

function Cohorts() {
  const { schoolId, cohorts } = useHolding();
  const agreed = useAgreed().filter(({ scope }) => scope === 'COHORT');
  return (
    <>
      <AnswerBox name={{ schoolId, place: 'PREPARATION', subject: '', field: 'COHORTS' }} isReadOnly />
      {cohorts.length === 0 && <p>No group was proposed.</p>}
      {cohorts.map(({ cohort, label, reason }) => (
        <section key={cohort} aria-label={label}>
          <h3>{label}</h3>
          <p>{reason}</p>
          <AnswerBox name={{ schoolId, place: 'COHORT', subject: cohort, field: 'SAID' }} /><AnswerBox name={{ schoolId, place: 'COHORT', subject: cohort, field: 'BARRIERS' }} />
        </section>
      ))}
      <ActionLine scope="COHORT" />
      <AgreedList actions={agreed} label="Agreed for groups" />
    </>
  );
}
