import fc from 'fast-check';
import { addDays } from '../kernel/index.ts';
import { PeriodKind, periodsOf, type PeriodSource } from './periods.ts';

const week = (weekStart: string, possible = 1000) => ({ weekStart, possible });
const AUTUMN = ['2026-08-31', '2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19'].map((monday) => week(monday));
/** In half term a few schools with dates of their own are open. */
const SOURCE: PeriodSource = {
  weeks: [...AUTUMN, week('2026-10-26', 40), week('2026-11-02'), week('2026-11-09'), week('2026-11-16', 300)],
  halfTerm: { startsOn: '2026-11-02', endsOn: '2026-12-18' }, term: { startsOn: '2026-09-01', endsOn: '2026-12-18' }, recentWeeks: 4, chosen: null,
};
const spans = (source: PeriodSource): string[] => periodsOf(source).map(({ kind, from, to }) => `${kind} ${from} ${to}`);

describe('periods', () => {
  it('end with the latest marks, shortest first', () => expect(spans(SOURCE)).toEqual([
    'LATEST_WEEK 2026-11-16 2026-11-16', 'RECENT_WEEKS 2026-10-19 2026-11-16', 'HALF_TERM 2026-11-02 2026-11-16', 'TERM 2026-08-31 2026-11-16', 'YEAR 2026-08-31 2026-11-16',
  ]));

  it('count only weeks in which most schools were open, whatever the latest week holds yet', () => {
    expect(spans({ ...SOURCE, weeks: [week('2026-09-07'), week('2026-09-14'), week('2026-09-21', 10)] })[1]).toBe('RECENT_WEEKS 2026-09-07 2026-09-21');
    expect(spans({ ...SOURCE, recentWeeks: 3 })[1]).toBe('RECENT_WEEKS 2026-11-02 2026-11-16');
  });

  it('are told of no term where the calendar tells none, and of chosen weeks last', () => expect(spans({ ...SOURCE, halfTerm: null, term: null, chosen: { from: '2026-09-07', to: '2026-09-14' } })).toEqual([
    'LATEST_WEEK 2026-11-16 2026-11-16', 'RECENT_WEEKS 2026-10-19 2026-11-16', 'YEAR 2026-08-31 2026-11-16', 'CHOSEN 2026-09-07 2026-09-14',
  ]));

  it('are none before the first marks', () => expect(periodsOf({ ...SOURCE, weeks: [] })).toEqual([]));

  it('lie within the year and hold one another, each as long as the one before it or longer', () => {
    const sizes = fc.array(fc.nat(2000).map((possible) => possible + 1), { minLength: 1, maxLength: 39 });
    fc.assert(fc.property(sizes, fc.integer({ min: 1, max: 8 }), (possibles, recentWeeks) => {
      const weeks = possibles.map((possible, index) => week(addDays('2026-08-31', index * 7), possible));
      const found = periodsOf({ ...SOURCE, weeks, recentWeeks, halfTerm: null, term: null });
      expect(found.map(({ kind }) => kind)).toEqual([PeriodKind.LATEST_WEEK, PeriodKind.RECENT_WEEKS, PeriodKind.YEAR]);
      for (const [index, { from, to }] of found.entries()) {
        expect([to, weeks.some(({ weekStart }) => weekStart === from)]).toEqual([weeks.at(-1)?.weekStart, true]);
        expect(from <= (found[index - 1]?.from ?? from)).toBe(true);
      }
      expect(found.at(-1)?.from).toBe(weeks[0]?.weekStart);
    }));
  });
});
