import { LineChart } from '../../../ui/charts/line-chart.tsx';
import { StackedBars } from '../../../ui/charts/stacked-bars.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { kindFinding, trendFinding, trendSentence } from '../rules/sentences.ts';
import { holidayBands, MOST_AWAY, weekRates, type WeekCounts } from '../rules/weeks.ts';

interface WeeksProps { readonly weeks: readonly WeekCounts[] }

/** Absence week by week, this year and last. */
export function TrendPanel({ weeks }: WeeksProps) {
  const bands = holidayBands(weeks, MOST_AWAY);
  const rates = weekRates(weeks, bands);
  return (
    <Panel title={trendFinding(rates)} aside="Overall absence, % of possible sessions">
      {rates.length === 0 ? <EmptyState>The line starts with the first week of marks.</EmptyState> : (
        <LineChart
          weeks={rates.map(({ week }) => week)} thisYear={rates.map(({ absent }) => absent)} lastYear={rates.map(({ lastYear }) => lastYear)}
          bands={bands} none="Holiday for most" sentence={trendSentence(rates)} caption="Overall absence by week, % of possible sessions"
        />
      )}
    </Panel>
  );
}

/** Absence week by week, by whether it was authorised. */
export function KindPanel({ weeks, counts }: WeeksProps & { counts: { authorised: number; unauthorised: number } }) {
  const rates = weekRates(weeks);
  return (
    <Panel title={kindFinding(counts)} aside="% of possible sessions, by week">
      {rates.length === 0 ? <EmptyState>The bars start with the first week of marks.</EmptyState> : (
        <StackedBars weeks={rates} bands={holidayBands(weeks)} sentence={`${kindFinding(counts)}. ${trendSentence(rates)}`} caption="Absence by week and kind, % of possible sessions" />
      )}
    </Panel>
  );
}
