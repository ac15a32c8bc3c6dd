import { useQuery } from '../../../graphql/hooks.ts';
import { ratePercent, similarRule } from '@attendance/shared/attendance';
import { formatDay, formatNumber, formatPercent, plural } from '../../../lib/format.ts';
import { BarRows } from '../../../ui/charts/bar-rows.tsx';
import { Column, Columns } from '../../../ui/columns.tsx';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { Link } from '../../../ui/link.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { NO_SESSIONS, percentWords } from '../rules/counts.ts';
import { rowsWithin, type Kept, type ListedMeasure } from '../rules/measures.ts';
import { absenceShare, noSimilar, persistentShare, similarFinding, similarMethod, type SimilarFigures } from '../rules/similar.ts';
import { FigureCount, FigureRate } from './figure-count.tsx';
import { SimilarSchoolsDocument, type ComparedSchoolRowFragment, type SimilarPartsFragment } from './similar-panel.generated.ts';

export interface SimilarProps {
  readonly schoolId: number;
  readonly named: boolean;
  /** False while it is too early in the year to speak of persistent absence. */
  readonly persistentShown: boolean;
  /** The day of the portal. */
  readonly today: string;
}

const OVER = 'Similar schools';

/** One school beside those most like it, once it was asked for. */
export function SimilarOpened(props: SimilarProps) {
  const { data, error } = useQuery(SimilarSchoolsDocument, { variables: { schoolId: props.schoolId } });
  if (error) return <Panel id="similar" title={OVER}><p role="alert">{error.message}</p></Panel>;
  if (data === undefined) return <Panel id="similar" title={OVER}><LoadingState lines={9} /></Panel>;
  return <SimilarTable {...props} similar={data.similarSchools} />;
}

/** The same with what came of it at hand. */
export function SimilarTable({ named, persistentShown, today, similar }: SimilarProps & { similar: SimilarPartsFragment }) {
  const { outcome, phase, own, schools, group } = similar;
  const rule = similarRule(today);
  if (own === null || group === null || phase === null) return <Panel id="similar" title={OVER}><p>{noSimilar(outcome, phase, rule)}</p></Panel>;
  const together = `The ${plural(schools.length, 'similar school')} together: ${percentWords(rateOf(absenceShare(group)))} of sessions missed${persistentShown ? `, ${percentWords(rateOf(persistentShare(group)))} of pupils persistently absent` : ''}. Sessions and pupils of the schools below are added up and divided once; this school is not among them.`;
  return (
    <Panel id="similar" title={similarFinding(own, schools, persistentShown)} aside={`Among ${plural(schools.length + 1, 'school')}: this one and those most like it; year to date`} flush foot={<>{similarMethod(phase, rule).map((line) => <p key={line}>{line}</p>)}</>}>
      <div className="app-panel__body app-stack">
        <p>{together}</p>
        <Columns>
          <Column span={persistentShown ? 6 : 12}><Bars own={own} schools={schools} group={group} heading="Sessions missed, %" shareOf={absenceShare} /></Column>
          {persistentShown && <Column span={6}><Bars own={own} schools={schools} group={group} heading="Persistently absent, % of pupils" shareOf={persistentShare} /></Column>}
        </Columns>
      </div>
      <DataTable caption="This school and the schools most like it, the nearest first" columns={columnsOf(named, persistentShown)} rows={[own, ...schools]} rowKey={({ schoolId }) => schoolId} isPinned={({ apart }) => apart === null} tight />
    </Panel>
  );
}

const rateOf = ({ part, whole }: { part: number; whole: number }): number | null => ratePercent(part, whole);

function Bars({ own, schools, group, heading, shareOf }: { own: ComparedSchoolRowFragment; schools: readonly ComparedSchoolRowFragment[]; group: SimilarFigures; heading: string; shareOf: (figures: SimilarFigures) => { part: number; whole: number } }) {
  const bars = [own, ...schools].map((school) => ({ label: school.apart === null ? `This school: ${school.name}` : school.name, value: rateOf(shareOf(school)) })).sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const all = rateOf(shareOf(group));
  const said = bars.map(({ label, value }) => `${label} ${percentWords(value)}`).join(', ');
  return <BarRows heading={heading} rows={bars} whole={all === null ? null : { label: 'Similar schools', value: all }} none={NO_SESSIONS} sentence={`${heading}, lowest first: ${said}${all === null ? '' : `; similar schools together ${formatPercent(all)}`}.`} />;
}

function columnsOf(named: boolean, persistentShown: boolean): DataColumn<ComparedSchoolRowFragment>[] {
  const opens = ({ schoolId, name }: ComparedSchoolRowFragment, measure: ListedMeasure, what: string, kept: Kept = {}) => ({ to: rowsWithin(named, { schoolId })(measure, kept), of: `${what}, ${name}` });
  const fact = (row: ComparedSchoolRowFragment, count: number, what: string, axis: string, value: string) => <FigureRate count={count} whole={row.pupils} {...opens(row, 'COUNTED', what, { axis, value })} />;
  return [
    { key: 'school', heading: 'School', cell: (row) => <>{row.apart === null ? <strong>{row.name}</strong> : <Link href={`/schools/${row.schoolId}?compare=similar`}>{row.name}</Link>}<span className="app-line">{row.apart === null ? 'This school' : `${formatNumber(row.apart, 1)} apart`}</span></> },
    { key: 'pupils', heading: 'Pupils', numeric: true, cell: (row) => <FigureCount count={row.pupils} {...opens(row, 'COUNTED', 'pupils')} /> },
    { key: 'fsm6', heading: 'Free meals', under: 'in the last six years', label: 'Free school meals in the last six years', numeric: true, cell: (row) => fact(row, row.fsm6, 'free school meals in the last six years', 'FSM6', 'Y') },
    { key: 'support', heading: 'SEN support', numeric: true, cell: (row) => fact(row, row.senSupport, 'SEN support', 'SEN', 'K') },
    { key: 'plan', heading: 'SEN plan', under: 'education, health and care', label: 'Education, health and care plan', numeric: true, cell: (row) => fact(row, row.senPlan, 'education, health and care plan', 'SEN', 'E') },
    {
      key: 'eal', heading: 'Language', under: 'other than English', label: 'First language other than English', numeric: true,
      cell: (row) => <>{fact(row, row.eal, 'first language other than English', 'EAL', 'OTH')}{row.ealBelieved > 0 && <span className="app-line">{fact(row, row.ealBelieved, 'first language believed other than English', 'EAL', 'OTB')} believed</span>}</>,
    },
    { key: 'absence', heading: 'Missed', under: 'of possible sessions', label: 'Missed, of possible sessions', numeric: true, cell: (row) => <FigureRate strong count={row.absent} whole={row.possible} {...opens(row, 'ABSENT', 'sessions missed')} /> },
    ...(persistentShown ? [{ key: 'persistent', heading: 'Persistent', numeric: true, cell: (row: ComparedSchoolRowFragment) => <FigureRate withCount count={row.persistent} whole={row.pupils} {...opens(row, 'PERSISTENT', 'persistently absent')} /> }] : []),
    { key: 'marks', heading: 'Marks to', nowrap: true, cell: (row) => (row.marksTo === null ? 'None' : formatDay(row.marksTo)) },
  ];
}
