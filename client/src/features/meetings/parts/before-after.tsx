import { IMPACT_CLASS_WORDS } from '@attendance/shared/meetings';
import { addDays, formatRate } from '../../../lib/format.ts';
import { Sparkline } from '../../../ui/charts/sparkline.tsx';
import { Tag, type TagColour } from '../../../ui/tag.tsx';
import type { BeforeAfterFieldsFragment } from './before-after.generated.ts';

const COLOURS: Readonly<Record<BeforeAfterFieldsFragment['impact'], TagColour>> = { IMPROVED: 'green', STABLE: 'grey', WORSE: 'magenta', INSUFFICIENT: 'grey' };

/** How attendance changed, in words with a colour. */
export function ImpactTag({ impact }: Pick<BeforeAfterFieldsFragment, 'impact'>) {
  return <Tag colour={COLOURS[impact]}>{IMPACT_CLASS_WORDS[impact]}</Tag>;
}

const percentOf = ({ attended, possible }: { readonly attended: number; readonly possible: number }): string => formatRate(attended, possible, 'none');

/** A pupil's attendance before an action and from it: the weeks with the day it began marked, both rates and what they are of. Read out as one sentence. */
export function BeforeAfter({ effect }: { readonly effect: BeforeAfterFieldsFragment }) {
  const { before, after, points, anchorOn, impact, words, days, isLeaver } = effect;
  const at = points.findIndex(({ weekStart }) => addDays(weekStart, 6) >= anchorOn);
  return (
    <div className="app-before-after">
      <span className="govuk-visually-hidden">{words}</span>
      <div aria-hidden="true">
        <span className="app-before-after__figures">
          <Sparkline values={points.map(({ attended, possible }) => (possible === 0 ? null : (attended * 100) / possible))} {...(at >= 0 ? { markAt: at } : {})} width={110} height={28} />
          <strong>{percentOf(before)} to {percentOf(after)}</strong>
          <ImpactTag impact={impact} />
        </span>
        <span className="app-line">{before.attended} of {before.possible} sessions before, {after.attended} of {after.possible} in the {days} {days === 1 ? 'day' : 'days'} from it{isLeaver ? '; left since' : ''}</span>
      </div>
    </div>
  );
}
