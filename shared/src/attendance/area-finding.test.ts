import fc from 'fast-check';
import { areaFinding, phaseOfChange, tenthsApart, type AbsenceCounts, type PhaseBeside } from './index.ts';

const counts = (absent: number, possible = 1000): AbsenceCounts => ({ absent, possible });
const phase = (name: string, now: AbsenceCounts, before: AbsenceCounts): PhaseBeside => ({ phase: name, now, before });
const sum = (all: readonly AbsenceCounts[]): AbsenceCounts => ({ possible: all.reduce((total, { possible }) => total + possible, 0), absent: all.reduce((total, { absent }) => total + absent, 0) });
const area = (...phases: readonly PhaseBeside[]) => ({ now: sum(phases.map(({ now }) => now)), before: sum(phases.map(({ before }) => before)), phases });
const finding = (...phases: readonly PhaseBeside[]): string => areaFinding(area(...phases), (each) => `${each.toLowerCase()} schools`);

test.each<[words: string, phases: readonly PhaseBeside[], sentence: string]>([
  ['nothing yet', [], 'No marks have come in this academic year'],
  ['no last year', [phase('PRIMARY', counts(60), counts(0, 0))], 'Attendance is 94.0% so far this academic year'],
  ['no change', [phase('PRIMARY', counts(60), counts(60)), phase('SECONDARY', counts(90), counts(90))], 'Attendance is 92.5%, the same as last year'],
  ['a change too small to show', [phase('PRIMARY', counts(60_000, 1_000_000), counts(60_010, 1_000_000))], 'Attendance is 94.0%, the same as last year'],
  ['one phase alone is the area', [phase('PRIMARY', counts(60), counts(70))], 'Attendance is 94.0%, up 1.0 point on last year'],
  ['up, most of it in one', [phase('PRIMARY', counts(58), counts(60)), phase('SECONDARY', counts(80), counts(90))], 'Attendance is 93.1%, up 0.6 points on last year, most of it in secondary schools'],
  ['down, most of it in one while another rose', [phase('PRIMARY', counts(55), counts(60)), phase('SECONDARY', counts(110), counts(90))], 'Attendance is 91.7%, down 0.8 points on last year, most of it in secondary schools'],
  ['up in all alike', [phase('PRIMARY', counts(50), counts(60)), phase('SECONDARY', counts(80), counts(90))], 'Attendance is 93.5%, up 1.0 point on last year'],
  ['a third each', [phase('PRIMARY', counts(50), counts(60)), phase('SECONDARY', counts(80), counts(90)), phase('SPECIAL', counts(80), counts(90))], 'Attendance is 93.0%, up 1.0 point on last year'],
  ['a phase without a last year carries nothing', [phase('PRIMARY', counts(50), counts(60)), phase('SPECIAL', counts(10), counts(0, 0))], 'Attendance is 97.0%, up 3.0 points on last year'],
])('%s', (_words, phases, sentence) => expect(finding(...phases)).toBe(sentence));

test('where each phase attends less and the whole more, because there are more of the phase that misses least, none is named', () => {
  const mixed = area(phase('PRIMARY', counts(450, 9000), counts(40, 1000)), phase('SECONDARY', counts(110, 1000), counts(900, 9000)));
  expect([tenthsApart(mixed.now, mixed.before)! > 0, phaseOfChange(mixed)]).toEqual([true, null]);
});

describe('for any sessions', () => {
  const any = fc.nat(500).chain((possible) => fc.record({ possible: fc.constant(possible), absent: fc.nat(possible) }));
  const phases = fc.uniqueArray(fc.record({ phase: fc.constantFrom('PRIMARY', 'SECONDARY', 'SPECIAL'), now: any, before: any }), { selector: (each) => each.phase, maxLength: 3 });
  test('the phase named went the way of the whole', () => fc.assert(fc.property(phases, (all) => {
    const whole = area(...all);
    const named = whole.phases.find((each) => each.phase === phaseOfChange(whole));
    const rate = ({ absent, possible }: AbsenceCounts): number => absent / possible;
    return named === undefined || Math.sign(rate(named.before) - rate(named.now)) === Math.sign(tenthsApart(whole.now, whole.before) ?? 0);
  })));
  test('the sentence holds nothing but words and numbers', () => fc.assert(fc.property(phases, (all) => /^[A-Z][a-z0-9., %]+$/.test(finding(...all)) && !/NaN|undefined|Infinity/.test(finding(...all)))));
});
