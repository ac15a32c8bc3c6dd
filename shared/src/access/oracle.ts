import type { Reach } from './reach.ts';

/** A row about one pupil: the schools whose staff reach it, and whether the record is restricted. */
export interface PupilRow {
  pupilId: number;
  schoolIds: readonly number[];
  restricted: boolean;
}

/** A row of figures about one school: over all pupils with a plain record, or over those whose record is restricted. */
export interface SchoolAggregateRow {
  schoolId: number;
  restricted: boolean;
}

/** Whether a reach takes in a pupil's row. The tests hold the database's row policies against this. */
export function canReachPupilRow(reach: Reach, row: PupilRow): boolean {
  if (row.restricted && !reach.full) return false;
  switch (reach.kind) {
    case 'AUTHORITY':
      return true;
    case 'SCHOOLS':
      return row.schoolIds.some((school) => reach.schools.includes(school));
    case 'PUPILS':
      return reach.pupils.includes(row.pupilId);
    case 'AGGREGATE':
    case 'NONE':
      return false;
  }
}

/** Whether a reach takes in a school's row of figures. */
export function canReachSchoolAggregate(reach: Reach, row: SchoolAggregateRow): boolean {
  if (row.restricted && !reach.full) return false;
  switch (reach.kind) {
    case 'AUTHORITY':
      return true;
    case 'SCHOOLS':
      return reach.schools.includes(row.schoolId);
    case 'AGGREGATE':
      return reach.wholeArea || reach.schools.includes(row.schoolId);
    case 'PUPILS':
    case 'NONE':
      return false;
  }
}

/** Whether a reach takes in the home address of a pupil; a protected address needs its own permission on top. */
export function mayReachAddress(reach: Reach, row: PupilRow & { protectedAddress: boolean }): boolean {
  return reach.address && (!row.protectedAddress || reach.protectedAddress) && canReachPupilRow(reach, row);
}

/** Whether small counts are hidden from this reach: it sees figures without the pupils behind them. */
export function hidesSmallCounts(reach: Reach): boolean {
  return reach.kind === 'AGGREGATE';
}
