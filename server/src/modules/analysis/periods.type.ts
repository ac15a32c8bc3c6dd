import { PeriodKind } from '@attendance/shared/attendance';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

registerEnumType(PeriodKind, { name: 'PeriodKind', description: 'A stretch of whole weeks: the latest, the last school weeks, the half term, the term, the year so far, or weeks somebody chose.' });

@ObjectType('PeriodCounts', { description: 'Sessions of some weeks. For people who see figures only they are rounded to five, as weeks are, and null where the same count of the year is hidden.' })
export class PeriodCountsType {
  @Field(() => Int) possible: number;
  @Field(() => Int, { nullable: true }) attended: number | null;
  @Field(() => Int, { nullable: true }) absent: number | null;
  @Field(() => Int, { nullable: true }) unauthorised: number | null;
  @Field(() => Int, { nullable: true, description: 'Late before or after the register closed.' }) late: number | null;
}

@ObjectType('PeriodFigures', { description: 'Sessions of a stretch of weeks beside the same school weeks of last year. Who is persistently absent is a question of a year from its first week and not told here.' })
export class PeriodFiguresType {
  @Field(() => PeriodKind) kind: PeriodKind;
  @Field(() => String, { description: 'The Monday of its first week.' }) from: string;
  @Field(() => String, { description: 'The Monday of its last week.' }) to: string;
  @Field(() => PeriodCountsType) figures: PeriodCountsType;
  @Field(() => PeriodCountsType, { description: 'The same weeks 52 weeks before; no possible session where none are held.' }) lastYear: PeriodCountsType;
}

@ObjectType('Periods')
export class PeriodsType {
  @Field(() => [PeriodFiguresType], { description: 'Shortest first; none before the first marks of the year.' }) periods: PeriodFiguresType[];
  @Field(() => [String], { description: 'The Mondays of this year’s weeks with a session, oldest first: what may be chosen from.' }) weeks: string[];
}
