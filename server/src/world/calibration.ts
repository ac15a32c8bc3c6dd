import { COUNTED_MARKS } from '@attendance/shared/attendance';
import type { World, WorldEnrolment, WorldPupil, YearNumber } from './model.ts';
import { absencePhaseOf, type AbsencePhase } from './propensity.ts';
import { SchoolDays } from './school-days.ts';
import { taughtYear, YearMarks } from './year-marks.ts';

/** One pupil's year as it will be sent, for looking at the world without writing files. */
export interface SeenYear {
  readonly pupil: WorldPupil;
  readonly enrolment: WorldEnrolment;
  readonly taught: YearNumber;
  readonly phase: AbsencePhase;
  readonly year: SchoolDays;
  /** Week-string characters, day × 2 for the morning; only days `from` up to but not including `to` are the pupil's. */
  readonly marks: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** Shows every pupil's marks of a school year (0 last, 1 this one, whole) in turn. `marks` is overwritten by the next. */
export function* seenYears(world: World, which: 0 | 1, wanted: (pupil: WorldPupil) => boolean = () => true): Generator<SeenYear> {
  const years = new Map<number, SchoolDays>();
  const maker = new YearMarks(world);
  for (const pupil of world.pupils) {
    if (!wanted(pupil)) continue;
    for (const enrolment of pupil.enrolments) {
      const { school } = enrolment;
      if (!school.sendsMarks) continue;
      const year = years.get(school.urn) ?? new SchoolDays(school, which, world.seed);
      years.set(school.urn, year);
      if (!maker.make(pupil, enrolment, year)) continue;
      const taught = taughtYear(world, enrolment, which);
      yield { pupil, enrolment, taught, phase: absencePhaseOf(enrolment, taught), year, marks: maker.marks, from: maker.from, to: maker.to };
    }
  }
}

export interface Figures {
  enrolments: number;
  possible: number;
  authorised: number;
  unauthorised: number;
  late: number;
  persistent: number;
  severe: number;
  /** Sessions by week-string character. */
  readonly marks: Map<string, number>;
  /** Possible and missed sessions by weekday and half: place is weekday × 2, + 1 for the afternoon. */
  readonly slots: { possible: number; missed: number }[];
}

/** Adds up a school year by phase for pupils of compulsory school age, as national figures do. */
export function figuresByPhase(world: World, which: 0 | 1): Map<AbsencePhase, Figures> {
  const all = new Map<AbsencePhase, Figures>();
  for (const seen of seenYears(world, which)) {
    if (seen.taught < 1 || seen.taught > 11) continue;
    let figures = all.get(seen.phase);
    if (!figures) {
      figures = { enrolments: 0, possible: 0, authorised: 0, unauthorised: 0, late: 0, persistent: 0, severe: 0, marks: new Map(), slots: Array.from({ length: 10 }, () => ({ possible: 0, missed: 0 })) };
      all.set(seen.phase, figures);
    }
    addYear(figures, seen);
  }
  return all;
}

const kinds = new Uint8Array(128);
const POSSIBLE = 1;
const AUTHORISED = 2;
const UNAUTHORISED = 4;
const LATE = 8;
for (const [marks, kind] of [
  [COUNTED_MARKS.possible, POSSIBLE], [COUNTED_MARKS.authorised, AUTHORISED], [COUNTED_MARKS.unauthorised, UNAUTHORISED], [COUNTED_MARKS.lateBefore + COUNTED_MARKS.lateAfter, LATE],
] as const) for (const mark of marks) kinds[mark.charCodeAt(0)]! |= kind;

function addYear(figures: Figures, { marks, from, to, year }: SeenYear): void {
  let possible = 0;
  let authorised = 0;
  let unauthorised = 0;
  for (let slot = from * 2; slot < to * 2; slot++) {
    const mark = marks[slot]!;
    const kind = kinds[mark]!;
    const name = String.fromCharCode(mark);
    figures.marks.set(name, (figures.marks.get(name) ?? 0) + 1);
    if (!(kind & POSSIBLE)) continue;
    const counted = figures.slots[year.weekdays[slot >> 1]! * 2 + (slot & 1)]!;
    possible += 1;
    counted.possible += 1;
    if (kind & (AUTHORISED | UNAUTHORISED)) counted.missed += 1;
    if (kind & AUTHORISED) authorised += 1;
    if (kind & UNAUTHORISED) unauthorised += 1;
    if (kind & LATE) figures.late += 1;
  }
  if (possible === 0) return;
  figures.enrolments += 1;
  figures.possible += possible;
  figures.authorised += authorised;
  figures.unauthorised += unauthorised;
  if ((authorised + unauthorised) * 10 >= possible) figures.persistent += 1;
  if ((authorised + unauthorised) * 2 >= possible) figures.severe += 1;
}
