import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { formatDay, plural } from '../../../lib/format.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { MeetingSummaryPageDocument } from './own-page.generated.ts';

export const loader = pageLoader(MeetingSummaryPageDocument, () => ({}));

/** The term's meetings in counts and dates, for governors, trust leaders and analysts. */
export function Component() {
  const { data: { meetingSummary: summary } } = usePageData(MeetingSummaryPageDocument);
  const { authority } = useMe();
  return (
    <Page windowTitle="Meetings" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings' }]}>
      <PageTitle title={`Targeting support meetings: ${summary.term.label.toLowerCase()}`} lede="A short talk each term between each school and the authority. Your role sees counts and dates." />
      <Panel lead title={`${summary.met} of ${plural(summary.schools, 'school')} met, ${summary.ahead} more in hand`} flush foot="A meeting is rated where the school and its officer each said how attendance goes, and its record was issued.">
        <DataTable
          caption="Meetings of each school this term" rows={summary.items} rowKey={({ schoolId }) => String(schoolId)} tight empty={<p>No school is within your reach.</p>}
          columns={[
            { key: 'school', heading: 'School', cell: ({ schoolId, name }) => <Link href={`/schools/${schoolId}`}>{name}</Link> }, { key: 'held', heading: 'Held', numeric: true, cell: ({ held }) => held }, { key: 'booked', heading: 'Booked', numeric: true, cell: ({ booked }) => booked },
            { key: 'offered', heading: 'Offered', numeric: true, cell: ({ offered }) => offered }, { key: 'declined', heading: 'Declined', numeric: true, cell: ({ declined }) => declined }, { key: 'ratings', heading: 'Rated', numeric: true, cell: ({ ratings }) => ratings },
            { key: 'last', heading: 'Last held', nowrap: true, cell: ({ lastHeldOn }) => (lastHeldOn === null ? 'Not yet' : formatDay(lastHeldOn)) }, { key: 'next', heading: 'Next', nowrap: true, cell: ({ nextOn }) => (nextOn === null ? 'None agreed' : formatDay(nextOn)) },
          ]}
        />
      </Panel>
    </Page>
  );
}
