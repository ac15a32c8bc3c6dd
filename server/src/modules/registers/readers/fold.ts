import type { CopyText } from './copy-text.ts';

export const MOST_OPEN_WEEKS = 400_000;
const WEEKS_AT_ONCE = 20_000;
const STRIDE = 16;
const NOTHING = 0;
const CONTESTED = 1;
const NO_MARK = 45;
const WRITTEN = -1;

/** What became of a mark put into the fold. */
export const Put = { KEPT: 0, REPEATED: 1, CONTRADICTED: 2, CONTRADICTED_AGAIN: 3, BESIDE_A_MARK: 4, FILLED_A_GAP: 5 } as const;
export type Put = (typeof Put)[keyof typeof Put];

/**
 * Gathers marks into weeks. Weeks stay open until the table is full; then the oldest eighth is written out, so memory does
 * not grow with the file and the database has work while the file is still being read. A week that gets a mark after it
 * was written is written a second time with the new marks only.
 */
export class WeekFold {
  /** True once a week that had been written was opened again. */
  reopened = false;
  /** The mark already held where `put` met a contradiction; 0 when it was contested before. */
  heldMark = 0;
  private readonly capacity: number;
  private readonly marks: Uint8Array;
  private readonly enrolments: Int32Array;
  private readonly weeks: Int32Array;
  private readonly firstLines: Float64Array;
  /** Per week, per enrolment: 0 never seen, -1 written, else place + 1. Made when the file first reaches the week. */
  private readonly places: (Int32Array | undefined)[] = [];
  private oldest = 0;
  private open = 0;
  private lastEnrolment = -1;
  private lastWeek = -1;
  private lastAt = 0;

  constructor(
    private readonly enrolmentCount: number,
    weekCount: number,
    private readonly out: CopyText,
    mostOpenWeeks: number = MOST_OPEN_WEEKS,
  ) {
    const capacity = Math.max(1, Math.min(mostOpenWeeks, enrolmentCount * weekCount));
    this.capacity = capacity;
    this.marks = new Uint8Array(capacity * STRIDE);
    this.enrolments = new Int32Array(capacity);
    this.weeks = new Int32Array(capacity);
    this.firstLines = new Float64Array(capacity);
  }

  /** Puts a mark (its character code) into slot 0–13 of a week. Of contradicting marks none is kept. */
  put(enrolment: number, week: number, slot: number, mark: number, line: number): Put {
    if (enrolment !== this.lastEnrolment || week !== this.lastWeek) this.turnTo(enrolment, week, line);
    const at = this.lastAt + slot;
    const held = this.marks[at]!;
    if (held === NOTHING) {
      this.marks[at] = mark;
      return Put.KEPT;
    }
    if (held === mark) return Put.REPEATED;
    return this.clash(at, held, mark);
  }

  /** Writes some of the weeks still open, the oldest first; false once there was nothing left to write. */
  finish(): boolean {
    if (this.open === 0) return false;
    this.write(Math.min(this.open, WEEKS_AT_ONCE));
    if (this.open === 0) this.out.close();
    return true;
  }

  private clash(at: number, held: number, mark: number): Put {
    // A gap says nothing, so it contradicts nothing.
    if (mark === NO_MARK) return Put.BESIDE_A_MARK;
    if (held === NO_MARK) {
      this.marks[at] = mark;
      return Put.FILLED_A_GAP;
    }
    this.heldMark = held === CONTESTED ? 0 : held;
    if (held === CONTESTED) return Put.CONTRADICTED_AGAIN;
    this.marks[at] = CONTESTED;
    return Put.CONTRADICTED;
  }

  private turnTo(enrolment: number, week: number, line: number): void {
    const places = (this.places[week] ??= new Int32Array(this.enrolmentCount));
    let place = places[enrolment]! - 1;
    if (place < 0) {
      if (place < WRITTEN) this.reopened = true;
      if (this.open === this.capacity) this.write(Math.max(1, this.capacity >> 3));
      place = this.oldest + this.open;
      if (place >= this.capacity) place -= this.capacity;
      this.open++;
      places[enrolment] = place + 1;
      this.marks.fill(NOTHING, place * STRIDE, place * STRIDE + STRIDE);
      this.enrolments[place] = enrolment;
      this.weeks[place] = week;
      this.firstLines[place] = line;
    }
    this.lastEnrolment = enrolment;
    this.lastWeek = week;
    this.lastAt = place * STRIDE;
  }

  private write(count: number): void {
    for (let done = 0; done < count; done++) {
      const place = this.oldest;
      const enrolment = this.enrolments[place]!;
      const week = this.weeks[place]!;
      this.out.week(enrolment, week, this.marks, place * STRIDE, this.firstLines[place]!);
      this.places[week]![enrolment] = WRITTEN;
      this.oldest = place + 1 === this.capacity ? 0 : place + 1;
    }
    this.open -= count;
    this.lastEnrolment = -1;
  }
}
