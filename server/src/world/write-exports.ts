import path from 'node:path';
import { academicYearLabel } from '@attendance/shared/calendar';
import { isoOfDay } from '@attendance/shared/kernel';
import { badRowsOf, isOnlyHeld, type BadRows } from './bad-rows.ts';
import { asFirstSent, asSentNow, deliveriesOf, type Deliveries } from './deliveries.ts';
import { ExportFile } from './export-file.ts';
import { styleOf, type ExportStyle } from './export-style.ts';
import { formLabel, type World, type WorldEnrolment, type WorldPupil, type WorldSchool } from './model.ts';
import { SchoolDays } from './school-days.ts';
import { taughtYear, YearMarks } from './year-marks.ts';

/** A register file on disk, in the order in which schools sent them. */
export interface WrittenFile {
  /** The school the file came from (URN). */
  readonly schoolId: number | null;
  readonly path: string;
  /** The name the school gave it. */
  readonly name: string;
}

interface Place { readonly pupil: WorldPupil; readonly enrolment: WorldEnrolment }

/** How many schools in a hundred write a row a session; such files are twice as long. */
const LONG_SHARE = { demo: 0.4, authority: 0.2, county: 0.1 } as const;

/**
 * Writes the register files schools would send: last school year whole, this one up to two weeks ago, and a newest file that
 * corrects some of those marks. One school is in memory at a time. Throws when the disk refuses.
 */
export async function writeExports(world: World, dir: string, onProgress?: (done: number, of: number) => void): Promise<WrittenFile[]> {
  const places = placesBySchool(world);
  const schools = world.schools.filter((school) => school.sendsMarks && places.has(school.urn));
  const maker = new YearMarks(world);
  const written: WrittenFile[] = [];
  for (const [index, school] of schools.entries()) {
    const style = styleOf(school, LONG_SHARE[world.size], world.seed);
    const writer = new SchoolWriter(world, school, style, places.get(school.urn)!, maker, dir);
    written.push(...writer.lastYear(), ...writer.thisYear());
    onProgress?.(index + 1, schools.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return written;
}

function placesBySchool(world: World): Map<number, Place[]> {
  const places = new Map<number, Place[]>();
  for (const pupil of world.pupils) {
    for (const enrolment of pupil.enrolments) {
      const list = places.get(enrolment.school.urn);
      if (list) list.push({ pupil, enrolment });
      else places.set(enrolment.school.urn, [{ pupil, enrolment }]);
    }
  }
  return places;
}

class SchoolWriter {
  private readonly slug: string;

  constructor(
    private readonly world: World,
    private readonly school: WorldSchool,
    private readonly style: ExportStyle,
    private readonly places: readonly Place[],
    private readonly maker: YearMarks,
    private readonly dir: string,
  ) {
    this.slug = school.name.normalize('NFKD').toLowerCase().replace(/’/g, '').replace(/[^a-z0-9]+/g, '-');
  }

  lastYear(): WrittenFile[] {
    const year = new SchoolDays(this.school, 0, this.world.seed);
    const opened = this.open(`marks-${academicYearLabel(this.world.academicYear - 1).replace('/', '-')}`);
    const { maker } = this;
    for (const { pupil, enrolment } of this.places) {
      if (!maker.make(pupil, enrolment, year)) continue;
      this.introduce(opened.file, pupil, enrolment, 0);
      for (let day = maker.from; day < maker.to; day++) opened.file.day(year.days[day]!, maker.marks[day * 2]!, maker.marks[day * 2 + 1]!);
    }
    return closed([opened]);
  }

  thisYear(): WrittenFile[] {
    const year = new SchoolDays(this.school, 1, this.world.seed);
    const plan = deliveriesOf(this.world, year, this.style);
    const newestDay = year.days[plan.thisMorning >= 0 ? plan.thisMorning : plan.newestTo - 1];
    if (newestDay === undefined) return [];
    const first = plan.firstTo > 0 ? this.open(`marks-${isoOfDay(year.days[plan.firstTo - 1]!)}`) : null;
    const newest = this.open(`marks-${isoOfDay(newestDay)}`);
    const bad = badRowsOf(this.world, this.school);
    this.places.forEach(({ pupil, enrolment }, index) => {
      if (!this.maker.make(pupil, enrolment, year)) return;
      if (first) this.writeFirst(first.file, pupil, enrolment, year, plan);
      this.writeNewest(newest.file, pupil, enrolment, year, plan, bad !== null && index === bad.unknownCodesOf);
    });
    if (bad) this.writeBad(newest.file, bad, year, plan);
    return closed(first ? [first, newest] : [newest]);
  }

  private writeFirst(file: ExportFile, pupil: WorldPupil, enrolment: WorldEnrolment, year: SchoolDays, plan: Deliveries): void {
    const { marks, from, to } = this.maker;
    const end = Math.min(to, plan.firstTo);
    if (from >= end) return;
    this.introduce(file, pupil, enrolment, 1);
    for (let day = from; day < end; day++) {
      file.day(year.days[day]!, asFirstSent(marks[day * 2]!, day * 2, plan.firstTo, pupil.id), asFirstSent(marks[day * 2 + 1]!, day * 2 + 1, plan.firstTo, pupil.id));
    }
  }

  private writeNewest(file: ExportFile, pupil: WorldPupil, enrolment: WorldEnrolment, year: SchoolDays, plan: Deliveries, hasUnknownCodes: boolean): void {
    const { marks, from, to } = this.maker;
    const end = Math.min(to, plan.newestTo);
    const start = Math.max(from, plan.newestFrom);
    const hasMorning = plan.thisMorning >= from && plan.thisMorning < to;
    if (start >= end && !hasMorning) return;
    if (isOnlyHeld(pupil, this.school)) file.person('', 'Nowicki', pupil.forename, this.style.yearText(enrolment.year), formLabel(enrolment.year, enrolment.letter));
    else this.introduce(file, pupil, enrolment, 1);
    const sent = (slot: number): number => (pupil.key === null ? asSentNow(marks[slot]!, slot, plan.newestTo, pupil.id) : marks[slot]!);
    for (let day = start; day < end; day++) {
      const isUnknown = hasUnknownCodes && day >= end - 4;
      file.day(year.days[day]!, isUnknown ? UNKNOWN : sent(day * 2), isUnknown ? UNKNOWN : sent(day * 2 + 1));
    }
    if (hasMorning) file.day(year.days[plan.thisMorning]!, sent(plan.thisMorning * 2), 0);
  }

  /** Rows that a receipt must refuse, one kind after another. */
  private writeBad(file: ExportFile, bad: BadRows, year: SchoolDays, plan: Deliveries): void {
    const [last, before] = [year.days[plan.newestTo - 1], year.days[plan.newestTo - 2]];
    if (last === undefined || before === undefined) return;
    for (const { pupil, enrolment } of this.places) {
      if (bad.leaver === pupil) {
        this.introduce(file, pupil, enrolment, 1);
        for (const day of [before, last]) if (enrolment.endsOn !== null && day > enrolment.endsOn) file.day(day, SLASH, BACKSLASH);
      }
    }
    const someone = this.places.find(({ pupil, enrolment }) => pupil.key === null && pupil.upn !== null && enrolment.endsOn === null);
    if (!someone) return;
    const { pupil, enrolment } = someone;
    file.person(bad.misspell(pupil.upn!), pupil.surname, pupil.forename, this.style.yearText(enrolment.year), formLabel(enrolment.year, enrolment.letter)).day(last, SLASH, BACKSLASH);
    this.introduce(file, pupil, enrolment, 1);
    file.day(bad.saturdayBefore(last), SLASH, BACKSLASH);
  }

  private introduce(file: ExportFile, pupil: WorldPupil, enrolment: WorldEnrolment, which: 0 | 1): void {
    const year = taughtYear(this.world, enrolment, which);
    file.person(pupil.upn ?? '', pupil.surname, pupil.forename, this.style.yearText(year), formLabel(year, enrolment.letter));
  }

  private open(stem: string): { file: ExportFile; written: WrittenFile } {
    const name = `${this.slug}-${stem}.csv`;
    const target = path.join(this.dir, `${this.school.urn}-${name}`);
    return { file: new ExportFile(target, this.style), written: { schoolId: this.school.urn, path: target, name } };
  }
}

const UNKNOWN = '!'.charCodeAt(0);
const SLASH = '/'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);

/** Closes files and keeps those that hold any mark. */
function closed(opened: readonly { file: ExportFile; written: WrittenFile }[]): WrittenFile[] {
  for (const { file } of opened) file.close();
  return opened.filter(({ file }) => file.rows > 0).map(({ written }) => written);
}
