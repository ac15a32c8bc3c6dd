import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { searchWith } from '../../../graphql/page-query.ts';
import { formatNumber, formatRate, formatTime, plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { codesOf } from '../rules/explain-codes.ts';
import { explainSentence, explainSpan, explainTitle, explanationText, stepCount, workedOut } from '../rules/explain-words.ts';
import { LIST_EXPLAINED, LISTED_MEASURES, type RowsOf } from '../rules/measures.ts';
import type { ExplanationPartsFragment } from './explain-sheet.generated.ts';

export interface ExplainSheetProps {
  readonly explanation: ExplanationPartsFragment;
  /** "at Oakmere Academy", "in Wexmoor". */
  readonly place: string;
  /** Where the list behind a measure is; nothing for people who see figures only. */
  readonly rows: RowsOf;
  /** The day of the portal. */
  readonly today: string;
}

type Definition = ExplanationPartsFragment['definitions'][number];

const DEFINITIONS: DataColumn<Definition>[] = [
  { key: 'name', heading: 'Whose definition', cell: (row) => (row.ours ? <strong>{row.name}</strong> : row.name) },
  { key: 'rate', heading: 'Rate', numeric: true, cell: (row) => (row.ours ? <strong>{formatRate(row.part, row.whole)}</strong> : formatRate(row.part, row.whole)) },
  { key: 'counts', heading: 'Counts', numeric: true, cell: (row) => `${formatNumber(row.part)} of ${formatNumber(row.whole)}` },
  { key: 'why', heading: 'Why it differs', wide: true, cell: (row) => row.why },
];

/** One figure, opened: how it comes about, how else it could be counted, and the way to its rows. */
export function ExplainSheet({ explanation, place, rows, today }: ExplainSheetProps) {
  const [time] = useState(() => formatTime(new Date()));
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const close = (): void => void navigate(searchWith(search, { explain: null, page: search.get('page') }), { replace: true, preventScrollReset: true });
  const { measure, part, steps, definitions } = explanation;
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
                <StepWords words={step.words} to={hrefOf(step.opens, rows)} />
              </li>
            ))}
          </ol>
        </section>
        {definitions.length > 1 && (
          <section className="app-stack app-stack--tight">
            <h3>The same figure, counted other ways</h3>
            <DataTable caption="The same figure, counted other ways" columns={DEFINITIONS} rows={definitions} rowKey={(row) => row.name} isPinned={(row) => row.ours} inset />
          </section>
        )}
        <div className="app-columns">
          {codesOf(measure).map((group) => (
            <section key={group.heading} className="app-column app-column--6 app-stack app-stack--tight">
              <h3>{group.heading}</h3>
              <ul className="app-small">{group.lines.map((line) => <li key={line}>{line}</li>)}</ul>
            </section>
          ))}
        </div>
        <div className="app-buttons">
          {list && <Button href={list}>{`See the ${plural(part, measure === 'PERSISTENT' || measure === 'SEVERE' ? 'pupil' : 'session')}`}</Button>}
          <CopyButton text={() => explanationText(explanation, { place, when, address: window.location.href })} />
        </div>
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
