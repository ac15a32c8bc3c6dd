import { dayOfIso, isoOfDay, weekday } from '@attendance/shared/kernel';
import { upnCheckLetter } from '@attendance/shared/pupils';
import { memorySource } from './byte-source.ts';
import { readSource, type ReadOptions } from './read-file.ts';
import type { ReadContext, ReadOutcome, RosterEntry, SchoolCalendar } from './types.ts';

/** A valid UPN that differs for each number. */
export function upnOf(number: number): string {
  const body = `801200025${String(number).padStart(3, '0')}`;
  return `${upnCheckLetter(body)}${body}`;
}

/** The weekdays of September to December 2025, without a half-term week. */
export const OPEN_DAYS: readonly number[] = Array.from({ length: 110 }, (_, index) => dayOfIso('2025-09-01') + index).filter(
  (day) => weekday(day) < 5 && !(day >= dayOfIso('2025-10-27') && day <= dayOfIso('2025-10-31')),
);

export const CALENDARS: readonly SchoolCalendar[] = [
  { schoolId: 1, laestab: '801/2001', urn: '100001', name: 'Ash Primary', openDays: OPEN_DAYS },
  { schoolId: 2, laestab: '801/2002', urn: '100002', name: 'Birch Primary', openDays: OPEN_DAYS },
];

/** An enrolment whose ids follow from the pupil's number; on roll for years unless said otherwise. */
export function enrolment(number: number, rest: Partial<RosterEntry> = {}): RosterEntry {
  const start = dayOfIso('2023-09-01');
  return {
    enrolmentId: 100 + number, pupilId: 500 + number, schoolId: 1, upn: upnOf(number), localId: `L${number}`, startsOn: start, endsOn: null, ...rest,
  };
}

/** Ten pupils of school 1, and school 2 with nobody in it. */
export function contextOf(changes: Partial<ReadContext> = {}): ReadContext {
  return {
    claimedSchool: 1,
    roster: Array.from({ length: 10 }, (_, number) => enrolment(number)),
    calendars: CALENDARS,
    today: dayOfIso('2025-12-19'),
    maxBadRowPercent: 100,
    ...changes,
  };
}

/** One week row as it was handed over. */
export interface WeekRow {
  readonly enrolmentId: number;
  readonly pupilId: number;
  readonly schoolId: number;
  readonly weekStart: string;
  readonly marks: string;
  readonly firstLine: number;
}

export interface Read extends ReadOutcome {
  readonly weeks: readonly WeekRow[];
  readonly text: string;
}

/** Reads COPY text back as PostgreSQL would. */
export function weeksOf(copyText: string): WeekRow[] {
  return copyText
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [enrolmentId, pupilId, schoolId, weekStart, marks, firstLine] = line.split('\t') as [string, string, string, string, string, string];
      return {
        enrolmentId: Number(enrolmentId), pupilId: Number(pupilId), schoolId: Number(schoolId), weekStart, marks: marks.replaceAll('\\\\', '\\'), firstLine: Number(firstLine),
      };
    });
}

/** Reads a file held in memory, in pieces of the sizes given. */
export async function read(
  content: string | Uint8Array, context: ReadContext = contextOf(), pieces: readonly number[] = [], options: ReadOptions = {},
): Promise<Read> {
  const chunks: Uint8Array[] = [];
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const outcome = await readSource(memorySource(bytes, pieces), context, { onChunk: (chunk) => void chunks.push(chunk.slice()) }, options);
  const text = Buffer.concat(chunks).toString('latin1');
  return { ...outcome, weeks: weeksOf(text), text };
}

/** Every mark that was handed over, as "enrolment day half" → mark. */
export function marksOf(weeks: readonly WeekRow[]): Map<string, string> {
  const marks = new Map<string, string>();
  for (const week of weeks) {
    [...week.marks].forEach((mark, slot) => {
      if (mark !== ' ') marks.set(`${week.enrolmentId} ${isoOfDay(dayOfIso(week.weekStart) + (slot >> 1))} ${slot & 1}`, mark);
    });
  }
  return marks;
}
