import { useQuery } from '../../../graphql/hooks.ts';
import { countMarks } from '@attendance/shared/attendance';
import { academicYearOfWeek } from '@attendance/shared/calendar';
import { weekStartOf } from '@attendance/shared/kernel';
import { formatAcademicYear, formatNumber, formatRate, type IsoDate } from '../../../lib/format.ts';
import { Details } from '../../../ui/details.tsx';
import { Link } from '../../../ui/link.tsx';
import { RegisterGrid } from '../../../ui/register/register-grid.tsx';
import { RegisterLegend } from '../../../ui/register/register-legend.tsx';
import { weeksOfSchool, withWeeksToCome } from './calendar.ts';
import { finding } from './finding.ts';
import { PupilGlanceDocument } from './glance.generated.ts';
import { marksOf, sessionsOf } from './sessions.ts';
import { CARE_WORDS, valueWords } from './words.ts';

const SHOWN_KINDS = ['SEN', 'FSM', 'YOUNG_CARER', 'EAL'];

/** A child's year in one look, for a conversation: what stands out, the counts, every session of the year, and what to know. Opening it is a look at the record. */
export function PupilGlance({ pupilId, today }: { pupilId: string; today: IsoDate }) {
  const { data, loading, error } = useQuery(PupilGlanceDocument, { variables: { id: pupilId } });
  if (error) return <p>The register did not come: {error.message}</p>;
  if (loading || !data) return <p className="app-muted">Reading the register</p>;
  const { enrolments, registers, characteristics, careStatuses } = data.pupil;
  const academicYear = academicYearOfWeek(weekStartOf(today));
  const thisYear = (registers ?? []).filter((year) => year.academicYear === academicYear);
  const sessions = sessionsOf(thisYear);
  const counts = countMarks(marksOf(sessions));
  const main = thisYear[0];
  const school = enrolments.find(({ id }) => id === String(main?.enrolmentId))?.school;
  const know = [
    ...(careStatuses ?? []).filter(({ validTo }) => validTo === null).map(({ kind }) => CARE_WORDS[kind] ?? kind),
    ...characteristics.filter(({ kind, value, validTo }) => validTo === null && SHOWN_KINDS.includes(kind) && value !== 'N').map(valueWords),
  ];
  return (
    <div className="app-glance">
      <div className="app-glance__rate">
        <strong>{formatRate(counts.attended, counts.possible)}</strong>
        <span className="app-line">{formatNumber(counts.attended)} of {formatNumber(counts.possible)} sessions attended since September</span>
        <Link href={`/pupils/${pupilId}`}>The whole record</Link>
      </div>
      <div>
        <p className="app-glance__finding"><strong>{finding(sessions)}.</strong>{know.length > 0 && <span className="app-muted"> {know.join(' · ')}</span>}</p>
        {main === undefined ? <p>No marks have come in for this school year.</p> : (
          <Details summary="The year, session by session" open className="app-details--wide">
            <RegisterLegend />
            <RegisterGrid academicYear={main.academicYear} weeks={withWeeksToCome(main.weeks, main.academicYear, weeksOfSchool(school))} today={today} label={`Register ${formatAcademicYear(main.academicYear)}`} />
          </Details>
        )}
      </div>
    </div>
  );
}
