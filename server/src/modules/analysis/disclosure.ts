import { hideAmongSchools, type HiddenSchools } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import { Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { FiguresRepository, Scope } from './figures.repository.ts';
import type { FiguresType } from './figures.type.ts';

export type Counted = 'persistent' | 'severe';
const COUNTED: readonly Counted[] = ['persistent', 'severe'];

/** What may not be shown of the counts of pupils, for people who see figures only; nothing is hidden from others. */
export class Disclosure {
  private constructor(private readonly hidden: ReadonlyMap<string, HiddenSchools>, private readonly minimum = 0) {}

  /** Weighs every school within reach, this year and the same point of last, so that no table tells what another hides. */
  static async of(operation: Operation, figures: FiguresRepository, academicYear: number): Promise<Disclosure> {
    if (operation.actor.reach.kind !== 'AGGREGATE') return new Disclosure(new Map());
    const minimum = ruleValue('suppression.minimum', operation.today);
    const rows = await figures.countsOfSchools(operation, academicYear);
    return new Disclosure(new Map([academicYear, academicYear - 1].flatMap((year) => COUNTED.map((name) => [
      `${year} ${name}`, hideAmongSchools(rows.filter((row) => row.academicYear === year).map((row) => ({ schoolId: row.schoolId, part: row.phase, count: row[name] })), minimum),
    ] as const))), minimum);
  }

  /** The figures of a school, a phase or everything, with what must be hidden taken out. */
  shown(scope: Scope, academicYear: number, figures: FiguresType): FiguresType {
    // A silent school's last year is of an earlier point than the one weighed, and may be small where that is not.
    const isSmall = (count: number | null): boolean => count !== null && count > 0 && count < this.minimum;
    const shown = (name: Counted): number | null => (this.hidesWhole(scope, academicYear, name) || isSmall(figures[name]) ? null : figures[name]);
    return { ...figures, persistent: shown('persistent'), severe: shown('severe') };
  }

  /** Whether the count of a scope may not be shown. */
  hidesWhole({ schoolId, phase }: Scope, academicYear: number, name: Counted): boolean {
    const hidden = this.hidden.get(`${academicYear} ${name}`);
    return hidden !== undefined && (schoolId !== null ? hidden.schools.has(schoolId) : phase !== null ? hidden.parts.has(phase) : hidden.whole);
  }

  /** Schools whose place in an order would tell what is hidden. */
  schools(academicYear: number, name: Counted): number[] {
    return [...(this.hidden.get(`${academicYear} ${name}`)?.schools ?? [])];
  }
}

/** Whether a scope is everything a person reaches. */
function isWholeReach({ actor }: Operation, { schoolId, phase }: Scope): boolean {
  const { schools, wholeArea } = actor.reach;
  return phase === null && (schoolId === null || (!wholeArea && schools.length === 1 && schools[0] === schoolId));
}

/** Small groups are told to people who see figures only for the whole of what they see: what lies between a part and the whole could name a child. */
export function refuseParts(operation: Operation, scope: Scope): void {
  if (operation.actor.reach.kind !== 'AGGREGATE' || isWholeReach(operation, scope)) return;
  throw new Refusal(RefusalCode.FORBIDDEN, 'Your role sees groups and codes for all its schools together, not for a part of them. Open the overview without a phase or a school.');
}
