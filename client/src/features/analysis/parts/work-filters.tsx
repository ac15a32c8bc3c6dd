import { YEAR_GROUPS } from '@attendance/shared/pupils';
import { Select } from '../../../ui/select.tsx';
import { useMe } from '../../identity/index.ts';
import { phaseLabel } from '../rules/phases.ts';
import { yearWords } from '../rules/sentences.ts';
import { chip, Filters, PHASE_ITEMS } from './filters.tsx';
import type { WorkFilter } from './work-filter.ts';

/** Whose rows lists of work are of: year group, phase, and for an officer the own schools. */
export function WorkFilters({ search, filter: { mine, phase, ncYear, schoolId }, schoolName = null, kept = [] }: { search: URLSearchParams; filter: WorkFilter; schoolName?: string | null; kept?: readonly string[] }) {
  const { me, can } = useMe();
  const chips = [
    ...(schoolId !== null ? [chip(search, 'schoolId', `School: ${schoolName ?? schoolId}`)] : []), ...(phase ? [chip(search, 'phase', `Phase: ${phaseLabel(phase)}`)] : []),
    ...(ncYear ? [chip(search, 'ncYear', yearWords(ncYear))] : []), ...(mine ? [chip(search, 'mine', 'My schools')] : []),
  ];
  return (
    <Filters search={search} chips={chips} kept={['schoolId', ...kept]} label="Choose which pupils" clearHref="?">
      <Select id="ncYear" name="ncYear" label="Year group" items={[{ text: 'All year groups', value: '' }, ...YEAR_GROUPS.map((year) => ({ text: yearWords(year), value: year }))]} defaultValue={ncYear ?? ''} />
      {me.schools.length !== 1 && can('school:read') && <Select id="phase" name="phase" label="Phase" items={PHASE_ITEMS} defaultValue={phase ?? ''} />}
      {me.role === 'ATTENDANCE_OFFICER' && <Select id="mine" name="mine" label="Whose" items={[{ text: 'All schools', value: '' }, { text: 'My schools', value: 'yes' }]} defaultValue={mine ? 'yes' : ''} />}
    </Filters>
  );
}
