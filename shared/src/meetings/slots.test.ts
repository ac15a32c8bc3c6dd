import fc from 'fast-check';
import { weekStartOf } from '../kernel/index.ts';
import { MEETING_TIERS, meetingMinutes, proposeSlots, slotLimits, type SlotSchool, type TakenSlot } from './index.ts';

const TODAY = '2026-11-19';
const week = (monday: number, days = 5, month = 11): string[] => Array.from({ length: days }, (_, index) => `2026-${month}-${String(monday + index).padStart(2, '0')}`);
/** A whole week, one of three days, and another whole one. */
const OPEN = [...week(16, 3), ...week(23), ...week(7, 5, 12)];
const school = (schoolId: number, more: Partial<SlotSchool> = {}): SlotSchool => ({ schoolId, name: `School ${schoolId}`, tier: 'TARGETED', trustId: null, locality: `Place ${schoolId}`, openDays: OPEN, roll: 900, severe: 10, persistent: 90, ...more });
const small = (schoolId: number, more: Partial<SlotSchool> = {}): SlotSchool => school(schoolId, { tier: 'UNIVERSAL', roll: 60, severe: 0, persistent: 3, locality: 'North', ...more });
const placed = (schools: readonly SlotSchool[], taken: readonly TakenSlot[] = []) => proposeSlots(schools, taken, TODAY, { from: '2026-11-16', to: '2026-12-31' });
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

describe('proposing dates', () => {
  test('the worst tier has the first date, whole weeks come before short ones, and a day holds so many', () => {
    const { proposals } = placed([school(1, { tier: 'UNIVERSAL', locality: 'A' }), school(2), school(3, { tier: 'INTENSIVE' }), school(4)]);
    expect(proposals.map(({ schoolIds, onDay, atTime, minutes }) => [schoolIds, onDay, atTime, minutes])).toEqual([
      [[3], '2026-11-23', '09:00', 65], [[2], '2026-11-23', '11:00', 46], [[4], '2026-11-23', '12:30', 46], [[1], '2026-11-24', '09:00', 30],
    ]);
  });

  test('what stands in the diary is left alone', () => {
    const { proposals } = placed([school(1)], [{ onDay: '2026-11-23', atTime: '09:30', minutes: 60 }, { onDay: '2026-11-23', atTime: '11:15', minutes: 65 }]);
    expect(proposals[0]).toMatchObject({ onDay: '2026-11-23', atTime: '13:00' });
  });

  test('a short week is used when the whole ones are full', () => {
    const taken = [...week(23), ...week(7, 5, 12)].flatMap((onDay) => ['09:00', '12:00'].map((atTime) => ({ onDay, atTime, minutes: 65 })));
    expect(placed([school(1)], taken).proposals[0]?.onDay).toBe('2026-11-16');
    const full = OPEN.flatMap((onDay) => ['09:00', '11:00', '13:00'].map((atTime) => ({ onDay, atTime, minutes: 65 })));
    expect(placed([school(1)], full)).toEqual({ proposals: [], withoutRoom: [1] });
  });

  test.each<[string, SlotSchool[], (readonly [string, number[], string])[]]>([
    ['small schools of one place', [small(1), small(2)], [['SMALL_SCHOOLS_GROUP', [1, 2], 'FACE_TO_FACE']]],
    ['small schools of one trust in two places', [small(1, { trustId: 7 }), small(2, { trustId: 7, locality: 'South' })], [['TRUST', [1, 2], 'REMOTE']]],
    ['a large one beside a small one', [small(1), small(2, { roll: 400, severe: 2 })], [['SINGLE_SCHOOL', [1], 'FACE_TO_FACE'], ['SINGLE_SCHOOL', [2], 'FACE_TO_FACE']]],
    ['a small one of a higher tier', [small(1), small(2, { tier: 'TARGETED' })], [['SINGLE_SCHOOL', [2], 'FACE_TO_FACE'], ['SINGLE_SCHOOL', [1], 'FACE_TO_FACE']]],
    ['five of one place', [1, 2, 3, 4, 5].map((id) => small(id)), [['SINGLE_SCHOOL', [5], 'FACE_TO_FACE'], ['SMALL_SCHOOLS_GROUP', [1, 2, 3, 4], 'FACE_TO_FACE']]],
    ['two that are never open together', [small(1, { openDays: ['2026-11-23'] }), small(2, { openDays: ['2026-11-24'] })], [['SINGLE_SCHOOL', [1], 'FACE_TO_FACE'], ['SINGLE_SCHOOL', [2], 'FACE_TO_FACE']]],
  ])('%s', (_name, schools, expected) => expect(placed(schools).proposals.map(({ type, schoolIds, mode }) => [type, schoolIds, mode])).toEqual(expected));

  test('a week of which some days are over is not a short one', () => expect(proposeSlots([school(1)], [], TODAY, { from: '2026-11-26', to: '2026-12-31' }).proposals[0]?.onDay).toBe('2026-11-26'));

  test('a group takes longer by the school', () => expect(placed([small(1), small(2), small(3)]).proposals[0]?.minutes).toBe(meetingMinutes('UNIVERSAL', TODAY) + 30));

  test('nothing is proposed outside the stretch', () => expect(proposeSlots([school(1)], [], TODAY, { from: '2026-11-28', to: '2026-12-06' })).toEqual({ proposals: [], withoutRoom: [1] }));

  const days = [...OPEN, ...week(30, 1), ...week(1, 4, 12)].sort();
  const anySchool = fc.record({ tier: fc.constantFrom(...MEETING_TIERS), trustId: fc.constantFrom(null, 1), locality: fc.constantFrom('North', 'South', ''), roll: fc.constantFrom(50, 600), severe: fc.constantFrom(0, 4), openDays: fc.subarray(days) });
  const anyTaken = fc.record({ onDay: fc.constantFrom(...days), atTime: fc.constantFrom('08:00', '09:10', '11:45', '15:30'), minutes: fc.constantFrom(30, 65, 120) });
  test('never on a closed day, never two at once, never more than a day or a week holds; every school once', () => fc.assert(fc.property(fc.array(anySchool, { maxLength: 30 }), fc.array(anyTaken, { maxLength: 12 }), (given, taken) => {
    const schools = given.map((more, index) => school(index + 1, { ...more, persistent: 3 }));
    const limits = slotLimits(TODAY);
    const { proposals, withoutRoom } = placed(schools, taken);
    expect([...proposals.flatMap(({ schoolIds }) => schoolIds), ...withoutRoom].sort((one, other) => one - other)).toEqual(schools.map(({ schoolId }) => schoolId));
    for (const { schoolIds, onDay } of proposals) for (const id of schoolIds) expect(schools[id - 1]?.openDays).toContain(onDay);
    for (const one of proposals) {
      const others = [...proposals.filter((each) => each !== one), ...taken].filter(({ onDay }) => onDay === one.onDay);
      for (const other of others) expect(minuteOf(one.atTime) >= minuteOf(other.atTime) + other.minutes + limits.between || minuteOf(one.atTime) + one.minutes + limits.between <= minuteOf(other.atTime)).toBe(true);
      expect(others.length + 1).toBeLessThanOrEqual(limits.mostADay);
      expect(minuteOf(one.atTime) >= limits.fromMinute && minuteOf(one.atTime) + one.minutes <= limits.untilMinute).toBe(true);
      expect([...proposals, ...taken].filter(({ onDay }) => weekStartOf(onDay) === weekStartOf(one.onDay)).length).toBeLessThanOrEqual(Math.max(limits.mostAWeek, taken.length));
    }
    const tiers = proposals.filter(({ schoolIds }) => schoolIds.length === 1).map(({ tier }) => MEETING_TIERS.indexOf(tier));
    expect(tiers.every((tier, index) => index === 0 || tier <= tiers[index - 1]!)).toBe(true);
  })));
});
