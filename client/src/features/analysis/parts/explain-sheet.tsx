import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { searchWith } from '../../../graphql/page-query.ts';
import { formatTime, plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Link } from '../../../ui/link.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { codesOf } from '../rules/explain-codes.ts';
import { groupHref, type GroupScope } from '../rules/explain-groups.ts';
import { explainSentence, explainSpan, explainTitle, explanationText, stepCount, workedOut } from '../rules/explain-words.ts';
import { EXPLAINED, EXPLAINED_LABELS, LIST_EXPLAINED, LISTED_MEASURES, type RowsOf } from '../rules/measures.ts';
import { ExplainCoverage } from './explain-coverage.tsx';
import { ExplainDefinitions } from './explain-definitions.tsx';
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
        <p><strong>{explainSentence(explanation)}</strong>, {explainSpan(explanation)}. {when}</p>
        <section className="app-stack app-stack--tight">
          <h3>How we get there</h3>
          <ol className="app-steps">
            {steps.map((step) => (
              <li key={step.words} className={step.kind === 'TOTAL' ? 'is-total' : undefined}>
                <span className="app-steps__count">{stepCount(step.kind, step.count)}</span>
                <StepWords words={step.words} to={list === undefined ? undefined : step.group ? groupHref(measure, step.group, scope) : hrefOf(step.opens, rows)} />
              </li>
            ))}
          </ol>
        </section>
        {definitions.length > 1 && <ExplainDefinitions measure={measure} definitions={definitions} scope={scope} named={list !== undefined} />}
        {coverage && <ExplainCoverage coverage={coverage} />}
        <div className="app-columns">
          {codesOf(measure).map((group) => (
            <section key={group.heading} className="app-column app-column--6 app-stack app-stack--tight">
              <h3>{group.heading}</h3>
              <ul className="app-small">{group.lines.map((line) => <li key={line}>{line}</li>)}</ul>
            </section>
          ))}
        </div>
        <div className="app-buttons">
          {list && part !== null && <Button href={list}>{`See the ${plural(part, measure === 'PERSISTENT' || measure === 'SEVERE' || measure === 'PUPILS' ? 'pupil' : 'session')}`}</Button>}
          <CopyButton text={() => explanationText(explanation, { place, when, address: window.location.href })} />
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

function StepWords({ words, to }: { words: string; to: string | undefined }) {
  return <span>{to ? <Link href={to}>{words}</Link> : words}</span>;
}

function CopyButton({ text }: { text: () => string }) {
  const [said, setSaid] = useState('');
  const copied = (): void => setSaid('Copied. Paste it into an email or a note.');
  const notAllowed = (): void => setSaid('The browser did not allow copying. Nothing was copied.');
  // Without https a browser has no clipboard to offer.
  const copy = (): void => { if (window.isSecureContext) void navigator.clipboard.writeText(text()).then(copied, notAllowed); else notAllowed(); };
  return <><Button variant="secondary" onClick={copy}>Copy this explanation</Button><span role="status" className="app-small">{said}</span></>;
}
