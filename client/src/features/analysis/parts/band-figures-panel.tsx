import { question } from '../../../graphql/first-answers.ts';
import { useQuery } from '../../../graphql/hooks.ts';
import { formatNumber } from '../../../lib/format.ts';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { movementFinding } from '../rules/band-moves.ts';
import { HIDDEN } from '../rules/counts.ts';
import { HIDDEN_GROUP_WHY } from '../rules/hidden.ts';
import { BandMovementFiguresDocument } from './band-figures-panel.generated.ts';

const OVER = 'Movement between bands of absence';
const WAYS = [['higher', 'moved to a higher band'], ['same', 'stayed in their band'], ['lower', 'moved to a lower band']] as const;

/** What the panel asks, for a page that comes with its answers. */
export const bandFiguresQuestion = () => question(BandMovementFiguresDocument, {});

/** Who moved between bands of absence, for people who see figures only: of all their schools together, without small counts; asked for once the page is there. */
export function BandFiguresPanel() {
  const { data, error } = useQuery(BandMovementFiguresDocument);
  if (error) return <Panel id="movement" title={OVER}><p role="alert">{error.message}</p></Panel>;
  if (data === undefined) return <Panel id="movement" title={OVER}><LoadingState lines={3} /></Panel>;
  const moved = data.bandMovementFigures;
  const { higher, same, lower } = moved;
  const isHidden = higher === null || same === null || lower === null;
  return (
    <Panel id="movement" title={isHidden ? 'How pupils moved between bands of absence in the last four school weeks' : movementFinding({ higher, same, lower })} aside={OVER}
      foot={`From the five-point band of the year up to the last four school weeks to that of the year so far, of pupils on roll. From which band to which is not told: such counts are small.${isHidden ? ` ${HIDDEN_GROUP_WHY}` : ''}`}>
      <ul className="app-row">
        {WAYS.map(([way, words]) => {
          const count = moved[way];
          return <li key={way}>{count === null ? <abbr title={HIDDEN_GROUP_WHY}>{HIDDEN}<span className="govuk-visually-hidden">, hidden</span></abbr> : <strong>{formatNumber(count)}</strong>} {words}</li>;
        })}
      </ul>
    </Panel>
  );
}
