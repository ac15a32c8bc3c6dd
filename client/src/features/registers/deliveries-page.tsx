import { useSearchParams } from 'react-router';
import { formatInstant, formatNumber, plural } from '../../lib/format.ts';
import { numberIn, pageLoader, searchWith, usePageData } from '../../graphql/page-query.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../ui/data-table.tsx';
import { FilterChips, type FilterChip } from '../../ui/filter-chips.tsx';
import { Link } from '../../ui/link.tsx';
import { Page, PageTitle } from '../../ui/page.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { useMe } from '../identity/index.ts';
import { DeliveriesDocument, type DeliveriesQuery } from './deliveries.generated.ts';
import { isReading, statusWords } from './delivery-words.ts';

type Row = DeliveriesQuery['deliveries']['items'][number];

const SIZES = [25, 50, 100];
const takeIn = (search: URLSearchParams): number => (SIZES.includes(Number(search.get('take'))) ? Number(search.get('take')) : 25);
const schoolIn = (search: URLSearchParams): number | null => (/^\d{6}$/.test(search.get('schoolId') ?? '') ? Number(search.get('schoolId')) : null);

export const loader = pageLoader(DeliveriesDocument, (_params, search) => ({
  schoolId: schoolIn(search), attention: search.get('attention') === 'yes', page: numberIn(search, 'page', 1, 100_000), take: takeIn(search),
}));

function Status({ row }: { row: Row }) {
  const words = statusWords(row);
  if (isReading(row)) return <span className="app-soon">{words}</span>;
  if (row.status === 'UNDONE') return <span className="app-muted">{words}</span>;
  return <span className={row.status === 'KEPT' ? 'app-good' : 'app-over'}>{words}</span>;
}

const NO_COUNT = <><span aria-hidden="true">–</span><span className="govuk-visually-hidden">none kept</span></>;

/** One school's list says the file first; a list of many schools says the school first. */
function columnsFor(ownSchool: boolean): DataColumn<Row>[] {
  // Of a delivery of which nothing was kept a nought would say too little.
  const count = (value: (row: Row) => number) => (row: Row) => (row.status === 'KEPT' ? formatNumber(value(row)) : NO_COUNT);
  return [
    {
      key: 'delivery', heading: ownSchool ? 'File' : 'School',
      cell: (row) => {
        const school = row.school?.name ?? 'The whole authority';
        return <><Link href={`/data/deliveries/${row.id}`}>{ownSchool ? row.fileName : school}<span className="govuk-visually-hidden">, receipt {row.reference}</span></Link><span className="app-line">{ownSchool ? row.reference : row.fileName}</span></>;
      },
    },
    { key: 'received', heading: 'Received', nowrap: true, cell: (row) => formatInstant(row.receivedAt) },
    { key: 'new', heading: 'New marks', numeric: true, cell: count((row) => row.marksNew) },
    { key: 'changed', heading: 'Changed', numeric: true, cell: count((row) => row.marksChanged) },
    { key: 'same', heading: 'Same as before', numeric: true, cell: count((row) => row.marksSame) },
    {
      key: 'refused', heading: 'Rows refused', numeric: true,
      cell: (row) => (row.rowsRefused > 0 ? <Link href={`/data/deliveries/${row.id}#refused`}>{formatNumber(row.rowsRefused)}<span className="govuk-visually-hidden"> rows refused</span></Link> : isReading(row) ? NO_COUNT : '0'),
    },
    { key: 'status', heading: 'What became of it', cell: (row) => <Status row={row} /> },
  ];
}

/** Every register file that came in, latest first. */
export function Component() {
  const { data } = usePageData(DeliveriesDocument);
  const { me, can } = useMe();
  const [search, setSearch] = useSearchParams();
  const ownSchool = me.schools.length === 1;
  const { items, total } = data.deliveries;
  const schoolId = schoolIn(search);
  const attention = search.get('attention') === 'yes';
  const page = numberIn(search, 'page', 1, 100_000);
  const take = takeIn(search);
  const school = data.allSchools.find(({ id }) => Number(id) === schoolId);
  const chips: FilterChip[] = [
    ...(schoolId === null ? [] : [{ key: 'school', label: `School: ${school?.name ?? 'not known'}`, removeHref: searchWith(search, { schoolId: null }) }]),
    ...(attention ? [{ key: 'attention', label: 'Needs a person', removeHref: searchWith(search, { attention: null }) }] : []),
  ];
  const title = ownSchool ? 'What we sent' : 'Register files';
  return (
    <Page windowTitle={title} breadcrumbs={[{ text: 'Home', href: '/' }, { text: ownSchool ? 'What we sent' : 'Data' }]}>
      <PageTitle
        title={title} lede="Every file that came in, latest first. Open one for its receipt: what was kept, what changed, and which rows were refused."
        actions={can('register:import') && <Button href={schoolId === null ? '/data/send' : `/data/send?schoolId=${schoolId}`}>Send a register</Button>}
      />
      <Panel title={attention ? `${plural(total, 'delivery', 'deliveries')} that ${total === 1 ? 'needs' : 'need'} a person` : plural(total, 'delivery', 'deliveries')} aside="Latest first" flush>
        <FilterChips
          chips={chips} {...(chips.length > 1 ? { clearHref: '?' } : {})}
          lead={!ownSchool && <ChooseSchool key={schoolId} schools={data.allSchools} chosen={schoolId} onChoose={(id) => setSearch(new URLSearchParams(searchWith(search, { schoolId: id })), { preventScrollReset: true })} />}
        >
          {!attention && <Link href={searchWith(search, { attention: 'yes' })} preventScrollReset>Only those that need a person</Link>}
        </FilterChips>
        <DataTable
          caption="Register files received" columns={columnsFor(ownSchool)} rows={items} rowKey={(row) => row.id}
          empty={<Nothing attention={attention} filtered={chips.length > 0} maySend={can('register:import')} />}
        />
        {total > 0 && <Pager page={page} take={take} total={total} sizes={SIZES} label="Pages of deliveries" hrefFor={(to, size) => searchWith(search, { page: to === 1 ? null : to, take: size === 25 ? null : size })} />}
      </Panel>
    </Page>
  );
}

type ChooseSchoolProps = { schools: DeliveriesQuery['allSchools']; chosen: number | null; onChoose: (id: string) => void };

/** Nothing moves until the button is pressed: a list that jumps while arrow keys run through it loses people. */
function ChooseSchool({ schools, chosen, onChoose }: ChooseSchoolProps) {
  return (
    <form
      className="app-row app-filter-form"
      onSubmit={(event) => {
        event.preventDefault();
        const id = new FormData(event.currentTarget).get('schoolId');
        onChoose(typeof id === 'string' ? id : '');
      }}
    >
      <Select
        id="school-filter" name="schoolId" label="School" labelProps={{ className: 'govuk-visually-hidden' }} defaultValue={chosen ?? ''}
        items={[{ text: 'All schools', value: '' }, ...schools.map(({ id, name }) => ({ text: name, value: id }))]}
      />
      <Button type="submit" variant="secondary">Show<span className="govuk-visually-hidden"> this school</span></Button>
    </form>
  );
}

function Nothing({ attention, filtered, maySend }: { attention: boolean; filtered: boolean; maySend: boolean }) {
  if (attention) return <p>Nothing needs a person: every file here was kept with no row refused. <Link href="?">See all deliveries</Link></p>;
  if (filtered) return <p>No file has come in for this school yet. <Link href="?">See all deliveries</Link></p>;
  return <p>No register file has come in yet. {maySend && <Link href="/data/send">Send the first one</Link>}</p>;
}
