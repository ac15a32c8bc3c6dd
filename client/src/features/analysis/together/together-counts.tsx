import { useQuery } from '../../../graphql/hooks.ts';
import { siblingSessions, siblingsRule, TOGETHER_TITLES, transitionLimits, transitionRule } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import { plural } from '../../../lib/format.ts';
import { Figure } from '../../../ui/figure.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { workListsHref, type WorkFilter, type WorkKept } from '../parts/work-filter.ts';
import { TogetherTotalsDocument, type TogetherCountsFragment } from './together.generated.ts';

/** Where the rows of these lists are, with the same filter. */
export const siblingsHref = (kept: WorkKept = {}): string => workListsHref(kept).replace('/lists', '/lists/siblings-together');
export const transitionHref = (kept: WorkKept = {}): string => workListsHref(kept).replace('/lists', '/lists/year-6-to-7');

export const siblingsRuleOn = (today: string): string => siblingsRule(siblingSessions(today), ruleValue('standing.recent-school-weeks', today));

/** How many rows both lists have: counted across schools and years, so asked for once somebody is at the page. */
export function TogetherPanel({ filter, family, today, kept }: { filter: WorkFilter; family: boolean; today: string; kept: WorkKept }) {
  const { data, error } = useQuery(TogetherTotalsDocument, { variables: { filter, family }, late: true });
  return (
    <Panel title="Children and years side by side" flush>
      {error ? <p role="alert">{error.message}</p> : data === undefined ? <LoadingState lines={2} /> : <TogetherCounts totals={data.togetherTotals} today={today} kept={kept} />}
    </Panel>
  );
}

/** The two lists beside the lists of one pupil's standing; each count opens as many rows. */
export function TogetherCounts({ totals, today, kept = {} }: { totals: TogetherCountsFragment; today: string; kept?: WorkKept }) {
  const { siblings, transition } = totals;
  return (
    <ul className="app-rows">
      {siblings !== null && siblings !== undefined && (
        <li>
          <div className="app-rows__main"><strong>{TOGETHER_TITLES.SIBLINGS}</strong><span className="app-line">{siblingsRuleOn(today)}</span></div>
          <Figure value={plural(siblings, 'family', 'families')} to={siblingsHref(kept)} of={`on the list: ${TOGETHER_TITLES.SIBLINGS}`} />
        </li>
      )}
      <li>
        <div className="app-rows__main"><strong>{TOGETHER_TITLES.TRANSITION}</strong><span className="app-line">{transitionRule(transitionLimits(today))}</span></div>
        <Figure value={plural(transition, 'pupil')} to={transitionHref(kept)} of={`on the list: ${TOGETHER_TITLES.TRANSITION}`} />
      </li>
    </ul>
  );
}
