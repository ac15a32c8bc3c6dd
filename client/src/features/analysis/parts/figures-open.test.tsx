import { render } from '@testing-library/react';
import '@testing-library/jest-dom';
import { MemoryRouter } from 'react-router';
import type { FigureCountsFragment } from '../figures.generated.ts';
import { rowsWithin } from '../rules/measures.ts';
import { BandMovesTable } from './band-moves-panel.tsx';
import type { ComparisonPartsFragment } from './compare-panel.generated.ts';
import { CompareTable } from './compare-panel.tsx';
import { HeadlineTiles } from './headline-tiles.tsx';
import { PhasePanel } from './phase-table.tsx';
import { YearGroupsPanel } from './school-panels.tsx';
import { SchoolTable } from './school-table.tsx';
import type { SimilarPartsFragment } from './similar-panel.generated.ts';
import { SimilarTable } from './similar-panel.tsx';
import { KindPanel, TrendPanel } from './week-charts.tsx';

const figures = (more: Partial<FigureCountsFragment> = {}): FigureCountsFragment => ({ possible: 1000, attended: 934, authorised: 43, unauthorised: 23, lateBefore: 19, lateAfter: 2, missing: 4, enrolments: 100, persistent: 20, severe: 6, ...more });
const weeks = ['2026-11-02', '2026-11-09', '2026-11-16'].map((weekStart) => ({ weekStart, possible: 300, authorised: 10, unauthorised: 5, lastYearPossible: 290, lastYearAbsent: 12 }));
const england = { series: 'DAILY', phase: 'ALL', academicYear: 2025, term: 'YEAR_TO_DATE', from: '2025-09-08', to: '2026-07-10', source: 'A source', publishedOn: '2026-07-23', rates: { absence: 6.88, unauthorised: 2.36, late: 2.09, persistent: 18.78, severe: null } } as const;
const overview = { academicYear: 2026, firstWeek: '2026-08-31', persistentShown: true, figures: figures(), lastYear: figures(), weeks, england: [england] };
const school = { schoolId: '990417', name: 'Oakmere Academy', phase: 'SECONDARY', marksTo: '2026-11-18', silent: false, lastYearAttended: 900, lastYearPossible: 1000, trend: [50, 60], england: { rates: { absence: 8.49 } }, figures: figures() };
const empty = { ...school, schoolId: '990418', name: 'Tarnbrook High', figures: figures({ persistent: 0, severe: 0, missing: 0 }) };

const comparison: ComparisonPartsFragment = { publishedPhase: 'SECONDARY', published: { national: { ...england, areaName: 'England', symbols: [], rates: { ...england.rates, authorised: 4.52 } }, regional: null, neighbours: null }, samePhase: { phase: 'SECONDARY', schools: 3, figures: figures() } };
const compared = (schoolId: string, apart: number | null) => ({ schoolId, name: `School ${schoolId}`, marksTo: '2026-11-18', pupils: 100, fsm6: 20, senSupport: 10, senPlan: 2, eal: 9, ealBelieved: 1, possible: 1000, absent: 66, persistent: 20, apart });
const similar: SimilarPartsFragment = { outcome: 'COMPARED', phase: 'SECONDARY', own: compared('990417', null), schools: [compared('990418', 1.5), compared('990419', 2)], group: { pupils: 200, possible: 2000, absent: 132, persistent: 40 } };

const yearNine = { ncYear: '9', figures: figures(), lastYearTo: '2025-11-17', lastYear: { possible: 1000, attended: 940, authorised: 40, unauthorised: 20, enrolments: 30, persistent: 4, severe: 1 } };

const PARTS: readonly [string, number, (named: boolean) => React.ReactNode][] = [
  ['the headline tiles', 13, (named) => <HeadlineTiles overview={overview} rows={rowsWithin(named)} />],
  ['the comparison', 18, (named) => <CompareTable overview={overview} rows={rowsWithin(named)} named={named} within={{ schoolId: 990417 }} comparison={comparison} />],
  ['the similar schools', 24, (named) => <SimilarTable schoolId={990417} named={named} persistentShown today="2026-11-19" similar={similar} />],
  ['the movement between bands', 14, (named) => <BandMovesTable movement={{ higher: 5, same: 70, lower: 2, moves: [{ from: 1, to: 2, pupils: 5 }, { from: 3, to: 3, pupils: 70 }, { from: 3, to: 0, pupils: 2 }] }} rows={rowsWithin(named)} />],
  ['the phase table', 6, (named) => <PhasePanel phases={[{ phase: 'PRIMARY', schools: 3, figures: figures(), lastYearPossible: 1000, lastYearAbsent: 60 }]} search={new URLSearchParams()} persistentShown named={named} />],
  ['the school table', 16, (named) => <SchoolTable rows={[school, empty]} total={2} search={new URLSearchParams()} list={{ sort: 'NAME', direction: 'ASC', page: 1, take: 25 }} persistentShown named={named} />],
  ['the year groups', 8, (named) => <YearGroupsPanel groups={[yearNine]} schoolId={990417} persistentShown named={named} />],
  ['the trend', 6, (named) => <TrendPanel weeks={weeks} rows={rowsWithin(named)} />],
  ['the kinds of absence', 9, (named) => <KindPanel weeks={weeks} rows={rowsWithin(named)} counts={figures()} />],
];

describe.each(PARTS)('%s', (_name, many, part) => {
  const figuresOf = (named: boolean): Element[] => [...render(<MemoryRouter>{part(named)}</MemoryRouter>).container.querySelectorAll('.app-figure')];

  it('leads from every figure to a list, zero included', () => {
    const found = figuresOf(true);
    expect(found).toHaveLength(many);
    expect(found.filter((figure) => !/^\/(pupils|schools)\?/.test(figure.getAttribute('href') ?? '')).map((figure) => figure.outerHTML)).toEqual([]);
  });

  it('opens no list of names for those who see figures only', () => {
    expect(figuresOf(false).filter((figure) => figure.getAttribute('href')?.startsWith('/pupils'))).toEqual([]);
  });
});

it('says too early in place of every count of persistent and severe absence, and opens none of them', () => {
  const { container } = render(<MemoryRouter>
    <SchoolTable rows={[school]} total={1} search={new URLSearchParams()} list={{ sort: 'NAME', direction: 'ASC', page: 1, take: 25 }} persistentShown={false} named />
    <PhasePanel phases={[{ phase: 'PRIMARY', schools: 3, figures: figures(), lastYearPossible: 1000, lastYearAbsent: 60 }]} search={new URLSearchParams()} persistentShown={false} named />
    <YearGroupsPanel groups={[yearNine]} schoolId={990417} persistentShown={false} named />
  </MemoryRouter>);
  expect(container.textContent?.match(/Too early/g)).toHaveLength(6);
  expect(container.textContent).toContain('Year 9 misses most: 6.6% of sessions');
  expect([...container.querySelectorAll('a.app-figure')].filter((figure) => /PERSISTENT|SEVERE/i.test(figure.getAttribute('href') ?? ''))).toEqual([]);
});
