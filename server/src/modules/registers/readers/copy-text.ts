import { isoOfDay } from '@attendance/shared/kernel';
import type { Roster } from './roster.ts';

const CHUNK_BYTES = 256 * 1024;
// Three whole numbers, a date, fourteen marks of which each may be a doubled backslash, a line number and the tabs.
const LONGEST_LINE = 128;
const TAB = 9;
const NEWLINE = 10;
const SPACE = 32;
const BACKSLASH = 92;
const ZERO = 48;
/** Below this a slot holds no mark: nothing known, or marks that contradict each other. */
export const FIRST_MARK = 2;

/** Writes week rows as PostgreSQL COPY text, into chunks that each end with a whole line. */
export class CopyText {
  /** Chunks that wait to be handed over. */
  readonly ready: Uint8Array[] = [];
  weeks = 0;
  private chunk = new Uint8Array(CHUNK_BYTES);
  private used = 0;
  private readonly idText: Uint8Array;
  private readonly idEnds: Int32Array;
  private readonly mondays: Uint8Array[];

  constructor(roster: Roster, schoolIds: readonly number[], firstMonday: number, weekCount: number) {
    const ids = Array.from(
      roster.enrolmentIds,
      (enrolmentId, index) => `${enrolmentId}\t${roster.pupilIds[index]}\t${schoolIds[roster.schools[index]!]}\t`,
    );
    this.idEnds = new Int32Array(roster.size + 1);
    ids.forEach((text, index) => (this.idEnds[index + 1] = this.idEnds[index]! + text.length));
    this.idText = Buffer.from(ids.join(''), 'latin1');
    this.mondays = Array.from({ length: weekCount }, (_, week) => Buffer.from(`${isoOfDay(firstMonday + 7 * week)}\t`, 'latin1'));
  }

  /** Adds the week whose fourteen slots begin at `marks[at]`; a week without any mark is left out. */
  week(enrolment: number, week: number, marks: Uint8Array, at: number, firstLine: number): void {
    if (this.used > CHUNK_BYTES - LONGEST_LINE) this.close();
    const out = this.chunk;
    let to = this.used;
    const idText = this.idText;
    for (let from = this.idEnds[enrolment]!, end = this.idEnds[enrolment + 1]!; from < end; from++) out[to++] = idText[from]!;
    const monday = this.mondays[week]!;
    for (let from = 0; from < 11; from++) out[to++] = monday[from]!;
    let any = false;
    for (let from = at; from < at + 14; from++) {
      const mark = marks[from]!;
      if (mark < FIRST_MARK) {
        out[to++] = SPACE;
        continue;
      }
      any = true;
      out[to++] = mark;
      if (mark === BACKSLASH) out[to++] = BACKSLASH;
    }
    if (!any) return;
    out[to++] = TAB;
    let digits = 1;
    for (let rest = firstLine; rest >= 10; rest = Math.floor(rest / 10)) digits++;
    for (let place = to + digits - 1, rest = firstLine; place >= to; place--) {
      const tens = Math.floor(rest / 10);
      out[place] = ZERO + rest - tens * 10;
      rest = tens;
    }
    to += digits;
    out[to++] = NEWLINE;
    this.used = to;
    this.weeks++;
  }

  /** Puts the chunk being written among those that are ready. */
  close(): void {
    if (this.used === 0) return;
    this.ready.push(this.chunk.subarray(0, this.used));
    this.chunk = new Uint8Array(CHUNK_BYTES);
    this.used = 0;
  }
}
