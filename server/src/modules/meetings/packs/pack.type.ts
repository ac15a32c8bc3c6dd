import { PupilPriority } from '@attendance/shared/meetings';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

registerEnumType(PupilPriority, { name: 'PupilPriority', description: 'Why a pupil is proposed for a meeting, most pressing first.' });
export const TopicOrigin = { PROPOSED: 'PROPOSED', SCHOOL: 'SCHOOL', OFFICER: 'OFFICER' } as const;
export type TopicOrigin = (typeof TopicOrigin)[keyof typeof TopicOrigin];
registerEnumType(TopicOrigin, { name: 'TopicOrigin', description: 'Whether the portal proposed it when the pack was frozen, or who added it.' });

@ObjectType('PackCell')
export class PackCellType {
  @Field(() => String) text: string;
  @Field(() => Float, { nullable: true, description: 'The number, where the text is one.' }) value: number | null;
}

@ObjectType('PackRow')
export class PackRowType {
  @Field(() => [PackCellType]) cells: readonly PackCellType[];
  @Field(() => Int, { nullable: true, description: 'Whom the row is about, where it is about a pupil.' }) pupilId: number | null;
  @Field(() => String, { nullable: true, description: 'Marks of two weeks, 28 characters, in the last cell.' }) marks: string | null;
  @Field(() => String, { nullable: true, description: 'The Monday these marks begin on, or of the week the row is of.' }) monday: string | null;
  @Field(() => String, { nullable: true, description: 'What heads it together with the rows around it.' }) group: string | null;
}

@ObjectType('PackColumn')
export class PackColumnType {
  @Field(() => String) heading: string;
  @Field(() => Boolean) isNumber: boolean;
}

@ObjectType('PackTable')
export class PackTableType {
  @Field(() => String) key: string;
  @Field(() => String) caption: string;
  @Field(() => String, { nullable: true, description: 'The rule behind it, in one line.' }) note: string | null;
  @Field(() => [PackColumnType]) columns: readonly PackColumnType[];
  @Field(() => [PackRowType]) rows: readonly PackRowType[];
}

@ObjectType('PackSection', { description: 'A part of a pack: the same on screen, in print and in a workbook.' })
export class PackSectionType {
  @Field(() => String) key: string;
  @Field(() => String) title: string;
  @Field(() => [String]) notes: readonly string[];
  @Field(() => [PackTableType]) tables: readonly PackTableType[];
}

@ObjectType('MeetingPack', { description: 'The figures of a school as they stood on the day the pack of its meeting was frozen. Nothing that comes in later changes it.' })
export class MeetingPackType {
  @Field(() => Int, { description: '1 for the first; a further one was made by command, with a reason.' }) number: number;
  @Field(() => String) frozenOn: string;
  @Field(() => String, { nullable: true, description: 'The last day with marks on the day of freezing.' }) marksTo: string | null;
  @Field(() => String, { description: 'SHA-256 of its canonical JSON.' }) hash: string;
  @Field(() => Boolean, { description: 'Whether what is shown is what was frozen, by that hash.' }) isAsFrozen: boolean;
  @Field(() => Int, { description: 'Rows about pupils that were frozen and are no longer shown to whoever asks.' }) hiddenRows: number;
  @Field(() => String, { nullable: true, description: 'Why it was made anew.' }) reason: string | null;
  @Field(() => String, { nullable: true, description: 'Null where the portal made it by itself.' }) madeBy: string | null;
  @Field(() => String) madeAt: string;
  @Field(() => [String], { description: 'The pack in four sentences.' }) sentences: readonly string[];
  @Field(() => [PackSectionType]) sections: readonly PackSectionType[];
}

@ObjectType('PackSchool')
export class PackSchoolType {
  @Field(() => Int) id: number;
  @Field(() => String) name: string;
}

@ObjectType('MeetingPackPage', { description: 'The pack of one school of a meeting, or why there is none yet.' })
export class MeetingPackPageType {
  @Field(() => ID) meetingId: number;
  @Field(() => String) status: string;
  @Field(() => String) onDay: string;
  @Field(() => String) atTime: string;
  @Field(() => String) place: string;
  @Field(() => String) officer: string;
  @Field(() => [PackSchoolType], { description: 'Schools of the meeting within reach.' }) schools: readonly PackSchoolType[];
  @Field(() => PackSchoolType, { description: 'Whose pack this is.' }) school: PackSchoolType;
  @Field(() => String, { nullable: true, description: 'The day it is to be frozen; null where the school calendar does not reach so far.' }) dueOn: string | null;
  @Field(() => MeetingPackType, { nullable: true }) pack: MeetingPackType | null;
  @Field(() => Boolean, { description: 'Whether whoever asks may freeze a pack, or make it anew.' }) mayFreeze: boolean;
  @Field(() => Boolean, { description: 'Whether whoever asks may add pupils and groups.' }) mayAdd: boolean;
  @Field(() => Boolean, { description: 'Whether whoever asks may take pupils and groups out, with a reason.' }) mayRemove: boolean;
}

@ObjectType('MeetingPupil', { description: 'A pupil a meeting speaks about.' })
export class MeetingPupilType {
  @Field(() => Int) pupilId: number;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) ncYear: string | null;
  @Field(() => String, { nullable: true }) form: string | null;
  @Field(() => Int, { nullable: true, description: 'Three-digit code of the authority where the child lives, where that is not this one.' }) homeLa: number | null;
  @Field(() => TopicOrigin) origin: TopicOrigin;
  @Field(() => PupilPriority, { nullable: true }) priority: PupilPriority | null;
  @Field(() => [PupilPriority], { description: 'Further rules that hold for the pupil.' }) also: PupilPriority[];
  @Field(() => String) reason: string;
  @Field(() => String, { nullable: true }) addedBy: string | null;
  @Field(() => String, { nullable: true, description: 'Why the meeting does not speak about the pupil after all.' }) removedReason: string | null;
  @Field(() => String, { nullable: true }) removedBy: string | null;
}

@ObjectType('MeetingCohort', { description: 'A group a meeting speaks about.' })
export class MeetingCohortType {
  @Field(() => String) cohort: string;
  @Field(() => String) label: string;
  @Field(() => Int) pupils: number;
  @Field(() => Int) persistent: number;
  @Field(() => String) reason: string;
  @Field(() => TopicOrigin) origin: TopicOrigin;
  @Field(() => String, { nullable: true }) removedReason: string | null;
}
