import { placesIn, unkeptChoices, viewedList, viewPath } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import { notFound, Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { changedMeanwhile, changing, givenKey, givenWords, mayShare, numberOf } from './changing.ts';
import type { AskedView, SavedViewRepository, ViewRow } from './saved-view.repository.ts';
import type { NewSavedView, SavedViewChange } from './watch.inputs.ts';
import type { SavedViewType } from './watch.type.ts';

const NAME = { least: 2, most: 60 };

/** The lists of work among some views, as the repository asks for their rows. */
export function askedViews(views: readonly ViewRow[]): AskedView[] {
  return views.flatMap(({ id, path }) => {
    const list = viewedList(path);
    return list === null ? [] : [{ id, ...list }];
  });
}

/** Pages kept under a name. */
export class SavedViewService {
  constructor(private readonly views: SavedViewRepository) {}

  /** Views one may read, one's own first, with the rows a list of work has now. */
  async all(operation: Operation, id: number | null = null): Promise<SavedViewType[]> {
    const views = await this.views.views(operation, id);
    const held = await this.views.enrolments(operation, academicYearOf(operation.today), askedViews(views));
    return views.map((view) => ({ ...view, total: held.get(view.id)?.length ?? null }));
  }

  /** Keeps an address of a known page, without what was typed. The same key again gives the view made before. */
  async save(operation: Operation, { key, name, address, shared, alertJoins }: NewSavedView): Promise<SavedViewType> {
    changing(operation, { made: 'saved view' });
    const path = viewPath(address);
    if (unkeptChoices(address).length > 0 || (path !== null && !(await this.views.arePlaces(operation, placesIn(path))))) {
      throw new Refusal(RefusalCode.INVALID, 'One of the choices made on this page cannot be kept: it is no group that the portal knows. Without it another list would open, so nothing was saved. Take that choice away, and save the page then.', { address: 'A choice made on this page cannot be kept' });
    }
    if (path === null) throw new Refusal(RefusalCode.INVALID, 'Only pages of lists, pupils, schools, the area, groups, residence and reports can be kept. Nothing was saved.', { address: 'This page cannot be kept' });
    const tells = alertJoins && viewedList(path) !== null;
    const { id, isNew } = await this.views.create(operation, givenKey(key), givenWords(name, 'name', NAME.least, NAME.most), path, mayShare(operation, shared), tells);
    Object.assign(operation.audit.details, { savedView: id, path, again: !isNew });
    if (isNew && tells) await this.takeAsTold(operation, id);
    return this.find(operation, id);
  }

  async change(operation: Operation, { id, version, name, shared, alertJoins }: SavedViewChange): Promise<SavedViewType> {
    changing(operation, { savedView: numberOf(id) });
    const before = await this.find(operation, id);
    if (!before.isMine) throw new Refusal(RefusalCode.FORBIDDEN, `This view is ${before.ownerName || 'a colleague'}’s: only its owner changes it. Nothing was changed. Open it, and save one of your own.`);
    const to = { name: givenWords(name, 'name', NAME.least, NAME.most), shared: mayShare(operation, shared), alertJoins: alertJoins && before.total !== null };
    if (!(await this.views.change(operation, before.id, version, to))) {
      const isDone = before.version === version + 1 && before.name === to.name && before.shared === to.shared && before.alertJoins === to.alertJoins;
      if (!isDone) throw changedMeanwhile('view');
    } else if (to.alertJoins && !before.alertJoins) await this.takeAsTold(operation, before.id);
    return this.find(operation, before.id);
  }

  /** Deletes a view of one's own; false where there is none any more. */
  async remove(operation: Operation, id: number | string, version: number): Promise<boolean> {
    changing(operation, { savedView: numberOf(id), deleted: true });
    const [view] = await this.views.views(operation, numberOf(id));
    if (view === undefined) return false;
    if (!(await this.views.remove(operation, view.id, version))) throw changedMeanwhile('view');
    return true;
  }

  private async find(operation: Operation, id: number | string): Promise<SavedViewType> {
    const [view] = await this.all(operation, numberOf(id));
    if (view === undefined) throw notFound('saved view');
    return view;
  }

  /** Whoever a list holds already has not joined it. */
  private async takeAsTold(operation: Operation, id: number): Promise<void> {
    const held = await this.views.enrolments(operation, academicYearOf(operation.today), askedViews(await this.views.views(operation, id)));
    await this.views.tell(operation, [{ viewId: id, enrolments: held.get(id) ?? [] }]);
  }
}
