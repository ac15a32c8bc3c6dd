import { useTouched } from '../../../graphql/hooks.ts';
import { late } from '../../../lib/late.tsx';
import type { Chosen } from '../../../ui/columns-shown.ts';

const Shown = late<{ readonly columns: readonly Chosen[] }>(async () => (await import('../../../ui/choose-columns.tsx')).ChooseColumns);

/** Under a list: the columns that are left out, in words that print, and the choice of them once somebody has touched the page. */
export function ColumnsOfList({ columns, leftOut }: { readonly columns: readonly Chosen[]; readonly leftOut: string | null }) {
  const isTouched = useTouched();
  return (
    <div className="app-panel__body">
      {leftOut !== null && <p className="app-small">{leftOut}</p>}
      {isTouched && <Shown columns={columns} />}
    </div>
  );
}
