import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { formatDate, formatRate, plural } from '../../../lib/format.ts';
import { LineChart } from '../../../ui/charts/line-chart.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { useMe } from '../../identity/index.ts';
import { BeforeAfter, ImpactTag } from '../parts/before-after.tsx';
import { WhyNotPanel } from '../parts/why-not.tsx';
import { CaveatsPanel } from './effect-caveats.tsx';
import { EffectActionPageDocument } from './effect-action-page.generated.ts';

export const loader = pageLoader(EffectActionPageDocument, ({ taskId }) => ({ taskId: /^\d{1,9}$/.test(taskId ?? '') ? Number(taskId) : 0 }));

/** Everything that is worked out of one action: before and after, the longer time, and pupils alike. */
export function Component() {
  const { data: { effectOfAction: detail } } = usePageData(EffectActionPageDocument);
  const { authority, can } = useMe();
  const { effect, later, laterDays, laterImpact, leftPersistent, leftSevere, matched } = detail;
  const weeks = effect.points.map(({ weekStart }) => weekStart);
  const began = weeks.findLast((weekStart) => weekStart <= effect.anchorOn);
  const left = [...(leftSevere ? ['no longer severely absent'] : []), ...(leftPersistent ? ['no longer persistently absent'] : [])];
  return (
    <Page windowTitle="What followed an action" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'The effect', href: '/meetings/effect' }, { text: 'One action' }]}>
      <PageTitle title={`${detail.action}: what followed`} lede={<>{can('pupil:read') ? <Link href={`/pupils/${detail.pupilId}`}>{detail.name}</Link> : detail.name}, {detail.schoolName}, from {formatDate(effect.anchorOn)}. <Link href={`/meetings/effect/pupils/${detail.pupilId}`}>All actions about this pupil</Link></>} />
      <Panel title="Before and after" lead>
        <BeforeAfter effect={effect} />
        <SummaryList rows={[
          { key: 'In words', value: effect.words },
          { key: 'A longer time', value: <>{formatRate(later.attended, later.possible)}: {later.attended} of {plural(later.possible, 'session')} in the {plural(laterDays, 'school day')} from it so far <ImpactTag impact={laterImpact} /></> },
          { key: 'Bands', value: left.length === 0 ? 'As before' : `In the days from it ${left.join(' and ')}` },
          { key: 'Pupils alike', value: matched?.words ?? 'Too few pupils alike, or too few sessions, to say how much of it would have come anyway.' },
          { key: 'Same weeks last year', value: `${detail.lastYearWords} Last year had weather, illness and holidays of its own.` },
        ]} />
      </Panel>
      <WhyNotPanel key={detail.version} taskId={effect.taskId} version={detail.version} whyNot={detail.whyNot} maySay={detail.maySayWhy} />
      {weeks.length > 1 && (
        <Panel title="Week by week" aside="Attendance, %" foot="Weeks are cut where the days counted begin and end; holidays are left out.">
          <LineChart
            weeks={weeks} thisYear={effect.points.map(({ attended, possible }) => (possible === 0 ? null : (attended * 100) / possible))} names={{ thisYear: 'Attended', lastYear: '' }} from={0}
            bands={began === undefined ? [] : [{ from: began, to: began, label: 'Began' }]} sentence={effect.words} caption="Attendance by week, % of possible sessions"
          />
        </Panel>
      )}
      <CaveatsPanel caveats={detail.caveats} />
    </Page>
  );
}
