import { unsentText } from '../../../lib/unsent-text.ts';
import { PAUSE_MS, RETRY_MS } from '../../../lib/save-pace.ts';
import { DraftStore, keyOfDraft, type Draft, type DraftAnswer, type DraftName, type HeldDraft } from './draft-store.ts';

const ABOUT = { meetingId: 7, taskId: null };
const LINE: DraftName = { ...ABOUT, part: 'ACTION/1/PUPIL/3', pupilId: 3 };
const SERVICE: DraftName = { ...LINE, part: `${LINE.part}/SERVICE` };
const KEPT = 'drafts:5';

/** One person’s texts as the server keeps them: written only over the version the sender saw. */
class Server {
  readonly held = new Map<string, { value: string; version: number; name: DraftName }>();
  readonly sent: string[] = [];
  isDown = false;

  readonly save = (draft: Draft): Promise<DraftAnswer> => Promise.resolve(this.isDown ? { problem: 'The portal did not answer.', isFinal: false } : this.saved(draft));

  private saved(draft: Draft): DraftAnswer {
    this.sent.push(draft.value ?? '');
    const was = this.held.get(keyOfDraft(draft));
    const value = draft.value ?? '';
    if (was !== undefined && was.value !== value && was.version !== draft.base) return { isSaved: false, version: was.version, value: was.value };
    const version = was?.value === value ? was.version : (was?.version ?? 0) + 1;
    this.held.set(keyOfDraft(draft), { value, version, name: draft });
    return { isSaved: true, version, value };
  }

  readonly load = (): Promise<HeldDraft[] | null> => Promise.resolve(this.isDown ? null : [...this.held.values()].filter(({ value }) => value !== '').map(({ value, version, name: { part, pupilId } }) => ({ part, pupilId, value, version })));

  /** What the transaction does that makes something of a form. */
  readonly made = (): Promise<void> => {
    for (const [key, held] of this.held) this.held.set(key, { ...held, value: '', version: held.version + 1 });
    return Promise.resolve();
  };
}

describe('what is typed into a form and not sent', () => {
  let server: Server;
  const opened = async (): Promise<DraftStore> => {
    const store = new DraftStore(KEPT, server);
    await store.open(ABOUT);
    return store;
  };
  const value = (store: DraftStore, name = LINE): string | null => store.find(keyOfDraft(name))?.value ?? null;
  const kept = (): unknown[] => unsentText(KEPT, (row): row is DraftName & { value: string } => row !== null).map((row) => row.value);
  const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    server = new Server();
  });
  afterEach(() => jest.useRealTimers());

  test('goes to the server after a pause, and comes back in another window', async () => {
    const store = await opened();
    for (const text of ['k', 'ke', 'kerry: home']) store.write(LINE, text);
    expect([server.sent, kept()]).toEqual([[], ['kerry: home']]);
    await pass(PAUSE_MS);
    expect([server.sent, kept()]).toEqual([['kerry: home'], []]);
    expect(value(await opened())).toBe('kerry: home');
  });

  test('stays on this machine while the server is away, is tried again, and an earlier page’s words come back', async () => {
    const store = await opened();
    server.isDown = true;
    store.write(LINE, 'kerry: home');
    await pass(PAUSE_MS);
    expect([store.whatFailed(), kept()]).toEqual(['The portal did not answer.', ['kerry: home']]);
    const after = await opened();
    expect(value(after)).toBe('kerry: home');
    server.isDown = false;
    await pass(RETRY_MS * 2);
    expect([kept(), [...server.held.values()].map((held) => held.value)]).toEqual([[], ['kerry: home']]);
  });

  test('is gone with what is kept beside it when the form was sent, and stays when it was refused', async () => {
    const store = await opened();
    store.write(LINE, 'kerry: home');
    store.write(SERVICE, 'EARLY_HELP');
    await pass(PAUSE_MS);
    await expect(store.send(LINE, () => Promise.reject(new Error('Say who does it')))).rejects.toThrow('Say who');
    expect([value(store), value(store, SERVICE)]).toEqual(['kerry: home', 'EARLY_HELP']);
    await store.send(LINE, server.made);
    expect([value(store), value(store, SERVICE), kept()]).toEqual([null, null, []]);
    // The next line is typed over what was emptied.
    store.write(LINE, 'head: ring');
    await pass(PAUSE_MS);
    expect([kept(), value(await opened())]).toEqual([[], 'head: ring']);
  });

  test('what is typed while the form is on its way stays, and is not saved before it has arrived', async () => {
    const store = await opened();
    store.write(LINE, 'one');
    let arrive: () => void = () => undefined;
    const sending = store.send(LINE, () => new Promise<void>((done) => { arrive = done; }).then(server.made));
    await pass(PAUSE_MS);
    store.write(LINE, 'two');
    await pass(PAUSE_MS * 3);
    expect(server.sent).toEqual([]);
    arrive();
    await sending;
    await pass(PAUSE_MS);
    expect([value(store), server.sent]).toEqual(['two', ['two']]);
  });

  test('where another window kept something else, this one’s stands and the other is shown to take or put away', async () => {
    const [one, two] = [await opened(), await opened()];
    one.write(LINE, 'from one');
    await pass(PAUSE_MS);
    two.write(LINE, 'from two');
    await pass(PAUSE_MS * 3);
    expect([value(two), two.find(keyOfDraft(LINE))?.other, server.held.get(keyOfDraft(LINE))?.value]).toEqual(['from two', 'from one', 'from two']);
    two.decide(LINE, true);
    await pass(PAUSE_MS * 2);
    expect([value(two), two.find(keyOfDraft(LINE))?.other, server.held.get(keyOfDraft(LINE))?.value]).toEqual(['from one', null, 'from one']);
  });

  test('what is begun is told by its field', async () => {
    const store = await opened();
    expect(store.partsOf(ABOUT)).toBe('');
    store.write(SERVICE, 'EARLY_HELP');
    store.write(LINE, 'kerry');
    expect([store.partsOf(ABOUT), store.partsOf({ meetingId: null, taskId: 7 })]).toEqual([`${LINE.part}\n${SERVICE.part}`, '']);
  });

  test('what was put away is put away on the server too', async () => {
    const store = await opened();
    store.write(LINE, 'kerry');
    await pass(PAUSE_MS);
    store.write(LINE, null);
    await pass(PAUSE_MS);
    expect([value(store), value(await opened()), kept()]).toEqual([null, null, []]);
  });
});
