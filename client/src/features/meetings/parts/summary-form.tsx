import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { ruleValue } from '@attendance/shared/kernel';
import { CONCERNS_LENGTH, SUMMARY_COUNT_WORDS, SUMMARY_COUNTS, type SummaryCount } from '@attendance/shared/meetings';
import { problemOf, summaryOf, takeOver, typedIn, type SaveProblem } from '../../../graphql/save.ts';
import type { TermSummaryInput } from '../../../graphql/schema.generated.ts';
import { formatDate } from '../../../lib/format.ts';
import { forgetForm, keepForm, putBack } from '../../../lib/kept-form.ts';
import { dayToType, typedDay } from '../../../lib/typed-day.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Fieldset } from '../../../ui/fieldset.tsx';
import { Input } from '../../../ui/input.tsx';
import { InsetText } from '../../../ui/inset-text.tsx';
import { Link } from '../../../ui/link.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import type { TermSummaryFieldsFragment as Summary } from '../pages/term-summary-page.generated.ts';

const hintsOn = (today: string): Readonly<Partial<Record<SummaryCount, string>>> => ({
  roll: 'On that day.', possible: 'Of all pupils together: mornings and afternoons on which they were to be in school.',
  persistent: `Pupils on roll who missed ${ruleValue('persistent-absence.percent', today)}% or more of their own possible sessions.`, severe: `Of those, pupils who missed ${ruleValue('severe-absence.percent', today)}% or more.`, concern: 'However much they missed.',
});
const GROUPS: readonly { readonly legend: string; readonly counts: readonly SummaryCount[] }[] = [
  { legend: 'Sessions since the first day of the school year', counts: ['possible', 'authorised', 'unauthorised'] }, { legend: 'Pupils', counts: ['roll', 'persistent', 'severe', 'concern'] },
];

/** A whole number as people type it, 1,240 or 1 240; null where it is none, for the server to say so beside its field. */
function typedCount(text: string): number | null {
  const digits = text.replace(/[\s,]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** The fields of a form filled in over a version; empty where nothing was entered yet. */
function fieldsOf({ versions }: Summary, over: number): Record<string, string> {
  const found = versions.find(({ version }) => version === over);
  return { asOfOn: dayToType(found?.asOfOn ?? null), concerns: found?.concerns ?? '', ...Object.fromEntries(SUMMARY_COUNTS.map((name) => [name, found === undefined ? '' : String(found[name])])) };
}

export interface SummaryFormProps {
  readonly summary: Summary;
  /** Under which name unsent words are kept on this machine. */
  readonly keptAs: string;
  readonly today: string;
  readonly back: string;
  readonly save: (version: number, input: TermSummaryInput) => Promise<unknown>;
  /** What stands there now, where somebody else was first. */
  readonly latest: () => Promise<Summary | null>;
}

/** The counts of a summary: kept on this machine as they are typed, sent as a whole over the version they were typed over. */
export function SummaryForm({ summary, keptAs, today, back, save, latest }: SummaryFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [held, setHeld] = useState(summary);
  const [version, setVersion] = useState(summary.version);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const [isBroughtBack, setIsBroughtBack] = useState(false);
  const given = fieldsOf(summary, summary.version);
  const [theirs] = held.versions;
  const hints = hintsOn(today);
  const wrong = (field: string) => (problem?.fields[field] ? { error: problem.fields[field] } : {});
  useEffect(() => {
    const over = form.current === null ? null : putBack(keptAs, form.current);
    if (over === null) return;
    setVersion(over);
    setIsBroughtBack(true);
  }, [keptAs]);
  const startAnew = (): void => {
    forgetForm(keptAs);
    form.current?.reset();
    setVersion(held.version);
    setIsBroughtBack(false);
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const fields = event.currentTarget;
    setIsSaving(true);
    try {
      const counts = Object.fromEntries(SUMMARY_COUNTS.map((name) => [name, typedCount(typedIn(fields, name))]));
      await save(version, { ...counts, asOfOn: typedDay(typedIn(fields, 'asOfOn')), concerns: typedIn(fields, 'concerns') });
      forgetForm(keptAs);
    } catch (error) {
      const found = problemOf(error);
      const now = found.isConflict ? await latest() : null;
      if (now !== null) {
        takeOver(fields, fieldsOf(now, version), fieldsOf(now, now.version));
        setHeld(now);
        setVersion(now.version);
        keepForm(keptAs, fields, now.version);
      }
      setProblem(found);
    } finally {
      setIsSaving(false);
    }
  };
  return (
    <>
      {problem && <ErrorSummary title={Object.keys(problem.fields).length > 0 ? 'There is a problem' : 'Nothing was saved'} errors={summaryOf(problem)} />}
      {isBroughtBack && <InsetText><p>What you typed here before and did not send has been put back. <QuietButton onClick={startAnew}>Start from what was entered</QuietButton></p></InsetText>}
      {problem?.isConflict === true && theirs !== undefined && (
        <InsetText>Entered meanwhile{theirs.by === null ? '' : ` by ${theirs.by}`}: {SUMMARY_COUNTS.map((name) => `${SUMMARY_COUNT_WORDS[name].toLowerCase()} ${theirs[name]}`).join(', ')}, to {formatDate(theirs.asOfOn)}. Fields you had left alone now show that.</InsetText>
      )}
      <form ref={form} className="app-question" onSubmit={(event) => void submit(event)} onChange={(event) => keepForm(keptAs, event.currentTarget, version)} noValidate>
        <Input id="asOfOn" name="asOfOn" label="Up to which day do the counts go?" className="govuk-input--width-10" hint={`A day of the term, ${formatDate(summary.term.startsOn)} to ${formatDate(summary.term.endsOn < today ? summary.term.endsOn : today)}. For example, ${dayToType(today)}.`} defaultValue={given.asOfOn} {...wrong('asOfOn')} />
        {GROUPS.map(({ legend, counts }) => (
          <Fieldset key={legend} legend={legend} legendClassName="govuk-fieldset__legend--m">
            {counts.map((name) => <Input key={name} id={name} name={name} label={SUMMARY_COUNT_WORDS[name]} {...(hints[name] === undefined ? {} : { hint: hints[name] })} inputMode="numeric" className="govuk-input--width-10" defaultValue={given[name]} {...wrong(name)} />)}
          </Fieldset>
        ))}
        <Textarea id="concerns" name="concerns" rows={5} maxLength={CONCERNS_LENGTH} label="What should the meeting know about pupils you are concerned about?" hint="Do not name a child: say how many, which year groups, and what stands in the way. Names are for the meeting." defaultValue={given.concerns} {...wrong('concerns')} />
        <div className="app-buttons"><Button type="submit" disabled={isSaving} preventDoubleClick>{isSaving ? 'Saving' : summary.version === 0 ? 'Enter the summary' : 'Enter it anew'}</Button><Link href={back}>Go on later: it is kept on this computer</Link></div>
      </form>
    </>
  );
}
