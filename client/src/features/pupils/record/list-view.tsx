import { countOf } from '@attendance/shared/attendance';
import { useSearchParams } from 'react-router';
import { searchWith } from '../../../graphql/page-query.ts';
import { formatAcademicYear, plural } from '../../../lib/format.ts';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { AbsenceList } from '../../../ui/register/absence-list.tsx';
import { countsToward } from './history.ts';
import { SessionHistory } from './session-facts.tsx';
import { LISTED_MARKS, only, shownBy } from './show.ts';
import type { RecordView, RegisterView } from './view.ts';

/** This year as a plain table: absences, lateness and missing marks, all of them or those behind one figure. */
export function ListView({ view, registers }: { view: RecordView; registers: RegisterView }) {
  const [search] = useSearchParams();
  const shown = shownBy(search.get('show'));
  const several = registers.thisYear.length > 1;
  const total = registers.thisYear.reduce((sum, { weeks }) => sum + weeks.reduce((all, { marks }) => all + countOf(marks, shown?.marks ?? LISTED_MARKS), 0), 0);
  return (
    <>
      <h3>{formatAcademicYear(view.academicYear)}</h3>
      <p role="status">{shown ? `${plural(total, 'session')} ${shown.words}` : `${plural(total, 'absence, late or missing session', 'absences, late and missing sessions')}`}, latest first.</p>
      {shown && <FilterChips chips={[{ key: shown.key, label: shown.words, removeHref: searchWith(search, { show: null }) }]} />}
      {registers.thisYear.map((year) => (
        <div key={year.id} className="app-stack app-stack--tight">
          {several && <h4>{year.schoolName}</h4>}
          <AbsenceList
            weeks={only(year.weeks, shown)} caption={`Sessions ${formatAcademicYear(year.academicYear)}, ${year.schoolName}`}
            history={(weekStart, slot) => <SessionHistory year={year} weekStart={weekStart} slot={slot} />}
            describe={(weekStart, slot) => countsToward(year, weekStart, slot, registers.window)?.replace('Counts towards a', 'A')}
          />
        </div>
      ))}
    </>
  );
}
