import { useState, type SubmitEvent } from 'react';
import { BARRIER_KIND_WORDS, BARRIER_KINDS, type BarrierKind } from '@attendance/shared/attendance';
import type { BarrierInput } from '../../../graphql/schema.generated.ts';
import { formatDate } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Input } from '../../../ui/input.tsx';
import { Link } from '../../../ui/link.tsx';
import { Select } from '../../../ui/select.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { problemOf, summaryOf, takeOver, typedIn, type SaveProblem } from '../../../graphql/save.ts';
import { dayToType, typedDay } from '../../../lib/typed-day.ts';

type Words = { readonly [Key in keyof BarrierInput]: BarrierInput[Key] };

/** Words as the fields hold them. */
const asTyped = (words: Words): Record<string, string> => ({ ...words, sinceOn: dayToType(words.sinceOn), ownerId: String(words.ownerId) });

export interface BarrierFormProps {
  readonly given: Words;
  readonly owners: readonly { readonly id: number; readonly name: string }[];
  readonly send: (input: BarrierInput) => Promise<void>;
  /** What stands there now, asked for when somebody else was first. */
  readonly standsNow?: () => Promise<Words>;
  readonly submitText: string;
  readonly back: string;
}

/** The words of a barrier. What was typed stays in its fields whatever the server says. */
export function BarrierForm({ given, owners, send, standsNow, submitText, back }: BarrierFormProps) {
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const [now, setNow] = useState<Words | null>(null);
  const [isSending, setSending] = useState(false);
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    setSending(true);
    try {
      await send({
        title: typedIn(form, 'title'), kind: typedIn(form, 'kind') as BarrierKind, known: typedIn(form, 'known'), place: typedIn(form, 'place'),
        sinceOn: typedDay(typedIn(form, 'sinceOn')), ownerId: Number(typedIn(form, 'ownerId')), teamNote: typedIn(form, 'teamNote'),
      });
    } catch (error) {
      const found = problemOf(error);
      if (found.isConflict && standsNow) {
        const stands = await standsNow().catch(() => null);
        if (stands) takeOver(form, asTyped(given), asTyped(stands));
        setNow(stands);
      }
      setProblem(found);
      setSending(false);
    }
  };
  const wrong = (field: string) => (problem?.fields[field] ? { error: problem.fields[field] } : {});
  /** Beside what a person typed, what somebody else made of the field meanwhile. */
  const hint = (field: keyof Words, words: string, say: (value: string) => string = (value) => value) => {
    const stands = now === null || now[field] === given[field] ? null : say(String(now[field] ?? ''));
    return { hint: stands === null ? words : <>{words} <strong>Stands there now: {stands === '' ? 'nothing' : stands}</strong></> };
  };
  const isKnownOwner = owners.some(({ id }) => id === given.ownerId);
  return (
    <>
      {problem && <ErrorSummary title={Object.keys(problem.fields).length > 0 ? 'There is a problem' : 'Nothing was saved'} errors={summaryOf(problem)} />}
      <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
        <Input id="title" name="title" label="Title" maxLength={200} defaultValue={given.title} {...hint('title', 'In a few words, such as “Bus 14 no longer runs”. Do not name a child: schools read this.')} {...wrong('title')} />
        <Select id="kind" name="kind" label="Kind" items={BARRIER_KINDS.map((value) => ({ text: BARRIER_KIND_WORDS[value], value }))} defaultValue={given.kind} {...hint('kind', '', (value) => BARRIER_KIND_WORDS[value as BarrierKind])} {...wrong('kind')} />
        <Textarea id="known" name="known" label="What is known" rows={5} defaultValue={given.known} {...hint('known', 'What happens, to whom, and how it is known. Schools it names read this.')} {...wrong('known')} />
        <Input id="place" name="place" label="Where it is (optional)" defaultValue={given.place} {...hint('place', 'In plain words, such as “Heron estate”.')} {...wrong('place')} />
        <Input id="sinceOn" name="sinceOn" label="Since when" className="govuk-input--width-10" defaultValue={dayToType(given.sinceOn)} {...hint('sinceOn', 'For example, 2/11/2026. Attendance before and since is set side by side.', (value) => formatDate(value))} {...wrong('sinceOn')} />
        <Select id="ownerId" name="ownerId" label="Owner" items={[...(isKnownOwner ? [] : [{ text: 'Choose', value: String(given.ownerId) }]), ...owners.map(({ id, name }) => ({ text: name, value: String(id) }))]} defaultValue={String(given.ownerId)} {...hint('ownerId', 'Whoever sees to it that it is worked on.', (value) => owners.find(({ id }) => String(id) === value)?.name ?? value)} {...wrong('ownerId')} />
        <Textarea id="teamNote" name="teamNote" label="For the team only (optional)" rows={3} defaultValue={given.teamNote} {...hint('teamNote', 'No school and nobody outside the team reads this.')} {...wrong('teamNote')} />
        <div className="app-buttons"><Button type="submit" disabled={isSending} preventDoubleClick>{isSending ? 'Saving' : submitText}</Button><Link href={back}>Leave without saving</Link></div>
      </form>
    </>
  );
}
