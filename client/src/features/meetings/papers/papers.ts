import type { AnswerPlace } from '@attendance/shared/meetings';

/** Which box: of which school, in which place, about whom, and which question. */
export interface BoxName { readonly schoolId: number; readonly place: AnswerPlace; readonly subject: string; readonly field: string }
/** When a box was last written, and whether after the pack was made; not known of what was typed here. */
export interface BoxTime { readonly at?: string; readonly isAfterPack?: boolean }
/** A box as the server last told of it. */
export interface ServerBox extends BoxName, BoxTime { readonly value: string; readonly version: number; readonly by: string | null }
/** Somebody else’s words that were there first: the writer decides between the two. */
export interface Theirs { readonly value: string; readonly by: string | null }

/** A box on this screen. `base` is the version the words were typed over; `sent` is what is on its way, `maybe` what was sent and got no answer. */
export interface Box extends BoxName, BoxTime { readonly value: string; readonly base: number; readonly isDirty: boolean; readonly sent: string | null; readonly maybe: string | null; readonly theirs: Theirs | null; readonly by: string | null }

export interface Papers {
  readonly boxes: Readonly<Record<string, Box>>;
  /** When everything typed so far was kept, by this machine’s clock; null before the first time. */
  readonly keptAt: number | null;
  /** Why sending failed last, in words; null when it went well. */
  readonly problem: string | null;
}

/** What the server says of a box that was sent: its text, or another’s that was there first. */
export interface SavedBox { readonly isSaved: boolean; readonly version: number; readonly value: string; readonly by: string | null }

export type PapersEvent =
  | { readonly type: 'TYPED'; readonly name: BoxName; readonly value: string }
  | { readonly type: 'SENT'; readonly keys: readonly string[] }
  | { readonly type: 'ANSWERED'; readonly keys: readonly string[]; readonly saved: readonly SavedBox[]; readonly at: number }
  | { readonly type: 'FAILED'; readonly keys: readonly string[]; readonly problem: string }
  | { readonly type: 'HEARD'; readonly boxes: readonly ServerBox[] }
  | { readonly type: 'DECIDED'; readonly key: string; readonly keepMine: boolean };

export const keyOf = ({ schoolId, place, subject, field }: BoxName): string => `${schoolId}|${place}|${subject}|${field}`;
const emptyBox = (name: BoxName): Box => ({ schoolId: name.schoolId, place: name.place, subject: name.subject, field: name.field, value: '', base: 0, isDirty: false, sent: null, maybe: null, theirs: null, by: null });

const timeOf = ({ at, isAfterPack }: BoxTime): BoxTime => (at === undefined || isAfterPack === undefined ? {} : { at, isAfterPack });

/** The papers as a page brought them. */
export function papersOf(boxes: readonly ServerBox[]): Papers {
  return { keptAt: null, problem: null, boxes: Object.fromEntries(boxes.map((box) => [keyOf(box), { ...emptyBox(box), value: box.value, base: box.version, by: box.by, ...timeOf(box) }])) };
}

/** The papers with words that never reached the server typed into them again, over the version they were typed over then: whoever wrote meanwhile is asked about, not overwritten. */
export function withTyped(papers: Papers, kept: readonly (BoxName & Pick<Box, 'value' | 'base' | 'maybe'>)[]): Papers {
  return { ...papers, boxes: { ...papers.boxes, ...Object.fromEntries(kept.map(({ value, base, maybe, ...name }) => [keyOf(name), { ...boxOf(papers, name), value, base, maybe, isDirty: true }])) } };
}

export const boxOf = (papers: Papers, name: BoxName): Box => papers.boxes[keyOf(name)] ?? emptyBox(name);

/** Boxes with words nobody has yet, and that nothing stands in the way of. */
export const unsent = (papers: Papers): Box[] => Object.values(papers.boxes).filter(({ isDirty, sent, theirs }) => isDirty && sent === null && theirs === null);
/** Whether anything typed is not on the server: on its way, waiting, or between two texts. */
export const hasUnsaved = (papers: Papers): boolean => Object.values(papers.boxes).some(({ isDirty }) => isDirty);

function withBoxes(papers: Papers, keys: readonly string[], change: (box: Box, index: number) => Box): Papers {
  const boxes = { ...papers.boxes };
  keys.forEach((key, index) => {
    const box = boxes[key];
    if (box !== undefined) boxes[key] = change(box, index);
  });
  return { ...papers, boxes };
}

/** What somebody else wrote takes the place of words that were only read, and of those one has to decide about; words being typed stay, and the server says who was first. */
function heard(papers: Papers, { value, version, by, ...name }: ServerBox): Papers {
  const box = boxOf(papers, name);
  if (version <= box.base || (box.isDirty && box.theirs === null)) return papers;
  if (box.theirs !== null) return { ...papers, boxes: { ...papers.boxes, [keyOf(name)]: { ...box, base: version, theirs: { value, by } } } };
  return { ...papers, boxes: { ...papers.boxes, [keyOf(name)]: { ...box, value, base: version, by, ...timeOf(name) } } };
}

/** The papers after something happened. */
export function papersAfter(papers: Papers, event: PapersEvent): Papers {
  switch (event.type) {
    case 'TYPED': {
      const box = boxOf(papers, event.name);
      return box.value === event.value ? papers : { ...papers, boxes: { ...papers.boxes, [keyOf(event.name)]: { ...box, value: event.value, isDirty: true } } };
    }
    case 'SENT': return withBoxes(papers, event.keys, (box) => ({ ...box, sent: box.value }));
    case 'ANSWERED': {
      const after = withBoxes(papers, event.keys, (box, index) => {
        const told = event.saved[index];
        if (told === undefined) return { ...box, sent: null };
        // What stands there came from here: it was saved, and only the answer went astray.
        if (!told.isSaved && told.value === box.maybe) return { ...box, sent: null, maybe: null, base: told.version, by: told.by };
        if (!told.isSaved) return { ...box, sent: null, maybe: null, base: told.version, theirs: { value: told.value, by: told.by } };
        return { ...box, sent: null, maybe: null, base: told.version, by: told.by, isDirty: box.value !== box.sent };
      });
      return { ...after, problem: null, keptAt: event.at };
    }
    case 'FAILED': return { ...withBoxes(papers, event.keys, (box) => ({ ...box, sent: null, maybe: box.sent ?? box.maybe })), problem: event.problem };
    case 'HEARD': return event.boxes.reduce(heard, papers);
    case 'DECIDED': return withBoxes(papers, [event.key], (box) => {
      if (box.theirs === null) return box;
      return event.keepMine ? { ...box, theirs: null, isDirty: true } : { ...box, theirs: null, value: box.theirs.value, by: box.theirs.by, isDirty: false };
    });
  }
}
