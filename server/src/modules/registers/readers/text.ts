import type { Encoding } from './types.ts';

/** The text of a cell whose bytes are UTF-8. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
}

// Windows-1252 differs from Latin-1 only here; the five gaps keep their control characters.
const FROM_128 = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d, 0x8f,
  0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
];

/** Writes Windows-1252 bytes as UTF-8 into `out` at `at` and returns the position behind them; `out` must have triple room. */
export function windows1252ToUtf8(bytes: Uint8Array, start: number, end: number, out: Uint8Array, at: number): number {
  for (let index = start; index < end; index++) {
    const byte = bytes[index]!;
    const character = byte >= 0x80 && byte < 0xa0 ? FROM_128[byte - 0x80]! : byte;
    if (character < 0x80) {
      out[at++] = character;
    } else if (character < 0x800) {
      out[at++] = 0xc0 | (character >> 6);
      out[at++] = 0x80 | (character & 0x3f);
    } else {
      out[at++] = 0xe0 | (character >> 12);
      out[at++] = 0x80 | ((character >> 6) & 0x3f);
      out[at++] = 0x80 | (character & 0x3f);
    }
  }
  return at;
}

/** How often UTF-8 bytes hold U+FFFD, the mark a program leaves where it could not read a character. */
export function countReplacements(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at + 2 < bytes.length; at++) {
    if (bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count++;
  }
  return count;
}

/** How the beginning of a file says it is encoded, and the length of its byte order mark. */
export interface EncodingSign {
  readonly family: 'bytes' | 'utf-16le' | 'utf-16be';
  readonly markLength: number;
}

/** Reads the byte order mark; without one, every other byte being NUL gives UTF-16 away. */
export function signOfEncoding(head: Uint8Array): EncodingSign {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { family: 'bytes', markLength: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { family: 'utf-16le', markLength: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { family: 'utf-16be', markLength: 2 };
  const pairs = Math.min(head.length, 512) >> 1;
  let evenNuls = 0;
  let oddNuls = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (head[2 * pair] === 0) evenNuls++;
    if (head[2 * pair + 1] === 0) oddNuls++;
  }
  if (pairs >= 4 && evenNuls === 0 && oddNuls * 10 > pairs * 9) return { family: 'utf-16le', markLength: 0 };
  if (pairs >= 4 && oddNuls === 0 && evenNuls * 10 > pairs * 9) return { family: 'utf-16be', markLength: 0 };
  return { family: 'bytes', markLength: 0 };
}

/** Keeps count of how the lines of a file turned out to be encoded. */
export class EncodingTally {
  utf8Lines = 0;
  otherLines = 0;
  replacements = 0;

  add(isUtf8: boolean, replacements: number): void {
    if (isUtf8) this.utf8Lines++;
    else this.otherLines++;
    this.replacements += replacements;
  }

  /** The encoding of the whole file; a byte order mark settles a file without accents. */
  encoding(sign: EncodingSign): Encoding {
    if (sign.family !== 'bytes') return sign.family;
    if (this.otherLines > 0) return this.utf8Lines > 0 || sign.markLength > 0 ? 'mixed' : 'windows-1252';
    return this.utf8Lines > 0 || sign.markLength > 0 ? 'utf-8' : 'ascii';
  }
}
