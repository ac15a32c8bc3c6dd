import { searchWith } from '../../../graphql/page-query.ts';
import { plural } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { absentOf, attendancePercent, hidesAny, HIDDEN_WHY, lateOf } from '../rules/counts.ts';
import { rowsWithin, type ListedMeasure } from '../rules/measures.ts';
import { phaseLabel } from '../rules/phases.ts';
import { phaseFinding } from '../rules/sentences.ts';
import { FigureRate } from './figure-count.tsx';
import type { PhaseRowFragment } from './phase-table.generated.ts';
import { whenShown } from './too-early.tsx';

/** The phases side by side; every figure opens the pupils of its phase. */
export function PhasePanel({ phases, search, persistentShown, named, explains = false }: { phases: readonly PhaseRowFragment[]; search: URLSearchParams; persistentShown: boolean; named: boolean; explains?: boolean }) {
  const hidden = phases.some(({ figures }) => hidesAny(figures));
  return (
    <Panel title={phaseFinding(phases)} aside="Year to date" flush foot={hidden ? HIDDEN_WHY : undefined}>
      <DataTable caption="Figures by phase" columns={whenShown(columnsOf(search, named, explains), persistentShown)} rows={phases} rowKey={(row) => row.phase} tight />
    </Panel>
  );
}

function columnsOf(search: URLSearchParams, named: boolean, explains: boolean): DataColumn<PhaseRowFragment>[] {
  const opens = (row: PhaseRowFragment, measure: ListedMeasure, what: string) => ({ to: rowsWithin(named, { phase: row.phase })(measure), of: `${what}, ${phaseLabel(row.phase)}` });
  return [
    { key: 'phase', heading: 'Phase', cell: (row) => <><Link href={searchWith(search, { phase: row.phase, explain: null })}>{phaseLabel(row.phase)}</Link><span className="app-line"><Figure value={plural(row.schools, 'school')} to={`/schools?phase=${row.phase}`} of={`in ${phaseLabel(row.phase)}`} /></span>{explains && <span className="app-line app-no-print"><Link href={searchWith(search, { phase: row.phase, explain: 'PERSISTENT' })}>Explain<span className="govuk-visually-hidden"> the figures of {phaseLabel(row.phase)}</span></Link></span>}</> },
    { key: 'attendance', heading: 'Attended', numeric: true, cell: (row) => <FigureRate strong count={row.figures.attended} whole={row.figures.possible} percent={attendancePercent(row.figures)} {...opens(row, 'ATTENDED', 'sessions attended')} /> },
    { key: 'absence', heading: 'Missed', numeric: true, cell: (row) => <FigureRate count={absentOf(row.figures)} whole={row.figures.possible} {...opens(row, 'ABSENT', 'sessions missed')} /> },
    { key: 'persistent', heading: 'Persistent', numeric: true, cell: (row) => <FigureRate withCount count={row.figures.persistent} whole={row.figures.enrolments} {...opens(row, 'PERSISTENT', 'persistently absent')} /> },
    { key: 'severe', heading: 'Severe', numeric: true, cell: (row) => <FigureRate withCount count={row.figures.severe} whole={row.figures.enrolments} {...opens(row, 'SEVERE', 'severely absent')} /> },
    { key: 'late', heading: 'Late', numeric: true, cell: (row) => <FigureRate count={lateOf(row.figures)} whole={row.figures.possible} {...opens(row, 'LATE', 'late sessions')} /> },
  ];
}
