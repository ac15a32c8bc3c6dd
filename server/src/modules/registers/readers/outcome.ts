import { refuseFile, refuseForFaults, refuseLessons } from './fault-words.ts';
import type { FailedOpening, Opening, Sampled } from './file-head.ts';
import type { MarkIntake } from './intake.ts';
import type { EncodingSign, EncodingTally } from './text.ts';
import type { FaultCode, FileRefusal, NoteCode, ReadContext, ReadOutcome } from './types.ts';

/** What is known about a file so far; what was not reached is null. */
export interface Findings {
  readonly sign: EncodingSign;
  readonly encodings: EncodingTally;
  readonly bytes: number;
  opening: Opening | FailedOpening | null;
  sampled: Sampled | null;
  intake: MarkIntake | null;
}

/** Judges a file that has been read to its end: whether so much is wrong with it that nothing may be kept. */
export function judgeWhole(findings: Findings, context: ReadContext): FileRefusal | null {
  const { encodings, bytes, intake } = findings;
  if (!intake) return null;
  const { faults, rowsRead, badPercent } = intake.tally;
  // A replacement character is three bytes long.
  if (encodings.replacements * 100 > bytes - 2 * encodings.replacements) return refuseFile('ENC-02');
  if (rowsRead === 0) return refuseFile('FIL-01', 'The file has headings but no rows.');
  const mostRows = (count: number): boolean => count * 2 > rowsRead;
  if (mostRows(faults['SES-01'] ?? 0)) return refuseLessons();
  if (context.claimedSchool !== null && mostRows((faults['SCH-02'] ?? 0) + (faults['SCH-01'] ?? 0))) {
    return refuseFile('SCH-02', 'The file is for another school than the one it was sent for.', 'Choose the right school and send the file again.');
  }
  return badPercent > context.maxBadRowPercent ? refuseForFaults(badPercent, context.maxBadRowPercent, commonest(faults)) : null;
}

function commonest(faults: Readonly<Partial<Record<FaultCode, number>>>): FaultCode | null {
  const ranked = (Object.entries(faults) as [FaultCode, number][]).sort(([, a], [, b]) => b - a);
  return ranked[0]?.[0] ?? null;
}

/** The account of a file, as far as it was read. */
export function outcomeOf(findings: Findings, refusal: FileRefusal | null): ReadOutcome {
  const { opening, sampled, intake, encodings } = findings;
  const tally = intake?.tally;
  const firstDay = intake ? intake.daySeen.indexOf(1) : -1;
  const lastDay = intake ? intake.daySeen.lastIndexOf(1) : -1;
  const dayOf = (offset: number): number | null => (intake && offset >= 0 ? intake.schoolDays.firstDay + offset : null);
  return {
    refusal,
    layout: opening && 'reader' in opening ? opening.reader.layout : null,
    delimiter: opening?.delimiter ?? null,
    encoding: encodings.encoding(findings.sign),
    dateOrder: sampled?.dateOrder ?? { order: 'none', evidence: 'assumed' },
    headings: opening?.headings ?? [],
    headingLine: opening?.headingLine ?? null,
    bytes: findings.bytes,
    rowsRead: tally?.rowsRead ?? 0,
    rowsRefused: tally?.rowsRefused ?? 0,
    rowsNearEmpty: tally?.rowsNearEmpty ?? 0,
    marksAccepted: intake?.marksAccepted ?? 0,
    marksBlank: intake?.marksBlank ?? 0,
    gapsDropped: intake?.gapsDropped ?? 0,
    marksOnClosedDays: intake?.marksOnClosedDays ?? 0,
    faults: tally?.faults ?? {},
    notes: notesOf(findings),
    refusals: tally?.refusals ?? [],
    refusalsNotListed: tally?.notListed ?? 0,
    firstDay: dayOf(firstDay),
    lastDay: dayOf(lastDay),
    schoolIds: intake ? intake.schoolIds.filter((_, school) => intake.schoolSeen[school] === 1) : [],
    weeksWritten: intake?.copy.weeks ?? 0,
    flushedPartials: intake?.fold.reopened ?? false,
    truncated: intake?.truncated ?? false,
  };
}

function notesOf({ intake, encodings, sign }: Findings): Partial<Record<NoteCode, number>> {
  const notes: Partial<Record<NoteCode, number>> = {};
  const note = (code: NoteCode, count: number): void => {
    if (count > 0) notes[code] = count;
  };
  note('DUP-01', intake?.repeated ?? 0);
  note('MRK-02', intake?.outOfUse ?? 0);
  note('UPN-05', intake?.temporaryUpns ?? 0);
  note('ENC-01', encodings.encoding(sign) === 'mixed' ? encodings.otherLines : 0);
  note('ENC-02', encodings.replacements);
  return notes;
}
