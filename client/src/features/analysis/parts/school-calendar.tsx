import { academicYearOf } from '@attendance/shared/calendar';
import { addDays, formatAcademicYear, formatDay } from '../../../lib/format.ts';
import { Details } from '../../../ui/details.tsx';
import { Table } from '../../../ui/table.tsx';
import type { SchoolCalendarFragment } from './school-calendar.generated.ts';

export interface SchoolCalendarProps extends SchoolCalendarFragment { readonly academicYear: number }

/** When this school is open in one year: half terms, the holidays between them, and days without pupils. */
export function SchoolCalendarDetails({ academicYear, terms, closures }: SchoolCalendarProps) {
  const own = terms.filter((term) => term.academicYear === academicYear);
  const closed = closures.filter((closure) => academicYearOf(closure.closedOn) === academicYear);
  if (own.length === 0) return null;
  return (
    <Details summary={`School calendar ${formatAcademicYear(academicYear)}`} id="calendar">
      <div className="app-columns">
        <div className="app-column app-column--6">
          <Table
            className="app-table app-table--tight app-table--inset" caption="Half terms" firstCellIsHeader head={[{ content: 'Half term' }, { content: 'First day' }, { content: 'Last day' }]}
            rows={own.map((term) => [{ content: term.name }, { content: formatDay(term.startsOn) }, { content: formatDay(term.endsOn) }])}
          />
        </div>
        <div className="app-column app-column--6 app-stack">
          <h3>Holidays</h3>
          <ul className="app-small">{own.slice(1).map((term, index) => { const before = own[index]; return before && <li key={term.startsOn}>{formatDay(addDays(before.endsOn, 1))} to {formatDay(addDays(term.startsOn, -1))}</li>; })}</ul>
          <h3>Days without pupils</h3>
          {closed.length === 0 ? <p className="app-small">None are recorded.</p> : <ul className="app-small">{closed.map((closure) => <li key={closure.closedOn}>{formatDay(closure.closedOn)}: {closure.label}</li>)}</ul>}
        </div>
      </div>
    </Details>
  );
}
