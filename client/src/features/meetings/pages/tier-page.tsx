import { useMutation } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { MEETING_TIER_WORDS, type MeetingTier } from '@attendance/shared/meetings';
import { PageProblem, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { usePortalClient } from '../../../graphql/portal-client.ts';
import { problemOf, summaryOf, typedIn, type SaveProblem } from '../../../graphql/save.ts';
import { formatDate } from '../../../lib/format.ts';
import { dayToType, typedDay } from '../../../lib/typed-day.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Input } from '../../../ui/input.tsx';
import { InsetText } from '../../../ui/inset-text.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Radios } from '../../../ui/radios.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { TIERS_WORST_FIRST } from '../parts/planner-words.ts';
import { schoolIn } from './planned-school-page.tsx';
import { PlannedSchoolFormDocument, SetSchoolTierDocument } from './planned-school.generated.ts';

export const loader = pageLoader(PlannedSchoolFormDocument, ({ schoolId }) => ({ schoolId: schoolIn(schoolId) }));

const TAKEN_BACK = 'NONE';

/** Setting the tier of a school by hand until a day, or taking that back. */
export function Component() {
  const { data: { plannedSchool } } = usePageData(PlannedSchoolFormDocument);
  const navigate = useNavigate();
  const client = usePortalClient();
  const [set, { loading }] = useMutation(SetSchoolTierDocument);
  const [held, setHeld] = useState(plannedSchool);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const latest = held.overrides[0]?.tier ? held.overrides[0] : undefined;
  const [tier, setTier] = useState<string>(latest?.tier ?? 'INTENSIVE');
  if (!plannedSchool.maySetTier) throw new PageProblem('FORBIDDEN', 'You are not the named officer of this school.', null);
  const { schoolId, name } = held.row;
  const back = `/meetings/schools/${schoolId}`;
  const wrong = (field: string) => (problem?.fields[field] ? { error: problem.fields[field] } : {});
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    try {
      await set({ variables: { schoolId, version: held.tierVersion, input: { tier: tier === TAKEN_BACK ? null : (tier as MeetingTier), untilOn: tier === TAKEN_BACK ? null : typedDay(typedIn(form, 'untilOn')) || null, reason: typedIn(form, 'reason') } } });
      await navigate(back);
    } catch (error) {
      const found = problemOf(error);
      if (found.isConflict) {
        const now = await client.query({ query: PlannedSchoolFormDocument, variables: { schoolId } }).catch(() => null);
        if (now?.data) setHeld(now.data.plannedSchool);
      }
      setProblem(found);
    }
  };
  return (
    <Page windowTitle="Set the tier by hand" breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings', href: '/meetings' }, { text: name, href: back }, { text: 'Tier' }]}>
      {problem && <ErrorSummary title={Object.keys(problem.fields).length > 0 ? 'There is a problem' : 'Nothing was saved'} errors={summaryOf(problem)} />}
      <PageTitle title="Set the tier by hand" lede={`${name} is ${MEETING_TIER_WORDS[held.row.tier.tier].toLowerCase()} today.`} />
      {latest && <InsetText>Set to {latest.tier && MEETING_TIER_WORDS[latest.tier].toLowerCase()} until {formatDate(latest.untilOn ?? '')}{latest.by === null ? '' : ` by ${latest.by}`}: {latest.reason}</InsetText>}
      <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
        <Radios
          name="tier" idPrefix="tier" legend="At least which tier?" hint="A tier set by hand raises the one that is worked out, and never lowers it." value={tier} onChange={setTier} {...wrong('tier')}
          items={[...TIERS_WORST_FIRST.filter((each) => each !== 'UNIVERSAL').map((value) => ({ value, label: MEETING_TIER_WORDS[value] })), ...(latest ? [{ value: TAKEN_BACK, label: 'Take back what was set' }] : [])]}
        />
        {tier !== TAKEN_BACK && <Input id="untilOn" name="untilOn" label="Until when?" className="govuk-input--width-10" hint="The last day on which it holds. For example, 25/3/2027." defaultValue={dayToType(latest?.untilOn ?? null)} {...wrong('untilOn')} />}
        <Textarea id="reason" name="reason" rows={3} label="Why?" hint="It stands beside the tier. Do not name a child." {...wrong('reason')} />
        <div className="app-buttons"><Button type="submit" disabled={loading} preventDoubleClick>{loading ? 'Saving' : tier === TAKEN_BACK ? 'Take it back' : 'Set the tier'}</Button><Link href={back}>Leave it as it is</Link></div>
      </form>
    </Page>
  );
}
