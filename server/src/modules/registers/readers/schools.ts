import { numberOfFault } from './faults.ts';
import type { SchoolCalendar } from './types.ts';

const NO_SUCH_SCHOOL = numberOfFault('SCH-01');

/** Finds the school a cell names: by LAESTAB, URN, establishment number or name; a number two schools share names neither. */
export class SchoolNames {
  private readonly schools = new Map<string, number>();

  constructor(schoolIds: readonly number[], calendars: readonly SchoolCalendar[]) {
    const numbers = new Map(schoolIds.map((schoolId, school) => [schoolId, school]));
    for (const calendar of calendars) {
      const school = numbers.get(calendar.schoolId);
      if (school === undefined) continue;
      const laestab = calendar.laestab.replace(/\D/g, '');
      for (const name of [laestab, laestab.slice(-4), calendar.urn, plainName(calendar.name)]) {
        if (name) this.add(name, school);
      }
    }
  }

  /** The position of the school in the list of schools, or a fault. */
  find(cell: string): number {
    const compact = cell.replace(/[\s/-]/g, '');
    const school = this.schools.get(/^\d+$/.test(compact) ? compact : plainName(cell));
    return school === undefined || school < 0 ? NO_SUCH_SCHOOL : school;
  }

  private add(name: string, school: number): void {
    const held = this.schools.get(name);
    this.schools.set(name, held === undefined || held === school ? school : -1);
  }
}

function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
