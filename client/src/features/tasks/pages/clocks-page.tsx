import { useSearchParams } from 'react-router';
import { CLOCK_STATE_WORDS, CLOCKS_PATH, ClockState, TASK_SIDE_WORDS, WORK_PATH, type TaskSide } from '@attendance/shared/tasks';
import { asker, chip, may, numberIn, pageLoader, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { plural } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Filters } from '../../../ui/filters.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { useMe } from '../../identity/index.ts';
import { ClocksPageDocument, type ClockRowFragment, type ClocksPageQuery } from '../clocks.generated.ts';
import { DueMark } from '../parts/due-mark.tsx';
import { SchoolName } from '../parts/school-name.tsx';
import { clockWords } from '../rules/due-words.ts';

const MOST = 2_147_483_647;
const SIDES = Object.keys(TASK_SIDE_WORDS) as TaskSide[];
const STATES = Object.values(ClockState);
type Officer = ClocksPageQuery['clocks']['officers'][number];
type Team = ClocksPageQuery['clocks']['teams'][number];

function askedIn(search: URLSearchParams) {
  return {
    officerId: search.get('officer') === 'NONE' ? 0 : numberIn(search, 'officer', 0, MOST) || null, teamId: numberIn(search, 'team', 0, MOST) || null, schoolId: numberIn(search, 'school', 0, MOST) || null,
    side: SIDES.find((each) => each === search.get('side')) ?? null, state: STATES.find((each) => each === search.get('state')) ?? null, thisWeek: search.get('week') === 'yes' ? true : null,
  };
}
const pageIn = (search: URLSearchParams) => ({ page: numberIn(search, 'page', 1, 1000), take: numberIn(search, 'take', 25, 100) });

export const loader = pageLoader(ClocksPageDocument, (_, search) => ({ filter: askedIn(search), ...pageIn(search), schools: may('school:read') && asker().schools.length !== 1 }));

/** What a deadline hangs on, where that has a page: a meeting, or what a term asks of a school. */
function What({ clock: { what, source, sourceId, schoolId } }: { clock: ClockRowFragment }) {
  const page = source === 'MEETING' ? `/meetings/${sourceId}` : source === 'TERM' && schoolId !== null && may('meeting:record') ? `/meetings/schools/${schoolId}` : null;
  return page === null ? <>{what}</> : <Link href={page}>{what}</Link>;
}

const COLUMNS: DataColumn<ClockRowFragment>[] = [
  { key: 'what', heading: 'What is owed', cell: (clock) => <><What clock={clock} />{clock.pupilName !== null && <span className="app-line"><Link href={`/pupils/${clock.pupilId}`}>{clock.pupilName}</Link></span>}</> },
  { key: 'due', heading: 'Due', nowrap: true, cell: (clock) => <DueMark words={clockWords(clock)} /> },
  { key: 'state', heading: 'State', cell: ({ state }) => (state === 'BROKEN' ? <strong>{CLOCK_STATE_WORDS[state]}</strong> : CLOCK_STATE_WORDS[state]) },
  { key: 'school', heading: 'School', cell: ({ schoolId, schoolName }) => <SchoolName id={schoolId} name={schoolName} /> },
  { key: 'side', heading: 'Owed by', cell: ({ side }) => TASK_SIDE_WORDS[side] },
  { key: 'officer', heading: 'Officer', cell: ({ officer }) => officer ?? 'Nobody named' },
];

/** Every deadline within reach, worst first, with a line for each officer. */
export function Component() {
  const { data: { clocks, allSchools } } = usePageData(ClocksPageDocument);
  const { authority } = useMe();
  const [search] = useSearchParams();
  const [{ officerId, teamId, schoolId, side, state, thisWeek }, { page, take }] = [askedIn(search), pageIn(search)];
  const { officers, teams } = clocks;
  const broken = officers.filter((each) => officerId === null || (each.officerId ?? 0) === officerId).reduce((sum, each) => sum + each.broken, 0);
  const officerName = (id: number): string => officers.find((each) => each.officerId === id)?.officer ?? 'nobody named';
  const title = broken === 0 ? 'No clock is broken' : `${plural(broken, 'clock')} broken`;
  const chips = [
    ...(teamId === null ? [] : [chip(search, 'team', `Team: ${teams.find((each) => each.teamId === teamId)?.team ?? 'without clocks'}`)]),
    ...(officerId === null ? [] : [chip(search, 'officer', `Officer: ${officerName(officerId)}`)]), ...(schoolId === null ? [] : [chip(search, 'school', allSchools?.find(({ id }) => id === String(schoolId))?.name ?? 'One school')]),
    ...(side === null ? [] : [chip(search, 'side', `Owed by: ${TASK_SIDE_WORDS[side].toLowerCase()}`)]), ...(state === null ? [] : [chip(search, 'state', CLOCK_STATE_WORDS[state])]), ...(thisWeek ? [chip(search, 'week', 'Due this week')] : []),
  ];
  const addressOf = ({ officerId: id }: Officer): string => (id === null ? 'NONE' : String(id));
  const count = (value: number, of: string, to: Readonly<Record<string, string | null>>) => <Figure value={value} to={value === 0 ? undefined : searchWith(search, { state: null, week: null, ...to })} of={of} />;
  const counts = <Row extends { readonly broken: number; readonly dueThisWeek: number; readonly running: number }>(nameOf: (row: Row) => string, whose: (row: Row) => Readonly<Record<string, string | null>>): DataColumn<Row>[] => [
    { key: 'broken', heading: 'Broken', numeric: true, cell: (each) => count(each.broken, `broken: ${nameOf(each)}`, { state: 'BROKEN', ...whose(each) }) },
    { key: 'week', heading: 'Due this week', numeric: true, cell: (each) => count(each.dueThisWeek, `due this week: ${nameOf(each)}`, { week: 'yes', ...whose(each) }) },
    { key: 'running', heading: 'Running', numeric: true, cell: (each) => count(each.running, `running: ${nameOf(each)}`, { state: 'RUNNING', ...whose(each) }) },
  ];
  const ofTeam = ({ teamId: id }: Team) => ({ team: String(id), officer: null });
  return (
    <Page windowTitle="Clocks" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Work', href: WORK_PATH }, { text: 'Clocks' }]}>
      <PageTitle title={title} lede="Deadlines that run, worst first. School days are those of the school’s own calendar; working days leave out bank holidays in England." />
      {teams.length > 1 && (
        <Panel title="By team" flush>
          <DataTable
            caption="Clocks not met yet, by team" rows={teams} rowKey={(each) => String(each.teamId)} cards={false}
            columns={[{ key: 'team', heading: 'Team', cell: (each) => <Link href={searchWith(search, ofTeam(each))}>{each.team}</Link> }, ...counts((each: Team) => each.team, ofTeam)]}
          />
        </Panel>
      )}
      {officers.length > 0 && (
        <Panel title="By officer" flush foot={may('meeting:record') ? <Link href={officerId ? `/meetings/hand-on?officer=${officerId}` : '/meetings/hand-on'}>Hand on an officer’s work</Link> : undefined}>
          <DataTable
            caption="Clocks not met yet, by officer" rows={officers} rowKey={(each) => String(each.officerId ?? 0)} cards={false}
            columns={[{ key: 'officer', heading: 'Officer', cell: (each) => <Link href={searchWith(search, { officer: addressOf(each) })}>{each.officer ?? 'Nobody named'}</Link> }, ...counts((each: Officer) => each.officer ?? 'nobody named', (each) => ({ officer: addressOf(each) }))]}
          />
        </Panel>
      )}
      <Panel title={state === 'MET' ? 'Latest met first' : 'Worst first: most days over, then the next that is due'} flush>
        <Filters search={search} chips={chips} kept={['take', 'week', 'team']} label="Choose which clocks" clearHref={CLOCKS_PATH}>
          <Select id="officer" name="officer" label="Officer" items={[{ text: 'Everyone', value: '' }, ...officers.map((each) => ({ text: each.officer ?? 'Nobody named', value: addressOf(each) }))]} defaultValue={officerId === null ? '' : officerId === 0 ? 'NONE' : String(officerId)} />
          {allSchools && <Select id="school" name="school" label="School" items={[{ text: 'All schools', value: '' }, ...allSchools.map(({ id, name }) => ({ text: name, value: id }))]} defaultValue={schoolId === null ? '' : String(schoolId)} />}
          <Select id="side" name="side" label="Owed by" items={[{ text: 'Everyone', value: '' }, ...SIDES.map((value) => ({ text: TASK_SIDE_WORDS[value], value }))]} defaultValue={side ?? ''} />
          <Select id="state" name="state" label="State" items={[{ text: 'Broken or running', value: '' }, ...STATES.map((value) => ({ text: CLOCK_STATE_WORDS[value], value }))]} defaultValue={state ?? ''} />
        </Filters>
        <DataTable
          caption="Clocks" rows={clocks.items} rowKey={({ id }) => id} columns={COLUMNS}
          empty={<p>{clocks.total > 0 ? <>This page is past the end of the list. <Link href={searchWith(search, { page: null })}>Back to the first page</Link></> : 'No clock here. A deadline starts when something with a day of its own begins: a term, an offer, a booking, a meeting that is held.'}</p>}
        />
        {clocks.total > 0 && <Pager page={page} take={take} total={clocks.total} hrefFor={(to, size) => searchWith(search, { page: to === 1 ? null : to, take: size === 25 ? null : size })} label="Pages of clocks" />}
      </Panel>
    </Page>
  );
}
