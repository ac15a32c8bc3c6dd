import { asSentence } from '@attendance/shared/kernel';
import { countMarks } from '@attendance/shared/attendance';
import { useSearchParams } from 'react-router';
import { searchWith } from '../../../graphql/page-query.ts';
import { addDays, formatAcademicYear, formatDate, formatNumber, formatRate, plural, type IsoDate } from '../../../lib/format.ts';
import { LateDetails } from '../../../ui/details.tsx';
import { Link } from '../../../ui/link.tsx';
import { RegisterGrid } from '../../../ui/register/register-grid.tsx';
import { RegisterLegend } from '../../../ui/register/register-legend.tsx';
import { duringStay, isDuring, weeksOfSchool, withWeeksToCome } from './calendar.ts';
import type { RegisterYear } from './record.ts';
import { SessionFacts } from './session-facts.tsx';
import type { RecordView, RegisterView } from './view.ts';

type Props = { view: RecordView; registers: RegisterView };

/** This year's register, one grid for each roll, and the years before it. */
export function YearView({ view, registers }: Props) {
  const { thisYear, earlier } = registers;
  return (
    <>
      <div className="app-row app-row--apart"><h3>{formatAcademicYear(view.academicYear)}</h3>{thisYear.length + earlier.length > 0 && <RegisterLegend />}</div>
      {thisYear.length === 0 && <p>No marks have come in for this school year.</p>}
      {thisYear.map((year) => <ThisYear key={year.id} year={year} view={view} registers={registers} />)}
      {earlier.length > 0 && <EarlierYears view={view} earlier={earlier} />}
    </>
  );
}

/** The years before, each with its figures, and its register once it is opened: a page that drew them all would be three times as long on its way. */
function EarlierYears({ view, earlier }: { view: RecordView; earlier: readonly RegisterYear[] }) {
  const [search] = useSearchParams();
  const isAll = search.get('years') === 'all';
  return (
    <div className="app-stack app-stack--tight">
      <div className="app-row app-row--apart">
        <h3>{earlier.length === 1 ? 'The year before' : 'Years before, and other schools'}</h3>
        <Link className="app-small app-no-print" href={searchWith(search, { years: isAll ? null : 'all' })} preventScrollReset>{isAll ? 'Show this year only' : 'Open every year, to read or print'}</Link>
      </div>
      {earlier.map((year) => (
        <LateDetails key={year.id} className="app-details--wide" open={isAll} summary={`${formatAcademicYear(year.academicYear)}: ${attendedWords(year)}, ${year.schoolName}`}>
          <RegisterGrid academicYear={year.academicYear} weeks={year.weeks} today={view.on} label={`Register ${formatAcademicYear(year.academicYear)}, ${year.schoolName}`} isPast />
        </LateDetails>
      ))}
    </div>
  );
}

function attendedWords(year: RegisterYear): string {
  const counts = countMarks(year.weeks.map(({ marks }) => marks).join(''));
  return counts.possible === 0 ? 'no sessions' : `${formatRate(counts.attended, counts.possible)} attended, ${formatNumber(counts.attended)} of ${formatNumber(counts.possible)} sessions`;
}

function ThisYear({ year, view, registers }: Props & { year: RegisterYear }) {
  const enrolment = view.pupil.enrolments.find(({ id }) => id === String(year.enrolmentId));
  const calendar = weeksOfSchool(enrolment?.school);
  const weeks = duringStay(withWeeksToCome(year.weeks, year.academicYear, calendar), enrolment);
  const describe = (weekStart: IsoDate, slot: number) => (enrolment && !isDuring(addDays(weekStart, Math.floor(slot / 2)), enrolment)
    ? <span>Not on this roll that day.</span> : <SessionFacts year={year} weekStart={weekStart} slot={slot} registers={registers} />);
  const isOnly = registers.thisYear.length === 1;
  const stay = [
    enrolment && enrolment.startsOn > `${year.academicYear}-09-07` ? `on roll from ${formatDate(enrolment.startsOn)}` : null,
    enrolment?.endsOn ? `left on ${formatDate(enrolment.endsOn)}` : null,
    year.changes.length > 0 ? plural(year.changes.length, 'change to a mark', 'changes to marks') : null,
  ].filter(Boolean).join(' · ');
  return (
    <div className="app-stack app-stack--tight">
      {(!isOnly || stay !== '') && <p className="app-small">{!isOnly && <strong>{year.schoolName}</strong>}{!isOnly && stay !== '' && ', '}<span className="app-muted">{isOnly ? asSentence(stay) : stay}</span></p>}
      <RegisterGrid
        academicYear={year.academicYear} weeks={weeks} today={view.on} describe={describe}
        label={`Register ${formatAcademicYear(year.academicYear)}${isOnly ? '' : `, ${year.schoolName}`}`}
      />
    </div>
  );
}
