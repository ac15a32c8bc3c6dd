import { isoOfDay, partsOfDay, type DayNumber } from '@attendance/shared/kernel';
import { TARNBROOK } from './cast.ts';
import { yearLabel, type WorldSchool, type YearNumber } from './model.ts';
import { Random } from './random.ts';

/** How one school's system writes its register files; a school keeps its style from file to file. */
export interface ExportStyle {
  /** L: a row for each session. D: a row for each day. */
  readonly layout: 'L' | 'D';
  readonly delimiter: ',' | ';' | '\t';
  readonly encoding: 'UTF-8' | 'UTF-8 BOM' | 'WINDOWS-1252';
  readonly newLine: '\n' | '\r\n';
  readonly headings: readonly string[];
  readonly sessions: readonly [morning: string, afternoon: string];
  dateText(day: DayNumber): string;
  yearText(year: YearNumber): string;
  /** Whether the newest file holds this morning. */
  readonly hasThisMorning: boolean;
}

const PERSON: readonly (readonly string[])[] = [
  ['UPN', 'Surname', 'Forename', 'Year group', 'Registration form'],
  ['Unique Pupil Number', 'Last name', 'First name', 'Year group', 'Registration form'],
  ['UPN', 'Legal Surname', 'Legal Forename', 'NC Year', 'Reg'],
  ['UPN', 'LastName', 'FirstName', 'YearGroup', 'Form'],
];
const LONG: readonly (readonly string[])[] = [['Date', 'Session', 'Mark'], ['Attendance date', 'Session name', 'Attendance mark'], ['Session Date', 'AM/PM', 'Code']];
const DAY: readonly (readonly string[])[] = [['Date', 'AM', 'PM'], ['Attendance Date', 'AM Mark', 'PM Mark'], ['Date', 'Morning', 'Afternoon']];
const SESSIONS: readonly (readonly [string, string])[] = [['AM', 'PM'], ['AM', 'PM'], ['Morning', 'Afternoon']];

/** Small areas come in more styles, since every file there is somebody's first example. */
export function styleOf(school: WorldSchool, longShare: number, seed: number): ExportStyle {
  const random = new Random(seed, school.urn, 61);
  const layout = school.urn === TARNBROOK || school.laCode !== 990 || random.chance(longShare) ? 'L' : 'D';
  const isIso = random.chance(0.4);
  const inWords = random.chance(0.3);
  return {
    layout,
    delimiter: random.pick([',', ',', ',', ';', '\t'] as const),
    encoding: random.pick(['UTF-8', 'UTF-8 BOM', 'WINDOWS-1252'] as const),
    newLine: random.chance(0.6) ? '\r\n' : '\n',
    headings: [...random.pick(PERSON), ...random.pick(layout === 'L' ? LONG : DAY)],
    sessions: random.pick(SESSIONS),
    dateText: isIso ? isoOfDay : britishDate,
    yearText: (year) => (inWords && year > 0 ? `Year ${year}` : yearLabel(year)),
    // Only a file with a row a session can say that the afternoon has not been yet.
    hasThisMorning: layout === 'L' && (school.urn === TARNBROOK || school.laCode !== 990 || random.chance(0.4)),
  };
}

function britishDate(day: DayNumber): string {
  const { year, month, dayOfMonth } = partsOfDay(day);
  return `${String(dayOfMonth).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}

// Where Windows-1252 differs from Latin 1 among the signs that names hold here.
const WINDOWS: Readonly<Record<string, number>> = { '’': 0x92, '‘': 0x91, '–': 0x96 };

/** Text in the bytes of a style's encoding. */
export function encoded(text: string, style: ExportStyle): Uint8Array {
  if (style.encoding !== 'WINDOWS-1252') return Buffer.from(text, 'utf8');
  return Uint8Array.from(text, (character) => WINDOWS[character] ?? (character.charCodeAt(0) < 256 ? character.charCodeAt(0) : 0x3f));
}
