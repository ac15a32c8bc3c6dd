import { useSearchParams } from 'react-router';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { formatDay, plural } from '../../../lib/format.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { BoardPanel, Discussed, RatingTag } from '../parts/board-panel.tsx';
import { MeetingSummaryPageDocument } from './own-page.generated.ts';

export const loader = pageLoader(MeetingSummaryPageDocument, () => ({}));

/** The term's meetings in ratings, counts and dates, for governors, trust leaders and analysts. */
export function Component() {
  const { data: { meetingSummary: summary } } = usePageData(MeetingSummaryPageDocument);
  const { authority } = useMe();
  const [search] = useSearchParams();
  const chosen = summary.items.length === 1 ? summary.items[0] : summary.items.find(({ schoolId }) => String(schoolId) === search.get('schoolId'));
  return (
    <Page windowTitle="Meetings" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings' }]}>
      <PageTitle title={`Targeting support meetings: ${summary.term.label.toLowerCase()}`} lede="A short talk each term between each school and the authority. Your role sees ratings, counts and dates, and no names." />
      {chosen && <BoardPanel school={chosen} term={chosen.name} />}
      {summary.items.length !== 1 && <Panel lead={!chosen} title={`${summary.met} of ${plural(summary.schools, 'school')} met, ${summary.ahead} more in hand`} flush foot="Ratings are those of the last issued record: of the school, and of its officer. c: few pupils, or a count that would tell few. Actions are those agreed in meetings.">
        <DataTable
          caption="Meetings of each school this term" rows={summary.items} rowKey={({ schoolId }) => String(schoolId)} tight empty={<p>No school is within your reach.</p>}
          columns={[
            { key: 'school', heading: 'School', cell: ({ schoolId, name }) => <><Link href={`/schools/${schoolId}`}>{name}</Link>{summary.items.length > 1 && <span className="app-line"><Link href={`?schoolId=${schoolId}`}>Its meetings<span className="govuk-visually-hidden">: {name}</span></Link></span>}</> },
            { key: 'own', heading: 'School says', cell: ({ board }) => <RatingTag rating={board.schoolRating} /> }, { key: 'officer', heading: 'Officer says', cell: ({ board }) => <RatingTag rating={board.officerRating} /> },
            { key: 'held', heading: 'Held', numeric: true, cell: ({ held }) => held }, { key: 'booked', heading: 'Booked', numeric: true, cell: ({ booked }) => booked }, { key: 'offered', heading: 'Offered', numeric: true, cell: ({ offered }) => offered }, { key: 'declined', heading: 'Declined', numeric: true, cell: ({ declined }) => declined },
            { key: 'discussed', heading: 'Pupils discussed', numeric: true, cell: ({ board }) => <Discussed pupils={board.discussed} /> },
            { key: 'done', heading: 'Actions done', numeric: true, cell: ({ board }) => board.actionsDone }, { key: 'open', heading: 'Actions open', numeric: true, cell: ({ board }) => board.actionsOpen }, { key: 'overdue', heading: 'Actions overdue', numeric: true, cell: ({ board }) => board.actionsOverdue },
            { key: 'last', heading: 'Last held', nowrap: true, cell: ({ lastHeldOn }) => (lastHeldOn === null ? 'Not yet' : formatDay(lastHeldOn)) }, { key: 'next', heading: 'Next', nowrap: true, cell: ({ nextOn }) => (nextOn === null ? 'None agreed' : formatDay(nextOn)) },
          ]}
        />
      </Panel>}
    </Page>
  );
}
