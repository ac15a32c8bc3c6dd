import { Query, Resolver } from 'type-graphql';
import { schemaOf } from '../../server/src/app/schema.ts';
import { Allow, Public } from '../../server/src/platform/graphql/allow.ts';

@Resolver()
class GuardedResolver {
  @Allow('school:read')
  @Query(() => String)
  guarded(): string { return ''; }

  @Public('Everyone may know the day.')
  @Query(() => String)
  shown(): string { return ''; }
}

@Resolver()
class ForgottenResolver {
  @Query(() => String)
  forgotten(): string { return ''; }
}

test('an operation that names no permission stops the boot, by name', () => {
  expect(() => schemaOf([{ entities: [], resolvers: [new GuardedResolver()] }])).not.toThrow();
  expect(() => schemaOf([{ entities: [], resolvers: [new GuardedResolver(), new ForgottenResolver()] }])).toThrow(/will not start: forgotten\. Add @Allow/);
});
