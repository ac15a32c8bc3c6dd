import { useMutation } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { useRevalidator } from 'react-router';
import { BARRIER_KIND_WORDS, isClosedBarrier } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import { may, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { formatDate, formatInstant, plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Column, Columns } from '../../../ui/columns.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { useMe } from '../../identity/index.ts';
import { changeTitle, fieldName, fieldWords, sinceWords, StatusTag } from './barrier-words.tsx';
import { BarrierPageDocument, LinkBarrierDocument, type BarrierEffectFragment, type BarrierPageQuery } from './barriers.generated.ts';
import { EffectTable, effectWords } from './effect-table.tsx';
import { problemOf, typedIn } from '../../../graphql/save.ts';

export const loader = pageLoader(BarrierPageDocument, ({ id }) => ({ id: id ?? '', writes: may('barrier:write'), pupils: may('pupil:read') }));

type Barrier = BarrierPageQuery['barrier'];

/** One area barrier: what is known, whom it keeps away, what is done about it, and everything that was changed. */
export function Component() {
  const { data: { barrier, allSchools } } = usePageData(BarrierPageDocument);
  const { authority, today, can } = useMe();
  const revalidator = useRevalidator();
  const [link, { loading }] = useMutation(LinkBarrierDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const writes = can('barrier:write');
  const { id, title, schools, pupils, actions } = barrier;
  const relink = async (to: { schoolId?: number; pupilId?: number }, linked: boolean): Promise<void> => {
    try {
      await link({ variables: { id, schoolId: to.schoolId ?? null, pupilId: to.pupilId ?? null, linked } });
      setProblem(null);
      await revalidator.revalidate();
    } catch (error) {
      setProblem(problemOf(error).text);
    }
  };
  const unlink = writes ? (row: BarrierEffectFragment) => (
    <QuietButton small disabled={loading} onClick={() => void relink(row.pupilId !== null ? { pupilId: row.pupilId } : { schoolId: row.schoolId ?? 0 }, false)}>Take the link away<span className="govuk-visually-hidden"> of {row.name}</span></QuietButton>
  ) : undefined;
  const weeks = `The ${plural(ruleValue('barrier.weeks-before', today), 'school week')} before the week it began, and the weeks since then of this school year.`;
  const rows = { named: can('pupil:read'), opensSchool: can('school:read'), ...(unlink ? { unlink } : {}) };
  return (
    <Page windowTitle="Area barrier" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Area barriers', href: '/barriers' }, { text: title }]}>
      {problem !== null && <ErrorSummary title="Nothing was changed" errors={[{ text: problem }]} />}
      <PageTitle
        title={title} lede={<><StatusTag status={barrier.status} /> {[BARRIER_KIND_WORDS[barrier.kind], barrier.place, sinceWords(barrier.sinceOn, today), `owned by ${barrier.ownerName}`].filter(Boolean).join(' · ')}</>}
        actions={writes ? <><Button href={`/barriers/${id}/status`}>Change the status</Button><Button variant="secondary" href={`/barriers/${id}/change`}>Change the words</Button></> : undefined}
      />
      <Columns>
        <Column span={7}>
          <Panel title="What is known" lead>
            <div className="app-stack">{barrier.known.split('\n').filter((line) => line.trim() !== '').map((line, index) => <p key={index} className="app-break">{line}</p>)}</div>
            {barrier.reason !== null && <SummaryList rows={[{ key: isClosedBarrier(barrier.status) ? 'Why it was closed' : 'Why it has this status', value: <span className="app-break">{barrier.reason}</span> }]} />}
          </Panel>
          {writes && (
            <Panel title="For the team only" foot="No school and nobody outside the team reads this.">
              <div className="app-stack">{(barrier.teamNote ?? '') === '' ? <p>Nothing is noted.</p> : (barrier.teamNote ?? '').split('\n').filter((line) => line.trim() !== '').map((line, index) => <p key={index} className="app-break">{line}</p>)}</div>
            </Panel>
          )}
        </Column>
        <Column span={5}><Actions barrier={barrier} actions={actions} today={today} writes={writes} /></Column>
      </Columns>
      <Panel id="schools" title={schools.length === 0 ? 'No school is linked' : `${plural(schools.length, 'school')}: ${effectWords(schools) ?? 'no marks within your reach'}`} foot={weeks} flush>
        <EffectTable caption="Schools this barrier names, with attendance before and since" rows={schools} {...rows} empty={<p>Schools it names read it, and their attendance before and since stands here.</p>} />
        {allSchools && <LinkSchool schools={allSchools.filter((school) => !schools.some(({ schoolId }) => String(schoolId) === school.id))} link={(schoolId) => relink({ schoolId }, true)} />}
      </Panel>
      {pupils && (
        <Panel id="pupils" title={pupils.length === 0 ? 'No pupil you may see is linked' : `${plural(pupils.length, 'pupil')}: ${effectWords(pupils) ?? 'no marks'}`} foot={writes ? 'A pupil is linked from the pupil’s record: “Area barriers”, beside the name.' : 'Only pupils within your reach.'} flush>
          <EffectTable caption="Pupils linked to this barrier, with attendance before and since" rows={pupils} {...rows} empty={<p>Pupils it keeps away are listed here once they are linked.</p>} />
        </Panel>
      )}
      <Chronology changes={barrier.changes} named={can('pupil:read')} />
    </Page>
  );
}

function LinkSchool({ schools, link }: { schools: readonly { id: string; name: string }[]; link: (schoolId: number) => Promise<void> }) {
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const schoolId = Number(typedIn(event.currentTarget, 'school'));
    if (schoolId > 0) void link(schoolId);
  };
  return (
    <form className="app-filters app-filters--form app-no-print" onSubmit={submit}>
      <Select id="school" name="school" label="Link a school" items={[{ text: 'Choose a school', value: '' }, ...schools.map(({ id, name }) => ({ text: name, value: id }))]} defaultValue="" />
      <Button type="submit" variant="secondary" preventDoubleClick>Link</Button>
    </form>
  );
}

function Actions({ barrier, actions, today, writes }: { barrier: Barrier; actions: Barrier['actions']; today: string; writes: boolean }) {
  const open = actions.filter(({ doneOn }) => doneOn === null);
  return (
    <Panel id="actions" title={open.length === 0 ? 'No action to do' : `${plural(open.length, 'action')} to do`} flush={actions.length > 0} foot={writes ? <Link href={`/barriers/${barrier.id}/actions/new`}>Plan an action</Link> : undefined}>
      {actions.length === 0 ? <EmptyState>What is to be done, by whom and until when stands here.</EmptyState> : (
        <ul className="app-rows">
          {actions.map(({ id, what, owner, dueOn, doneWhen, outcome, doneOn }) => (
            <li key={id}>
              <div className="app-rows__main">
                <strong className="app-break">{what}</strong>
                <span className="app-line">{owner}, {doneOn !== null ? `done on ${formatDate(doneOn)}` : <>{dueOn < today ? <strong>was due on {formatDate(dueOn)}</strong> : `due on ${formatDate(dueOn)}`}</>}</span>
                <span className="app-line app-break">Done when: {doneWhen}</span>
                {outcome !== '' && <p className="app-break">{outcome}</p>}
              </div>
              {writes && <Link href={`/barriers/${barrier.id}/actions/${id}`}>{doneOn === null ? 'Record or change' : 'Change'}<span className="govuk-visually-hidden"> {what}</span></Link>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Chronology({ changes, named }: { changes: Barrier['changes']; named: boolean }) {
  return (
    <Panel title="What was changed" aside="Latest first. Nothing is ever taken out." flush>
      <ul className="app-rows">
        {changes.map((change) => (
          <li key={change.id}>
            <div className="app-rows__main">
              {change.pupilId !== null && named ? <strong><Link href={`/pupils/${change.pupilId}`}>{changeTitle(change)}</Link></strong> : <strong className="app-break">{changeTitle(change)}</strong>}
              {change.fields.filter(({ from, to }) => (from ?? '') !== (to ?? '')).map(({ field, from, to }) => <span key={field} className="app-line app-break">{fieldName(field)}: {fieldWords(field, to)}{change.kind === 'MADE' || from === null || from === '' ? '' : ` (was: ${fieldWords(field, from)})`}</span>)}
            </div>
            <span className="app-line">{formatInstant(change.at)}{change.by === null ? '' : `, ${change.by}`}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
