import { Form, useSearchParams } from 'react-router';
import { MESSAGE_CHANNEL_WORDS, MESSAGE_KIND_WORDS, MESSAGE_KINDS, OUTBOX_STATUS_WORDS, OUTBOX_STATUSES } from '@attendance/shared/communications';
import { numberIn, pageLoader, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { formatInstant, formatNumber, plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { FilterChips, type FilterChip } from '../../../ui/filter-chips.tsx';
import { InsetText } from '../../../ui/inset-text.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { useMe } from '../../identity/index.ts';
import { OutboxStatusTag } from '../parts/status-tag.tsx';
import { OutboxPageDocument, type OutboxPageQuery, type OutboxRowFragment } from './outbox.generated.ts';

const MOST_PAGES = 1000;

const askedIn = (search: URLSearchParams) => ({ status: OUTBOX_STATUSES.find((each) => each === search.get('status')) ?? null, kind: MESSAGE_KINDS.find((each) => each === search.get('kind')) ?? null });

export const loader = pageLoader(OutboxPageDocument, (_, search) => ({ filter: askedIn(search), page: numberIn(search, 'page', 1, MOST_PAGES), take: numberIn(search, 'take', 25, 100) }));

const columns: DataColumn<OutboxRowFragment>[] = [
  { key: 'subject', heading: 'Message', cell: ({ id, subject, kind }) => <><Link href={`/outbox/${id}`}>{subject}</Link><span className="app-line">{MESSAGE_KIND_WORDS[kind]}</span></> },
  { key: 'to', heading: 'To', cell: ({ to, address, channel }) => <>{to}<span className="app-line app-break">{channel === 'LETTER' ? address.split('\n').join(', ') : address}</span></> },
  { key: 'channel', heading: 'By', cell: ({ channel }) => MESSAGE_CHANNEL_WORDS[channel] },
  { key: 'status', heading: 'Where it stands', wide: true, cell: ({ status, outcome }) => <><OutboxStatusTag status={status} />{outcome !== null && <span className="app-line">{outcome}</span>}</> },
  { key: 'changed', heading: 'Since', nowrap: true, cell: ({ changedAt }) => formatInstant(changedAt) },
];

/** What the portal sends: to whom, in which words, and how far each message has come. */
export function Component() {
  const { data: { outbox } } = usePageData(OutboxPageDocument);
  const { authority } = useMe();
  const [search] = useSearchParams();
  const { status, kind } = askedIn(search);
  const [page, take] = [numberIn(search, 'page', 1, MOST_PAGES), numberIn(search, 'take', 25, 100)];
  const chips: FilterChip[] = [
    ...(status === null ? [] : [{ key: 'status', label: OUTBOX_STATUS_WORDS[status], removeHref: searchWith(search, { status: null }) }]),
    ...(kind === null ? [] : [{ key: 'kind', label: MESSAGE_KIND_WORDS[kind], removeHref: searchWith(search, { kind: null }) }]),
  ];
  const title = outbox.total === 0 ? 'No message' : plural(outbox.total, 'message');
  return (
    <Page windowTitle="Outbox" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Outbox' }]}>
      <PageTitle title="Outbox" lede="Emails and letters of this service: to whom, in which words, and whether they arrived. No email names a child." />
      {!outbox.sends && <InsetText>This portal sends nothing. Messages are kept here as they would have been sent, so that you can see what would go out.</InsetText>}
      <Standing counts={outbox.counts} chosen={status} search={search} />
      <Panel title={`${title}${status === null ? '' : `: ${OUTBOX_STATUS_WORDS[status].toLowerCase()}`}`} aside="First those somebody has to look at, then the latest" flush>
        <Form key={search.toString()} method="get" role="search" aria-label="Choose which messages" className="app-filters app-filters--form app-no-print" preventScrollReset>
          <Select id="status" name="status" label="Where it stands" items={[{ text: 'All', value: '' }, ...OUTBOX_STATUSES.map((value) => ({ text: OUTBOX_STATUS_WORDS[value], value }))]} defaultValue={status ?? ''} />
          <Select id="kind" name="kind" label="About" items={[{ text: 'Everything', value: '' }, ...MESSAGE_KINDS.map((value) => ({ text: MESSAGE_KIND_WORDS[value], value }))]} defaultValue={kind ?? ''} />
          <Button type="submit" variant="secondary">Show</Button>
        </Form>
        {chips.length > 0 && <FilterChips chips={chips} {...(chips.length > 1 ? { clearHref: '?' } : {})} />}
        <DataTable
          caption={title} rows={outbox.items} rowKey={({ id }) => id} columns={columns}
          empty={<p>{outbox.total > 0 ? <>This page is past the end of the list. <Link href={searchWith(search, { page: null })}>Back to the first page</Link></> : 'Nothing here. Invitations, reminders and weekly messages are listed as soon as they are written, before they are sent.'}</p>}
        />
        {outbox.total > 0 && <Pager page={page} take={take} total={outbox.total} hrefFor={(to, size) => searchWith(search, { page: to === 1 ? null : to, take: size === 25 ? null : size })} label="Pages of messages" />}
      </Panel>
    </Page>
  );
}

type StandingProps = { counts: OutboxPageQuery['outbox']['counts']; chosen: string | null; search: URLSearchParams };

/** How many messages stand where; each count opens into them. */
function Standing({ counts, chosen, search }: StandingProps) {
  if (counts.length === 0) return null;
  return (
    <p className="app-row">
      {OUTBOX_STATUSES.flatMap((status) => {
        const found = counts.find((each) => each.status === status);
        if (found === undefined) return [];
        const words = `${OUTBOX_STATUS_WORDS[status]}: ${formatNumber(found.count)}`;
        return [<span key={status}>{chosen === status ? <strong>{words}</strong> : <Link href={searchWith(search, { status })} preventScrollReset>{words}</Link>}</span>];
      })}
    </p>
  );
}
