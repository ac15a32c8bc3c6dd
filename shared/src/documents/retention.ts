import { addYears, ruleValue, type RuleName } from '../kernel/index.ts';

/** What a document is. */
export const DocumentKind = { MEETING_PACK: 'MEETING_PACK', MEETING_RECORD: 'MEETING_RECORD', INVITATION: 'INVITATION', LETTER: 'LETTER', EVIDENCE: 'EVIDENCE', OTHER: 'OTHER' } as const;
export type DocumentKind = (typeof DocumentKind)[keyof typeof DocumentKind];
export const DOCUMENT_KINDS: readonly DocumentKind[] = Object.values(DocumentKind);
export const DOCUMENT_KIND_WORDS: Readonly<Record<DocumentKind, string>> = {
  MEETING_PACK: 'Meeting pack', MEETING_RECORD: 'Record of a meeting', INVITATION: 'Calendar entry', LETTER: 'Letter', EVIDENCE: 'Evidence', OTHER: 'Other',
};

/** How long a document is kept, by what it serves. */
export const RetentionClass = { MEETING: 'MEETING', CASE: 'CASE', CORRESPONDENCE: 'CORRESPONDENCE', WORKING_PAPER: 'WORKING_PAPER' } as const;
export type RetentionClass = (typeof RetentionClass)[keyof typeof RetentionClass];
export const RETENTION_CLASSES: readonly RetentionClass[] = Object.values(RetentionClass);
export const RETENTION_CLASS_WORDS: Readonly<Record<RetentionClass, string>> = { MEETING: 'Papers of a meeting', CASE: 'Papers of a case', CORRESPONDENCE: 'Letters and emails', WORKING_PAPER: 'Working paper' };

const RULE_OF: Readonly<Record<RetentionClass, RuleName>> = { MEETING: 'document.meeting.years', CASE: 'document.case.years', CORRESPONDENCE: 'document.correspondence.years', WORKING_PAPER: 'document.working-paper.years' };

/** Years a class is kept, by the rules of a day. */
export const retentionYears = (kept: RetentionClass, onIsoDay: string): number => ruleValue(RULE_OF[kept], onIsoDay);

/** The last day a document made on a day is kept. */
export const retainUntil = (kept: RetentionClass, madeOn: string): string => addYears(madeOn, retentionYears(kept, madeOn));

const USUAL_CLASS: Readonly<Record<DocumentKind, RetentionClass>> = { MEETING_PACK: 'MEETING', MEETING_RECORD: 'MEETING', INVITATION: 'CORRESPONDENCE', LETTER: 'CORRESPONDENCE', EVIDENCE: 'CASE', OTHER: 'WORKING_PAPER' };

/** The class a document belongs to unless somebody chooses another: that of its kind; what has none of its own and belongs to a meeting is kept with the meeting's papers. */
export const usualClass = (kind: DocumentKind, aboutSource: string | null): RetentionClass => (kind === 'OTHER' && aboutSource === 'MEETING' ? 'MEETING' : USUAL_CLASS[kind]);
