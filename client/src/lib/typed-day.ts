import { parseIsoDay } from '@attendance/shared/kernel';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** A day as people type it, `9/11/2026`, `9 November 2026`, `9 nov 2026` or `2026-11-09`, as ISO. What is no day stays as it was typed, for the server to refuse in words. */
export function typedDay(text: string): string {
  const typed = text.trim();
  const numbers = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(typed);
  const named = /^(\d{1,2})\s+([a-z]{3,9})\s+(\d{4})$/i.exec(typed);
  const month = named ? MONTHS.findIndex((name) => name.startsWith((named[2] ?? '').toLowerCase())) + 1 : Number(numbers?.[2]);
  const found = numbers ?? named;
  const iso = found && month > 0 ? `${found[3]}-${String(month).padStart(2, '0')}-${(found[1] ?? '').padStart(2, '0')}` : typed;
  return parseIsoDay(iso) === null ? typed : iso;
}

/** A day as a field shows it: `9/11/2026`. */
export function dayToType(iso: string | null): string {
  const [year, month, day] = (iso ?? '').split('-').map(Number);
  return year && month && day ? `${day}/${month}/${year}` : '';
}
