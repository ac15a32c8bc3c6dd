import { useSearchParams } from 'react-router';
import { BARRIER_KIND_WORDS, BARRIER_KINDS, BARRIER_STATUS_WORDS, BARRIER_STATUSES } from '@attendance/shared/attendance';
import { numberIn, pageLoader, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { formatDate, plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { useMe } from '../../identity/index.ts';
import { chip, Filters } from '../parts/filters.tsx';
import { actionWords, StatusTag } from './barrier-words.tsx';
import { BarriersPageDocument, type BarrierRowFragment } from './barriers.generated.ts';

const NO_NUMBER = 0;
const MOST_PAGES = 1000;

function askedIn(search: URLSearchParams) {
  const owner = numberIn(search, 'owner', NO_NUMBER, 2_147_483_647);
  const status = search.get('status');
  return {
    status: BARRIER_STATUSES.find((each) => each === status) ?? null, kind: BARRIER_KINDS.find((each) => each === search.get('kind')) ?? null,
    ownerId: owner === NO_NUMBER ? null : owner, closed: status === 'ALL',
  };
}

export const loader = pageLoader(BarriersPageDocument, (_, search) => ({ filter: askedIn(search), page: numberIn(search, 'page', 1, MOST_PAGES), take: numberIn(search, 'take', 25, 100) }));

export const barrierColumns: DataColumn<BarrierRowFragment>[] = [
  { key: 'title', heading: 'Barrier', cell: ({ id, title, kind, place }) => <><Link href={`/barriers/${id}`}>{title}</Link><span className="app-line">{[BARRIER_KIND_WORDS[kind], place].filter(Boolean).join(', ')}</span></> },
  { key: 'status', heading: 'Status', cell: ({ status }) => <StatusTag status={status} /> },
  { key: 'since', heading: 'Since', nowrap: true, cell: ({ sinceOn }) => formatDate(sinceOn) },
  { key: 'owner', heading: 'Owner', cell: ({ ownerName }) => ownerName },
  { key: 'schools', heading: 'Schools', numeric: true, cell: ({ id, title, schoolCount }) => <Figure value={schoolCount} to={`/barriers/${id}#schools`} of={`schools named by: ${title}`} /> },
  { key: 'actions', heading: 'Actions', wide: true, cell: (row) => <Figure value={row.actionsLate > 0 ? <strong>{actionWords(row)}</strong> : actionWords(row)} to={row.actionsOpen > 0 ? `/barriers/${row.id}#actions` : undefined} of={`about: ${row.title}`} /> },
];

/** What keeps children of an area away from school, and who works on it. */
export function Component() {
  const { data: { barriers, barrierOwners } } = usePageData(BarriersPageDocument);
  const { authority, can } = useMe();
  const [search] = useSearchParams();
  const { status, kind, ownerId, closed } = askedIn(search);
  const [page, take] = [numberIn(search, 'page', 1, MOST_PAGES), numberIn(search, 'take', 25, 100)];
  const owner = barrierOwners.find(({ id }) => id === ownerId);
  const which = status === null ? (closed ? '' : 'at present') : BARRIER_STATUS_WORDS[status].toLowerCase();
  const title = `${barriers.total === 0 ? 'No area barrier' : plural(barriers.total, 'area barrier')}${which === '' ? '' : ` ${which}`}`;
  const chips = [
    ...(status !== null ? [chip(search, 'status', BARRIER_STATUS_WORDS[status])] : closed ? [chip(search, 'status', 'Closed ones too')] : []),
    ...(kind !== null ? [chip(search, 'kind', BARRIER_KIND_WORDS[kind])] : []), ...(ownerId !== null ? [chip(search, 'owner', `Owner: ${owner?.name ?? ownerId}`)] : []),
  ];
  return (
    <Page windowTitle="Area barriers" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Area barriers' }]}>
      <PageTitle title={title} lede="What keeps children of several families away from school: a bus, housing, an estate, an illness wave. Who owns it, and what is being done." actions={can('barrier:write') ? <Button href="/barriers/new">Log a barrier</Button> : undefined} />
      <Panel title="Open first; of those, first whose action is past its day, then the oldest" flush>
        <Filters search={search} chips={chips} kept={['take']} label="Choose which barriers" clearHref="?">
          <Select id="status" name="status" label="Status" items={[{ text: 'Not closed', value: '' }, ...BARRIER_STATUSES.map((value) => ({ text: BARRIER_STATUS_WORDS[value], value })), { text: 'All', value: 'ALL' }]} defaultValue={status ?? (closed ? 'ALL' : '')} />
          <Select id="kind" name="kind" label="Kind" items={[{ text: 'All kinds', value: '' }, ...BARRIER_KINDS.map((value) => ({ text: BARRIER_KIND_WORDS[value], value }))]} defaultValue={kind ?? ''} />
          <Select id="owner" name="owner" label="Owner" items={[{ text: 'Everyone', value: '' }, ...barrierOwners.map(({ id, name }) => ({ text: name, value: String(id) }))]} defaultValue={ownerId === null ? '' : String(ownerId)} />
        </Filters>
        <DataTable
          caption={title} rows={barriers.items} rowKey={({ id }) => id} columns={barrierColumns}
          empty={<p>{barriers.total > 0 ? <>This page is past the end of the list. <Link href={searchWith(search, { page: null })}>Back to the first page</Link></> : <>No barrier here. {can('barrier:write') ? 'Log one when the same thing keeps children of several families away.' : 'One that names your schools would be listed here.'}</>}</p>}
        />
        {barriers.total > 0 && <Pager page={page} take={take} total={barriers.total} hrefFor={(to, size) => searchWith(search, { page: to === 1 ? null : to, take: size === 25 ? null : size })} label="Pages of barriers" />}
      </Panel>
    </Page>
  );
}
