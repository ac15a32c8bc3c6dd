import { countMarks, countOf } from '@attendance/shared/attendance';
import { useSearchParams } from 'react-router';
import { searchWith } from '../../../graphql/page-query.ts';
import { formatAcademicYear, formatNumber, plural } from '../../../lib/format.ts';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { AbsenceList } from '../../../ui/register/absence-list.tsx';
import { countsToward } from './history.ts';
import { rangeIn, rangeWords, registersWithin, WITHOUT_RANGE } from './range.ts';
import { SessionHistory } from './session-facts.tsx';
import { LISTED_MARKS, only, POSSIBLE, shownBy, type Shown } from './show.ts';
import type { RecordView, RegisterView } from './view.ts';

/** Sessions as a plain table, of this year or of the range an address names: absences, lateness and missing marks, all of them or those behind one figure. */
export function ListView({ view, registers }: { view: RecordView; registers: RegisterView }) {
  const [search] = useSearchParams();
  const shown = shownBy(search.get('show'));
  const range = rangeIn(search);
  const years = registersWithin(view, registers, range);
  const marks = years.flatMap(({ weeks }) => weeks.map((week) => week.marks)).join('');
  const words = range === null ? null : rangeWords(range, view);
  const chips = [
    ...(words === null ? [] : [{ key: 'range', label: words, removeHref: searchWith(search, WITHOUT_RANGE) }]),
    ...(shown === null ? [] : [{ key: shown.key, label: shown.words, removeHref: searchWith(search, { show: null }) }]),
  ];
  return (
    <>
      <h3>{words ?? formatAcademicYear(view.academicYear)}</h3>
      <p role="status">{totalWords(marks, shown)}, latest first.</p>
      {chips.length > 0 && <FilterChips chips={chips} />}
      {years.map((year) => (
        <div key={year.id} className="app-stack app-stack--tight">
          {years.length > 1 && <h4>{range?.from ? `${formatAcademicYear(year.academicYear)}, ` : ''}{year.schoolName}</h4>}
          <AbsenceList
            weeks={only(year.weeks, shown)} caption={`Sessions ${formatAcademicYear(year.academicYear)}, ${year.schoolName}`} every={shown?.key === POSSIBLE}
            history={(weekStart, slot) => <SessionHistory year={year} weekStart={weekStart} slot={slot} />}
            describe={(weekStart, slot) => countsToward(year, weekStart, slot, registers.window)?.replace('Counts towards a', 'A')}
          />
        </div>
      ))}
    </>
  );
}

/** How many sessions the list holds, in words: "40 possible sessions: 35 attended, 5 missed". */
function totalWords(marks: string, shown: Shown | null): string {
  const total = countOf(marks, shown?.marks ?? LISTED_MARKS);
  if (shown === null) return plural(total, 'absence, late or missing session', 'absences, late and missing sessions');
  if (shown.key !== POSSIBLE) return `${plural(total, 'session')} ${shown.words}`;
  const { attended, possible } = countMarks(marks);
  return `${plural(total, 'possible session')}: ${formatNumber(attended)} attended, ${formatNumber(possible - attended)} missed`;
}
