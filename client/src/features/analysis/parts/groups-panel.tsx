import type { CohortAxis } from '@attendance/shared/attendance';
import { formatPercent } from '../../../lib/format.ts';
import { BarRows } from '../../../ui/charts/bar-rows.tsx';
import { Column, Columns } from '../../../ui/columns.tsx';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { axisLabel, axesFor, bandFinding, groupsFinding, isBand, lastYearOfGroups, missedOf, missedPercent, persistentPercent, shareOf, type CohortGroup, type GroupFigures } from '../rules/cohorts.ts';
import { HIDDEN, HIDDEN_GROUP_WHY } from '../rules/hidden.ts';
import type { Kept, ListedMeasure, RowsOf } from '../rules/measures.ts';
import type { CohortPartsFragment } from './cohorts.generated.ts';
import { FigureCount, FigureRate, LastYearLine } from './figure-count.tsx';
import { Filters } from './filters.tsx';
import { late } from '../../../lib/late.tsx';

const PublishedCare = late(async () => (await import('./published-care.tsx')).PublishedCare);

export interface GroupsPanelProps {
  readonly split: CohortPartsFragment;
  readonly rows: RowsOf;
  readonly search: URLSearchParams;
  /** Parts of the address the choice leaves as they are. */
  readonly kept: readonly string[];
  readonly mayReadCare: boolean;
  /** False while it is too early in the year to speak of persistent absence. */
  readonly persistentShown: boolean;
  /** Where the same figures are split a second way; nothing for those who may not. */
  readonly crossHref?: string | undefined;
  /** Whose published figures stand beside groups of care; every phase where there is none. */
  readonly phase?: string | null | undefined;
}

/** Figures split by who pupils are today; every count opens exactly its rows. */
export function GroupsPanel({ split, rows, search, kept, mayReadCare, persistentShown, crossHref, phase }: GroupsPanelProps) {
  const { groups, whole } = split;
  const axis: CohortAxis = split.axis;
  const hidden = [whole, ...groups.map(({ figures }) => figures)].some((figures) => Object.values(figures).includes(null));
  const foot = [...(split.lastYearTo === null ? [] : [lastYearOfGroups(axis, split.lastYearTo)]), ...(hidden ? [HIDDEN_GROUP_WHY] : [])];
  return (
    <Panel id="groups" title={isBand(axis) ? bandFinding(groups, whole) : groupsFinding(groups, whole)} aside={`By ${axisLabel(axis).toLowerCase()}, as pupils are today; year to date`} flush foot={foot.length > 0 ? foot.join(' ') : undefined}>
      <Filters search={search} chips={[]} kept={kept} label="Choose how pupils are told apart" clearHref="?">
        <Select id="split" name="split" label="Split pupils by" items={axesFor(mayReadCare).map((value) => ({ text: axisLabel(value), value }))} defaultValue={axis} />
      </Filters>
      {crossHref !== undefined && <p className="app-panel__body"><Link href={crossHref}>Split {axisLabel(axis).toLowerCase()} a second way</Link></p>}
      {groups.length > 0 && (
        <div className="app-panel__body">
          <Columns>
            {isBand(axis)
              ? <Column span={12}><Bars groups={groups} heading="Pupils in each band, %" rateOf={(figures) => shareOf(figures.enrolments, whole.enrolments)} /></Column>
              : <Column span={persistentShown ? 6 : 12}><Bars groups={groups} whole={whole} heading="Sessions missed, %" rateOf={missedPercent} /></Column>}
            {persistentShown && !isBand(axis) && <Column span={6}><Bars groups={groups} whole={whole} heading="Persistently absent, % of pupils" rateOf={persistentPercent} /></Column>}
          </Columns>
        </div>
      )}
      <DataTable caption={`Figures by ${axisLabel(axis).toLowerCase()}`} columns={columnsOf(split, rows, persistentShown)} rows={groups.length > 1 ? [...groups, { value: WHOLE, label: 'All groups', figures: whole, lastYear: split.wholeLastYear }] : groups} rowKey={({ value }) => value} tight empty={<p>Groups appear with the first marks.</p>} />
      {axis === 'CARE' && groups.length > 0 && <PublishedCare groups={groups} phase={phase ?? null} persistentShown={persistentShown} rows={rows} />}
    </Panel>
  );
}

/** The last row of the table: no value of an axis is written so. */
const WHOLE = '';

function columnsOf({ axis, lastYearTo, lastYearRecentFrom }: Pick<CohortPartsFragment, 'axis' | 'lastYearTo' | 'lastYearRecentFrom'>, rows: RowsOf, persistentShown: boolean): DataColumn<CohortGroup>[] {
  const then: Kept = lastYearTo === null ? {} : { to: lastYearTo };
  const thoseWeeks: Kept = lastYearTo === null || lastYearRecentFrom === null ? {} : { from: lastYearRecentFrom, to: lastYearTo };
  const opens = ({ value, label }: CohortGroup, measure: ListedMeasure, what: string, kept: Kept = {}) => ({ to: rows(measure, value === WHOLE ? kept : { axis, value, ...kept }), of: `${what}, ${label}` });
  return [
    { key: 'group', heading: axisLabel(axis), cell: ({ label }) => label },
    { key: 'pupils', heading: 'Pupils', numeric: true, cell: (row) => <FigureCount count={row.figures.enrolments} {...opens(row, 'COUNTED', 'pupils')} /> },
    { key: 'week', heading: 'Latest week', label: 'Missed in the latest week', numeric: true, cell: (row) => <><Rate part={row.figures.weekAbsent} whole={row.figures.weekPossible} {...opens(row, 'ABSENT', 'sessions missed in the latest week', { last: 'week' })} /><Was part={row.lastYear?.weekAbsent} whole={row.lastYear?.weekPossible} {...opens(row, 'ABSENT', 'sessions missed in the same week of last year', lastYearTo === null ? {} : { week: lastYearTo })} /></> },
    { key: 'recent', heading: 'Four weeks', label: 'Missed in the last four weeks', numeric: true, cell: (row) => <><Rate part={row.figures.recentAbsent} whole={row.figures.recentPossible} {...opens(row, 'ABSENT', 'sessions missed in the last four weeks', { last: 'four' })} /><Was part={row.lastYear?.recentAbsent} whole={row.lastYear?.recentPossible} {...opens(row, 'ABSENT', 'sessions missed in the same weeks of last year', thoseWeeks)} /></> },
    { key: 'missed', heading: 'Year to date', label: 'Missed, year to date', numeric: true, cell: (row) => <Rate part={missedOf(row.figures)} whole={row.figures.possible} strong {...opens(row, 'ABSENT', 'sessions missed')} /> },
    ...(lastYearTo === null ? [] : [{
      key: 'lastYear', heading: 'Last year', label: 'Missed, last year to the same week', numeric: true,
      cell: (row: CohortGroup) => row.lastYear && <Rate part={missedOf(row.lastYear)} whole={row.lastYear.possible} {...opens(row, 'ABSENT', 'sessions missed last year to the same week', then)} />,
    }]),
    { key: 'unauthorised', heading: 'Unauthorised', numeric: true, cell: (row) => <Rate part={row.figures.unauthorised} whole={row.figures.possible} {...opens(row, 'UNAUTHORISED', 'unauthorised sessions')} /> },
    ...(persistentShown ? [
      {
        key: 'persistent', heading: 'Persistent', numeric: true,
        cell: (row: CohortGroup) => <><Rate withCount part={row.figures.persistent} whole={row.figures.enrolments} {...opens(row, 'PERSISTENT', 'persistently absent')} />{row.lastYear && <LastYearLine><Rate part={row.lastYear.persistent} whole={row.lastYear.enrolments} {...opens(row, 'PERSISTENT', 'persistently absent by the same week of last year', then)} /></LastYearLine>}</>,
      },
      {
        key: 'severe', heading: 'Severe', numeric: true,
        cell: (row: CohortGroup) => <><FigureCount count={row.figures.severe} {...opens(row, 'SEVERE', 'severely absent')} />{row.lastYear && <LastYearLine><FigureCount count={row.lastYear.severe} {...opens(row, 'SEVERE', 'severely absent by the same week of last year', then)} /></LastYearLine>}</>,
      },
    ] : []),
  ];
}

/** A rate of two counts, either of which may be hidden. */
function Rate({ part, whole, ...more }: { part: number | null; whole: number | null; to: string | undefined; of: string; strong?: boolean; withCount?: boolean }) {
  return <FigureRate count={whole === null ? null : part} whole={whole ?? 0} {...more} />;
}

/** A rate of the same weeks of last year; nothing where none is told, or there was no session. */
function Was({ part, whole, ...more }: { part: number | null | undefined; whole: number | null | undefined; to: string | undefined; of: string }) {
  return typeof part === 'number' && typeof whole === 'number' && whole > 0 ? <LastYearLine><FigureRate count={part} whole={whole} {...more} /></LastYearLine> : null;
}

function Bars({ groups, whole, heading, rateOf }: { groups: readonly CohortGroup[]; whole?: GroupFigures; heading: string; rateOf: (figures: GroupFigures) => number | null }) {
  const all = whole === undefined ? null : rateOf(whole);
  const bars = groups.map(({ label, figures }) => ({ label, value: rateOf(figures) }));
  const said = bars.flatMap(({ label, value }) => (value === null ? [] : [`${label} ${formatPercent(value)}`]));
  return <BarRows heading={heading} rows={bars} whole={all === null ? null : { label: 'All', value: all }} none={HIDDEN} sentence={`${heading}: ${said.join(', ')}${all === null ? '' : `; all ${formatPercent(all)}`}.`} />;
}
