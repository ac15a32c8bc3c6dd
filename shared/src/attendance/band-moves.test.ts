import fc from 'fast-check';
import { BandMoved, bandMove, bandWords, movedTo, movementOf } from './band-moves.ts';
import { ABSENCE_BANDS, absenceBand } from './measures.ts';

it.each([
  [{ possible: 100, absent: 5, recentPossible: 40, recentAbsent: 5 }, { from: 0, to: 1 }],
  [{ possible: 100, absent: 20, recentPossible: 40, recentAbsent: 0 }, { from: 6, to: 4 }],
  [{ possible: 40, absent: 40, recentPossible: 20, recentAbsent: 20 }, { from: 20, to: 20 }],
  [{ possible: 40, absent: 3, recentPossible: 40, recentAbsent: 3 }, null], [{ possible: 0, absent: 0, recentPossible: 0, recentAbsent: 0 }, null],
])('%j moved %j', (standing, moved) => expect(bandMove(standing)).toEqual(moved));

it('says bands in words, and adds up who went which way', () => {
  expect([bandWords(2), bandWords(20), bandWords(21)]).toEqual(['10% to under 15%', 'Missed everything', '']);
  expect(movementOf([{ from: 1, to: 2, pupils: 4 }, { from: 1, to: 9, pupils: 1 }, { from: 3, to: 3, pupils: 70 }, { from: 3, to: 0, pupils: 2 }])).toEqual({ HIGHER: 5, SAME: 70, LOWER: 2 });
});

it('finds the national bands, and everyone goes one way', () => {
  const standing = fc.tuple(fc.nat(300), fc.nat(300), fc.nat(60), fc.nat(60)).map(([before, missed, recent, missedLately]) => ({ possible: before + recent, absent: Math.min(missed, before) + Math.min(missedLately, recent), recentPossible: recent, recentAbsent: Math.min(missedLately, recent) }));
  fc.assert(fc.property(standing, (each) => {
    const moved = bandMove(each);
    expect(moved === null).toBe(each.possible === each.recentPossible);
    if (moved === null) return;
    expect(ABSENCE_BANDS[moved.from]).toBe(absenceBand(each.absent - each.recentAbsent, each.possible - each.recentPossible));
    expect(ABSENCE_BANDS[moved.to]).toBe(absenceBand(each.absent, each.possible));
    expect(Object.values(BandMoved)).toContain(movedTo(moved.from, moved.to));
  }));
});
