import { useMutation } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { useRevalidator } from 'react-router';
import { FAMILY_TOLD_WORDS, needsApproval, REFERRAL_STATE_WORDS, REFERRAL_TEXT_NAMES, REFERRAL_TEXTS, SUPPORT_SERVICES, type SupportService } from '@attendance/shared/meetings';
import { taskPath } from '@attendance/shared/tasks';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { problemOf, typedIn, type SaveProblem } from '../../../graphql/save.ts';
import { formatDate, formatInstant, formatLongDay } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Column, Columns } from '../../../ui/columns.tsx';
import { Details } from '../../../ui/details.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { useMe } from '../../identity/index.ts';
import { HomeElsewhere } from '../parts/home-elsewhere.tsx';
import { ReferralForm } from '../parts/referral-form.tsx';
import { STATE_COLOURS } from '../parts/referral-state.ts';
import { ApproveReferralDraftDocument, ReferralPageDocument, WithdrawReferralDraftDocument, type ReferralFieldsFragment } from './referrals.generated.ts';

export const loader = pageLoader(ReferralPageDocument, ({ id }) => ({ id: id ?? '' }));

/** One draft of a referral: where it comes from, what it lacks, and what may be done with it. */
export function Component() {
  const { data: { referralDraft: draft } } = usePageData(ReferralPageDocument);
  const { authority, can } = useMe();
  const { revalidate } = useRevalidator();
  const saved = (): void => { void revalidate(); };
  const may = (command: ReferralFieldsFragment['allowedCommands'][number]): boolean => draft.allowedCommands.includes(command);
  const service = SUPPORT_SERVICES[draft.service as SupportService] ?? draft.service;
  return (
    <Page windowTitle="Referral draft" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings', href: '/meetings' }, { text: 'Referral drafts', href: '/meetings/referrals' }, { text: 'Draft' }]}>
      <PageTitle title={draft.pupilName === null ? service : `${service}: ${draft.pupilName}`} lede={<><Tag colour={STATE_COLOURS[draft.state]}>{REFERRAL_STATE_WORDS[draft.state]}</Tag> Nothing is sent from here: the casework module will take this draft over.</>} />
      <Columns>
        <Column span={7}>
          <Panel title="What is asked for" lead>
            {may('SAVE') ? <ReferralForm key={draft.version} draft={draft} onSaved={saved} /> : (
              <SummaryList rows={[
                ...REFERRAL_TEXT_NAMES.map((name) => ({ key: REFERRAL_TEXTS[name].label, value: draft[name] === '' ? <span className="app-muted">Not filled in yet</span> : <span className="app-lines">{draft[name]}</span> })),
                ...(draft.pupilId === null ? [] : [{ key: 'The family', value: draft.familyTold === null ? <span className="app-muted">Not said yet</span> : FAMILY_TOLD_WORDS[draft.familyTold] }]),
              ]} />
            )}
          </Panel>
          {draft.homeLa !== null && draft.pupilId !== null && <Panel title="Lives in another authority"><HomeElsewhere pupilId={draft.pupilId} pupil={draft.pupilName ?? ''} homeLa={draft.homeLa} school={draft.school} meetingOn={draft.meetingOn ?? draft.madeOn} services={[draft.service]} /></Panel>}
        </Column>
        <Column span={5}>
          <Panel title="Where it comes from">
            <SummaryList rows={[
              { key: 'School', value: <Link href={`/schools/${draft.schoolId}`}>{draft.school}</Link> }, ...(draft.pupilId === null ? [] : [{ key: 'Pupil', value: <Link href={`/pupils/${draft.pupilId}`}>{draft.pupilName}</Link> }]),
              ...(draft.meetingId === null || draft.meetingOn === null ? [] : [{ key: 'Meeting', value: <Link href={`/meetings/${draft.meetingId}/record`}>{formatLongDay(draft.meetingOn)}</Link> }]),
              ...(draft.taskId === null || !can('task:read') ? [] : [{ key: 'Agreed as', value: <Link href={taskPath(draft.taskId)}>An action of the meeting</Link> }]), { key: 'Made', value: formatDate(draft.madeOn) },
              ...(draft.changedAt === null ? [] : [{ key: 'Last written', value: `${draft.changedBy ?? 'Somebody who left'}, ${formatInstant(draft.changedAt)}` }]),
              { key: 'Headteacher', value: draft.approvedAt !== null ? `Approved by ${draft.approvedBy ?? 'the headteacher'}, ${formatInstant(draft.approvedAt)}` : needsApproval(draft.service) ? 'Not approved' : 'Not asked: this service waits for nobody' },
              ...(draft.withdrawnAt === null ? [] : [{ key: 'Withdrawn', value: <>{draft.withdrawnBy ?? 'Somebody who left'}, {formatInstant(draft.withdrawnAt)}<span className="app-line app-break">{draft.withdrawnReason}</span></> }]),
            ]} />
            {draft.gaps.length > 0 && <><p><strong>Still missing:</strong></p><ul className="govuk-list govuk-list--bullet">{draft.gaps.map((gap) => <li key={gap}>{gap}</li>)}</ul></>}
          </Panel>
          {may('APPROVE') && <Panel title="Your approval"><Approve draft={draft} onSaved={saved} /></Panel>}
          {may('WITHDRAW') && <Panel title="Not needed any more"><Withdraw key={draft.version} draft={draft} onSaved={saved} /></Panel>}
        </Column>
      </Columns>
    </Page>
  );
}

interface ActProps { readonly draft: ReferralFieldsFragment; readonly onSaved: () => void }

function Approve({ draft: { id, version }, onSaved }: ActProps) {
  const [approve, { loading }] = useMutation(ApproveReferralDraftDocument);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const press = async (): Promise<void> => {
    try {
      await approve({ variables: { id, version } });
      onSaved();
    } catch (error) {
      setProblem(problemOf(error));
      if (problemOf(error).isConflict) onSaved();
    }
  };
  return (
    <>
      {problem && <ErrorSummary title="Not approved" errors={[{ text: problem.text }]} />}
      <p>You approve the draft as it stands here. If somebody changes it, it comes back to you.</p>
      <div className="app-buttons"><Button onClick={() => void press()} disabled={loading} preventDoubleClick>{loading ? 'Saving' : 'Approve the draft'}</Button></div>
    </>
  );
}

function Withdraw({ draft: { id, version }, onSaved }: ActProps) {
  const [withdraw, { loading }] = useMutation(WithdrawReferralDraftDocument);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    try {
      await withdraw({ variables: { id, version, reason: typedIn(event.currentTarget, 'why') } });
      onSaved();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <Details summary="Withdraw the draft">
      <form onSubmit={(event) => void submit(event)} noValidate>
        {problem && <ErrorSummary title="Nothing was saved" errors={[{ text: problem.fields.why ?? problem.text, ...(problem.fields.why ? { href: '#why' } : {}) }]} />}
        <Textarea id="why" name="why" rows={2} label="Why?" hint="It stays with the draft. A withdrawn draft stays withdrawn." {...(problem?.fields.why ? { error: problem.fields.why } : {})} />
        <Button type="submit" variant="secondary" disabled={loading} preventDoubleClick>{loading ? 'Saving' : 'Withdraw it'}</Button>
      </form>
    </Details>
  );
}
