import { useMutation } from '../../../graphql/hooks.ts';
import { type SubmitEvent } from 'react';
import { useRevalidator } from 'react-router';
import { ruleValue, weekStartOf } from '@attendance/shared/kernel';
import { may, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { formatDate, formatNumber, formatRate } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Details } from '../../../ui/details.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Input } from '../../../ui/input.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { SaveRows } from '../parts/save-rows.tsx';
import { rowsWithin } from '../rules/measures.ts';
import { yearWords } from '../rules/sentences.ts';
import { useAsking, wordsOf } from './asking.ts';
import { ListSettings } from './list-settings.tsx';
import { membersWords } from './saved-views.tsx';
import { StopWatchingDocument, WatchListPageDocument, type WatchListPageQuery } from './watch-list-page.generated.ts';

export const loader = pageLoader(WatchListPageDocument, ({ id = '' }) => ({ id, keeps: may('watch:keep') && may('area:read') }));

type Pupil = WatchListPageQuery['watchList']['pupils'][number];
type School = WatchListPageQuery['watchList']['schools'][number];
interface Counts { readonly possible: number; readonly absent: number }

function Attendance({ of: { possible, absent }, to, words }: { of: Counts; to: string | undefined; words: string }) {
  if (possible === 0) return <span className="app-muted">None</span>;
  return <><Figure value={<strong>{formatRate(possible - absent, possible)}</strong>} to={to} of={words} /><span className="app-line">{formatNumber(possible - absent)} of {formatNumber(possible)}</span></>;
}

function WhyWatched({ row: { why, watchedOn } }: { row: { readonly why: string; readonly watchedOn: string } }) {
  return <>{why}<span className="app-line">since {formatDate(watchedOn)}</span></>;
}

const recentOf = ({ recentPossible, recentAbsent }: { recentPossible: number; recentAbsent: number }): Counts => ({ possible: recentPossible, absent: recentAbsent });
const sinceOf = ({ sincePossible, sinceAbsent }: { sincePossible: number; sinceAbsent: number }): Counts => ({ possible: sincePossible, absent: sinceAbsent });

/** The possible sessions behind a figure of a child: of every stay on roll, or of one, from a day on. */
const sessionsHref = ({ pupilId }: Pupil, { from, roll = 'now' }: { from?: string; roll?: string } = {}): string => `/pupils/${pupilId}?view=list&show=possible&roll=${roll}${from === undefined ? '' : `&from=${from}`}`;

/** The last school weeks: one figure, or one of each school where they begin on different days. */
function Recent({ row, words }: { row: Pupil; words: string }) {
  const { recent } = row;
  const starts = new Set(recent.map(({ from }) => from));
  const [from] = starts;
  if (starts.size < 2) {
    const sum = { possible: recent.reduce((all, each) => all + each.possible, 0), absent: recent.reduce((all, each) => all + each.absent, 0) };
    return <Attendance of={sum} to={from === undefined ? undefined : sessionsHref(row, { from })} words={words} />;
  }
  return <>{recent.map((each) => <div key={each.enrolmentId}><Attendance of={each} to={sessionsHref(row, { from: each.from, roll: each.enrolmentId })} words={`${words}, ${each.schoolName}`} /><span className="app-line">{each.schoolName}</span></div>)}</>;
}

function pupilColumns(recentWeeks: number, isMine: boolean): DataColumn<Pupil>[] {
  return [
    { key: 'name', heading: 'Child', cell: (row) => <><Link href={`/pupils/${row.pupilId}`}>{row.name}</Link><span className="app-line">{row.ncYear === '' ? 'On no roll within your reach' : [yearWords(row.ncYear), row.form, row.schoolName].filter(Boolean).join(', ')}</span></> },
    { key: 'sentence', heading: 'Now', wide: true, cell: (row) => <strong>{row.sentence}.</strong> },
    { key: 'why', heading: 'Why watched', wide: true, cell: (row) => <WhyWatched row={row} /> },
    { key: 'year', heading: 'This year', numeric: true, cell: (row) => <Attendance of={row} to={sessionsHref(row)} words={`attendance of ${row.name} this year`} /> },
    { key: 'recent', heading: `Last ${recentWeeks} weeks`, numeric: true, cell: (row) => <Recent row={row} words={`attendance of ${row.name} in the last ${recentWeeks} school weeks`} /> },
    { key: 'since', heading: 'Since watched', numeric: true, cell: (row) => <Attendance of={sinceOf(row)} to={sessionsHref(row, { from: weekStartOf(row.watchedOn) })} words={`attendance of ${row.name} from the week in which watching began`} /> },
    ...(isMine ? [{ key: 'stop', heading: 'Remove', wide: true, cell: (row: Pupil) => <Stop entryId={row.entryId} name={row.name} /> }] : []),
  ];
}

function schoolColumns(recentWeeks: number, isMine: boolean): DataColumn<School>[] {
  const rows = ({ schoolId }: School) => rowsWithin(true, { schoolId });
  return [
    { key: 'name', heading: 'School', cell: (row) => <Link href={`/schools/${row.schoolId}`}>{row.name}</Link> },
    { key: 'sentence', heading: 'Now', wide: true, cell: (row) => <strong>{row.sentence}.</strong> },
    { key: 'why', heading: 'Why watched', wide: true, cell: (row) => <WhyWatched row={row} /> },
    { key: 'year', heading: 'This year', numeric: true, cell: (row) => <Attendance of={row} to={rows(row)('ATTENDED')} words={`attendance at ${row.name} this year`} /> },
    { key: 'recent', heading: `Last ${recentWeeks} weeks`, numeric: true, cell: (row) => <Attendance of={recentOf(row)} to={row.recentFrom === null ? undefined : rows(row)('ATTENDED', { from: row.recentFrom })} words={`attendance at ${row.name} in the last ${recentWeeks} school weeks`} /> },
    { key: 'since', heading: 'Since watched', numeric: true, cell: (row) => <Attendance of={sinceOf(row)} to={rows(row)('ATTENDED', { from: weekStartOf(row.watchedOn) })} words={`attendance at ${row.name} from the week in which watching began`} /> },
    ...(isMine ? [{ key: 'stop', heading: 'Remove', wide: true, cell: (row: School) => <Stop entryId={row.entryId} name={row.name} /> }] : []),
  ];
}

/** One watch list: its members with their figures now, and for its owner what it tells. */
export function Component() {
  const { data } = usePageData(WatchListPageDocument);
  const { authority, today } = useMe();
  const { list, pupils, schools } = data.watchList;
  const recentWeeks = ruleValue('standing.recent-school-weeks', today);
  const whose = list.isMine ? (list.shared ? 'Shared by you with everyone who works with the whole authority.' : 'Yours alone.') : `Shared by ${list.ownerName}, who alone changes it.`;
  const title = `${membersWords(list.kind, list.members)} on this list`;
  const empty = <p>{list.isMine ? 'Nobody is on this list. Press “Watch” beside a child or a school.' : 'Nobody on this list is within your reach.'}</p>;
  return (
    <Page windowTitle="Watch list" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Watching', href: '/watching' }, { text: list.name }]}>
      <PageTitle title={list.name} lede={`${whose} Figures are attendance: sessions attended of possible ones. “Since watched” is counted from the Monday of that week.`} />
      <Panel title={title} flush>
        {list.kind === 'PUPILS'
          ? <DataTable caption={title} rows={pupils} rowKey={(row) => row.entryId} columns={pupilColumns(recentWeeks, list.isMine)} empty={empty} />
          : <DataTable caption={title} rows={schools} rowKey={(row) => row.entryId} columns={schoolColumns(recentWeeks, list.isMine)} empty={empty} />}
      </Panel>
      {list.isMine && (list.kind === 'PUPILS' ? <SaveRows order={{ list: 'WATCHED', id: list.id }} total={pupils.length} one="child" many="children" /> : <SaveRows order={{ list: 'WATCHED', id: list.id }} total={schools.length} one="school" namesPupils={false} />)}
      {list.isMine && <ListSettings key={list.version} list={list} colleagues={data.watchColleagues ?? []} />}
    </Page>
  );
}

/** Taking somebody off a list: why, and the button. */
function Stop({ entryId, name }: { entryId: string; name: string }) {
  const [stop] = useMutation(StopWatchingDocument);
  const { revalidate } = useRevalidator();
  const { problem, isBusy, say, ask } = useAsking();
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const why = wordsOf(new FormData(event.currentTarget), `stop-${entryId}`);
    if (why.length < 5) return say({ text: 'Say why, in a short sentence', field: 'why' });
    if (await ask(() => stop({ variables: { entryId, why } }))) await revalidate();
  };
  return (
    <Details summary={<>Remove<span className="govuk-visually-hidden"> {name}</span></>} className="app-no-print">
      <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
        <Input id={`stop-${entryId}`} name={`stop-${entryId}`} label="Why?" maxLength={200} autoComplete="off" {...(problem ? { error: problem.text } : {})} />
        <Button type="submit" small disabled={isBusy} preventDoubleClick>Remove</Button>
      </form>
    </Details>
  );
}
