import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('BandMove', { description: 'Enrolments that went from one five-point band of absence to another, or stayed. Bands are numbered from 0, under 5%, to 20, everything.' })
export class BandMoveType {
  @Field(() => Int, { description: 'The band of the year up to the last four school weeks.' }) from: number;
  @Field(() => Int, { description: 'The band of the year so far.' }) to: number;
  @Field(() => Int) pupils: number;
}

@ObjectType('BandMovement', { description: 'How enrolments on roll moved between bands of absence in the last four school weeks.' })
export class BandMovementType {
  @Field(() => [BandMoveType], { description: 'The lowest band before first.' }) moves: BandMoveType[];
  @Field(() => Int) higher: number;
  @Field(() => Int) same: number;
  @Field(() => Int) lower: number;
}

@ObjectType('WideBandMove', { description: 'Enrolments that went from one wide band of absence to another, or stayed. Bands are numbered by their places, from 0.' })
export class WideBandMoveType {
  @Field(() => Int) from: number;
  @Field(() => Int) to: number;
  @Field(() => Int, { nullable: true, description: 'Null where it is hidden.' }) pupils: number | null;
}

@ObjectType('BandMovementFigures', { description: 'How many enrolments on roll moved between bands of absence. A count is null where it is hidden: it is small, or another that is could be worked out from it.' })
export class BandMovementFiguresType {
  @Field(() => Int, { nullable: true, description: 'Between bands of five percent, as are the other two.' }) higher: number | null;
  @Field(() => Int, { nullable: true }) same: number | null;
  @Field(() => Int, { nullable: true }) lower: number | null;
  @Field(() => [Int], { description: 'The wide bands of the moves, each by the five-point band it begins with; it ends where the next begins.' }) starts: number[];
  @Field(() => [WideBandMoveType], { description: 'Every cell of the table, the lowest band before first.' }) moves: WideBandMoveType[];
}
