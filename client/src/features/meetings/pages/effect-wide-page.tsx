import { asSentence } from '@attendance/shared/kernel';
import { ACTION_STATUS_WORDS, signedPoints, WIDE_SCOPE_WORDS, type ActionStatus } from '@attendance/shared/meetings';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { formatDate, formatNumber, formatRate, plural } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { useMe } from '../../identity/index.ts';
import { ImpactTag } from '../parts/before-after.tsx';
import { actionPeopleHref } from './effect-address.ts';
import { CaveatsPanel } from './effect-caveats.tsx';
import { points, range } from './effect-points.tsx';
import { EffectWidePageDocument, type EffectWidePageQuery } from './effect-wide-page.generated.ts';

type Detail = EffectWidePageQuery['effectOfWideAction'];
type Comparison = Detail['comparisons'][number];

export const loader = pageLoader(EffectWidePageDocument, ({ taskId }) => ({ taskId: /^\d{1,9}$/.test(taskId ?? '') ? Number(taskId) : 0 }));

const UNITS: Readonly<Record<string, string>> = { SIMILAR_SCHOOLS: 'school', PUPILS_ALIKE: 'pupil' };

function columnsOf({ scope, taskId }: Detail): DataColumn<Comparison>[] {
  const unit = (code: string): string => UNITS[code] ?? (scope === 'AREA' ? 'school' : 'pupil');
  const of = (code: string, size: number) => (unit(code) === 'school' ? plural(size, 'school') : <Figure value={plural(size, 'pupil')} to={actionPeopleHref(taskId, code === 'LAST_YEAR' ? 'LAST_YEAR' : 'BESIDE', false)} of={code === 'LAST_YEAR' ? 'of last year' : 'set beside pupils alike'} />);
  return [
    { key: 'label', heading: 'Set beside', cell: ({ label, size, code }) => <>{label}{size > 0 && <span className="app-line">{of(code, size)}</span>}</> },
    ...(scope === 'COHORT' ? [] : [{ key: 'change', heading: 'Changed by', under: 'percentage points', label: 'Changed by, points', numeric: true, nowrap: true, cell: ({ change }: Comparison) => points(change) }]),
    { key: 'effect', heading: 'Measured against it', under: 'percentage points', label: 'Measured against it, points', numeric: true, nowrap: true, cell: ({ effect, interval }) => <>{points(effect)}{range(interval)}</> },
    { key: 'words', heading: 'In words', wide: true, cell: ({ words }) => words },
  ];
}

const PEOPLE = (taskId: number): DataColumn<Detail['people'][number]>[] => [
  { key: 'words', heading: 'Pupils', cell: ({ words, isLater }) => <>{asSentence(words)}{isLater && <span className="app-line">over the longer time</span>}</> },
  { key: 'pupils', heading: 'How many', numeric: true, cell: ({ count, isLater, pupils, words }) => <Figure value={formatNumber(pupils)} to={pupils > 0 ? actionPeopleHref(taskId, count, isLater) : undefined} of={`pupils ${words}${isLater ? ', over the longer time' : ''}`} /> },
];

/** Everything that is worked out of one action about a group, a school or the area. */
export function Component() {
  const { data: { effectOfWideAction: detail } } = usePageData(EffectWidePageDocument);
  const { authority, can } = useMe();
  const { before, after, change, impact, scope } = detail;
  const school = can('school:read') ? <Link href={`/schools/${detail.schoolId}`}>{detail.schoolName}</Link> : detail.schoolName;
  return (
    <Page windowTitle="What followed an action" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'The effect', href: '/meetings/effect' }, { text: 'One action' }]}>
      <PageTitle title={`${detail.action}: what followed`} lede={<>{scope === 'SCHOOL' ? <>The whole of {school}</> : <>{detail.about}, agreed with {school}</>}, from {formatDate(detail.anchorOn)}.</>} />
      <Panel title="Before and after" lead foot={detail.asOf === '' ? undefined : `${detail.asOf} Counted from the registers as they are held today, of the pupils you may see.`}>
        {before.possible > 0 && after.possible > 0 && (
          <p className="app-before-after__figures"><strong>{formatRate(before.attended, before.possible)} to {formatRate(after.attended, after.possible)}</strong> {impact && <ImpactTag impact={impact} />} {change !== null && change !== undefined && <span>{signedPoints(change)} points{scope === 'COHORT' ? ', the middle of its pupils' : ''}</span>}</p>
        )}
        <SummaryList rows={[
          { key: 'About', value: WIDE_SCOPE_WORDS[scope] }, { key: 'Action', value: <>{ACTION_STATUS_WORDS[detail.status as ActionStatus]}{detail.service && `. ${detail.service}`}</> },
          { key: 'In words', value: detail.words }, ...(detail.laterWords === detail.words ? [] : [{ key: 'A longer time', value: detail.laterWords }]),
        ]} />
      </Panel>
      {detail.comparisons.length > 0 && (
        <Panel title="Set beside others" flush foot="A change beside others is the own change less theirs. It says more or less than theirs, not why.">
          <DataTable caption="What the change is set beside" rows={detail.comparisons} rowKey={({ code }) => code} columns={columnsOf(detail)} />
        </Panel>
      )}
      {detail.people.length > 0 && (
        <Panel title="Whom these figures count" flush foot="Each number opens the very pupils it counts, with what followed and why it counts them or leaves them out.">
          <DataTable caption="Pupils behind the figures" rows={detail.people} rowKey={({ count, isLater }) => `${count}${isLater}`} columns={PEOPLE(detail.taskId)} />
        </Panel>
      )}
      <CaveatsPanel caveats={detail.caveats} />
    </Page>
  );
}
