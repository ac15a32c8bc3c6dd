import { nextStep, type CoverageState, type StepMeeting } from './index.ts';

const TODAY = '2026-11-19';
const meeting = (more: Partial<StepMeeting>): StepMeeting => ({ id: 1, type: 'SINGLE_SCHOOL', status: 'BOOKED', onDay: '2026-12-02', dueOn: '2026-11-19', isSectionComplete: false, ...more });

test.each<[string, StepMeeting[], CoverageState | null, boolean, object]>([
  ['a school that is not counted', [], null, false, { step: 'NOTHING', meetingId: null }],
  ['no offer', [], 'OUTSTANDING', false, { step: 'OFFER', isLate: false }],
  ['no offer, and overdue', [], 'OUTSTANDING', true, { step: 'OFFER', isLate: true }],
  ['an offer to answer', [meeting({ status: 'OFFERED' })], 'IN_HAND', false, { step: 'REPLY', onDay: '2026-12-02', isLate: false }],
  ['an offer whose day is over', [meeting({ status: 'OFFERED', onDay: '2026-11-18' })], 'IN_HAND', false, { step: 'NO_REPLY', isLate: true }],
  ['two refusals', [meeting({ status: 'DECLINED' })], 'DECLINED', false, { step: 'OFFER_AGAIN', meetingId: 1 }],
  ['booked', [meeting({})], 'IN_HAND', false, { step: 'MEETING', onDay: '2026-12-02', isLate: false }],
  ['booked, preparation late', [meeting({ dueOn: '2026-11-18' })], 'IN_HAND', false, { step: 'PREPARATION_MISSING', isLate: true }],
  ['prepared', [meeting({ status: 'PREPARED', dueOn: '2026-11-18' })], 'IN_HAND', false, { step: 'MEETING' }],
  ['booked for a day that is over', [meeting({ onDay: '2026-11-18' })], 'IN_HAND', false, { step: 'SAY_WHETHER_HELD', isLate: true }],
  ['held', [meeting({ status: 'HELD', onDay: '2026-11-18', dueOn: '2026-11-25' })], 'IN_HAND', false, { step: 'RECORD_DUE', onDay: '2026-11-25', isLate: false }],
  ['held, record due today', [meeting({ status: 'HELD', onDay: '2026-11-12', dueOn: TODAY })], 'COVERED', false, { step: 'RECORD_DUE', isLate: true }],
  ['a check-in that was, and a meeting to come', [meeting({ id: 2, type: 'CHECK_IN', status: 'HELD', onDay: '2026-10-06', dueOn: null }), meeting({})], 'IN_HAND', true, { step: 'MEETING', meetingId: 1 }],
  ['issued, own section open', [meeting({ status: 'RECORD_ISSUED', onDay: '2026-11-02' })], 'IN_HAND', true, { step: 'SECTION_OPEN', isLate: true }],
  ['covered', [meeting({ status: 'LOCKED', onDay: '2026-10-02', isSectionComplete: true })], 'COVERED', false, { step: 'NOTHING', meetingId: 1 }],
  ['covered, with a check-in to come', [meeting({ status: 'LOCKED', isSectionComplete: true }), meeting({ id: 2, type: 'CHECK_IN', dueOn: '2026-11-01' })], 'COVERED', false, { step: 'MEETING', meetingId: 2 }],
])('%s', (_name, meetings, state, isOverdue, expected) => expect(nextStep(meetings, state, isOverdue, TODAY)).toMatchObject(expected));

describe('a check-in of the half term', () => {
  const checkIn = { startsOn: '2026-11-02', endsOn: '2026-12-18', meetingId: null };
  const met = meeting({ status: 'LOCKED', onDay: '2026-10-02', isSectionComplete: true });
  test.each<[string, StepMeeting[], CoverageState, 'OWED' | 'MISSED' | 'SEEN', object]>([
    ['is owed once the school is covered', [met], 'COVERED', 'OWED', { step: 'CHECK_IN', meetingId: null, onDay: '2026-12-18', isLate: false }],
    ['is not asked for before there is a meeting of the term', [], 'OUTSTANDING', 'OWED', { step: 'OFFER' }],
    ['comes after what is owed for a meeting', [meeting({ status: 'HELD', onDay: '2026-10-02', isSectionComplete: true })], 'COVERED', 'OWED', { step: 'RECORD_DUE' }],
    ['is over with the half', [met], 'COVERED', 'MISSED', { step: 'NOTHING' }],
    ['was held', [met], 'COVERED', 'SEEN', { step: 'NOTHING' }],
  ])('%s', (_name, meetings, state, standing, expected) => expect(nextStep(meetings, state, false, TODAY, { ...checkIn, state: standing })).toMatchObject(expected));
});
