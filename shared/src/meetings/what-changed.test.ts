import { countChanges, whatChanged, type PupilMoment } from './index.ts';

const at = (standing: PupilMoment['standing'], more: Partial<PupilMoment> = {}): PupilMoment => ({ standing, isFalling: false, isAway: false, ...more });

describe('what changed since the last meeting', () => {
  test.each<[string, PupilMoment | null, PupilMoment, string[]]>([
    ['below then and now', at('BELOW'), at('BELOW'), []],
    ['severe then and now', at('SEVERE'), at('SEVERE'), []],
    ['below, now persistent', at('BELOW'), at('PERSISTENT'), ['NEWLY_PERSISTENT']],
    ['below, now severe: told of by the worse', at('BELOW'), at('SEVERE'), ['NEWLY_SEVERE']],
    ['persistent, now severe', at('PERSISTENT'), at('SEVERE'), ['NEWLY_SEVERE']],
    ['severe, now persistent: no recovery yet', at('SEVERE'), at('PERSISTENT'), []],
    ['severe, now below', at('SEVERE'), at('BELOW'), ['RECOVERED']],
    ['persistent, now below', at('PERSISTENT'), at('BELOW'), ['RECOVERED']],
    ['without a session now', at('PERSISTENT'), at(null), []],
    ['without a session then', at(null), at('PERSISTENT'), ['NEWLY_PERSISTENT']],
    ['nobody then', null, at('SEVERE'), ['NEWLY_SEVERE']],
    ['falling now', at('BELOW'), at('BELOW', { isFalling: true }), ['NEWLY_DECLINING']],
    ['falling then and now', at('BELOW', { isFalling: true }), at('BELOW', { isFalling: true }), []],
    ['away then, back now', at('PERSISTENT', { isAway: true }), at('PERSISTENT'), ['RETURNED']],
    ['away then and now', at('SEVERE', { isAway: true }), at('SEVERE', { isAway: true }), []],
    ['recovered and back', at('SEVERE', { isAway: true }), at('BELOW'), ['RECOVERED', 'RETURNED']],
  ])('%s', (_name, was, is, changes) => expect(whatChanged(new Map(was === null ? [] : [[1, was]]), new Map([[1, is]])).get(1) ?? []).toEqual(changes));

  test('says nothing of who is no longer on roll, and counts each change', () => {
    const changed = whatChanged(new Map([[1, at('SEVERE')], [2, at('BELOW')], [3, at('BELOW')]]), new Map([[2, at('SEVERE', { isFalling: true })], [3, at('SEVERE')]]));
    expect([...changed.keys()]).toEqual([2, 3]);
    expect(countChanges(changed.values())).toEqual({ NEWLY_SEVERE: 2, NEWLY_PERSISTENT: 0, NEWLY_DECLINING: 1, RECOVERED: 0, RETURNED: 0 });
  });
});
