import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DocumentKind, RetentionClass } from './document.inputs.ts';

@ObjectType('DocumentVersion', { description: 'One file of a document. A new version keeps the ones before it.' })
export class DocumentVersionType {
  @Field(() => Int) number: number;
  @Field(() => String) fileName: string;
  @Field(() => String, { description: 'What the file is, by its bytes.' }) mediaType: string;
  @Field(() => Int) bytes: number;
  @Field(() => String, { description: 'SHA-256 of the file, in hex.' }) sha256: string;
  @Field(() => String, { nullable: true }) by: string | null;
  @Field(() => String) at: string;
}

@ObjectType('Document', { description: 'A file with its versions. Downloaded at /files/documents/<id>/<number>, which writes into the trail who did.' })
export class DocumentType {
  @Field(() => ID) id: number;
  @Field(() => DocumentKind) kind: DocumentKind;
  @Field(() => String) title: string;
  @Field(() => Int, { nullable: true }) schoolId: number | null;
  @Field(() => String, { nullable: true }) schoolName: string | null;
  @Field(() => Int, { nullable: true }) pupilId: number | null;
  @Field(() => String, { nullable: true }) pupilName: string | null;
  @Field(() => String, { nullable: true, description: 'What it belongs to, such as MEETING.' }) aboutSource: string | null;
  @Field(() => Int, { nullable: true }) aboutId: number | null;
  @Field(() => RetentionClass) retentionClass: RetentionClass;
  @Field(() => String, { description: 'The last day it is kept.' }) retainUntil: string;
  @Field(() => Int, { description: 'The number of its latest version: a new one names it.' }) version: number;
  @Field(() => String) madeAt: string;
  @Field(() => [DocumentVersionType], { description: 'Latest first.' }) versions: DocumentVersionType[];
}

@ObjectType('DocumentPage')
export class DocumentPageType {
  @Field(() => [DocumentType]) items: DocumentType[];
  @Field(() => Int) total: number;
}
