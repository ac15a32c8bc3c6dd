import { HIDDEN_CELL } from '@attendance/shared/attendance';
import { useSearchParams } from 'react-router';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { formatDate, formatLongDay } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { DownloadPanel, Filters } from '../../analysis/index.ts';
import { useMe } from '../../identity/index.ts';
import { CaveatsPanel } from './effect-caveats.tsx';
import { TermReportPageDocument, type TermReportPageQuery, type TermTableFieldsFragment as Table } from './term-report-page.generated.ts';

export const loader = pageLoader(TermReportPageDocument, (_, search) => ({ term: search.get('term') || null }));

type Row = Table['rows'][number];

function columnsOf({ columns }: Table, why: string): DataColumn<Row>[] {
  return columns.map(({ heading, isNumber }, index) => ({
    key: heading, heading, numeric: isNumber,
    cell: ({ cells }) => {
      const cell = cells[index] ?? '';
      if (isNumber && cell === HIDDEN_CELL) return <abbr title={why}>{HIDDEN_CELL}<span className="govuk-visually-hidden">, hidden</span></abbr>;
      return isNumber ? <span className="app-figure">{cell}</span> : cell;
    },
  }));
}

function Texts({ said: { heading, note, items } }: { readonly said: TermReportPageQuery['termReport']['texts'][number] }) {
  return (
    <Panel title={heading} count={items.length} foot={note}>
      {items.length === 0 ? <p className="govuk-body">None is shown.</p> : items.map(({ schoolName, text }, index) => <div key={index} className="app-said"><h3 className="govuk-heading-s">{schoolName}</h3><p className="govuk-body">{text}</p></div>)}
    </Panel>
  );
}

/** A term for the director and the lead member: every figure with what it is of, to read, print or save. */
export function Component() {
  const { data: { termReport: report } } = usePageData(TermReportPageDocument);
  const { authority, can } = useMe();
  const [search] = useSearchParams();
  const { term, terms, asOf, marksTo, hidden, tables, texts, caveats } = report;
  return (
    <Page windowTitle={`Report of the ${term.label.toLowerCase()}`} authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, ...(can('meeting:record') ? [{ text: 'Meetings', href: '/meetings' }] : []), { text: 'Term report' }]}>
      <PageTitle
        title={`Targeting support meetings: ${term.label.toLowerCase()}`} lede={`${formatDate(term.startsOn)} to ${formatDate(term.endsOn)}, as it stands on ${formatDate(asOf)}. For the director and the lead member.`}
        actions={<Button variant="secondary" onClick={() => window.print()}>Print</Button>}
      />
      <Filters search={search} chips={[]} kept={[]} label="Choose the term" clearHref="?">
        <Select id="term" name="term" label="Term" items={terms.map(({ key, label }) => ({ text: label, value: key }))} defaultValue={term.key} />
      </Filters>
      {tables.map((table, index) => (
        <Panel key={table.key} title={table.heading} lead={index === 0} flush foot={<>{table.note}{table.key === 'EFFECT' && can('meeting:read') && <> <Link className="app-no-print" href={`/meetings/effect?term=${term.key}`}>See the pupils, and pupils alike</Link></>}</>}>
          <div className="app-scroll app-scroll--dense app-flow" role="region" aria-label={`${table.heading}, a wide table`} tabIndex={0}>
            <DataTable<Row> caption={`${table.heading}. ${table.note}`} rows={table.rows} rowKey={({ key }) => key} columns={columnsOf(table, hidden)} cards={table.columns.length > 3} tight empty={<p>Nothing to count yet.</p>} />
          </div>
        </Panel>
      ))}
      {texts.map((each) => <Texts key={each.key} said={each} />)}
      <CaveatsPanel caveats={caveats} />
      <Panel title="How to read it">
        <SummaryList rows={[
          { key: 'Term', value: term.label }, { key: 'As of', value: formatLongDay(asOf) }, { key: 'Marks to', value: marksTo === null || marksTo === undefined ? 'No register is held' : formatLongDay(marksTo) }, { key: 'Hidden', value: hidden },
        ]} />
      </Panel>
      <DownloadPanel key={term.key} order={{ term: term.key }} address="/files/term-report" title="Save the report as a file" namesPupils={false} />
    </Page>
  );
}
