import { useSearchParams } from 'react-router';
import { cohortLabel } from '@attendance/shared/attendance';
import { YEAR_GROUPS } from '@attendance/shared/pupils';
import { may, pageLoader, searchWith, usePageData } from '../../../graphql/page-query.ts';
import { shownColumns } from '../../../ui/columns-shown.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Pager } from '../../../ui/pager.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { useMe } from '../../identity/index.ts';
import { ColumnsOfList } from '../parts/columns-late.tsx';
import { ExplainLink, ExplainRows } from '../parts/explain-rows.tsx';
import { chip, Filters, PHASE_ITEMS } from '../parts/filters.tsx';
import { pupilColumns } from '../parts/pupil-columns.tsx';
import { SaveRows } from '../parts/save-rows.tsx';
import { movedChips, movedIn } from '../rules/band-moves.ts';
import { axisLabel } from '../rules/cohorts.ts';
import { listParams, pageHref, PUPIL_SORTS, sortHref, sortOf, type ListParams } from '../rules/list-params.ts';
import { pupilListTitle } from '../rules/list-title.ts';
import { isOfSessions, LISTED, type ListedMeasure } from '../rules/measures.ts';
import { slotWords } from '../rules/patterns.ts';
import { phaseLabel } from '../rules/phases.ts';
import { filterIn, isOfSome, listedIn, offeredIn } from '../rules/rows-filter.ts';
import { yearWords } from '../rules/sentences.ts';
import { spanChips, spanIn, spanLede, spanWords } from '../rules/span.ts';
import { SaveView } from '../watching/save-view.tsx';
import { PupilsPageDocument } from './pupils-page.generated.ts';

const SORT_WORDS: Readonly<Record<(typeof PUPIL_SORTS)[number], readonly [down: string, up: string]>> = {
  NAME: ['Names from Z', 'Names from A'], YEAR: ['Oldest year group first', 'Youngest year group first'], ABSENCE: ['Most absent first', 'Least absent first'], SESSIONS: ['Most sessions first', 'Fewest sessions first'],
  UNAUTHORISED: ['Most unauthorised sessions first', 'Fewest unauthorised sessions first'], LATE: ['Most often late first', 'Least often late first'], MISSING: ['Most sessions without a mark first', 'Fewest sessions without a mark first'],
};

/** The sort that shows a list's own measure, most first. */
function ownSort(measure: ListedMeasure): (typeof PUPIL_SORTS)[number] {
  if (isOfSessions(measure)) return 'SESSIONS';
  return measure === 'NO_SESSIONS' ? 'NAME' : 'ABSENCE';
}

const listOf = (search: URLSearchParams): ListParams<(typeof PUPIL_SORTS)[number]> => listParams(search, PUPIL_SORTS, ownSort(listedIn(search)));

export const loader = pageLoader(PupilsPageDocument, (_, search) => {
  const filter = filterIn(search);
  return { filter, ...listOf(search), schoolId: String(filter.schoolId ?? ''), names: filter.schoolId !== null && may('school:read') };
});

/** The pupils behind a figure, named: as many as it counts, or with as many sessions. */
export function Component() {
  const { data } = usePageData(PupilsPageDocument);
  const { authority, today, me, can } = useMe();
  const [search] = useSearchParams();
  const { measure, schoolId, phase, ncYear, mine, axis, value, across, acrossValue, slot, code, silent } = filterIn(search);
  const list = listOf(search);
  const { total, items } = data.pupilFigures;
  const span = spanIn(search);
  const school = data.school?.name ?? items[0]?.schoolName ?? null;
  const isOneSchool = me.schools.length === 1;
  const groups = ([['axis', 'value', axis, value], ['across', 'acrossValue', across, acrossValue]] as const)
    .flatMap(([key, valueKey, by, one]) => (by === null || one === null ? [] : [{ key, valueKey, words: `${axisLabel(by)}: ${cohortLabel(by, one)}` }]));
  const moves = movedChips(movedIn(search));
  const groupWords = [...groups.map(({ words }) => words), ...moves.map(({ label }) => label)].join('; ');
  const chips = [
    ...(schoolId !== null ? [chip(search, 'schoolId', `School: ${school ?? schoolId}`)] : []), ...(phase ? [chip(search, 'phase', `Phase: ${phaseLabel(phase)}`)] : []),
    ...(ncYear ? [chip(search, 'ncYear', yearWords(ncYear))] : []), ...(mine ? [chip(search, 'mine', 'My schools')] : []), ...(silent ? [chip(search, 'silent', 'Silent schools')] : []),
    ...groups.map(({ key, valueKey, words }) => ({ ...chip(search, key, words), removeHref: searchWith(search, { [key]: null, [valueKey]: null }) })), ...moves.map(({ key, label }) => chip(search, key, label)), ...(slot !== null ? [chip(search, 'slot', slotWords(slot))] : []),
    ...spanChips(span).map(({ key, label }) => chip(search, key, label)),
  ];
  const title = pupilListTitle(measure, data.pupilFigures, { code, school: schoolId === null ? null : school, phase, ncYear, mine, silent, when: [slot === null ? '' : `on ${slotWords(slot)}s`, spanWords(span)].filter(Boolean).join(' ') });
  const every = pupilColumns(today, { withSchool: schoolId === null && !isOneSchool, opensSchool: can('school:read'), measure: isOfSessions(measure) ? measure : null, withLastDays: span.year === null && span.to === null && !isOfSome(search) });
  const columns = shownColumns(every, search);
  const order = SORT_WORDS[list.sort][list.direction === 'DESC' ? 0 : 1];
  return (
    <Page windowTitle="Pupils" authority={authority}>
      <PageTitle title={title} lede={`${spanLede(span)}${groupWords ? ` ${groupWords}, as it stands today.` : ''} A pupil with two enrolments is listed once for each.`} actions={<><ExplainLink /><SaveView /></>} />
      <Panel title={order} flush>
        <Filters search={search} chips={chips} kept={['hide', 'schoolId', 'silent', 'take', 'year', 'week', 'from', 'to', 'last', 'axis', 'value', 'across', 'acrossValue', 'slot', 'code', 'moved', 'movedFrom', 'movedTo']} label="Choose which pupils" clearHref={searchWith(new URLSearchParams(), { measure })}>
          <Select id="measure" name="measure" label="Show" items={(code !== null ? (['CODED'] as const) : offeredIn(search)).map((value) => ({ text: LISTED[value], value }))} defaultValue={measure} />
          <Select id="ncYear" name="ncYear" label="Year group" items={[{ text: 'All year groups', value: '' }, ...YEAR_GROUPS.map((year) => ({ text: yearWords(year), value: year }))]} defaultValue={ncYear ?? ''} />
          {!isOneSchool && can('school:read') && <Select id="phase" name="phase" label="Phase" items={PHASE_ITEMS} defaultValue={phase ?? ''} />}
          {me.role === 'ATTENDANCE_OFFICER' && <Select id="mine" name="mine" label="Whose" items={[{ text: 'All schools', value: '' }, { text: 'My schools', value: 'yes' }]} defaultValue={mine ? 'yes' : ''} />}
        </Filters>
        <DataTable
          caption={`${title}. ${order}`} rows={items} rowKey={(row) => row.enrolmentId}
          columns={columns.shown}
          sort={sortOf(list)} sortHref={sortHref(search)}
          empty={<p>{total > 0 ? 'This page is past the end of the list.' : 'Nobody is on this list.'} <Link href={total > 0 ? searchWith(search, { page: null }) : '?measure=COUNTED'}>{total > 0 ? 'Back to the first page' : 'Show everyone with a session'}</Link></p>}
        />
        {total > 0 && <Pager page={list.page} take={list.take} total={total} hrefFor={pageHref(search)} label="Pages of pupils" />}
        {total > 0 && <ColumnsOfList columns={every} leftOut={columns.leftOut} />}
      </Panel>
      <ExplainRows figure={{ rows: filterIn(search) }} title={title} list={null} />
      <SaveRows key={search.toString()} order={{ list: 'PUPILS', filter: filterIn(search), sort: list.sort, direction: list.direction }} total={total} />
    </Page>
  );
}
