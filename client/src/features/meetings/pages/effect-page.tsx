import { EFFECT_BY_WORDS } from '@attendance/shared/meetings';
import { useSearchParams } from 'react-router';
import { asker, may, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { formatPercent, plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable, type DataColumn } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Select } from '../../../ui/select.tsx';
import { chip, Filters, PHASE_ITEMS, phaseLabel } from '../../analysis/index.ts';
import { useMe } from '../../identity/index.ts';
import { UNTOLD } from '../parts/untold.tsx';
import { BYS, effectBy, effectFilter, rowsHref } from './effect-address.ts';
import { CaveatsPanel } from './effect-caveats.tsx';
import { EffectChart } from './effect-chart.tsx';
import { points, range } from './effect-points.tsx';
import { WidePanels } from './effect-wide-panels.tsx';
import { EffectPageDocument, type EffectRowFieldsFragment as Row } from './effect-page.generated.ts';

export const loader = pageLoader(EffectPageDocument, (_, search) => ({ by: effectBy(search), filter: effectFilter(search), schools: may('school:read') && asker().schools.length !== 1 }));

const FEW = <span className="app-muted">Too few to say</span>;
function columnsOf(search: URLSearchParams, heading: string): DataColumn<Row>[] {
  const count = (name: 'improved' | 'stable' | 'worse', impact: string, words: string): DataColumn<Row> => ({
    key: name, heading: words, numeric: true,
    cell: (row) => {
      const value = row[name];
      if (value === null || value === undefined) return name === 'improved' ? FEW : UNTOLD;
      return <><Figure value={value} to={value === 0 ? undefined : rowsHref(search, row.key, impact)} of={`${words.toLowerCase()}: ${row.label}`} />{name === 'improved' && <span className="app-line">of {row.pupils}, {formatPercent(row.improvedPercent ?? 0)}</span>}</>;
    },
  });
  return [
    { key: 'label', heading, cell: ({ key, label, words }) => <><Link href={rowsHref(search, key)}>{label}</Link><span className="govuk-visually-hidden">. {words}</span></> },
    { key: 'pupils', heading: 'Pupils', under: 'with enough sessions', label: 'Pupils with enough sessions', numeric: true, cell: ({ pupils }) => pupils },
    count('improved', 'IMPROVED', 'Improved'), count('stable', 'STABLE', 'No great change'), count('worse', 'WORSE', 'Worse'),
    { key: 'median', heading: 'Middle change', under: 'percentage points', label: 'Middle change, points', numeric: true, nowrap: true, cell: ({ median, interval }) => <>{points(median)}{range(interval)}</> },
    { key: 'effect', heading: 'Beside pupils alike', under: 'percentage points', label: 'Beside pupils alike, points', numeric: true, nowrap: true, cell: ({ effect, effectInterval, compared }) => <>{points(effect)}{range(effectInterval)}<span className="app-line">{compared} compared</span></> },
    { key: 'why', heading: 'Why it did not help', cell: ({ key, label, whyNot }) => (whyNot.length === 0 ? UNTOLD : whyNot.map(({ reason, words, pupils }) => <span key={reason} className="app-line">{words} <Figure value={pupils} to={rowsHref(search, key, null, reason)} of={`${words.toLowerCase()}: ${label}`} /></span>)) },
    { key: 'insufficient', heading: 'Too few sessions', numeric: true, cell: ({ insufficient, key, label }) => <Figure value={insufficient} to={insufficient === 0 ? undefined : rowsHref(search, key, 'INSUFFICIENT')} of={`with too few sessions: ${label}`} /> },
  ];
}

/** What was followed by improvement, how sure one may be, and the pupils behind each count. */
export function Component() {
  const { data: { effectSummary: summary, wideEffects: wide, allSchools: schools = [] } } = usePageData(EffectPageDocument);
  const { authority, can } = useMe();
  const [search] = useSearchParams();
  const [by, { phase, schoolId }] = [effectBy(search), effectFilter(search)];
  const chips = [
    ...(summary.term ? [chip(search, 'term', summary.term.label)] : []), ...(phase ? [chip(search, 'phase', `Phase: ${phaseLabel(phase)}`)] : []),
    ...(schoolId !== null ? [chip(search, 'schoolId', `School: ${schools.find(({ id }) => id === String(schoolId))?.name ?? schoolId}`)] : []),
  ];
  const heading = EFFECT_BY_WORDS[by];
  return (
    <Page windowTitle="What was followed by improvement" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, ...(can('meeting:record') ? [{ text: 'Meetings', href: '/meetings' }] : []), { text: 'The effect' }]}>
      <PageTitle title="What was followed by improvement" lede="Each pupil’s attendance in the 30 school days before an action began and in the 30 from that day; groups and whole schools below, apart. What came after an action need not have come from it." actions={can('meeting:read-summary') ? <Button variant="secondary" href="/meetings/report">Term report</Button> : undefined} />
      <Panel
        title={summary.rows.length === 0 ? 'No action was begun here yet' : `${plural(summary.rows.length, 'row')}, by ${heading.toLowerCase()}`} lead flush
        foot={<>A pupil counts once in a row, from the first such action. {summary.comparedWords} {plural(summary.notBegun, 'action')} not begun, not done or no longer needed {summary.notBegun === 1 ? 'is' : 'are'} in no row. Actions about a group, a school or the area stand below, and are never added to these.</>}
      >
        <Filters search={search} chips={chips} kept={[]} label="Choose which actions" clearHref={`?by=${by}`}>
          <Select id="by" name="by" label="Put together by" items={BYS.map((value) => ({ text: EFFECT_BY_WORDS[value], value }))} defaultValue={by} />
          <Select id="term" name="term" label="Begun in" items={[{ text: 'Every term', value: '' }, ...summary.terms.map(({ key, label }) => ({ text: label, value: key }))]} defaultValue={summary.term?.key ?? ''} />
          {schools.length > 1 && <Select id="phase" name="phase" label="Phase" items={PHASE_ITEMS} defaultValue={phase ?? ''} />}
          {schools.length > 1 && <Select id="schoolId" name="schoolId" label="School" items={[{ text: 'All schools', value: '' }, ...schools.map(({ id, name }) => ({ text: name, value: id }))]} defaultValue={schoolId === null ? '' : String(schoolId)} />}
        </Filters>
        {summary.rows.some(({ isHidden }) => !isHidden) && <div className="app-effect"><EffectChart rows={summary.rows} /></div>}
        <div className="app-scroll app-scroll--dense" role="region" aria-label="What followed actions, a wide table" tabIndex={0}>
          <DataTable
            caption={`What followed actions, by ${heading.toLowerCase()}`} rows={summary.rows} rowKey={({ key }) => key} columns={columnsOf(search, heading)}
            empty={<EmptyState>No action about a pupil was begun here. Actions come from issued records of meetings.</EmptyState>}
          />
        </div>
      </Panel>
      <WidePanels wide={wide} heading={heading} search={search} />
      <CaveatsPanel caveats={wide.caveats} />
    </Page>
  );
}
