import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { PageArgs } from '../../platform/graphql/page.ts';
import { schoolById, SchoolType, type School } from '../organisations/index.ts';
import { enrolmentsOfPupil, PupilType, type Pupil } from '../pupils/index.ts';
import type { DeliveryService } from './delivery.service.ts';
import type { RegisterRepository } from './register.repository.ts';
import { DeliveriesType, DeliveryType, RefusedReasonType, RefusedRowsType, RegisterYearType, UndoStateType } from './register.type.ts';
import type { UndoService } from './undo.service.ts';

/** What registers add to a pupil. */
@Resolver(() => PupilType)
export class PupilRegisterResolver {
  constructor(private readonly weeks: RegisterRepository) {}

  @Allow('register:read')
  @FieldResolver(() => [RegisterYearType], { nullable: true, description: 'Every year of every enrolment within reach, latest first.' })
  async registers(@Root() pupil: Pupil, @Ctx() operation: Operation): Promise<RegisterYearType[]> {
    const enrolments = await enrolmentsOfPupil(operation).load(pupil.id);
    return this.weeks.years(operation, enrolments.map((enrolment) => enrolment.id));
  }
}

@Resolver(() => DeliveryType)
export class DeliveryResolver {
  constructor(private readonly service: DeliveryService, private readonly undos: UndoService) {}

  @Allow('delivery:read')
  @Query(() => DeliveryType, { description: 'One delivery with its receipt; ask again while it is being read to follow its progress.' })
  async delivery(@Ctx() operation: Operation, @Arg('id', () => ID) id: string): Promise<DeliveryType> {
    return this.service.openDelivery(operation, id);
  }

  @Allow('delivery:read')
  @Query(() => DeliveriesType, { description: 'Deliveries, latest first. `attention` keeps those with refused rows or nothing kept.' })
  async deliveries(
    @Ctx() operation: Operation,
    @Arg('schoolId', () => Int, { nullable: true }) schoolId: number | null,
    @Arg('attention', () => Boolean, { defaultValue: false }) attention: boolean,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<DeliveriesType> {
    return this.service.list(operation, { schoolId, attention }, page.offset, page.take);
  }

  @Allow('delivery:undo')
  @Mutation(() => DeliveryType, { description: 'Puts every mark back as it stood before a delivery. The reason, of at least ten characters, stays on its receipt and in the trail.' })
  async undoDelivery(@Ctx() operation: Operation, @Arg('deliveryId', () => ID) deliveryId: string, @Arg('reason', () => String) reason: string): Promise<DeliveryType> {
    return this.undos.undo(operation, deliveryId, reason);
  }

  @Allow('delivery:undo')
  @FieldResolver(() => UndoStateType, { nullable: true, description: 'What undoing would put back; nothing for a delivery of which nothing was ever kept.' })
  async undo(@Root() delivery: DeliveryType, @Ctx() operation: Operation): Promise<UndoStateType | null> {
    return this.undos.stateOf(operation, delivery);
  }

  @FieldResolver(() => [DeliveryType], { description: 'The latest deliveries of the same school; of all, for a file of the whole authority.' })
  async latest(@Root() delivery: DeliveryType, @Ctx() operation: Operation): Promise<DeliveryType[]> {
    return this.service.latestBeside(operation, delivery);
  }

  @FieldResolver(() => SchoolType, { nullable: true, description: 'Nothing for a file of the whole authority.' })
  async school(@Root() delivery: DeliveryType, @Ctx() operation: Operation): Promise<School | null> {
    return delivery.schoolId === null ? null : schoolById(operation).load(delivery.schoolId);
  }

  @FieldResolver(() => RefusedRowsType, { description: 'The rows refused, with the reason and what to do.' })
  async refusedRows(
    @Root() delivery: DeliveryType,
    @Ctx() operation: Operation,
    @Arg('code', () => String, { nullable: true }) code: string | null,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<RefusedRowsType> {
    return this.service.refusedRows(operation, delivery.id, code, page.offset, page.take);
  }

  @FieldResolver(() => [RefusedReasonType], { description: 'Why rows were refused, commonest first, each with its first rows.' })
  async refusedReasons(
    @Root() delivery: DeliveryType,
    @Ctx() operation: Operation,
    @Arg('each', () => Int, { defaultValue: 3 }) each: number,
  ): Promise<RefusedReasonType[]> {
    // A reason has hundreds of rows at times; the whole list is paged by refusedRows.
    return this.service.refusedReasons(operation, delivery.id, Math.min(Math.max(each, 1), 10));
  }
}
