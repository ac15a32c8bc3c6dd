import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { PageArgs } from '../../platform/graphql/page.ts';
import { DocumentFilter } from './document.inputs.ts';
import type { DocumentService } from './document.service.ts';
import { DocumentPageType, DocumentType } from './document.type.ts';

@Resolver(() => DocumentType)
export class DocumentResolver {
  constructor(private readonly service: DocumentService) {}

  @Allow('document:read')
  @Query(() => DocumentPageType, { description: 'Documents within reach, latest first.' })
  async documents(@Ctx() operation: Operation, @Arg('filter', () => DocumentFilter, { nullable: true }) filter: DocumentFilter | null, @Args(() => PageArgs) page: PageArgs): Promise<DocumentPageType> {
    return this.service.list(operation, filter ?? {}, page.offset, page.take);
  }

  @Allow('document:read')
  @Query(() => DocumentType, { description: 'One document within reach, with its versions.' })
  async document(@Ctx() operation: Operation, @Arg('id', () => ID) id: string): Promise<DocumentType> {
    return this.service.open(operation, id);
  }
}
