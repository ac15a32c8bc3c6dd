import { REPORT_THRESHOLDS } from '@attendance/shared/attendance';
import { YEAR_GROUPS } from '@attendance/shared/pupils';
import { Select } from '../../../ui/select.tsx';
import { useMe } from '../../identity/index.ts';
import { chip, Filters, PHASE_ITEMS } from '../parts/filters.tsx';
import { phaseLabel } from '../rules/phases.ts';
import { yearWords } from '../rules/sentences.ts';
import { THRESHOLDS, type ReportFilterValues } from './report-address.ts';
import type { ReportPartOfPageFragment } from './report-page.generated.ts';

export interface ReportFiltersProps {
  readonly search: URLSearchParams;
  readonly part: ReportPartOfPageFragment;
  readonly filter: ReportFilterValues;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
}

/** What a part may be narrowed by, of that which whoever asks could choose. */
export function ReportFilters({ search, part, filter: { phase, schoolId, ncYear, mine, threshold }, schools }: ReportFiltersProps) {
  const { me } = useMe();
  const takes = (kind: ReportPartOfPageFragment['filters'][number]): boolean => part.filters.includes(kind);
  const own = schools.filter(({ id }) => me.schools.length === 0 || me.schools.includes(Number(id)));
  const has = { threshold: takes('THRESHOLD'), phase: takes('PHASE') && own.length !== 1, school: takes('SCHOOL') && own.length > 1, year: takes('YEAR'), mine: takes('MINE') && me.role === 'ATTENDANCE_OFFICER' };
  const chips = [
    ...(has.threshold && threshold !== null ? [chip(search, 'threshold', REPORT_THRESHOLDS[threshold])] : []), ...(takes('SCHOOL') && schoolId !== null ? [chip(search, 'schoolId', `School: ${schools.find(({ id }) => id === String(schoolId))?.name ?? schoolId}`)] : []),
    ...(takes('PHASE') && phase !== null ? [chip(search, 'phase', `Phase: ${phaseLabel(phase)}`)] : []), ...(has.year && ncYear !== null ? [chip(search, 'ncYear', yearWords(ncYear))] : []), ...(has.mine && mine ? [chip(search, 'mine', 'My schools')] : []),
  ];
  if (!Object.values(has).includes(true)) return null;
  return (
    <Filters search={search} chips={chips} kept={['part', 'sort', 'direction', 'take']} label="Narrow the report" clearHref={`?part=${part.key}`}>
      {has.threshold && <Select id="threshold" name="threshold" label="Pupils" items={THRESHOLDS.map((each) => ({ text: REPORT_THRESHOLDS[each], value: each === 'COUNTED' ? '' : each }))} defaultValue={threshold ?? ''} />}
      {has.school && <Select id="schoolId" name="schoolId" label="School" items={[{ text: 'All schools', value: '' }, ...own.map(({ id, name }) => ({ text: name, value: id }))]} defaultValue={schoolId === null ? '' : String(schoolId)} />}
      {has.phase && <Select id="phase" name="phase" label="Phase" items={PHASE_ITEMS} defaultValue={phase ?? ''} />}
      {has.year && <Select id="ncYear" name="ncYear" label="Year group" items={[{ text: 'All year groups', value: '' }, ...YEAR_GROUPS.map((year) => ({ text: yearWords(year), value: year }))]} defaultValue={ncYear ?? ''} />}
      {has.mine && <Select id="mine" name="mine" label="Whose" items={[{ text: 'All schools', value: '' }, { text: 'My schools', value: 'yes' }]} defaultValue={mine ? 'yes' : ''} />}
    </Filters>
  );
}
