import { fileSource, utf8Source, type ByteSource } from './byte-source.ts';
import { containerOf, CONTAINER_NAMES } from './container.ts';
import { dayReader } from './day.reader.ts';
import { refuseFile } from './fault-words.ts';
import { openHead, sample, type Head, type Opening, type Sampled } from './file-head.ts';
import { MarkIntake } from './intake.ts';
import { longReader } from './long.reader.ts';
import { judgeWhole, outcomeOf, type Findings } from './outcome.ts';
import type { RegisterReader } from './row-reader.ts';
import { LONGEST_ROW } from './row-limits.ts';
import { RowSplitter, type SplitNotes } from './split-rows.ts';
import { EncodingTally, signOfEncoding } from './text.ts';
import type { FileRefusal, ReadContext, ReadHooks, ReadOutcome, RowSink } from './types.ts';

const READERS: readonly RegisterReader[] = [longReader, dayReader];
const MOST_PIECE_BYTES = 1 << 20;
const HEAD_BYTES = 1 << 18;
const CONTAINER_BYTES = 4096;
const SAMPLES = 16;
const SAMPLE_BYTES = 1 << 15;

/** Switches for tests and tuning. */
export interface ReadOptions {
  /** How many weeks may be open at once. */
  readonly mostOpenWeeks?: number;
  /** Reads every row the careful way. */
  readonly alwaysCareful?: boolean;
  readonly signal?: AbortSignal;
}

/** Reads the register file at a path in this thread. Rejects when the disk or `onChunk` fails, or the signal says stop. */
export async function readFileHere(path: string, context: ReadContext, hooks: ReadHooks, options: ReadOptions = {}): Promise<ReadOutcome> {
  const source = fileSource(path);
  try {
    return await readSource(source, context, hooks, options);
  } finally {
    source.close();
  }
}

/**
 * Reads a register from any source of bytes. A file that cannot be used gives an outcome with a refusal, not an error; what
 * was handed over until then must be thrown away.
 */
export async function readSource(source: ByteSource, context: ReadContext, hooks: ReadHooks, options: ReadOptions = {}): Promise<ReadOutcome> {
  const sign = signOfEncoding(source.peek(0, CONTAINER_BYTES));
  const text = sign.family === 'bytes' ? source : utf8Source(source, sign);
  const pieceBytes = Math.min(MOST_PIECE_BYTES, Math.max(HEAD_BYTES, source.size));
  const buffer = new Uint8Array(pieceBytes + 2 * LONGEST_ROW + 1);
  const filled = fill(text, buffer, 0, HEAD_BYTES);
  const encodings = new EncodingTally();
  const findings: Findings = { sign, encodings, bytes: source.size, opening: null, sampled: null, intake: null };
  const head: Head = { bytes: buffer, from: sign.family === 'bytes' ? sign.markLength : 0, to: filled, isWhole: filled < HEAD_BYTES };

  const unreadable = refuseContainer(buffer.subarray(0, Math.min(filled, CONTAINER_BYTES)));
  if (unreadable) return outcomeOf(findings, unreadable);
  const opening = openHead(head, READERS);
  findings.opening = opening;
  if ('refusal' in opening) return outcomeOf(findings, opening.refusal);

  const intake = new MarkIntake(context, options.mostOpenWeeks);
  const sampled = sample(opening, samplesOf(text, head, opening), (day) => day <= context.today && intake.schoolDays.isSchoolDay(day));
  findings.intake = intake;
  findings.sampled = sampled;
  if (sampled.refusal) return outcomeOf(findings, sampled.refusal);

  const stopped = await readRows({ text, buffer, pieceBytes, filled, opening, sampled, intake, encodings, hooks, options });
  const refusal = stopped ?? judgeWhole(findings, context);
  while (refusal === null && intake.fold.finish()) await handOver(intake, hooks);
  return outcomeOf(findings, refusal);
}

function refuseContainer(start: Uint8Array): FileRefusal | null {
  const container = containerOf(start);
  if (container === 'delimited') return null;
  if (container === 'empty') return refuseFile('FIL-01');
  return refuseFile('FIL-02', `The file is ${CONTAINER_NAMES[container]}.`);
}

/** Bits from all over the file: a file sorted by date shows only its first days at the top. */
function samplesOf(text: ByteSource, head: Head, opening: Opening): Uint8Array[] {
  // A whole file may lack its last line ending, and without one the last row would not be looked at.
  const start = head.bytes.slice(opening.position, head.isWhole ? head.to + 1 : head.to);
  if (head.isWhole) start[start.length - 1] = 10;
  const pieces: Uint8Array[] = [start];
  for (let index = 1; index < SAMPLES && !head.isWhole; index++) {
    const piece = text.peek(Math.floor((text.size * index) / SAMPLES), SAMPLE_BYTES);
    const newline = piece.indexOf(10);
    if (newline >= 0) pieces.push(piece.subarray(newline + 1));
  }
  return pieces;
}

interface Reading {
  readonly text: ByteSource;
  readonly buffer: Uint8Array;
  readonly pieceBytes: number;
  readonly filled: number;
  readonly opening: Opening;
  readonly sampled: Sampled;
  readonly intake: MarkIntake;
  readonly encodings: EncodingTally;
  readonly hooks: ReadHooks;
  readonly options: ReadOptions;
}

async function readRows(reading: Reading): Promise<FileRefusal | null> {
  const { text, buffer, pieceBytes, opening, sampled, intake, hooks, options } = reading;
  let isBinary = false;
  const notes: SplitNotes = {
    lastRowUnended: () => void (intake.rowMayBeCut = true),
    brokenLine: (line) => intake.refuseRow(line, () => ''),
    accentedLine: (isUtf8, replacements) => reading.encodings.add(isUtf8, replacements),
    nulByte: () => void (isBinary = true),
  };
  const splitter = new RowSplitter(opening.delimiter.charCodeAt(0), notes, options.alwaysCareful);
  splitter.line = opening.line;
  const facts = { headings: opening.headings, order: sampled.dateOrder.order, digitsAreLessons: sampled.digitsAreLessons };
  const sink: RowSink = opening.reader.open(intake, facts);
  let position = opening.position;
  let to = reading.filled;
  let bytesRead = to;
  for (let ended = false; ; ) {
    options.signal?.throwIfAborted();
    position = splitter.split(buffer, position, to, ended, sink);
    if (isBinary) return refuseFile('FIL-02', 'The file holds bytes that no text has.');
    await handOver(intake, hooks);
    hooks.onProgress?.({ bytesRead: Math.min(bytesRead, text.size), bytesTotal: text.size, rowsRead: intake.tally.rowsRead });
    if (ended) return null;
    buffer.copyWithin(0, position, to);
    to -= position;
    position = 0;
    const got = fill(text, buffer, to, pieceBytes);
    ended = got < pieceBytes;
    to += got;
    bytesRead += got;
  }
}

/** Reads until `length` bytes are there or the source ends. */
function fill(text: ByteSource, buffer: Uint8Array, at: number, length: number): number {
  let filled = 0;
  while (filled < length) {
    const got = text.read(buffer, at + filled, length - filled);
    if (got === 0) break;
    filled += got;
  }
  return filled;
}

async function handOver(intake: MarkIntake, hooks: ReadHooks): Promise<void> {
  const { ready } = intake.copy;
  for (const chunk of ready) await hooks.onChunk(chunk);
  ready.length = 0;
}

