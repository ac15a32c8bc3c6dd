import { DocumentKind, RetentionClass } from '@attendance/shared/documents';
import { Field, InputType, Int, registerEnumType } from 'type-graphql';

export { DocumentKind, RetentionClass };
registerEnumType(DocumentKind, { name: 'DocumentKind', description: 'What a document is.' });
registerEnumType(RetentionClass, { name: 'RetentionClass', description: 'How long a document is kept, by what it serves.' });

@InputType()
export class DocumentFilter {
  @Field(() => Int, { nullable: true, description: 'Only documents about this school, or about a child there.' }) schoolId?: number | null;
  @Field(() => Int, { nullable: true, description: 'Only documents about this child.' }) pupilId?: number | null;
  @Field(() => String, { nullable: true, description: 'What a document belongs to, such as MEETING; with `aboutId`.' }) aboutSource?: string | null;
  @Field(() => Int, { nullable: true }) aboutId?: number | null;
  @Field(() => DocumentKind, { nullable: true }) kind?: DocumentKind | null;
}
