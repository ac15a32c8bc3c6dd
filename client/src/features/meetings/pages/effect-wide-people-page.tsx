import { EFFECT_BY_WORDS } from '@attendance/shared/meetings';
import { useSearchParams } from 'react-router';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { effectBy, effectFilter, peopleCount, wideHref } from './effect-address.ts';
import { peoplePage, WidePeople } from './effect-wide-people.tsx';
import { EffectWidePeoplePageDocument } from './effect-wide-people-page.generated.ts';

export const loader = pageLoader(EffectWidePeoplePageDocument, (_, search) => ({ by: effectBy(search), key: search.get('key') ?? '', count: peopleCount(search), filter: effectFilter(search), ...peoplePage(search) }));

/** The pupils behind one count of a row of actions about groups. */
export function Component() {
  const { data: { wideEffectPupils: people } } = usePageData(EffectWidePeoplePageDocument);
  const [search] = useSearchParams();
  return <WidePeople people={people} search={search} about={`One row by ${EFFECT_BY_WORDS[effectBy(search)].toLowerCase()}, of actions about groups. Each pupil once, by the first of them.`} back={{ text: 'Actions', href: wideHref(search, 'COHORT', search.get('key')) }} />;
}
