import { Link } from '../../../ui/link.tsx';
import { coverageSentence, silentWords } from '../rules/explain-coverage.ts';
import type { ExplainedCoverageFragment } from './explain-sheet.generated.ts';

/** How much of its scope a figure covers, and the schools it lacks marks from. */
export function ExplainCoverage({ coverage }: { coverage: ExplainedCoverageFragment }) {
  return (
    <section className="app-stack app-stack--tight">
      <h3>How much it covers</h3>
      <p>{coverageSentence(coverage)}</p>
      {coverage.silent.length > 0 && (
        <ul className="app-small">
          {coverage.silent.map((school) => <li key={school.schoolId}><Link href={`/schools/${school.schoolId}`}>{school.name}</Link>: {silentWords(school)}</li>)}
        </ul>
      )}
      {coverage.silent.length > 0 && <p className="app-small">What these schools have sent is in the figure, up to the day it stops.</p>}
    </section>
  );
}
