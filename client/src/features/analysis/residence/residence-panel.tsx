import { searchWith } from '../../../graphql/page-query.ts';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { RowsOf } from '../rules/measures.ts';
import type { ResidencePartsFragment } from './residence.generated.ts';
import { residenceFinding, ResidenceTable, totalRows } from './residence-table.tsx';

/** The area's two totals on its page. */
export function ResidencePanel({ residence, rows, phase, persistentShown }: { residence: ResidencePartsFragment; rows: RowsOf; phase: string | null; persistentShown: boolean }) {
  return (
    <Panel id="residence" title={residenceFinding(residence)} aside="Year to date, homes as last recorded" flush foot={<Link href={`/residence${searchWith(new URLSearchParams(), { phase })}`}>What ties the two totals, and whose registers are not held</Link>}>
      <ResidenceTable caption="Figures by school and by residence" heading="Total" rows={totalRows(residence)} opens={rows} persistentShown={persistentShown} />
    </Panel>
  );
}
