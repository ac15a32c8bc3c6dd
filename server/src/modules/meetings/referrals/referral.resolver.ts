import { Arg, Args, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../../platform/graphql/allow.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { PageArgs } from '../../../platform/graphql/page.ts';
import type { ReferralService } from './referral.service.ts';
import { ReferralDraftsType, ReferralDraftType, ReferralFilter, ReferralInput } from './referral.type.ts';

@Resolver()
export class ReferralResolver {
  constructor(private readonly referrals: ReferralService) {}

  @Allow('meeting:read')
  @Query(() => ReferralDraftsType, { description: 'Drafts of referrals within reach, oldest first.' })
  async referralDrafts(@Ctx() operation: Operation, @Args(() => PageArgs) page: PageArgs, @Arg('filter', () => ReferralFilter, { nullable: true }) filter: ReferralFilter | null = null): Promise<ReferralDraftsType> {
    return this.referrals.list(operation, filter ?? {}, page.offset, page.take);
  }

  @Allow('meeting:read')
  @Query(() => ReferralDraftType, { description: 'One draft of a referral.' })
  async referralDraft(@Ctx() operation: Operation, @Arg('id', () => ID) id: string): Promise<ReferralDraftType> {
    return this.referrals.open(operation, id);
  }

  @Allow('meeting:read')
  @Mutation(() => ReferralDraftType, { description: 'Writes a draft over the version its writer saw, for those who draft referrals of the school and for its officer. It has to be approved anew.' })
  async saveReferralDraft(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('input', () => ReferralInput) input: ReferralInput): Promise<ReferralDraftType> {
    return this.referrals.save(operation, id, version, input);
  }

  @Allow('meeting:approve')
  @Mutation(() => ReferralDraftType, { description: 'The headteacher approves a draft of the school as it stands.' })
  async approveReferralDraft(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number): Promise<ReferralDraftType> {
    return this.referrals.approve(operation, id, version);
  }

  @Allow('meeting:read')
  @Mutation(() => ReferralDraftType, { description: 'Withdraws a draft with a reason, for those who may write it. It stays, and is not taken over.' })
  async withdrawReferralDraft(@Ctx() operation: Operation, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number, @Arg('reason', () => String) reason: string): Promise<ReferralDraftType> {
    return this.referrals.withdraw(operation, id, version, reason);
  }
}
