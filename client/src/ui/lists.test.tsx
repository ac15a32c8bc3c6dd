import { fireEvent, render, screen } from '@testing-library/react';
import '@testing-library/jest-dom';
import { Checkboxes } from './checkboxes.tsx';
import { DataTable, type DataColumn } from './data-table.tsx';
import { ErrorState } from './error-state.tsx';
import { FilterChips } from './filter-chips.tsx';
import { IdentityBar } from './identity-bar.tsx';
import { Button } from './button.tsx';
import { Pager, pageNumbers, showing } from './pager.tsx';
import { ProgressSteps } from './progress-steps.tsx';
import { TileStrip } from './tile.tsx';
import { HeatTable } from './charts/heat-table.tsx';
import { LineChart } from './charts/line-chart.tsx';
import { StackBar } from './charts/stack-bar.tsx';
import { StackedBars } from './charts/stacked-bars.tsx';
import { fewTicks, tickStep } from './charts/weeks.tsx';

type School = { id: string; name: string; roll: number; tier: string };
const rows: School[] = [{ id: '1', name: 'Oakmere', roll: 1146, tier: 'A' }, { id: '2', name: 'Fellgate', roll: 398, tier: 'B' }];
const columns: DataColumn<School>[] = [
  { key: 'name', heading: 'School', sortable: true, cell: (row) => <a href={`/schools/${row.id}`}>{row.name}</a> },
  { key: 'roll', heading: 'Roll', numeric: true, sortable: true, cell: (row) => row.roll },
  { key: 'tier', heading: 'Tier', cell: (row) => row.tier },
];

describe('DataTable', () => {
  it('asks the server to sort: numbers from the top, the other way on a second press, a second key with Shift', () => {
    const onSort = jest.fn();
    render(<DataTable caption="Schools" columns={columns} rows={rows} rowKey={(row) => row.id} sort={[{ key: 'name', direction: 'ascending' }]} onSort={onSort} />);
    expect(screen.getByRole('columnheader', { name: /School/ })).toHaveAttribute('aria-sort', 'ascending');
    expect(screen.getByRole('columnheader', { name: 'Tier' })).not.toHaveAttribute('aria-sort');
    fireEvent.click(screen.getByRole('button', { name: /School/ }));
    expect(onSort).toHaveBeenLastCalledWith('name', 'descending', false);
    fireEvent.click(screen.getByRole('button', { name: /Roll/ }), { shiftKey: true });
    expect(onSort).toHaveBeenLastCalledWith('roll', 'descending', true);
  });

  it('makes headings links when sorting lives in the address, and names every cell for cards', () => {
    render(<DataTable caption="Schools" columns={columns} rows={rows} rowKey={(row) => row.id} sortHref={(key, next) => `?sort=${key}-${next}`} />);
    expect(screen.getByRole('link', { name: /Roll/ })).toHaveAttribute('href', '?sort=roll-descending');
    expect(screen.getByRole('cell', { name: '1146' })).toHaveAttribute('data-label', 'Roll');
    expect(screen.getByRole('rowheader', { name: 'Oakmere' })).toBeInTheDocument();
  });

  it('draws groups as rows of the same table, and says what would be in an empty one', () => {
    const { container, rerender } = render(<DataTable caption="Schools" columns={columns} rows={rows} rowKey={(row) => row.id} groupOf={(row) => `Tier ${row.tier}: 1`} />);
    expect(container.querySelectorAll('th[scope="rowgroup"]')).toHaveLength(2);
    rerender(<DataTable caption="Schools" columns={columns} rows={[]} rowKey={(row) => row.id} empty="No schools in this view." />);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(screen.getByText('No schools in this view.')).toBeInTheDocument();
  });
});

describe('Pager', () => {
  it('says what is shown', () => {
    expect(showing(1, 25, 1243)).toBe('Showing 1 to 25 of 1,243');
    expect(showing(50, 25, 1243)).toBe('Showing 1,226 to 1,243 of 1,243');
    expect(showing(1, 25, 0)).toBe('Showing none');
  });

  it('leaves out long runs of pages, never a single one', () => {
    expect(pageNumbers(1, 3)).toEqual([1, 2, 3]);
    expect(pageNumbers(3, 50)).toEqual([1, 2, 3, 4, null, 50]);
    expect(pageNumbers(4, 50)).toEqual([1, 2, 3, 4, 5, null, 50]);
    expect(pageNumbers(25, 50)).toEqual([1, null, 24, 25, 26, null, 50]);
    expect(pageNumbers(1, 1)).toEqual([1]);
  });

  it('links pages and sizes, and marks where we are', () => {
    render(<Pager page={2} take={25} total={60} hrefFor={(page, take) => `?page=${page}&take=${take}`} />);
    expect(screen.getByRole('status')).toHaveTextContent('Showing 26 to 50 of 60');
    expect(screen.getByRole('link', { name: 'Page 2' })).toHaveAttribute('aria-current', 'page');
    expect(screen.getByRole('link', { name: 'Next page' })).toHaveAttribute('href', '?page=3&take=25');
    expect(screen.getByRole('link', { name: '50 a page' })).toHaveAttribute('href', '?page=1&take=50');
  });
});

describe('small parts', () => {
  it('removes a filter', () => {
    const onRemove = jest.fn();
    render(<FilterChips chips={[{ key: 'o', label: 'Officer: Priya Nandra', onRemove }]} />);
    fireEvent.click(screen.getByRole('button', { name: 'Remove filter Officer: Priya Nandra' }));
    expect(onRemove).toHaveBeenCalled();
  });

  it('reads risk before anything else', () => {
    const { container } = render(<IdentityBar name="Mason" facts={[]} flags={[{ kind: 'info', text: '2 siblings' }, { kind: 'risk', title: 'Safe contact only.' }]} />);
    expect(container.querySelector('.app-identity__flags')).toHaveTextContent(/^Risk: Safe contact only\.2 siblings/);
  });

  it('shows a tile with no figure as a reason, never as a blank', () => {
    render(<TileStrip label="Headlines" tiles={[{ label: 'Attendance', value: '93.4%', href: '/area' }, { label: 'Looked after', state: 'suppressed' }, { label: 'Reception', state: 'too-early', reason: 'Shown from Mon 28 September' }]} />);
    expect(screen.getByRole('link', { name: '93.4% Attendance' })).toHaveAttribute('href', '/area');
    expect(screen.getByText('c: fewer than 5 pupils')).toBeInTheDocument();
    expect(screen.getByText('Shown from Mon 28 September')).toBeInTheDocument();
  });

  it('says what happened, whether anything was lost, and what to do', () => {
    const onRetry = jest.fn();
    render(<ErrorState title="We could not load the register." reference="7F2-K9" onRetry={onRetry} />);
    expect(screen.getByRole('alert')).toHaveTextContent('We could not load the register. Nothing you typed is lost.');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalled();
  });

  it('says which step runs', () => {
    render(<ProgressSteps steps={[{ title: 'Received' }, { title: 'Reading rows' }, { title: 'Kept' }]} done={1} state="running" share={0.7} title="Now reading" />);
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '0.7');
    expect(screen.getAllByRole('listitem').map((item) => item.getAttribute('aria-current'))).toEqual([null, 'step', null]);
  });

  it('clears the others when "none" is chosen, and none when another is', () => {
    render(<Checkboxes name="why" legend="Why" items={[{ value: 'ill', label: 'Ill' }, { value: 'none', label: 'None of these', exclusive: true }]} />);
    fireEvent.click(screen.getByLabelText('Ill'));
    fireEvent.click(screen.getByLabelText('None of these'));
    expect(screen.getByLabelText('Ill')).not.toBeChecked();
    fireEvent.click(screen.getByLabelText('Ill'));
    expect(screen.getByLabelText('None of these')).not.toBeChecked();
  });

  it('swallows a second press', () => {
    const onClick = jest.fn();
    render(<Button preventDoubleClick onClick={onClick}>Send</Button>);
    fireEvent.click(screen.getByRole('button'));
    fireEvent.click(screen.getByRole('button'));
    expect(onClick).toHaveBeenCalledTimes(1);
  });

  it('takes a press that comes back to the button from somewhere else, however soon', () => {
    const onClick = jest.fn();
    render(<Button preventDoubleClick onClick={onClick}>Send</Button>);
    fireEvent.click(screen.getByRole('button'));
    fireEvent.blur(screen.getByRole('button'));
    fireEvent.click(screen.getByRole('button'));
    expect(onClick).toHaveBeenCalledTimes(2);
  });
});

describe('charts', () => {
  const weeks = ['2026-08-31', '2026-09-07', '2026-09-14'];

  it('carry a sentence and the same numbers as a table', () => {
    const { container } = render(<LineChart weeks={weeks} thisYear={[5, null, 6.2]} lastYear={[5.2, 6.1, 6.5]} sentence="Absence is below last year." caption="Overall absence by week" />);
    expect(screen.getByRole('img', { name: 'Absence is below last year.' })).toBeInTheDocument();
    expect(Array.from(container.querySelectorAll('tbody tr'), (row) => row.textContent)).toEqual(['31 Aug5.0%5.2%', '7 SepNo sessions6.1%', '14 Sep6.2%6.5%']);
  });

  it('stack authorised under unauthorised and add them up', () => {
    const { container } = render(<StackedBars weeks={weeks.map((week) => ({ week, authorised: 4, unauthorised: 2.5 }))} sentence="A third is unauthorised." caption="Absence by week" />);
    expect(container.querySelectorAll('.bar-authorised')).toHaveLength(3);
    expect(container.querySelector('tbody tr')).toHaveTextContent('31 Aug4.0%2.5%6.5%');
  });

  it('darken with the figure, and link it to its rows', () => {
    render(<HeatTable caption="By day" columns={['Morning', 'Afternoon']} rows={[{ label: 'Monday', values: [6, 7], hrefs: ['/a', '/b'] }, { label: 'Tuesday', values: [6.5, null] }]} />);
    expect(screen.getByRole('link', { name: '6.0' }).closest('td')).toHaveClass('is-1');
    expect(screen.getByRole('link', { name: '7.0' }).closest('td')).toHaveClass('is-5');
    expect(screen.getByText('None')).toBeInTheDocument();
  });

  it('say what a strip holds', () => {
    render(<StackBar attended={82} authorised={9} unauthorised={9} />);
    expect(screen.getByRole('img', { name: '82 attended, 9 authorised, 9 unauthorised' })).toBeInTheDocument();
  });

  it('drop dates and lines before labels touch', () => {
    expect(tickStep(16, 700)).toBe(2);
    expect(tickStep(16, 230)).toBe(6);
    expect(fewTicks([0, 2, 4, 6, 8, 10, 12])).toEqual([0, 4, 8, 12]);
  });
});
