import { codeOfMark, normaliseRawMark, type MarkCounts, countMarks } from '@attendance/shared/attendance';
import { addCrowd } from './crowd.ts';
import { bookOf, fileOf, openDays, stream, YESTERDAY, type BookMark } from './register-book.ts';
import { PUPILS, SCHOOLS, type TestPupil } from './small-authority.ts';
import type { TestPortal } from './test-portal.ts';

export const THIS_YEAR: readonly [string, string] = ['2026-09-03', YESTERDAY];
export const LAST_YEAR: readonly [string, string] = ['2025-09-03', '2026-07-20'];
const CODES = ['I', 'M', 'C', 'C2', 'B', 'E', 'G', 'V', 'K', 'D', 'L', 'U', 'N', 'O', ''];

/** A crowd at one school that uses every code, and everybody else, with Mason on two rolls at once: what went in, mark by mark. */
export async function sendReportBook(portal: TestPortal): Promise<{ readonly crowd: readonly TestPupil[]; readonly marks: readonly BookMark[] }> {
  const crowd = await addCrowd(portal.ingest, 45, SCHOOLS.tarnbrook);
  await portal.ingest.query(`insert into enrolment (id, pupil_id, school_id, nc_year, starts_on) overriding system value values (900, 1, $1, '9', '2026-09-03')`, [SCHOOLS.tarnbrook]);
  const guest: TestPupil = { ...PUPILS.mason, enrolmentId: 900, schoolId: SCHOOLS.tarnbrook };
  const marks: BookMark[] = [];
  for (const schoolId of Object.values(SCHOOLS)) {
    for (const [from, to] of [LAST_YEAR, THIS_YEAR]) {
      const days = await openDays(portal, schoolId, from, to);
      const own = Object.values(PUPILS as Record<string, TestPupil>).filter((pupil) => pupil.schoolId === schoolId);
      // Leave for a part-time timetable, far more often than elsewhere in the phase.
      const book = bookOf(own, days).map((mark): BookMark => (mark.pupil.id === PUPILS.elan.id && mark.half === 'AM' && days.indexOf(mark.day) < 40 ? { ...mark, code: 'C2' } : mark));
      if (schoolId === SCHOOLS.tarnbrook) {
        if (from === THIS_YEAR[0]) book.push(...bookOf([guest], days.slice(0, 10), () => ({ unauthorised: 0.1 })));
        book.push(...crowdBook(crowd, days));
      }
      const result = await portal.send(fileOf(book), schoolId, `${schoolId}-${from}.csv`);
      if (!result.kept) throw new Error(JSON.stringify(result.refusal));
      marks.push(...book);
    }
  }
  return { crowd, marks };
}

/** Those who stand on lists for which chance is no help: holiday beside a school holiday, days in a row without leave, and illness. */
const STORIES: readonly ((day: string, index: number) => string | undefined)[] = [
  (day) => (day === '2026-10-23' || day === '2026-11-02' ? 'G' : undefined),
  (day) => (day >= '2026-11-09' ? 'O' : undefined),
  (day, index) => (day >= '2026-09-01' && index % 4 === 1 ? 'I' : undefined),
];

/** One in so many sessions is something else than presence, the more often the higher the pupil's number. */
function crowdBook(crowd: readonly TestPupil[], days: readonly string[]): BookMark[] {
  return crowd.flatMap((pupil) => {
    const next = stream(pupil.id * 31 + days.length);
    return bookOf([pupil], days).map((mark): BookMark => {
      const roll = next();
      const told = STORIES[pupil.id - 1000]?.(mark.day, days.indexOf(mark.day));
      if (told !== undefined) return { ...mark, code: told };
      const code = CODES[Math.floor(next() * CODES.length)] ?? '';
      return roll * 60 < pupil.id - 1000 ? { ...mark, code } : mark;
    });
  });
}

export const inYear = (marks: readonly BookMark[], [from, to]: readonly [string, string]): BookMark[] => marks.filter(({ day }) => day >= from && day <= to);

/** Marks by what they have in common. */
export function groupBy<Key>(marks: readonly BookMark[], keyOf: (mark: BookMark) => Key): Map<Key, BookMark[]> {
  const groups = new Map<Key, BookMark[]>();
  for (const mark of marks) groups.set(keyOf(mark), [...(groups.get(keyOf(mark)) ?? []), mark]);
  return groups;
}

const characterOf = ({ code, half }: BookMark): string => normaliseRawMark(code, half === 'PM').mark ?? '';
export const codeIn = (mark: BookMark): string => codeOfMark(characterOf(mark)) ?? '-';

/** The counts of some marks by the shared rules, never by the database; a place left empty on a school day is a missing mark. */
export function countsIn(marks: readonly BookMark[]): MarkCounts & { readonly absent: number; readonly late: number } {
  const counts = countMarks(marks.map((mark) => (mark.code === '' ? '-' : characterOf(mark))).join(''));
  return { ...counts, absent: counts.authorised + counts.unauthorised, late: counts.lateBefore + counts.lateAfter };
}

/** Enrolments of some marks, each with its counts. */
export const enrolmentsIn = (marks: readonly BookMark[]): ReturnType<typeof countsIn>[] => [...groupBy(marks, ({ pupil }) => pupil.enrolmentId).values()].map(countsIn);
