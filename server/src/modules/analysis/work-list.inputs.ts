import { Field, InputType, Int, registerEnumType } from 'type-graphql';
import { ListKind, WorkListKind } from '@attendance/shared/attendance';

export { ListKind, WorkListKind };
registerEnumType(WorkListKind, { name: 'WorkListKind', description: 'The lists of work that each import keeps: of standings alone.' });
registerEnumType(ListKind, { name: 'ListKind', description: 'The lists that are work. Each holds the enrolments on roll to which one plain rule applies.' });

/** OWN is by what the list itself counts, worst first. */
export const WorkListSort = { OWN: 'OWN', NAME: 'NAME', SCHOOL: 'SCHOOL', YEAR: 'YEAR', ABSENCE: 'ABSENCE' } as const;
export type WorkListSort = (typeof WorkListSort)[keyof typeof WorkListSort];
registerEnumType(WorkListSort, { name: 'WorkListSort' });

@InputType()
export class WorkListFilter {
  @Field(() => Int, { nullable: true }) schoolId?: number | null;
  @Field(() => String, { nullable: true }) phase?: string | null;
  @Field(() => String, { nullable: true }) ncYear?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only pupils of schools whose named officer is asking.' }) mine?: boolean | null;
}
