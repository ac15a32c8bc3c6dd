import { NOT_FOUND_YET } from './faults.ts';

const LARGEST_TABLE = 1 << 19;
const LONGEST_KEY = 48;

/**
 * Remembers what the bytes of a cell meant, so that each distinct value is worked out once.
 * `find` answers `NOT_FOUND_YET` for bytes it has not been taught. Memory is bounded: a full table starts afresh.
 */
export class ByteMemo {
  private readonly mask: number;
  private readonly most: number;
  private readonly table: Int32Array;
  private readonly offsets: Int32Array;
  private readonly lengths: Uint8Array;
  private readonly values: Int32Array;
  private keys: Uint8Array;
  private entries = 0;
  private keysUsed = 0;
  private last = 0;

  /** `mostEntries` is about how many values are kept: the table holds from that up to twice as many. */
  constructor(mostEntries: number) {
    const size = Math.min(LARGEST_TABLE, 2 ** Math.ceil(Math.log2(mostEntries * 2)));
    this.mask = size - 1;
    this.most = size >> 1;
    this.table = new Int32Array(size);
    this.offsets = new Int32Array(this.most + 1);
    this.lengths = new Uint8Array(this.most + 1);
    this.values = new Int32Array(this.most + 1);
    this.keys = new Uint8Array(4096);
    // Entry 0 is "nothing" in the table and must never look equal to a key.
    this.lengths[0] = LONGEST_KEY + 1;
    this.values[0] = NOT_FOUND_YET;
  }

  /** The value taught for these bytes. */
  find(bytes: Uint8Array, start: number, end: number): number {
    // Neighbouring rows repeat a value, and a sorted file brings values round in the order in which they first came.
    if (this.holds(this.last, bytes, start, end)) return this.values[this.last]!;
    const next = this.last + 1;
    if (next <= this.entries && this.holds(next, bytes, start, end)) {
      this.last = next;
      return this.values[next]!;
    }
    if (end - start > LONGEST_KEY) return NOT_FOUND_YET;
    let slot = hashOf(bytes, start, end) & this.mask;
    for (;;) {
      const entry = this.table[slot]!;
      if (entry === 0) return NOT_FOUND_YET;
      if (this.holds(entry, bytes, start, end)) {
        this.last = entry;
        return this.values[entry]!;
      }
      slot = (slot + 1) & this.mask;
    }
  }

  /** Teaches the value of bytes that `find` did not know; bytes too long for a key are simply not kept. */
  teach(bytes: Uint8Array, start: number, end: number, value: number): void {
    const length = end - start;
    if (length > LONGEST_KEY) return;
    if (this.entries === this.most) this.forget();
    if (this.keysUsed + length > this.keys.length) {
      const larger = new Uint8Array(this.keys.length * 2);
      larger.set(this.keys);
      this.keys = larger;
    }
    const entry = ++this.entries;
    this.offsets[entry] = this.keysUsed;
    this.lengths[entry] = length;
    this.values[entry] = value;
    this.keys.set(bytes.subarray(start, end), this.keysUsed);
    this.keysUsed += length;
    let slot = hashOf(bytes, start, end) & this.mask;
    while (this.table[slot] !== 0) slot = (slot + 1) & this.mask;
    this.table[slot] = entry;
    this.last = entry;
  }

  private holds(entry: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.lengths[entry] !== end - start) return false;
    const keys = this.keys;
    const base = this.offsets[entry]! - start;
    // From the back: where two values of a column differ, it is mostly in the last characters.
    let at = end - 1;
    while (at >= start && bytes[at] === keys[base + at]) at--;
    return at < start;
  }

  private forget(): void {
    this.table.fill(0);
    this.entries = 0;
    this.keysUsed = 0;
    this.last = 0;
  }
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    hash = Math.imul(hash ^ word, 0x9e3779b1);
    // The slot is taken from the low bits, and multiplication carries only upwards.
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
