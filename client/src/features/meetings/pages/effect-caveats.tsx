import { IMPACT_CAVEATS } from '@attendance/shared/meetings';
import { Panel } from '../../../ui/panel.tsx';

/** All of them, for pages that ask for rows and no summary. */
export const CAVEATS = Object.entries(IMPACT_CAVEATS).map(([code, words]) => ({ code, words }));

/** What must be read beside every figure of effect: always in view, never folded away. */
export function CaveatsPanel({ caveats }: { readonly caveats: readonly { readonly code: string; readonly words: string }[] }) {
  return (
    <Panel title="Before you conclude anything">
      <ul className="govuk-list govuk-list--bullet app-caveats">{caveats.map(({ code, words }) => <li key={code}>{words}</li>)}</ul>
    </Panel>
  );
}
