import { ATTENDED_AREAS, HOMES, type AttendedArea, type Home } from '@attendance/shared/attendance';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CohortCountsType } from '../cohorts.type.ts';
import { NamedEnrolmentType } from '../named-enrolment.type.ts';

type EnumOf<Value extends string> = { readonly [Each in Value]: Each };
const enumOf = <Value extends string>(values: readonly Value[]): EnumOf<Value> => Object.fromEntries(values.map((value) => [value, value])) as EnumOf<Value>;
export const HomeEnum = enumOf<Home>(HOMES);
export const AttendedAreaEnum = enumOf<AttendedArea>(ATTENDED_AREAS);
registerEnumType(HomeEnum, { name: 'Home', description: 'Whether a child lives in this area.' });
registerEnumType(AttendedAreaEnum, { name: 'AttendedArea', description: 'Whether the school of an enrolment is in this area.' });

@ObjectType('ResidencePart', { description: 'Enrolments of children who live in one place and go to school in another, or the same.' })
export class ResidencePartType {
  @Field(() => HomeEnum) home: Home;
  @Field(() => AttendedAreaEnum) attends: AttendedArea;
  @Field(() => String) label: string;
  @Field(() => CohortCountsType) figures: CohortCountsType;
}

@ObjectType('Residence', { description: 'The year so far as two totals, which share children and are never added to each other.' })
export class ResidenceType {
  @Field(() => CohortCountsType, { description: 'Everyone on roll at schools in this area.' }) bySchool: CohortCountsType;
  @Field(() => CohortCountsType, { description: 'Children who live in this area, wherever their register comes from.' }) byResidence: CohortCountsType;
  @Field(() => CohortCountsType, { description: 'Every register held, each mark once: what the figures of the area page add up.' }) held: CohortCountsType;
  @Field(() => [ResidencePartType], { nullable: true, description: 'What ties the two together. Null for people who see figures only: few children cross a border.' }) parts: ResidencePartType[] | null;
}

@ObjectType('ResidentCoverage', { description: 'Of children who live in this area and are on a roll held here today, each once.' })
export class ResidentCoverageType {
  @Field(() => Int) residents: number;
  @Field(() => Int, { description: 'Of whom a register of this year is held.' }) held: number;
  @Field(() => Int, { description: 'Of whom none is held, on roll at a school elsewhere.' }) elsewhere: number;
  @Field(() => Int, { description: 'Of whom none is held, on roll at schools here alone.' }) here: number;
}

@ObjectType('UnheldResident', { description: 'A child who lives in this area and of whom no register of this year is held.' })
export class UnheldResidentType extends NamedEnrolmentType {
  @Field(() => String, { description: 'On this roll since.' }) startsOn: string;
}

@ObjectType('UnheldResidentPage')
export class UnheldResidentPageType {
  @Field(() => [UnheldResidentType]) items: UnheldResidentType[];
  @Field(() => Int, { description: 'Children on the whole list.' }) total: number;
}
