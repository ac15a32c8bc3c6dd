import { useMutation } from '../../../graphql/hooks.ts';
import { useState } from 'react';
import { SUPPORT_SERVICES, type SupportService } from '@attendance/shared/meetings';
import { problemOf } from '../../../graphql/save.ts';
import { formatDay } from '../../../lib/format.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { DropMeetingActionDocument, type AgreedActionFragment } from '../pages/hold-page.generated.ts';
import { usePapers } from '../papers/papers-provider.tsx';
import { ActionLine } from './action-line.tsx';
import { useHolding } from './holding.ts';

/** Every action as it stands: what the last sync told, or what the page brought. */
export function useAgreed(): readonly AgreedActionFragment[] {
  const { meeting } = useHolding();
  const { agreed } = usePapers();
  return agreed ?? meeting.agreed;
}

/** Actions agreed about somebody or something, each to be changed where it stands or taken off again while the meeting is held. */
export function AgreedList({ actions, label }: { actions: readonly AgreedActionFragment[]; label: string }) {
  const { meeting } = useHolding();
  const { refresh } = usePapers();
  const [drop, { loading }] = useMutation(DropMeetingActionDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const [changing, setChanging] = useState<string | null>(null);
  const takeOff = async (action: AgreedActionFragment): Promise<void> => {
    try {
      await drop({ variables: { id: meeting.id, actionId: Number(action.id), version: action.version } });
      setProblem(null);
    } catch (error) {
      setProblem(problemOf(error).text);
    }
    refresh();
  };
  if (actions.length === 0) return null;
  return (
    <>
      {problem !== null && <ErrorMessage>{problem}</ErrorMessage>}
      <ul className="app-agreed" aria-label={label}>
        {actions.map((action) => (
          <li key={action.id}>
            <span aria-hidden="true" className="app-agreed__tick">✓</span>
            <span><strong>{action.what}</strong> <span className="app-muted">{action.owner}, {formatDay(action.dueOn)}{action.service !== null && `, asks for ${SUPPORT_SERVICES[action.service as SupportService] ?? action.service}`}{action.carriedFrom !== null && ', carried on'}</span></span>
            {meeting.status === 'HELD' && changing !== action.id && (
              <span className="app-agreed__do">
                <QuietButton small onClick={() => setChanging(action.id)}>Change<span className="govuk-visually-hidden"> {action.what}</span></QuietButton>
                <QuietButton small disabled={loading} onClick={() => void takeOff(action)}>Take off<span className="govuk-visually-hidden"> {action.what}</span></QuietButton>
              </span>
            )}
            {changing === action.id && <div className="app-agreed__form"><ActionLine scope={action.scope} {...(action.pupilId === null ? {} : { pupilId: action.pupilId })} changing={action} onDone={() => setChanging(null)} /></div>}
          </li>
        ))}
      </ul>
    </>
  );
}
