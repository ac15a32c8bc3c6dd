import { useEffect, useState } from 'react';
import { Link } from '../../../ui/link.tsx';
import { usePapers, type Reader } from './papers-provider.tsx';
import { hasUnsaved } from './papers.ts';

/** How the papers stand: kept and when, being sent, or why not; and who else has them open. */
export function SavedLine({ here }: { here: string }) {
  const { papers, readers, broughtBack, isStale } = usePapers();
  const seconds = useSeconds(papers.keptAt);
  const waits = hasUnsaved(papers);
  return (
    <div className="app-saved app-no-print">
      {/* Said once a change of state, not with every second. */}
      <span role="status" className={papers.problem === null ? 'app-saved__state' : 'app-saved__state app-saved__state--wrong'}>
        {papers.problem !== null ? `Not saved yet: ${papers.problem}` : waits ? 'Saving' : papers.keptAt === null ? 'Everything is kept as you type' : 'Saved'}
      </span>
      {papers.problem === null && !waits && seconds !== null && <span aria-hidden="true" className="app-muted">{seconds < 2 ? 'just now' : seconds < 90 ? `${seconds} s ago` : `${Math.round(seconds / 60)} min ago`}</span>}
      {broughtBack > 0 && <span>{broughtBack === 1 ? 'One box you typed before was' : `${broughtBack} boxes you typed before were`} brought back from this computer.</span>}
      {isStale && <span><strong>The meeting has moved on.</strong> <Link href="" reload>Load it again</Link>: nothing you typed is lost.</span>}
      {readers.length > 0 && <span className="app-saved__readers">{readersWords(readers, here)}</span>}
    </div>
  );
}

/** "D. Hargreave is reading the same page, O. Ness another one." */
export function readersWords(readers: readonly Reader[], here: string): string {
  return `${readers.map(({ name, reading }) => `${name} is reading ${reading === here ? 'the same page' : 'another page'}`).join('; ')}.`;
}

function useSeconds(since: number | null): number | null {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return since === null ? null : Math.max(0, Math.round((now - since) / 1000));
}
