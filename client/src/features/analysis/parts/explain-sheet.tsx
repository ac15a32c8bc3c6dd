import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { searchWith } from '../../../graphql/page-query.ts';
import { formatNumber, formatRate } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import type { ExplanationPartsFragment } from '../figures.generated.ts';
import { explainSentence, explainSpan, explainTitle, explanationText, stepCount } from '../rules/explain-words.ts';
import { codesOf } from './explain-codes.ts';

export interface ExplainSheetProps {
  readonly explanation: ExplanationPartsFragment;
  /** "at Oakmere Academy", "in Wexmoor". */
  readonly place: string;
  /** Where the list behind a measure is; nothing for people who see figures only. */
  readonly rows?: (measure: string) => string;
}

type Definition = ExplanationPartsFragment['definitions'][number];

const DEFINITIONS: DataColumn<Definition>[] = [
  { key: 'name', heading: 'Whose definition', cell: (row) => (row.ours ? <strong>{row.name}</strong> : row.name) },
  { key: 'rate', heading: 'Rate', numeric: true, cell: (row) => (row.ours ? <strong>{formatRate(row.part, row.whole)}</strong> : formatRate(row.part, row.whole)) },
  { key: 'counts', heading: 'Counts', numeric: true, cell: (row) => `${formatNumber(row.part)} of ${formatNumber(row.whole)}` },
  { key: 'why', heading: 'Why it differs', wide: true, cell: (row) => row.why },
];

/** One figure, opened: how it comes about, how else it could be counted, and the way to its rows. */
export function ExplainSheet({ explanation, place, rows }: ExplainSheetProps) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const close = (): void => void navigate(searchWith(search, { explain: null, page: search.get('page') }), { replace: true, preventScrollReset: true });
  const { measure, part, steps, definitions } = explanation;
  const isOfPupils = measure === 'PERSISTENT' || measure === 'SEVERE';
  return (
    <Sheet over="Explain this number" title={explainTitle(explanation, place)} onClose={close}>
      <div className="app-stack app-stack--wide">
        <p><strong>{explainSentence(explanation)}</strong>, {explainSpan(explanation)}.</p>
        <section className="app-stack app-stack--tight">
          <h3>How we get there</h3>
          <ol className="app-steps">
            {steps.map((step) => (
              <li key={step.words} className={step.kind === 'TOTAL' ? 'is-total' : undefined}>
                <span className="app-steps__count">{stepCount(step.kind, step.count)}</span>
                <span>{step.opens && rows && step.count > 0 ? <Link href={rows(step.opens)}>{step.words}</Link> : step.words}</span>
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
          {rows && <Button href={rows(measure === 'ATTENDANCE' ? 'COUNTED' : measure)}>{isOfPupils ? `See the ${formatNumber(part)} pupils` : 'See the pupils'}</Button>}
          <CopyButton text={() => explanationText(explanation, place, window.location.href)} />
        </div>
      </div>
    </Sheet>
  );
}

function CopyButton({ text }: { text: () => string }) {
  const [said, setSaid] = useState('');
  const copy = (): void => void navigator.clipboard.writeText(text()).then(() => setSaid('Copied. Paste it into an email or a note.'), () => setSaid('The browser did not allow copying.'));
  return <><Button variant="secondary" onClick={copy}>Copy this explanation</Button><span role="status" className="app-small">{said}</span></>;
}
