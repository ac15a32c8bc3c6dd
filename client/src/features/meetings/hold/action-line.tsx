import { useMutation } from '../../../graphql/hooks.ts';
import { useId, useRef, useState, type SubmitEvent } from 'react';
import { ACTION_TYPE_NAMES, actionAskingFor, actionTypeLabel, actionTypeOwner, HALF_TYPED, printActionLine, readActionLine, serviceAskedBy, SUPPORT_SERVICE_NAMES, SUPPORT_SERVICES, type ActionScope, type ActionType, type ReadAction, type SupportService } from '@attendance/shared/meetings';
import { draftBeside } from '@attendance/shared/tasks';
import { newKey, problemOf } from '../../../graphql/save.ts';
import { formatLongDay } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { DraftNotes, useDraft } from '../../tasks/index.ts';
import { AddMeetingActionDocument, ChangeMeetingActionDocument, type AgreedActionFragment } from '../pages/hold-page.generated.ts';
import { usePapers } from '../papers/papers-provider.tsx';
import { ownersOf, useHolding, usualOwner, type Owner } from './holding.ts';

type LineProps = { scope: ActionScope; pupilId?: number; /** Stands on the record already: it is changed where it stands, over the version the page shows. */ changing?: AgreedActionFragment; onDone?: () => void };

interface Meant { readonly owner: Owner | { readonly userId: null; readonly name: string; readonly side: 'PARTNER' } | undefined; readonly type: ActionType | null; readonly dueOn: string | null; readonly what: string; readonly service: SupportService | null }

/** What a line means once the usual owner stands in where nobody was named. */
function meantBy(read: ReadAction, owners: readonly Owner[], usual: (side: 'LA' | 'SCHOOL') => Owner | undefined): Meant {
  const type = read.type.is === 'FOUND' ? read.type.type : null;
  const { owner } = read;
  const found = owner.is === 'FOUND' ? owners.find(({ personId }) => personId === owner.person.personId) : undefined;
  const side = type === null ? 'SCHOOL' : actionTypeOwner(type);
  const someone = owner.is === 'UNKNOWN' ? ({ userId: null, name: owner.text, side: 'PARTNER' } as const) : owner.is === 'NONE' ? usual(side === 'LA' ? 'LA' : 'SCHOOL') : found;
  return { owner: someone, type, dueOn: read.due.on, what: read.description, service: serviceAskedBy(type) };
}

/** An action that stands, as the line that would be read as the same one. */
function lineOf({ what, type, owner, dueOn }: AgreedActionFragment): string {
  const known = ACTION_TYPE_NAMES.find((name) => name === type);
  return printActionLine({ owner: { is: 'FOUND', person: { personId: '', name: owner }, written: owner }, type: known === undefined ? { is: 'NONE' } : { is: 'FOUND', type: known }, due: { is: 'SAID', on: dueOn }, description: what });
}

/** The groups of the meeting an action may be about; one that was carried on keeps its own. */
function groupsOf(cohorts: readonly { readonly cohort: string; readonly label: string }[], held: string | null): { value: string; text: string }[] {
  const groups = cohorts.map(({ cohort, label }) => ({ value: cohort, text: label }));
  return held === null || groups.some(({ value }) => value === held) ? groups : [...groups, { value: held, text: 'The group of the earlier meeting' }];
}

/** An action typed in one line: who, what, when. It says what it understood before it is added or changed, and never chooses between two readings. As far as it is typed it is kept by the portal, for whoever types it. */
export function ActionLine({ scope, pupilId, changing, onDone }: LineProps) {
  const { meeting, schoolId, calendar, cohorts } = useHolding();
  const { papers, refresh } = usePapers();
  const about = { meetingId: Number(meeting.id), taskId: null, pupilId: pupilId ?? null };
  const part = changing === undefined ? HALF_TYPED.action(schoolId, scope, about.pupilId) : HALF_TYPED.change(Number(changing.id));
  const [draft, chosen, said] = [useDraft({ ...about, part }), useDraft({ ...about, part: draftBeside(part, 'SERVICE') }), useDraft({ ...about, part: draftBeside(part, 'GROUP') })];
  const line = draft.value ?? (changing === undefined ? '' : lineOf(changing));
  const service = SUPPORT_SERVICE_NAMES.find((name) => name === (chosen.value ?? changing?.service)) ?? '';
  const groups = scope === 'COHORT' ? groupsOf(cohorts, changing?.cohort ?? null) : [];
  const group = said.value ?? (changing === undefined ? (groups.length === 1 ? (groups[0]?.value ?? '') : '') : (changing.cohort ?? ''));
  const [problem, setProblem] = useState<string | null>(null);
  const [add, { loading: isAdding }] = useMutation(AddMeetingActionDocument);
  const [change, { loading: isChanging }] = useMutation(ChangeMeetingActionDocument);
  const id = useId();
  const key = useRef(newKey());
  const owners = ownersOf(meeting, Object.values(papers.boxes));
  const asked = service === '' ? null : service;
  const text = line.trim() === '' && asked !== null ? `Ask for ${SUPPORT_SERVICES[asked].toLowerCase()}` : line;
  const read = readActionLine(text, owners, meeting.onDay, calendar);
  const meant = meantBy(read, owners, (side) => usualOwner(owners, meeting, side));
  const type = meant.type ?? (asked === null ? null : actionAskingFor(asked));
  const send = async (owner: NonNullable<Meant['owner']>): Promise<void> => {
    const input = { schoolId, pupilId: pupilId ?? null, scope, cohort: group === '' ? null : group, type, what: meant.what, side: owner.side, ownerId: owner.userId, owner: owner.name, dueOn: meant.dueOn, service: asked ?? meant.service, isUrgent: changing?.priority === 'HIGH' };
    if (changing === undefined) await add({ variables: { id: meeting.id, key: key.current, input } });
    else await change({ variables: { id: meeting.id, actionId: Number(changing.id), version: changing.version, input } });
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '') return;
    if (read.owner.is === 'AMBIGUOUS') { setProblem('Two people may be meant: write more of the name.'); return; }
    if (meant.owner === undefined) { setProblem('Say who does it: begin with a name and a colon.'); return; }
    const { owner } = meant;
    try {
      await draft.send(() => send(owner));
      key.current = newKey();
      setProblem(null);
      onDone?.();
    } catch (error) {
      const { text: words, fields } = problemOf(error);
      setProblem(Object.values(fields).join('. ') || words);
    }
    refresh();
  };
  const isNew = changing === undefined;
  return (
    <form className="app-action-line" onSubmit={(event) => void submit(event)} noValidate>
      <label className="govuk-label" htmlFor={id}><strong>{isNew ? 'Add an action' : 'Change this action'}</strong> <span className="app-muted">in one line: who, what, when</span></label>
      {problem !== null && <ErrorMessage id={`${id}-wrong`}>{problem}</ErrorMessage>}
      <DraftNotes draft={draft} />
      <div className="app-action-line__row">
        <input id={id} className="govuk-input" value={line} {...(isNew ? { 'data-key': 'a' } : {})} autoComplete="off" aria-describedby={`${id}-reads${problem === null ? '' : ` ${id}-wrong`}`} onChange={(event) => { draft.write(event.target.value); setProblem(null); }} />
        <Button type="submit" disabled={isAdding || isChanging} small>{isNew ? (isAdding ? 'Adding' : 'Add') : isChanging ? 'Changing' : 'Change'}</Button>
      </div>
      <Select id={`${id}-service`} label="Ask for a service" labelProps={{ className: 'govuk-visually-hidden' }} {...(isNew ? { 'data-key': 's' } : {})} className="app-select--small" value={service} onChange={(event) => chosen.write(event.target.value)}
        items={[{ value: '', text: 'No service asked for' }, ...SUPPORT_SERVICE_NAMES.map((name) => ({ value: name, text: SUPPORT_SERVICES[name] }))]} />
      {groups.length > 0 && <Select id={`${id}-group`} label="Which group" className="app-select--small" value={group} onChange={(event) => said.write(event.target.value)} items={[{ value: '', text: 'No group of this list' }, ...groups]} />}
      <p id={`${id}-reads`} className="app-action-line__reads" aria-live="polite">{text.trim() !== '' && <Reads read={read} meant={{ ...meant, type, service: asked ?? meant.service }} />}</p>
      {!isNew && <QuietButton small onClick={() => { for (const each of [draft, chosen, said]) each.write(null); onDone?.(); }}>Leave it as it is</QuietButton>}
    </form>
  );
}

function Reads({ read, meant: { owner, type, dueOn, service } }: { read: ReadAction; meant: Meant }) {
  return (
    <>
      Reads as {type !== null && <Tag colour="teal">{actionTypeLabel(type)}</Tag>} <strong>{owner?.name ?? 'nobody yet'}</strong>
      {read.owner.is === 'UNKNOWN' && <> (nobody of that name signs in here: it is kept as you wrote it)</>}
      {read.owner.is === 'NONE' && owner !== undefined && <> (as usual)</>}
      {dueOn !== null && <>, due <strong>{formatLongDay(dueOn)}</strong>{read.due.is === 'SAID' ? '' : ' (as usual)'}</>}
      {service !== null && <>, asks for <strong>{SUPPORT_SERVICES[service]}</strong></>}
      {read.due.is === 'UNCLEAR' && <>. “{read.due.text}”: {read.due.why}</>}
      {read.owner.is === 'AMBIGUOUS' && <>. {read.notUnderstood.find((words) => words.startsWith('“'))}</>}
    </>
  );
}
