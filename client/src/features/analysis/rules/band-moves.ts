import { ABSENCE_BANDS, BandMoved, bandWords, MOVED_WORDS, movementOf, type BandMoves } from '@attendance/shared/attendance';
import { formatNumber, plural } from '../../../lib/format.ts';

/** "412 pupils moved to a higher band of absence in the last four school weeks, 287 to a lower one". */
export function movementFinding({ higher, lower, same }: { readonly higher: number; readonly lower: number; readonly same: number }): string {
  if (higher + lower + same === 0) return 'Nobody has sessions before the last four school weeks yet';
  if (higher + lower === 0) return 'Nobody moved to another band of absence in the last four school weeks';
  return `${higher === 0 ? 'No pupil' : plural(higher, 'pupil')} moved to a higher band of absence in the last four school weeks, ${lower === 0 ? 'none' : formatNumber(lower)} to a lower one`;
}

export interface BandRow { readonly from: number; readonly pupils: number; readonly higher: number; readonly same: number; readonly lower: number; readonly moves: readonly BandMoves[] }

/** A row for each band somebody was in before, the highest first, with where they are now. */
export function bandRows(moves: readonly BandMoves[]): BandRow[] {
  return [...new Set(moves.map(({ from }) => from))].sort((a, b) => b - a).map((from) => {
    const own = moves.filter((move) => move.from === from).sort((a, b) => b.to - a.to);
    const { HIGHER: higher, SAME: same, LOWER: lower } = movementOf(own);
    return { from, pupils: higher + same + lower, higher, same, lower, moves: own };
  });
}

export interface WideRow { readonly from: number; readonly counts: readonly (number | null)[] }

/** A row for each wide band, the highest first, with a count for each band now, lowest first; none where nobody is counted. */
export function wideRows(moves: readonly { readonly from: number; readonly to: number; readonly pupils: number | null }[]): WideRow[] {
  const bands = [...new Set(moves.map(({ from }) => from))].sort((a, b) => b - a);
  const rows = bands.map((from) => ({ from, counts: moves.filter((move) => move.from === from).sort((a, b) => a.to - b.to).map(({ pupils }) => pupils) }));
  return rows.some(({ counts }) => counts.some((count) => count !== 0)) ? rows : [];
}

/** What an address asks for of moves between bands; nonsense is as good as nothing. */
export function movedIn(search: URLSearchParams): { moved: BandMoved | null; movedFrom: number | null; movedTo: number | null } {
  const band = (key: string): number | null => { const value = search.get(key) ?? ''; return /^\d{1,2}$/.test(value) && Number(value) < ABSENCE_BANDS.length ? Number(value) : null; };
  const moved = search.get('moved');
  return { moved: Object.values(BandMoved).find((each) => each === moved) ?? null, movedFrom: band('movedFrom'), movedTo: band('movedTo') };
}

/** Each part of it as a filter that can be taken away. */
export function movedChips({ moved, movedFrom, movedTo }: ReturnType<typeof movedIn>): { key: 'moved' | 'movedFrom' | 'movedTo'; label: string }[] {
  return [
    ...(moved === null ? [] : [{ key: 'moved' as const, label: MOVED_WORDS[moved] }]),
    ...(movedFrom === null ? [] : [{ key: 'movedFrom' as const, label: `Band four school weeks ago: ${bandWords(movedFrom)}` }]),
    ...(movedTo === null ? [] : [{ key: 'movedTo' as const, label: `Band now: ${bandWords(movedTo)}` }]),
  ];
}
