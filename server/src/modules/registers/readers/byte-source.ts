import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { EncodingSign } from './text.ts';

/** Bytes in order, with the right to look ahead. */
export interface ByteSource {
  readonly size: number;
  /** Fills up to `length` bytes of `into` from `at`; 0 means the end. */
  read(into: Uint8Array, at: number, length: number): number;
  /** Bytes from anywhere, without moving on; fewer near the end. */
  peek(offset: number, length: number): Uint8Array;
  close(): void;
}

/** Opens a file for reading in order. Throws what `fs` throws when it cannot. */
export function fileSource(path: string): ByteSource {
  const file = openSync(path, 'r');
  return {
    size: fstatSync(file).size,
    read: (into, at, length) => readSync(file, into, at, length, null),
    peek: (offset, length) => {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
    },
    close: () => closeSync(file),
  };
}

/** Bytes held in memory, given out in pieces of the sizes listed, over and over; in one piece without a list. */
export function memorySource(content: Uint8Array, pieces: readonly number[] = []): ByteSource {
  let position = 0;
  let piece = 0;
  return {
    size: content.length,
    read: (into, at, length) => {
      const wanted = pieces.length === 0 ? length : Math.max(1, pieces[piece++ % pieces.length]!);
      const taken = content.subarray(position, position + Math.min(wanted, length));
      into.set(taken, at);
      position += taken.length;
      return taken.length;
    },
    peek: (offset, length) => content.subarray(offset, offset + length),
    close: () => undefined,
  };
}

/** A UTF-16 source read as UTF-8. Looking ahead is given up: the first bytes must do. */
export function utf8Source(inner: ByteSource, sign: EncodingSign): ByteSource {
  const swap = sign.family === 'utf-16be';
  const decoder = new TextDecoder('utf-16le');
  const raw = new Uint8Array(65_536);
  let ready: Uint8Array = new Uint8Array(0);
  let held = 0;
  let ended = false;
  const refill = (): void => {
    const got = inner.read(raw, held, raw.length - held);
    ended = got === 0;
    const whole = (held + got) & ~1;
    if (swap) {
      for (let at = 0; at < whole; at += 2) {
        const first = raw[at]!;
        raw[at] = raw[at + 1]!;
        raw[at + 1] = first;
      }
    }
    ready = Buffer.from(decoder.decode(raw.subarray(0, whole), { stream: !ended }), 'utf8');
    held = held + got - whole;
    if (held > 0) raw[0] = raw[whole]!;
  };
  return {
    size: inner.size,
    read: (into, at, length) => {
      while (ready.length === 0 && !ended) refill();
      const taken = ready.subarray(0, length);
      into.set(taken, at);
      ready = ready.subarray(taken.length);
      return taken.length;
    },
    peek: () => new Uint8Array(0),
    close: () => inner.close(),
  };
}
