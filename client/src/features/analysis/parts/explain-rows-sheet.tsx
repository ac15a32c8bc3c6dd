import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from '../../../graphql/hooks.ts';
import { searchWith } from '../../../graphql/page-query.ts';
import { formatDate, formatTime } from '../../../lib/format.ts';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useMe } from '../../identity/index.ts';
import { codesOf } from '../rules/explain-codes.ts';
import type { GroupKey } from '../rules/explain-groups.ts';
import { codesFor, otherRowsHref, rowsIn, rowsLineHref, rowsSentence, thresholdWords } from '../rules/explain-rows.ts';
import { partsText, textOf, workedOut } from '../rules/explain-words.ts';
import { LISTED_MEASURES } from '../rules/measures.ts';
import { ExplainCoverage } from './explain-coverage.tsx';
import { ExplainDefinitions } from './explain-definitions.tsx';
import type { ExplainRowsProps } from './explain-rows.tsx';
import { ExplainRowsDocument, type RowsExplanationPartsFragment } from './explain-rows-sheet.generated.ts';
import { CopyButton, ExplainCodes, ExplainSteps } from './explain-steps.tsx';

/** The figure whose rows a page shows, opened: asked with the very filter of the rows. */
export function ExplainRowsSheet({ figure, title, list }: ExplainRowsProps) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { data, error } = useQuery(ExplainRowsDocument, { variables: { figure } });
  const close = (): void => void navigate(searchWith(search, { explain: null, page: search.get('page') }), { replace: true, preventScrollReset: true });
  return (
    <Sheet over="Explain this number" title={title} onClose={close}>
      {error ? <p role="alert">{error.message}</p> : data === undefined ? <LoadingState lines={8} /> : <RowsExplained explanation={data.explainRows} title={title} list={list} />}
    </Sheet>
  );
}

/** The same with the answer at hand. */
export function RowsExplained({ explanation, title, list }: Omit<ExplainRowsProps, 'figure'> & { explanation: RowsExplanationPartsFragment }) {
  const { today } = useMe();
  const [time] = useState(() => formatTime(new Date()));
  const [search] = useSearchParams();
  const { measure, plainCount, steps, definitions, noDefinitions, thresholds, coverage, marksTo, marksToSession } = explanation;
  const asOf = marksTo === null ? '' : `, up to ${formatDate(marksTo)}, ${marksToSession === 'AM' ? 'morning' : 'afternoon'}`;
  const when = workedOut(today, time);
  const codes = codesFor(measure);
  const said = measure ?? 'REGISTERED';
  const lineHref = (line: GroupKey): string => rowsLineHref(search, list, line);
  const ownHref = `?${rowsIn(search).toString()}`;
  const opens = (name: string | null): string | undefined => {
    const other = LISTED_MEASURES.find((each) => each === name);
    return other && otherRowsHref(search, other);
  };
  const text = (): string => textOf([
    [title], [`${rowsSentence(explanation, today)}${asOf}.`, when], ...partsText(explanation, said, plainCount), ...(noDefinitions ? [[noDefinitions]] : []), ...(thresholds.length > 0 ? [['What it is tested against', ...thresholds.map(thresholdWords)]] : []),
    ...(codes === null ? [] : codesOf(codes).map(({ heading, lines }) => [heading, ...lines])), [window.location.href],
  ]);
  return (
    <div className="app-stack app-stack--wide">
      <p><strong>{rowsSentence(explanation, today)}</strong>{asOf}. {when}</p>
      <ExplainSteps steps={steps} hrefOf={(step) => (step.group ? lineHref(step.group) : opens(step.opens) ?? (step.kind === 'PART' ? ownHref : undefined))} />
      {thresholds.length > 0 && (
        <section className="app-stack app-stack--tight">
          <h3>What it is tested against</h3>
          <ul className="app-small">{thresholds.map((each) => <li key={each.words}>{thresholdWords(each)}</li>)}</ul>
        </section>
      )}
      {definitions.length > 1 && <ExplainDefinitions measure={said} plainCount={plainCount} definitions={definitions} hrefOf={lineHref} note="Ours counts every enrolment of these rows, so nobody is in one of these figures and not in ours." />}
      {noDefinitions && <section className="app-stack app-stack--tight"><h3>The same figure, counted other ways</h3><p>{noDefinitions}</p></section>}
      {coverage && <ExplainCoverage coverage={coverage} />}
      {codes && <ExplainCodes measure={codes} />}
      <div className="app-buttons"><CopyButton text={text} /></div>
    </div>
  );
}
