import { useSearchParams } from 'react-router';
import { coverageSentence, residenceIdentities } from '@attendance/shared/attendance';
import { may, numberIn, oneOf, pageLoader, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { formatDate, formatNumber, plural } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { useMe } from '../../identity/index.ts';
import { chip, Filters, PHASE_ITEMS } from '../parts/filters.tsx';
import { pageHref } from '../rules/list-params.ts';
import { rowsWithin } from '../rules/measures.ts';
import { phaseIn, phaseLabel } from '../rules/phases.ts';
import { yearWords } from '../rules/sentences.ts';
import { SaveView } from '../watching/save-view.tsx';
import { ResidencePageDocument, type ResidencePageQuery } from './residence.generated.ts';
import { partRows, residenceFinding, ResidenceTable, totalRows } from './residence-table.tsx';

const MOST_PAGES = 100_000;
const LACKING = ['ELSEWHERE', 'HERE'] as const;
const LACKING_WORDS = { ELSEWHERE: 'at a school elsewhere', HERE: 'at a school here' } as const;
const askedIn = (search: URLSearchParams) => ({ attends: oneOf(search, 'without', LACKING, 'ELSEWHERE'), page: numberIn(search, 'page', 1, MOST_PAGES), take: numberIn(search, 'take', 25, 100) });
/** People who see figures only are told of everything they see together, not of a phase. */
const phaseOf = (search: URLSearchParams): string | null => (may('pupil:read') ? phaseIn(search) : null);

export const loader = pageLoader(ResidencePageDocument, (_, search) => ({ phase: phaseOf(search), named: may('pupil:read'), ...askedIn(search) }));

type Unheld = NonNullable<ResidencePageQuery['residentsWithoutRegister']>['items'][number];

/** The area by school and by residence, what ties the two together, and whose registers are not held. */
export function Component() {
  const { data } = usePageData(ResidencePageDocument);
  const { authority, can } = useMe();
  const [search] = useSearchParams();
  const named = can('pupil:read');
  const phase = phaseOf(search);
  const rows = rowsWithin(named, { phase });
  const { persistenceShown, residence, residentCoverage: coverage, residentsWithoutRegister: lacking } = data;
  return (
    <Page windowTitle="By school and by residence" authority={authority} breadcrumbs={[{ text: 'Area', href: '/area' }, { text: 'By school and by residence' }]}>
      <PageTitle title={residenceFinding(residence)} lede="Most children are in both totals, so the two are not added to each other. This year so far; homes as last recorded. A pupil with two enrolments is counted once for each." actions={<SaveView />} />
      {named && (
        <Filters search={search} chips={phase ? [chip(search, 'phase', `Phase: ${phaseLabel(phase)}`)] : []} kept={['without', 'take']} label="Choose a phase" clearHref="?">
          <Select id="phase" name="phase" label="Phase" items={PHASE_ITEMS} defaultValue={phase ?? ''} />
        </Filters>
      )}
      <Panel title="Both totals side by side" aside="Year to date" flush>
        <ResidenceTable caption="Figures by school and by residence" heading="Total" rows={totalRows(residence)} opens={rows} persistentShown={persistenceShown} />
      </Panel>
      {residence.parts === null
        ? <p className="govuk-hint">What ties the two totals together is not shown to your role: so few children cross a border that the figures could name them.</p>
        : <PartsPanel parts={residence.parts} opens={rows} persistentShown={persistenceShown} />}
      {coverage && lacking && <CoveragePanel coverage={coverage} lacking={lacking} search={search} opensSchool={can('school:read')} />}
    </Page>
  );
}

function PartsPanel({ parts, opens, persistentShown }: { parts: NonNullable<ResidencePageQuery['residence']['parts']>; opens: ReturnType<typeof rowsWithin>; persistentShown: boolean }) {
  const identities = residenceIdentities(parts.map((part) => ({ ...part, figures: { enrolments: part.figures.enrolments ?? 0 } })));
  return (
    <Panel title="What the two totals are made of" aside="Each mark is in one part" flush>
      <ul className="govuk-list app-panel__body">{identities.map((words) => <li key={words}>{words}</li>)}</ul>
      <ResidenceTable caption="Parts of the two totals" heading="Part" rows={partRows(parts)} opens={opens} persistentShown={persistentShown} />
    </Panel>
  );
}

function CoveragePanel({ coverage, lacking, search, opensSchool }: { coverage: NonNullable<ResidencePageQuery['residentCoverage']>; lacking: NonNullable<ResidencePageQuery['residentsWithoutRegister']>; search: URLSearchParams; opensSchool: boolean }) {
  const { attends, page, take } = askedIn(search);
  const title = `${lacking.total === 0 ? 'No child' : plural(lacking.total, 'child', 'children')} living here ${LACKING_WORDS[attends]} whose register is not held`;
  return (
    <Panel id="without" title={title} aside="Of all phases, today" flush>
      <div className="app-panel__body">
        <p className="govuk-!-margin-bottom-2">{coverageSentence(coverage)} Children on no roll held here cannot be counted.</p>
        <ul className="govuk-list">
          {LACKING.map((where) => {
            const count = where === 'HERE' ? coverage.here : coverage.elsewhere;
            return <li key={where}><Figure value={formatNumber(count)} to={`${searchWith(search, { without: where, page: null })}#without`} of={`children living here ${LACKING_WORDS[where]} whose register is not held`} /> {LACKING_WORDS[where]} that {where === 'HERE' ? 'has sent no register of theirs this year' : 'does not send us theirs'}</li>;
          })}
        </ul>
      </div>
      <DataTable caption={title} captionIsHidden rows={lacking.items} rowKey={({ enrolmentId }) => enrolmentId} columns={columnsOf(opensSchool)} empty={<p>{lacking.total > 0 ? <>This page is past the end of the list. <Link href={searchWith(search, { page: null })}>Back to the first page</Link></> : 'Nobody is on this list.'}</p>} />
      {lacking.total > 0 && <Pager page={page} take={take} total={lacking.total} hrefFor={pageHref(search)} label="Pages of children" />}
    </Panel>
  );
}

function columnsOf(opensSchool: boolean): DataColumn<Unheld>[] {
  return [
    { key: 'name', heading: 'Pupil', cell: ({ pupilId, name, ncYear, form }) => <><Link href={`/pupils/${pupilId}`}>{name}</Link><span className="app-line">{[yearWords(ncYear), form].filter(Boolean).join(', ')}</span></> },
    { key: 'school', heading: 'School', cell: ({ schoolId, schoolName }) => (opensSchool ? <Link href={`/schools/${schoolId}`}>{schoolName}</Link> : schoolName) },
    { key: 'since', heading: 'On roll since', cell: ({ startsOn }) => formatDate(startsOn) },
  ];
}
