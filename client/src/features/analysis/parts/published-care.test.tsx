import { render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import '@testing-library/jest-dom';
import type { CohortGroup } from '../rules/cohorts.ts';
import { rowsWithin } from '../rules/measures.ts';
import { PublishedCareTable } from './published-care.tsx';
import type { PublishedCarePartsFragment } from './published-care.generated.ts';

const figures = { possible: 1000, authorised: 60, unauthorised: 30, enrolments: 20, persistent: 5, severe: 1, recentPossible: 0, recentAbsent: 0, weekPossible: 0, weekAbsent: 0 };
const groups: CohortGroup[] = [{ value: 'CLA', label: 'Looked after', figures, lastYear: null }];
const place = { areaName: 'England', academicYear: 2024, term: 'YEAR', from: null, to: null, source: 'Department for Education', publishedOn: '2026-04-01', symbols: [{ measure: 'severePercent', symbol: 'c' }], rates: { absence: 9, authorised: 5.5, unauthorised: 3.5, late: null, persistent: 20.3, severe: null } };
const published: PublishedCarePartsFragment[] = [{ group: 'CLA', words: 'looked after for at least twelve months at 31 March', published: { national: place, regional: null, ownAuthority: null, neighbours: null } }];
const show = (more: Partial<Parameters<typeof PublishedCareTable>[0]> = {}) => render(<RouterProvider router={createMemoryRouter([{ path: '/', element: <PublishedCareTable groups={groups} phase={null} persistentShown published={published} rows={rowsWithin(true)} {...more} /> }])} />).container;

describe('care beside published figures', () => {
  it('sets each measure beside England, with the difference, the publisher’s symbols, source and date', () => {
    const text = show().textContent;
    for (const words of ['9.0%', 'here no difference', '25.0%', '20.3%', 'here 4.7 points more', 'c: suppressed by the publisher', 'published 1 April 2026', 'at least twelve months at 31 March', '2024/25, whole year']) expect(text).toContain(words);
    expect(text).not.toContain('Statistical neighbours');
  });
  it('opens the rows of what is here', () => expect([...show().querySelectorAll('td a')].map((link) => link.getAttribute('href'))).toEqual(['ABSENT', 'PERSISTENT', 'SEVERE'].map((measure) => `/pupils?measure=${measure}&axis=CARE&value=CLA`)));
  it('tells nothing of persistent absence while it is too early, nor of a group that is not here', () => {
    expect(show({ persistentShown: false })).toHaveTextContent('Not told20.3%');
    expect(show({ groups: [] })).toHaveTextContent('Not told9.0%');
  });
  it('says where nothing is held', () => expect(show({ published: [] })).toHaveTextContent('No published figure of children with a social worker is held here'));
});
