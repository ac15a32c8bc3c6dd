import { dayOfParts, partsOfDay, weekday, type DayNumber } from '@attendance/shared/kernel';
import type { WorldSchool } from './model.ts';
import { Random } from './random.ts';

/** A draw table: each day stands in it as often as its weight says, so that drawing a day costs one look-up. */
type DayTable = Uint16Array;
const TABLE = 2048;

/** What a class does together in a year: visits, and registers nobody took. */
export interface ClassYear {
  readonly trips: readonly number[];
  /** Session slots (day × 2, + 1 for the afternoon). */
  readonly missing: readonly number[];
}

/** One school's year as the mark maker needs it. Days are places in `days`. */
export class SchoolDays {
  readonly days: readonly DayNumber[];
  readonly weekdays: Uint8Array;
  /** Half term of each day, 0 to 5. */
  readonly part: Uint8Array;
  readonly illness: DayTable;
  readonly single: DayTable;
  readonly fridays: DayTable;
  /** First and last days of half terms, where holidays are stretched. */
  readonly edges: readonly { readonly day: number; readonly after: boolean }[];
  readonly eids: readonly number[];
  /** The day the school could not open for snow, or −1. */
  readonly snow: number;
  /** First day of Year 10's week of work experience, or −1. */
  readonly workWeek: number;
  readonly studyLeave: boolean;
  readonly stagedStart: boolean;
  private readonly classes = new Map<string, ClassYear>();

  constructor(readonly school: WorldSchool, readonly which: 0 | 1, private readonly seed: number) {
    const random = new Random(seed, school.urn, which, 41);
    const { openDays, academicYear } = school.schoolYears[which];
    this.days = openDays;
    this.weekdays = Uint8Array.from(openDays, weekday);
    this.part = new Uint8Array(openDays.length);
    const edges: { day: number; after: boolean }[] = [];
    for (let index = 1, part = 0; index < openDays.length; index++) {
      if (openDays[index]! - openDays[index - 1]! > 5) {
        edges.push({ day: index - 1, after: false }, { day: index, after: true });
        part = Math.min(5, part + 1);
      }
      this.part[index] = part;
    }
    edges.push({ day: openDays.length - 1, after: false });
    this.edges = edges;
    const season = this.seasons();
    const wave = random.between(45, 120);
    this.illness = tableOf(openDays.map((_, day) => season[day]! * START[this.weekdays[day]!]! * waves(openDays[day]!, academicYear, day, wave)));
    this.single = tableOf(openDays.map((_, day) => season[day]! * SINGLE[this.weekdays[day]!]!));
    this.fridays = tableOf(openDays.map((_, day) => season[day]! * (this.weekdays[day] === 4 ? 3 : 0.8)));
    this.eids = eidsOf(academicYear).map((day) => openDays.indexOf(day)).filter((day) => day >= 0);
    const january = openDays.findIndex((day) => day >= dayOfParts(academicYear + 1, 1, 8));
    this.snow = random.chance(0.1) ? january + random.whole(20) : -1;
    const summer = openDays.findIndex((day) => day >= dayOfParts(academicYear + 1, 6, 20));
    this.workWeek = school.years.includes(10) && random.chance(0.62) ? summer + random.whole(8) : -1;
    this.studyLeave = random.chance(0.3);
    this.stagedStart = random.chance(0.45);
  }

  get length(): number {
    return this.days.length;
  }

  classYear(form: string): ClassYear {
    let found = this.classes.get(form);
    if (!found) {
      const random = new Random(this.seed, this.school.urn, this.which, hashOf(form));
      const trips = Array.from({ length: random.rounded(1.75) }, () => this.single[random.whole(TABLE)]!);
      const missing = Array.from({ length: random.poisson(0.16) }, () => random.whole(this.length * 2));
      found = { trips, missing };
      this.classes.set(form, found);
    }
    return found;
  }

  draw(table: DayTable, random: Random): number {
    return table[random.whole(TABLE)]!;
  }

  /** Absence is low in the first week, grows through a half term, and is highest before Christmas and Easter. */
  private seasons(): number[] {
    const ends = [...this.edges.filter((edge) => !edge.after).map((edge) => edge.day)];
    return this.days.map((_, day) => {
      const part = this.part[day]!;
      const end = ends[part] ?? this.length - 1;
      const start = part === 0 ? 0 : (ends[part - 1] ?? 0) + 1;
      const along = (day - start) / Math.max(1, end - start);
      const last = end - day < 4 && (part === 1 || part === 3 || part === 5) ? 0.4 : 0;
      return (BASE[part] ?? 0.9) + (RISE[part] ?? 0.2) * along + last;
    });
  }
}

const BASE = [0.8, 1.0, 1.02, 1.0, 0.88, 0.92];
const RISE = [0.38, 0.28, 0.08, 0.1, 0.08, 0.22];
// How likely a spell is to start on Monday … Friday; spells run on, so the end of a week fills by itself.
const START = [1.38, 0.9, 0.78, 0.92, 1.06];
const SINGLE = [1.16, 0.92, 0.78, 0.94, 1.34];

function tableOf(weights: readonly number[]): DayTable {
  const table = new Uint16Array(TABLE);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let at = 0;
  let sum = 0;
  weights.forEach((weight, day) => {
    sum += weight;
    const end = Math.round((sum / total) * TABLE);
    for (; at < end; at++) table[at] = day;
  });
  return table;
}

/** Winter illness: an area-wide wave before Christmas, a smaller one in February, and one of the school's own. */
function waves(day: DayNumber, academicYear: number, index: number, own: number): number {
  const december = (day - dayOfParts(academicYear, 12, 8)) / 12;
  const february = (day - dayOfParts(academicYear + 1, 2, 6)) / 12;
  const school = (index - own) / 4;
  return 0.85 + 0.55 * Math.exp(-december * december) + 0.25 * Math.exp(-february * february) + 0.7 * Math.exp(-school * school);
}

/** Both Eids by the mean length of the lunar year, good to a day or two. */
function eidsOf(academicYear: number): DayNumber[] {
  const found: DayNumber[] = [];
  for (const known of [dayOfParts(2026, 3, 20), dayOfParts(2026, 5, 27)]) {
    for (let years = -40; years <= 40; years++) {
      const day = Math.round(known + years * 354.367);
      const { year, month } = partsOfDay(day);
      if ((month >= 9 ? year : year - 1) === academicYear) found.push(day);
    }
  }
  return found;
}

function hashOf(text: string): number {
  let hash = 7;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}
