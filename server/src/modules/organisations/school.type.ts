import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('Authority', { description: 'The local authority whose portal this is.' })
export class AuthorityType {
  @Field(() => Int) code: number;
  @Field(() => String) name: string;
  @Field(() => String) serviceName: string;
  @Field(() => String, { description: 'The day the portal takes for today, in England.' }) today: string;
  @Field(() => Boolean, { description: 'True for the practice authority, whose people and places are made up.' }) practice: boolean;
}

@ObjectType('Trust')
export class TrustType {
  @Field(() => ID) id: number;
  @Field(() => String) name: string;
}

@ObjectType('SchoolContact')
export class SchoolContactType {
  @Field(() => ID) id: number;
  @Field(() => String) role: string;
  @Field(() => String) fullName: string;
  @Field(() => String, { nullable: true }) telephone: string | null;
  @Field(() => String, { nullable: true }) email: string | null;
}

@ObjectType('SchoolTerm')
export class SchoolTermType {
  @Field(() => String) name: string;
  @Field(() => String) startsOn: string;
  @Field(() => String) endsOn: string;
  @Field(() => Int) academicYear: number;
}

@ObjectType('SchoolClosure')
export class SchoolClosureType {
  @Field(() => String) closedOn: string;
  @Field(() => String) kind: string;
  @Field(() => String) label: string;
}

@ObjectType('SchoolLink', { description: 'A predecessor or successor establishment: a conversion closes one URN and opens another.' })
export class SchoolLinkType {
  @Field(() => Int) linkedUrn: number;
  @Field(() => String) linkType: string;
  @Field(() => String, { nullable: true }) establishedOn: string | null;
}

@ObjectType('SchoolOfficer', { description: "The authority's named attendance officer for a school." })
export class SchoolOfficerType {
  @Field(() => Int) userId: number;
  @Field(() => String) fullName: string;
  @Field(() => String) jobTitle: string;
}

@ObjectType('School', { description: 'An establishment, as the register of schools (GIAS) knows it.' })
export class SchoolType {
  @Field(() => ID, { description: 'The URN.' }) id: number;
  @Field(() => String) name: string;
  @Field(() => String) phase: string;
  @Field(() => Int) typeCode: number;
  @Field(() => Int) statusCode: number;
  @Field(() => Int) laCode: number;
  @Field(() => Int) establishmentNumber: number;
  @Field(() => Int) statutoryLowAge: number;
  @Field(() => Int) statutoryHighAge: number;
  @Field(() => String) locality: string;
  @Field(() => String) postcode: string;
  @Field(() => String, { nullable: true }) telephone: string | null;
  @Field(() => String, { nullable: true }) openedOn: string | null;
  @Field(() => String, { nullable: true }) closedOn: string | null;
}
