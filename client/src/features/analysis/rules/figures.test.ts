import type { GroupCounts } from './counts.ts';
import { deliveryOutcome } from './delivery-words.ts';
import { codesOf } from './explain-codes.ts';
import { explainSentence, explainSpan, explanationText, workedOut } from './explain-words.ts';
import { greeting } from './greeting.ts';
import { lastDays } from './last-days.ts';
import { listParams, SCHOOL_SORTS } from './list-params.ts';
import { rowsWithin } from './measures.ts';
import { changeOnLastYear, headlineTiles } from './tiles.ts';
import { holidayBands, MOST_AWAY, weekRates } from './weeks.ts';

const counts = (more: Partial<GroupCounts> = {}): GroupCounts => ({ possible: 1000, attended: 934, authorised: 43, unauthorised: 23, lateBefore: 19, lateAfter: 2, enrolments: 100, persistent: 20, severe: 2, ...more });
const week = (weekStart: string, possible: number) => ({ weekStart, possible, authorised: possible / 20, unauthorised: 0, lastYearPossible: possible, lastYearAbsent: possible / 10 });

describe('tiles', () => {
  const tiles = (figures: GroupCounts, persistentShown = true, named = true) => headlineTiles({ figures, lastYear: counts({ authorised: 47, persistent: 24 }), persistentShown, weeks: [{ weekStart: '2026-11-16' }], england: [] }, { rows: rowsWithin(named) });

  it('puts every figure beside last year, good or bad by which way is good', () => {
    const [attendance, unauthorised] = tiles(counts());
    expect(attendance).toMatchObject({ value: '93.4%', n: '934 sessions', href: '/pupils?measure=ATTENDED', change: { way: 'up', tone: 'good', text: 'up 0.4 on last year' } });
    expect(unauthorised).toMatchObject({ value: '2.3%', change: { way: 'flat', tone: 'neutral', text: 'no change on last year' } });
    expect(changeOnLastYear(2.6, 2.3, 'down')).toEqual({ way: 'up', tone: 'bad', text: 'up 0.3 on last year' });
    expect(changeOnLastYear(2.6, null, 'down')).toBeNull();
  });

  it('leads from every figure to the rows it counts, last year’s included', () => {
    const hrefs = tiles(counts()).flatMap(({ href, comparators = [] }) => [href, ...comparators.map((comparator) => comparator.href)]);
    expect(hrefs).toEqual([
      '/pupils?measure=ATTENDED', '/pupils?measure=ATTENDED&to=2025-11-17', '/pupils?measure=ABSENT', '/pupils?measure=UNAUTHORISED', '/pupils?measure=UNAUTHORISED&to=2025-11-17', '/pupils?measure=AUTHORISED',
      '/pupils?measure=PERSISTENT', '/pupils?measure=PERSISTENT&to=2025-11-17', '/pupils?measure=SEVERE', '/pupils?measure=SEVERE&to=2025-11-17', '/pupils?measure=LATE', '/pupils?measure=LATE_BEFORE', '/pupils?measure=LATE_AFTER',
    ]);
    expect(tiles(counts(), true, false).flatMap(({ href, comparators = [] }) => [href, ...comparators.map((comparator) => comparator.href)]).filter((href) => href !== undefined)).toEqual([]);
  });

  it('sets who is absent by now beside who was by then, unless it is too early or hidden', () => {
    expect(tiles(counts())[2]).toMatchObject({ change: { way: 'down', tone: 'good', text: 'down 4.0 on last year' }, comparators: [{ label: 'Last year', value: '24.0%' }] });
    expect([tiles(counts(), false)[2]?.change, tiles(counts({ persistent: null }))[2]?.change]).toEqual([undefined, undefined]);
  });
  it('hides small counts and speaks of no persistent absence too early', () => {
    expect(tiles(counts({ severe: null }))[3]).toMatchObject({ state: 'suppressed', n: null });
    expect(tiles(counts(), false)[2]).toMatchObject({ state: 'too-early' });
    expect(tiles(counts({ possible: 0 })).every((tile) => tile.state === 'no-data')).toBe(true);
  });
});

describe('weeks', () => {
  const weeks = [week('2026-10-12', 1000), week('2026-10-19', 1000), week('2026-11-02', 1000), week('2026-11-09', 100)];

  it('draws a band over weeks without school, and breaks the line there', () => {
    expect(holidayBands(weeks)).toEqual([{ from: '2026-10-26', to: '2026-10-26', label: 'Half term' }]);
    expect(weekRates(weeks).map(({ absent }) => absent)).toEqual([5, 5, null, 5, 5]);
  });

  it('takes a week in which most schools are away for a holiday, but never the last, which may have just begun', () => {
    const area = [...weeks.slice(0, 2), week('2026-10-26', 120), ...weeks.slice(2)];
    const bands = holidayBands(area, MOST_AWAY);
    expect(bands).toHaveLength(1);
    expect(weekRates(area, bands)[2]?.absent).toBeNull();
    expect(holidayBands(area)).toEqual([]);
  });
});

it('finds the last five days with a mark', () => {
  expect(lastDays('/\\OO##/\\/\\    I       '.padEnd(28), '2026-11-24').map(({ date }) => date)).toEqual(['2026-11-16', '2026-11-17', '2026-11-19', '2026-11-20', '2026-11-23']);
  expect(lastDays('', '2026-11-24')).toEqual([]);
});

it('reads sort and page from an address and forgives nonsense', () => {
  expect(listParams(new URLSearchParams('sort=NAME&page=3'), SCHOOL_SORTS, 'PERSISTENT')).toEqual({ sort: 'NAME', direction: 'ASC', page: 3, take: 25 });
  expect(listParams(new URLSearchParams('sort=x&page=-1&take=9999'), SCHOOL_SORTS, 'PERSISTENT')).toEqual({ sort: 'PERSISTENT', direction: 'DESC', page: 1, take: 25 });
});

it('says what came of a file', () => {
  const file = { status: 'KEPT', rowsRead: 100, rowsRefused: 0, marksNew: 90, marksChanged: 2 };
  expect(deliveryOutcome(file)).toEqual({ words: '90 new, 2 changed', isBad: false });
  expect(deliveryOutcome({ ...file, rowsRefused: 1 })).toEqual({ words: '1 row refused', isBad: true });
  expect(deliveryOutcome({ ...file, status: 'REFUSED' })).toEqual({ words: 'Nothing kept', isBad: true });
});

it('greets by the time of day', () => expect(['00:05', '11:59', '12:00', '18:00'].map(greeting)).toEqual(['Good morning', 'Good morning', 'Good afternoon', 'Good evening']));

describe('an explanation', () => {
  const explanation = { measure: 'PERSISTENT', part: 327, whole: 1136, firstWeek: '2026-08-31', marksTo: '2026-11-23', marksToSession: 'PM', tooEarly: false, steps: [{ kind: 'LESS', count: 8, words: 'no possible session yet', opens: null, group: null }], definitions: [], coverage: null } as const;

  it('is a sentence, and text that can be sent', () => {
    const copy = { ...explanation, steps: [...explanation.steps], definitions: [...explanation.definitions] };
    expect(explainSentence(copy, '2026-11-19')).toBe('327 of 1,136 pupils have missed 10% or more of their own possible sessions');
    expect(explainSpan(copy)).toBe('from the week of 31 August 2026 to 23 November 2026, afternoon');
    const text = explanationText(copy, { place: 'at Oakmere Academy', today: '2026-11-24', when: workedOut('2026-11-24', '07:02'), address: 'https://x' });
    expect(text).toContain('\u2212 8  no possible session yet');
    expect(text).toContain('Worked out on Tuesday 24 November 2026 at 07:02');
    expect(text).toMatch(/Counted as absent\nAuthorised: C .*\n\nhttps:..x$/s);
  });

  it('lists the codes of today, never the old ones', () => {
    const lines = codesOf('PERSISTENT').flatMap((group) => group.lines).join(' ');
    expect(lines).toContain('Authorised: C C1 C2 E I J1 M R S T');
    expect(lines).toContain('Unauthorised: G N O U');
    expect(codesOf('LATE')[0]?.lines.join(' ')).toMatch(/attended: L .*unauthorised: U/);
  });
});
