import { Max, Min } from 'class-validator';
import { ArgsType, Field, Int } from 'type-graphql';

export const MOST_ROWS = 100;

/** Every list is asked for by page; no list gives more than a hundred rows at once. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 1 }) @Min(1) @Max(100_000) page: number;
  @Field(() => Int, { defaultValue: 25 }) @Min(1) @Max(MOST_ROWS) take: number;

  get offset(): number {
    return (this.page - 1) * this.take;
  }
}
