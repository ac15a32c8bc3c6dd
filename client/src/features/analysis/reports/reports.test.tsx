import { render, screen } from '@testing-library/react';
import '@testing-library/jest-dom';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { DataTable } from '../../../ui/data-table.tsx';
import { setAsker } from '../../../graphql/page-query.ts';
import { downloadReport, DownloadProblem, fileNameIn, type ReportFileOrder } from './download-report.ts';
import { reportFilterIn, reportHref, reportIn, reportOrderIn } from './report-address.ts';
import { cellWords, reportColumns } from './report-cells.tsx';
import type { ReportPartOfPageFragment, ReportRowOfPageFragment } from './report-page.generated.ts';

const part: ReportPartOfPageFragment = {
  key: 'SCHOOLS', title: 'Schools', namesPupils: false, filters: ['PHASE'],
  columns: [
    { key: 'school', heading: 'School', kind: 'TEXT', sortable: true, opens: null, code: null, unopened: null }, { key: 'code', heading: 'Code', kind: 'TEXT', sortable: true, opens: null, code: null, unopened: null },
    { key: 'persistent', heading: 'Persistent (pupils)', kind: 'COUNT', sortable: true, opens: 'PERSISTENT', code: null, unopened: null }, { key: 'absence', heading: 'Absence (%)', kind: 'PERCENT', sortable: true, opens: null, code: null, unopened: null },
  ],
};
const row = (cells: (string | null)[]): ReportRowOfPageFragment => ({ key: cells.join(), cells, schoolId: 990417, pupilId: null, opensWith: 'schoolId=990417' });
const draw = (rows: ReportRowOfPageFragment[], pupils: boolean) => {
  const table = <DataTable caption="Report" rows={rows} rowKey={(each) => each.key} columns={reportColumns(part, { pupils, schools: true, reports: pupils })} />;
  return render(<RouterProvider router={createMemoryRouter([{ path: '/', element: table }])} />).container;
};

describe('a cell', () => {
  it('is written with its unit', () => {
    expect([cellWords('COUNT', '1243'), cellWords('PERCENT', '8'), cellWords('POINTS', '-0.6'), cellWords('POINTS', '1.2'), cellWords('DAYS', '2.5'), cellWords('DAYS', '3'), cellWords('DATE', '2026-11-18'), cellWords('TEXT', 'C2'), cellWords('COUNT', null)])
      .toEqual(['1,243', '8.0%', '−0.6', '+1.2', '2.5', '3.0', '18 Nov', 'C2', '']);
  });
  it('opens the rows it counts for those who may see names, and its school', () => {
    draw([row(['Oakmere Academy', 'C', '12', '8.1'])], true);
    expect(screen.getByRole('link', { name: /^12/ })).toHaveAttribute('href', '/pupils?measure=PERSISTENT&schoolId=990417');
    expect(screen.getByRole('link', { name: 'Oakmere Academy' })).toHaveAttribute('href', '/schools/990417');
  });
  it('opens the part of a report that lists its rows, for those who may open it', () => {
    const rolls = { ...part, columns: [{ ...part.columns[0]! }, { ...part.columns[2]!, key: 'left', heading: 'Left this academic year', opens: '10.LEFT' }] };
    const hrefs = (reports: boolean): (string | null)[] => {
      const table = <DataTable caption="Report" rows={[row(['Oakmere Academy', '2'])]} rowKey={(each) => each.key} columns={reportColumns(rolls, { pupils: true, schools: false, reports })} />;
      const { container, unmount } = render(<RouterProvider router={createMemoryRouter([{ path: '/', element: table }])} />);
      const found = [...container.querySelectorAll('a')].map((each) => each.getAttribute('href'));
      unmount();
      return found;
    };
    expect([hrefs(true), hrefs(false)]).toEqual([['/reports/10?part=LEFT&schoolId=990417'], []]);
  });
  it('opens no names otherwise; says what c is where it hides, and not where it is a code', () => {
    const box = draw([row(['Oakmere Academy', 'c', 'c', null])], false);
    expect(box.querySelectorAll('a')).toHaveLength(1);
    expect([...box.querySelectorAll('abbr')].map((each) => each.textContent)).toEqual(['c, hidden']);
    expect(box).toHaveTextContent('None');
  });
});

describe('the address of a report', () => {
  it('says report, part, filter and order, and nothing that it does not know', () => {
    setAsker({ role: 'ATTENDANCE_OFFICER', permissions: [], schools: [] });
    expect([reportHref(9, 'PENALTY'), reportHref(1, null), reportIn('12'), reportIn('0'), reportIn('1x'), reportIn(undefined)]).toEqual(['/reports/9?part=PENALTY', '/reports/1', 12, null, null, null]);
    expect(reportFilterIn(new URLSearchParams('phase=PRIMARY&schoolId=990417&ncYear=9&mine=yes&threshold=SEVERE'))).toEqual({ phase: 'PRIMARY', schoolId: 990417, ncYear: '9', mine: true, threshold: 'SEVERE' });
    expect(reportFilterIn(new URLSearchParams('phase=x&schoolId=1&ncYear=99&threshold=toString'))).toEqual({ phase: null, schoolId: null, ncYear: null, mine: false, threshold: null });
    expect(reportOrderIn(new URLSearchParams('part=BANDS&sort=absence&direction=UP&page=-1&take=1000'))).toEqual({ part: 'BANDS', sort: 'absence', direction: null, page: 1, take: 25 });
  });
});

describe('saving a file', () => {
  const order: ReportFileOrder = { number: 1, part: 'SCHOOLS', filter: { phase: null, schoolId: null, ncYear: null, mine: false, threshold: null }, sort: 'absence', descending: true, format: 'csv', recipient: 'The board' };
  afterEach(() => { Reflect.deleteProperty(globalThis, 'fetch'); });
  it('keeps the name the portal gave it', () =>
    expect([fileNameIn('attachment; filename="report-1-schools-2026-11-19.csv"', 'csv'), fileNameIn(null, 'xlsx')]).toEqual(['report-1-schools-2026-11-19.csv', 'report.xlsx']));
  it('says in the portal’s words why there is none', async () => {
    const sent: RequestInit[] = [];
    globalThis.fetch = ((_address: string, init: RequestInit) => { sent.push(init); return Promise.resolve({ ok: false, json: () => Promise.resolve({ message: 'Say who the file is for.' }) } as Response); }) as typeof fetch;
    await expect(downloadReport(order, 'token')).rejects.toEqual(new DownloadProblem('Say who the file is for.'));
    expect([sent[0]?.method, (sent[0]?.headers as Record<string, string>)['x-csrf-token'], JSON.parse(sent[0]?.body as string)]).toEqual(['POST', 'token', order]);
    globalThis.fetch = (() => Promise.reject(new Error('offline'))) as typeof fetch;
    await expect(downloadReport(order, 'token')).rejects.toThrow(/connection broke/);
  });
});
