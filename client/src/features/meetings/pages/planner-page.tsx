import { useSearchParams } from 'react-router';
import { daysBetween, ruleValue } from '@attendance/shared/kernel';
import { ESTABLISHMENT_KIND_WORDS, MEETING_TIER_WORDS, STANDING_WORDS, type MeetingTier } from '@attendance/shared/meetings';
import { numberIn, oneOf, pageLoader, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { chip, DownloadPanel, Filters, PHASE_ITEMS, phaseLabel } from '../../analysis/index.ts';
import { useMe } from '../../identity/index.ts';
import { CoveragePanel, CoverageTable } from '../parts/coverage-panel.tsx';
import { LEGEND } from '../parts/meeting-words.tsx';
import { PlannerGrid } from '../parts/planner-grid.tsx';
import { COVERAGE_BY, TIERS_WORST_FIRST, type CoverageBy, type Standing } from '../parts/planner-words.ts';
import { PlannerPageDocument, type PlannerPageQuery } from './planner-page.generated.ts';

const chosen = <T extends string>(search: URLSearchParams, key: string, allowed: readonly T[]): T | null => { const asked = oneOf<T | ''>(search, key, ['', ...allowed], ''); return asked === '' ? null : asked; };
const standingIn = (search: URLSearchParams): Standing | null => chosen(search, 'standing', Object.keys(STANDING_WORDS) as Standing[]);
const tierIn = (search: URLSearchParams): MeetingTier | null => chosen(search, 'tier', TIERS_WORST_FIRST);
const byIn = (search: URLSearchParams): CoverageBy => oneOf(search, 'by', Object.keys(COVERAGE_BY) as CoverageBy[], 'PHASE');
const officerIn = (search: URLSearchParams): number | null => { const asked = search.get('officer'); return asked !== null && /^\d{1,9}$/.test(asked) ? Number(asked) : null; };
const pageIn = (search: URLSearchParams) => ({ page: numberIn(search, 'page', 1, 1000), take: numberIn(search, 'take', 50, 100) });

export const loader = pageLoader(PlannerPageDocument, (_, search) => ({
  filter: { term: search.get('term'), mine: search.get('mine') === 'yes', officerId: officerIn(search), phase: search.get('phase'), kind: search.get('kind'), tier: tierIn(search), standing: standingIn(search), by: byIn(search) }, ...pageIn(search),
}));

type Planner = PlannerPageQuery['meetingPlanner'];

/** Whose schools are listed, and how many of them. */
function whoseWords({ officers, totals, total }: Planner, officer: number | null, isMine: boolean, me: string): string {
  const name = officer === 0 ? 'Schools without an officer' : officer !== null ? `${officers.find(({ id }) => id === officer)?.name ?? 'This officer'}’s schools` : isMine ? `${me}’s schools` : 'All schools';
  return `${name}: ${total} of ${totals.schools + totals.leftOut} shown`;
}

/** "5 weeks left", counted to the last day of the term. */
function weeksLeft({ term }: Planner, today: string): string {
  if (today < term.startsOn) return 'It has not begun.';
  return today > term.endsOn ? 'It is over.' : `${plural(Math.ceil((daysBetween(today, term.endsOn) + 1) / 7), 'week')} left.`;
}

/** The term: a meeting for every school, who is covered, and who needs what next. */
export function Component() {
  const { data: { meetingPlanner: planner } } = usePageData(PlannerPageDocument);
  const { authority, today, me, can } = useMe();
  const [search] = useSearchParams();
  const { page, take } = pageIn(search);
  const [isMine, phase, kind, tier, standing, officer] = [search.get('mine') === 'yes', search.get('phase'), search.get('kind'), tierIn(search), standingIn(search), officerIn(search)];
  const chips = [
    ...(standing ? [chip(search, 'standing', STANDING_WORDS[standing])] : []), ...(tier ? [chip(search, 'tier', `Tier: ${MEETING_TIER_WORDS[tier]}`)] : []), ...(phase ? [chip(search, 'phase', `Phase: ${phaseLabel(phase)}`)] : []),
    ...(kind ? [chip(search, 'kind', ESTABLISHMENT_KIND_WORDS[kind] ?? kind)] : []), ...(officer !== null ? [chip(search, 'officer', officer === 0 ? 'Without an officer' : (planner.officers.find(({ id }) => id === officer)?.name ?? 'An officer'))] : []), ...(isMine ? [chip(search, 'mine', 'My schools')] : []),
  ];
  const hrefFor = (changes: Readonly<Record<string, string | null>>) => searchWith(search, changes);
  return (
    <Page windowTitle="Term planner" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings' }]}>
      <PageTitle
        title={`Term planner: ${planner.term.label.toLowerCase()}`} lede={`A targeting support meeting for every school, every term. ${weeksLeft(planner, today)}`}
        actions={can('meeting:record') ? <><Button variant="secondary" href="/meetings/new">Plan one meeting</Button><Button href={officer && can('meeting:approve') ? `/meetings/slots?officer=${officer}` : '/meetings/slots'}>Plan the next {ruleValue('slots.ahead.weeks', today)} weeks</Button></> : undefined}
      />
      <nav aria-label="More about meetings" className="app-no-print"><ul className="app-inline-list">
        {can('meeting:read') && <li><Link href={`/meetings/effect?term=${planner.term.key}`}>What followed actions</Link></li>}
        {can('meeting:read-summary') && <li><Link href={`/meetings/report?term=${planner.term.key}`}>Report of the term</Link></li>}
        <li><Link href={isMine ? '/meetings/referrals?mine=yes' : '/meetings/referrals'}>Referral drafts</Link></li>
        {can('meeting:record') && <li><Link href={officer === null ? '/meetings/hand-on' : `/meetings/hand-on?officer=${officer}`}>Hand on an officer’s work</Link></li>}
      </ul></nav>
      <CoveragePanel planner={planner} hrefFor={hrefFor} />
      <Panel
        title={whoseWords(planner, officer, isMine, me.name)} flush
        aside={<span className="app-no-print"><QuietButton small onClick={() => window.print()}>Print</QuietButton></span>}
        foot={<>{planner.totals.leftOut > 0 && <><Link href={searchWith(search, { standing: 'LEFT_OUT' })}>{plural(planner.totals.leftOut, 'school')} left out of the count, and why</Link>. </>}Weeks with fewer than five school days are proposed last. <Link href="/meetings/tiers">How tiers are worked out</Link></>}
      >
        <Filters search={search} chips={chips} kept={['take', 'by']} label="Choose which schools" clearHref="?">
          <Select id="officer" name="officer" label="Officer" items={[{ text: 'Everybody', value: '' }, ...planner.officers.map(({ id, name, schools }) => ({ text: `${name} (${schools})`, value: String(id) })), { text: 'Without an officer', value: '0' }]} defaultValue={officer === null ? '' : String(officer)} />
          <Select id="tier" name="tier" label="Tier" items={[{ text: 'All tiers', value: '' }, ...TIERS_WORST_FIRST.map((value) => ({ text: MEETING_TIER_WORDS[value], value }))]} defaultValue={tier ?? ''} />
          <Select id="phase" name="phase" label="Phase" items={PHASE_ITEMS} defaultValue={phase ?? ''} />
          <Select id="kind" name="kind" label="Kind" items={[{ text: 'All kinds', value: '' }, ...Object.entries(ESTABLISHMENT_KIND_WORDS).map(([value, text]) => ({ text, value }))]} defaultValue={kind ?? ''} />
          <Select id="standing" name="standing" label="Where they stand" items={[{ text: 'Everywhere', value: '' }, ...Object.entries(STANDING_WORDS).map(([value, text]) => ({ text, value }))]} defaultValue={standing ?? ''} />
          <Select id="term" name="term" label="Term" items={planner.terms.map(({ key, label }) => ({ text: label, value: key }))} defaultValue={planner.term.key} />
        </Filters>
        <p className="app-plan__legend" aria-label="What the signs say">{LEGEND.map(([sign, name, words]) => <span key={name}><span className={`app-meet app-meet--${name}`} aria-hidden="true">{sign}</span> {words}</span>)}</p>
        {planner.items.length > 0 ? <PlannerGrid planner={planner} today={today} mayPlan={can('meeting:record')} />
          : <div className="app-table__empty app-state"><p>{planner.total > 0 ? <>This page is past the end of the list. <Link href={searchWith(search, { page: null })}>Back to the first page</Link></> : 'No school stands here.'}</p></div>}
        {planner.total > 0 && <Pager page={page} take={take} total={planner.total} hrefFor={(to, size) => searchWith(search, { page: to === 1 ? null : to, take: size === 50 ? null : size })} label="Pages of schools" />}
      </Panel>
      <CoverageTable planner={planner} by={byIn(search)} hrefFor={hrefFor} />
      <DownloadPanel key={search.toString()} order={{ term: planner.term.key, mine: isMine, officerId: officer, phase, kind, tier, standing }} address="/files/planner" title={`Save ${plural(planner.total, 'school')} as a file`} namesPupils={false} />
    </Page>
  );
}
