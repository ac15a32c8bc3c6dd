import { useSearchParams } from 'react-router';
import { YEAR_GROUPS } from '@attendance/shared/pupils';
import { asker, may, pageLoader, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { useMe } from '../../identity/index.ts';
import { chip, Filters, PHASE_ITEMS } from '../parts/filters.tsx';
import { pupilColumns } from '../parts/pupil-columns.tsx';
import { listParams, pageHref, PUPIL_SORTS, sortHref, sortOf, type ListParams } from '../rules/list-params.ts';
import { LISTED, LISTED_MEASURES, measureIn, type ListedMeasure } from '../rules/measures.ts';
import { phaseIn, phaseLabel } from '../rules/phases.ts';
import { pupilListTitle, yearWords } from '../rules/sentences.ts';
import { PupilsPageDocument } from './pupils-page.generated.ts';

/** The sort that shows a list's own measure worst first. */
const OWN_SORT: Partial<Record<ListedMeasure, (typeof PUPIL_SORTS)[number]>> = { UNAUTHORISED: 'UNAUTHORISED', LATE: 'LATE', MISSING: 'MISSING', NO_SESSIONS: 'NAME' };

const SORT_WORDS: Readonly<Record<(typeof PUPIL_SORTS)[number], readonly [down: string, up: string]>> = {
  NAME: ['Names from Z', 'Names from A'], YEAR: ['Oldest year group first', 'Youngest year group first'], ABSENCE: ['Most absent first', 'Least absent first'],
  UNAUTHORISED: ['Most unauthorised sessions first', 'Fewest unauthorised sessions first'], LATE: ['Most often late first', 'Least often late first'], MISSING: ['Most sessions without a mark first', 'Fewest sessions without a mark first'],
};

function filterIn(search: URLSearchParams) {
  const school = search.get('schoolId') ?? '';
  const ncYear = YEAR_GROUPS.find((year) => year === search.get('ncYear')) ?? null;
  return {
    measure: measureIn(search), schoolId: /^\d{6}$/.test(school) ? Number(school) : null, phase: phaseIn(search), ncYear,
    mine: search.get('mine') === 'yes' && asker().role === 'ATTENDANCE_OFFICER',
  };
}

const listOf = (search: URLSearchParams): ListParams<(typeof PUPIL_SORTS)[number]> => listParams(search, PUPIL_SORTS, OWN_SORT[measureIn(search)] ?? 'ABSENCE');

export const loader = pageLoader(PupilsPageDocument, (_, search) => {
  const filter = filterIn(search);
  return { filter, ...listOf(search), schoolId: String(filter.schoolId ?? ''), names: filter.schoolId !== null && may('school:read') };
});

/** The pupils a figure counts, named: as many as the figure says. */
export function Component() {
  const { data } = usePageData(PupilsPageDocument);
  const { authority, today, me, can } = useMe();
  const [search] = useSearchParams();
  const { measure, schoolId, phase, ncYear, mine } = filterIn(search);
  const list = listOf(search);
  const { total, items } = data.pupilFigures;
  const school = data.school?.name ?? items[0]?.schoolName ?? null;
  const isOneSchool = me.schools.length === 1;
  const chips = [
    ...(schoolId !== null ? [chip(search, 'schoolId', `School: ${school ?? schoolId}`)] : []), ...(phase ? [chip(search, 'phase', `Phase: ${phaseLabel(phase)}`)] : []),
    ...(ncYear ? [chip(search, 'ncYear', yearWords(ncYear))] : []), ...(mine ? [chip(search, 'mine', 'My schools')] : []),
  ];
  const where = { school: schoolId === null ? null : school, phase, ncYear, mine };
  return (
    <Page windowTitle="Pupils" authority={authority}>
      <PageTitle title={pupilListTitle(measure, total, where)} lede="This academic year so far, from each pupil’s own possible sessions. A pupil with two enrolments is listed once for each." />
      <Panel title={SORT_WORDS[list.sort][list.direction === 'DESC' ? 0 : 1]} flush>
        <Filters search={search} chips={chips} kept={['schoolId', 'take']} label="Choose which pupils" clearHref={searchWith(new URLSearchParams(), { measure })}>
          <Select id="measure" name="measure" label="Show" items={LISTED_MEASURES.map((value) => ({ text: LISTED[value], value }))} defaultValue={measure} />
          <Select id="ncYear" name="ncYear" label="Year group" items={[{ text: 'All year groups', value: '' }, ...YEAR_GROUPS.map((year) => ({ text: yearWords(year), value: year }))]} defaultValue={ncYear ?? ''} />
          {!isOneSchool && can('school:read') && <Select id="phase" name="phase" label="Phase" items={PHASE_ITEMS} defaultValue={phase ?? ''} />}
          {me.role === 'ATTENDANCE_OFFICER' && <Select id="mine" name="mine" label="Whose" items={[{ text: 'All schools', value: '' }, { text: 'My schools', value: 'yes' }]} defaultValue={mine ? 'yes' : ''} />}
        </Filters>
        <DataTable
          caption={`${pupilListTitle(measure, total, where)}. ${SORT_WORDS[list.sort][list.direction === 'DESC' ? 0 : 1]}`} columns={pupilColumns(today, schoolId === null && !isOneSchool, can('school:read'))} rows={items} rowKey={(row) => row.enrolmentId}
          sort={sortOf(list)} sortHref={sortHref(search)}
          empty={<p>{total > 0 ? 'This page is past the end of the list.' : 'Nobody is on this list.'} <Link href={total > 0 ? searchWith(search, { page: null }) : '?measure=COUNTED'}>{total > 0 ? 'Back to the first page' : 'Show everyone with a session'}</Link></p>}
        />
        {total > 0 && <Pager page={list.page} take={list.take} total={total} hrefFor={pageHref(search)} label="Pages of pupils" />}
      </Panel>
    </Page>
  );
}
