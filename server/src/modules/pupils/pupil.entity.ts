import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('pupil')
export class Pupil {
  @PrimaryColumn('integer') id: number;
  @Column('text', { nullable: true }) upn: string | null;
  @Column('text', { nullable: true }) formerUpn: string | null;
  @Column('text') legalSurname: string;
  @Column('text') legalForename: string;
  @Column('text', { nullable: true }) preferredForename: string | null;
  @Column('date') bornOn: string;
  @Column('text') sex: string;
  @Column('text', { select: false }) searchName: string;
  @Column('integer', { nullable: true }) homeLaCode: number | null;
  @Column('integer', { array: true, select: false }) schoolIds: number[];
  @Column('boolean') restricted: boolean;
}

/** One stay of one pupil at one school. */
@Entity('enrolment')
export class Enrolment {
  @PrimaryColumn('integer') id: number;
  @Column('integer') pupilId: number;
  @Column('integer') schoolId: number;
  @Column('text') status: string;
  @Column('text') ncYear: string;
  @Column('text', { nullable: true }) form: string | null;
  @Column('text', { nullable: true }) localId: string | null;
  @Column('date') startsOn: string;
  @Column('date', { nullable: true }) endsOn: string | null;
  @Column('text', { nullable: true }) leavingReason: string | null;
}

/** A fact about a pupil that holds from one day to another. */
@Entity('pupil_characteristic')
export class PupilCharacteristic {
  @PrimaryColumn('integer') id: number;
  @Column('integer') pupilId: number;
  @Column('text') kind: string;
  @Column('text') value: string;
  @Column('date') validFrom: string;
  @Column('date', { nullable: true }) validTo: string | null;
  @Column('text') source: string;
}

/** In need, on a plan, looked after or previously looked after: dated, and read by fewer people. */
@Entity('care_status')
export class CareStatus {
  @PrimaryColumn('integer') id: number;
  @Column('integer') pupilId: number;
  @Column('text') kind: string;
  @Column('date') validFrom: string;
  @Column('date', { nullable: true }) validTo: string | null;
  @Column('integer', { nullable: true }) sourceLaCode: number | null;
}

/** An adult of a pupil, as known for that pupil. */
@Entity('pupil_carer')
export class PupilCarer {
  @PrimaryColumn('integer') pupilId: number;
  @PrimaryColumn('integer') carerId: number;
  @Column('text') fullName: string;
  @Column('text', { nullable: true }) telephone: string | null;
  @Column('text') relationship: string;
  @Column('boolean') parentalResponsibility: boolean;
  @Column('boolean') livesWith: boolean;
  @Column('boolean') contactAllowed: boolean;
  @Column('text', { nullable: true }) safeContact: string | null;
  @Column('smallint') priority: number;
}

@Entity('pupil_address')
export class PupilAddress {
  @PrimaryColumn('integer') id: number;
  @Column('integer') pupilId: number;
  @Column('text') lines: string;
  @Column('text') postcode: string;
  @Column('date') validFrom: string;
  @Column('date', { nullable: true }) validTo: string | null;
  @Column('boolean') protected: boolean;
}
