import { openSchoolDays, type SchoolCalendar } from '../calendar/index.ts';
import { foldName } from '../kernel/index.ts';
import { dayWarning, printedDay, readDay, spokenDay, type ReadDay } from './action-days.ts';
import { actionTypeNamed, actionTypesIn } from './action-words.ts';
import { actionTypeLabel, defaultDue, type ActionType } from './actions.ts';

/** Somebody who may be given an action, and other words for them: "sac", "officer". */
export interface ActionPerson { readonly personId: string; readonly name: string; readonly alsoCalled?: readonly string[] }

/** Who is meant. `written` names the one found so that it is read back as the same. */
export type ReadOwner =
  | { readonly is: 'FOUND'; readonly person: ActionPerson; readonly written: string }
  | { readonly is: 'AMBIGUOUS'; readonly text: string; readonly people: readonly ActionPerson[] }
  | { readonly is: 'UNKNOWN'; readonly text: string }
  | { readonly is: 'NONE' };

export type ReadType = { readonly is: 'FOUND'; readonly type: ActionType } | { readonly is: 'AMBIGUOUS'; readonly types: readonly ActionType[] } | { readonly is: 'NONE' };

/** The day an action is due: as typed, or by the usual period where none was typed or none was certain; `on` is null beyond the calendar. */
export type ReadDue =
  | { readonly is: 'SAID'; readonly on: string }
  | { readonly is: 'UNCLEAR'; readonly text: string; readonly why: string; readonly on: string | null }
  | { readonly is: 'USUAL'; readonly on: string | null };

/** What one typed line says, and in words what of it was understood and what was not. Nothing is chosen between two readings. */
export interface ReadAction {
  readonly owner: ReadOwner;
  readonly type: ReadType;
  readonly due: ReadDue;
  readonly description: string;
  readonly understood: readonly string[];
  readonly notUnderstood: readonly string[];
}

const MOST_WORDS_OF_AN_OWNER = 4;
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Each typed word begins a word of the name, in order: "k ade" is Kerry Adeyemi. */
function beginsWordsOf(name: string, typed: string): boolean {
  const words = name.split(' ');
  let from = 0;
  return typed.split(' ').every((piece) => {
    const at = words.findIndex((word, index) => index >= from && word.startsWith(piece));
    from = at + 1;
    return at >= 0;
  });
}

/** The whole name first, then other words for people, then beginnings of names. */
function readOwner(text: string, people: readonly ActionPerson[]): ReadOwner {
  const typed = foldName(text);
  if (typed === '') return text === '' ? { is: 'NONE' } : { is: 'UNKNOWN', text };
  const named = people.filter(({ name }) => foldName(name) === typed);
  const called = named.length > 0 ? named : people.filter(({ alsoCalled = [] }) => alsoCalled.some((word) => foldName(word) === typed));
  const found = called.length > 0 ? called : people.filter(({ name }) => beginsWordsOf(foldName(name), typed));
  const [person, ...others] = found;
  if (person === undefined) return { is: 'UNKNOWN', text };
  if (others.length > 0) return { is: 'AMBIGUOUS', text, people: found };
  const isOnlyOne = foldName(person.name) !== '' && people.filter(({ name }) => foldName(name) === foldName(person.name)).length === 1;
  return { is: 'FOUND', person, written: isOnlyOne ? tidy(person.name.replaceAll(':', ' ')) : text };
}

/** What stands before the first colon is the owner, unless it is a whole sentence of nobody's name. */
function splitOwner(line: string, people: readonly ActionPerson[]): { owner: ReadOwner; rest: string } {
  const match = /^([^:]*):(?: (.*))?$/.exec(line);
  if (!match) return { owner: { is: 'NONE' }, rest: line };
  const owner = readOwner(match[1]!.trim(), people);
  const isSentence = owner.is === 'UNKNOWN' && owner.text.split(' ').length > MOST_WORDS_OF_AN_OWNER;
  return isSentence ? { owner: { is: 'NONE' }, rest: line } : { owner, rest: (match[2] ?? '').trim() };
}

interface Split { readonly before: string; readonly text: string; readonly read: ReadDay }

/** The day at the end of a line: after the last comma, after "by", or counted ("in 2 weeks"). */
function splitDay(rest: string, meetingOn: string, calendar: SchoolCalendar): Split {
  const comma = rest.lastIndexOf(',');
  const ways = [
    comma < 0 ? null : [rest.slice(0, comma), rest.slice(comma + 1)],
    // A comma inside the day goes, so that what is printed after a comma is read back whole.
    /^(.*\S) (?:by|on) (\S.*)$/i.exec(rest)?.slice(1).map((part, index) => (index === 0 ? part : tidy(part.replaceAll(',', ' ')))) ?? null,
    /^(.*\S) (today|tomorrow|in \d{1,3} (?:school days?|days?|weeks?))$/i.exec(rest)?.slice(1) ?? null,
  ];
  for (const way of ways) {
    const [before, text] = [(way?.[0] ?? '').trim(), (way?.[1] ?? '').trim()];
    const read = readDay(text.replace(/^(?:by|on) /i, ''), meetingOn, calendar);
    if (read.is !== 'NO_DAY') return { before, text, read };
  }
  return { before: rest, text: '', read: { is: 'NO_DAY' } };
}

/** A kind named in brackets at the end, or else by the words of the text. */
function splitType(text: string): { type: ReadType; description: string } {
  const tagged = /^(.*?) ?\[([^[\]]*)\]$/.exec(text);
  const named = tagged ? actionTypeNamed(tagged[2]!) : undefined;
  if (tagged && named !== undefined) return { type: { is: 'FOUND', type: named }, description: tagged[1]!.trim() };
  const types = actionTypesIn(text);
  const [type, ...others] = types;
  if (type === undefined) return { type: { is: 'NONE' }, description: text };
  return { type: others.length === 0 ? { is: 'FOUND', type } : { is: 'AMBIGUOUS', types }, description: text };
}

/** Reads one line typed in a meeting: "kerry: visit home with family worker, fri 27". Never throws, whatever is typed. */
export function readActionLine(line: string, people: readonly ActionPerson[], meetingOn: string, calendar: SchoolCalendar): ReadAction {
  const { owner, rest } = splitOwner(tidy(line), people);
  const { before, text, read } = splitDay(rest, meetingOn, calendar);
  const { type, description } = splitType(before);
  const usual = defaultDue(type.is === 'FOUND' ? type.type : null, meetingOn, openSchoolDays(calendar));
  const due: ReadDue = read.is === 'DAY' ? { is: 'SAID', on: read.on } : read.is === 'UNCLEAR' ? { is: 'UNCLEAR', text, why: read.why, on: usual } : { is: 'USUAL', on: usual };
  return { owner, type, due, description, ...wordsOf({ owner, type, due, description }, calendar) };
}

const listed = (words: readonly string[]): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`);

function wordsOf({ owner, type, due, description }: Pick<ReadAction, 'owner' | 'type' | 'due' | 'description'>, calendar: SchoolCalendar): Pick<ReadAction, 'understood' | 'notUnderstood'> {
  const usual = due.on === null ? 'no day is set: the school’s calendar ends before' : `due ${spokenDay(due.on)} unless you say otherwise`;
  const warning = due.is === 'SAID' ? dayWarning(due.on, calendar) : null;
  return {
    understood: [
      ...(owner.is === 'FOUND' ? [`For ${owner.person.name}`] : []),
      ...(type.is === 'FOUND' ? [actionTypeLabel(type.type)] : []),
      ...(due.is === 'SAID' ? [`Due ${spokenDay(due.on)}`] : []),
    ],
    notUnderstood: [
      ...(owner.is === 'NONE' ? ['Nobody is named: begin with a name and a colon'] : []),
      ...(owner.is === 'UNKNOWN' ? [`Nobody here is called “${owner.text}”`] : []),
      ...(owner.is === 'AMBIGUOUS' ? [`“${owner.text}” may be ${listed(owner.people.map(({ name }) => name))}`] : []),
      ...(description === '' ? ['Say what is to be done'] : []),
      ...(type.is === 'NONE' ? ['No kind of action was recognised'] : []),
      ...(type.is === 'AMBIGUOUS' ? [`This may be ${listed(type.types.map((each) => `“${actionTypeLabel(each)}”`))}`] : []),
      ...(due.is === 'UNCLEAR' ? [`“${due.text}”: ${due.why}; ${usual}`] : []),
      ...(due.is === 'USUAL' ? [`No day was given; ${usual}`] : []),
      ...(warning === null ? [] : [warning]),
    ],
  };
}

/** An action as one line that is read back as the same action. What was not understood stands as it was typed. */
export function printActionLine({ owner, type, due, description }: Pick<ReadAction, 'owner' | 'type' | 'due' | 'description'>): string {
  const main = [description, ...(type.is === 'FOUND' ? [`[${actionTypeLabel(type.type)}]`] : [])].filter((part) => part !== '').join(' ');
  const rest = due.is === 'USUAL' ? main : `${main}, ${due.is === 'SAID' ? printedDay(due.on) : due.text}`;
  if (owner.is === 'NONE') return rest.includes(':') ? `: ${rest}` : rest;
  return `${owner.is === 'FOUND' ? owner.written : owner.text}: ${rest}`;
}
