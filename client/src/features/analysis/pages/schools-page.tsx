import { useSearchParams } from 'react-router';
import { asker, may, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { plural } from '../../../lib/format.ts';
import { Input } from '../../../ui/input.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { useMe } from '../../identity/index.ts';
import { chip, Filters, PHASE_ITEMS } from '../parts/filters.tsx';
import { SchoolTable } from '../parts/school-table.tsx';
import { listParams, SCHOOL_SORTS } from '../rules/list-params.ts';
import { phaseIn, phaseLabel } from '../rules/phases.ts';
import { schoolsFinding, sortedBy } from '../rules/sentences.ts';
import { SaveView } from '../watching/save-view.tsx';
import { SchoolsPageDocument } from './schools-page.generated.ts';

/** How far a school's marks may reach, as the address says it, and what the table is then called. */
const MARKS = [
  { value: 'yes', marks: 'SILENT', text: 'Silent only', chip: 'Silent schools', title: (total: number) => (total === 0 ? 'No school is silent' : `${plural(total, 'school')} silent: marks stop before the last school day`) },
  { value: 'no', marks: 'REPORTED', text: 'In only', chip: 'Schools whose marks are in', title: (total: number) => `${plural(total, 'school')} with marks up to the last school day` },
  { value: 'any', marks: 'EXPECTED', text: 'Expected', chip: 'Schools whose marks are expected', title: (total: number) => `${plural(total, 'school')} whose marks are expected` },
] as const;

/** What the address asks of the school table. */
function filterIn(search: URLSearchParams) {
  const marks = MARKS.find(({ value }) => value === search.get('silent'))?.marks ?? null;
  return { phase: phaseIn(search), name: search.get('name')?.trim() || null, marks, mine: search.get('mine') === 'yes' && hasSchoolsOfOwn() };
}

/** Only an attendance officer is anybody's named officer. */
const hasSchoolsOfOwn = (): boolean => asker().role === 'ATTENDANCE_OFFICER';

export const loader = pageLoader(SchoolsPageDocument, (_, search) => ({ phase: phaseIn(search), filter: filterIn(search), ...listParams(search, SCHOOL_SORTS, 'PERSISTENT') }));

/** All schools within reach, with filters in the address. */
export function Component() {
  const { data } = usePageData(SchoolsPageDocument);
  const { authority } = useMe();
  const [search] = useSearchParams();
  const list = listParams(search, SCHOOL_SORTS, 'PERSISTENT');
  const { phase, name, marks, mine } = filterIn(search);
  const chosen = MARKS.find((each) => each.marks === marks);
  const { persistenceShown: shown, schoolFigures: { total, items } } = data;
  const chips = [
    ...(name ? [chip(search, 'name', `Name: ${name}`)] : []), ...(phase ? [chip(search, 'phase', `Phase: ${phaseLabel(phase)}`)] : []),
    ...(mine ? [chip(search, 'mine', 'My schools')] : []), ...(chosen ? [chip(search, 'silent', chosen.chip)] : []),
  ];
  return (
    <Page windowTitle="Schools" authority={authority}>
      <PageTitle title={chosen ? chosen.title(total) : mine ? `My ${plural(total, 'school')}` : plural(total, 'school')} lede="This academic year so far, attendance beside the same weeks of last year." actions={<SaveView />} />
      <Panel title={schoolsFinding(items, total, list, shown)} aside={sortedBy(list.sort, list.direction === 'DESC')} flush>
        <Filters search={search} chips={chips} kept={['sort', 'direction', 'take']} label="Choose which schools" clearHref="?">
          <Input id="name" name="name" label="School name" type="search" defaultValue={name ?? ''} autoComplete="off" />
          <Select id="phase" name="phase" label="Phase" items={PHASE_ITEMS} defaultValue={phase ?? ''} />
          {hasSchoolsOfOwn() && <Select id="mine" name="mine" label="Whose" items={[{ text: 'All schools', value: '' }, { text: 'My schools', value: 'yes' }]} defaultValue={mine ? 'yes' : ''} />}
          <Select id="silent" name="silent" label="Marks" items={[{ text: 'In or not', value: '' }, ...MARKS]} defaultValue={chosen?.value ?? ''} />
        </Filters>
        <SchoolTable rows={items} total={total} search={search} list={list} persistentShown={shown} named={may('pupil:read')} explains={may('pupil:read') && may('figure:explain')} />
      </Panel>
    </Page>
  );
}
