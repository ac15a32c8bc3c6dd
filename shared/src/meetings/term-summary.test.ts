import fc from 'fast-check';
import { figuresOfSummary, hasRegisters, packSections, packSentences, schoolTier, summaryProblems, summaryState, SUMMARY_COUNTS, summaryWords, tierLimits, type PackBody, type PackSummary, type SummaryEntry, type TierQuestion } from './index.ts';

const TODAY = '2026-11-19';
const AUTUMN = { startsOn: '2026-09-03', endsOn: '2026-12-18' };
/** A thousand on roll, 1.5 points below 92%, 26.1% persistently and 3.3% severely absent, as far from the average as Oakmere Academy is. */
const ST_BEDES = { roll: 1000, possible: 100_000, authorised: 7500, unauthorised: 2000, persistent: 261, severe: 33, concern: 40 };
const entry = (change: Partial<SummaryEntry> = {}): SummaryEntry => ({ ...ST_BEDES, asOfOn: '2026-11-12', concerns: '', ...change });
const QUESTION: TierQuestion = { hasFeed: false, figures: null, average: { attendance: 9200, persistent: 2000, severe: 200, isOfAll: true }, overdueActions: 0, overdueReturns: 0, severeWithoutPlan: 0, isSecondary: false, daysWithoutData: 99, override: null };

describe('the summary of a school that sends no registers', () => {
  test.each<[string, Partial<SummaryEntry>, Record<string, string>]>([
    ['what can be', {}, {}], ['nobody absent', { authorised: 0, unauthorised: 0, persistent: 0, severe: 0, concern: 0 }, {}], ['all absent', { authorised: 98_000, unauthorised: 2000 }, {}], ['everybody persistently absent', { roll: 261, concern: 261, severe: 261 }, {}],
    ['more absent than possible', { authorised: 98_001 }, { unauthorised: '100,001 sessions of absence are more than the 100,000 possible. Check the three counts' }],
    ['more severely than persistently absent', { severe: 262 }, { severe: '262 severely absent are more than the 261 persistently absent. Whoever is severely absent is persistently absent too: count them in both' }],
    ['more persistently absent than on roll', { roll: 260, concern: 0 }, { persistent: '261 persistently absent are more than the 260 pupils on roll' }],
    ['more of concern than on roll', { roll: 261, concern: 262 }, { concern: '262 pupils of concern are more than the 261 pupils on roll' }],
    ['nobody on roll', { roll: 0 }, { roll: 'Enter how many pupils are on roll: a school without any has no summary' }], ['no sessions', { possible: 0 }, { possible: 'Enter how many sessions were possible: without any there is nothing to sum up' }],
    ['persistently absent without absence', { authorised: 0, unauthorised: 0 }, { persistent: 'Somebody is persistently absent, and no session of absence is counted. Check the counts' }],
    ['a field left empty', { severe: null }, { severe: 'Severely absent pupils: enter a whole number, 0 if there are none' }], ['below nothing', { concern: -1 }, { concern: 'Pupils you are concerned about: enter a whole number, 0 if there are none' }], ['a part', { roll: 1000.5 }, { roll: 'Pupils on roll: enter a whole number, 0 if there are none' }],
    ['the first day of the term', { asOfOn: '2026-09-03' }, {}], ['today', { asOfOn: TODAY }, {}], ['the day before the term', { asOfOn: '2026-09-02' }, { asOfOn: 'Enter a day of the term, from 3 September 2026 to 19 November 2026' }], ['tomorrow', { asOfOn: '2026-11-20' }, { asOfOn: 'Enter a day of the term, from 3 September 2026 to 19 November 2026' }],
    ['no day', { asOfOn: '31/11/2026' }, { asOfOn: 'Enter the day the counts go up to as a real date, such as 12/11/2026' }], ['too many words', { concerns: 'x'.repeat(2001) }, { concerns: 'Write this in 2,000 characters or fewer' }],
  ])('%s', (_what, change, problems) => expect(summaryProblems(entry(change), AUTUMN, TODAY)).toEqual(problems));

  test('of a term that is over its last day still counts, of one that has not begun nothing', () => {
    expect(summaryProblems(entry({ asOfOn: '2026-12-18' }), AUTUMN, '2027-02-01')).toEqual({});
    expect(summaryProblems(entry(), { startsOn: '2027-01-05', endsOn: '2027-03-25' }, TODAY)).toEqual({ asOfOn: 'This term has not begun: its summary is entered once it has' });
  });

  test('whatever is let through can be counted, and scored', () => {
    const count = fc.option(fc.nat(300), { freq: 20 });
    const typed = fc.record({ roll: count, possible: count, authorised: count, unauthorised: count, persistent: count, severe: count, concern: count });
    fc.assert(fc.property(typed, (counts) => {
      if (Object.keys(summaryProblems(entry(counts), AUTUMN, TODAY)).length > 0) return;
      expect(SUMMARY_COUNTS.every((name) => counts[name] !== null)).toBe(true);
      const { attended, possible, pupils, persistent, severe } = figuresOfSummary(entry(counts) as PackSummary, null);
      expect(attended >= 0 && attended <= possible && severe <= persistent && persistent <= pupils).toBe(true);
      expect(schoolTier({ ...QUESTION, figures: figuresOfSummary(entry(counts) as PackSummary, null), summaryTo: '2026-11-12' }, TODAY).data).toBe('SUMMARY');
    }), { numRuns: 2000 });
  });

  test('St Bede’s is universal until its summary is entered, then scored from it, and each reason says so', () => {
    expect(schoolTier(QUESTION, TODAY)).toEqual({ tier: 'UNIVERSAL', data: 'NO_FEED', score: null, measures: [], floors: [] });
    const scored = schoolTier({ ...QUESTION, overdueActions: 2, figures: figuresOfSummary(ST_BEDES, { possible: 100_000, authorised: 8000, unauthorised: 1000 }), summaryTo: '2026-11-12' }, TODAY, tierLimits(TODAY));
    expect(scored).toMatchObject({ tier: 'INTENSIVE', data: 'SUMMARY', score: 8, floors: [] });
    expect(scored.measures.map(({ points, reason }) => [points, reason])).toEqual([
      [2, 'Attendance is 90.5% by the school’s own summary to 12 November 2026, 1.5 percentage points below the national average of 92% for all schools'],
      [2, 'Persistent absence is 26.1% by the school’s own summary to 12 November 2026, 6.1 percentage points above the national average of 20% for all schools'],
      [2, 'Severe absence is 3.3% by the school’s own summary to 12 November 2026, 1.3 percentage points above the national average of 2% for all schools'],
      [1, 'Attendance is 90.5% by the school’s own summary to 12 November 2026; in its summary of the same term last year it was 91%'], [1, 'Overdue: 2 actions and 0 returns'],
    ]);
    const first = schoolTier({ ...QUESTION, figures: figuresOfSummary({ ...ST_BEDES, severe: 0 }, null), summaryTo: '2026-11-12' }, TODAY);
    expect(first.measures.slice(2, 4).map(({ points, reason }) => [points, reason])).toEqual([[0, 'No pupil is severely absent by the school’s own summary to 12 November 2026'], [0, 'The school entered no summary of the same term last year to compare with']]);
  });

  test.each([['INDEPENDENT', null, false], ['INDEPENDENT', '2026-11-18', true], ['PRIMARY', null, true], ['ALTERNATIVE', null, true]])('%s with marks to %s: registers %s', (phase, marksTo, has) => expect(hasRegisters(phase, marksTo)).toBe(has));

  test.each<[string | null, string | null, string, string]>([
    ['2026-11-12', '2026-11-10', 'ENTERED', 'Summary of the autumn term entered 2026-11-12'], [null, null, 'NOT_YET', 'Summary of the autumn term not entered yet'], [null, TODAY, 'ASKED', `Summary of the autumn term asked for, due ${TODAY}`], [null, '2026-11-18', 'LATE', 'Summary of the autumn term was due 2026-11-18'],
  ])('entered %s, due %s: %s', (enteredOn, dueOn, state, words) => {
    expect(summaryState(enteredOn, dueOn, TODAY)).toBe(state);
    expect(summaryWords({ state: summaryState(enteredOn, dueOn, TODAY), season: 'AUTUMN', enteredOn, dueOn }, (day) => day)).toBe(words);
  });
});

describe('the pack of a school that sends no registers', () => {
  const england = { rates: { absence: 8, authorised: 6, unauthorised: 2, late: null, persistent: 20, severe: 2 }, source: 'DfE', publishedOn: '2026-11-05', from: null, to: null, academicYear: 2026 };
  const body = (summary: PackSummary | null): PackBody => ({ school: { id: 1, name: 'St Bede’s School', phase: 'INDEPENDENT' }, frozenOn: TODAY, marksTo: null, summary, year: { england }, actions: [], drafts: [], barriers: [], beyond: 0 } as unknown as PackBody);
  const shown = (summary: PackSummary | null) => packSections(body(summary), [], { showsCare: true, spoken: [], cohorts: [], lines: [] });
  const SUMMARY: PackSummary = { ...ST_BEDES, term: 'autumn term 2026/27', asOfOn: '2026-11-12', enteredOn: '2026-11-13', by: 'Helena Marsh', concerns: 'Two families\nmoved', last: { ...ST_BEDES, authorised: 7000 } };

  test('has the summary as its headline, with whose it is and to which day, and no empty figures', () => {
    const sections = shown(SUMMARY);
    expect(sections.map(({ key }) => key)).toEqual(['HEADLINE', 'TOPICS', 'AGREED']);
    expect(sections[0]?.notes[0]).toContain('own counts from the first day of its school year to 12 November 2026: its summary of the autumn term 2026/27, entered 13 November 2026 by Helena Marsh.');
    expect(sections[0]?.notes[2]).toBe('The school is concerned about 40 pupils. In its words: Two families moved');
    expect(sections[0]?.tables[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['Attendance', '90.5%', '91.0%', '92.0%'], ['Absence', '9.5%', '9.0%', '8.0%'], ['Authorised absence', '7.5%', '7.0%', '6.0%'], ['Unauthorised absence', '2.0%', '2.0%', '2.0%'],
      ['Persistent absence, of pupils on roll', '26.1%', '26.1%', '20.0%'], ['Severe absence, of pupils on roll', '3.3%', '3.3%', '2.0%'],
      ['Possible sessions', '100,000', '100,000', '–'], ['Pupils on roll', '1,000', '1,000', '–'], ['of them persistently absent', '261', '261', '–'], ['of them severely absent', '33', '33', '–'],
    ]);
    expect(packSentences(body(SUMMARY))).toEqual([
      'By the school’s own summary to 12 November 2026, attendance is 90.5%, 1.5 points below all schools in England and 0.5 points below its summary of the same term last year.',
      '2,000 of 9,500 sessions missed are unauthorised.', '261 of 1,000 pupils on roll are persistently absent, 33 of them severely.', 'The school is concerned about 40 pupils.',
    ]);
  });

  test('says so where nothing was entered', () => {
    expect(shown(null)[0]).toMatchObject({ key: 'HEADLINE', tables: [], notes: [expect.stringContaining('No register comes from this school'), 'The school had entered no summary of this school year when this was made.'] });
    expect(packSentences(body(null))).toHaveLength(1);
  });
});
