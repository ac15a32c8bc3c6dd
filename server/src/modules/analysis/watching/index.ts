import { TogetherRepository } from '../together/together.repository.ts';
import { DigestRepository } from './digest.repository.ts';
import { DigestService } from './digest.service.ts';
import { SavedViewRepository } from './saved-view.repository.ts';
import { SavedViewResolver } from './saved-view.resolver.ts';
import { SavedViewService } from './saved-view.service.ts';
import { WatchAlertsService } from './watch-alerts.service.ts';
import { WatchListRepository } from './watch-list.repository.ts';
import { WatchListService } from './watch-list.service.ts';
import { WatchResolver } from './watch.resolver.ts';

/** The messages of a week, one by one, for the command that writes them. */
export function digestService(): DigestService {
  return new DigestService(new DigestRepository(), new WatchAlertsService(new WatchListRepository(), new SavedViewRepository(), new TogetherRepository()));
}

/** Watch lists as their page shows them. */
export const watchListService = (): WatchListService => new WatchListService(new WatchListRepository(), new TogetherRepository());

/** Watch lists, saved views, what they tell, and the weekly message. */
export function watchingResolvers(): object[] {
  const [lists, views, families] = [new WatchListRepository(), new SavedViewRepository(), new TogetherRepository()];
  return [new WatchResolver(new WatchListService(lists, families), new WatchAlertsService(lists, views, families), digestService()), new SavedViewResolver(new SavedViewService(views))];
}
