import { useState, type SubmitEvent } from 'react';
import { useNavigate, useRevalidator, useSearchParams } from 'react-router';
import { HALF_TYPED } from '@attendance/shared/meetings';
import { useMutation } from '../../../graphql/hooks.ts';
import { searchWith } from '../../../graphql/page-query.ts';
import { usePortalClient } from '../../../graphql/portal-client.ts';
import { problemOf } from '../../../graphql/save.ts';
import { Button } from '../../../ui/button.tsx';
import { Details } from '../../../ui/details.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { Input } from '../../../ui/input.tsx';
import { Radios } from '../../../ui/radios.tsx';
import { useFind, type FindItem } from '../../../ui/use-find.ts';
import { searchPupils } from '../../pupils/index.ts';
import { DraftNotes, useDraft, type DraftHandle } from '../../tasks/index.ts';
import { AddMeetingPupilDocument } from '../pages/pack-page.generated.ts';
import { usePapers } from '../papers/papers-provider.tsx';
import { useHolding } from './holding.ts';

const MOST_SHOWN = 8;

/** Somebody nobody had on the list is spoken about after all: found by name, with why, and talked about at once. */
export function AddPupil() {
  const { meeting, schoolId } = useHolding();
  const why = useDraft({ meetingId: Number(meeting.id), taskId: null, part: HALF_TYPED.addPupil(schoolId), pupilId: null });
  const [toggled, setToggled] = useState<boolean | null>(null);
  // Whoever had begun to say why finds it again.
  const isOpen = toggled ?? (why.value ?? '') !== '';
  return (
    <Details summary="Add a pupil to the list" open={isOpen} onToggle={(event) => setToggled(event.currentTarget.open)}>
      {isOpen && <AddForm why={why} onDone={() => setToggled(false)} />}
    </Details>
  );
}

function AddForm({ why, onDone }: { why: DraftHandle; onDone: () => void }) {
  const { meeting, schoolId, pupils } = useHolding();
  const { flush } = usePapers();
  const { revalidate } = useRevalidator();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { text, state, ask } = useFind(searchPupils(usePortalClient()));
  const [add, { loading }] = useMutation(AddMeetingPupilDocument);
  const [chosen, setChosen] = useState<string | null>(null);
  const reason = why.value ?? '';
  const [problems, setProblems] = useState<{ readonly who?: string; readonly why?: string; readonly all?: string }>({});
  const school = meeting.schools.find(({ id }) => id === schoolId)?.name ?? '';
  const isHere = ({ id, context }: FindItem): boolean => (context ?? '').endsWith(school) && !pupils.some(({ pupilId }) => String(pupilId) === id);
  const found = state.kind === 'results' ? state.results.groups.flatMap(({ items }) => items).filter(isHere).slice(0, MOST_SHOWN) : [];
  const pupil = found.find(({ id }) => id === chosen) ?? (found.length === 1 ? found[0] : undefined);
  const isNobody = (state.kind === 'results' || state.kind === 'none') && found.length === 0;
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const missing = { ...(pupil === undefined ? { who: found.length > 1 ? 'Choose one of them' : 'Find the pupil first' } : {}), ...(reason.trim() === '' ? { why: 'Say why' } : {}) };
    setProblems(missing);
    if (pupil === undefined || reason.trim() === '') return;
    if (!(await flush())) { setProblems({ all: 'Some of what was typed has not reached the portal yet. Nothing is lost: wait for “Saved” below, and add the pupil then.' }); return; }
    try {
      await why.send(() => add({ variables: { id: meeting.id, schoolId, pupilId: Number(pupil.id), reason } }));
      onDone();
      await revalidate();
      await navigate(searchWith(search, { item: 'OTHER_PUPILS', pupil: pupil.id }), { preventScrollReset: true });
    } catch (error) {
      const { text: words, fields } = problemOf(error);
      setProblems({ all: Object.values(fields).join('. ') || words });
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {problems.all !== undefined && <ErrorMessage>{problems.all}</ErrorMessage>}
      <Input id="add-pupil-text" label={`A pupil of ${school}`} hint="Name, UPN or date of birth" autoComplete="off" value={text} onChange={(event) => { ask(event.target.value); setChosen(null); }} {...(problems.who === undefined || found.length > 1 ? {} : { error: problems.who })} />
      <p role="status" className="app-small">{state.kind === 'searching' ? 'Looking…' : state.kind === 'error' ? 'The search did not answer. What you typed is still here: type on to ask again.' : isNobody ? `Nobody of that name is at ${school} and not on the list yet.` : ''}</p>
      {found.length > 0 && <Radios name="add-pupil" idPrefix="add-pupil" legend="Whom" className="govuk-radios--small" items={found.map(({ id, title, context, detail }) => ({ value: id, label: title, hint: [context?.replace(`, ${school}`, ''), detail].filter(Boolean).join(' · ') }))} value={pupil?.id ?? null} onChange={setChosen} {...(problems.who === undefined ? {} : { error: problems.who })} />}
      <DraftNotes draft={why} />
      <Input id="add-pupil-why" label="Why?" hint="It stands beside the name in the record." value={reason} onChange={(event) => why.write(event.target.value)} {...(problems.why === undefined ? {} : { error: problems.why })} />
      <Button type="submit" small disabled={loading} preventDoubleClick>{loading ? 'Adding' : 'Add to the list'}</Button>
    </form>
  );
}
