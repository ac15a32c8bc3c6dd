import { tooEarlyWords } from '@attendance/shared/attendance';
import { inSentence, ruleValue } from '@attendance/shared/kernel';
import { attendancePercent, DeliveryList, HIDDEN, HIDDEN_WHY, percentWords, phaseLabel, pupilsHref, rateWords, rowsWithin, SchoolReasonsList, WorkCounts, workListHref, workListsHref, WorkRows } from '../../features/analysis/index.ts';
import { formatDay, formatNumber, plural } from '../../lib/format.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Link } from '../../ui/link.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { HomeQuery } from './home-page.generated.ts';

/** The lists of work that hold anybody, each with its rule; each count opens as many rows. */
export function WhoNeedsMe({ lists, mine, today }: { lists: NonNullable<HomeQuery['lists']>; mine: boolean; today: string }) {
  const kept = { mine: mine ? 'yes' as const : null };
  const held = lists.filter(({ total }) => total > 0);
  const early = lists.some(({ tooEarly }) => tooEarly);
  return (
    <Panel lead title="Who needs me" aside="Plain rules, no scores. A pupil may stand on several." flush={held.length > 0} foot={<><Link href={workListsHref(kept)}>All {lists.length} lists and their rules</Link>{early && ` · Persistent and severe absence: ${inSentence(tooEarlyWords(today))}`}</>}>
      {held.length === 0 ? <EmptyState>Nobody is on any list. Whoever a rule holds for would be counted here.</EmptyState> : <WorkCounts lists={held} today={today} kept={kept} />}
    </Panel>
  );
}


/** The pupils furthest from school, most absent first, each with the counts that say so. */
export function FurthestFromSchool({ severe, mine, today, withSchool }: { severe: NonNullable<HomeQuery['severe']>; mine: boolean; today: string; withSchool: boolean }) {
  const kept = { mine: mine ? 'yes' as const : null };
  return (
    <Panel
      title="Furthest from school" count={severe.total} aside="Missed half or more, most absent first" flush={severe.total > 0}
      foot={severe.tooEarly ? undefined : <><Link href={workListHref('SEVERE', kept)}>{severe.total === 1 ? 'The pupil in a list' : `All ${formatNumber(severe.total)} severely absent`}</Link> · <Link href={pupilsHref('PERSISTENT', kept)}>Everyone persistently absent</Link></>}
    >
      {severe.tooEarly ? <EmptyState>{tooEarlyWords(today)}.</EmptyState> : severe.total === 0 ? <EmptyState>Nobody has missed half of their sessions or more. They would be listed here.</EmptyState> : <WorkRows rows={severe.items} today={today} withSchool={withSchool} />}
    </Panel>
  );
}

/** Schools whose marks stop before their last school day. */
export function SilentSchools({ silent, named }: { silent: NonNullable<HomeQuery['freshness']>['silent']; named: boolean }) {
  return (
    <Panel title="Silent schools" count={silent.length} countIsLate={silent.length > 0} flush={silent.length > 0} foot={silent.length > 0 ? <Link href="/schools?silent=yes">In the school table</Link> : undefined}>
      {silent.length === 0 ? <EmptyState>Every school’s marks reach its last school day.</EmptyState> : (
        <ul className="app-rows">
          {silent.map((school) => (
            <li key={school.schoolId}>
              <div className="app-rows__main"><Link href={`/schools/${school.schoolId}`}>{school.name}</Link><span className="app-line">{school.pupils === null ? `${HIDDEN} pupils` : <Figure value={plural(school.pupils, 'pupil')} to={rowsWithin(named, { schoolId: school.schoolId })('COUNTED')} of={`at ${school.name}`} />} unseen</span></div>
              <strong className="app-small">{school.marksTo ? `since ${formatDay(school.marksTo)}` : 'never sent'}</strong>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** Schools named here; the rest are a page further. */
const FIRST_REASONS = 6;

/** Reasons for absence that should have been found by now, school by school, oldest first. */
export function ReasonsOverdue({ reasons, today, mine }: { reasons: NonNullable<HomeQuery['overdueReasons']>; today: string; mine: boolean }) {
  const within = ruleValue('reason-not-established.school-days', today);
  const sessions = reasons.reduce((sum, each) => sum + each.sessions, 0);
  return (
    <Panel
      title="Reasons overdue" count={sessions} countIsLate={sessions > 0} aside={`Code N, over ${within} school days`} flush={sessions > 0}
      foot={sessions > 0 ? <Link href={mine ? '/reasons?mine=yes' : '/reasons'}>{`All ${plural(sessions, 'session')}, ${plural(reasons.length, 'school')}`}</Link> : undefined}
    >
      {sessions === 0 ? <EmptyState>Every absence of the last six weeks has its reason within {within} school days.</EmptyState> : <SchoolReasonsList items={reasons.slice(0, FIRST_REASONS)} named />}
    </Panel>
  );
}

/** The schools with most persistent absence, once the year is old enough to say which. */
export function WorstSchools({ table, title, mine, named, persistentShown, today }: { table: NonNullable<HomeQuery['table']>; title: string; mine: boolean; named: boolean; persistentShown: boolean; today: string }) {
  const hidden = table.items.some(({ figures }) => figures.persistent === null || figures.attended === null);
  return (
    <Panel
      title={title} aside="Highest persistent absence first" flush={table.total > 0 && persistentShown}
      foot={table.total > 0 ? <><Link href={mine ? '/schools?mine=yes' : '/schools'}>{table.total === 1 ? 'The school in a table' : `All ${formatNumber(table.total)} schools`}</Link>{hidden && persistentShown && ` · ${HIDDEN_WHY}`}</> : undefined}
    >
      {!persistentShown ? <EmptyState>{tooEarlyWords(today)}.</EmptyState> : table.total === 0 ? <EmptyState>No school within your reach has sent marks this year.</EmptyState> : (
        <ul className="app-rows">
          {table.items.map(({ schoolId, name, phase, figures }) => {
            const rows = rowsWithin(named, { schoolId });
            const rate = rateWords(figures.persistent, figures.enrolments);
            return (
              <li key={schoolId}>
                <div className="app-rows__main">
                  <Link href={`/schools/${schoolId}`}>{name}</Link>
                  <span className="app-line">{phaseLabel(phase)} · <Figure value={figures.attended === null ? HIDDEN : percentWords(attendancePercent(figures))} to={rows('ATTENDED')} of={`at ${name}`} /> attendance</span>
                </div>
                <span className="app-small app-number">{figures.persistent === null ? HIDDEN : <Figure value={<><strong>{rate}</strong> {plural(figures.persistent, 'pupil')}</>} to={rows('PERSISTENT')} of={`persistently absent at ${name}`} />}</span>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}

/** Files that need somebody, or for a school what it sent last. */
export function Deliveries({ deliveries, attention }: { deliveries: NonNullable<HomeQuery['deliveries']>; attention: boolean }) {
  return (
    <Panel
      title={attention ? 'Files with something to put right' : 'What we sent last'} {...(attention ? { count: deliveries.total } : {})} flush={deliveries.total > 0}
      foot={<Link href={attention ? '/data?attention=yes' : '/data'}>{attention ? 'All that need attention' : 'Everything we sent'}</Link>}
    >
      {deliveries.total === 0
        ? <EmptyState>{attention ? 'No file has refused rows. The next that does will be here.' : 'Nothing has been sent yet. The receipt of each file will be here.'}</EmptyState>
        : <DeliveryList items={attention ? deliveries.items : deliveries.items.map((item) => ({ ...item, school: null }))} />}
    </Panel>
  );
}
