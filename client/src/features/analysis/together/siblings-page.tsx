import { useSearchParams } from 'react-router';
import { TOGETHER_TITLES } from '@attendance/shared/attendance';
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
import { pageHref } from '../rules/list-params.ts';
import { yearWords } from '../rules/sentences.ts';
import { siblingsRuleOn } from './together-counts.tsx';
import { SiblingsPageDocument, type SiblingsPageQuery } from './together.generated.ts';

const MOST_PAGES = 100_000;
const pageOf = (search: URLSearchParams) => ({ page: numberIn(search, 'page', 1, MOST_PAGES), take: numberIn(search, 'take', 25, 100) });

export const loader = pageLoader(SiblingsPageDocument, (_, search) => ({ filter: workFilterIn(search), ...pageOf(search) }));

type Family = SiblingsPageQuery['siblingsAway']['items'][number];

function columnsOf(opensSchool: boolean): DataColumn<Family>[] {
  return [
    {
      key: 'children', heading: 'Children',
      cell: ({ children }) => <ul className="app-stack app-stack--tight">{children.map((child) => <li key={child.pupilId}><Link href={`/pupils/${child.pupilId}`}>{child.name}</Link><span className="app-line">{yearWords(child.ncYear)}, {opensSchool ? <Link href={`/schools/${child.schoolId}`}>{child.schoolName}</Link> : child.schoolName}</span></li>)}</ul>,
    },
    { key: 'why', heading: 'Why', wide: true, cell: ({ sentence }) => <strong>{sentence}.</strong> },
    { key: 'sessions', heading: 'Together', label: 'Sessions missed together', numeric: true, cell: ({ sessions }) => formatNumber(sessions) },
    { key: 'missed', heading: 'Missed this year', wide: true, cell: ({ children }) => children.map(({ pupilId, name, absent, possible }) => <span key={pupilId} className="app-line">{name}: {formatNumber(absent)} of {formatNumber(possible)}</span>) },
  ];
}

/** Families of whom two or more children were away in the same sessions. */
export function Component() {
  const { data: { siblingsAway: { total, items } } } = usePageData(SiblingsPageDocument);
  const { authority, today, can } = useMe();
  const [search] = useSearchParams();
  const filter = workFilterIn(search);
  const { page, take } = pageOf(search);
  const schoolName = items.flatMap(({ children }) => children).find(({ schoolId }) => schoolId === filter.schoolId)?.schoolName ?? null;
  const title = `${total === 0 ? 'No family' : plural(total, 'family', 'families')}${whoseWords(filter, schoolName)}: children absent together`;
  return (
    <Page windowTitle={TOGETHER_TITLES.SIBLINGS} authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Lists', href: workListsHref(keptOf(filter)) }, { text: TOGETHER_TITLES.SIBLINGS }]}>
      <PageTitle title={title} lede={`${siblingsRuleOn(today)} A family is children who share an adult, as far as your reach goes; a child on roll whose record is restricted is left out. A filter keeps families of whom one child is meant.`} />
      <Panel title="Most sessions together first" flush>
        <WorkFilters search={search} filter={filter} schoolName={schoolName} kept={['take']} />
        <DataTable
          caption={title} rows={items} rowKey={({ key }) => key} columns={columnsOf(can('school:read'))}
          empty={<p>{total > 0 ? 'This page is past the end of the list.' : 'No family is on this list.'} <Link href={total > 0 ? searchWith(search, { page: null }) : workListsHref(keptOf(filter))}>{total > 0 ? 'Back to the first page' : 'All lists'}</Link></p>}
        />
        {total > 0 && <Pager page={page} take={take} total={total} hrefFor={pageHref(search)} label="Pages of families" />}
      </Panel>
      <SaveRows key={search.toString()} order={{ list: 'SIBLINGS', filter }} total={total} one="family" many="families" />
    </Page>
  );
}
