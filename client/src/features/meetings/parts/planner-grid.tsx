import { Fragment } from 'react';
import { MEETING_TIER_WORDS, summaryWords } from '@attendance/shared/meetings';
import { cx } from '../../../lib/cx.ts';
import { formatDay, formatDayOfMonth, formatMonth, formatShortDate } from '../../../lib/format.ts';
import { Link } from '../../../ui/link.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { phaseLabel } from '../../analysis/index.ts';
import type { PlannerPageQuery, PlannerRowFieldsFragment as Row } from '../pages/planner-page.generated.ts';
import { MeetingMark, StandingTag } from './meeting-words.tsx';
import { nextWords, TIER_COLOURS, TIER_NOTES, TIERS_WORST_FIRST } from './planner-words.ts';

type Planner = PlannerPageQuery['meetingPlanner'];
type Week = Planner['weeks'][number];
interface GridProps { readonly planner: Planner; readonly today: string; readonly mayPlan: boolean }

const DAY = 86_400_000;
const inWeek = (weekStart: string, day: string): boolean => { const days = (Date.parse(day) - Date.parse(weekStart)) / DAY; return days >= 0 && days < 7; };
const LEFT_OUT = 'Not counted this term';

/** Schools by tier, worst first, and a column a week; on a narrow screen each school is a card with its meetings in words. */
export function PlannerGrid({ planner, today, mayPlan }: GridProps) {
  const { weeks, items, term } = planner;
  const groups = [
    ...TIERS_WORST_FIRST.map((tier) => ({ key: tier as string, head: <><Tag colour={TIER_COLOURS[tier]}>{MEETING_TIER_WORDS[tier]}</Tag> {TIER_NOTES[tier]}</>, rows: items.filter((row) => row.leftOut === null && row.tier.tier === tier) })),
    { key: 'LEFT_OUT', head: <>{LEFT_OUT}</>, rows: items.filter(({ leftOut }) => leftOut !== null) },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <table className="app-table app-table--cards app-table--tight app-plan">
      <caption className="govuk-visually-hidden">Meetings of the {term.label.toLowerCase()} by school and week</caption>
      <thead>
        <tr>
          <th scope="col">School, worst tier first</th>
          {weeks.map((week) => <WeekHead key={week.weekStart} week={week} isNow={inWeek(week.weekStart, today)} />)}
          <th scope="col" className="app-plan__list">Meetings</th>
          <th scope="col">Next step</th>
          <th scope="col">Severe with plan</th>
        </tr>
      </thead>
      {groups.map(({ key, head, rows }) => (
        <tbody key={key}>
          <tr className="is-group"><th scope="rowgroup" colSpan={weeks.length + 4}>{head}</th></tr>
          {rows.map((row) => <SchoolRow key={row.schoolId} row={row} planner={planner} today={today} mayPlan={mayPlan} />)}
        </tbody>
      ))}
    </table>
  );
}

function WeekHead({ week: { weekStart, openDays }, isNow }: { week: Week; isNow: boolean }) {
  return (
    <th scope="col" className={cx('is-off-cards', 'app-plan__week', isNow && 'app-plan__week--now', openDays === 0 && 'app-plan__week--closed')}>
      {openDays === 0 ? <>Half <span className="app-plan__line">term</span><span className="govuk-visually-hidden">, week of {formatShortDate(weekStart)}</span></> : <>{formatDayOfMonth(weekStart)} <span className="app-plan__line">{formatMonth(weekStart)}</span></>}
      {isNow && <span className="govuk-visually-hidden">, this week</span>}
    </th>
  );
}

function SchoolRow({ row, planner: { weeks, overdueFrom, term }, today, mayPlan }: GridProps & { row: Row }) {
  const { schoolId, name, phase, meetings, severe, severeWithPlan, overdue, inGroup, tier, next, summary } = row;
  const words = nextWords(row, today);
  const mayOffer = mayPlan && (next.step === 'OFFER' || next.step === 'OFFER_AGAIN' || next.step === 'CHECK_IN');
  const to = mayOffer ? `/meetings/new?schoolId=${schoolId}${next.step === 'CHECK_IN' ? '&type=CHECK_IN' : ''}` : next.meetingId === null ? undefined : `/meetings/${next.meetingId}`;
  const isOverdueIn = (weekStart: string): boolean => overdue && inWeek(weekStart, overdueFrom);
  const shown = next.isLate ? <strong className="app-late">{words}</strong> : words;
  return (
    <tr>
      <th scope="row">
        <Link href={`/meetings/schools/${schoolId}?term=${term.key}`}>{name}</Link>
        {summary !== null && <span className={cx('app-line', summary.state === 'LATE' && 'app-late')}>{summaryWords(summary, formatDay)}</span>}
        <span className="app-line">{inGroup ? 'In a group' : phaseLabel(phase)}{summary !== null ? ', no registers' : tier.data === 'NO_DATA' ? ', no data' : ''}</span>
      </th>
      {weeks.map(({ weekStart, openDays }) => (
        <td key={weekStart} className={cx('is-off-cards', 'app-plan__week', inWeek(weekStart, today) && 'app-plan__week--now', openDays === 0 && 'app-plan__week--closed')}>
          {meetings.filter(({ onDay }) => inWeek(weekStart, onDay)).map((meeting) => <MeetingMark key={meeting.id} meeting={meeting} of={name} />)}
          {isOverdueIn(weekStart) && <span className="app-meet app-meet--overdue" title="Overdue from this week"><span aria-hidden="true">!</span><span className="govuk-visually-hidden">Overdue from this week: {name}</span></span>}
        </td>
      ))}
      <td className="app-plan__list is-wide" data-label="Meetings">{meetings.map((meeting) => <Fragment key={meeting.id}><MeetingMark meeting={meeting} of={name} inWords /> </Fragment>)}<StandingTag row={row} /></td>
      <td data-label="Next step" className="is-wide">{to === undefined || words === '' ? shown : <Link href={to}>{shown}<span className="govuk-visually-hidden">{mayOffer ? '. Offer or book a meeting with' : ':'} {name}</span></Link>}</td>
      <td data-label="Severe with plan">{summary !== null ? 'No registers' : severe === 0 ? '0' : `${severeWithPlan} of ${severe}`}</td>
    </tr>
  );
}
