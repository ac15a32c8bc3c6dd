import { useState } from 'react';
import type { ExplainedMeasure } from '../../../graphql/schema.generated.ts';
import { Button } from '../../../ui/button.tsx';
import { Link } from '../../../ui/link.tsx';
import { codesOf } from '../rules/explain-codes.ts';
import { stepCount } from '../rules/explain-words.ts';
import type { ExplanationPartsFragment } from './explain-sheet.generated.ts';

type Step = ExplanationPartsFragment['steps'][number];

/** The way from everything recorded to a figure, each line with its rows. */
export function ExplainSteps({ steps, hrefOf }: { steps: readonly Step[]; hrefOf: (step: Step) => string | undefined }) {
  return (
    <section className="app-stack app-stack--tight">
      <h3>How we get there</h3>
      <ol className="app-steps">
        {steps.map((step) => (
          <li key={`${step.kind} ${step.words}`} className={step.kind === 'TOTAL' ? 'is-total' : undefined}>
            <span className="app-steps__count">{stepCount(step.kind, step.count)}</span>
            <StepWords words={step.words} to={hrefOf(step)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepWords({ words, to }: { words: string; to: string | undefined }) {
  return <span>{to ? <Link href={to}>{words}</Link> : words}</span>;
}

/** Which codes a figure counts. */
export function ExplainCodes({ measure }: { measure: ExplainedMeasure }) {
  return (
    <div className="app-columns">
      {codesOf(measure).map((group) => (
        <section key={group.heading} className="app-column app-column--6 app-stack app-stack--tight">
          <h3>{group.heading}</h3>
          <ul className="app-small">{group.lines.map((line) => <li key={line}>{line}</li>)}</ul>
        </section>
      ))}
    </div>
  );
}

/** The explanation as text, for an email or a note. */
export function CopyButton({ text }: { text: () => string }) {
  const [said, setSaid] = useState('');
  const copied = (): void => setSaid('Copied. Paste it into an email or a note.');
  const notAllowed = (): void => setSaid('The browser did not allow copying. Nothing was copied.');
  // Without https a browser has no clipboard to offer.
  const copy = (): void => { if (window.isSecureContext) void navigator.clipboard.writeText(text()).then(copied, notAllowed); else notAllowed(); };
  return <><Button variant="secondary" onClick={copy}>Copy this explanation</Button><span role="status" className="app-small">{said}</span></>;
}
