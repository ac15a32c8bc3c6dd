import { fireEvent, render, screen, within } from '@testing-library/react';
import '@testing-library/jest-dom';
import { NATIONAL_CODES } from '@attendance/shared/attendance';
import { AbsenceList } from './absence-list.tsx';
import { LastFive } from './last-five.tsx';
import { absencesOf, daysShown, fillOf, fillYear, lettersOf, wordsOf, type RegisterWeek } from './marks.ts';
import { RegisterGrid } from './register-grid.tsx';

const OPEN = 0b0011111;
const weeks: RegisterWeek[] = [
  { weekStart: '2026-08-31', marks: '      /\\/\\    ', open: 0b0011000 },
  { weekStart: '2026-09-07', marks: 'OO/\\L\\pp/-    ', open: OPEN, changed: 0b11 },
  { weekStart: '2026-09-14', marks: '/\\/\\          ', open: OPEN },
];
const today = '2026-09-16';
const grid = (extra: Partial<Parameters<typeof RegisterGrid>[0]> = {}) =>
  render(<RegisterGrid academicYear={2026} weeks={weeks} today={today} label="Register 2026 to 2027" {...extra} />);

describe('marks', () => {
  it('fills by what a mark does to the figures', () => {
    expect(fillOf('/')).toBe('present');
    expect(fillOf('L')).toBe('late');
    expect(fillOf('V')).toBe('approved');
    expect(fillOf('I')).toBe('authorised');
    expect(fillOf('O')).toBe('unauthorised');
    expect(fillOf('U')).toBe('unauthorised');
    expect(fillOf('N')).toBe('no-reason');
    expect(fillOf('4')).toBe('not-possible');
    expect(fillOf('#')).toBe('closed');
    expect(fillOf('-')).toBe('missing');
  });

  it('has a fill and words for every national code', () => {
    for (const { mark } of NATIONAL_CODES) {
      expect(fillOf(mark)).not.toBe('unknown');
      expect(wordsOf(mark)).not.toBe('');
    }
  });

  it('writes two-letter codes as a letter and a figure, and says them whole', () => {
    expect(lettersOf('p')).toEqual({ letter: 'C', figure: '2' });
    expect(lettersOf('4')).toEqual({ letter: 'Y', figure: '4' });
    expect(wordsOf('p')).toMatch(/^C2, /);
    expect(wordsOf('O')).toMatch(/^O, absent/);
    expect(wordsOf('/')).toMatch(/^present/);
  });

  it('shows weekends only when a mark stands there', () => {
    expect(daysShown(weeks)).toBe(5);
    expect(daysShown([{ weekStart: '2026-09-07', marks: '          /   ', open: OPEN }])).toBe(7);
  });

  it('fills a year from the week of 1 September to the week of 20 July', () => {
    const year = fillYear(2026, weeks, false);
    expect(year[0]?.weekStart).toBe('2026-08-31');
    expect(year[year.length - 1]?.weekStart).toBe('2027-07-19');
    expect(year).toHaveLength(47);
    expect(new Set(year.map((week) => week.weekStart)).size).toBe(47);
  });

  it('lists absences, lateness and gaps, latest first', () => {
    expect(absencesOf(weeks).map(({ mark }) => mark).join('')).toBe('-ppLOO');
  });
});

describe('RegisterGrid', () => {
  it('is one row a week, with the week and the sessions named', () => {
    grid();
    const rows = within(screen.getByRole('grid')).getAllByRole('row');
    expect(rows).toHaveLength(48);
    expect(within(rows[0] as HTMLElement).getAllByRole('columnheader').map((head) => head.textContent)).toEqual(
      ['Week', 'Mon AM', 'Mon PM', 'Tue AM', 'Tue PM', 'Wed AM', 'Wed PM', 'Thu AM', 'Thu PM', 'Fri AM', 'Fri PM']);
    expect(within(rows[2] as HTMLElement).getByRole('rowheader')).toHaveAccessibleName('Week of 7 Sep');
    expect(within(rows[2] as HTMLElement).getByRole('rowheader')).toHaveTextContent(/^7$/);
    expect(screen.getByRole('gridcell', { name: 'Mon 31 Aug AM: school closed' })).toHaveClass('app-mark--closed');
    expect(screen.getByRole('gridcell', { name: /^Mon 7 Sep AM: O, absent.*, changed later$/ })).toHaveClass('app-mark--unauthorised', 'app-mark--changed');
    expect(screen.getByRole('gridcell', { name: 'Wed 16 Sep AM: not in yet' })).toHaveClass('app-mark--unknown');
    expect(screen.getByRole('gridcell', { name: 'Thu 17 Sep AM: not yet' })).toHaveClass('app-mark--not-yet');
  });

  it('is one tab stop, on the last mark, and arrows, Home, End and Page keys move it', () => {
    grid();
    const stops = () => Array.from(document.querySelectorAll<HTMLElement>('[role="gridcell"][tabindex="0"]'));
    const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });
    expect(stops().map((cell) => cell.getAttribute('aria-label'))).toEqual(['Tue 15 Sep PM: present']);
    stops()[0]?.focus();
    press('ArrowLeft');
    expect(document.activeElement).toHaveAccessibleName('Tue 8 Sep PM: present');
    press('ArrowUp');
    expect(document.activeElement).toHaveAccessibleName('Tue 8 Sep AM: present');
    press('Home');
    expect(document.activeElement).toHaveAccessibleName(/^Tue 1 Sep AM/);
    press('PageDown');
    expect(document.activeElement).toHaveAccessibleName(/^Tue 29 Sep AM/);
    press('End');
    expect(document.activeElement).toHaveAccessibleName(/^Tue 20 Jul AM/);
    press('ArrowRight');
    expect(document.activeElement).toHaveAccessibleName(/^Tue 20 Jul AM/);
    expect(stops()).toHaveLength(1);
  });

  it('reads a session on hover and focus, with what it counts towards', () => {
    const { container } = grid({ describe: (weekStart, slot) => <span>{`${weekStart}/${slot} counts`}</span> });
    const line = container.querySelector('[aria-live="polite"]');
    expect(line).toHaveTextContent('Tue 15 Sep, afternoon: present in the afternoon.');
    fireEvent.mouseOver(screen.getByRole('gridcell', { name: /^Mon 7 Sep PM/ }));
    expect(line).toHaveTextContent(/^Mon 7 Sep, afternoon: O absent for other or unknown reasons\. The mark was changed after it was first seen\.2026-09-07\/1 counts/);
    fireEvent.focus(screen.getByRole('gridcell', { name: /^Thu 10 Sep AM/ }));
    expect(line).toHaveTextContent(/^Thu 10 Sep, morning: C2 leave: part-time timetable\./);
  });

  it('opens a session with Enter and with a press', () => {
    const onCell = jest.fn();
    grid({ onCell });
    const cell = screen.getByRole('gridcell', { name: /^Mon 7 Sep PM/ });
    fireEvent.click(cell);
    fireEvent.keyDown(cell, { key: 'Enter' });
    expect(onCell.mock.calls).toEqual([['2026-09-07', 1], ['2026-09-07', 1]]);
  });

  it('goes on by keys from the session that was pressed, still as one tab stop', () => {
    grid();
    fireEvent.click(screen.getByRole('gridcell', { name: /^Mon 7 Sep PM/ }));
    expect(document.activeElement).toHaveAccessibleName(/^Mon 7 Sep PM/);
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
    expect(document.activeElement).toHaveAccessibleName(/^Tue 8 Sep AM/);
    expect(document.querySelectorAll('[tabindex]')).toHaveLength(1);
  });

  it('is a plain table for an earlier year', () => {
    grid({ isPast: true });
    expect(screen.getByRole('table', { name: 'Register 2026 to 2027' })).toBeInTheDocument();
    expect(document.querySelector('[tabindex]')).toBeNull();
  });
});

it('AbsenceList says the same as a table', () => {
  render(<AbsenceList weeks={weeks} caption="Absences" />);
  expect(screen.getAllByRole('row')).toHaveLength(7);
  expect(screen.getByRole('rowheader', { name: 'Mon 7 Sep, afternoon' })).toBeInTheDocument();
});

it('LastFive says its days in one sentence', () => {
  render(<LastFive days={[{ date: '2026-11-17', marks: 'OO' }, { date: '2026-11-18', marks: '/\\' }]} />);
  expect(screen.getByRole('img')).toHaveAccessibleName('Last 2 school days: Tue 17 Nov O, absent for other or unknown reasons; Wed 18 Nov present');
});
