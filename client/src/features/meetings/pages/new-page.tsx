import { useMutation, useQuery } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { parseIsoDay } from '@attendance/shared/kernel';
import { MEETING_TIER_WORDS, MEETING_TYPE_WORDS, meetingMinutes, type MeetingType } from '@attendance/shared/meetings';
import { PageProblem, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { newKey, problemOf, summaryOf, typedIn, type SaveProblem } from '../../../graphql/save.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Input } from '../../../ui/input.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { Radios } from '../../../ui/radios.tsx';
import { Select } from '../../../ui/select.tsx';
import { useMe } from '../../identity/index.ts';
import { WhoIsTold } from '../parts/who-is-told.tsx';
import { WhenFields, whenIn } from '../parts/when-fields.tsx';
import { NewMeetingPageDocument, PlanMeetingDocument, UsualMeetingLengthDocument } from './meeting-page.generated.ts';
import { PlannedRecipientsDocument } from './recipients.generated.ts';

export const loader = pageLoader(NewMeetingPageDocument, () => ({}));

const TYPES = Object.entries(MEETING_TYPE_WORDS) as [MeetingType, string][];

/** Offering or booking a meeting with one school, or with several of a group or a trust. */
export function Component() {
  const { data: { allSchools: schools } } = usePageData(NewMeetingPageDocument);
  const { can, today } = useMe();
  if (!can('meeting:record')) throw new PageProblem('FORBIDDEN', 'Your role does not include planning meetings.', null);
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [key] = useState(newKey);
  const [plan, { loading }] = useMutation(PlanMeetingDocument);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const [command, setCommand] = useState<'OFFER' | 'BOOK'>(search.get('book') === 'yes' ? 'BOOK' : 'OFFER');
  const [minutes, setMinutes] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>(search.getAll('schoolId').filter((id) => schools.some((school) => school.id === id)));
  const { data: usual } = useQuery(UsualMeetingLengthDocument, { variables: { schoolIds: chosen.map(Number) }, skip: chosen.length === 0 });
  const { data: told } = useQuery(PlannedRecipientsDocument, { variables: { command, schoolIds: chosen.map(Number) }, skip: chosen.length === 0 });
  const length = usual?.usualMeetingLength;
  const wrong = (field: string) => (problem?.fields[field] ? { error: problem.fields[field] } : {});
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    try {
      const { data } = await plan({ variables: { key, command, input: { type: typedIn(form, 'type') as MeetingType, schoolIds: chosen.map(Number), minutes: Number(typedIn(form, 'minutes')) || 0, ...whenIn(form) } } });
      await navigate(`/meetings/${data?.planMeeting.id ?? ''}`);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const left = schools.filter(({ id }) => !chosen.includes(id));
  return (
    <Page windowTitle="Plan a meeting" breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings', href: '/meetings' }, { text: 'Plan a meeting' }]}>
      {problem && <ErrorSummary title={Object.keys(problem.fields).length > 0 ? 'There is a problem' : 'Nothing was saved'} errors={summaryOf(problem)} />}
      <PageTitle title="Plan a targeting support meeting" lede="An offer is a date the school can take or decline. A booking is a date you have agreed." />
      <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
        {chosen.length > 0 && (
          <ul className="app-rows">
            {chosen.map((id) => { const name = schools.find((school) => school.id === id)?.name ?? id; return <li key={id}><span className="app-rows__main">{name}</span><QuietButton small onClick={() => setChosen(chosen.filter((each) => each !== id))}>Leave out<span className="govuk-visually-hidden"> {name}</span></QuietButton></li>; })}
          </ul>
        )}
        <Select id="schoolIds" name="school" key={chosen.length} label={chosen.length === 0 ? 'School' : 'Another school (for a group or a trust)'} items={[{ text: 'Choose a school', value: '' }, ...left.map(({ id, name }) => ({ text: name, value: id }))]} defaultValue="" onChange={(event) => { if (event.currentTarget.value !== '') setChosen([...chosen, event.currentTarget.value]); }} {...wrong('schoolIds')} />
        <Select id="type" name="type" label="Kind of meeting" items={TYPES.map(([value, text]) => ({ text, value }))} defaultValue={TYPES.find(([value]) => value === search.get('type'))?.[0] ?? (chosen.length > 1 ? 'SMALL_SCHOOLS_GROUP' : 'SINGLE_SCHOOL')} />
        <Radios name="command" idPrefix="command" legend="Offer it, or book it?" value={command} onChange={(value) => setCommand(value as 'OFFER' | 'BOOK')} items={[{ value: 'OFFER', label: 'Offer a date' }, { value: 'BOOK', label: 'Book a date you have agreed' }]} />
        <WhenFields given={{ onDay: parseIsoDay(search.get('on') ?? '') === null ? '' : (search.get('on') ?? ''), atTime: '', mode: 'FACE_TO_FACE', place: '' }} wrong={wrong} />
        <Input id="minutes" name="minutes" label="How long, in minutes" className="govuk-input--width-5" inputMode="numeric" value={minutes ?? String(length?.minutes ?? meetingMinutes('INTENSIVE', today))} onChange={(event) => setMinutes(event.currentTarget.value)} {...(length === undefined ? {} : { hint: `Usually ${length.minutes}: ${MEETING_TIER_WORDS[length.tier].toLowerCase()} tier${chosen.length > 1 ? `, ${chosen.length} schools` : ''}.` })} {...wrong('minutes')} />
        {chosen.length > 0 && <WhoIsTold recipients={told?.plannedRecipients} command={command} />}
        <div className="app-buttons"><Button type="submit" disabled={loading} preventDoubleClick>{loading ? 'Saving' : command === 'OFFER' ? 'Offer this meeting' : 'Book this meeting'}</Button><Link href="/meetings">Leave without saving</Link></div>
      </form>
    </Page>
  );
}
