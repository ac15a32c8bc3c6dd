import { useSearchParams } from 'react-router';
import { daysBetween } from '@attendance/shared/kernel';
import { livesIn, REFERRAL_STATE_WORDS, REFERRAL_STATES, SUPPORT_SERVICES, type ReferralState, type SupportService } from '@attendance/shared/meetings';
import { asker, chip, may, numberIn, pageLoader, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { formatDate, plural } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Filters } from '../../../ui/filters.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useMe } from '../../identity/index.ts';
import { STATE_COLOURS } from '../parts/referral-state.ts';
import { ReferralsPageDocument, type ReferralsPageQuery } from './referrals.generated.ts';

type Row = ReferralsPageQuery['referralDrafts']['items'][number];
const MOST = 2_147_483_647;

function askedIn(search: URLSearchParams) {
  return { schoolId: numberIn(search, 'school', 0, MOST) || null, service: search.get('service') || null, state: REFERRAL_STATES.find((each) => each === search.get('state')) ?? null, mine: search.get('mine') === 'yes' ? true : null };
}
const pageIn = (search: URLSearchParams) => ({ page: numberIn(search, 'page', 1, 1000), take: numberIn(search, 'take', 25, 100) });
export const loader = pageLoader(ReferralsPageDocument, (_, search) => ({ filter: askedIn(search), ...pageIn(search), schools: may('school:read') && asker().schools.length !== 1 }));

const nameOf = (service: string): string => SUPPORT_SERVICES[service as SupportService] ?? service;
const ageWords = (madeOn: string, today: string): string => (madeOn === today ? 'Made today' : `${plural(daysBetween(madeOn, today), 'day')} old`);

const columnsOf = (today: string): DataColumn<Row>[] => [
  { key: 'service', heading: 'Service', cell: ({ id, service, pupilId, pupilName, homeLa }) => <><Link href={`/meetings/referrals/${id}`}>{nameOf(service)}<span className="govuk-visually-hidden">{pupilName === null ? '' : ` for ${pupilName}`}</span></Link><span className="app-line">{pupilId === null ? 'About the school' : <Link href={`/pupils/${pupilId}`}>{pupilName}</Link>}</span>{homeLa !== null && <span className="app-line">{livesIn(homeLa)}</span>}</> },
  { key: 'reason', heading: 'Why, and what for', cell: ({ reason, outcome }) => <><span className="app-break">{reason}</span>{outcome !== '' && <span className="app-line app-break">{outcome}</span>}</> },
  { key: 'state', heading: 'State', cell: ({ state, gaps }) => <><Tag colour={STATE_COLOURS[state]}>{REFERRAL_STATE_WORDS[state]}</Tag>{gaps.length > 0 && <span className="app-line">{plural(gaps.length, 'thing')} missing</span>}</> },
  { key: 'age', heading: 'Age', nowrap: true, cell: ({ madeOn }) => ageWords(madeOn, today) },
  { key: 'school', heading: 'School', cell: ({ schoolId, school }) => <Link href={`/schools/${schoolId}`}>{school}</Link> },
  { key: 'meeting', heading: 'Meeting', nowrap: true, cell: ({ meetingId, meetingOn }) => (meetingId === null || meetingOn === null ? <span className="app-muted">A meeting</span> : <Link href={`/meetings/${meetingId}/record`}>{formatDate(meetingOn)}</Link>) },
];

/** Services asked for in meetings, as drafts of referrals within reach, oldest first. */
export function Component() {
  const { data: { referralDrafts: drafts, allSchools } } = usePageData(ReferralsPageDocument);
  const { authority, today, me, can } = useMe();
  const [search] = useSearchParams();
  const [{ schoolId, service, state, mine }, { page, take }] = [askedIn(search), pageIn(search)];
  const title = `${drafts.total === 0 ? 'No referral draft' : plural(drafts.total, 'referral draft')}${drafts.waiting > 0 ? `, ${drafts.waiting} not approved by the school` : ''}`;
  const chips = [
    ...(schoolId === null ? [] : [chip(search, 'school', allSchools?.find(({ id }) => id === String(schoolId))?.name ?? 'One school')]), ...(service === null ? [] : [chip(search, 'service', nameOf(service))]),
    ...(state === null ? [] : [chip(search, 'state', REFERRAL_STATE_WORDS[state])]), ...(mine ? [chip(search, 'mine', 'My schools')] : []),
  ];
  return (
    <Page windowTitle="Referral drafts" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings', href: '/meetings' }, { text: 'Referral drafts' }]}>
      <PageTitle title={title} lede="Services that meetings asked for. Nothing is sent from here: the casework module will take these drafts over. Until then, ask for an urgent service in the usual way." />
      <Panel title="Oldest first" flush>
        <Filters search={search} chips={chips} kept={['take']} label="Choose which drafts" clearHref="?">
          {allSchools && <Select id="school" name="school" label="School" items={[{ text: 'All schools', value: '' }, ...allSchools.map(({ id, name }) => ({ text: name, value: id }))]} defaultValue={schoolId === null ? '' : String(schoolId)} />}
          <Select id="service" name="service" label="Service" items={[{ text: 'All services', value: '' }, ...Object.entries(SUPPORT_SERVICES).map(([value, text]) => ({ text, value }))]} defaultValue={service ?? ''} />
          <Select id="state" name="state" label="State" items={[{ text: 'All but withdrawn', value: '' }, ...REFERRAL_STATES.map((value: ReferralState) => ({ text: REFERRAL_STATE_WORDS[value], value }))]} defaultValue={state ?? ''} />
          {me.schools.length === 0 && can('meeting:record') && <Select id="mine" name="mine" label="Whose" items={[{ text: 'Every school', value: '' }, { text: 'My schools', value: 'yes' }]} defaultValue={mine ? 'yes' : ''} />}
        </Filters>
        <DataTable
          caption={title} captionIsHidden rows={drafts.items} rowKey={({ id }) => id} columns={columnsOf(today)}
          empty={<p>{drafts.total > 0 ? <>This page is past the end of the list. <Link href={searchWith(search, { page: null })}>Back to the first page</Link></> : 'No draft here. Each service a meeting asks for becomes one when its record is issued.'}</p>}
        />
        {drafts.total > 0 && <Pager page={page} take={take} total={drafts.total} hrefFor={(to, size) => searchWith(search, { page: to === 1 ? null : to, take: size === 25 ? null : size })} label="Pages of referral drafts" />}
      </Panel>
    </Page>
  );
}
