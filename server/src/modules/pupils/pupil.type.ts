import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('Pupil', { description: 'A child on the roll of a school, now or before.' })
export class PupilType {
  @Field(() => ID) id: number;
  @Field(() => String, { nullable: true, description: 'Unique pupil number: never in an address, a title or a log.' }) upn: string | null;
  @Field(() => String) legalSurname: string;
  @Field(() => String) legalForename: string;
  @Field(() => String, { nullable: true }) preferredForename: string | null;
  @Field(() => String) bornOn: string;
  @Field(() => String) sex: string;
  @Field(() => Int, { nullable: true, description: 'Three-digit code of the authority where the child lives.' }) homeLaCode: number | null;
  @Field(() => Boolean, { description: 'Only people with the right know that this record exists.' }) restricted: boolean;
}

@ObjectType('Enrolment', { description: 'One stay of one pupil at one school.' })
export class EnrolmentType {
  @Field(() => ID) id: number;
  @Field(() => String, { description: 'C single, M main, S subsidiary, G guest.' }) status: string;
  @Field(() => String) ncYear: string;
  @Field(() => String, { nullable: true }) form: string | null;
  @Field(() => String) startsOn: string;
  @Field(() => String, { nullable: true }) endsOn: string | null;
  @Field(() => String, { nullable: true }) leavingReason: string | null;
}

@ObjectType('Characteristic')
export class CharacteristicType {
  @Field(() => ID) id: number;
  @Field(() => String) kind: string;
  @Field(() => String) value: string;
  @Field(() => String) validFrom: string;
  @Field(() => String, { nullable: true }) validTo: string | null;
  @Field(() => String) source: string;
}

@ObjectType('CareStatus')
export class CareStatusType {
  @Field(() => ID) id: number;
  @Field(() => String, { description: 'CIN in need, CPP on a child protection plan, CLA looked after, PLAC previously looked after, YJ known to youth justice.' }) kind: string;
  @Field(() => String) validFrom: string;
  @Field(() => String, { nullable: true }) validTo: string | null;
}

@ObjectType('Carer', { description: 'A parent or carer, as known for this pupil.' })
export class CarerType {
  @Field(() => ID) carerId: number;
  @Field(() => String) fullName: string;
  @Field(() => String, { nullable: true }) telephone: string | null;
  @Field(() => String) relationship: string;
  @Field(() => Boolean) parentalResponsibility: boolean;
  @Field(() => Boolean) livesWith: boolean;
  @Field(() => Boolean) contactAllowed: boolean;
  @Field(() => String, { nullable: true, description: 'How this adult may safely be reached, where that matters.' }) safeContact: string | null;
}

@ObjectType('Address')
export class AddressType {
  @Field(() => ID) id: number;
  @Field(() => String) lines: string;
  @Field(() => String) postcode: string;
  @Field(() => String) validFrom: string;
  @Field(() => String, { nullable: true, description: 'Set once the child no longer lives there.' }) validTo: string | null;
  @Field(() => Boolean) protected: boolean;
}

@ObjectType('FoundPupil', { description: 'A search result: enough to choose the right child.' })
export class FoundPupilType {
  @Field(() => ID) id: number;
  @Field(() => String) name: string;
  @Field(() => String) bornOn: string;
  @Field(() => String, { nullable: true }) schoolName: string | null;
  @Field(() => String, { nullable: true }) ncYear: string | null;
  @Field(() => Boolean, { description: 'Found in spite of a different spelling.' }) soundsLike: boolean;
}

@ObjectType('FoundPupils')
export class FoundPupilsType {
  @Field(() => [FoundPupilType]) items: FoundPupilType[];
  @Field(() => String, { description: 'What was searched: NAME, UPN or BORN_ON.' }) searchedBy: string;
  @Field(() => Boolean, { description: 'True when more pupils matched than are shown.' }) more: boolean;
}
