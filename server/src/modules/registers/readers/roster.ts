import { numberOfFault } from './faults.ts';
import type { RosterEntry } from './types.ts';

const OPEN_END = 0x7fffffff;
const UNKNOWN_PUPIL = numberOfFault('PUP-01');
const TWO_SCHOOLS = numberOfFault('PUP-02');
const TWO_CHILDREN = numberOfFault('UPN-06');
const NOT_ON_ROLL = numberOfFault('MRK-05');
export const ANY_SCHOOL = -1;

/** The enrolments a file may speak of, as flat tables: enrolment number e is a position in them, not a database id. */
export class Roster {
  readonly size: number;
  readonly enrolmentIds: Int32Array;
  readonly pupilIds: Int32Array;
  /** Positions in the list of schools. */
  readonly schools: Int32Array;
  readonly startsOn: Int32Array;
  readonly endsOn: Int32Array;
  readonly byUpn: PupilGroups;
  readonly byLocalId: PupilGroups;

  constructor(entries: readonly RosterEntry[], schoolIds: readonly number[]) {
    const schoolNumbers = new Map(schoolIds.map((schoolId, school) => [schoolId, school]));
    this.size = entries.length;
    this.enrolmentIds = Int32Array.from(entries, (entry) => entry.enrolmentId);
    this.pupilIds = Int32Array.from(entries, (entry) => entry.pupilId);
    this.schools = Int32Array.from(entries, (entry) => schoolNumbers.get(entry.schoolId)!);
    this.startsOn = Int32Array.from(entries, (entry) => entry.startsOn);
    this.endsOn = Int32Array.from(entries, (entry) => entry.endsOn ?? OPEN_END);
    this.byUpn = new PupilGroups(entries.map((entry) => entry.upn || null));
    this.byLocalId = new PupilGroups(entries.map((entry) => entry.localId));
  }

  /**
   * The enrolment of a group that a mark belongs to: at the school the row names (or `ANY_SCHOOL`) and covering the day.
   * A negative number is a fault: nobody, not on roll that day, or more than one possible enrolment.
   */
  pick(groups: PupilGroups, group: number, school: number, day: number): number {
    let found = UNKNOWN_PUPIL;
    for (let at = groups.first[group]!; at < groups.first[group + 1]!; at++) {
      const enrolment = groups.members[at]!;
      if (school !== ANY_SCHOOL && this.schools[enrolment] !== school) continue;
      if (day < this.startsOn[enrolment]! || day > this.endsOn[enrolment]!) {
        if (found === UNKNOWN_PUPIL) found = NOT_ON_ROLL;
      } else if (found < 0) found = enrolment;
      else if (this.pupilIds[found] !== this.pupilIds[enrolment]) return TWO_CHILDREN;
      else if (this.schools[found] !== this.schools[enrolment]) return TWO_SCHOOLS;
      // Overlapping stays of one pupil at one school: the later one is the one in force.
      else if (this.startsOn[enrolment]! > this.startsOn[found]!) found = enrolment;
    }
    return found;
  }
}

/** Enrolments gathered under what the file calls their pupil by. */
export class PupilGroups {
  private readonly numbers = new Map<string, number>();
  /** `members[first[g]..first[g + 1])` are the enrolments of group g. */
  readonly first: Int32Array;
  readonly members: Int32Array;
  /** The enrolment of a group that has only one, else -1. */
  readonly only: Int32Array;

  constructor(keys: readonly (string | null)[]) {
    const lists: number[][] = [];
    keys.forEach((key, enrolment) => {
      if (key === null) return;
      const group = this.numbers.get(key);
      if (group === undefined) {
        this.numbers.set(key, lists.length);
        lists.push([enrolment]);
      } else lists[group]!.push(enrolment);
    });
    this.first = new Int32Array(lists.length + 1);
    lists.forEach((list, group) => (this.first[group + 1] = this.first[group]! + list.length));
    this.members = Int32Array.from(lists.flat());
    this.only = Int32Array.from(lists, (list) => (list.length === 1 ? list[0]! : -1));
  }

  get size(): number {
    return this.only.length;
  }

  /** The group under a key, or undefined when nobody goes by it. */
  find(key: string): number | undefined {
    return this.numbers.get(key);
  }
}
