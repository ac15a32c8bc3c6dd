import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { schoolById, SchoolType, type School } from '../organisations/index.ts';
import type { CareStatus, Enrolment, Pupil, PupilAddress, PupilCarer, PupilCharacteristic } from './pupil.entity.ts';
import { enrolmentsOfPupil } from './pupil.loaders.ts';
import type { PupilRepository } from './pupil.repository.ts';
import type { PupilService } from './pupil.service.ts';
import { AddressType, CareStatusType, CarerType, CharacteristicType, EnrolmentType, FoundPupilsType, PupilType } from './pupil.type.ts';

/** Siblings of siblings multiply: each level costs five of what lies below it. */
const SIBLINGS_COST = ({ childComplexity }: { childComplexity: number }): number => 1 + 5 * childComplexity;

@Resolver(() => PupilType)
export class PupilResolver {
  constructor(private readonly service: PupilService, private readonly pupils: PupilRepository) {}

  @Allow('pupil:read')
  @Query(() => PupilType, { description: 'One pupil within reach. A restricted record needs a reason of at least ten characters.' })
  async pupil(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('reason', () => String, { nullable: true }) reason: string | null): Promise<Pupil> {
    return this.service.openPupil(operation, id, reason);
  }

  @Allow('pupil:search')
  @Query(() => FoundPupilsType, { description: 'Pupils by name (spelling forgiven), UPN or date of birth.' })
  async findPupils(@Ctx() operation: Operation, @Arg('text', () => String) text: string): Promise<FoundPupilsType> {
    return this.service.find(operation, text);
  }

  @FieldResolver(() => [EnrolmentType])
  async enrolments(@Root() pupil: Pupil, @Ctx() operation: Operation): Promise<Enrolment[]> {
    return enrolmentsOfPupil(operation).load(pupil.id);
  }

  @FieldResolver(() => [CharacteristicType])
  async characteristics(@Root() pupil: Pupil, @Ctx() operation: Operation): Promise<PupilCharacteristic[]> {
    return this.pupils.characteristics(operation, pupil.id);
  }

  @Allow('pupil:read-care-status')
  @FieldResolver(() => [CareStatusType], { nullable: true })
  async careStatuses(@Root() pupil: Pupil, @Ctx() operation: Operation): Promise<CareStatus[]> {
    return this.pupils.careStatuses(operation, pupil.id);
  }

  @Allow('pupil:read-family')
  @FieldResolver(() => [CarerType], { nullable: true })
  async carers(@Root() pupil: Pupil, @Ctx() operation: Operation): Promise<PupilCarer[]> {
    return this.pupils.carers(operation, pupil.id);
  }

  @Allow('pupil:read-family')
  @FieldResolver(() => [PupilType], { nullable: true, description: 'Children who share an adult with this one, within your reach.', complexity: SIBLINGS_COST })
  async siblings(@Root() pupil: Pupil, @Ctx() operation: Operation): Promise<Pupil[]> {
    return this.service.siblings(operation, pupil.id);
  }

  @Allow('pupil:read-address')
  @FieldResolver(() => [AddressType], { nullable: true, description: 'Protected addresses are here only for people with the right.' })
  async addresses(@Root() pupil: Pupil, @Ctx() operation: Operation): Promise<PupilAddress[]> {
    return this.pupils.addresses(operation, pupil.id);
  }
}

@Resolver(() => EnrolmentType)
export class EnrolmentResolver {
  @FieldResolver(() => SchoolType, { nullable: true })
  async school(@Root() enrolment: Enrolment, @Ctx() operation: Operation): Promise<School | null> {
    return schoolById(operation).load(enrolment.schoolId);
  }
}
