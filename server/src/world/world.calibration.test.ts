import { buildWorld } from './build-world.ts';
import { figuresByPhase, type Figures } from './calibration.ts';
import { HERITAGE } from './heritage.ts';
import type { AbsencePhase } from './propensity.ts';

const world = buildWorld({ size: 'demo', today: '2026-11-19' });
const lastYear = figuresByPhase(world, 0);

const percent = (part: number, whole: number): number => (100 * part) / whole;
const of = (phase: AbsencePhase): Figures => lastYear.get(phase)!;
const share = (phase: AbsencePhase, mark: string): number => percent(of(phase).marks.get(mark) ?? 0, of(phase).possible);

// National figures of 2025/26 to 10 July 2026 (DfE, pupil attendance in schools).
const NATIONAL = [
  ['PRIMARY', { absence: 5.28, authorised: 3.73, unauthorised: 1.55, persistent: 13.77, late: 1.29 }],
  ['SECONDARY', { absence: 8.49, authorised: 5.22, unauthorised: 3.27, persistent: 23.77, late: 3.09 }],
  ['SPECIAL', { absence: 13.17, authorised: 9.57, unauthorised: 3.6, persistent: 36.06, late: 1.09 }],
] as const;

describe.each(NATIONAL)('last school year, %s', (phase, national) => {
  const figures = of(phase);
  test('absence is within 0.7 points of the national figure', () => {
    expect(Math.abs(percent(figures.authorised + figures.unauthorised, figures.possible) - national.absence)).toBeLessThan(0.7);
    expect(Math.abs(percent(figures.authorised, figures.possible) - national.authorised)).toBeLessThan(0.7);
    expect(Math.abs(percent(figures.unauthorised, figures.possible) - national.unauthorised)).toBeLessThan(0.7);
  });
  test('persistent absence is within 3 points, lateness within half a point', () => {
    expect(Math.abs(percent(figures.persistent, figures.enrolments) - national.persistent)).toBeLessThan(3);
    expect(Math.abs(percent(figures.late, figures.possible) - national.late)).toBeLessThan(0.5);
  });
  test('Friday afternoon is missed most, Wednesday morning less than Monday', () => {
    const rates = figures.slots.map(({ missed, possible }) => missed / possible);
    const [mondayMorning, , , , wednesdayMorning] = rates;
    expect(rates[9]).toBeGreaterThan(wednesdayMorning!);
    expect(mondayMorning).toBeGreaterThan(wednesdayMorning!);
  });
});

test('one to five pupils in a hundred are severely absent', () => {
  const all = [...lastYear.values()];
  const severe = percent(all.reduce((sum, each) => sum + each.severe, 0), all.reduce((sum, each) => sum + each.enrolments, 0));
  expect(severe).toBeGreaterThan(1);
  expect(severe).toBeLessThan(5);
});

test.each([
  ['PRIMARY', 'I', 2.786], ['PRIMARY', 'O', 0.794], ['PRIMARY', 'G', 0.535], ['PRIMARY', 'L', 1.122], ['PRIMARY', 'V', 0.733],
  ['SECONDARY', 'I', 3.627], ['SECONDARY', 'O', 2.608], ['SECONDARY', 'L', 2.79], ['SECONDARY', 'E', 0.289], ['SECONDARY', 'G', 0.314],
] as const)('%s: code %s comes near its national share of sessions', (phase, mark, national) => {
  expect(share(phase, mark)).toBeGreaterThan(national * 0.65);
  expect(share(phase, mark)).toBeLessThan(national * 1.35);
});

test('codes come in the national order', () => {
  const order = (phase: AbsencePhase, marks: readonly string[]): number[] => marks.map((mark) => share(phase, mark));
  for (const shares of [order('PRIMARY', ['I', 'O', 'G', 'M', 'U']), order('SECONDARY', ['I', 'O', 'C', 'U', 'S'])]) {
    expect(shares).toEqual([...shares].sort((one, other) => other - one));
  }
});

test('ethnicities add up to about a thousand', () =>
  expect(Math.round(Object.values(HERITAGE).reduce((sum, { share: each }) => sum + each, 0))).toBeGreaterThan(980));
