import { ACTION_STATUS_WORDS, EFFECT_BY_WORDS, WIDE_CAVEATS, WIDE_CAVEATS_OF, WIDE_SCOPE_WORDS, type ActionStatus } from '@attendance/shared/meetings';
import { useSearchParams } from 'react-router';
import { numberIn, pageLoader, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { formatDate, plural } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { ImpactTag } from '../parts/before-after.tsx';
import { effectBy, effectFilter, SCHOOL_COUNTS, schoolCount, wideScope } from './effect-address.ts';
import { CAVEATS, CaveatsPanel } from './effect-caveats.tsx';
import { EffectWideRowsPageDocument, type EffectWideRowsPageQuery } from './effect-wide-rows-page.generated.ts';

type Row = EffectWideRowsPageQuery['wideActions']['items'][number];
const pageIn = (search: URLSearchParams) => ({ page: numberIn(search, 'page', 1, 1000), take: numberIn(search, 'take', 25, 100) });

export const loader = pageLoader(EffectWideRowsPageDocument, (_, search) => ({ by: effectBy(search), scope: wideScope(search), key: search.get('key'), count: schoolCount(search), filter: effectFilter(search), ...pageIn(search) }));

const COLUMNS: readonly DataColumn<Row>[] = [
  { key: 'action', heading: 'Action', cell: ({ action, service, taskId, anchorOn, about }) => <><Link href={`/meetings/effect/wide/${taskId}`}>{action}<span className="govuk-visually-hidden">, {about}, from {formatDate(anchorOn)}</span></Link>{service !== null && service !== undefined && <span className="app-line">{service}</span>}</> },
  { key: 'about', heading: 'About', cell: ({ about, schoolName }) => <>{about}{about !== schoolName && <span className="app-line">{schoolName}</span>}</> },
  { key: 'from', heading: 'Began', nowrap: true, cell: ({ anchorOn, status }) => <>{formatDate(anchorOn)}<span className="app-line">{ACTION_STATUS_WORDS[status as ActionStatus]}</span></> },
  { key: 'effect', heading: 'What followed', wide: true, cell: ({ words, impact }) => <>{impact && <><ImpactTag impact={impact} /> </>}{words}</> },
];

/** The actions about groups, schools or the area behind one row of the effect. */
export function Component() {
  const { data: { wideActions: { label, total, items } } } = usePageData(EffectWideRowsPageDocument);
  const { authority } = useMe();
  const [search] = useSearchParams();
  const { page, take } = pageIn(search);
  const scope = wideScope(search);
  const count = schoolCount(search);
  const back = new URLSearchParams([...search].filter(([key]) => ['by', 'term', 'phase', 'schoolId'].includes(key))).toString();
  return (
    <Page windowTitle="Actions and what followed" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'The effect', href: `/meetings/effect?${back}` }, { text: WIDE_SCOPE_WORDS[scope] }]}>
      <PageTitle title={label === '' ? `Actions and what followed: ${WIDE_SCOPE_WORDS[scope].toLowerCase()}` : `${label}: actions and what followed`} lede={`${WIDE_SCOPE_WORDS[scope]}${label === '' ? '' : `, one row by ${EFFECT_BY_WORDS[effectBy(search)].toLowerCase()}`}. The latest first.`} />
      <Panel title={count === null ? plural(total, 'action') : `${plural(total, 'school')} ${SCHOOL_COUNTS[count]}, each by its first action`} flush lead foot="What came after an action need not have come from it.">
        <DataTable caption="Actions and what followed" rows={items} rowKey={({ taskId }) => String(taskId)} columns={COLUMNS} empty={<p>{total > 0 ? <>This page is past the end of the list. <Link href={searchWith(search, { page: null })}>Back to the first page</Link></> : 'No action stands here.'}</p>} />
        {total > 0 && <Pager page={page} take={take} total={total} hrefFor={(to, size) => searchWith(search, { page: to === 1 ? null : to, take: size === 25 ? null : size })} label="Pages of actions" />}
      </Panel>
      <CaveatsPanel caveats={[...CAVEATS, ...WIDE_CAVEATS_OF[scope].map((code) => ({ code, words: WIDE_CAVEATS[code] }))]} />
    </Page>
  );
}
