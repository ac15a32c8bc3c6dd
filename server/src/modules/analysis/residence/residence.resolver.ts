import type { AttendedArea } from '@attendance/shared/attendance';
import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { PageArgs } from '../../../platform/graphql/page.ts';
import type { ResidenceService } from './residence.service.ts';
import { AttendedAreaEnum, ResidenceType, ResidentCoverageType, UnheldResidentPageType } from './residence.type.ts';

@Resolver()
export class ResidenceResolver {
  constructor(private readonly residence: ResidenceService) {}

  @Allow('area:read')
  @Query(() => ResidenceType, { name: 'residence', description: 'The year so far by school and by residence, of everything within reach or of one phase.' })
  async totals(@Ctx() operation: Operation, @Arg('phase', () => String, { nullable: true }) phase: string | null = null): Promise<ResidenceType> {
    return this.residence.totals(operation, phase);
  }

  @Allow('pupil:read')
  @Query(() => ResidentCoverageType, { description: 'Of how many of the children who live here a register of this year is held.' })
  async residentCoverage(@Ctx() operation: Operation): Promise<ResidentCoverageType> {
    return this.residence.coverage(operation);
  }

  @Allow('pupil:read')
  @Query(() => UnheldResidentPageType, { description: 'Children who live here and of whom no register of this year is held, by where they go to school: as many as residentCoverage says.' })
  async residentsWithoutRegister(@Ctx() operation: Operation, @Arg('attends', () => AttendedAreaEnum) attends: AttendedArea, @Args(() => PageArgs) page: PageArgs): Promise<UnheldResidentPageType> {
    return this.residence.unheld(operation, attends, page.offset, page.take);
  }
}
