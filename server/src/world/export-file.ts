import fs from 'node:fs';
import { NATIONAL_CODES } from '@attendance/shared/attendance';
import type { DayNumber } from '@attendance/shared/kernel';
import { encoded, type ExportStyle } from './export-style.ts';

/** What of a week-string mark stands in a file: its national code in bytes. */
const CODES: readonly (Uint8Array | undefined)[] = (() => {
  const table: Uint8Array[] = [];
  for (const { mark, code } of NATIONAL_CODES) table[mark.charCodeAt(0)] = Buffer.from(code, 'latin1');
  table['!'.charCodeAt(0)] = Buffer.from('!', 'latin1');
  return table;
})();

const BUFFER = 1 << 20;
const MARGIN = 512;

/** One register file being written. Bytes gather in one block, so that a file of any size takes the same memory. */
export class ExportFile {
  private readonly fd: number;
  private readonly block = Buffer.allocUnsafe(BUFFER);
  private at = 0;
  private prefix: Uint8Array = new Uint8Array(0);
  private readonly dates = new Map<DayNumber, Uint8Array>();
  private readonly delimiter: number;
  private readonly ends: readonly Uint8Array[];
  private readonly newLine: Uint8Array;
  rows = 0;

  constructor(readonly path: string, private readonly style: ExportStyle) {
    this.fd = fs.openSync(path, 'w');
    this.delimiter = style.delimiter.charCodeAt(0);
    this.newLine = Buffer.from(style.newLine);
    this.ends = style.sessions.map((session) => Buffer.from(session + style.delimiter));
    if (style.encoding === 'UTF-8 BOM') this.bytes(Uint8Array.of(0xef, 0xbb, 0xbf));
    this.bytes(encoded(style.headings.join(style.delimiter) + style.newLine, style));
  }

  /** Who the next rows are about. */
  person(upn: string, surname: string, forename: string, year: string, form: string): this {
    this.prefix = encoded([upn, surname, forename, year, form, ''].join(this.style.delimiter), this.style);
    return this;
  }

  /** One school day of the person; a mark of 0 is a session that has not been. */
  day(day: DayNumber, morning: number, afternoon: number): void {
    if (BUFFER - this.at < MARGIN) this.flush();
    if (this.style.layout === 'L') {
      if (morning !== 0) this.session(day, 0, morning);
      if (afternoon !== 0) this.session(day, 1, afternoon);
      return;
    }
    this.bytes(this.prefix);
    this.bytes(this.dateOf(day));
    this.mark(morning);
    this.block[this.at++] = this.delimiter;
    this.mark(afternoon);
    this.bytes(this.newLine);
    this.rows += 1;
  }

  close(): void {
    this.flush();
    fs.closeSync(this.fd);
  }

  private session(day: DayNumber, session: 0 | 1, mark: number): void {
    this.bytes(this.prefix);
    this.bytes(this.dateOf(day));
    this.bytes(this.ends[session]!);
    this.mark(mark);
    this.bytes(this.newLine);
    this.rows += 1;
  }

  private mark(mark: number): void {
    const code = CODES[mark];
    if (code === undefined) return;
    this.block[this.at++] = code[0]!;
    if (code.length > 1) this.block[this.at++] = code[1]!;
  }

  private dateOf(day: DayNumber): Uint8Array {
    let bytes = this.dates.get(day);
    if (!bytes) {
      bytes = Buffer.from(this.style.dateText(day) + this.style.delimiter);
      this.dates.set(day, bytes);
    }
    return bytes;
  }

  private bytes(bytes: Uint8Array): void {
    this.block.set(bytes, this.at);
    this.at += bytes.length;
  }

  private flush(): void {
    for (let from = 0; from < this.at; ) from += fs.writeSync(this.fd, this.block, from, this.at - from);
    this.at = 0;
  }
}
