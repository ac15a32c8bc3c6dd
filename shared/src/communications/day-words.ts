import { dayOfIso, partsOfDay, weekday } from '../kernel/index.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A day as a letter writes it: "Wednesday 2 December 2026". Throws RangeError when the text is not a real date. */
export function dayInWords(isoDay: string): string {
  const day = dayOfIso(isoDay);
  const { year, month, dayOfMonth } = partsOfDay(day);
  return `${DAYS[weekday(day)]} ${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}

/** A time as GOV.UK writes it: "14:30" is "2:30pm", "09:00" is "9am". */
export function timeInWords(hoursAndMinutes: string): string {
  const [hours = 0, minutes = 0] = hoursAndMinutes.split(':').map(Number);
  if (minutes === 0 && hours === 12) return 'midday';
  if (minutes === 0 && hours === 0) return 'midnight';
  return `${((hours + 11) % 12) + 1}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}${hours < 12 ? 'am' : 'pm'}`;
}
