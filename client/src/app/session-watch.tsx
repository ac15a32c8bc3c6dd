import { useEffect, useState } from 'react';
import { fetchSession } from '../graphql/session.ts';
import { TimeOutStrip } from '../ui/time-out-strip.tsx';

const WARN_MINUTES = 5;
const MINUTE = 60_000;

/** Warns, once, five minutes before the session ends for want of use, and keeps it when asked. `idleMinutes` was said as the page came. */
export function SessionWatch({ idleMinutes }: { idleMinutes: number }) {
  const [isEnding, setEnding] = useState(false);
  const [since, setSince] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const plan = (minutes: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setEnding(true), Math.max(0, minutes - WARN_MINUTES) * MINUTE);
    };
    let idle = idleMinutes;
    plan(idle);
    if (since > 0) void fetchSession().then((session) => { idle = session.idleMinutes; plan(idle); }, () => undefined);
    // Every request of ours is a sign of life to the server as well.
    const observer = new PerformanceObserver((list) => {
      if (list.getEntries().some((entry) => entry.name.endsWith('/graphql'))) { setEnding(false); plan(idle); }
    });
    observer.observe({ type: 'resource' });
    return () => { clearTimeout(timer); observer.disconnect(); };
  }, [since, idleMinutes]);
  if (!isEnding) return null;
  return <TimeOutStrip minutes={WARN_MINUTES} onStay={() => { setEnding(false); setSince((n) => n + 1); }}>Nothing you typed is lost.</TimeOutStrip>;
}
