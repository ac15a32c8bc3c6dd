import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Allow, Public } from '../../platform/graphql/allow.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { notFound } from '../../platform/errors/refusal.ts';
import type { School, SchoolClosure, SchoolContact, SchoolLink, SchoolTerm, Trust } from './school.entity.ts';
import type { SchoolRepository } from './school.repository.ts';
import { AuthorityType, SchoolClosureType, SchoolContactType, SchoolLinkType, SchoolOfficerType, SchoolTermType, SchoolType, TrustType } from './school.type.ts';

@Resolver(() => SchoolType)
export class SchoolResolver {
  constructor(private readonly schools: SchoolRepository) {}

  @Public('every page carries the name of the authority')
  @Query(() => AuthorityType, { description: 'The authority whose portal this is, and its today.' })
  async authority(@Ctx() operation: Operation): Promise<AuthorityType> {
    return { ...(await this.schools.authority(operation)), today: operation.today };
  }

  @Allow('school:read')
  @Query(() => SchoolType, { description: 'One school by its URN.' })
  async school(@Ctx() operation: Operation, @Arg('id', () => ID) id: string): Promise<School> {
    const school = /^\d{6}$/.test(id) ? await this.schools.findSchool(operation, Number(id)) : null;
    if (school === null) throw notFound('school');
    operation.audit.schoolIds.add(school.id);
    return school;
  }

  @Allow('school:read')
  @Query(() => [SchoolType], { description: 'All schools by name, for choosing one.' })
  async allSchools(@Ctx() operation: Operation): Promise<School[]> {
    return this.schools.listSchools(operation);
  }

  @FieldResolver(() => TrustType, { nullable: true })
  async trust(@Root() school: School, @Ctx() operation: Operation): Promise<Trust | null> {
    return school.trustId === null ? null : this.schools.trust(operation, school.trustId);
  }

  @FieldResolver(() => [SchoolContactType])
  async contacts(@Root() school: School, @Ctx() operation: Operation): Promise<SchoolContact[]> {
    return this.schools.contacts(operation, school.id);
  }

  @FieldResolver(() => [SchoolTermType])
  async terms(@Root() school: School, @Ctx() operation: Operation): Promise<SchoolTerm[]> {
    return this.schools.terms(operation, school.id);
  }

  @FieldResolver(() => [SchoolClosureType])
  async closures(@Root() school: School, @Ctx() operation: Operation): Promise<SchoolClosure[]> {
    return this.schools.closures(operation, school.id);
  }

  @FieldResolver(() => [SchoolLinkType])
  async links(@Root() school: School, @Ctx() operation: Operation): Promise<SchoolLink[]> {
    return this.schools.links(operation, school.id);
  }

  @FieldResolver(() => SchoolOfficerType, { nullable: true })
  async officer(@Root() school: School, @Ctx() operation: Operation): Promise<SchoolOfficerType | null> {
    return this.schools.officer(operation, school.id);
  }
}
