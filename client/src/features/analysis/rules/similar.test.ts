import { similarRule } from '@attendance/shared/attendance';
import { noSimilar, similarFinding, similarMethod } from './similar.ts';

const rule = similarRule('2026-11-19');
const school = (absent: number, persistent: number) => ({ pupils: 100, possible: 1000, absent, persistent });

it('says where a school stands, and of persistent absence only once that is shown', () => {
  const others = [school(50, 9), school(60, 10), school(90, 30)];
  expect(similarFinding(school(70, 8), others, true)).toBe('Absence here is 2nd highest of 4, persistent absence lowest of 4');
  expect(similarFinding(school(70, 8), others, false)).toBe('Absence here is 2nd highest of 4');
  expect(similarFinding({ ...school(0, 0), possible: 0 }, others, true)).toBe('There is no figure to place this school by');
});

it('tells the method with the values in force', () => {
  const [who, how] = similarMethod('SPECIAL', rule);
  expect(who).toBe('Of the special schools you see, with 30 pupils or more, these are the nearest to this one, 8 at most. With fewer than 4 others there is nothing to say.');
  expect(how).toMatch(/smaller \(counted once\).*last six years \(3 times\).*plan \(twice\).*English \(once\)/);
});

it.each([['OWN_SCHOOL_ONLY', /for people who see several schools/], ['TOO_SMALL', /fewer than 30 pupils/], ['TOO_FEW', /^Too few to say: fewer than 4 other primary schools/], ['NO_FIGURES', /no figures/]])('says why not: %s', (outcome, words) =>
  expect(noSimilar(outcome, 'PRIMARY', rule)).toMatch(words));
