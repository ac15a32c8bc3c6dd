import { QuietButton } from '../../../ui/quiet-button.tsx';
import type { DraftHandle } from './use-draft.ts';

/** What is to be known of a text that is being typed: that the portal does not have it yet, or that another window has another one. Nothing, nearly always. */
export function DraftNotes({ draft: { problem, other, decide } }: { draft: DraftHandle }) {
  return (
    <>
      {problem !== null && <p role="status" className="app-small">Kept on this computer and not by the portal yet: {problem}</p>}
      {other !== null && (
        <div className="app-both" role="alert">
          <p><strong>In another window you had written something else here.</strong> What stands below is kept now.</p>
          <p className="app-lines">{other}</p>
          <div className="app-buttons"><QuietButton small onClick={() => decide(true)}>Take it instead</QuietButton><QuietButton small onClick={() => decide(false)}>Put it away</QuietButton></div>
        </div>
      )}
    </>
  );
}
