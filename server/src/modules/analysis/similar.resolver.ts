import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { SimilarService } from './similar.service.ts';
import { SimilarSchoolsType } from './similar.type.ts';

@Resolver()
export class SimilarResolver {
  constructor(private readonly similar: SimilarService) {}

  @Allow('school:read')
  @Query(() => SimilarSchoolsType, { description: 'A school beside the schools within reach that are most like it.' })
  async similarSchools(@Ctx() operation: Operation, @Arg('schoolId', () => Int) schoolId: number): Promise<SimilarSchoolsType> {
    return this.similar.of(operation, schoolId);
  }
}
