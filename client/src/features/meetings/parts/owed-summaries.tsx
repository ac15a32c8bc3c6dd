import { summaryWords } from '@attendance/shared/meetings';
import { formatDay } from '../../../lib/format.ts';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Tag } from '../../../ui/tag.tsx';
import type { OwedSummaryFieldsFragment as Owed } from '../pages/term-summary-page.generated.ts';

/** What schools that send no registers owe of the term; nothing for any other school. */
export function OwedSummaries({ summaries }: { summaries: readonly Owed[] }) {
  if (summaries.length === 0) return null;
  return (
    <Panel title="Summary of the term" aside="No register comes from here" flush>
      <ul className="app-rows">
        {summaries.map((summary) => (
          <li key={summary.schoolId}>
            <div className="app-rows__main">
              <Link href={`/meetings/schools/${summary.schoolId}/summary?term=${summary.term.key}`}>{summary.state !== 'ENTERED' && summary.mayEnter ? 'Enter it' : 'Read it'}<span className="govuk-visually-hidden">: summary of the term of {summary.name}</span></Link>
              <span className="app-line">{summaryWords(summary, formatDay)}{summaries.length > 1 ? `, ${summary.name}` : ''}</span>
            </div>
            {summary.state === 'LATE' && <Tag colour="red">Late</Tag>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
