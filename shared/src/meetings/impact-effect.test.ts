import { effectRowWords, effectWords, impactLimits, impactSummary, matchedWords, pointsWords, type EffectFacts } from './index.ts';

const FACTS: EffectFacts = { anchorOn: '2026-11-10', impact: 'IMPROVED', before: { attended: 30, possible: 60 }, after: { attended: 45, possible: 60 }, beforeDays: 30, days: 30, isLeaver: false, hasRegister: true };

describe('what followed an action, in words', () => {
  test.each<[string, Partial<EffectFacts>, string]>([
    ['both counts and the change', {}, 'Attended 30 of 60 sessions (50.0%) in the 30 school days before 10 November 2026; 45 of 60 sessions (75.0%) in the 30 school days from it. +25.0 points: improved.'],
    ['too few sessions say nothing', { impact: 'INSUFFICIENT', after: { attended: 38, possible: 38 }, days: 19 }, 'Attended 30 of 60 sessions (50.0%) in the 30 school days before 10 November 2026; 38 of 38 sessions (100.0%) in the 19 school days from it. Too few sessions to say.'],
    ['nothing from it yet', { impact: 'INSUFFICIENT', after: { attended: 0, possible: 0 }, days: 0 }, 'Attended 30 of 60 sessions (50.0%) in the 30 school days before 10 November 2026; none from it yet. Too few sessions to say.'],
    ['a leaver', { impact: 'WORSE', after: { attended: 10, possible: 50 }, days: 25, isLeaver: true }, 'Attended 30 of 60 sessions (50.0%) in the 30 school days before 10 November 2026; 10 of 50 sessions (20.0%) in the 25 school days from it. −30.0 points: worse. The pupil left: counted until then.'],
    ['no register', { hasRegister: false }, 'No register of this pupil is held or open to you, so what followed 10 November 2026 cannot be told.'],
    ['one day, and none before', { impact: 'INSUFFICIENT', before: { attended: 0, possible: 0 }, after: { attended: 1, possible: 2 }, days: 1 }, 'No sessions before 10 November 2026; 1 of 2 sessions (50.0%) in the 1 school day from it. Too few sessions to say.'],
  ])('%s', (_name, more, words) => expect(effectWords({ ...FACTS, ...more })).toBe(words));

  test('beside pupils alike', () => expect(matchedWords({ pupils: 10, meanBefore: 50.5, meanAfter: 56.5, effect: 19 })).toBe('10 pupils alike went from 50.5% to 56.5%; measured against them: +19.0 points.'));
  test.each([[0, '0.0 points'], [-0.04, '0.0 points'], [1, '+1.0 point'], [-1.04, '−1.0 point'], [5.25, '+5.3 points']])('%d is %s', (points, words) => expect(pointsWords(points)).toBe(words));
});

describe('a row of a summary, in words', () => {
  const limits = impactLimits('2026-11-10');
  const rows = (size: number) => Array.from({ length: size }, (_, index) => ({ impact: (['IMPROVED', 'STABLE', 'WORSE'] as const)[index % 3]!, value: index }));
  const few = { impact: 'INSUFFICIENT', value: null } as const;
  test.each<[string, number, number, string]>([
    ['nine are too few', 9, 0, 'Too few to say: 9 pupils with enough sessions, and 10 are needed. 1 pupil had too few sessions.'],
    ['ten have a middle and no range', 10, 9, '4 of 10 pupils improved (40.0%), 3 no great change, 3 worse. The middle change is +4.5 points. Too few could be set beside pupils alike (9) to say how much of it would have come anyway. 1 pupil had too few sessions.'],
    ['thirty have both', 30, 30, '10 of 30 pupils improved (33.3%), 10 no great change, 10 worse. The middle change is +14.5 points, between +8.0 points and +21.0 points 95 times in 100. Beside pupils alike the middle is +14.5 points, between +8.0 points and +21.0 points 95 times in 100 (30 compared). 1 pupil had too few sessions.'],
  ])('%s', (_name, size, compared, words) => expect(effectRowWords(impactSummary([...rows(size), few], limits), impactSummary(rows(compared), limits), limits.shownFrom)).toBe(words));
});
