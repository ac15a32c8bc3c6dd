import { PublishedPhase } from '@attendance/shared/attendance';
import { Field, ObjectType } from 'type-graphql';
import { PhaseFiguresType } from './figures.type.ts';
import { PublishedComparisonType } from './published.type.ts';

@ObjectType('Comparison', { description: 'What the figures of the area, of a phase or of a school are set beside.' })
export class ComparisonType {
  @Field(() => PublishedPhase, { nullable: true, description: 'The schools published figures are of; null where nothing national is like ours.' }) publishedPhase: PublishedPhase | null;
  @Field(() => PublishedComparisonType, { nullable: true, description: 'The daily series, which is made of registers as ours are; the census series is not put beside it.' }) published: PublishedComparisonType | null;
  @Field(() => PhaseFiguresType, { nullable: true, description: 'Of a school: all schools of its phase within reach, this one among them. Null where it is the only one.' }) samePhase: PhaseFiguresType | null;
}
