import { useSearchParams } from 'react-router';
import { numberIn, pageLoader, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { plural } from '../../../lib/format.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { OwedSummaries } from '../parts/owed-summaries.tsx';
import { OwnMeetingRows } from '../parts/own-meetings.tsx';
import { OwnMeetingsPageDocument } from './own-page.generated.ts';

const pageIn = (search: URLSearchParams) => ({ page: numberIn(search, 'page', 1, 1000), take: 25 });
export const loader = pageLoader(OwnMeetingsPageDocument, (_, search) => pageIn(search));

/** Meetings of one's own school: offers to answer and what to prepare first, then those that were. */
export function Component() {
  const { data: { ahead, past, termSummaries } } = usePageData(OwnMeetingsPageDocument);
  const { authority, today, can, me } = useMe();
  const [search] = useSearchParams();
  const { page, take } = pageIn(search);
  // Whoever only reads answers no offer.
  const offers = can('meeting:prepare') ? ahead.items.filter(({ status }) => status === 'OFFERED').length : 0;
  return (
    <Page windowTitle="Meetings" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings' }]}>
      <PageTitle title="Targeting support meetings" lede={offers > 0 ? `${plural(offers, 'offer')} to answer. A meeting is a short talk each term about attendance and the pupils who need help.` : 'A meeting is a short talk each term about attendance and the pupils who need help.'} />
      <nav aria-label="More about meetings" className="app-no-print"><ul className="app-inline-list"><li><Link href="/meetings/referrals">Referral drafts</Link></li></ul></nav>
      <Panel lead title="To come" count={ahead.total} flush={ahead.total > 0}>{ahead.total === 0 ? <EmptyState>No meeting is offered or booked.{me.schools.length > 0 && ' Your attendance officer will offer a date.'}</EmptyState> : <OwnMeetingRows meetings={ahead.items} today={today} />}</Panel>
      <OwedSummaries summaries={termSummaries} />
      <Panel title="Before" count={past.total} flush={past.items.length > 0}>
        {past.items.length === 0 ? <EmptyState>Meetings that were held, declined or called off stand here.</EmptyState> : <OwnMeetingRows meetings={past.items} today={today} />}
        {past.total > take && <Pager page={page} take={take} total={past.total} sizes={[take]} hrefFor={(to) => searchWith(search, { page: to === 1 ? null : to })} label="Pages of earlier meetings" />}
      </Panel>
    </Page>
  );
}
