import { stream, type BookMark } from './register-book.ts';
import type { TestPupil } from './small-authority.ts';

/** Codes a register may hold, ordinary ones often, so that every count of a standing has something to count. */
const CODES = ['/', '/', '/', '/', '/', 'L', 'I', 'I', 'O', 'G', 'N', 'U', 'D', 'X', 'C', 'B', 'Y1', '#', ''];

/** Any register at all: stretches of one code or of chance, that end where they end, with days that nobody kept. */
export function wildBook(pupils: readonly TestPupil[], days: readonly string[]): BookMark[] {
  return pupils.flatMap((pupil) => {
    const next = stream(pupil.id);
    const pick = (): string => CODES[Math.floor(next() * CODES.length)] ?? '/';
    const weekly = next() < 0.2 ? Math.floor(next() * 5) : -1;
    let stretch = 0;
    let code: string | null = null;
    return days.flatMap((day, index) => {
      if (stretch === 0) {
        stretch = 1 + Math.floor(next() * 24);
        const roll = next();
        code = roll < 0.4 ? '/' : roll < 0.7 ? pick() : null;
      }
      stretch -= 1;
      if (next() < 0.02) return [];
      const isOften = new Date(`${day}T00:00:00Z`).getUTCDay() - 1 === weekly;
      return (['AM', 'PM'] as const).flatMap((half) => (index === days.length - 1 && half === 'PM' && pupil.id % 2 === 0 ? [] : [{ pupil, day, half, code: written(isOften ? 'O' : (code ?? pick()), half) }]));
    });
  });
}
const written = (code: string, half: 'AM' | 'PM'): string => (code === '/' && half === 'PM' ? '\\' : code);
