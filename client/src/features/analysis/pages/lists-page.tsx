import { useSearchParams } from 'react-router';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { useMe } from '../../identity/index.ts';
import { keptOf, whoseWords, workFilterIn } from '../parts/work-filter.ts';
import { WorkFilters } from '../parts/work-filters.tsx';
import { WorkCounts } from '../parts/work-lists.tsx';
import { useExplainKey } from '../parts/use-explain-key.ts';
import { TogetherPanel } from '../together/together-counts.tsx';
import { SaveView } from '../watching/save-view.tsx';
import { SavedViews } from '../watching/saved-views.tsx';
import { ListsPageDocument } from './lists-page.generated.ts';

export const loader = pageLoader(ListsPageDocument, (_, search) => ({ filter: workFilterIn(search) }));

/** Every list of work: its rule, and how many pupils it holds. */
export function Component() {
  useExplainKey();
  const { data: { workLists: lists, savedViews: views } } = usePageData(ListsPageDocument);
  const { authority, today, can } = useMe();
  const [search] = useSearchParams();
  const filter = workFilterIn(search);
  return (
    <Page windowTitle="Lists" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }]}>
      <PageTitle title={`Lists to work through${whoseWords(filter, null)}`} lede="Each list is one plain rule, applied to this year’s marks of pupils on roll. Nobody is scored, and a pupil may stand on several." actions={<SaveView />} />
      <Panel title="Rules and how many pupils they hold for" flush>
        <WorkFilters search={search} filter={filter} />
        <WorkCounts lists={lists} today={today} kept={keptOf(filter)} />
      </Panel>
      <TogetherPanel filter={filter} family={can('pupil:read-family')} today={today} kept={keptOf(filter)} />
      {views.length > 0 && <SavedViews views={views} />}
    </Page>
  );
}
