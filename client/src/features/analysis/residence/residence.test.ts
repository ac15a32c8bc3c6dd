import { pupilsHref } from '../rules/measures.ts';
import type { ResidencePartsFragment } from './residence.generated.ts';
import { partRows, residenceFinding, totalRows } from './residence-table.tsx';

type Counts = ResidencePartsFragment['held'];
const counts = (enrolments: number | null): Counts => ({ __typename: 'CohortCounts', possible: enrolments === null ? null : enrolments * 100, authorised: 0, unauthorised: 0, enrolments, persistent: 0, severe: 0, recentPossible: 0, recentAbsent: 0, weekPossible: 0, weekAbsent: 0 }) as Counts;
type Part = NonNullable<ResidencePartsFragment['parts']>[number];
const part = (home: Part['home'], attends: Part['attends'], enrolments: number): Part => ({ home, attends, label: `${home} ${attends}`, figures: counts(enrolments) }) as Part;
const residence = (bySchool: number | null, byResidence: number | null, held: number | null): ResidencePartsFragment => ({ bySchool: counts(bySchool), byResidence: counts(byResidence), held: counts(held), parts: null }) as ResidencePartsFragment;

describe('by school and by residence', () => {
  it('are two rows, and a third where schools elsewhere send registers', () => {
    expect(totalRows(residence(30, 28, 30)).map(({ key }) => key)).toEqual(['school', 'residence']);
    expect(totalRows(residence(30, 28, 33)).map(({ key }) => key)).toEqual(['school', 'residence', 'held']);
  });

  it('open lists of the children each counts', () => {
    expect(totalRows(residence(30, 28, 33)).map(({ kept }) => pupilsHref('COUNTED', kept))).toEqual(['/pupils?measure=COUNTED&axis=ATTENDS&value=HERE', '/pupils?measure=COUNTED&axis=HOME&value=HERE', '/pupils?measure=COUNTED']);
    expect(partRows([part('HERE', 'ELSEWHERE', 2)]).map(({ kept }) => pupilsHref('ABSENT', kept))).toEqual(['/pupils?measure=ABSENT&axis=HOME&value=HERE&across=ATTENDS&acrossValue=ELSEWHERE']);
  });

  it('say of each part which total it is in, largest part first', () =>
    expect(partRows([part('HERE', 'ELSEWHERE', 2), part('HERE', 'HERE', 26), part('ELSEWHERE', 'HERE', 4), part('ELSEWHERE', 'ELSEWHERE', 1)]).map(({ who }) => who)).toEqual(['In both totals', 'By school only', 'By residence only', 'In neither total']));

  it('are named with both counts, and say where one is hidden', () => {
    expect(residenceFinding(residence(30, 28, 30))).toBe('30 pupils by school, 28 by residence: two totals, never added together');
    expect(residenceFinding(residence(30, null, 30))).toBe('30 pupils by school, a hidden number by residence: two totals, never added together');
  });
});
