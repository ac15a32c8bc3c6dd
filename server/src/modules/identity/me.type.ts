import { Field, Int, ObjectType } from 'type-graphql';

/** A role one could act in instead. */
@ObjectType('RoleChoice', { description: 'Roles a person may choose to act in.' })
export class RoleChoiceType {
  @Field(() => String, { description: 'What to give to changeRole.' })
  key: string;

  @Field(() => String)
  label: string;
}

/** Who the portal takes the sender of this request for. */
@ObjectType('Me', { description: 'Who is asking, with the rights that hold now.' })
export class MeType {
  @Field(() => Int, { nullable: true, description: 'Nothing for machine clients.' })
  id: number | null;

  @Field(() => String)
  name: string;

  @Field(() => String)
  jobTitle: string;

  @Field(() => String, { description: 'The key of the roles acted in, or MACHINE.' })
  role: string;

  @Field(() => String)
  roleLabel: string;

  @Field(() => [String], { description: 'Names of everything the roles may do.' })
  permissions: string[];

  @Field(() => [Int], { description: 'The schools (URN) a school role or a trust role reaches; empty for any other reach.' })
  schools: number[];

  @Field(() => [RoleChoiceType], { description: 'Roles to change to; empty where there is nothing to choose.' })
  otherRoles: RoleChoiceType[];
}
