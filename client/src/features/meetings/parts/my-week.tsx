import { weekStates, type WeekState } from '@attendance/shared/meetings';
import { formatDay } from '../../../lib/format.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { MyMeetingFieldsFragment as Meeting } from '../pages/own-page.generated.ts';

const by = (day: string | null, words: string, late: string, isLate: boolean): string => (day === null ? words : isLate ? `${words}: ${late} ${formatDay(day)}` : `${words} by ${formatDay(day)}`);

/** How one part of a meeting stands, in words. */
export function stateWords({ kind, onDay, of, isLate }: WeekState, schools: number): string {
  const some = of === null ? '' : ` (${of} of ${schools} in)`;
  switch (kind) {
    case 'ANSWER': return isLate ? 'Offered, never answered' : 'Offered, not answered yet';
    case 'SAY_WHETHER_HELD': return 'Say whether it was held';
    case 'PREPARED': return 'Preparation is in';
    case 'PREPARATION': return `${by(onDay, isLate ? 'Preparation is not in' : 'Preparation', 'was due', isLate)}${some}`;
    case 'PACK_READY': return 'Pack is ready';
    case 'PACK': return `${by(onDay, isLate ? 'Pack is not made' : 'Pack', 'was due', isLate)}${some}`;
    case 'RECORD': return by(onDay, isLate ? 'Record is owed' : 'Record', 'was due', isLate);
    case 'RECORD_ISSUED': return 'Record is issued';
  }
}

/** What an officer holds this week, each with how it stands, and what is owed from before. */
export function MyWeekPanel({ meetings, today }: { meetings: readonly Meeting[]; today: string }) {
  const rows = meetings.map((meeting) => ({ meeting, states: weekStates({ ...meeting, schools: meeting.schools.length }, today) }));
  const late = rows.filter(({ states }) => states.some(({ isLate }) => isLate)).length;
  return (
    <Panel title="My meetings this week" count={meetings.length} aside={late === 0 ? undefined : `${late} with something late`} flush={meetings.length > 0} foot={<Link href="/meetings?mine=yes">Term planner of my schools</Link>}>
      {meetings.length === 0 ? <EmptyState>You hold no meeting this week, and owe no record.</EmptyState> : (
        <ul className="app-rows">
          {rows.map(({ meeting: { id, onDay, atTime, schools }, states }) => (
            <li key={id}>
              <div className="app-rows__main">
                <Link href={`/meetings/${id}`}>{schools.join(', ')}</Link>
                <span className="app-line">{onDay === today ? <strong>Today</strong> : formatDay(onDay)}, {atTime}</span>
                {states.map((each) => <span key={each.kind} className={each.isLate ? 'app-line app-late' : 'app-line'}>{each.isLate ? <strong>{stateWords(each, schools.length)}</strong> : stateWords(each, schools.length)}</span>)}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
