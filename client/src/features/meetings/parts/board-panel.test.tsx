import { render } from '@testing-library/react';
import '@testing-library/jest-dom';
import { BoardPanel, heldWords } from './board-panel.tsx';
import type { SchoolTermFieldsFragment } from '../pages/own-page.generated.ts';

const SCHOOL: SchoolTermFieldsFragment = {
  schoolId: 990417, name: 'Oakmere Academy', held: 1, booked: 0, offered: 0, declined: 0, lastHeldOn: '2026-11-10', nextOn: null,
  board: { heldOn: '2026-11-10', schoolRating: 'AMBER', officerRating: 'RED', trend: 'DECLINING', dataQuality: 'GOOD', discussed: 7, actionsDone: 8, actionsOpen: 3, actionsOverdue: 2 },
};
const told = (board: Partial<SchoolTermFieldsFragment['board']> = {}) => render(<BoardPanel school={{ ...SCHOOL, board: { ...SCHOOL.board, ...board } }} term="Autumn term 2026/27" />).container;

describe('the board’s view of meetings', () => {
  it('tells both ratings, the trend and counts', () => {
    const box = told();
    for (const words of ['Held on Tuesday 10 November 2026', 'Amber', 'Red', 'Declining', '8 done this term, 3 open, 2 overdue']) expect(box).toHaveTextContent(words);
    expect(box).toHaveTextContent(/Pupils discussed this term\s*7/);
  });
  it('hides few pupils, and says so', () => expect(told({ discussed: null })).toHaveTextContent('c: few pupils, or a count that would tell few'));
  it('says that no record was issued, where none was', () => {
    const box = told({ heldOn: null, schoolRating: null, officerRating: null, trend: null, dataQuality: null, actionsOverdue: 0 });
    expect(box).toHaveTextContent('No record has been issued yet');
    expect(box).toHaveTextContent('none overdue');
    expect(box).not.toHaveTextContent('Not given');
  });
  it.each<[string, Partial<SchoolTermFieldsFragment>, string]>([
    ['booked', { held: 0, booked: 1, nextOn: '2026-12-02' }, 'Not yet: booked for Wednesday 2 December 2026'], ['offered', { held: 0, offered: 1 }, 'Not yet: a date is offered'], ['nothing', { held: 0 }, 'Not yet, and no date is offered'],
  ])('says whether the meeting is held: %s', (_name, more, words) => expect(heldWords({ ...SCHOOL, ...more })).toBe(words));
});
