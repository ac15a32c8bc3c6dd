import { act, fireEvent, render, screen, within } from '@testing-library/react';
import '@testing-library/jest-dom';
import { MemoryRouter } from 'react-router';
import { addDays } from '../../../lib/format.ts';
import type { PupilRecord, RegisterYear } from './record.ts';
import { viewOf } from './view.ts';
import { YearView } from './year-view.tsx';

const week = '/\\/\\/\\/\\OO    ';
const year = (academicYear: number, weeks: number): RegisterYear => ({
  id: `1-${academicYear}`, academicYear, enrolmentId: 1, schoolName: 'Oakmere Academy', changes: [],
  weeks: Array.from({ length: weeks }, (_, index) => ({ weekStart: addDays(academicYear === 2025 ? '2025-09-08' : '2024-09-09', index * 7), marks: week, open: 31, changed: 0 })),
});
const pupil: PupilRecord = {
  id: '1', upn: null, legalSurname: 'Thirkell', legalForename: 'Mason', preferredForename: null, bornOn: '2013-03-14', homeLaCode: null, restricted: false,
  enrolments: [], characteristics: [], careStatuses: null, carers: null, siblings: null, addresses: null, registers: [year(2025, 3), year(2024, 2)], looks: null,
};

const show = (address = '/pupils/1'): void => {
  const view = viewOf(pupil, '2026-11-19', null);
  if (view.registers === null) throw new Error('This record has registers.');
  render(<MemoryRouter initialEntries={[address]}><YearView view={view} registers={view.registers} /></MemoryRouter>);
};
const folds = (): HTMLDetailsElement[] => Array.from(document.querySelectorAll('details'));
/** What a browser does as a summary is pressed or Enter is. */
const toggle = (fold: HTMLDetailsElement | undefined, open: boolean): void => {
  if (fold === undefined) throw new Error('There is no such year.');
  act(() => { fold.open = open; });
  fireEvent(fold, new Event('toggle'));
};

describe('the years before', () => {
  it('are each listed with their figures and school, and drawn once they are opened', () => {
    show();
    expect(folds().map((fold) => fold.querySelector('summary')?.textContent)).toEqual([
      '2025 to 2026: 80.0% attended, 24 of 30 sessions, Oakmere Academy', '2024 to 2025: 80.0% attended, 16 of 20 sessions, Oakmere Academy',
    ]);
    expect(screen.queryByRole('table')).toBeNull();
    toggle(folds()[0], true);
    const table = screen.getByRole('table', { name: 'Register 2025 to 2026, Oakmere Academy' });
    expect(within(table).getByRole('cell', { name: /^Fri 12 Sep AM: O, / })).toHaveClass('app-mark--unauthorised');
    expect(document.querySelectorAll('[role="table"]')).toHaveLength(1);
  });

  it('stay drawn when they are shut again', () => {
    show();
    toggle(folds()[0], true);
    toggle(folds()[0], false);
    expect(document.querySelectorAll('[role="table"]')).toHaveLength(1);
  });

  it('are all open where the address says so, and by one link', () => {
    show('/pupils/1?years=all&looked=2');
    expect(folds().map(({ open }) => open)).toEqual([true, true]);
    expect(screen.getAllByRole('table')).toHaveLength(2);
    expect(screen.getByRole('link', { name: 'Show this year only' })).toHaveAttribute('href', '/pupils/1?looked=2');
  });

  it('open by that link without leaving the page', () => {
    show('/pupils/1?looked=2');
    const link = screen.getByRole('link', { name: 'Open every year, to read or print' });
    expect(link).toHaveAttribute('href', '/pupils/1?looked=2&years=all');
    fireEvent.click(link);
    expect(screen.getAllByRole('table')).toHaveLength(2);
    expect(folds().map(({ open }) => open)).toEqual([true, true]);
  });
});
