import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Allow } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { PageArgs } from '../../platform/graphql/page.ts';
import { PupilType, type Pupil } from '../pupils/index.ts';
import type { AuditRepository } from './audit.repository.ts';

@ObjectType('Look', { description: 'One time somebody saw, changed or sent out a child\'s record.' })
export class LookType {
  @Field(() => ID) id: number;
  @Field(() => String) at: string;
  @Field(() => String, { description: 'Who; the portal itself for imports and machine clients.' }) who: string;
  @Field(() => String) jobTitle: string;
  @Field(() => String, { description: 'COLLECTED, CHANGED, VIEWED, DISCLOSED, COMBINED or ERASED.' }) kind: string;
  @Field(() => String) operation: string;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => Int, { description: 'How many children’s records it touched.' }) pupils: number;
  @Field(() => ID, { nullable: true, description: 'The record it was about, the first where there were several; for a child’s looks only ever this child.' }) pupilId: number | null;
}

@ObjectType('Looks')
export class LooksType {
  @Field(() => [LookType]) items: LookType[];
  @Field(() => Int) total: number;
  @Field(() => Int) people: number;
}

@Resolver(() => PupilType)
export class AuditResolver {
  constructor(private readonly audit: AuditRepository) {}

  @Allow('audit:read-subject')
  @FieldResolver(() => LooksType, { nullable: true, description: 'Who looked at this child, latest first, in the last thirty days.' })
  async looks(@Root() pupil: Pupil, @Ctx() operation: Operation, @Args(() => PageArgs) page: PageArgs): Promise<LooksType> {
    return this.audit.looksAtPupil(operation, pupil.id, page.offset, page.take);
  }

  @Allow('audit:read-own')
  @Query(() => LooksType, { description: 'What the person asking has opened themselves; `recordsOnly` leaves out what touched no child’s record.' })
  async myLooks(
    @Ctx() operation: Operation,
    @Arg('recordsOnly', () => Boolean, { defaultValue: false }) recordsOnly: boolean,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<LooksType> {
    return this.audit.ownLooks(operation, recordsOnly, page.offset, page.take);
  }
}
