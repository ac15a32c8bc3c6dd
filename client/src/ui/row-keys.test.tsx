import '@testing-library/jest-dom';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { createMemoryRouter, MemoryRouter, RouterProvider, useLocation } from 'react-router';
import { ChooseColumns } from './choose-columns.tsx';
import { shownColumns } from './columns-shown.ts';
import { DataTable, type DataColumn } from './data-table.tsx';
import { Link } from './link.tsx';
import { moveRow, tickRow } from './row-keys.ts';
import { useShortcuts } from './use-shortcuts.ts';

const NAMES = ['Amira', 'Mason', 'Elan'];

function Tasks() {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  useShortcuts({ j: () => moveRow(1), k: () => moveRow(-1), x: () => tickRow() });
  const columns: DataColumn<string>[] = [
    { key: 'pick', heading: 'Choose', cell: (name) => <input type="checkbox" aria-label={`Choose ${name}`} checked={chosen.includes(name)} onChange={() => setChosen(chosen.includes(name) ? chosen.filter((each) => each !== name) : [...chosen, name])} /> },
    { key: 'name', heading: 'Pupil', cell: (name) => <Link href={`/pupils/${name}`}>{name}</Link> },
  ];
  return (
    <main>
      <input aria-label="Find" />
      <DataTable caption="Tasks" columns={columns} rows={NAMES} rowKey={(name) => name} groupOf={(name) => (name === 'Elan' ? 'Late' : 'Today')} />
      <details><summary>More</summary><DataTable caption="Shut" columns={columns.slice(1)} rows={['Hidden']} rowKey={(name) => name} /></details>
      <p>Chosen: {chosen.join(', ')}</p>
    </main>
  );
}

const press = (...keys: string[]): void => { for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key }); };
const inHand = (): string | null => document.activeElement?.textContent ?? null;

describe('keys of rows', () => {
  beforeEach(() => { render(<RouterProvider router={createMemoryRouter([{ path: '/', element: <Tasks /> }])} />); });

  it('go from row to row over groups, past tables that are shut, and stay at either end', () => {
    const seen = ['j', 'j', 'j', 'j', 'k', 'k', 'k'].map((key) => { press(key); return inHand(); });
    expect(seen).toEqual(['Amira', 'Mason', 'Elan', 'Elan', 'Mason', 'Amira', 'Amira']);
  });
  it('go on from the row that holds the focus, by whatever way it came there', () => {
    screen.getByLabelText('Choose Mason').focus();
    press('j');
    expect(screen.getByRole('link', { name: 'Elan' })).toHaveFocus();
  });
  it('leave the focus on the link of the row, which Enter opens as ever', () => {
    press('j', 'j');
    expect(screen.getByRole('link', { name: 'Mason' })).toHaveFocus();
    expect(document.activeElement).toHaveAttribute('href', '/pupils/Mason');
  });
  it('tick it with x, and take the tick away; outside a row x does nothing', () => {
    press('x');
    expect(screen.getByText('Chosen:')).toBeInTheDocument();
    press('j', 'j', 'x');
    expect(screen.getByText('Chosen: Mason')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Mason' })).toHaveFocus();
    press('k', 'x', 'j', 'x');
    expect(screen.getByText('Chosen: Amira')).toBeInTheDocument();
  });
  it('are letters in a field', () => {
    screen.getByLabelText('Find').focus();
    press('j', 'x');
    expect(screen.getByLabelText('Find')).toHaveFocus();
  });
});

describe('columns that are left out', () => {
  const COLUMNS = [{ key: 'NAME', heading: 'Pupil' }, { key: 'LATE', heading: 'Late' }, { key: 'last', heading: 'Last 5 days' }];
  const shownFor = (query: string) => shownColumns(COLUMNS, new URLSearchParams(query));
  it.each([['', ['NAME', 'LATE', 'last'], null], ['hide=LATE', ['NAME', 'last'], 'Columns left out here: Late. A saved file has all of its columns.'], ['hide=LATE.last', ['NAME'], 'Columns left out here: Late, Last 5 days. A saved file has all of its columns.'], ['hide=NAME', ['NAME', 'LATE', 'last'], null], ['hide=no.such', ['NAME', 'LATE', 'last'], null]])('"%s"', (query, keys, words) =>
    expect([shownFor(query).shown.map(({ key }) => key), shownFor(query).leftOut]).toEqual([keys, words]));

  it('are chosen in the address, which keeps everything else', () => {
    const Where = () => <output>{useLocation().search}</output>;
    render(<MemoryRouter initialEntries={['/?phase=PRIMARY&page=2']}><ChooseColumns columns={COLUMNS} /><Where /></MemoryRouter>);
    const at = (): string => screen.getByRole('status').textContent;
    fireEvent.click(screen.getByText('Choose columns'));
    expect(screen.getAllByRole('checkbox')).toHaveLength(2);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Late' }));
    expect(at()).toBe('?phase=PRIMARY&page=2&hide=LATE');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Last 5 days' }));
    expect(new URLSearchParams(at()).get('hide')).toBe('LATE.last');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Late' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Last 5 days' }));
    expect(at()).toBe('?phase=PRIMARY&page=2');
  });
});
