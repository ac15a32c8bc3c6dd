import { inSentence } from '@attendance/shared/kernel';
import { INEFFECTIVE_REASON_NAMES, INEFFECTIVE_REASONS, type IneffectiveReason } from '@attendance/shared/meetings';
import { useState, type SubmitEvent } from 'react';
import { useRevalidator } from 'react-router';
import { useMutation } from '../../../graphql/hooks.ts';
import { problemOf, type SaveProblem } from '../../../graphql/save.ts';
import { formatDate } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { SayWhyNoEffectDocument, type WhyNotFieldsFragment } from '../pages/effect-action-page.generated.ts';

/** Why an action was not followed by better attendance: said once by whoever answers for it, and changed when more is known. Nothing where nobody is asked. */
export function WhyNotPanel({ taskId, version, whyNot, maySay }: { taskId: number; version: number; whyNot: WhyNotFieldsFragment['whyNot']; maySay: boolean }) {
  const [say, { loading }] = useMutation(SayWhyNoEffectDocument);
  const revalidator = useRevalidator();
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  if (!whyNot && !maySay) return null;
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget).get('reason');
    if (typeof reason !== 'string' || reason === '') { setProblem({ text: 'Choose what comes nearest', fields: { reason: 'Choose what comes nearest' }, isConflict: false }); return; }
    try {
      await say({ variables: { taskId, version, reason: reason as IneffectiveReason } });
      setProblem(null);
    } catch (error) {
      setProblem(problemOf(error));
    }
    await revalidator.revalidate();
  };
  return (
    <Panel title={whyNot ? `Why it did not help: ${inSentence(whyNot.words)}` : 'Why did it not help?'} foot="It is put together by kind of action, service, school and term, so that the next plan does not repeat it.">
      {whyNot && <p role="status">Said by {whyNot.by}, {formatDate(whyNot.on)}.</p>}
      {maySay && (
        <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
          <Select
            id="reason" name="reason" label={whyNot ? 'Something else is nearer' : 'What comes nearest?'} defaultValue={whyNot?.reason ?? ''} {...(problem ? { error: problem.fields.reason ?? problem.text } : {})}
            items={[{ text: 'Choose a reason', value: '' }, ...INEFFECTIVE_REASON_NAMES.map((value) => ({ text: INEFFECTIVE_REASONS[value], value }))]}
          />
          <div className="app-buttons"><Button type="submit" variant="secondary" disabled={loading} preventDoubleClick>{loading ? 'Saving' : 'Save the reason'}</Button></div>
        </form>
      )}
    </Panel>
  );
}
