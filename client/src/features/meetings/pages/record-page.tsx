import { useMutation } from '../../../graphql/hooks.ts';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { useRevalidator } from 'react-router';
import { AFTER_PACK_WORDS, answerField, answerFields, HALF_TYPED, isMeetingHeld, MEETING_PART_WORDS, MEETING_STATUS_WORDS, partnerWords, presentPeople, SUPPORT_SERVICES, valueOf, type Answer, type AnswerPlace, type Rating, type SupportService } from '@attendance/shared/meetings';
import { taskPath } from '@attendance/shared/tasks';
import { pageLoader, PageProblem, usePageData } from '../../../graphql/page-query.ts';
import { problemOf, summaryOf, type SaveProblem } from '../../../graphql/save.ts';
import { formatDay, formatInstant, formatLongDay } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Details } from '../../../ui/details.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { Tag, type TagColour } from '../../../ui/tag.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { useMe } from '../../identity/index.ts';
import { DraftNotes, useDraft, useDraftsOf } from '../../tasks/index.ts';
import { wordsOfValue } from '../papers/answer-box.tsx';
import { HomeElsewhere } from '../parts/home-elsewhere.tsx';
import { Following, type Written } from '../parts/following.tsx';
import { CommentOnRecordDocument, MeetingRecordPageDocument, type MeetingRecordPageQuery } from './record-page.generated.ts';

export const loader = pageLoader(MeetingRecordPageDocument, ({ id }) => ({ id: id ?? '' }));

type Meeting = MeetingRecordPageQuery['targetingMeeting'];
type Action = Meeting['agreed'][number];

/** The record of a meeting as both sides have it: issued, commented, locked; printed as it stands. */
export function Component() {
  const { data: { targetingMeeting: meeting } } = usePageData(MeetingRecordPageDocument);
  const { me, today, can } = useMe();
  if (!isMeetingHeld(meeting.status)) throw new PageProblem('CONFLICT', 'This meeting has no record yet: it has not been held. Nothing was changed. Go back to the meeting to see how it stands.', null);
  const comments = meeting.changes.filter(({ command }) => command === 'COMMENT');
  const mayComment = meeting.status === 'RECORD_ISSUED' && can('meeting:prepare') && me.schools.length > 0 && (meeting.commentsUntil === null || today <= meeting.commentsUntil);
  const state = meeting.issuedOn === null ? 'The record is being written.' : `Issued on ${formatLongDay(meeting.issuedOn)}. ${meeting.lockedOn === null ? `The school may comment until ${meeting.commentsUntil === null ? 'the end of its calendar' : formatLongDay(meeting.commentsUntil)}.` : `Locked on ${formatLongDay(meeting.lockedOn)}.`}`;
  const parts = (written: readonly Written[], agreed: readonly Action[]): ReactNode => meeting.schools.map(({ id, name }) => <SchoolPart key={id} meeting={meeting} written={written} agreed={agreed} schoolId={id} name={meeting.schools.length > 1 ? name : null} />);
  return (
    <Page windowTitle="Record of a meeting" breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings', href: '/meetings' }, { text: 'Meeting', href: `/meetings/${meeting.id}` }, { text: 'Record' }]}>
      <PageTitle title={`Record: ${meeting.schools.map(({ name }) => name).join(', ')}`} lede={<><Tag colour={meeting.status === 'LOCKED' ? 'grey' : 'teal'}>{MEETING_STATUS_WORDS[meeting.status]}</Tag> Targeting support meeting of {formatLongDay(meeting.onDay)}. {state}</>} actions={<Button variant="secondary" onClick={() => window.print()}>Print</Button>} />
      {meeting.status === 'HELD' ? <Following meeting={meeting}>{parts}</Following> : parts(meeting.written, meeting.agreed)}
      <Panel title="Comments of the school">
        {comments.length === 0 && <p>None so far.</p>}
        {comments.map(({ id, at, by, reason }) => <div key={id}><strong>{by ?? 'Somebody'}</strong> <span className="app-muted">{formatInstant(at)}</span><p className="app-lines">{reason}</p></div>)}
        {mayComment && <CommentForm meeting={meeting} />}
      </Panel>
      {meeting.lostAnswers.length > 0 && can('meeting:record') && <Lost meeting={meeting} />}
    </Page>
  );
}

function SchoolPart({ meeting, written, agreed, schoolId, name }: { meeting: Meeting; written: readonly Written[]; agreed: readonly Action[]; schoolId: number; name: string | null }) {
  const own = written.filter((box) => box.schoolId === schoolId);
  const topics = meeting.topics.find((topic) => topic.schoolId === schoolId);
  const pupils = (topics?.pupils ?? []).filter(({ removedReason }) => removedReason === null);
  // Who was left for another time has one line each: on paper and on a phone they would be most of the record.
  const isLeft = ({ pupilId }: { pupilId: number }): boolean => { const filled = lines(own, 'PUPIL', String(pupilId)); return filled.length === 1 && valueOf(own, 'PUPIL', String(pupilId), 'NOT_DISCUSSED').trim() !== ''; };
  const [spoken, left] = [pupils.filter((pupil) => !isLeft(pupil)), pupils.filter(isLeft)];
  const here = presentPeople(own).filter(({ isHere }) => isHere);
  const actions = agreed.filter((action) => action.schoolId === schoolId);
  const title = name === null ? '' : `${name}: `;
  const school = meeting.schools.find(({ id }) => id === schoolId)?.name ?? '';
  if (valueOf(own, 'SECTION', '', 'ABSENT') === 'YES') return <Panel title={`${title}did not take part`} />;
  return (
    <>
      <Panel title={`${title}${name === null ? 'The school' : 'the school'}`} lead aside={here.length === 0 ? undefined : `${here.length} present`}>
        <SummaryList rows={[
          { key: 'Present', value: here.map(({ name: person, part }) => `${person}${part === null ? '' : ` (${MEETING_PART_WORDS[part].toLowerCase()})`}`).join(', ') || 'Nobody is named' },
          ...lines(own, 'SECTION', '', ['ABSENT']),
        ]} />
      </Panel>
      <Panel title={`${title}${actions.length === 1 ? '1 action agreed' : `${actions.length} actions agreed`}`} flush>
        <DataTable caption="Actions agreed" captionIsHidden columns={ACTION_COLUMNS(pupils)} rows={actions} rowKey={({ id }) => id} empty="No action was agreed." />
      </Panel>
      {(topics?.cohorts ?? []).filter(({ cohort, removedReason }) => removedReason === null && lines(own, 'COHORT', cohort).length > 0).map(({ cohort, label, reason }) => (
        <Panel key={cohort} title={label} aside={reason}><SummaryList rows={lines(own, 'COHORT', cohort)} /></Panel>
      ))}
      {spoken.length > 0 && (
        <Panel title={`${title}${spoken.length === 1 ? '1 pupil discussed' : `${spoken.length} pupils discussed`}`}>
          {spoken.map((pupil) => (
            <section key={pupil.pupilId} className="app-record-pupil" aria-label={pupil.name}>
              <h3><Link href={`/pupils/${pupil.pupilId}`}>{pupil.name}</Link></h3>
              <p className="app-muted">{pupil.reason}</p>
              <HomeElsewhere pupilId={pupil.pupilId} pupil={pupil.name} homeLa={pupil.homeLa} school={school} meetingOn={meeting.onDay} services={actions.flatMap(({ pupilId, service }) => (pupilId === pupil.pupilId ? (service ?? []) : []))} />
              <SummaryList rows={[...partnerLines(own, String(pupil.pupilId)), ...lines(own, 'PUPIL', String(pupil.pupilId), ['DISCUSSED', 'SAFEGUARDING'])]} />
            </section>
          ))}
        </Panel>
      )}
      {left.length > 0 && (
        <Panel title={`${title}${left.length === 1 ? '1 pupil was' : `${left.length} pupils were`} not discussed`} flush>
          <ul className="app-rows">
            {reasonsOf(left, own).map(([why, people]) => (
              <li key={why}>
                <div className="app-rows__main">
                  <strong className="app-break">{why}</strong>
                  <ul className="app-names">{people.map(({ pupilId, name: pupil, reason }) => <li key={pupilId}><Link href={`/pupils/${pupilId}`}>{pupil}</Link> <span className="app-muted">{reason}</span>{partnerLines(own, String(pupilId)).map(({ key, value }) => <span key={key} className="app-line"><strong>{key}:</strong> {value}</span>)}</li>)}</ul>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

/** Who was not discussed, by why: a meeting without time for many says the same of all. */
function reasonsOf<Pupil extends { readonly pupilId: number }>(left: readonly Pupil[], answers: readonly Answer[]): [string, Pupil[]][] {
  const groups = new Map<string, Pupil[]>();
  for (const pupil of left) {
    const why = valueOf(answers, 'PUPIL', String(pupil.pupilId), 'NOT_DISCUSSED').trim();
    groups.set(why, [...(groups.get(why) ?? []), pupil]);
  }
  return [...groups];
}

/** Ratings are drawn as signs: what is red is looked for first. */
const RATED: ReadonlySet<string> = new Set(['RATING', 'SCHOOL_RATING', 'OFFICER_RATING']);
const RATING_COLOURS: Readonly<Record<Rating, TagColour>> = { RED: 'red', AMBER: 'yellow', GREEN: 'green' };

/** The filled boxes of a place as rows, in the order of the form. */
function lines(answers: readonly Answer[], place: AnswerPlace, subject: string, left: readonly string[] = []): { key: string; value: ReactNode }[] {
  return Object.entries(answerFields(place)).flatMap(([field, known]) => {
    const value = valueOf(answers, place, subject, field);
    return value === '' || left.includes(field) ? [] : [{ key: known.label, value: RATED.has(field) ? <Tag colour={RATING_COLOURS[value as Rating]}>{wordsOfValue(known, value)}</Tag> : <span className="app-lines">{known.kind.is === 'DAY' ? formatLongDay(value) : wordsOfValue(known, value)}</span> }];
  });
}

/** What partners wrote about a pupil, each with who and when, and whether the pack had been made by then. */
function partnerLines(written: readonly Written[], subject: string): { key: string; value: ReactNode }[] {
  return written.filter(({ place, subject: about, value }) => place === 'PARTNER' && about === subject && value !== '')
    .map(({ field, value, by, at, isAfterPack }) => ({ key: partnerWords(field), value: <><span className="app-lines">{value}</span> <span className="app-muted">{by ?? 'Somebody who left'}{at === undefined ? '' : `, ${formatInstant(at)}`}{isAfterPack === true && <>. <strong>{AFTER_PACK_WORDS}</strong></>}</span></> }));
}

const serviceName = (service: string): string => SUPPORT_SERVICES[service as SupportService] ?? service;

const ACTION_COLUMNS = (pupils: readonly { readonly pupilId: number; readonly name: string }[]): DataColumn<Action>[] => [
  { key: 'what', heading: 'Action', cell: ({ what, taskId }) => (taskId === null ? what : <Link href={taskPath(taskId)}>{what}</Link>) },
  { key: 'about', heading: 'About', cell: ({ pupilId, scope }) => pupils.find((pupil) => pupil.pupilId === pupilId)?.name ?? (scope === 'COHORT' ? 'A group' : scope === 'AREA' ? 'The area' : scope === 'SCHOOL' ? 'The school' : 'A pupil') },
  { key: 'owner', heading: 'Who', cell: ({ owner }) => owner },
  { key: 'due', heading: 'Due', cell: ({ dueOn }) => formatDay(dueOn), nowrap: true },
  { key: 'service', heading: 'Service asked for', cell: ({ service, referralId }) => (service === null ? <span className="app-muted">None</span> : referralId === null ? serviceName(service) : <Link href={`/meetings/referrals/${referralId}`}>{serviceName(service)}</Link>) },
];

function CommentForm({ meeting }: { meeting: Meeting }) {
  const [comment, { loading }] = useMutation(CommentOnRecordDocument);
  const { revalidate } = useRevalidator();
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const about = { meetingId: Number(meeting.id), taskId: null };
  useDraftsOf(about);
  const typed = useDraft({ ...about, part: HALF_TYPED.comment, pupilId: null });
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    try {
      await typed.send(() => comment({ variables: { id: meeting.id, version: meeting.version, comment: typed.value ?? '' } }));
      setProblem(null);
      await revalidate();
    } catch (error) {
      setProblem(problemOf(error));
      if (problemOf(error).isConflict) await revalidate();
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {problem && <ErrorSummary title="Not saved" errors={summaryOf(problem)} />}
      <DraftNotes draft={typed} />
      <Textarea id="comment" name="comment" rows={4} value={typed.value ?? ''} onChange={(event) => typed.write(event.target.value)} label="Your comment" hint="It becomes part of the record. Do not name a child." {...(problem?.fields.comment ? { error: problem.fields.comment } : {})} />
      <Button type="submit" disabled={loading} preventDoubleClick>{loading ? 'Saving' : 'Add the comment'}</Button>
    </form>
  );
}

function Lost({ meeting: { lostAnswers } }: { meeting: Meeting }) {
  return (
    <Details summary="Texts that gave way to others" className="app-no-print">
      <p>Where two people wrote at once, one text stands in the record and the other is kept here.</p>
      <ul className="app-rows">{lostAnswers.map(({ id, place, field, value, by, at, tooLate }) => <li key={id}><strong>{answerField(place, field)?.label ?? field}</strong> <span className="app-line">{by ?? 'Somebody'}, {formatInstant(at)}{tooLate ? ', came second' : ', overwritten'}</span><p className="app-lines">{value}</p></li>)}</ul>
    </Details>
  );
}
