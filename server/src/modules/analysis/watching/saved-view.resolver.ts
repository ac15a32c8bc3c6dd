import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { SavedViewService } from './saved-view.service.ts';
import { NewSavedView, SavedViewChange } from './watch.inputs.ts';
import { SavedViewType } from './watch.type.ts';

@Resolver()
export class SavedViewResolver {
  constructor(private readonly views: SavedViewService) {}

  @Allow('pupil:read')
  @Query(() => [SavedViewType], { description: 'Pages kept under a name, one’s own and shared ones.' })
  async savedViews(@Ctx() operation: Operation): Promise<SavedViewType[]> {
    return this.views.all(operation);
  }

  @Allow('watch:keep')
  @Mutation(() => SavedViewType, { description: 'Keeps a page under a name.' })
  async saveView(@Ctx() operation: Operation, @Arg('input', () => NewSavedView) input: NewSavedView): Promise<SavedViewType> {
    return this.views.save(operation, input);
  }

  @Allow('watch:keep')
  @Mutation(() => SavedViewType, { description: 'Renames a view of one’s own, shares it, and chooses what it tells.' })
  async changeSavedView(@Ctx() operation: Operation, @Arg('input', () => SavedViewChange) input: SavedViewChange): Promise<SavedViewType> {
    return this.views.change(operation, input);
  }

  @Allow('watch:keep')
  @Mutation(() => Boolean, { description: 'Deletes a view of one’s own; false where there is none any more.' })
  async deleteSavedView(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number): Promise<boolean> {
    return this.views.remove(operation, id, version);
  }
}
