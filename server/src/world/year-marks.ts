import { compulsorySchoolAge } from '@attendance/shared/pupils';
import { dayOfIso, isoOfDay } from '@attendance/shared/kernel';
import { HERITAGE } from './heritage.ts';
import { formLabel, type World, type WorldEnrolment, type WorldPupil, type YearNumber } from './model.ts';
import { situationOf } from './named-pupils.ts';
import { absencePhaseOf, groupShift, missedShare, type AbsencePhase } from './propensity.ts';
import { Random } from './random.ts';
import { HAPPENINGS, REASONS, reasonShare, type Reason } from './reasons.ts';
import type { SchoolDays } from './school-days.ts';
import { tellStory } from './mark-stories.ts';

/** The byte of a week-string mark. */
export const code = (mark: string): number => mark.charCodeAt(0);
export const PRESENT_AM = code('/');
export const PRESENT_PM = code('\\');

/** The year a place is taught in during last school year (0) or this one (1). */
export function taughtYear(world: World, enrolment: WorldEnrolment, which: 0 | 1): YearNumber {
  const thisYearStart = dayOfIso(`${world.academicYear}-09-01`);
  const endedLastYear = enrolment.endsOn !== null && enrolment.endsOn < thisYearStart;
  return enrolment.year - (endedLastYear || which === 1 ? 0 : 1);
}

/**
 * Makes one pupil's marks of one school year: how much is missed comes first, then for which reasons, then when. Marks are
 * the week-string characters, one byte a session, day × 2 for the morning; 0 is a session that is not the pupil's.
 */
export class YearMarks {
  /** Sessions of the pupil made last; only `length` of them are theirs to read. */
  readonly marks = new Uint8Array(640);
  from = 0;
  to = 0;
  private readonly random = new Random(0);
  private readonly lasting = new Random(0);
  private year!: SchoolDays;

  constructor(private readonly world: World) {}

  /** Fills `marks` for days `from` up to but not including `to`; false when the pupil has no day there. */
  make(pupil: WorldPupil, enrolment: WorldEnrolment, year: SchoolDays): boolean {
    this.year = year;
    const { days } = year;
    this.from = firstFrom(days, enrolment.startsOn);
    this.to = enrolment.endsOn === null ? days.length : firstFrom(days, enrolment.endsOn + 1);
    if (this.from >= this.to) return false;
    const taught = taughtYear(this.world, enrolment, year.which);
    const phase = absencePhaseOf(enrolment, taught);
    this.random.seed(this.world.seed, pupil.id, year.which, enrolment.school.urn);
    this.lasting.seed(this.world.seed, pupil.id, 5);
    this.marks.fill(0, 0, days.length * 2);
    for (let day = this.from; day < this.to; day++) {
      this.marks[day * 2] = PRESENT_AM;
      this.marks[day * 2 + 1] = PRESENT_PM;
    }
    const situation = pupil.key === null ? null : situationOf(pupil.key);
    if (situation) this.makeNamed(year.which === 1 ? situation.level : (situation.lastLevel ?? situation.level), phase);
    else this.makeOrdinary(pupil, enrolment, phase, taught);
    this.together(pupil, enrolment, taught, situation !== null);
    if (situation) tellStory(this.world, situation, enrolment, this, year);
    return true;
  }

  private makeNamed(missed: number, phase: AbsencePhase): void {
    this.absences(phase, missed, this.random.rounded(missed * this.sessions));
    this.lates(HAPPENINGS[phase].late * this.sessions * 0.6);
  }

  private get sessions(): number {
    return (this.to - this.from) * 2;
  }

  private makeOrdinary(pupil: WorldPupil, enrolment: WorldEnrolment, phase: AbsencePhase, taught: YearNumber): void {
    const { random, world } = this;
    const balance = world.balance.get(phase) ?? { mean: 0, spread: 0.4 };
    const missed = missedShare(phase, groupShift(pupil, enrolment, taught), balance, this.lasting, random);
    const wanted = random.rounded(missed * this.sessions);
    const much = Math.min(1, missed / 0.3);
    const chances = HAPPENINGS[phase];
    let used = 0;
    if (random.chance(chances.suspended * (0.4 + 3 * much)) && (taught >= 7 || pupil.sex === 'M')) used += this.suspensions();
    if (random.chance(chances.partTime * (0.15 + 3.4 * much)) && taught < 12) used += this.partTime();
    if (random.chance(chances.offSiteDay)) this.weekly(code('B'), 2);
    if (random.chance(chances.councilPlace)) this.weekly(code('K'), 3);
    if (random.chance((HERITAGE[pupil.ethnicity]?.eid ?? 0) * 0.8)) used += this.religiousDays();
    if ((pupil.ethnicity === 'WIRT' || pupil.ethnicity === 'WROM') && random.chance(0.12)) used += this.run(code('T'), random.between(8, 30));
    if (this.year.studyLeave && (taught === 11 || taught === 13)) used += this.studyLeave();
    if (taught === 11 || taught >= 12) used += this.singles(code('j'), random.poisson(0.25));
    used += this.singles(code('c'), random.chance(0.002) ? random.between(2, 10) : 0);
    this.absences(phase, missed, Math.max(0, wanted - used));
    this.lates(chances.late * this.sessions * Math.exp(0.85 * this.lasting.normal() - 0.5) * (0.9 + 1.2 * much));
    this.singles(code('P'), random.poisson(chances.sport));
    if (phase === 'SPECIAL' && random.chance(0.02)) this.run(code('Q'), random.between(2, 6));
    if (random.chance(0.004)) this.singles(code('1'), random.between(1, 2));
  }

  /** Places absences until the wanted number is reached, reason by reason. */
  private absences(phase: AbsencePhase, missed: number, wanted: number): void {
    let left = wanted;
    for (const reason of REASONS) {
      let quota = Math.min(left, this.random.rounded(wanted * reasonShare(phase, reason, missed)));
      if (reason === 'G' && quota > 0 && missed < 0.3) quota = this.holidayQuota(phase, quota, left);
      left -= quota;
      this.place(reason, quota, missed);
    }
    this.place(missed > 0.15 ? 'O' : 'I', left, missed);
  }

  // A holiday is a week or nothing: most families take none, some take more than their even share.
  private holidayQuota(phase: AbsencePhase, share: number, left: number): number {
    const length = 9;
    return this.random.chance(share / length) ? Math.min(left, length + this.random.between(-3, 1)) : phase === 'PRIMARY' && this.random.chance(0.02) ? Math.min(left, 2) : 0;
  }

  private place(reason: Reason, quota: number, missed: number): void {
    const { random, year } = this;
    const mark = code(reason === 'O' && random.chance(year.which === 0 ? 0.03 : 0.012) ? 'N' : reason);
    let left = quota;
    for (let tries = 0; left > 0 && tries < 400; tries++) {
      if (reason === 'U') left -= this.set(year.draw(year.single, random) * 2 + (random.chance(0.12) ? 1 : 0), mark);
      else if (reason === 'M') left -= this.fill(year.draw(year.single, random) * 2 + random.whole(2), 1, mark);
      else if (reason === 'G') left -= this.holiday(left, mark);
      else left -= this.spell(reason, left, missed, mark);
    }
    for (let slot = this.from * 2; left > 0 && slot < this.to * 2; slot++) left -= this.set(slot, mark);
  }

  private spell(reason: Reason, left: number, missed: number, mark: number): number {
    const { random, year } = this;
    const long = missed > 0.25 ? 1 + missed * 6 : 1;
    if (reason === 'O' && random.chance(missed > 0.3 ? 0.2 : 0.45)) return this.set(year.draw(year.fridays, random) * 2 + (random.chance(0.68) ? 1 : 0), mark);
    const start = year.draw(reason === 'I' ? year.illness : year.single, random);
    // Some go home at midday; some are back after a morning.
    const half = random.next();
    if (half < 0.05) return this.fill(start * 2 + 1, Math.min(left, 1 + 2 * (this.daysOf(reason) - 1)), mark);
    const sessions = Math.min(left, Math.max(1, Math.round(2 * this.daysOf(reason) * long)));
    return this.fill(start * 2 + (sessions % 2 === 1 && half < 0.6 ? 1 : 0), sessions, mark);
  }

  private daysOf(reason: Reason): number {
    const luck = this.random.next();
    if (reason === 'C') return luck < 0.75 ? 1 : 2;
    if (luck < 0.5) return 1;
    if (luck < 0.76) return 2;
    if (luck < 0.9) return 3;
    return luck < 0.96 ? 4 : 5 + this.random.whole(5);
  }

  private holiday(left: number, mark: number): number {
    const { random, year } = this;
    const sessions = Math.min(left, random.chance(0.6) ? 10 : 4 + 2 * random.whole(3));
    const edge = random.pick(year.edges);
    const daysLong = Math.ceil(sessions / 2);
    const start = random.chance(0.3) ? year.draw(year.single, random) : edge.after ? edge.day : edge.day - daysLong + 1;
    return this.fill(Math.max(this.from, start) * 2, sessions, mark);
  }

  private suspensions(): number {
    let used = 0;
    for (let left = 1 + this.random.poisson(1.3); left > 0; left--) used += this.run(code('E'), 2 * this.random.between(1, 5));
    return used;
  }

  private partTime(): number {
    const { random } = this;
    const weeks = random.between(6, 16);
    const start = this.from + random.whole(Math.max(1, this.to - this.from - weeks * 5));
    const mornings = random.chance(0.25);
    let used = 0;
    for (let day = start; day < Math.min(this.to, start + weeks * 5); day++) used += this.set(day * 2 + (mornings ? 0 : 1), code('p'));
    return used;
  }

  private weekly(mark: number, sessions: number): void {
    const weekday = this.random.whole(5);
    for (let day = this.from; day < this.to; day++) {
      if (this.year.weekdays[day] !== weekday) continue;
      this.set(day * 2, mark);
      this.set(day * 2 + 1, mark);
      if (sessions > 2 && day + 1 < this.to) this.set(day * 2 + 2, mark);
    }
  }

  private religiousDays(): number {
    let used = 0;
    for (const day of this.year.eids) used += this.set(day * 2, code('R')) + this.set(day * 2 + 1, code('R'));
    return used;
  }

  private studyLeave(): number {
    const firstOfJune = this.year.days.findIndex((day) => isoOfDay(day).slice(5, 7) === '06');
    let used = 0;
    for (let day = Math.max(this.from, firstOfJune); firstOfJune >= 0 && day < Math.min(this.to, firstOfJune + 12); day++) {
      if (this.random.chance(0.35)) used += this.set(day * 2, code('S')) + this.set(day * 2 + 1, code('S'));
    }
    return used;
  }

  private singles(mark: number, many: number): number {
    let used = 0;
    for (let left = many; left > 0; left--) used += this.set((this.from + this.random.whole(this.to - this.from)) * 2 + this.random.whole(2), mark);
    return used;
  }

  private run(mark: number, sessions: number): number {
    return this.fill(this.year.draw(this.year.single, this.random) * 2, sessions, mark);
  }

  private lates(expected: number): void {
    const { random, year } = this;
    const many = Math.min(this.sessions / 2, random.poisson(expected));
    for (let left = many; left > 0; left--) this.set(year.draw(year.single, random) * 2 + (random.chance(0.12) ? 1 : 0), code('L'));
  }

  /** What happens to a class or the whole school: visits, snow, the first weeks of Reception, sixth-form hours, registers not taken. */
  private together(pupil: WorldPupil, enrolment: WorldEnrolment, taught: YearNumber, isNamed: boolean): void {
    const { year, random } = this;
    const { trips, missing } = year.classYear(formLabel(taught, enrolment.letter));
    if (!isNamed) for (const day of trips) if (random.chance(0.82)) this.fill(day * 2, 2, code('V'));
    if (taught === 10 && year.workWeek >= 0 && !isNamed) this.fill(year.workWeek * 2, 10, code('W'));
    if (taught === 0) this.receptionStart(pupil);
    if (taught >= 12) this.freeSessions();
    if (year.snow >= this.from && year.snow < this.to) this.marks.fill(code('4'), year.snow * 2, year.snow * 2 + 2);
    if (!isNamed) for (const slot of missing) if (this.marks[slot] === PRESENT_AM || this.marks[slot] === PRESENT_PM) this.marks[slot] = code('-');
  }

  private receptionStart(pupil: WorldPupil): void {
    const compulsory = dayOfIso(compulsorySchoolAge(isoOfDay(pupil.bornOn)).startsOn);
    const partTimeDays = this.year.stagedStart ? 8 : 2;
    for (let day = this.from; day < Math.min(this.to, partTimeDays); day++) {
      if (this.year.days[day]! < compulsory) this.marks[day * 2 + 1] = code('X');
    }
  }

  private freeSessions(): void {
    const first = this.random.whole(5);
    const second = (first + 2) % 5;
    for (let day = this.from; day < this.to; day++) {
      const weekday = this.year.weekdays[day];
      if (weekday === first || weekday === second) this.marks[day * 2 + 1] = code('X');
    }
  }

  /** Marks up to `sessions` sessions from a slot on, passing over sessions already told. Returns how many were marked. */
  fill(slot: number, sessions: number, mark: number): number {
    let used = 0;
    for (let at = slot, end = slot + sessions; at < end; at++) used += this.set(at, mark);
    return used;
  }

  private set(slot: number, mark: number): number {
    const held = this.marks[slot];
    if (slot < this.from * 2 || slot >= this.to * 2 || (held !== PRESENT_AM && held !== PRESENT_PM)) return 0;
    this.marks[slot] = mark;
    return 1;
  }
}

function firstFrom(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
