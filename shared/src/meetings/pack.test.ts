import fc from 'fast-check';
import { canonicalJson, packLastDays, packSections, packSentences, PACK_LISTS, packStanding, packLimits, type NamedPackPupil, type PackBody, type PackCounts } from './index.ts';

const counts = (more: Partial<PackCounts> = {}): PackCounts => ({ possible: 1000, attended: 900, authorised: 50, unauthorised: 50, lateBefore: 10, lateAfter: 4, missing: 2, enrolments: 20, persistent: 6, severe: 2, ...more });
const body = (more: Partial<PackBody> = {}): PackBody => ({
  version: 1, school: { id: 990417, name: 'Oakmere Academy', phase: 'SECONDARY' }, frozenOn: '2026-11-12', marksTo: '2026-11-11', academicYear: 2026, firstWeek: '2026-08-31',
  year: { own: counts(), lastYear: counts({ attended: 905, authorised: 45 }), phase: { schools: 3, counts: counts() }, england: { rates: { absence: 8.5, authorised: 5.2, unauthorised: 3.3, late: 3.1, persistent: 23.8, severe: null }, source: 'DfE', publishedOn: '2026-07-23', from: null, to: '2026-07-10', academicYear: 2025 } },
  term: null, bands: [{ from: 0, to: 5, pupils: 14 }, { from: 50, to: 100, pupils: 2 }], care: [{ axis: 'CARE', value: 'CLA', pupils: 1, possible: 50, absent: 5, persistent: 1, severe: 0 }],
  groups: [{ axis: 'YEAR_GROUP', value: '9', pupils: 10, possible: 500, absent: 70, persistent: 5, severe: 1 }, { axis: 'YEAR_GROUP', value: '10', pupils: 10, possible: 500, absent: 30, persistent: 1, severe: 1 }],
  codes: [], slots: [], weeks: [], overdueReasons: { sessions: 3, pupils: 1 }, roll: { joined: 1, left: 0 }, lists: { ...Object.fromEntries(PACK_LISTS.map((list) => [list, 0])), SEVERE: 2 } as PackBody['lists'], severeWithoutPlan: 1,
  actions: [], drafts: [], barriers: [], pupilActions: { open: 0, done: 0, overdue: 0 }, since: { kind: 'MEETING', on: '2026-10-08', figures: null }, changes: { NEWLY_SEVERE: 1, NEWLY_PERSISTENT: 0, NEWLY_DECLINING: 0, RECOVERED: 0, RETURNED: 0 }, overdueActions: 0, proposed: 2, beyond: 0, ...more,
});

describe('a pack in four sentences', () => {
  test('by rules, out of its counts', () => expect(packSentences(body())).toEqual([
    'Attendance is 90.0%, 1.5 points below secondary schools in England and 0.5 points below the same weeks of last year.',
    'Half of absence is unauthorised (50 of 100 sessions missed).',
    'Two pupils on roll are severely absent, 1 of them not yet so at the meeting of 8 October 2026; 1 of them has no plan in the portal.',
    'Year 9 has most persistent absence: 50.0% of its 10 pupils, beside 30.0% of the school.',
  ]));
  test('with nothing to compare and nobody absent', () => expect(packSentences(body({
    year: { own: counts({ attended: 1000, authorised: 0, unauthorised: 0, persistent: 0, severe: 0 }), lastYear: counts({ possible: 0, attended: 0 }), phase: null, england: null }, lists: { ...body().lists, SEVERE: 0 }, groups: [],
  }))).toEqual(['Attendance is 100.0%.', 'No absence is recorded yet.', 'Nobody on roll is severely absent.', 'Nobody of 20 pupils is persistently absent.']));
  test('before the first session', () => expect(packSentences(body({ year: { own: counts({ possible: 0, attended: 0, authorised: 0, unauthorised: 0, enrolments: 0, persistent: 0, severe: 0 }), lastYear: counts(), phase: null, england: null } }))[0]).toBe('No session of this year is in the registers yet.'));
});

describe('the sections of a pack', () => {
  const pupil: NamedPackPupil = { pupilId: 7, name: 'Élan O’Dwyer', ncYear: '9', form: '9R', possible: 84, absent: 42, recentPossible: 38, recentAbsent: 20, standing: 'SEVERE', isFalling: false, isAway: false, plan: null, lists: [{ list: 'SEVERE', sentence: 'Missed 42 of 84 sessions this year' }], changes: ['NEWLY_SEVERE'], actions: [], drafts: [], marks: '//OO  II/\\    ##//          ', marksFrom: '2026-11-02' };
  const sections = (showsCare: boolean) => packSections(body(), [pupil], { showsCare, spoken: [], cohorts: [], lines: [] });

  test('begin with what changed', () => expect(sections(true)[0]).toMatchObject({ key: 'CHANGES', title: 'What changed since we last met', notes: [expect.stringContaining('8 October 2026'), expect.stringContaining('newly severely absent 1'), expect.any(String)] }));
  test('leave care out for whoever does not read it, and say so', () => {
    const of = (showsCare: boolean) => sections(showsCare).find(({ key }) => key === 'GROUPS')!;
    expect([of(true).tables.map(({ key }) => key), of(false).tables.map(({ key }) => key)]).toEqual([['GROUPS', 'CARE'], ['GROUPS']]);
    expect(of(false).notes.join(' ')).toContain('your role does not see them');
  });
  test('have the lines of partners beside what was frozen, each with who and when, and say which came later', () => {
    const line = { pupilId: 7, name: 'Élan O’Dwyer', field: 'EARLY_HELP', value: 'Family plan', by: 'Yusuf Karim', on: '2026-11-17', time: '14:05', isAfterPack: true };
    const [, , partners] = packSections(body(), [pupil], { showsCare: true, spoken: [], cohorts: [], lines: [line, { ...line, field: 'SEND', by: null, on: '2026-11-10', isAfterPack: false }] });
    expect(partners).toMatchObject({ key: 'PARTNERS', notes: [expect.stringContaining('1 line was written after the pack was made, and says so.')] });
    expect(partners!.tables[0]!.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['Élan O’Dwyer', 'Early help', 'Family plan', 'Yusuf Karim, 17 November 2026, 14:05', 'Written after the pack was made'], ['Élan O’Dwyer', 'SEND service', 'Family plan', 'Somebody who left, 10 November 2026, 14:05', 'Written before'],
    ]);
    expect(sections(true).map(({ key }) => key)).not.toContain('PARTNERS');
  });
  test('never stand with a heading and nothing under it', () => {
    for (const { notes, tables } of sections(true)) expect(notes.length + tables.length).toBeGreaterThan(0);
  });
});

describe('standings and marks', () => {
  test.each([[8, 84, 'BELOW'], [9, 84, 'PERSISTENT'], [41, 84, 'PERSISTENT'], [42, 84, 'SEVERE'], [8, 80, 'PERSISTENT'], [0, 0, null]] as const)('%i of %i missed is %s', (absent, possible, standing) => expect(packStanding(absent, possible, packLimits('2026-11-06'))).toBe(standing));
  test('the last five days with a mark', () => expect(packLastDays('//OO  II/\\    ##//          ', '2026-11-02').map(({ date, marks }) => `${date} ${marks}`)).toEqual(['2026-11-02 //', '2026-11-03 OO', '2026-11-05 II', '2026-11-06 /\\', '2026-11-10 //']));
});

test('canonical JSON does not know the order of keys', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
    const turned = Object.fromEntries(Object.entries(value).reverse());
    expect(canonicalJson(turned)).toBe(canonicalJson(value));
    expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
  }), { numRuns: 100 });
});
