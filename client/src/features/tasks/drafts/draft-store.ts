import { keepUnsent, unsentText } from '../../../lib/unsent-text.ts';
import { LONGEST_RETRY_MS, LONGEST_WAIT_MS, PAUSE_MS, RETRY_MS, type SendOptions } from '../../../lib/save-pace.ts';

/** What a text is about: a meeting or a task. */
export interface DraftAbout { readonly meetingId: number | null; readonly taskId: number | null }
/** Which text: of which field, and about which child. */
export interface DraftName extends DraftAbout { readonly part: string; readonly pupilId: number | null }
/**
 * A text on this machine. `value` is null where nothing is kept, `base` the version it was typed over, `other` what another window of the
 * same person kept meanwhile. `isRefused`: the server will not have it, and is asked again when more is typed.
 */
export interface Draft extends DraftName { readonly value: string | null; readonly base: number; readonly isDirty: boolean; readonly other: string | null; readonly isRefused: boolean }

export interface HeldDraft { readonly part: string; readonly pupilId: number | null; readonly value: string; readonly version: number }
/** What the server said of a text, or why it did not take it. `isFinal`: asking again would change nothing. */
export type DraftAnswer = { readonly isSaved: boolean; readonly version: number; readonly value: string } | { readonly problem: string; readonly isFinal: boolean };

export interface DraftLine {
  /** Sends a text; never throws. */
  readonly save: (draft: Draft, options: SendOptions) => Promise<DraftAnswer>;
  /** What the server keeps about one thing; null where it did not answer. */
  readonly load: (about: DraftAbout) => Promise<readonly HeldDraft[] | null>;
}

export const keyOfDraft = ({ meetingId, taskId, part }: Omit<DraftName, 'pupilId'>): string => `${meetingId ?? ''}|${taskId ?? ''}|${part}`;
/** A text, or what is kept beside it in the same form. */
const isUnder = (draft: DraftName, name: DraftName): boolean => draft.meetingId === name.meetingId && draft.taskId === name.taskId && (draft.part === name.part || draft.part.startsWith(`${name.part}/`));

/**
 * What a person types into forms, kept from the first pause: by the server, and until it has it by this machine. It outlives the form it is
 * typed in, so that turning to another pupil or page loses nothing; sending the form takes it away.
 */
export class DraftStore {
  private readonly drafts = new Map<string, Draft>();
  private readonly listeners = new Set<() => void>();
  /** Forms on their way: what is typed in them is not saved over what their sending takes away. */
  private readonly sending = new Set<DraftName>();
  /** Which texts this page put on this machine: those of another page are not its to take away. */
  private own: ReadonlySet<string> = new Set();
  private problem: string | null = null;
  private busy: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retry = RETRY_MS;
  private hasBegun = false;

  constructor(private readonly name: string, private readonly line: DraftLine) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly find = (key: string): Draft | null => this.drafts.get(key) ?? null;
  /** The fields of one thing that hold words, a line each: one text, so that it can be compared. */
  readonly partsOf = ({ meetingId, taskId }: DraftAbout): string => [...this.drafts.values()].filter((draft) => draft.meetingId === meetingId && draft.taskId === taskId && (draft.value ?? '').trim() !== '').map(({ part }) => part).sort().join('\n');
  readonly whatFailed = (): string | null => this.problem;

  /** Begins to keep, with what an earlier page left on this machine, and asks what the server keeps about one thing. */
  async open(about: DraftAbout): Promise<void> {
    this.begin();
    for (const { version, ...held } of (await this.line.load(about)) ?? []) {
      const name = { ...about, part: held.part, pupilId: held.pupilId };
      const was = this.drafts.get(keyOfDraft(name));
      if (was === undefined || (!was.isDirty && version > was.base)) this.put({ ...name, value: held.value, base: version, isDirty: false, other: null, isRefused: false });
    }
    this.tell();
  }

  /** Takes a text as it is typed; null takes it away. */
  write(name: DraftName, value: string | null): void {
    const was = this.drafts.get(keyOfDraft(name));
    if ((was?.value ?? null) === value) return;
    this.put({ ...name, value, base: was?.base ?? 0, isDirty: true, other: was?.other ?? null, isRefused: false });
    this.tell();
    this.later(PAUSE_MS);
  }

  /** What another window kept is put in place of this one’s, or out of sight. */
  decide(name: DraftName, takeOther: boolean): void {
    const draft = this.drafts.get(keyOfDraft(name));
    if (draft === undefined || draft.other === null) return;
    this.put({ ...draft, other: null });
    if (takeOther) this.write(name, draft.other);
    this.tell();
  }

  /** Sends a form with a text: no saving overtakes it, and when it went well the text and what was kept beside it are gone. */
  async send<Answer>(name: DraftName, send: () => Promise<Answer>): Promise<Answer> {
    this.sending.add(name);
    try {
      while (this.busy) await this.busy;
      const sent = [...this.drafts.values()].filter((draft) => isUnder(draft, name));
      const answer = await send();
      for (const draft of sent) this.gone(draft);
      this.tell();
      return answer;
    } finally {
      this.sending.delete(name);
      this.later(PAUSE_MS);
    }
  }

  /** The server counted the version up once as it emptied the text. Whoever has typed on meanwhile keeps what they typed. */
  private gone(sent: Draft): void {
    const now = this.drafts.get(keyOfDraft(sent)) ?? sent;
    const base = sent.base === 0 ? 0 : sent.base + 1;
    this.put(now.value === sent.value ? { ...sent, value: null, base, isDirty: false, other: null } : { ...now, base });
  }

  private begin(): void {
    if (this.hasBegun) return;
    this.hasBegun = true;
    for (const kept of unsentText(this.name, isKept)) if (!this.drafts.has(keyOfDraft(kept))) this.put({ ...kept, isDirty: true, other: null, isRefused: false });
    this.own = new Set(this.drafts.keys());
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') void this.sync(true); });
    window.addEventListener('online', () => { this.retry = RETRY_MS; void this.sync(); });
    this.later(0);
  }

  private put(draft: Draft): void {
    this.drafts.set(keyOfDraft(draft), draft);
  }

  private waiting(): Draft[] {
    return [...this.drafts.values()].filter((draft) => draft.isDirty && !draft.isRefused && ![...this.sending].some((name) => isUnder(draft, name)));
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    if (this.waiting().length > 0) this.timer = setTimeout(() => void this.sync(), ms);
  }

  private async sync(isLast = false): Promise<void> {
    if (this.busy) return;
    this.busy = this.saveAll(isLast);
    await this.busy;
    this.busy = null;
    this.retry = this.problem === null ? RETRY_MS : Math.min(this.retry * 2, LONGEST_RETRY_MS);
    this.later(this.problem === null ? PAUSE_MS : this.retry);
  }

  private async saveAll(isLast: boolean): Promise<void> {
    const waiting = this.waiting();
    let problem: string | null = null;
    // A page that is left waits for nothing: all at once.
    const underway = isLast ? waiting.map((draft) => this.saved(draft, true)) : [];
    for (const [index, draft] of waiting.entries()) {
      const answer = await (underway[index] ?? this.saved(draft, false));
      if ('problem' in answer) ({ problem } = answer);
      this.take(draft, answer);
    }
    this.problem = problem;
    this.tell();
  }

  private take(sent: Draft, answer: DraftAnswer): void {
    const now = this.drafts.get(keyOfDraft(sent)) ?? sent;
    if ('problem' in answer) this.put({ ...now, isRefused: answer.isFinal && now.value === sent.value });
    else if (answer.isSaved) this.put({ ...now, base: answer.version, isDirty: now.value !== sent.value });
    // One's own words stand over one's own, and what another window kept is shown beside them.
    else this.put({ ...now, base: answer.version, other: answer.value === '' || answer.value === now.value ? now.other : answer.value });
  }

  private async saved(draft: Draft, isLast: boolean): Promise<DraftAnswer> {
    const wait = new AbortController();
    const patience = setTimeout(() => wait.abort(), LONGEST_WAIT_MS);
    const answer = await this.line.save(draft, { signal: wait.signal, ...(isLast ? { keepalive: true } : {}) });
    clearTimeout(patience);
    return answer;
  }

  /** Keeps on this machine what the server does not have, and tells the page. */
  private tell(): void {
    if (this.hasBegun) {
      const unsaved = [...this.drafts.values()].filter(({ isDirty }) => isDirty).map(({ meetingId, taskId, part, pupilId, value, base }): KeptDraft => ({ meetingId, taskId, part, pupilId, value, base }));
      const now = new Set(unsaved.map(keyOfDraft));
      keepUnsent(this.name, [...unsentText(this.name, isKept).filter((row) => !now.has(keyOfDraft(row)) && !this.own.has(keyOfDraft(row))), ...unsaved]);
      this.own = now;
    }
    for (const listener of this.listeners) listener();
  }
}

type KeptDraft = DraftName & Pick<Draft, 'value' | 'base'>;
function isKept(row: unknown): row is KeptDraft {
  const { meetingId, taskId, part, pupilId, value, base } = (row ?? {}) as Partial<Record<keyof KeptDraft, unknown>>;
  return [meetingId, taskId, pupilId].every((id) => id === null || typeof id === 'number') && typeof part === 'string' && (value === null || typeof value === 'string') && typeof base === 'number';
}
