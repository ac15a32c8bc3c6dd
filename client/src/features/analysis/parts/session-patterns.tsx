import { findCode, ratePercent } from '@attendance/shared/attendance';
import { formatNumber, formatPercent } from '../../../lib/format.ts';
import { HeatTable } from '../../../ui/charts/heat-table.tsx';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { HIDDEN, HIDDEN_SESSIONS_WHY } from '../rules/hidden.ts';
import type { ListedMeasure, RowsOf } from '../rules/measures.ts';
import { codeFinding, dayRates, isPossible, slotFinding } from '../rules/patterns.ts';
import type { PatternsFragment } from './patterns.generated.ts';

interface PatternsProps { readonly patterns: PatternsFragment; readonly rows: RowsOf }

/** When in the week sessions are missed; each half day opens its sessions. */
export function SessionHeatPanel({ patterns, rows }: PatternsProps) {
  const days = dayRates(patterns.slots);
  return (
    <Panel id="week" title={slotFinding(patterns.slots)} aside="Overall absence, % of possible sessions, year to date">
      {patterns.slots.length === 0 ? <EmptyState>The week is coloured in with the first marks.</EmptyState> : (
        <HeatTable
          caption="Absence by day and half day, % of possible sessions" columns={['Morning', 'Afternoon']} format={(value) => formatPercent(value)}
          rows={days.map(({ day, slots, rates, hidden }) => ({ label: day, values: rates, hidden, hrefs: slots.map((slot) => rows('ABSENT', { slot })) }))}
          note={`Darker is more absence.${rows('ABSENT') === undefined ? '' : ' Each figure opens the sessions missed in that half day.'}${days.some(({ hidden }) => hidden.includes(true)) ? ` ${HIDDEN_SESSIONS_WHY}` : ''}`}
        />
      )}
    </Panel>
  );
}

/** Codes that are the whole of a figure which has a list. */
const LISTS: Readonly<Record<string, ListedMeasure>> = { L: 'LATE_BEFORE', U: 'LATE_AFTER', '-': 'MISSING' };

type CodeRow = PatternsFragment['codes'][number];

/** Which codes the registers hold, and what share of possible sessions each is. */
export function CodesPanel({ patterns, rows }: PatternsProps) {
  const { possible, codes } = patterns;
  const absent = absentIn(patterns);
  const columns: DataColumn<CodeRow>[] = [
    { key: 'code', heading: 'Code', cell: ({ code }) => <strong>{code}</strong> },
    { key: 'meaning', heading: 'What it means', wide: true, cell: ({ code }) => findCode(code)?.label ?? 'Not a national code' },
    { key: 'sessions', heading: 'Sessions', numeric: true, cell: ({ code, sessions }) => (sessions === null ? HIDDEN : <Figure value={formatNumber(sessions)} to={LISTS[code] ? rows(LISTS[code]) : rows('CODED', { code })} of={`sessions with code ${code}`} />) },
    { key: 'share', heading: 'Of possible', numeric: true, cell: ({ code, sessions }) => (isPossible(code) ? shareWords(sessions, possible) : 'Not counted') },
  ];
  const hidden = codes.some(({ sessions }) => sessions === null);
  return (
    <Panel id="codes" title={codeFinding(codes, absent)} aside="By code, year to date" flush foot={hidden ? HIDDEN_SESSIONS_WHY : undefined}>
      <DataTable caption="Sessions by code" columns={columns} rows={codes} rowKey={({ code }) => code} tight empty={<p>Codes appear with the first marks.</p>} />
    </Panel>
  );
}

/** All absence of the half days; null where some of it is hidden. */
function absentIn({ slots }: Pick<PatternsFragment, 'slots'>): number | null {
  return slots.reduce<number | null>((sum, { absent }) => (sum === null || absent === null ? null : sum + absent), 0);
}

/** "0.3%", and "Under 0.1%" for what is there and would be rounded to nothing. */
function shareWords(sessions: number | null, possible: number): string {
  const share = sessions === null ? null : ratePercent(sessions, possible);
  if (share === null) return HIDDEN;
  return share === 0 && sessions !== 0 ? 'Under 0.1%' : formatPercent(share);
}
