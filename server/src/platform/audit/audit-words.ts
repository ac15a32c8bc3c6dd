import type { AuditFault, AuditFinding } from './verify-audit.ts';

const entries = (from: number, to: number): string => (from === to ? `Entry ${from}` : `Entries ${from} to ${to}`);
const many = (from: number, to: number, one: string, more: string): string => (from === to ? one : more);

const WORDS: Readonly<Record<AuditFault, (finding: AuditFinding) => string>> = {
  EDITED: ({ from, to }) => `${entries(from, to)} ${many(from, to, 'was', 'were')} changed after being written.`,
  MOVED: ({ from, to, was = from }) => `${entries(from, to)} ${many(from, to, 'was', 'were')} written under ${many(from, to, `the number ${was}`, `numbers ${Math.abs(was - from)} ${was > from ? 'higher' : 'lower'}`)}: entries were reordered, put in or taken out here.`,
  MISSING: ({ from, to }) => `${entries(from, to)} ${many(from, to, 'has', 'have')} been removed.`,
  CUT: ({ from, to }) => `${entries(from, to)} ${many(from, to, 'has', 'have')} been cut from the end.`,
  SHORTENED: ({ from, to }) => `The trail once reached entry ${to}, as an anchor kept outside the database says, and is shorter now: between entry ${from} and entry ${to} some were removed and the note of the length was changed to fit.`,
  ADDED: ({ from, to }) => `${entries(from, to)} ${many(from, to, 'was', 'were')} put in from outside: the portal did not write ${many(from, to, 'it', 'them')}.`,
  UNLINKED: ({ from, to }) => `Entry ${to} was not written after the entry ${from} that is there now: entry ${from} was replaced, or entry ${to} was.`,
  HEAD: ({ from }) => `The note of the trail's length and last hash was changed or removed; the last entry is ${from}.`,
  REWRITTEN: ({ from, to }) => `${entries(from, to)}: something here was changed and the hashes made again, for the trail does not fit an anchor kept outside the database.`,
  CLOCK: ({ from, to }) => `${entries(from, to)} ${many(from, to, 'carries a time', 'carry times')} earlier than the entry before, or later than now: a clock was changed.`,
  ANCHOR: ({ from, to }) => `${many(from, to, `Line ${from}`, `Lines ${from} to ${to}`)} of the file of anchors ${many(from, to, 'was', 'were')} changed, or the key beside it was.`,
};

const shiftOf = ({ from, was = from }: AuditFinding): number => was - from;

/** Neighbours with the same fault as one finding, so that a shift of ten thousand entries is one sentence. */
function together(findings: readonly AuditFinding[]): AuditFinding[] {
  const joined: AuditFinding[] = [];
  for (const finding of findings) {
    const before = joined.at(-1);
    const alike = before && before.fault === finding.fault && finding.from === before.to + 1 && shiftOf(finding) === shiftOf(before);
    if (alike) joined[joined.length - 1] = { ...before, to: finding.to };
    else joined.push(finding);
  }
  return joined;
}

/** What was done to the trail and where, a sentence for each. */
export function auditWords(findings: readonly AuditFinding[]): string[] {
  return together(findings).map((finding) => WORDS[finding.fault](finding));
}
