/** The only place the server learns what time it is. */
export interface Clock {
  /** Today's date in England, as YYYY-MM-DD. */
  today(): string;
  now(): Date;
}

const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The real clock; with `fixedDay` the date stands still (time of day still moves). */
export function systemClock(fixedDay?: string): Clock {
  return { today: () => fixedDay ?? londonDay.format(new Date()), now: () => new Date() };
}
