import { useNavigate, useSearchParams } from 'react-router';
import type { ListKind } from '@attendance/shared/attendance';
import { searchWith } from '../../../graphql/page-query.ts';
import type { FigureInput } from '../../../graphql/schema.generated.ts';
import { late } from '../../../lib/late.tsx';
import { Button } from '../../../ui/button.tsx';
import { useShortcuts } from '../../../ui/use-shortcuts.ts';
import { useMe } from '../../identity/index.ts';

export interface ExplainRowsProps {
  /** The filter of the rows on the page, as the server takes it. */
  readonly figure: FigureInput;
  /** The heading of the rows: the figure itself. */
  readonly title: string;
  /** The list of work it is of. */
  readonly list: ListKind | null;
}

const Shown = late<ExplainRowsProps>(async () => (await import('./explain-rows-sheet.tsx')).ExplainRowsSheet);

/** Opens the explanation of the figure whose rows a page shows; `e` does the same. */
export function ExplainLink() {
  const { can } = useMe();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const opens = searchWith(search, { explain: 'yes', page: search.get('page') });
  useShortcuts({ e: () => void navigate(opens, { preventScrollReset: true }) }, can('figure:explain'));
  return can('figure:explain') ? <Button variant="secondary" className="app-no-print" href={opens}>Explain this number</Button> : null;
}

/** That explanation beside the rows, where the address asks for it: code and answer come when it is opened. */
export function ExplainRows(props: ExplainRowsProps) {
  const [search] = useSearchParams();
  return search.get('explain') === 'yes' && <Shown {...props} />;
}
