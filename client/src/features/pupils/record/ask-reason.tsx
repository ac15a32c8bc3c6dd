import { useState, type SubmitEvent } from 'react';
import { useRevalidator } from 'react-router';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page } from '../../../ui/page.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { giveReason, SHORTEST_REASON } from './reasons.ts';

/** The one question before a restricted record. The reason goes with the request and into the trail, never into the address. */
export function AskReason({ pupilId }: { pupilId: string }) {
  const { revalidate, state } = useRevalidator();
  const [problem, setProblem] = useState<string | null>(null);
  const open = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget).get('reason');
    const text = typeof reason === 'string' ? reason.trim() : '';
    if (text.length < SHORTEST_REASON) {
      setProblem(text === '' ? 'Say why you need to open this record' : `Say a little more: at least ${SHORTEST_REASON} characters`);
      return;
    }
    setProblem(null);
    giveReason(pupilId, text);
    void revalidate();
  };
  return (
    <Page windowTitle="Restricted record" breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Pupils', href: '/pupils' }]}>
      {problem && <ErrorSummary errors={[{ text: problem, href: '#reason' }]} />}
      <form className="app-question" onSubmit={open} noValidate>
        <Textarea
          id="reason" name="reason" rows={4} label="Why do you need to open this record?" labelIsHeading labelProps={{ className: 'govuk-label--l' }} {...(problem ? { error: problem } : {})}
          hint="This record is restricted, and nothing of it was opened. Your reason is kept with your name, where whoever answers for the record will read it."
        />
        <div className="app-buttons"><Button type="submit" disabled={state === 'loading'}>Open the record</Button><Link href="/">Leave it closed</Link></div>
      </form>
    </Page>
  );
}
