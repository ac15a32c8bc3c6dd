import { absenceThresholds, absenceTier, AbsenceTier, tooEarlyWords } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import { yearGroupOrder, type YearGroup } from '@attendance/shared/pupils';
import { formatNumber, plural } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { lastYearOfGroups } from '../rules/cohorts.ts';
import { absentOf, attendancePercent, hidesAny, HIDDEN_WHY, lateOf, percentWords } from '../rules/counts.ts';
import { pupilsHref, rowsWithin, type Kept, type ListedMeasure } from '../rules/measures.ts';
import { missedSentence, yearGroupFinding, yearWords } from '../rules/sentences.ts';
import { FigureCount, FigureRate, LastYearLine } from './figure-count.tsx';
import type { PupilRowFragment } from './pupil-columns.generated.ts';
import { LastDays, PupilName } from './pupil-columns.tsx';
import type { PupilReasonsFragment } from './reasons.generated.ts';
import { PupilReasonsList } from './reasons.tsx';
import type { YearGroupRowFragment as YearGroupRow } from './school-panels.generated.ts';
import { whenShown } from './too-early.tsx';

/** The year groups side by side, youngest first. */
export function YearGroupsPanel({ groups, schoolId, persistentShown, named }: { groups: readonly YearGroupRow[]; schoolId: number; persistentShown: boolean; named: boolean }) {
  const rows = [...groups].sort((a, b) => yearGroupOrder(a.ncYear as YearGroup) - yearGroupOrder(b.ncYear as YearGroup));
  const opens = ({ ncYear }: YearGroupRow, measure: ListedMeasure, what: string, kept: Kept = {}) => ({ to: rowsWithin(named, { schoolId, ncYear })(measure, kept), of: `${what}, ${yearWords(ncYear)}` });
  const lastYearTo = rows[0]?.lastYearTo ?? null;
  const then: Kept = lastYearTo === null ? {} : { to: lastYearTo };
  const columns: DataColumn<YearGroupRow>[] = [
    { key: 'year', heading: 'Year group', cell: (row) => yearWords(row.ncYear) },
    { key: 'pupils', heading: 'Pupils', numeric: true, cell: (row) => <FigureCount count={row.figures.enrolments} {...opens(row, 'COUNTED', 'pupils')} /> },
    { key: 'attendance', heading: 'Attended', numeric: true, cell: (row) => <><FigureRate strong count={row.figures.attended} whole={row.figures.possible} percent={attendancePercent(row.figures)} {...opens(row, 'ATTENDED', 'sessions attended')} />{row.lastYear && <LastYearLine><FigureRate count={row.lastYear.attended} whole={row.lastYear.possible} {...opens(row, 'ATTENDED', 'sessions attended last year to the same week', then)} /></LastYearLine>}</> },
    { key: 'persistent', heading: 'Persistent', numeric: true, cell: (row) => <><FigureRate withCount count={row.figures.persistent} whole={row.figures.enrolments} {...opens(row, 'PERSISTENT', 'persistently absent')} />{row.lastYear && <LastYearLine><FigureRate count={row.lastYear.persistent} whole={row.lastYear.enrolments} {...opens(row, 'PERSISTENT', 'persistently absent by the same week of last year', then)} /></LastYearLine>}</> },
    { key: 'severe', heading: 'Severe', numeric: true, cell: (row) => <><FigureCount count={row.figures.severe} {...opens(row, 'SEVERE', 'severely absent')} />{row.lastYear && <LastYearLine><FigureCount count={row.lastYear.severe} {...opens(row, 'SEVERE', 'severely absent by the same week of last year', then)} /></LastYearLine>}</> },
    { key: 'late', heading: 'Late', numeric: true, cell: (row) => <FigureRate count={lateOf(row.figures)} whole={row.figures.possible} {...opens(row, 'LATE', 'late sessions')} /> },
  ];
  const hidden = rows.some(({ figures }) => hidesAny(figures));
  const foot = [...(lastYearTo === null ? [] : [lastYearOfGroups('YEAR_GROUP', lastYearTo)]), ...(hidden ? [HIDDEN_WHY] : [])];
  return (
    <Panel id="years" title={yearGroupFinding(rows, persistentShown)} aside="Year to date" flush foot={foot.length > 0 ? foot.join(' ') : undefined}>
      <DataTable caption="Figures by year group" columns={whenShown(columns, persistentShown)} rows={rows} rowKey={(row) => row.ncYear} tight empty={<p>Year groups appear with the first marks.</p>} />
    </Panel>
  );
}

/** The pupils furthest from regular attendance: severely absent first, then persistently. */
export function PupilsToTalkAbout({ pupils, severe, persistentShown, schoolId, today }: { pupils: { total: number; items: readonly PupilRowFragment[] }; severe: number; persistentShown: boolean; schoolId: number; today: string }) {
  if (!persistentShown) return <Panel id="pupils" lead title="Too early to say who is persistently absent"><EmptyState>{tooEarlyWords(today)}. Every pupil, most absent first: <Link href={pupilsHref('ABSENT', { schoolId })}>who has missed a session</Link>.</EmptyState></Panel>;
  const thresholds = absenceThresholds(today);
  const isSevere = (row: PupilRowFragment): boolean => absenceTier(absentOf(row), row.possible, thresholds) === AbsenceTier.SEVERE;
  const columns: DataColumn<PupilRowFragment>[] = [
    { key: 'name', heading: 'Pupil', cell: (row) => <PupilName row={row} /> },
    { key: 'attendance', heading: 'Attendance', numeric: true, cell: (row) => <strong>{percentWords(attendancePercent(row))}</strong> },
    { key: 'why', heading: 'Why, in a sentence', wide: true, cell: (row) => `${missedSentence(row)}.` },
    { key: 'late', heading: 'Late', numeric: true, cell: (row) => formatNumber(lateOf(row)) },
    { key: 'last', heading: 'Last 5 days', offCards: true, cell: (row) => <LastDays marks={row.lastMarks} today={today} /> },
  ];
  const title = pupils.total === 0 ? 'Nobody here has missed 10% or more' : severe > 0 ? `${plural(severe, 'pupil')} of ${formatNumber(pupils.total)} persistently absent ${severe === 1 ? 'has' : 'have'} missed half or more` : `${plural(pupils.total, 'pupil')} ${pupils.total === 1 ? 'has' : 'have'} missed 10% or more`;
  return (
    <Panel
      id="pupils" lead title={title} aside="Pupils to talk about, most absent first" flush
      foot={pupils.total > 0 ? <><Link href={pupilsHref('PERSISTENT', { schoolId })}>{pupils.total === 1 ? 'The pupil in a list' : `All ${formatNumber(pupils.total)} persistently absent pupils`}</Link>{severe > 0 && <> · <Link href={pupilsHref('SEVERE', { schoolId })}>{`${formatNumber(severe)} severely absent`}</Link></>}</> : undefined}
    >
      <DataTable
        caption="Pupils to talk about" columns={columns} rows={pupils.items} rowKey={(row) => row.enrolmentId}
        groupOf={(row) => (isSevere(row) ? `Missed half or more: ${formatNumber(severe)}` : `Missed 10% or more, less than half: ${formatNumber(pupils.total - severe)}`)}
        empty={<p>When a pupil misses 10% of their sessions or more, they are listed here.</p>}
      />
    </Panel>
  );
}

/** Reasons that should have been found by now, pupil by pupil. */
export function ReasonsPanel({ reasons, schoolId, today }: { reasons: PupilReasonsFragment; schoolId: number; today: string }) {
  const within = ruleValue('reason-not-established.school-days', today);
  const { total, sessions, items } = reasons;
  return (
    <Panel
      id="reasons" title={total === 0 ? 'No reason for absence is overdue' : `${plural(total, 'pupil')} ${total === 1 ? 'has' : 'have'} absences without a reason after ${within} school days`}
      aside="Code N, last six weeks" flush={total > 0} foot={total > 0 ? <Link href={`/schools/${schoolId}/reasons`}>{`All ${plural(sessions, 'session')} of ${plural(total, 'pupil')}`}</Link> : undefined}
    >
      {total === 0 ? <EmptyState>{`A session still marked N more than ${within} school days later would be listed here.`}</EmptyState> : <PupilReasonsList items={items} />}
    </Panel>
  );
}
