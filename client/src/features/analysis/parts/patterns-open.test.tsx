import { render, screen } from '@testing-library/react';
import '@testing-library/jest-dom';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { rowsWithin } from '../rules/measures.ts';
import type { CohortPartsFragment } from './cohorts.generated.ts';
import { GroupsPanel } from './groups-panel.tsx';
import { CodesPanel, SessionHeatPanel } from './session-patterns.tsx';

const patterns = { possible: 2000, slots: [{ slot: 0, possible: 1000, absent: 60 }, { slot: 9, possible: 1000, absent: 81 }], codes: [{ code: '/', sessions: 1800 }, { code: 'I', sessions: 100 }, { code: 'L', sessions: 59 }, { code: 'X', sessions: 7 }, { code: 'C1', sessions: null }] };
const figures = { possible: 1000, authorised: 50, unauthorised: 10, enrolments: 20, persistent: 6, severe: 5, recentPossible: 100, recentAbsent: 7, weekPossible: 30, weekAbsent: 3 };
const hidden = { possible: null, authorised: null, unauthorised: null, enrolments: null, persistent: null, severe: null, recentPossible: null, recentAbsent: null, weekPossible: null, weekAbsent: null };
const then = { ...figures, attended: 940 };
const hiddenThen = { ...hidden, attended: null };
const split: CohortPartsFragment = { axis: 'SEN', lastYearTo: '2025-11-17', lastYearRecentFrom: '2025-10-20', whole: { ...figures, possible: 1100, enrolments: 26 }, wholeLastYear: then, groups: [{ value: 'K', label: 'SEN support', figures, lastYear: then }, { value: 'NOT_RECORDED', label: 'None recorded', figures: hidden, lastYear: hiddenThen }] };

const draw = (part: ReactElement): HTMLElement => render(<RouterProvider router={createMemoryRouter([{ path: '/', element: part }])} />).container;
const hrefs = (box: HTMLElement): (string | null)[] => [...box.querySelectorAll('a')].map((link) => link.getAttribute('href'));
const groups = (named: boolean, persistentShown = true) => <GroupsPanel split={split} rows={rowsWithin(named, { schoolId: 990417 })} search={new URLSearchParams()} kept={[]} mayReadCare={named} persistentShown={persistentShown} {...(named ? { crossHref: '/groups?split=SEN' } : {})} />;

describe('the heat map', () => {
  it('opens the sessions of each half day, and nothing for those who see figures only', () => {
    expect(hrefs(draw(<SessionHeatPanel patterns={patterns} rows={rowsWithin(true, { phase: 'PRIMARY' })} />))).toEqual(['/pupils?measure=ABSENT&phase=PRIMARY&slot=0', '/pupils?measure=ABSENT&phase=PRIMARY&slot=9']);
    expect(screen.getByRole('heading', { name: 'Friday afternoon is missed most: 8.1% of sessions' })).toBeInTheDocument();
    expect(hrefs(draw(<SessionHeatPanel patterns={patterns} rows={rowsWithin(false)} />))).toEqual([]);
    const box = draw(<SessionHeatPanel patterns={{ ...patterns, slots: [{ slot: 0, possible: 1000, absent: null }, { slot: 1, possible: 1000, absent: 60 }] }} rows={rowsWithin(false)} />);
    expect([...box.querySelectorAll('tbody tr')][0]?.textContent).toBe('Mondayc, hidden6.0%');
    expect(box.textContent).toContain('c: fewer than 5 sessions');
  });
});

describe('the codes', () => {
  it('say what each means and its share, and open those that have a list', () => {
    const box = draw(<CodesPanel patterns={patterns} rows={rowsWithin(true)} />);
    expect([...box.querySelectorAll('tbody tr')].map((row) => row.textContent)).toEqual([
      '/Present in the morning1,800 sessions with code /90.0%', 'IIll100 sessions with code I5.0%', 'LLate, before the register closed59 sessions with code L3.0%', 'XNot of compulsory school age, not required7 sessions with code XNot counted', 'C1Leave: licensed performance or work abroadcc',
    ]);
    expect(hrefs(box)).toEqual([...['/', 'I'].map((code) => `/pupils?measure=CODED&code=${encodeURIComponent(code)}`), '/pupils?measure=LATE_BEFORE', '/pupils?measure=CODED&code=X']);
  });
});

describe('the groups', () => {
  it('open exactly the rows of each group and figure, and of the whole', () => {
    const own = '/pupils?measure=COUNTED&schoolId=990417';
    const found = hrefs(draw(groups(true)));
    // The way to a second split, then twelve figures of the one group that is shown, five of them of last year, and of the whole.
    expect(found).toHaveLength(25);
    expect([found[0], found[1], found[13]]).toEqual(['/groups?split=SEN', `${own}&axis=SEN&value=K`, own]);
    expect(found.slice(2, 8)).toEqual(['&last=week', '&week=2025-11-17', '&last=four', '&from=2025-10-20&to=2025-11-17', '', '&to=2025-11-17'].map((more) => `/pupils?measure=ABSENT&schoolId=990417&axis=SEN&value=K${more}`));
  });

  it('say which children last year is of and up to which week, and open who was persistently absent by then', () => {
    const box = draw(groups(true));
    expect(box).toHaveTextContent('Last year: of those in each group today, up to the week of 17 November 2025, as far as marks reach this year.');
    expect(hrefs(box)).toContain('/pupils?measure=PERSISTENT&schoolId=990417&axis=SEN&value=K&to=2025-11-17');
  });

  it('hide what is small with its reason, open no names for those who see figures only, and offer them no care', () => {
    const box = draw(groups(false));
    expect(hrefs(box)).toEqual([]);
    expect(box).toHaveTextContent('c: fewer than 5 pupils');
    expect(screen.queryByRole('option', { name: 'Care' })).toBeNull();
  });

  it('speak of no persistent absence too early in the year', () => expect(draw(groups(true, false))).not.toHaveTextContent('ersistent'));

  it('say in the drawing what the table says', () => {
    draw(groups(true));
    expect(screen.getByRole('img', { name: 'Sessions missed, %: SEN support 6.0%; all 5.5%.' })).toBeInTheDocument();
  });
});
