import { useEffect, useState } from 'react';
import type { AgendaLine } from '@attendance/shared/meetings';
import { useInBrowser } from '../../../lib/in-browser.ts';

const SECOND = 1000;
const MINUTE = 60;
/** A meeting that began so long ago is over: what is written now is written afterwards. */
const LONGEST_SECONDS = 4 * 60 * MINUTE;

/** Seconds since a meeting was started, by this machine’s clock; null until the browser has taken the page over, for the server drew it by another clock and an earlier second. */
export function useElapsed(startedAt: string | null): number | null {
  const isHere = useInBrowser();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND);
    return () => clearInterval(timer);
  }, []);
  if (!isHere) return null;
  return startedAt === null ? 0 : Math.max(0, Math.floor((now - Date.parse(startedAt)) / SECOND));
}

const clock = (seconds: number): string => `${Math.floor(seconds / MINUTE)}:${String(seconds % MINUTE).padStart(2, '0')}`;

/** How far behind or ahead of the agenda the meeting is at an item, in words. Nothing depends on it. */
export function paceWords(agenda: readonly AgendaLine[], number: number, seconds: number | null): string {
  if (seconds === null) return '';
  const before = agenda.filter((line) => line.number < number).reduce((sum, { minutes }) => sum + minutes, 0);
  const here = agenda.find((line) => line.number === number)?.minutes ?? 0;
  const minutes = Math.floor(seconds / MINUTE);
  if (seconds > LONGEST_SECONDS) return 'Written up afterwards';
  if (minutes > before + here) return `${minutes - before - here} min behind`;
  return minutes < before ? `${before - minutes} min ahead` : 'In time';
}

/** The time since the start beside the time planned: to look at, or to leave alone. */
export function Timer({ startedAt, minutes }: { startedAt: string | null; minutes: number }) {
  const seconds = useElapsed(startedAt);
  if (seconds === null || seconds > LONGEST_SECONDS) return null;
  return <span className="app-timer" aria-hidden="true"><strong>{clock(seconds)}</strong> of {minutes}:00</span>;
}
