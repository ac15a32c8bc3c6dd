import { codeOfMark } from '@attendance/shared/attendance';
import { ruleOn } from '@attendance/shared/kernel';
import { formatDay, formatShortDate, plural } from '../../../lib/format.ts';
import { cx } from '../../../lib/cx.ts';
import { Details } from '../../../ui/details.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { dayName } from '../../../ui/register/marks.ts';
import { MarkCell } from '../../../ui/register/mark-cell.tsx';
import { penaltyHeading, type CountedMark, type PenaltyWindow, type WindowWeek } from './penalty.ts';
import type { RecordView } from './view.ts';

/** The rolling window that a penalty notice is thought about in: the count and its marks, and that support comes first. */
export function PenaltyPanel({ view, window }: { view: RecordView; window: PenaltyWindow }) {
  const { rule, total, unexplained, falls, weeks } = window;
  const source = ruleOn('penalty.sessions', view.on).source;
  return (
    <Panel title={penaltyHeading(window)} aside={`Rolling ${rule.schoolWeeks} school weeks${view.calendar.length > 0 ? ', this school’s calendar' : ''}`}>
      <div className="app-stack">
        {total > 0 && <p>Support comes first. {total >= rule.sessions ? `At ${rule.sessions} the school considers a notice; nothing follows by itself.` : `${rule.sessions} would mean: consider, not issue.`} This is a count only{unexplained > 0 && `, and ${unexplained === total ? 'all' : unexplained} of it may still be given a reason`}.</p>}
        <ol className="app-window">{weeks.map((week, index) => <Week key={week.weekStart} week={week} isNow={index === weeks.length - 1} />)}</ol>
        {falls && <p className="app-small app-muted">If no session is added, the count falls to {falls.to} on {formatDay(falls.on)}.</p>}
        <Details className="app-no-print" summary="How this is counted">
          <p>Sessions marked G, N, O or U count, at every school of the child. The window is the {rule.schoolWeeks} school weeks up to this one, across terms and school years; a week without a session at the school is left out, so a holiday neither counts nor breaks the run. Source: {source}.</p>
        </Details>
      </div>
    </Panel>
  );
}

const markName = ({ slot, mark }: CountedMark): string => `${dayName(Math.floor(slot / 2))} ${slot % 2 === 0 ? 'morning' : 'afternoon'} ${codeOfMark(mark) ?? ''}`;

function Week({ week, isNow }: { week: WindowWeek; isNow: boolean }) {
  const { counted, until } = week;
  return (
    <li className={cx(counted.length > 0 && 'is-on', isNow && 'is-now')}>
      <strong><span className="govuk-visually-hidden">Week of </span>{formatShortDate(week.weekStart)}</strong>
      {counted.length === 0 ? <span>none</span> : (
        <>
          <span className="app-window__marks" aria-hidden="true">{counted.map(({ slot, mark }, index) => <MarkCell key={`${slot}-${index}`} mark={mark} decorative />)}</span>
          <span className="govuk-visually-hidden">: {counted.map(markName).join(', ')}. </span>
          <span>{plural(counted.length, 'counts', 'count')}{until && <> until {formatShortDate(until)}</>}</span>
        </>
      )}
    </li>
  );
}
