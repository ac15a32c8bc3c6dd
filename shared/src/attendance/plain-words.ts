import { dayOfIso, partsOfDay } from '../kernel/index.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** "19 October"; nothing without a day. */
export const dayAndMonth = (iso: string | null): string => {
  if (iso === null) return '';
  const { month, dayOfMonth } = partsOfDay(dayOfIso(iso));
  return `${dayOfMonth} ${MONTHS[month - 1]}`;
};
/** "1 session", "2 sessions". */
export const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
