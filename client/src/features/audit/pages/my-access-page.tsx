import { useSearchParams } from 'react-router';
import { numberIn, pageLoader, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { formatInstant, formatNumber, plural } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { lookKind, lookWords, opensOneRecord } from '../../pupils/index.ts';
import { MyAccessPageDocument, type MyAccessPageQuery } from './my-access-page.generated.ts';

const SIZES = [25, 50, 100];
const MOST_PAGES = 4000;

const takeIn = (search: URLSearchParams): number => SIZES.find((size) => String(size) === search.get('take')) ?? 25;
const pageIn = (search: URLSearchParams): number => numberIn(search, 'page', 1, MOST_PAGES);

const isAll = (search: URLSearchParams): boolean => search.get('show') === 'all';

export const loader = pageLoader(MyAccessPageDocument, (_, search) => ({ recordsOnly: !isAll(search), page: pageIn(search), take: takeIn(search) }));

type Look = MyAccessPageQuery['myLooks']['items'][number];

/** What the person signed in has opened: the same entries that whoever answers for a record reads. */
export function Component() {
  const { data: { myLooks } } = usePageData(MyAccessPageDocument);
  const { can } = useMe();
  const [search] = useSearchParams();
  const [page, take] = [pageIn(search), takeIn(search)];
  // Whose record it was is not spelled out here: a log full of names would be a record of its own.
  const records = ({ pupils, pupilId, operation }: Look) => {
    if (pupils === 0) return 'None';
    if (pupilId === null || !can('pupil:read') || (pupils > 1 && !opensOneRecord(operation))) return plural(pupils, 'record');
    return <><Link href={`/pupils/${pupilId}`}>Record {pupilId}</Link>{pupils > 1 && ` and ${plural(pupils - 1, 'other')} named on it`}</>;
  };
  const columns: DataColumn<Look>[] = [
    { key: 'at', heading: 'When', nowrap: true, cell: ({ at }) => formatInstant(at) },
    { key: 'what', heading: 'What', cell: ({ operation }) => lookWords(operation) },
    { key: 'kind', heading: 'How', cell: ({ kind }) => lookKind(kind) },
    { key: 'records', heading: 'Children’s records', cell: records },
    { key: 'reason', heading: 'Reason given', wide: true, cell: ({ reason }) => reason ?? 'None' },
  ];
  return (
    <Page windowTitle="What I opened" breadcrumbs={[{ text: 'Home', href: '/' }]}>
      <PageTitle title="What I opened" lede="Everything you open is recorded, and these are your entries. If one is not yours, tell the service desk at once." />
      <Panel title={`${formatNumber(myLooks.total)} ${myLooks.total === 1 ? 'entry' : 'entries'}, latest first`} aside={<Switch all={isAll(search)} />} flush>
        <DataTable caption="What I opened, latest first" columns={columns} rows={myLooks.items} rowKey={({ id }) => id} tight empty="Nothing on this page. Your entries begin with the first thing you open." />
        <Pager page={page} take={take} total={myLooks.total} sizes={SIZES} label="Pages of what I opened" hrefFor={(to, size) => searchWith(search, { page: to === 1 ? null : to, take: size === 25 ? null : size })} />
      </Panel>
    </Page>
  );
}

function Switch({ all }: { all: boolean }) {
  const [search] = useSearchParams();
  return (
    <div className="app-switch app-no-print" role="group" aria-label="What is listed">
      <Link href={searchWith(search, { show: null })} aria-current={all ? undefined : 'true'} preventScrollReset>Children’s records</Link>
      <Link href={searchWith(search, { show: 'all' })} aria-current={all ? 'true' : undefined} preventScrollReset>Everything</Link>
    </div>
  );
}
