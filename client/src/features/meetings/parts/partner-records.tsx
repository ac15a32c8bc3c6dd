import { answerField } from '@attendance/shared/meetings';
import { taskPath } from '@attendance/shared/tasks';
import { useSearchParams } from 'react-router';
import { numberIn, searchWith } from '../../../graphql/page-query.ts';
import { formatDay, formatLongDay } from '../../../lib/format.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Link } from '../../../ui/link.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { wordsOfValue } from '../papers/answer-box.tsx';
import type { PartnerLinesPageQuery } from '../pages/lines-page.generated.ts';

type Records = NonNullable<PartnerLinesPageQuery['partnerRecords']>;
/** As many as the page asks for. */
export const RECORDS_AT_ONCE = 10;

/** What issued records say about a partner's own children: their lines and actions, and nothing else of the meetings. */
export function PartnerRecords({ records: { items, total } }: { records: Records }) {
  const [search] = useSearchParams();
  return (
    <Panel title="From records that were issued" count={total} aside="Your own children alone" foot={<Link href="/meetings/referrals">Referral drafts about your children</Link>}>
      {items.length === 0 && <EmptyState>No issued record has spoken about a child of yours.</EmptyState>}
      {items.map(({ meetingId, pupilId, name, school, heldOn, said, actions }) => (
        <section key={`${meetingId}/${pupilId}`} className="app-record-pupil" aria-label={`${name}, ${formatDay(heldOn)}`}>
          <h3><Link href={`/pupils/${pupilId}`}>{name}</Link></h3>
          <p className="app-muted">{school}, {formatLongDay(heldOn)}</p>
          <SummaryList rows={[
            ...said.flatMap(({ field, value }) => { const known = answerField('PUPIL', field); return known === undefined ? [] : [{ key: known.label, value: <span className="app-lines">{wordsOfValue(known, value)}</span> }]; }),
            ...(actions.length === 0 ? [] : [{ key: 'Agreed', value: actions.map(({ what, owner, dueOn, taskId }) => <span key={`${taskId}/${what}`} className="app-line">{taskId === null ? what : <Link href={taskPath(taskId)}>{what}</Link>}: {owner}, due {formatDay(dueOn)}</span>) }]),
          ]} />
        </section>
      ))}
      {total > RECORDS_AT_ONCE && <Pager page={numberIn(search, 'page', 1, 1000)} take={RECORDS_AT_ONCE} total={total} sizes={[RECORDS_AT_ONCE]} hrefFor={(to) => searchWith(search, { page: to === 1 ? null : to })} label="Pages of records" />}
    </Panel>
  );
}
