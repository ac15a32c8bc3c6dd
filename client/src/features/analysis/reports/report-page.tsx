import { inSentence } from '@attendance/shared/kernel';
import { useParams, useSearchParams } from 'react-router';
import { may, pageLoader, PageProblem, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { formatDate, formatLongDay, plural } from '../../../lib/format.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { useMe } from '../../identity/index.ts';
import { useExplainKey } from '../parts/use-explain-key.ts';
import { HIDDEN_GROUP_WHY } from '../rules/hidden.ts';
import { pageHref, sortHref } from '../rules/list-params.ts';
import { DownloadPanel } from './download-panel.tsx';
import { reportFilterIn, reportHref, reportIn, reportOrderIn } from './report-address.ts';
import { reportColumns, unopenedOf } from './report-cells.tsx';
import { ReportFilters } from './report-filters.tsx';
import { SaveView } from '../watching/save-view.tsx';
import { ReportPageDocument, type ReportRowOfPageFragment } from './report-page.generated.ts';

export const loader = pageLoader(ReportPageDocument, ({ number: word }, search) => {
  const number = reportIn(word);
  if (number === null) throw new PageProblem('NOT_FOUND', 'There is no such report.', null);
  return { number, filter: reportFilterIn(search), ...reportOrderIn(search), schools: may('school:read') };
});

/** One part of a standard report: its rows, what they count, and the way to save them. */
export function Component() {
  useExplainKey();
  const { data: { report: page, allSchools: schools = [] } } = usePageData(ReportPageDocument);
  const { authority, today, me, can } = useMe();
  const number = reportIn(useParams().number) ?? page.report.number;
  const [search] = useSearchParams();
  const { take, page: at } = reportOrderIn(search);
  const filter = reportFilterIn(search);
  const { report, total, rows, compared } = page;
  const part = report.parts.find(({ key }) => key === page.part);
  if (part === undefined) throw new PageProblem('NOT_FOUND', 'There is no such part of the report.', null);
  const columns = reportColumns(part, { pupils: can('pupil:read'), schools: can('school:read'), reports: can('report:read') });
  const sorted = part.columns.find(({ key, sortable }) => sortable && key === page.sort);
  const order = sorted === undefined ? 'In their own order' : `By ${inSentence(sorted.heading)}, ${page.descending ? 'from the top' : 'from the bottom'}`;
  return (
    <Page windowTitle={`Report ${number}: ${report.title}`} authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Reports', href: '/reports' }, { text: report.title }]}>
      <PageTitle title={report.parts.length === 1 ? report.title : `${report.title}: ${inSentence(part.title)}`} lede={report.question} actions={<SaveView />} />
      {report.parts.length > 1 && (
        <nav aria-label={`Parts of the report ${report.title}`} className="app-report-parts app-no-print">
          <ul>
            {report.parts.map(({ key, title }) => <li key={key}><Link href={reportHref(number, key)} aria-current={key === part.key ? 'page' : undefined}>{title}</Link></li>)}
          </ul>
        </nav>
      )}
      <Panel title={total === 1 ? '1 row' : plural(total, 'row')} aside={order} lead flush className="app-report">
        <ReportFilters search={search} part={part} filter={filter} schools={schools} />
        <div className="app-scroll app-scroll--dense" role="region" aria-label={`${part.title}, a wide table`} tabIndex={0}>
          <DataTable<ReportRowOfPageFragment>
            caption={`Report ${number}, ${report.title}: ${part.title}. ${order}. Filter: ${page.filterWords}`} columns={columns} rows={[...rows, ...compared]} rowKey={(row) => row.key}
            {...(compared.length > 0 ? { groupOf: (row: ReportRowOfPageFragment) => (rows.includes(row) ? 'Rows of the report' : 'To set them beside') } : {})}
            sort={sorted === undefined ? [] : [{ key: sorted.key, direction: page.descending ? 'descending' : 'ascending' }]} sortHref={sortHref(search)}
            empty={<p>{total > 0 ? 'This page is past the end of the report.' : 'No row fits this report and filter.'} {total > 0 && <Link href={searchWith(search, { page: null })}>Back to the first page</Link>}</p>}
          />
        </div>
        {total > 0 && <Pager page={at} take={take} total={total} hrefFor={pageHref(search)} label="Pages of the report" />}
      </Panel>
      <Panel title="How to read it">
        <SummaryList rows={[
          { key: 'Filter', value: page.filterWords },
          { key: 'Marks to', value: page.marksTo === null ? 'Not shown' : formatLongDay(page.marksTo) },
          { key: 'Coverage', value: page.coverage },
          { key: 'What is counted', value: page.of },
          ...(report.notHeld.length > 0 ? [{ key: 'Not in this report', value: <ul className="govuk-list app-report-list">{report.notHeld.map((words) => <li key={words}>{words}</li>)}</ul> }] : []),
          ...(report.elsewhere.length > 0 ? [{ key: 'Elsewhere in the portal', value: <ul className="govuk-list app-report-list">{report.elsewhere.map(({ words, path }) => <li key={path}><Link href={path}>{words}</Link></li>)}</ul> }] : []),
          ...(can('pupil:read') && unopenedOf(part).length > 0 ? [{ key: 'What opens no list', value: <ul className="govuk-list app-report-list">{unopenedOf(part).map((words) => <li key={words}>{words}</li>)}</ul> }] : []),
          ...(page.hidesSmall ? [{ key: 'Hidden', value: HIDDEN_GROUP_WHY }] : []),
          { key: 'Made', value: `${formatDate(today)}, by ${me.name}` },
        ]} />
      </Panel>
      {total > 0 && <DownloadPanel key={`${number} ${part.key} ${search.toString()}`} order={{ number, part: part.key, filter, sort: page.sort, descending: page.descending }} title={`Save or print all ${plural(total, 'row')}`} rows={total} namesPupils={part.namesPupils} />}
    </Page>
  );
}
