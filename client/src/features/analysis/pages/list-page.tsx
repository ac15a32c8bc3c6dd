import { inSentence } from '@attendance/shared/kernel';
import { useParams, useSearchParams } from 'react-router';
import { LIST_TITLES, listRule, ratePercent, tooEarlyWords, workListLimits } from '@attendance/shared/attendance';
import { pageLoader, PageProblem, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { formatNumber, plural } from '../../../lib/format.ts';
import { shownColumns } from '../../../ui/columns-shown.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { ColumnsOfList } from '../parts/columns-late.tsx';
import { ExplainLink, ExplainRows } from '../parts/explain-rows.tsx';
import { SaveRows } from '../parts/save-rows.tsx';
import { LastDays } from '../parts/pupil-columns.tsx';
import { keptOf, whoseWords, workFilterIn, workListIn, workListsHref } from '../parts/work-filter.ts';
import { WorkFilters } from '../parts/work-filters.tsx';
import type { WorkRowFragment } from '../parts/work-lists.generated.ts';
import { WorkName } from '../parts/work-lists.tsx';
import { percentWords } from '../rules/counts.ts';
import { listParams, pageHref, sortHref, sortOf, type ListParams } from '../rules/list-params.ts';
import { SaveView } from '../watching/save-view.tsx';
import { WatchControl } from '../watching/watch-control.tsx';
import { ListPageDocument } from './list-page.generated.ts';

const SORTS = ['OWN', 'NAME', 'SCHOOL', 'YEAR', 'ABSENCE'] as const;
type WorkSort = (typeof SORTS)[number];
const SORT_WORDS: Readonly<Record<WorkSort, readonly [down: string, up: string]>> = {
  OWN: ['By the rule of the list, furthest first', 'By the rule of the list, nearest first'], NAME: ['Names from Z', 'Names from A'], SCHOOL: ['Schools from Z', 'Schools from A'],
  YEAR: ['Oldest year group first', 'Youngest year group first'], ABSENCE: ['Most absent first', 'Least absent first'],
};

const listOf = (search: URLSearchParams): ListParams<WorkSort> => listParams(search, SORTS, 'OWN');

export const loader = pageLoader(ListPageDocument, ({ kind: word }, search) => {
  const kind = workListIn(word);
  if (kind === null) throw new PageProblem('NOT_FOUND', 'There is no such list.', null);
  return { kind, filter: workFilterIn(search), ...listOf(search) };
});

function columnsOf(today: string, withSchool: boolean, opensSchool: boolean, keepsWatch: boolean): DataColumn<WorkRowFragment>[] {
  return [
    { key: 'NAME', heading: 'Pupil', sortable: true, cell: (row) => <WorkName row={row} /> },
    { key: 'OWN', heading: 'Why', sortable: true, wide: true, cell: (row) => <strong>{row.sentence}.</strong> },
    ...(withSchool ? [{ key: 'SCHOOL', heading: 'School', sortable: true, cell: (row: WorkRowFragment) => (opensSchool ? <Link href={`/schools/${row.schoolId}`}>{row.schoolName}</Link> : row.schoolName) }] : []),
    { key: 'attendance', heading: 'Attendance', numeric: true, cell: (row) => <strong>{percentWords(ratePercent(row.possible - row.absent, row.possible))}</strong> },
    { key: 'ABSENCE', heading: 'Missed', label: 'Missed sessions', numeric: true, sortable: true, cell: (row) => `${formatNumber(row.absent)} of ${formatNumber(row.possible)}` },
    { key: 'last', heading: 'Last 5 days', offCards: true, cell: (row) => <LastDays marks={row.lastMarks} today={today} /> },
    ...(keepsWatch ? [{ key: 'watch', heading: 'Watch', offPaper: true, cell: (row: WorkRowFragment) => <WatchControl pupilId={row.pupilId} name={row.name} /> }] : []),
  ];
}

/** One list of work: who is on it, and why in a sentence. As many rows as the count that opened it. */
export function Component() {
  const { data: { workList: { total, items, tooEarly } } } = usePageData(ListPageDocument);
  const { authority, today, me, can } = useMe();
  const kind = workListIn(useParams().kind) ?? 'SEVERE';
  const [search] = useSearchParams();
  const filter = workFilterIn(search);
  const list = listOf(search);
  const name = LIST_TITLES[kind];
  const schoolName = items[0]?.schoolName ?? null;
  const title = tooEarly ? `${name}: too early to say` : `${total === 0 ? 'No pupil' : plural(total, 'pupil')}${whoseWords(filter, schoolName)}: ${inSentence(name)}`;
  const order = SORT_WORDS[list.sort][list.direction === 'DESC' ? 0 : 1];
  const every = columnsOf(today, filter.schoolId === null && me.schools.length !== 1, can('school:read'), can('watch:keep'));
  const columns = shownColumns(every, search);
  return (
    <Page windowTitle={name} authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Lists', href: workListsHref(keptOf(filter)) }, { text: name }]}>
      <PageTitle title={title} lede={`${listRule(kind, workListLimits(today), today)} Counted up to the last marks of each school, over pupils on roll; a pupil with two enrolments is listed once for each.`} actions={<><ExplainLink /><SaveView /></>} />
      <Panel title={order} flush>
        <WorkFilters search={search} filter={filter} schoolName={schoolName} kept={['take', 'sort', 'direction', 'hide']} />
        <DataTable
          caption={`${title}. ${order}`} rows={items} rowKey={(row) => row.enrolmentId} columns={columns.shown} sort={sortOf(list)} sortHref={sortHref(search)}
          empty={<p>{total > 0 ? 'This page is past the end of the list.' : tooEarly ? `${tooEarlyWords(today)}.` : 'Nobody is on this list.'} <Link href={total > 0 ? searchWith(search, { page: null }) : workListsHref(keptOf(filter))}>{total > 0 ? 'Back to the first page' : 'All lists'}</Link></p>}
        />
        {total > 0 && <Pager page={list.page} take={list.take} total={total} hrefFor={pageHref(search)} label="Pages of pupils" />}
        {total > 0 && <ColumnsOfList columns={every} leftOut={columns.leftOut} />}
      </Panel>
      <ExplainRows figure={{ list: kind, of: filter }} title={title} list={kind} />
      <SaveRows key={search.toString()} order={{ list: kind, filter, sort: list.sort, direction: list.direction }} total={total} />
    </Page>
  );
}
