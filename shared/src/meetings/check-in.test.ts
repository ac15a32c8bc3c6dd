import fc from 'fast-check';
import { checkInNow, checkIns, hasCheckIns, MEETING_STATUSES, MEETING_TIERS, termHalves, type CheckInMeeting } from './index.ts';

const FIRST = { startsOn: '2026-09-01', endsOn: '2026-10-23' };
const SECOND = { startsOn: '2026-11-02', endsOn: '2026-12-18' };
const TODAY = '2026-11-19';
const meeting = (more: Partial<CheckInMeeting>): CheckInMeeting => ({ id: 1, status: 'BOOKED', onDay: '2026-12-02', heldOn: null, ...more });
const states = (meetings: CheckInMeeting[], today = TODAY): string[] => checkIns('INTENSIVE', [FIRST, SECOND], meetings, today).map(({ state, meetingId }) => `${state} ${meetingId ?? ''}`.trim());

describe('an intensive school is met in each half of a term', () => {
  test.each<[string, CheckInMeeting[], string, string[]]>([
    ['nothing, in the first half', [], '2026-09-20', ['OWED', 'OWED']],
    ['nothing, on its last day', [], '2026-10-23', ['OWED', 'OWED']],
    ['nothing, in half term', [], '2026-10-26', ['MISSED', 'OWED']],
    ['nothing, after the term', [], '2026-12-19', ['MISSED', 'MISSED']],
    ['held in the first, nothing in the second', [meeting({ status: 'LOCKED', onDay: '2026-10-01', heldOn: '2026-10-01' })], TODAY, ['SEEN 1', 'OWED']],
    ['held in the first, a check-in to come', [meeting({ status: 'HELD', heldOn: '2026-10-23' }), meeting({ id: 2 })], TODAY, ['SEEN 1', 'PLANNED 2']],
    ['one held on the day the second begins', [meeting({ status: 'RECORD_ISSUED', heldOn: '2026-11-02' })], TODAY, ['MISSED', 'SEEN 1']],
    ['an offer', [meeting({ status: 'OFFERED' })], TODAY, ['MISSED', 'PLANNED 1']],
    ['refused, called off, nobody there', [meeting({ status: 'DECLINED' }), meeting({ status: 'CANCELLED' }), meeting({ status: 'NO_SHOW' })], TODAY, ['MISSED', 'OWED']],
    ['booked for a day that is over, and nobody said it was held', [meeting({ onDay: '2026-11-18' })], TODAY, ['MISSED', 'PLANNED 1']],
    ['and the half is over', [meeting({ onDay: '2026-11-18' })], '2026-12-21', ['MISSED', 'MISSED']],
    ['booked for half term, which is in neither', [meeting({ onDay: '2026-10-28' })], '2026-10-20', ['OWED', 'OWED']],
  ])('%s', (_name, meetings, today, expected) => expect(states(meetings, today)).toEqual(expected));

  test('other tiers owe none', () => expect(MEETING_TIERS.filter((tier) => checkIns(tier, [FIRST, SECOND], [], TODAY).length > 0)).toEqual(['INTENSIVE']));

  test('the half of today, the one that comes, and the last', () => {
    const found = checkIns('INTENSIVE', [FIRST, SECOND], [], TODAY);
    expect(['2026-08-20', '2026-10-23', '2026-10-26', '2026-12-18', '2027-01-04'].map((day) => checkInNow(found, day)?.startsOn)).toEqual([FIRST.startsOn, FIRST.startsOn, SECOND.startsOn, SECOND.startsOn, SECOND.startsOn]);
    expect(checkInNow([], TODAY)).toBeNull();
  });

  test('halves are the stretches of the term, in order', () => {
    const terms = [{ name: 'Autumn 2', ...SECOND }, { name: 'Autumn 1', ...FIRST }, { name: 'Spring 1', startsOn: '2027-01-04', endsOn: '2027-02-12' }];
    expect(termHalves({ terms, closures: [] }, { startsOn: FIRST.startsOn, endsOn: SECOND.endsOn })).toEqual([FIRST, SECOND]);
  });

  const day = fc.integer({ min: 0, max: 120 }).map((n) => new Date(Date.UTC(2026, 7, 28 + n)).toISOString().slice(0, 10));
  const any = fc.record({ id: fc.nat(9), status: fc.constantFrom(...MEETING_STATUSES), onDay: day, heldOn: fc.option(day) });
  test('one more meeting never makes a half worse, and days that pass never make one better', () => {
    const rank = (state: string): number => ['MISSED', 'OWED', 'PLANNED', 'SEEN'].indexOf(state);
    fc.assert(fc.property(fc.array(any, { maxLength: 4 }), any, day, day, (meetings, more, one, other) => {
      const [early, late] = [one, other].sort() as [string, string];
      const [before, after, later] = [checkIns('INTENSIVE', [FIRST, SECOND], meetings, early), checkIns('INTENSIVE', [FIRST, SECOND], [...meetings, more], early), checkIns('INTENSIVE', [FIRST, SECOND], meetings, late)];
      before.forEach(({ state }, index) => {
        expect(rank(after[index]!.state)).toBeGreaterThanOrEqual(rank(state));
        expect(rank(later[index]!.state)).toBeLessThanOrEqual(rank(state));
      });
    }));
  });

  test('whoever has check-ins is who is asked', () => expect(MEETING_TIERS.filter(hasCheckIns)).toEqual(['INTENSIVE']));
});
