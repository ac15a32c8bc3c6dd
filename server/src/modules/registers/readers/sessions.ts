const MORNING = new Set(['am', 'a', 'morning', 'amreg', 'amregistration', 'session1', 'sessionam', 'amsession', 'morningsession', 'morningregistration']);
const AFTERNOON = new Set(['pm', 'p', 'afternoon', 'pmreg', 'pmregistration', 'session2', 'sessionpm', 'pmsession', 'afternoonsession', 'afternoonregistration']);
const LESSON = /^(?:p|per|period|lesson|l)\d{1,2}[a-z]?$|^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day)?[a-z]?\d{1,2}$|^\d{1,2}$|^[a-z]{0,6}(?:period|lesson)[a-z0-9]*$/;

/** What a session cell says: a half of the day, a lesson (which is no session), or nothing known. */
export const SessionWord = { MORNING: 0, AFTERNOON: 1, LESSON: 2, UNKNOWN: 3 } as const;
export type SessionWord = (typeof SessionWord)[keyof typeof SessionWord];

/** Reads a session cell. A bare 1 or 2 is a half of the day unless the file numbers its lessons. */
export function readSession(text: string, digitsAreLessons: boolean): SessionWord {
  const word = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  if (MORNING.has(word)) return SessionWord.MORNING;
  if (AFTERNOON.has(word)) return SessionWord.AFTERNOON;
  if (!digitsAreLessons && word === '1') return SessionWord.MORNING;
  if (!digitsAreLessons && word === '2') return SessionWord.AFTERNOON;
  return LESSON.test(word) ? SessionWord.LESSON : SessionWord.UNKNOWN;
}

/** What a sample of session cells shows about the whole file. */
export interface SessionSample {
  /** A 3 or more among bare numbers: 1 and 2 are then lessons too. */
  readonly digitsAreLessons: boolean;
  readonly mostlyLessons: boolean;
}

/** Judges a sample of cells, each with the number of times it was seen. */
export function judgeSessions(cells: ReadonlyMap<string, number>): SessionSample {
  const digitsAreLessons = [...cells.keys()].some((cell) => /^\s*(?:[3-9]|1\d)\s*$/.test(cell));
  let lessons = 0;
  let all = 0;
  for (const [cell, times] of cells) {
    if (cell.trim() === '') continue;
    all += times;
    if (readSession(cell, digitsAreLessons) === SessionWord.LESSON) lessons += times;
  }
  return { digitsAreLessons, mostlyLessons: all > 0 && lessons * 2 > all };
}
