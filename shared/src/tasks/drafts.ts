/** So long a text is kept before it is sent, and so long the name of its field is. */
export const DRAFT_LENGTHS = { value: 4000, part: 80 } as const;
/** So many texts of one person are kept at once: nobody has more fields open. */
export const MOST_DRAFTS = 1000;

/** The field of a task's answer. What else is kept of a form carries the name of its text and more after a slash. */
export const ANSWER_DRAFT = 'ANSWER';

/** The name of a field of a form whose text is kept while it is typed: capitals and numbers, parted by slashes. */
export const isDraftPart = (part: string): boolean => part.length <= DRAFT_LENGTHS.part && /^[A-Z][A-Z_]*(?:\/[A-Z0-9_]+)*$/.test(part);

/** What goes with a text in the same form, such as a choice: sent with it, and gone with it. */
export const draftBeside = (part: string, name: string): string => `${part}/${name}`;
