import { useParams, useSearchParams } from 'react-router';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { peopleCount } from './effect-address.ts';
import { peoplePage, WidePeople } from './effect-wide-people.tsx';
import { EffectWideActionPeoplePageDocument } from './effect-wide-people-page.generated.ts';

export const loader = pageLoader(EffectWideActionPeoplePageDocument, ({ taskId }, search) => ({ taskId: /^\d{1,9}$/.test(taskId ?? '') ? Number(taskId) : 0, count: peopleCount(search), later: search.get('later') === 'yes', ...peoplePage(search) }));

/** The pupils behind one count of an action about a group or a school. */
export function Component() {
  const { data: { pupilsOfWideAction: people } } = usePageData(EffectWideActionPeoplePageDocument);
  const { taskId = '' } = useParams();
  const [search] = useSearchParams();
  return <WidePeople people={people} search={search} about="One action." back={{ text: 'One action', href: `/meetings/effect/wide/${taskId}` }} />;
}
