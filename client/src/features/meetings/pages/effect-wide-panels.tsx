import { GROUP_PEOPLE_WORDS } from '@attendance/shared/meetings';
import { formatPercent, plural } from '../../../lib/format.ts';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { UNTOLD } from '../parts/untold.tsx';
import { points, range } from './effect-points.tsx';
import { peopleHref, SCHOOL_COUNTS, wideHref, type SchoolCount } from './effect-address.ts';
import type { EffectPageQuery, WideEffectRowFieldsFragment as Row } from './effect-page.generated.ts';

/** What the rows of each scope are set beside. */
const BESIDE: Readonly<Record<'COHORT' | 'SCHOOL', string>> = { COHORT: 'Beside pupils alike', SCHOOL: 'Beside similar schools' };

function columnsOf(search: URLSearchParams, scope: 'COHORT' | 'SCHOOL', heading: string, units: string): DataColumn<Row>[] {
  const [words, href] = scope === 'SCHOOL' ? [SCHOOL_COUNTS, (key: string, of: SchoolCount) => wideHref(search, scope, key, of)] : [GROUP_PEOPLE_WORDS, (key: string, of: SchoolCount) => peopleHref(search, key, of)];
  const opened = ({ key, label }: Row, value: number, of: SchoolCount) => <Figure value={value} to={value > 0 ? href(key, of) : undefined} of={`${words[of] ?? ''}, ${label}`} />;
  const count = (name: 'improved' | 'stable' | 'worse', of: SchoolCount, title: string): DataColumn<Row> => ({
    key: name, heading: title, numeric: true,
    cell: (row) => {
      const value = row[name];
      if (value === null || value === undefined) return name === 'improved' ? <span className="app-muted">Too few to say</span> : UNTOLD;
      return <>{opened(row, value, of)}{name === 'improved' && <span className="app-line">of {row.counted}, {formatPercent(row.improvedPercent ?? 0)}</span>}</>;
    },
  });
  const beside = (of: 'BESIDE' | 'LAST_YEAR', title: string): DataColumn<Row> => ({
    key: of, heading: title, under: 'percentage points', label: `${title}, points`, numeric: true, nowrap: true,
    cell: (row) => {
      const found = row.beside.find(({ code }) => (code === 'LAST_YEAR') === (of === 'LAST_YEAR'));
      return found === undefined ? UNTOLD : <>{points(found.effect)}{range(found.interval)}<span className="app-line">{opened(row, found.compared, of)} compared</span></>;
    },
  });
  return [
    { key: 'label', heading, cell: ({ key, label, words: said }) => <><Link href={wideHref(search, scope, key)}>{label}</Link><span className="govuk-visually-hidden">. {said}</span></> },
    { key: 'actions', heading: 'Actions', numeric: true, cell: ({ key, label, actions, unmeasured }) => <><Figure value={actions} to={wideHref(search, scope, key)} of={`actions, ${label}`} />{unmeasured > 0 && <span className="app-line">{unmeasured} not measured</span>}</> },
    { key: 'counted', heading: units, under: 'with enough sessions', label: `${units} with enough sessions`, numeric: true, cell: (row) => opened(row, row.counted, 'MEASURED') },
    count('improved', 'IMPROVED', 'Improved'), count('stable', 'STABLE', 'No great change'), count('worse', 'WORSE', 'Worse'),
    { key: 'median', heading: 'Middle change', under: 'percentage points', label: 'Middle change, points', numeric: true, nowrap: true, cell: ({ median, interval }) => <>{points(median)}{range(interval)}</> },
    beside('BESIDE', BESIDE[scope]), beside('LAST_YEAR', 'Beside last year'),
    { key: 'insufficient', heading: 'Too few sessions', numeric: true, cell: (row) => opened(row, row.insufficient, 'INSUFFICIENT') },
  ];
}

interface Table { readonly title: string; readonly scope: 'COHORT' | 'SCHOOL'; readonly rows: readonly Row[]; readonly units: string; readonly foot: string; readonly none: string }

/** Actions about groups, about whole schools and about the area: beside the pupils' table, and in none of its counts. */
export function WidePanels({ wide, heading, search }: { readonly wide: EffectPageQuery['wideEffects']; readonly heading: string; readonly search: URLSearchParams }) {
  const tables: Table[] = [
    { title: 'Actions about groups of pupils', scope: 'COHORT', rows: wide.groups, units: 'Pupils', none: 'No action about a group was begun here.', foot: `Each pupil of a group is judged as a pupil is, and counts once in a row. Not measured: the record does not say which group, or the action is not among the latest. ${wide.words}` },
    { title: 'Actions about whole schools', scope: 'SCHOOL', rows: wide.schools, units: 'Schools', none: 'No action about a whole school was begun here.', foot: `A school counts once in a row, by its pupils on roll throughout. It has improved or grown worse by limits of its own, smaller than those of a pupil. ${wide.words}` },
  ];
  return (
    <>
      {tables.map(({ title, scope, rows, units, foot, none }) => (
        <Panel key={scope} title={title} flush foot={foot}>
          <div className="app-scroll app-scroll--dense" role="region" aria-label={`${title}, a wide table`} tabIndex={0}>
            <DataTable caption={`${title}, by ${heading.toLowerCase()}`} rows={rows} rowKey={({ key }) => key} columns={columnsOf(search, scope, heading, units)} empty={<EmptyState>{none}</EmptyState>} />
          </div>
        </Panel>
      ))}
      <Panel title="Actions about the area">
        <p>{wide.areaActions === 0 ? 'No action about the area was begun here.' : <><Link href={wideHref(search, 'AREA')}>{plural(wide.areaActions, 'action')} about the area</Link>. There is nothing to set an area beside but its own last year, so they are put together in no table: each is told on its own page.</>}</p>
      </Panel>
    </>
  );
}
