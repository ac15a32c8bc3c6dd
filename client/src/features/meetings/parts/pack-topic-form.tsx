import { useState, type SubmitEvent } from 'react';
import { problemOf, summaryOf, typedIn, type SaveProblem } from '../../../graphql/save.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Select, type SelectItem } from '../../../ui/select.tsx';
import { Textarea } from '../../../ui/textarea.tsx';

export interface TopicFormProps {
  /** Names its fields apart from those of the other forms of the page. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly items: readonly SelectItem[];
  readonly save: (chosen: string, reason: string) => Promise<unknown>;
}

/** Somebody or a group is chosen, with why: done twice it is done once. */
export function TopicForm({ name, label, hint, button, items, save }: TopicFormProps) {
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const [state, setState] = useState<'ready' | 'saving' | 'saved'>('ready');
  const [field, why] = [`${name}-chosen`, `${name}-reason`];
  const wrong = (id: string) => (problem?.fields[id] ? { error: problem.fields[id] } : {});
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const [chosen, reason] = [typedIn(form, field), typedIn(form, why).trim()];
    const missing = { ...(chosen === '' ? { [field]: 'Choose one' } : {}), ...(reason === '' ? { [why]: 'Say why' } : {}) };
    if (Object.keys(missing).length > 0) return setProblem({ text: '', fields: missing, isConflict: false });
    setState('saving');
    setProblem(null);
    try {
      await save(chosen, reason);
      form.reset();
      setState('saved');
    } catch (error) {
      setProblem(problemOf(error));
      setState('ready');
    }
  };
  return (
    <form className="app-pack__form" onSubmit={(event) => void submit(event)} noValidate>
      {problem && <ErrorSummary title={Object.keys(problem.fields).length > 0 ? 'There is a problem' : 'Nothing was saved'} errors={summaryOf(problem)} />}
      <Select id={field} name={field} label={label} items={[{ text: 'Choose', value: '' }, ...items]} {...wrong(field)} />
      <Textarea id={why} name={why} rows={2} label="Why?" hint={hint} {...wrong(why)} />
      <Button type="submit" variant="secondary" disabled={state === 'saving'} preventDoubleClick>{state === 'saving' ? 'Saving' : button}</Button>
      <p role="status">{state === 'saved' ? 'Saved.' : ''}</p>
    </form>
  );
}
