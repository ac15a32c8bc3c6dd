import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An establishment, as GIAS knows it. The id is its URN. */
@Entity('school')
export class School {
  @PrimaryColumn('integer') id: number;
  @Column('integer') laCode: number;
  @Column('integer') establishmentNumber: number;
  @Column('text') name: string;
  @Column('smallint') typeCode: number;
  @Column('smallint') phaseCode: number;
  @Column('text') phase: string;
  @Column('smallint') statusCode: number;
  @Column('integer', { nullable: true }) trustId: number | null;
  @Column('smallint') statutoryLowAge: number;
  @Column('smallint') statutoryHighAge: number;
  @Column('text') locality: string;
  @Column('text') postcode: string;
  @Column('text', { nullable: true }) telephone: string | null;
  @Column('date', { nullable: true }) openedOn: string | null;
  @Column('date', { nullable: true }) closedOn: string | null;
  @Column('integer', { nullable: true }) pupilCapacity: number | null;
}

@Entity('trust')
export class Trust {
  @PrimaryColumn('integer') id: number;
  @Column('text') groupId: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) companiesHouse: string | null;
}

@Entity('authority')
export class Authority {
  @PrimaryColumn('integer') code: number;
  @Column('text') onsCode: string;
  @Column('text') name: string;
  @Column('text') serviceName: string;
  @Column('boolean') practice: boolean;
}

@Entity('school_contact')
export class SchoolContact {
  @PrimaryColumn('integer') id: number;
  @Column('integer') schoolId: number;
  @Column('text') role: string;
  @Column('text') fullName: string;
  @Column('text', { nullable: true }) telephone: string | null;
  @Column('text', { nullable: true }) email: string | null;
}

@Entity('school_term')
export class SchoolTerm {
  @PrimaryColumn('integer') schoolId: number;
  @PrimaryColumn('date') startsOn: string;
  @Column('smallint') academicYear: number;
  @Column('text') name: string;
  @Column('date') endsOn: string;
}

@Entity('school_closure')
export class SchoolClosure {
  @PrimaryColumn('integer') schoolId: number;
  @PrimaryColumn('date') closedOn: string;
  @Column('text') kind: string;
  @Column('text') label: string;
}

@Entity('school_link')
export class SchoolLink {
  @PrimaryColumn('integer') schoolId: number;
  @PrimaryColumn('integer') linkedUrn: number;
  @PrimaryColumn('text') linkType: string;
  @Column('date', { nullable: true }) establishedOn: string | null;
}
