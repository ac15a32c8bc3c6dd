import fc from 'fast-check';
import { MEETING_STATUSES, weekStates, type MeetingType, type WeekMeeting } from './index.ts';

const MEETING: WeekMeeting = { type: 'SINGLE_SCHOOL', status: 'BOOKED', onDay: '2026-11-19', schools: 1, prepared: 0, packed: 0, preparationDue: '2026-11-05', packDue: '2026-11-12', recordDue: '2026-11-26' };
const said = (more: Partial<WeekMeeting>, today: string): string[] => weekStates({ ...MEETING, ...more }, today).map(({ kind, onDay, of, isLate }) => [kind, onDay, of, isLate ? 'late' : null].filter((part) => part !== null).join(' '));

describe('how a meeting of my week stands', () => {
  test.each<[string, Partial<WeekMeeting>, string, string[]]>([
    ['before anything is due', {}, '2026-11-05', ['PREPARATION 2026-11-05', 'PACK 2026-11-12']],
    ['after both days', {}, '2026-11-16', ['PREPARATION 2026-11-05 late', 'PACK 2026-11-12 late']],
    ['prepared, with its pack', { status: 'PREPARED', prepared: 1, packed: 1 }, '2026-11-19', ['PREPARED', 'PACK_READY']],
    ['of two schools, one prepared', { schools: 2, prepared: 1, packed: 2 }, '2026-11-04', ['PREPARATION 2026-11-05 1', 'PACK_READY']],
    ['past, and nobody said whether it was held', { status: 'PREPARED', prepared: 1, packed: 1 }, '2026-11-20', ['SAY_WHETHER_HELD 2026-11-19 late']],
    ['held', { status: 'HELD' }, '2026-11-26', ['RECORD 2026-11-26']],
    ['held, and the record is late', { status: 'HELD' }, '2026-11-27', ['RECORD 2026-11-26 late']],
    ['issued', { status: 'RECORD_ISSUED' }, '2026-11-27', ['RECORD_ISSUED']],
    ['offered', { status: 'OFFERED' }, '2026-11-19', ['ANSWER 2026-11-19']],
    ['a check-in', { type: 'CHECK_IN' }, '2026-11-19', []],
    ['called off', { status: 'CANCELLED' }, '2026-11-19', []],
  ])('%s', (_words, more, today, expected) => expect(said(more, today)).toEqual(expected));

  test('nothing that is there is late, and each part stands once', () => fc.assert(fc.property(fc.constantFrom(...MEETING_STATUSES), fc.constantFrom<MeetingType>('SINGLE_SCHOOL', 'TRUST', 'CHECK_IN'), fc.nat(2), fc.nat(2), fc.constantFrom('2026-11-04', '2026-11-13', '2026-11-19', '2026-12-01'), (status, type, prepared, packed, today) => {
    const states = weekStates({ ...MEETING, status, type, schools: 2, prepared, packed }, today);
    expect(states.filter(({ kind, isLate }) => isLate && ['PREPARED', 'PACK_READY', 'RECORD_ISSUED'].includes(kind))).toEqual([]);
    expect(new Set(states.map(({ kind }) => kind)).size).toBe(states.length);
  })));
});
