import { bandRows, movedChips, movedIn, movementFinding, wideRows } from './band-moves.ts';

it('says who moved which way', () => {
  expect(movementFinding({ higher: 412, same: 6000, lower: 287 })).toBe('412 pupils moved to a higher band of absence in the last four school weeks, 287 to a lower one');
  expect(movementFinding({ higher: 1, same: 0, lower: 0 })).toBe('1 pupil moved to a higher band of absence in the last four school weeks, none to a lower one');
  expect(movementFinding({ higher: 0, same: 9, lower: 0 })).toBe('Nobody moved to another band of absence in the last four school weeks');
  expect(movementFinding({ higher: 0, same: 0, lower: 0 })).toBe('Nobody has sessions before the last four school weeks yet');
});

it('has a row for each band before, the highest first', () => {
  expect(bandRows([{ from: 0, to: 0, pupils: 9 }, { from: 3, to: 1, pupils: 2 }, { from: 3, to: 4, pupils: 5 }])).toEqual([
    { from: 3, pupils: 7, higher: 5, same: 0, lower: 2, moves: [{ from: 3, to: 4, pupils: 5 }, { from: 3, to: 1, pupils: 2 }] },
    { from: 0, pupils: 9, higher: 0, same: 9, lower: 0, moves: [{ from: 0, to: 0, pupils: 9 }] },
  ]);
});

it('has a row for each wide band, the highest first, hidden counts among the others, and none where nobody is', () => {
  const cell = (from: number, to: number, pupils: number | null) => ({ from, to, pupils });
  expect(wideRows([cell(0, 0, 90), cell(0, 1, null), cell(1, 0, null), cell(1, 1, 12)])).toEqual([{ from: 1, counts: [null, 12] }, { from: 0, counts: [90, null] }]);
  expect(wideRows([cell(0, 0, 0)])).toEqual([]);
});

it('reads an address, and leaves nonsense aside', () => {
  expect(movedIn(new URLSearchParams('moved=HIGHER&movedFrom=3&movedTo=20'))).toEqual({ moved: 'HIGHER', movedFrom: 3, movedTo: 20 });
  expect(movedIn(new URLSearchParams('moved=UP&movedFrom=21&movedTo=-1'))).toEqual({ moved: null, movedFrom: null, movedTo: null });
  expect(movedChips({ moved: null, movedFrom: 2, movedTo: 3 }).map(({ label }) => label)).toEqual(['Band four school weeks ago: 10% to under 15%', 'Band now: 15% to under 20%']);
});
