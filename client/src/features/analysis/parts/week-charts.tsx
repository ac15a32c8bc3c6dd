import { LineChart } from '../../../ui/charts/line-chart.tsx';
import { StackedBars } from '../../../ui/charts/stacked-bars.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { RowsOf } from '../rules/measures.ts';
import { kindFinding, trendFinding, trendSentence } from '../rules/sentences.ts';
import { holidayBands, MOST_AWAY, roundedWords, weekOfLastYear, weekRates } from '../rules/weeks.ts';
import type { WeekCountsFragment } from './week-charts.generated.ts';

interface WeeksProps { readonly weeks: readonly WeekCountsFragment[]; readonly rows: RowsOf }

/** Absence week by week, this year and last; each figure of the table opens the sessions missed in its week. */
export function TrendPanel({ weeks, rows }: WeeksProps) {
  const bands = holidayBands(weeks, MOST_AWAY);
  const rates = weekRates(weeks, bands);
  return (
    <Panel title={trendFinding(rates)} aside="Overall absence, % of possible sessions" foot={roundedWords(rows)}>
      {rates.length === 0 ? <EmptyState>The line starts with the first week of marks.</EmptyState> : (
        <LineChart
          weeks={rates.map(({ week }) => week)} thisYear={rates.map(({ absent }) => absent)} lastYear={rates.map(({ lastYear }) => lastYear)}
          hrefOf={(week, year) => rows('ABSENT', { week: year === 'thisYear' ? week : weekOfLastYear(week) })}
          bands={bands} none="Holiday for most" sentence={trendSentence(rates)} caption="Overall absence by week, % of possible sessions"
        />
      )}
    </Panel>
  );
}

const KINDS = { authorised: 'AUTHORISED', unauthorised: 'UNAUTHORISED', absent: 'ABSENT' } as const;

/** Absence week by week, by whether it was authorised; each figure of the table opens its sessions. */
export function KindPanel({ weeks, rows, counts }: WeeksProps & { counts: { authorised: number | null; unauthorised: number | null } }) {
  const rates = weekRates(weeks);
  return (
    <Panel title={kindFinding(counts)} aside="% of possible sessions, by week" foot={roundedWords(rows)}>
      {rates.length === 0 ? <EmptyState>The bars start with the first week of marks.</EmptyState> : (
        <StackedBars
          weeks={rates} bands={holidayBands(weeks)} hrefOf={(week, kind) => rows(KINDS[kind], { week })}
          sentence={`${kindFinding(counts)}. ${trendSentence(rates)}`} caption="Absence by week and kind, % of possible sessions"
        />
      )}
    </Panel>
  );
}
