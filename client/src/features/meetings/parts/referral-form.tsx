import { useMutation } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { FAMILY_TOLD_WORDS, needsApproval, REFERRAL_DRAFT, REFERRAL_TEXT_NAMES, REFERRAL_TEXTS, type FamilyTold, type ReferralText } from '@attendance/shared/meetings';
import { draftBeside } from '@attendance/shared/tasks';
import { usePortalClient } from '../../../graphql/portal-client.ts';
import { problemOf, summaryOf, type SaveProblem } from '../../../graphql/save.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { InsetText } from '../../../ui/inset-text.tsx';
import { Select } from '../../../ui/select.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { DraftNotes, useDraft, useDraftsOf } from '../../tasks/index.ts';
import { ReferralPageDocument, SaveReferralDraftDocument, type ReferralFieldsFragment } from '../pages/referrals.generated.ts';

/** The few fields of a draft. What is typed is kept with its action until it is saved, and stays in its fields whatever the server says. */
export function ReferralForm({ draft, onSaved }: { draft: ReferralFieldsFragment; onSaved: () => void }) {
  const client = usePortalClient();
  const [save, { loading }] = useMutation(SaveReferralDraftDocument);
  const [held, setHeld] = useState(draft);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const about = { meetingId: null, taskId: draft.taskId ?? 0, pupilId: null };
  useDraftsOf(about);
  const texts = {
    reason: useDraft({ ...about, part: REFERRAL_DRAFT }), outcome: useDraft({ ...about, part: draftBeside(REFERRAL_DRAFT, 'OUTCOME') }), tried: useDraft({ ...about, part: draftBeside(REFERRAL_DRAFT, 'TRIED') }),
  } satisfies Record<ReferralText, unknown>;
  const told = useDraft({ ...about, part: draftBeside(REFERRAL_DRAFT, 'TOLD') });
  const valueOf = (name: ReferralText): string => texts[name].value ?? held[name];
  const chosen = (told.value ?? held.familyTold ?? '') as FamilyTold | '';
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const input = { reason: valueOf('reason'), outcome: valueOf('outcome'), tried: valueOf('tried'), familyTold: chosen === '' ? null : chosen };
    try {
      await texts.reason.send(() => save({ variables: { id: draft.id, version: held.version, input } }));
      onSaved();
    } catch (error) {
      const found = problemOf(error);
      const now = found.isConflict ? await client.query({ query: ReferralPageDocument, variables: { id: draft.id }, fetchPolicy: 'network-only' }).catch(() => null) : null;
      if (now?.data) setHeld(now.data.referralDraft);
      setProblem(found);
    }
  };
  const wrong = (field: string) => (problem?.fields[field] ? { error: problem.fields[field] } : {});
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="The draft">
      {problem && <ErrorSummary title={Object.keys(problem.fields).length > 0 ? 'There is a problem' : 'Nothing was saved'} errors={summaryOf(problem)} />}
      {held.version !== draft.version && (
        <InsetText>
          <p><strong>What stands there now:</strong></p>
          {REFERRAL_TEXT_NAMES.map((name) => <p key={name} className="app-lines">{REFERRAL_TEXTS[name].label}: {held[name] === '' ? 'nothing' : held[name]}</p>)}
          <p>What you typed is below. Save again to put it in its place.</p>
        </InsetText>
      )}
      {held.state === 'APPROVED' && needsApproval(held.service) && <p>Once it is saved anew, the headteacher approves it anew.</p>}
      {REFERRAL_TEXT_NAMES.map((name) => (
        <div key={name}>
          <DraftNotes draft={texts[name]} />
          <Textarea id={name} name={name} rows={4} label={REFERRAL_TEXTS[name].label} hint={REFERRAL_TEXTS[name].hint} value={valueOf(name)} onChange={(event) => texts[name].write(event.target.value)} {...wrong(name)} />
        </div>
      ))}
      {draft.pupilId !== null && <Select id="familyTold" name="familyTold" label="Does the family know?" hint="Be open with the family where it is safe. Agreeing to be helped is another thing." value={chosen} onChange={(event) => told.write(event.currentTarget.value)} items={[{ text: 'Not said yet', value: '' }, ...Object.entries(FAMILY_TOLD_WORDS).map(([value, text]) => ({ value, text }))]} />}
      <Button type="submit" disabled={loading} preventDoubleClick>{loading ? 'Saving' : 'Save the draft'}</Button>
    </form>
  );
}
