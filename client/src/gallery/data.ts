import { addDays } from '../lib/format.ts';
import type { RegisterWeek } from '../ui/register/marks.ts';
import type { FindResults } from '../ui/use-find.ts';

const OPEN = 0b0011111;
const present = '/\\/\\/\\/\\/\\    ';

/** A made-up year to 18 November: Mondays missed, one week of illness, a half term. */
export function sampleYear(start: string, through: number, edits: Record<number, Partial<RegisterWeek>>): RegisterWeek[] {
  return Array.from({ length: through }, (_, index) => ({ weekStart: addDays(start, index * 7), marks: present, open: OPEN, ...edits[index] }));
}

const holiday = { marks: ' '.repeat(14), open: 0 };

export const thisYear: RegisterWeek[] = sampleYear('2026-08-31', 47, {
  0: { marks: '      /\\/\\    ', open: 0b0011000 },
  2: { marks: '/\\/\\L\\/\\/\\    ' },
  3: { marks: '/\\/\\/\\II/\\    ' },
  4: { marks: '/\\/\\/\\/\\L\\    ' },
  5: { marks: '/\\/\\/\\V\\/\\    ' },
  6: { marks: 'OO/\\/\\/\\/\\    ' },
  7: { marks: 'OOL\\/\\/\\II    ' },
  8: holiday,
  9: { marks: 'OO/\\UN/4pp    ' },
  10: { marks: 'IIII/\\/M-\\    ', changed: 0b1111 },
  11: { marks: 'OO/\\/\\        ' },
  ...Object.fromEntries(Array.from({ length: 35 }, (_, n) => n + 12).map((n) => [n, [16, 17, 24, 31, 32, 39].includes(n) ? holiday : { marks: ' '.repeat(14) }])),
});

export const lastYear: RegisterWeek[] = sampleYear('2025-09-01', 47, {
  0: { marks: '    /\\/\\/\\    ', open: 0b0011100 }, 3: { marks: '/\\/\\OO/\\/\\    ' }, 8: holiday, 10: { marks: '/\\/\\/\\/\\OO    ' }, 16: holiday, 17: holiday,
  18: { marks: '  /\\IIIIII    ' }, 23: { marks: '/\\/\\II/\\/\\    ' }, 24: holiday, 27: { marks: '/\\VV/\\/\\/\\    ' }, 31: holiday, 32: holiday, 34: { marks: '/\\/\\L\\/\\/\\    ' }, 39: holiday,
});

export const schools = [
  { id: 's1', name: 'Hollinbank School', phase: 'Special', roll: 132, attendance: 86.1, change: -0.6, persistent: 37.1, tier: 'Targeted', trend: [84, 85, 84.5, 86, 85.6, 86.2, 86.1] },
  { id: 's2', name: 'Oakmere Academy', phase: 'Secondary', roll: 1146, attendance: 90, change: -0.5, persistent: 29.9, tier: 'Intensive', trend: [92, 91.4, 91, 90.7, 89.6, 90.4, 90] },
  { id: 's3', name: 'Tarnbrook High', phase: 'Secondary', roll: 1023, attendance: 90.4, change: -0.9, persistent: 27.7, tier: 'Intensive', trend: [92, 91.8, 91.1, 90.9, 90.5, 90.4, 90.4] },
  { id: 's4', name: 'Fellgate Primary', phase: 'Primary', roll: 398, attendance: 93.6, change: 0.3, persistent: 17.8, tier: 'Universal', trend: [93, 93.1, 93.4, 93, 93.5, 93.6, 93.6] },
];

export const weeks = Array.from({ length: 16 }, (_, index) => addDays('2026-08-31', index * 7));
export const absenceNow = [5, 5.8, 6.2, 6.6, 6.8, 7, 7.2, 7.5, null, 6.4, 6.6, 6.5];
export const absenceThen = [5.2, 6.1, 6.5, 6.9, 7.2, 7.3, 7.6, 8.1, null, 6.9, 7.2, 7.4, 7.5, 7.8, 8.3, 9.4];

export async function search(text: string, signal: AbortSignal): Promise<FindResults> {
  const wait = text.startsWith('slow') ? 3500 : 150;
  await new Promise((done) => setTimeout(done, wait));
  if (signal.aborted || text.startsWith('err')) throw new Error('no answer');
  if (text.startsWith('zz')) return { total: 0, groups: [], searched: 'names, UPNs, addresses, parents and references' };
  return {
    total: 9,
    searched: 'names, UPNs, addresses, parents and references',
    groups: [
      { label: 'Pupils', items: [
        { id: 'p1', href: '/pupils/p1', title: 'Thirkell, Mason', context: 'Year 9, Oakmere Academy', detail: '82.0% · open case · rang today? not yet' },
        { id: 'p2', href: '/pupils/p2', title: 'Thirkell, Josie', context: 'Year 5, Fellgate Primary', detail: 'Sister of Mason · 95.0%' },
        { id: 'p3', href: '/pupils/p3', title: 'Therkel, Anders', context: 'Year 7, Tarnbrook High', detail: 'Sounds like “thirk”' },
      ] },
      { label: 'Adults', items: [{ id: 'a1', href: '/people/a1', title: 'Thirkell, Dawn', context: 'parent of Mason and Josie', detail: 'Safe contact only: open the record before you ring' }] },
    ],
  };
}
