import { render } from '@testing-library/react';
import '@testing-library/jest-dom';
import { BeforeAfter } from './before-after.tsx';
import type { BeforeAfterFieldsFragment } from './before-after.generated.ts';

const EFFECT: BeforeAfterFieldsFragment = {
  taskId: 1, anchorOn: '2026-11-10', before: { possible: 60, attended: 30 }, after: { possible: 60, attended: 45 }, days: 30, impact: 'IMPROVED', isLeaver: false, words: 'Attended 30 of 60 sessions.',
  points: [{ weekStart: '2026-11-02', possible: 10, attended: 5 }, { weekStart: '2026-11-09', possible: 10, attended: 7 }, { weekStart: '2026-11-16', possible: 10, attended: 8 }],
};

describe('before and after', () => {
  it('shows both rates, what they are of and the class, and is read out as its sentence alone', () => {
    const { container } = render(<BeforeAfter effect={EFFECT} />);
    expect(container).toHaveTextContent('50.0% to 75.0%');
    expect(container).toHaveTextContent('30 of 60 sessions before, 45 of 60 in the 30 days from it');
    expect(container.querySelector('.govuk-visually-hidden')).toHaveTextContent(EFFECT.words);
    expect(container.querySelector('[aria-hidden="true"]')).toHaveTextContent('Improved');
  });
  it('marks the week the action began in', () => {
    const { container } = render(<BeforeAfter effect={EFFECT} />);
    expect(container.querySelector('svg line')).toHaveAttribute('x1', '55');
  });
  it.each<[string, Partial<BeforeAfterFieldsFragment>, string]>([
    ['who left', { isLeaver: true }, 'left since'], ['no sessions', { after: { possible: 0, attended: 0 }, days: 0, impact: 'INSUFFICIENT' }, '50.0% to none'], ['one day', { days: 1 }, 'in the 1 day from it'],
  ])('says %s', (_name, more, words) => expect(render(<BeforeAfter effect={{ ...EFFECT, ...more }} />).container).toHaveTextContent(words));
  it('draws no line where nothing is known', () => expect(render(<BeforeAfter effect={{ ...EFFECT, points: [] }} />).container.querySelector('svg')).toBeNull());
});
