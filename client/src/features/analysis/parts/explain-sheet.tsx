import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { searchWith } from '../../../graphql/page-query.ts';
import { formatTime, plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Link } from '../../../ui/link.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { groupHref, type GroupScope } from '../rules/explain-groups.ts';
import { explainSentence, explainSpan, explainTitle, explanationText, workedOut } from '../rules/explain-words.ts';
import { EXPLAINED, EXPLAINED_LABELS, LIST_EXPLAINED, LISTED_MEASURES, type RowsOf } from '../rules/measures.ts';
import { ExplainCoverage } from './explain-coverage.tsx';
import { ExplainDefinitions } from './explain-definitions.tsx';
import { CopyButton, ExplainCodes, ExplainSteps } from './explain-steps.tsx';
import type { ExplanationPartsFragment } from './explain-sheet.generated.ts';

export interface ExplainSheetProps {
  readonly explanation: ExplanationPartsFragment;
  /** "at Oakmere Academy", "in Wexmoor". */
  readonly place: string;
  /** Where the list behind a measure is; nothing for people who see figures only. */
  readonly rows: RowsOf;
  /** The school or phase it is of. */
  readonly scope?: GroupScope;
  /** The day of the portal. */
  readonly today: string;
}

/** One figure, opened: how it comes about, how else it could be counted, and the way to its rows. */
export function ExplainSheet({ explanation, place, rows, scope = {}, today }: ExplainSheetProps) {
  const [time] = useState(() => formatTime(new Date()));
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const close = (): void => void navigate(searchWith(search, { explain: null, page: search.get('page') }), { replace: true, preventScrollReset: true });
  const { measure, part, steps, definitions, coverage } = explanation;
  const when = workedOut(today, time);
  const list = rows(LIST_EXPLAINED[measure]);
  return (
    <Sheet over="Explain this number" title={explainTitle(explanation, place)} onClose={close}>
      <div className="app-stack app-stack--wide">
        <p><strong>{explainSentence(explanation, today)}</strong>, {explainSpan(explanation)}. {when}</p>
        <ExplainSteps steps={steps} hrefOf={(each) => (list === undefined ? undefined : each.group ? groupHref(measure, each.group, scope) : hrefOf(each.opens, rows))} />
        {definitions.length > 1 && (
          <ExplainDefinitions
            measure={measure} plainCount={measure === 'PUPILS'} definitions={definitions} hrefOf={(group) => (list === undefined ? undefined : groupHref(measure, group, scope))}
            note="Ours counts every enrolment with a possible session, so nobody is in one of these figures and not in ours."
          />
        )}
        {coverage && <ExplainCoverage coverage={coverage} />}
        <ExplainCodes measure={measure} />
        <div className="app-buttons">
          {list && part !== null && <Button href={list}>{`See the ${plural(part, measure === 'PERSISTENT' || measure === 'SEVERE' || measure === 'PUPILS' ? 'pupil' : 'session')}`}</Button>}
          <CopyButton text={() => explanationText(explanation, { place, today, when, address: window.location.href })} />
        </div>
        <nav className="app-small app-no-print" aria-label="Explain another figure">
          <h3>Explain another figure {place}</h3>
          <ul className="app-row">
            {EXPLAINED.filter((each) => each !== measure).map((each) => <li key={each}><Link href={searchWith(search, { explain: each, page: search.get('page') })}>{EXPLAINED_LABELS[each]}</Link></li>)}
          </ul>
        </nav>
      </div>
    </Sheet>
  );
}

/** The server names the list a step opens; one this page does not know is left as words. */
function hrefOf(opens: string | null, rows: RowsOf): string | undefined {
  const measure = LISTED_MEASURES.find((each) => each === opens);
  return measure && rows(measure);
}
