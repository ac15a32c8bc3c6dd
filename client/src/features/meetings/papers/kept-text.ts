import { keepUnsent, unsentText } from '../../../lib/unsent-text.ts';
import { keyOf, type Box, type BoxName } from './papers.ts';

/** What was typed into papers and has not reached the server; `maybe` is what may have reached it without an answer. */
export type KeptBox = BoxName & Pick<Box, 'value' | 'base' | 'maybe'>;

/** A person’s unsent words for one meeting on this machine, as one open page reads and keeps them. */
export class KeptText {
  private readonly name: string;
  private readonly found: readonly KeptBox[];
  /** What this page put there, or took over: words of another page of the same meeting are not its to take away. */
  private own: ReadonlyMap<string, string>;

  constructor(userId: number | null, meetingId: string) {
    this.name = `papers:${userId ?? 0}:${meetingId}`;
    this.found = unsentText(this.name, isKept);
    this.own = valuesOf(this.found);
  }

  /** Words an earlier page left here that the server does not have by now. */
  left(held: ReadonlyMap<string, string>): KeptBox[] {
    return this.found.filter((box) => held.get(keyOf(box)) !== box.value);
  }

  /** Keeps what this page has typed and not sent, in place of what it kept before. */
  keep(boxes: readonly (BoxName & Pick<Box, 'value' | 'base' | 'sent' | 'maybe' | 'theirs'>)[]): void {
    const rows = boxes.map(({ schoolId, place, subject, field, value, base, sent, maybe, theirs }): KeptBox => ({
      schoolId, place, subject, field, value, maybe: sent ?? maybe,
      // Between two texts and not decided: nothing stands at version 0, so whoever opens the page again is asked again.
      base: theirs === null ? base : 0,
    }));
    const now = valuesOf(rows);
    const others = unsentText(this.name, isKept).filter((row) => !now.has(keyOf(row)) && this.own.get(keyOf(row)) !== row.value);
    keepUnsent(this.name, [...others, ...rows]);
    this.own = now;
  }
}

const valuesOf = (boxes: readonly KeptBox[]): Map<string, string> => new Map(boxes.map((box) => [keyOf(box), box.value]));

function isKept(box: unknown): box is KeptBox {
  const { schoolId, place, subject, field, value, base, maybe } = (box ?? {}) as Partial<Record<keyof KeptBox, unknown>>;
  return typeof schoolId === 'number' && [place, subject, field, value].every((text) => typeof text === 'string') && typeof base === 'number' && (maybe === null || typeof maybe === 'string');
}
