import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { act, fireEvent, render, screen, within, type RenderResult } from '@testing-library/react';
import '@testing-library/jest-dom';
import { answerField } from '@attendance/shared/meetings';
import { ClientContext, lateClient } from '../../../graphql/portal-client.ts';
import { MeContext, signOut } from '../../identity/index.ts';
import { AnswerBox } from './answer-box.tsx';
import { PapersProvider } from './papers-provider.tsx';
import type { BoxName, ServerBox } from './papers.ts';
import { SavedLine } from './saved-line.tsx';

type Sent = { readonly answers: readonly { readonly value: string; readonly base: number }[] };
/** How the line and the server behave: ASTRAY writes and its answer is lost, SILENT takes the request and says nothing. */
type Line = 'WELL' | 'NO_LINE' | 'ASTRAY' | 'SILENT' | 'SIGNED_OUT' | 'MOVED_ON';

const NAME: BoxName = { schoolId: 1, place: 'PUPIL', subject: '7', field: 'SAID' };
const LABEL = answerField('PUPIL', 'SAID')?.label ?? '';
const VERSION = 4;
const STEP_MS = 350;
const REFUSALS = {
  SIGNED_OUT: { code: 'NOT_SIGNED_IN', message: 'You are not signed in, or your session has ended. Nothing you typed is lost. Sign in again.' },
  MOVED_ON: { code: 'CONFLICT', message: 'The meeting was moved on while you typed. Nothing of this was saved, and nothing you typed is lost.' },
};

/** One box of a meeting as the server keeps it: written only over the version the sender saw. */
class OneBoxServer {
  line: Line = 'WELL';
  box: ServerBox | null = null;
  version = VERSION;
  sent: Sent[] = [];

  write(value: string, base: number, by: string): { isSaved: boolean; version: number; value: string; by: string | null } {
    const isSaved = this.box === null || this.box.value === value || this.box.version === base;
    if (isSaved && this.box?.value !== value) this.box = { ...NAME, value, version: (this.box?.version ?? 0) + 1, by };
    return { isSaved, version: this.box?.version ?? 0, value: this.box?.value ?? '', by: this.box?.by ?? null };
  }

  readonly link = new ApolloLink((operation) => new Observable((observer) => {
    const { answers } = operation.variables as Sent;
    this.sent.push({ answers });
    const fail = (): void => observer.error(new TypeError('Failed to fetch'));
    if (this.line === 'NO_LINE') return fail();
    if (this.line === 'SILENT') {
      (operation.getContext().fetchOptions as { signal?: AbortSignal } | undefined)?.signal?.addEventListener('abort', fail);
      return undefined;
    }
    if (this.line === 'SIGNED_OUT' || this.line === 'MOVED_ON') {
      const { code, message } = REFUSALS[this.line];
      observer.next({ data: null, errors: [{ message, extensions: { code } }] });
      return observer.complete();
    }
    const saved = answers.map(({ value, base }) => ({ __typename: 'SavedAnswer', ...this.write(value, base, 'A') }));
    if (this.line === 'ASTRAY') return fail();
    const changes = this.box === null ? [] : [{ __typename: 'MeetingAnswer', ...this.box }];
    observer.next({ data: { syncMeeting: { __typename: 'MeetingSync', saved, changes, agreed: [], readers: [], listed: 0, status: 'HELD', version: this.version, at: '2026-11-19T14:00:00Z' } } });
    return observer.complete();
  }));
}

describe('papers on a page whose line, browser or session fails', () => {
  let server: OneBoxServer;
  beforeEach(() => {
    jest.useFakeTimers();
    localStorage.clear();
    server = new OneBoxServer();
  });
  afterEach(() => jest.useRealTimers());

  /** Opens the page, as after a crash or a new sign-in: with what the server has by now, and nothing else remembered. */
  function open(): RenderResult {
    const me = { id: 43, name: 'A', jobTitle: '', role: 'ATTENDANCE_OFFICER', roleLabel: 'Officer', permissions: [], schools: [], otherRoles: [] };
    return render(
      <ClientContext.Provider value={lateClient(async () => new ApolloClient({ link: server.link, cache: new InMemoryCache() }))}>
        <MeContext.Provider value={{ me, authority: 'Wexmoor', practice: true, today: '2026-11-19', csrfToken: '' }}>
          <PapersProvider meetingId="3" version={VERSION} written={server.box === null ? [] : [server.box]} reading="PUPIL/7"><SavedLine here="PUPIL/7" /><AnswerBox name={NAME} /></PapersProvider>
        </MeContext.Provider>
      </ClientContext.Provider>);
  }
  /** In small steps: what React is told within one is drawn, and sets its timers, at its end. */
  const pass = async (ms: number): Promise<void> => {
    for (let passed = 0; passed < ms; passed += STEP_MS) await act(async () => { await jest.advanceTimersByTimeAsync(STEP_MS); });
  };
  const box = (page?: RenderResult): HTMLElement => (page ? within(page.container).getByRole('textbox') : screen.getByLabelText(LABEL));
  const type = (value: string, page?: RenderResult): boolean => fireEvent.change(box(page), { target: { value } });
  const kept = (): string[] => Object.values({ ...localStorage } as Record<string, string>).flatMap((text) => (JSON.parse(text) as { value: string }[]).map(({ value }) => value));
  const other = (value: string): void => { server.box = { ...NAME, value, version: (server.box?.version ?? 0) + 1, by: 'Ola Ness' }; };

  test('nothing of what is typed stays on this machine once it is acknowledged', async () => {
    open();
    type('Mornings');
    expect(kept()).toEqual(['Mornings']);
    await pass(700);
    expect([server.box?.value, server.box?.version, kept()]).toEqual(['Mornings', 1, []]);
    expect(screen.getByText('Saved')).toBeVisible();
  });

  test.each([['the browser is killed while the line is away', 'NO_LINE', /^Not saved yet: The portal did not answer/], ['the session ends', 'SIGNED_OUT', /^Not saved yet: .*your session has ended/]] as const)('the words come back where %s, and are sent', async (_name, line, says) => {
    other('Before');
    server.line = line;
    const page = open();
    type('Mornings are hard');
    await pass(5_000);
    expect(screen.getByText(says)).toBeVisible();
    page.unmount();
    server.line = 'WELL';
    open();
    expect(box()).toHaveValue('Mornings are hard');
    expect(screen.getByText('One box you typed before was brought back from this computer.')).toBeVisible();
    await pass(700);
    expect(server.sent.at(-1)?.answers).toMatchObject([{ value: 'Mornings are hard', base: 1 }]);
    expect([server.box?.value, server.box?.version, kept()]).toEqual(['Mornings are hard', 2, []]);
  });

  test('where somebody else wrote meanwhile, both texts stand there, also after the page is opened once more, until one is chosen', async () => {
    other('Before');
    server.line = 'NO_LINE';
    const first = open();
    type('Mine');
    await pass(700);
    first.unmount();
    other('Theirs');
    server.line = 'WELL';
    for (let opened = 0; opened < 3; opened += 1) {
      const page = open();
      expect(box()).toHaveValue('Mine');
      await pass(700);
      expect(screen.getByRole('alert')).toHaveTextContent('Ola Ness wrote here first. Yours is kept, and nothing is lost.');
      expect(screen.getByRole('alert')).toHaveTextContent(/TheirsTheirs.*YoursMine/);
      expect([server.box?.value, kept()]).toEqual(['Theirs', ['Mine']]);
      page.unmount();
    }
    open();
    await pass(700);
    fireEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
    await pass(700);
    expect([server.box?.value, server.box?.version, kept()]).toEqual(['Mine', 3, []]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test.each([false, true])('an answer that went astray is no other writer, with the browser killed after it: %s', async (isKilled) => {
    server.line = 'ASTRAY';
    const page = open();
    type('Mornings');
    await pass(700);
    type('Mornings are hard');
    if (isKilled) page.unmount();
    server.line = 'WELL';
    if (isKilled) open();
    await pass(10_000);
    expect(screen.queryByRole('alert')).toBeNull();
    expect([server.box?.value, server.box?.version, kept()]).toEqual(['Mornings are hard', 2, []]);
  });

  test('a line that takes the words and says nothing counts as none after twenty seconds', async () => {
    server.line = 'SILENT';
    open();
    type('Mornings');
    await pass(21_000);
    expect(screen.getByText(/^Not saved yet/)).toBeVisible();
    server.line = 'WELL';
    await pass(31_000);
    expect([server.box?.value, kept()]).toEqual(['Mornings', []]);
  });

  test('asking for what others write goes on through a long time without a line', async () => {
    server.line = 'NO_LINE';
    open();
    await pass(120_000);
    expect(server.sent.length).toBeGreaterThan(5);
    server.line = 'WELL';
    other('News');
    await pass(31_000);
    expect(box()).toHaveValue('News');
    expect(screen.queryByText(/^Not saved yet/)).toBeNull();
  });

  test('a page that is behind says that the meeting has moved on, and keeps what was typed', async () => {
    open();
    server.version = VERSION + 1;
    await pass(11_000);
    expect(screen.getByText('The meeting has moved on.')).toBeVisible();
    server.line = 'MOVED_ON';
    type('Too late');
    await pass(5_000);
    expect(screen.getByText(/^Not saved yet: The meeting was moved on while you typed/)).toBeVisible();
    expect([box(), kept()]).toEqual([expect.objectContaining({ value: 'Too late' }), ['Too late']]);
  });

  test('another page of the same meeting leaves the words of this one alone', async () => {
    const idle = open();
    await pass(700);
    server.line = 'NO_LINE';
    const page = open();
    type('Only here', page);
    await pass(60_000);
    expect(kept()).toEqual(['Only here']);
    idle.unmount();
    server.line = 'WELL';
    await pass(31_000);
    expect([server.box?.value, kept()]).toEqual(['Only here', []]);
  });

  test('signing out takes the words away', async () => {
    server.line = 'NO_LINE';
    const page = open();
    type('Not for the next one');
    await pass(700);
    page.unmount();
    const fetched = jest.fn().mockResolvedValue({ json: () => Promise.resolve({ redirectTo: '#out' }) });
    globalThis.fetch = fetched as unknown as typeof fetch;
    await signOut('token', false);
    expect(fetched).toHaveBeenCalledWith('/auth/sign-out', expect.objectContaining({ method: 'POST' }));
    expect(kept()).toEqual([]);
  });
});
