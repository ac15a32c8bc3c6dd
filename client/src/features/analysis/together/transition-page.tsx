import { useSearchParams } from 'react-router';
import { ratePercent, TOGETHER_TITLES, transitionLimits, transitionRule } from '@attendance/shared/attendance';
import { numberIn, pageLoader, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { formatNumber, plural } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { keptOf, whoseWords, workFilterIn, workListsHref } from '../parts/work-filter.ts';
import { WorkFilters } from '../parts/work-filters.tsx';
import { SaveRows } from '../parts/save-rows.tsx';
import { percentWords } from '../rules/counts.ts';
import { pageHref } from '../rules/list-params.ts';
import { yearWords } from '../rules/sentences.ts';
import { TransitionPageDocument, type TransitionPageQuery } from './together.generated.ts';

const MOST_PAGES = 100_000;
const pageOf = (search: URLSearchParams) => ({ page: numberIn(search, 'page', 1, MOST_PAGES), take: numberIn(search, 'take', 25, 100) });

export const loader = pageLoader(TransitionPageDocument, (_, search) => ({ filter: workFilterIn(search), ...pageOf(search) }));

type Row = TransitionPageQuery['transitionList']['items'][number];

function Sessions({ possible, absent }: { possible: number; absent: number }) {
  if (possible === 0) return <>Not yet</>;
  return <><strong>{percentWords(ratePercent(possible - absent, possible))}</strong><span className="app-line">missed {formatNumber(absent)} of {formatNumber(possible)}</span></>;
}

function columnsOf(opensSchool: boolean, withSchool: boolean): DataColumn<Row>[] {
  return [
    { key: 'name', heading: 'Pupil', cell: ({ pupilId, name, ncYear, form }) => <><Link href={`/pupils/${pupilId}`}>{name}</Link><span className="app-line">{[yearWords(ncYear), form].filter(Boolean).join(', ')}</span></> },
    { key: 'why', heading: 'Why', wide: true, cell: ({ sentence }) => <strong>{sentence}.</strong> },
    ...(withSchool ? [{ key: 'school', heading: 'School', cell: ({ schoolId, schoolName }: Row) => (opensSchool ? <Link href={`/schools/${schoolId}`}>{schoolName}</Link> : schoolName) }] : []),
    { key: 'before', heading: 'Year 6', label: 'Attendance in Year 6', numeric: true, cell: (row) => <Sessions possible={row.beforePossible} absent={row.beforeAbsent} /> },
    { key: 'since', heading: 'Year 7', label: 'Attendance in Year 7', numeric: true, cell: (row) => <Sessions possible={row.sincePossible} absent={row.sinceAbsent} /> },
  ];
}

/** Children who moved from Year 6 to Year 7 and are missing more; late in the year also those about to move who miss much. */
export function Component() {
  const { data: { transitionList: { total, items } } } = usePageData(TransitionPageDocument);
  const { authority, today, me, can } = useMe();
  const [search] = useSearchParams();
  const filter = workFilterIn(search);
  const { page, take } = pageOf(search);
  const schoolName = items[0]?.schoolName ?? null;
  const title = `${total === 0 ? 'No pupil' : plural(total, 'pupil')}${whoseWords(filter, schoolName)}: fall after Year 6`;
  const ownOnly = me.schools.length > 0 ? ' Year 6 at a school outside your reach is not compared.' : '';
  return (
    <Page windowTitle={TOGETHER_TITLES.TRANSITION} authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Lists', href: workListsHref(keptOf(filter)) }, { text: TOGETHER_TITLES.TRANSITION }]}>
      <PageTitle title={title} lede={`${transitionRule(transitionLimits(today))}${ownOnly}`} />
      <Panel title="Furthest fallen first" flush>
        <WorkFilters search={search} filter={filter} schoolName={schoolName} kept={['take']} />
        <DataTable
          caption={title} rows={items} rowKey={({ pupilId }) => pupilId} columns={columnsOf(can('school:read'), filter.schoolId === null && me.schools.length !== 1)}
          empty={<p>{total > 0 ? 'This page is past the end of the list.' : 'Nobody is on this list.'} <Link href={total > 0 ? searchWith(search, { page: null }) : workListsHref(keptOf(filter))}>{total > 0 ? 'Back to the first page' : 'All lists'}</Link></p>}
        />
        {total > 0 && <Pager page={page} take={take} total={total} hrefFor={pageHref(search)} label="Pages of pupils" />}
      </Panel>
      <SaveRows key={search.toString()} order={{ list: 'TRANSITION', filter }} total={total} />
    </Page>
  );
}
