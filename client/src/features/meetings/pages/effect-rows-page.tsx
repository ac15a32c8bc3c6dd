import { inSentence } from '@attendance/shared/kernel';
import { EFFECT_BY_WORDS, IMPACT_CLASS_WORDS, IMPACT_CLASSES, WHY_NOT, type ImpactClass, type WhyNot } from '@attendance/shared/meetings';
import { useSearchParams } from 'react-router';
import { numberIn, oneOf, pageLoader, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { plural } from '../../../lib/format.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { chip, Filters } from '../../analysis/index.ts';
import { useMe } from '../../identity/index.ts';
import { actionColumns } from './effect-action-columns.tsx';
import { effectBy, effectFilter } from './effect-address.ts';
import { CAVEATS, CaveatsPanel } from './effect-caveats.tsx';
import { EffectRowsPageDocument } from './effect-rows-page.generated.ts';

const impactIn = (search: URLSearchParams): ImpactClass | null => { const asked = oneOf<string>(search, 'impact', IMPACT_CLASSES, ''); return asked === '' ? null : (asked as ImpactClass); };
const whyIn = (search: URLSearchParams): WhyNot | null => { const asked = oneOf<string>(search, 'why', Object.keys(WHY_NOT), ''); return asked === '' ? null : (asked as WhyNot); };
const pageIn = (search: URLSearchParams) => ({ page: numberIn(search, 'page', 1, 1000), take: numberIn(search, 'take', 25, 100) });

export const loader = pageLoader(EffectRowsPageDocument, (_, search) => ({ by: effectBy(search), key: search.get('key') ?? '', filter: effectFilter(search), impact: impactIn(search), whyNot: whyIn(search), ...pageIn(search) }));

/** The pupils behind one row of the effect, or behind one count of it. */
export function Component() {
  const { data: { effectPupils: { label, total, items } } } = usePageData(EffectRowsPageDocument);
  const { authority, can } = useMe();
  const [search] = useSearchParams();
  const impact = impactIn(search);
  const why = whyIn(search);
  const { page, take } = pageIn(search);
  const by = effectBy(search);
  const back = new URLSearchParams([...search].filter(([key]) => ['by', 'term', 'phase', 'schoolId'].includes(key))).toString();
  return (
    <Page windowTitle="Pupils and what followed" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'The effect', href: `/meetings/effect?${back}` }, { text: 'Pupils' }]}>
      <PageTitle title={label === '' ? 'Pupils and what followed' : `${label}: pupils and what followed`} lede={`The pupils behind one row, by ${EFFECT_BY_WORDS[by].toLowerCase()}${impact === null ? '' : `: ${IMPACT_CLASS_WORDS[impact].toLowerCase()}`}${why === null ? '' : `. Why it did not help: ${inSentence(WHY_NOT[why])}`}. The most improved first, those with too few sessions last.`} />
      <Panel title={plural(total, 'pupil')} flush lead foot="Each pupil from the first such action. The line marks the week in which it began. What came after an action need not have come from it.">
        <Filters search={search} chips={[...(impact === null ? [] : [chip(search, 'impact', IMPACT_CLASS_WORDS[impact])]), ...(why === null ? [] : [chip(search, 'why', `Why it did not help: ${inSentence(WHY_NOT[why])}`)])]} kept={['by', 'key', 'term', 'phase', 'schoolId', 'take']} label="Choose which pupils" clearHref="?">
          <Select id="impact" name="impact" label="What followed" items={[{ text: 'Everything', value: '' }, ...IMPACT_CLASSES.map((value) => ({ text: IMPACT_CLASS_WORDS[value], value }))]} defaultValue={impact ?? ''} />
        </Filters>
        <DataTable
          caption="Pupils with an action and what followed" rows={items} rowKey={({ taskId }) => String(taskId)} columns={actionColumns(true, can('pupil:read'))}
          empty={<p>{total > 0 ? <>This page is past the end of the list. <Link href={searchWith(search, { page: null })}>Back to the first page</Link></> : 'No pupil stands here.'}</p>}
        />
        {total > 0 && <Pager page={page} take={take} total={total} hrefFor={(to, size) => searchWith(search, { page: to === 1 ? null : to, take: size === 25 ? null : size })} label="Pages of pupils" />}
      </Panel>
      <CaveatsPanel caveats={CAVEATS} />
    </Page>
  );
}
