import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import type { SessionState } from './session.ts';

/** One question of a page, as the server may ask it for the page that it is about to send. */
export interface Question { readonly operation: string; readonly document: TypedDocumentNode<unknown, OperationVariables>; readonly variables: OperationVariables }

/** What came of it: as the answer of an operation, with what was refused beside what was not. */
export interface Answer { readonly data?: unknown; readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions?: Readonly<Record<string, unknown>> }[] }

/** An answer with the question that it is to. */
export interface Answered { readonly operation: string; readonly variables: OperationVariables; readonly answer: Answer }

/** A question with the name that its document gives it. */
export function question<Data, Variables extends OperationVariables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Question {
  const definition = document.definitions.find(({ kind }) => kind === 'OperationDefinition') as { name?: { value: string } } | undefined;
  return { operation: definition?.name?.value ?? '', document: document as Question['document'], variables };
}

/** Reads what the server wrote into the page, once: it does not stay in the document. */
function read<T>(id: string): T | null {
  const element = document.getElementById(id);
  const text = element?.textContent;
  element?.remove();
  return text ? (JSON.parse(text) as T) : null;
}

/** Who is here, where the server said so in the page. */
export const firstSession = (): SessionState | null => read<SessionState>('first-session');

let left: readonly Answered[] = [];
let arriving: Promise<void> | undefined;

/** When the whole page has come, its last lines included. */
export async function whenParsed(): Promise<void> {
  if (document.readyState === 'loading') await new Promise((resolve) => { document.addEventListener('DOMContentLoaded', resolve, { once: true }); });
}

/** Begins to wait for the answers that come at the end of the page; nothing to wait for where the server said nobody is here. */
export function expectFirstAnswers(): void {
  arriving = whenParsed().then(() => { left = read<Answered[]>('first-answers') ?? []; });
}

// The order of keys says nothing, and what JSON leaves out is the same as not given.
const sorted = (_: string, value: unknown): unknown => (value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value);
const same = (a: OperationVariables, b: OperationVariables): boolean => JSON.stringify(a, sorted) === JSON.stringify(b, sorted);

/** Lays answers ready, where the server draws a page. */
export function holdAnswers(answers: readonly Answered[]): void {
  left = answers;
}

/** The answer that came with the page to exactly this question, as long as nobody took it. */
export function answerAtHand({ operation, variables }: Question): Answer | null {
  return left.find((each) => each.operation === operation && same(each.variables, variables))?.answer ?? null;
}

/** Gives an answer out once: whoever asks again wants to know how things are now. */
export function takeAnswer(asked: Question): Answer | null {
  const answer = answerAtHand(asked);
  left = left.filter((each) => each.answer !== answer);
  return answer;
}

/** The answer to the first question of the page, waited for where it is still under way. What is left of an earlier page is dropped. */
export async function firstAnswer(asked: Question): Promise<Answer | null> {
  if (arriving === undefined) {
    left = [];
    return null;
  }
  await arriving;
  arriving = undefined;
  return takeAnswer(asked);
}
