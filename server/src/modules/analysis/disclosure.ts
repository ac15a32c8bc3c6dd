import { hideFigures, HIDDEN_FIGURES, hiddenInEither, roundedCount, type HiddenFigure, type HiddenSchools, type SchoolSums } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import { Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import { sumsOfSchools } from './disclosure.repository.ts';
import type { FiguresRepository, Scope } from './figures.repository.ts';
import type { FiguresType, WeekFiguresType } from './figures.type.ts';

const OF_PUPILS: ReadonlySet<HiddenFigure> = new Set(['enrolments', 'persistent', 'severe']);
type Sessions = Pick<FiguresType, 'possible' | 'attended' | 'authorised' | 'unauthorised' | 'lateBefore' | 'lateAfter' | 'missing'>;
const NO_SESSIONS = { authorised: 0, unauthorised: 0, lateBefore: 0, lateAfter: 0, missing: 0 };

/** What may not be shown, for people who see figures only; nothing is hidden from others. The rule is `hideFigures`. */
export class Disclosure {
  private constructor(private readonly hidden: ReadonlyMap<string, HiddenSchools>, private readonly minimum = 0) {}

  /** Weighs every school within reach, this year and the same point of last, so that no table tells what another hides. */
  static async of(operation: Operation, figures: FiguresRepository, academicYear: number): Promise<Disclosure> {
    if (operation.actor.reach.kind !== 'AGGREGATE') return new Disclosure(new Map());
    const [minimum, fewestPupils] = [ruleValue('suppression.minimum', operation.today), ruleValue('suppression.percent-denominator', operation.today)];
    const [pupils, sums] = [await figures.countsOfSchools(operation, academicYear), await sumsOfSchools(operation, academicYear)];
    const hide = (rows: readonly (SchoolSums & { readonly academicYear: number })[], year: number): ReturnType<typeof hideFigures> => hideFigures(rows.filter((row) => row.academicYear === year), { minimum, fewestPupils });
    const hidden = new Map<string, HiddenSchools>([academicYear, academicYear - 1].flatMap((year) => {
      // Of last year pupils are told as they stood at its same point, and sessions are weighed by the whole of it.
      const [atPoint, ofYear] = [hide(pupils.map((row) => ({ ...NO_SESSIONS, ...row })), year), hide(sums, year)];
      return HIDDEN_FIGURES.map((name) => [`${year} ${name}`, OF_PUPILS.has(name) ? hiddenInEither(atPoint[name], ofYear[name]) : ofYear[name]] as const);
    }));
    return new Disclosure(hidden, minimum);
  }

  /** The figures of a school, a phase or everything, with what must be hidden taken out. */
  shown(scope: Scope, academicYear: number, figures: FiguresType): FiguresType {
    // A silent school's last year is of an earlier point than the one weighed, and may be small where that is not.
    const isHidden = (name: HiddenFigure, ...counts: readonly (number | null)[]): boolean => this.hidesWhole(scope, academicYear, name) || counts.some((count) => count !== null && count > 0 && count < this.minimum);
    const shown = (name: Exclude<HiddenFigure, 'missed' | 'kinds'>): number | null => (isHidden(name, figures[name]) ? null : figures[name]);
    const hidesMissed = isHidden('missed', (figures.authorised ?? 0) + (figures.unauthorised ?? 0));
    const hidesKinds = hidesMissed || isHidden('kinds', figures.authorised, figures.unauthorised);
    return {
      ...figures, attended: hidesMissed ? null : figures.attended, authorised: hidesKinds ? null : figures.authorised, unauthorised: hidesKinds ? null : figures.unauthorised,
      lateBefore: shown('lateBefore'), lateAfter: shown('lateAfter'), missing: shown('missing'), enrolments: shown('enrolments'), persistent: shown('persistent'), severe: shown('severe'),
    };
  }

  /** Sessions up to some week. They end elsewhere for each school, so their sums cannot be hidden in step: for people who see figures only they are rounded, and then hidden as the whole year is. */
  shownToWeek(scope: Scope, academicYear: number, figures: FiguresType): FiguresType {
    return this.shown(scope, academicYear, this.inFives(figures));
  }

  /**
   * Sessions with each count rounded for people who see figures only. Where somebody chooses the weeks, each week is rounded and then
   * added up: spans that overlap, each rounded as a whole, would bound the weeks between them ever closer.
   */
  inFives<Row extends Sessions>(figures: Row): Row {
    if (this.minimum === 0) return figures;
    const [authorised, unauthorised] = [this.rounded(figures.authorised ?? 0), this.rounded(figures.unauthorised ?? 0)];
    return {
      ...figures, attended: Math.max(0, figures.possible - authorised - unauthorised), authorised, unauthorised,
      lateBefore: this.rounded(figures.lateBefore ?? 0), lateAfter: this.rounded(figures.lateAfter ?? 0), missing: this.rounded(figures.missing ?? 0),
    };
  }

  /** Weeks as they may be shown: rounded, and none where the absence of the year is hidden. */
  weeks(scope: Scope, academicYear: number, weeks: readonly WeekFiguresType[]): WeekFiguresType[] {
    if (this.hidesWhole(scope, academicYear, 'missed')) return [];
    return weeks.map((week) => ({ ...week, authorised: this.rounded(week.authorised), unauthorised: this.rounded(week.unauthorised), lastYearAbsent: week.lastYearAbsent === null ? null : this.rounded(week.lastYearAbsent) }));
  }

  /** A count of sessions of some weeks, to the nearest five for people who see figures only. */
  rounded(count: number): number {
    return roundedCount(count, this.minimum);
  }

  /** Whether the count of a scope may not be shown. */
  hidesWhole({ schoolId, phase }: Scope, academicYear: number, name: HiddenFigure): boolean {
    const hidden = this.hidden.get(`${academicYear} ${name}`);
    return hidden !== undefined && (schoolId !== null ? hidden.schools.has(schoolId) : phase !== null ? hidden.parts.has(phase) : hidden.whole);
  }

  /** Schools whose place in an order would tell what is hidden. */
  schools(academicYear: number, ...names: readonly HiddenFigure[]): number[] {
    return [...new Set(names.flatMap((name) => [...(this.hidden.get(`${academicYear} ${name}`)?.schools ?? [])]))];
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
