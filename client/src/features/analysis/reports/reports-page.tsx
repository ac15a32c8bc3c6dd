import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useMe } from '../../identity/index.ts';
import { reportHref } from './report-address.ts';
import { ReportsPageDocument } from './reports-page.generated.ts';

export const loader = pageLoader(ReportsPageDocument, () => ({}));

/** The standard reports, each with the question it answers and its parts. */
export function Component() {
  const { data: { reports } } = usePageData(ReportsPageDocument);
  const { authority } = useMe();
  return (
    <Page windowTitle="Reports" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }]}>
      <PageTitle title="Standard reports" lede="The same figures as on the pages, as tables to read, print or save as CSV or Excel. Each says what it counts and what it cannot say." />
      <Panel title="Reports open to you" count={reports.length} flush={reports.length > 0}>
        {reports.length === 0 ? <EmptyState>Your role has no report yet.</EmptyState> : (
          <ul className="app-rows">
            {reports.map(({ number, title, question, parts }) => (
              <li key={number}>
                <div className="app-rows__main">
                  <strong><Link href={reportHref(number, parts[0]?.key ?? null)}>{number}. {title}</Link></strong>
                  <span className="app-line">{question}</span>
                  {parts.length > 1 && <span className="app-line">{parts.map(({ key, title: part }, index) => <span key={key}>{index > 0 && ' · '}<Link href={reportHref(number, key)}>{part}</Link></span>)}</span>}
                </div>
                {parts.some(({ namesPupils }) => namesPupils) && <Tag colour="grey">Names pupils</Tag>}
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </Page>
  );
}
