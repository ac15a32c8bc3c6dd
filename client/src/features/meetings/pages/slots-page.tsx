import { useMutation, useQuery } from '../../../graphql/hooks.ts';
import { useState } from 'react';
import { MEETING_MODE_WORDS, MEETING_TIER_WORDS, MEETING_TYPE_WORDS, type MeetingMode } from '@attendance/shared/meetings';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { newKey, problemOf } from '../../../graphql/save.ts';
import { formatDate, formatDay, plural } from '../../../lib/format.ts';
import { dayToType, typedDay } from '../../../lib/typed-day.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Input } from '../../../ui/input.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useMe } from '../../identity/index.ts';
import { TIER_COLOURS } from '../parts/planner-words.ts';
import { typedTime } from '../parts/when-fields.tsx';
import { PlanMeetingDocument } from './meeting-page.generated.ts';
import { PlannedRecipientsDocument } from './recipients.generated.ts';
import { SlotsPageDocument, type SlotsPageQuery } from './slots-page.generated.ts';

export const loader = pageLoader(SlotsPageDocument, (_, search) => { const officer = search.get('officer'); return { officerId: officer !== null && /^\d{1,9}$/.test(officer) ? Number(officer) : null }; });

type Proposal = SlotsPageQuery['slotPlan']['proposals'][number];
type Outcome = { readonly kind: 'WAITING' | 'SENDING' | 'OFFERED' | 'SKIPPED' | 'FAILED'; readonly meetingId?: string; readonly why?: string };
/** A proposal as it will be sent. Its key is made once: sent again, it is the same meeting. */
interface Draft { readonly key: string; readonly proposal: Proposal; readonly isChosen: boolean; readonly onDay: string; readonly atTime: string; readonly mode: MeetingMode; readonly outcome: Outcome }

const WAITING: Outcome = { kind: 'WAITING' };
const draftOf = (proposal: Proposal): Draft => ({ key: newKey(), proposal, isChosen: true, onDay: dayToType(proposal.onDay), atTime: proposal.atTime, mode: proposal.mode, outcome: WAITING });
const namesOf = ({ schools }: Proposal): string => schools.map(({ name }) => name).join(', ');

/** Dates proposed for an officer's schools without an offer: looked over, changed, and offered in one press, one after another. */
export function Component() {
  const { data: { slotPlan: plan } } = usePageData(SlotsPageDocument);
  const { authority, me } = useMe();
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => plan.proposals.map(draftOf));
  const [isSending, setIsSending] = useState(false);
  const [offer] = useMutation(PlanMeetingDocument);
  const schoolIds = plan.proposals.flatMap(({ schools }) => schools.map(({ id }) => id));
  const { data: told } = useQuery(PlannedRecipientsDocument, { variables: { command: 'OFFER', schoolIds, officerId: plan.officerId }, skip: schoolIds.length === 0 });
  const change = (key: string, to: Partial<Draft>): void => setDrafts((all) => all.map((draft) => (draft.key === key ? { ...draft, ...to } : draft)));
  const left = drafts.filter(({ isChosen, outcome }) => isChosen && outcome.kind !== 'OFFERED');
  const count = (kind: Outcome['kind']): number => drafts.filter(({ outcome }) => outcome.kind === kind).length;
  const isBegun = drafts.some(({ outcome }) => outcome.kind !== 'WAITING');
  const send = async (): Promise<void> => {
    setIsSending(true);
    for (const draft of drafts) {
      if (draft.outcome.kind === 'OFFERED') continue;
      if (!draft.isChosen) { change(draft.key, { outcome: { kind: 'SKIPPED' } }); continue; }
      change(draft.key, { outcome: { kind: 'SENDING' } });
      const { proposal, mode } = draft;
      try {
        const { data } = await offer({ variables: { key: draft.key, command: 'OFFER', input: { type: proposal.type, schoolIds: proposal.schools.map(({ id }) => id), mode, onDay: typedDay(draft.onDay), atTime: typedTime(draft.atTime), minutes: proposal.minutes, place: '', officerId: plan.officerId } } });
        change(draft.key, { outcome: { kind: 'OFFERED', meetingId: data?.planMeeting.id ?? '' } });
      } catch (error) {
        const { text, fields } = problemOf(error);
        change(draft.key, { outcome: { kind: 'FAILED', why: Object.values(fields).join('. ') || text } });
      }
    }
    setIsSending(false);
  };
  const isOwn = plan.officer === me.name;
  const whose = isOwn ? 'your schools' : `${plan.officer}’s schools`;
  return (
    <Page windowTitle="Plan the next weeks" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings', href: '/meetings' }, { text: 'Plan the next weeks' }]}>
      <PageTitle title="Plan the next weeks" lede={`Dates for ${whose} without an offer, ${formatDate(plan.from)} to ${formatDate(plan.to)}, worst tier first. ${plural(plan.inHand, 'school')} ${isOwn ? 'of yours ' : ''}already in hand. Nothing is sent until you offer it.`} />
      <Panel
        lead title={drafts.length === 0 ? 'No date is proposed' : `${plural(drafts.length, 'date')} proposed`} flush
        foot={drafts.length > 0 ? <div className="app-buttons"><Button onClick={() => void send()} disabled={isSending || left.length === 0} preventDoubleClick>{isSending ? 'Offering' : isBegun ? `Offer the ${left.length} left` : `Offer the ${left.length} chosen`}</Button><Link href="/meetings">Back to the planner</Link></div> : <Link href="/meetings">Back to the planner</Link>}
      >
        {told && <p className="app-slots__told">Each date is sent to {plan.officer} and to the attendance champion of its school.{told.plannedRecipients.untoldSchools.length > 0 && <> <strong>Nobody would be told at {told.plannedRecipients.untoldSchools.join(', ')}:</strong> no champion there has an account. Telephone {told.plannedRecipients.untoldSchools.length === 1 ? 'it' : 'them'}.</>}</p>}
        <div role="status" className="app-slots__status">{isBegun && `${count('OFFERED')} offered, ${count('SKIPPED')} skipped, ${count('FAILED')} failed${isSending ? `, ${count('WAITING') + count('SENDING')} to go` : ''}.${!isSending && count('FAILED') > 0 ? ' What failed is still below: change it, or send it again. What was offered is not sent twice.' : ''}`}</div>
        {drafts.length === 0 ? <EmptyState>{plan.withoutRoom.length === 0 ? 'Each of these schools has an offer, a booking or a meeting this term.' : 'There is no room in the diary in these weeks.'}</EmptyState> : (
          <ul className="app-rows">{drafts.map((draft) => <Slot key={draft.key} draft={draft} isLocked={isSending || draft.outcome.kind === 'OFFERED'} onChange={(to) => change(draft.key, to)} />)}</ul>
        )}
      </Panel>
      {plan.withoutRoom.length > 0 && (
        <Panel title={`No room for ${plural(plan.withoutRoom.length, 'school')}`} aside="In these weeks, by the limits of a day and a week" flush>
          <ul className="app-rows">{plan.withoutRoom.map(({ id, name }) => <li key={id}><span className="app-rows__main">{name}</span><Link href={`/meetings/new?schoolId=${id}`}>Choose a date<span className="govuk-visually-hidden"> for {name}</span></Link></li>)}</ul>
        </Panel>
      )}
    </Page>
  );
}

function Slot({ draft: { key, proposal, isChosen, onDay, atTime, mode, outcome }, isLocked, onChange }: { draft: Draft; isLocked: boolean; onChange: (to: Partial<Draft>) => void }) {
  const names = namesOf(proposal);
  const id = (part: string): string => `${part}-${key}`;
  const hidden = <span className="govuk-visually-hidden"> for {names}</span>;
  const edit = (to: Partial<Draft>): void => onChange({ ...to, outcome: WAITING });
  return (
    <li className="app-slot">
      <div className="govuk-checkboxes govuk-checkboxes--small app-slot__who" data-module="govuk-checkboxes">
        <div className="govuk-checkboxes__item">
          <input className="govuk-checkboxes__input" id={id('chosen')} type="checkbox" checked={isChosen} disabled={isLocked} onChange={(event) => edit({ isChosen: event.currentTarget.checked })} />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={id('chosen')}>{names}</label>
        </div>
        <span className="app-line"><Tag colour={TIER_COLOURS[proposal.tier]}>{MEETING_TIER_WORDS[proposal.tier]}</Tag> {MEETING_TYPE_WORDS[proposal.type]} · {proposal.minutes} minutes · {proposal.schools.length > 1 && `${proposal.reason} · `}proposed for {formatDay(proposal.onDay)}</span>
      </div>
      <div className="app-slot__when">
        <Input id={id('day')} label={<>Day{hidden}</>} value={onDay} disabled={isLocked} className="govuk-input--width-10" onChange={(event) => edit({ onDay: event.currentTarget.value })} />
        <Input id={id('time')} label={<>Begins{hidden}</>} value={atTime} disabled={isLocked} className="govuk-input--width-4" onChange={(event) => edit({ atTime: event.currentTarget.value })} />
        <Select id={id('mode')} label={<>How{hidden}</>} value={mode} disabled={isLocked} items={Object.entries(MEETING_MODE_WORDS).map(([value, text]) => ({ text, value }))} onChange={(event) => edit({ mode: event.currentTarget.value as MeetingMode })} />
      </div>
      <div className="app-slot__outcome"><Result outcome={outcome} names={names} /></div>
    </li>
  );
}

function Result({ outcome: { kind, meetingId, why }, names }: { outcome: Outcome; names: string }) {
  if (kind === 'OFFERED') return <><Tag colour="green">Offered</Tag> <Link href={`/meetings/${meetingId}`}>Open it<span className="govuk-visually-hidden">: {names}</span></Link></>;
  if (kind === 'FAILED') return <><Tag colour="red">Not offered</Tag> <span className="app-break">{why}</span></>;
  if (kind === 'SKIPPED') return <Tag colour="grey">Skipped</Tag>;
  return kind === 'SENDING' ? <span>Sending</span> : null;
}
