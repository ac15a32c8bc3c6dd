import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PupilType } from '../pupils/index.ts';
import { SchoolType } from '../organisations/index.ts';

@ObjectType('RegisterWeek', { description: 'One school week of one enrolment.' })
export class RegisterWeekType {
  @Field(() => String) weekStart: string;
  @Field(() => String, { description: '14 characters, Monday AM to Sunday PM; see shared/attendance for the alphabet.' }) marks: string;
  @Field(() => Int, { description: 'Bit 0 is Monday: the days the school was open.' }) open: number;
  @Field(() => Int, { description: 'Bit 0 is Monday AM: the marks changed after they were first set.' }) changed: number;
}

@ObjectType('RegisterChange', { description: 'A mark that was set and later changed.' })
export class RegisterChangeType {
  @Field(() => ID) id: number;
  @Field(() => String) weekStart: string;
  @Field(() => Int) slot: number;
  @Field(() => String) oldMark: string;
  @Field(() => String) newMark: string;
  @Field(() => String) changedAt: string;
  @Field(() => Int) deliveryId: number;
}

@ObjectType('RegisterYear', { description: 'The register of one enrolment in one academic year.' })
export class RegisterYearType {
  @Field(() => ID) id: string;
  @Field(() => Int) academicYear: number;
  @Field(() => Int) enrolmentId: number;
  @Field(() => Int) schoolId: number;
  @Field(() => String) schoolName: string;
  @Field(() => [RegisterWeekType]) weeks: RegisterWeekType[];
  @Field(() => [RegisterChangeType]) changes: RegisterChangeType[];
}

@ObjectType('CodeCount')
export class CodeCountType {
  @Field(() => String) code: string;
  @Field(() => Int) count: number;
  @Field(() => String, { description: 'What the code means, in plain words.' }) why: string;
  @Field(() => String) todo: string;
}

@ObjectType('CodeChange', { description: 'Marks that a delivery changed from one code to another.' })
export class CodeChangeType {
  @Field(() => String) from: string;
  @Field(() => String) to: string;
  @Field(() => Int) marks: number;
  @Field(() => Int) pupils: number;
  @Field(() => String) firstDay: string;
  @Field(() => String) lastDay: string;
}

@ObjectType('FileColumn')
export class FileColumnType {
  @Field(() => String) field: string;
  @Field(() => String) heading: string;
}

@ObjectType('FileRefusal', { description: 'Why nothing of a file was kept, in plain words.' })
export class FileRefusalType {
  @Field(() => String) happened: string;
  @Field(() => String) lost: string;
  @Field(() => String) todo: string;
}

@ObjectType('RefusedRow')
export class RefusedRowType {
  @Field(() => Int) line: number;
  @Field(() => String) code: string;
  @Field(() => String) field: string;
  @Field(() => String) value: string;
  @Field(() => String) why: string;
  @Field(() => String) todo: string;
}

@ObjectType('RefusedReason', { description: 'Rows refused for one reason: how many, and the first of them.' })
export class RefusedReasonType {
  @Field(() => String) code: string;
  @Field(() => Int) count: number;
  @Field(() => String) why: string;
  @Field(() => String) todo: string;
  @Field(() => [RefusedRowType]) rows: RefusedRowType[];
}

@ObjectType('RefusedRows')
export class RefusedRowsType {
  @Field(() => [RefusedRowType]) items: RefusedRowType[];
  @Field(() => Int) total: number;
}

@ObjectType('DeliveryFigures', { description: 'Figures of the schools a delivery touched: whole numbers, without restricted records.' })
export class DeliveryFiguresType {
  @Field(() => Int) enrolments: number;
  @Field(() => Int) persistent: number;
  @Field(() => Int) attended: number;
  @Field(() => Int) possible: number;
  @Field(() => Int) missing: number;
}

@ObjectType('DeliveryMoved', { description: 'What a delivery did to the figures of one academic year, the last it has marks of.' })
export class DeliveryMovedType {
  @Field(() => Int) academicYear: number;
  @Field(() => DeliveryFiguresType) before: DeliveryFiguresType;
  @Field(() => DeliveryFiguresType) after: DeliveryFiguresType;
}

@ObjectType('UndoState', { description: 'What undoing a delivery would put back, and why it cannot be done now, if it cannot.' })
export class UndoStateType {
  @Field(() => Int) marks: number;
  @Field(() => Int) pupils: number;
  @Field(() => Int) weeks: number;
  @Field(() => String, { nullable: true }) obstacle: string | null;
}

@ObjectType('DeliveryUndone', { description: 'That every mark was put back as it stood before the delivery: when, by whom, why.' })
export class DeliveryUndoneType {
  @Field(() => String) at: string;
  @Field(() => String, { nullable: true }) by: string | null;
  @Field(() => String) reason: string;
}

@ObjectType('Delivery', { description: 'One register file received: read as a whole, or not at all, with a receipt.' })
export class DeliveryType {
  @Field(() => ID) id: number;
  @Field(() => String) reference: string;
  @Field(() => Int, { nullable: true }) schoolId: number | null;
  @Field(() => String) fileName: string;
  @Field(() => Int, { description: 'In kilobytes.' }) kilobytes: number;
  @Field(() => Int, { description: 'How much of the file has been read, in percent.' }) percentRead: number;
  @Field(() => String) source: string;
  @Field(() => String, { nullable: true }) sentBy: string | null;
  @Field(() => String) status: string;
  @Field(() => String) step: string;
  @Field(() => String) receivedAt: string;
  @Field(() => String, { nullable: true }) finishedAt: string | null;
  @Field(() => String, { nullable: true }) layout: string | null;
  @Field(() => String, { nullable: true }) delimiter: string | null;
  @Field(() => String, { nullable: true }) encoding: string | null;
  @Field(() => String, { nullable: true }) dateOrder: string | null;
  @Field(() => String, { nullable: true }) firstDay: string | null;
  @Field(() => String, { nullable: true }) lastDay: string | null;
  @Field(() => Int) rowsRead: number;
  @Field(() => Int) rowsRepeated: number;
  @Field(() => Int) rowsRefused: number;
  @Field(() => Int) marksNew: number;
  @Field(() => Int) marksChanged: number;
  @Field(() => Int) marksSame: number;
  @Field(() => Int) pupils: number;
  @Field(() => Number) seconds: number;
  @Field(() => Int, { description: 'Schools with marks in the file.' }) schools: number;
  @Field(() => Boolean, { description: 'The last row looks cut off, so the file may have been longer.' }) truncated: boolean;
  @Field(() => FileRefusalType, { nullable: true }) refusal: FileRefusalType | null;
  @Field(() => [CodeCountType]) refusedByCode: CodeCountType[];
  @Field(() => [CodeCountType]) warningsByCode: CodeCountType[];
  @Field(() => [CodeChangeType]) changes: CodeChangeType[];
  @Field(() => [FileColumnType]) columns: FileColumnType[];
  @Field(() => [String]) unknownColumns: string[];
  @Field(() => DeliveryMovedType, { nullable: true, description: 'Nothing where no mark was written.' }) moved: DeliveryMovedType | null;
  @Field(() => DeliveryUndoneType, { nullable: true }) undone: DeliveryUndoneType | null;
  /** Weeks begun and written over; null for a delivery of which that was not kept. */
  weeks: number | null;
}

@ObjectType('Deliveries')
export class DeliveriesType {
  @Field(() => [DeliveryType]) items: DeliveryType[];
  @Field(() => Int) total: number;
}

export { PupilType, SchoolType };
