import { useState, type SubmitEvent } from 'react';
import { useRevalidator, useSearchParams } from 'react-router';
import { MEETING_STATUS_WORDS } from '@attendance/shared/meetings';
import { taskPath } from '@attendance/shared/tasks';
import { useMutation } from '../../../graphql/hooks.ts';
import { numberIn, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { problemOf, summaryOf, typedIn, type SaveProblem } from '../../../graphql/save.ts';
import { formatLongDay, plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Input } from '../../../ui/input.tsx';
import { Link } from '../../../ui/link.tsx';
import { NotificationBanner } from '../../../ui/notification-banner.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { Tag, type TagColour } from '../../../ui/tag.tsx';
import { officerItems } from '../parts/officer-items.ts';
import { HandOnAllPageDocument, HandOnWorkDocument, type HandOnWorkMutation } from './handover.generated.ts';

const MOST = 2_147_483_647;
/** In the address, schools that have no named officer yet. */
const NOBODY = 'none';
const officerIn = (search: URLSearchParams): number => numberIn(search, 'officer', 0, MOST);
const ofNobody = (search: URLSearchParams): boolean => search.get('officer') === NOBODY;

export const loader = pageLoader(HandOnAllPageDocument, (_, search) => {
  const officerId = officerIn(search);
  return { officerId, named: officerId === 0 ? null : officerId, asked: officerId > 0, schools: officerId > 0 || ofNobody(search) };
});

type Report = HandOnWorkMutation['handOnWork'];
const RESULTS: Readonly<Record<Report['meetings']['rows'][number]['result'], readonly [string, TagColour]>> = { DONE: ['Given', 'green'], SKIPPED: ['Skipped', 'grey'], FAILED: ['Not given', 'red'] };

/** Everything an officer holds, to one colleague: when somebody leaves, or is away for long. */
export function Component() {
  const { data: { meetingOfficers: officers, meetingsHeldBy: meetings = [], tasks, clocks, schoolsOfOfficer: named, unnamed } } = usePageData(HandOnAllPageDocument);
  const [search, setSearch] = useSearchParams();
  const revalidator = useRevalidator();
  const [handOn, { loading }] = useMutation(HandOnWorkDocument);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const officer = officers.find(({ id }) => id === officerIn(search));
  const actions = tasks?.items ?? [];
  const schools = named?.items ?? [];
  const total = tasks?.total ?? 0;
  const [given, own, places] = [meetings.filter(({ id }) => !left.has(`m${id}`)), actions.filter(({ id }) => !left.has(`t${id}`)), schools.filter(({ id }) => !left.has(`s${id}`))];
  const wrong = (field: string) => (problem?.fields[field] ? { error: problem.fields[field] } : {});
  const turn = (key: string): void => setLeft((was) => { const now = new Set(was); if (!now.delete(key)) now.add(key); return now; });
  const turnAll = (keys: readonly string[]): void => setLeft((was) => { const now = new Set(was); const takes = keys.every((key) => was.has(key)); for (const key of keys) { if (takes) now.delete(key); else now.add(key); } return now; });
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const held = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version });
    try {
      const { data } = await handOn({ variables: { meetings: given.map(held), tasks: own.map(held), schools: places.map(({ id, officerId }) => ({ id, officerId })), officerId: Number(typedIn(form, 'officerId')), reason: typedIn(form, 'reason') } });
      setReport(data?.handOnWork ?? null);
      setProblem(null);
      await revalidator.revalidate();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const nobody = ofNobody(search);
  const name = officer?.name ?? 'this officer';
  const isNothing = meetings.length + actions.length + schools.length === 0;
  const counted = [...(given.length > 0 ? [plural(given.length, 'meeting')] : []), ...(own.length > 0 ? [plural(own.length, 'action')] : []), ...(places.length > 0 ? [plural(places.length, 'school')] : [])];
  return (
    <Page windowTitle="Hand on an officer’s work" breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings', href: '/meetings' }, { text: 'Hand on an officer’s work' }]}>
      {problem && <ErrorSummary title={Object.keys(problem.fields).length > 0 ? 'There is a problem' : 'Nothing was changed'} errors={summaryOf(problem)} />}
      {report && <What report={report} />}
      <PageTitle title={nobody ? 'Schools without a named officer' : officer === undefined ? 'Hand on an officer’s work' : `Hand on what ${officer.name} holds`} lede="Somebody leaves, or is away for long: their meetings, actions and schools go to one colleague at once. Deadlines go with meetings and schools, and everybody concerned with a meeting is told." />
      <Panel title="Whose work?">
        <Select id="officer" name="officer" label="Officer" items={[{ text: 'Choose an officer', value: '0' }, ...(unnamed.total > 0 || nobody ? [{ text: `Nobody yet (${unnamed.total === 0 ? 'no school' : plural(unnamed.total, 'school')})`, value: NOBODY }] : []), ...officers.map(({ id, name: who, holds, mayHold }) => ({ value: String(id), text: `${who} (${holds === 0 ? 'no meeting' : plural(holds, 'meeting')}${mayHold ? '' : ', has left'})` }))]} value={nobody ? NOBODY : String(officer?.id ?? 0)} onChange={(event) => { setLeft(new Set()); setReport(null); setSearch(event.currentTarget.value === '0' ? {} : { officer: event.currentTarget.value }); }} />
      </Panel>
      {(officer !== undefined || nobody) && (isNothing ? <Panel title="Nothing to hand on"><EmptyState>{nobody ? 'Every open school has a named officer.' : `${name} holds no meeting that is open, owns no open action, and is the named officer of no school.`}</EmptyState></Panel> : (
        <form className="app-stack" onSubmit={(event) => void submit(event)} noValidate>
          {meetings.length > 0 && <Rows title="Meetings" rows={meetings.map(({ id, schools, onDay, atTime, status }) => ({ key: `m${id}`, href: `/meetings/${id}`, words: schools.map(({ name: school }) => school).join(', '), more: `${MEETING_STATUS_WORDS[status]}, ${formatLongDay(onDay)}, ${atTime}` }))} left={left} onTurn={turn} onTurnAll={turnAll} foot={clocks && clocks.total > 0 ? `${plural(clocks.total, 'clock')} of ${name} run now: those of the meetings that are given go with them.` : undefined} />}
          {actions.length > 0 && <Rows title="Open actions" rows={actions.map(({ id, what, dueOn, schoolName }) => ({ key: `t${id}`, href: taskPath(id), words: what, more: [schoolName, `due ${formatLongDay(dueOn)}`].filter((part) => part !== null).join(', ') }))} left={left} onTurn={turn} onTurnAll={turnAll} foot={total > actions.length ? `The first ${actions.length} of ${total}, soonest first. Press again for the next.` : undefined} />}
          {schools.length > 0 && <Rows title={nobody ? 'Schools' : 'Schools as their named officer'} rows={schools.map(({ id, name: school }) => ({ key: `s${id}`, href: `/schools/${id}`, words: school, more: '' }))} left={left} onTurn={turn} onTurnAll={turnAll} foot={`From today on. What the term asks of these schools goes along; their meetings do not by themselves.${(named?.total ?? 0) > schools.length ? ` The first ${schools.length} of ${named?.total ?? 0}, by name. Press again for the next.` : ''}`} />}
          <Panel title="To whom, and why?">
            <div className="app-question">
              <Select id="officerId" name="officerId" label="Who is to have them?" items={officerItems(officers, officer?.id ?? 0)} defaultValue="0" {...wrong('officerId')} />
              <Input id="reason" name="reason" label="Why?" hint="Both sides read it. Do not name a child." {...wrong('reason')} />
              <div className="app-buttons"><Button type="submit" disabled={loading || counted.length === 0} preventDoubleClick>{loading ? 'Handing on' : `Hand on ${counted.length === 0 ? 'what is chosen' : new Intl.ListFormat('en-GB').format(counted)}`}</Button><Link href="/meetings">Leave everything as it is</Link></div>
            </div>
          </Panel>
        </form>
      ))}
    </Page>
  );
}

interface Row { readonly key: string; readonly href: string; readonly words: string; readonly more: string }

/** What would be handed on, each to be left out by hand. */
function Rows({ title, rows, left, onTurn, onTurnAll, foot }: { title: string; rows: readonly Row[]; left: ReadonlySet<string>; onTurn: (key: string) => void; onTurnAll: (keys: readonly string[]) => void; foot: string | undefined }) {
  const keys = rows.map(({ key }) => key);
  return (
    <Panel title={title} count={rows.length} aside={<Button variant="secondary" small onClick={() => onTurnAll(keys)}>{keys.every((key) => left.has(key)) ? 'Take' : 'Leave out'} all<span className="govuk-visually-hidden">: {title.toLowerCase()}</span></Button>} flush foot={foot}>
      <ul className="app-rows">
        {rows.map(({ key, href, words, more }) => (
          <li key={key}>
            <div className="app-rows__main">
              <div className="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
                <div className="govuk-checkboxes__item">
                  <input className="govuk-checkboxes__input" id={key} type="checkbox" checked={!left.has(key)} onChange={() => onTurn(key)} />
                  <label className="govuk-label govuk-checkboxes__label app-break" htmlFor={key}>{words}</label>
                </div>
              </div>
              <span className="app-line app-break">{more}{more === '' ? '' : ' · '}<Link href={href}>Open it<span className="govuk-visually-hidden">: {words}</span></Link></span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What came of each row. */
function What({ report: { meetings, tasks, schools } }: { report: Report }) {
  const parts = [meetings, tasks, schools];
  const sum = (of: (part: Report['meetings']) => number): number => parts.reduce((all, part) => all + of(part), 0);
  const rows = [...schools.rows.map((row) => ({ ...row, key: `s${row.id}`, href: `/schools/${row.id}` })), ...meetings.rows.map((row) => ({ ...row, key: `m${row.id}`, href: `/meetings/${row.id}` })), ...tasks.rows.map((row) => ({ ...row, key: `t${row.id}`, href: taskPath(row.id) }))];
  return (
    <NotificationBanner kind="success" title="What came of it" role="alert">
      <p className="govuk-notification-banner__heading">{sum(({ done }) => done)} given, {sum(({ skipped }) => skipped)} skipped, {sum(({ failed }) => failed)} not given</p>
      <DataTable
        caption="Each meeting, action and school, and what came of it" rows={rows} rowKey={({ key }) => key} inset
        columns={[
          { key: 'what', heading: 'Meeting, action or school', cell: ({ what, href, id }) => <Link href={href} className="app-break">{what ?? `Number ${id}`}</Link> },
          { key: 'result', heading: 'Result', cell: ({ result }) => <Tag colour={RESULTS[result][1]}>{RESULTS[result][0]}</Tag> },
          { key: 'reason', heading: 'Why', wide: true, cell: ({ reason }) => reason },
        ]}
      />
    </NotificationBanner>
  );
}
