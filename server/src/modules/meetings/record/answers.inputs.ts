import { AnswerPlace } from '@attendance/shared/meetings';
import { Field, InputType, Int, registerEnumType } from 'type-graphql';

registerEnumType(AnswerPlace, { name: 'AnswerPlace', description: 'Where in the papers of a meeting something is typed.' });
export { AnswerPlace };

@InputType({ description: 'One box as it was typed. `base` is the version the writer saw, 0 for an empty one: it is written only where nobody else was faster.' })
export class AnswerInput {
  @Field(() => Int) schoolId: number;
  @Field(() => AnswerPlace) place: AnswerPlace;
  @Field(() => String, { description: 'A pupil’s number, a group, or the key of somebody present; empty for the school.' }) subject: string;
  @Field(() => String) field: string;
  @Field(() => String) value: string;
  @Field(() => Int) base: number;
}
