import { ApolloClient, ApolloLink, InMemoryCache, Observable } from '@apollo/client';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import '@testing-library/jest-dom';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { ClientContext, lateClient } from '../../../graphql/portal-client.ts';
import { MeContext } from '../../identity/index.ts';
import { SaveView } from './save-view.tsx';
import { WatchControl } from './watch-control.tsx';

interface Sent { readonly name: string; readonly variables: Record<string, unknown> }

const LISTS = [
  { __typename: 'WatchList', id: '3', name: 'Back after illness', kind: 'PUPILS', isMine: true, ownerName: 'A', holds: false }, { __typename: 'WatchList', id: '4', name: 'Team list', kind: 'PUPILS', isMine: false, ownerName: 'B', holds: true },
  { __typename: 'WatchList', id: '5', name: 'Quiet schools', kind: 'SCHOOLS', isMine: true, ownerName: 'A', holds: false },
];

/** The parts as a person with these permissions sees them, over a server that answers every question and remembers it. */
function shown(part: ReactNode, permissions: readonly string[], answers: Record<string, () => Record<string, unknown>> = {}, path = '/lists/severe'): Sent[] {
  const sent: Sent[] = [];
  const known: Record<string, () => Record<string, unknown>> = {
    WatchControl: () => ({ watchLists: LISTS }), CreateWatchList: () => ({ createWatchList: { __typename: 'WatchList', id: '9', name: 'New one' } }), Watch: () => ({ watch: { __typename: 'WatchList', id: '3', name: 'Back after illness' } }),
    SaveView: () => ({ saveView: { __typename: 'SavedView', id: '1', name: 'Severe', path: '/lists/severe' } }), ...answers,
  };
  const link = new ApolloLink(({ operationName, variables }) => new Observable((observer) => {
    sent.push({ name: operationName ?? '', variables });
    try {
      observer.next({ data: known[operationName ?? '']?.() ?? {} });
      observer.complete();
    } catch (error) {
      observer.error(error);
    }
  }));
  const me = { id: 1, name: 'A', jobTitle: '', role: 'ATTENDANCE_OFFICER', roleLabel: 'Officer', permissions, schools: [], otherRoles: [] };
  render(
    <ClientContext value={lateClient(async () => new ApolloClient({ link, cache: new InMemoryCache() }))}>
      <MeContext.Provider value={{ me, authority: 'Wexmoor', practice: true, today: '2026-11-19', csrfToken: '' }}><MemoryRouter initialEntries={[path]}>{part}</MemoryRouter></MeContext.Provider>
    </ClientContext>);
  return sent;
}

const MAY = ['watch:keep', 'pupil:read', 'area:read'];
const child = <WatchControl pupilId="7" name="Mason Thirkell" />;
const open = (): boolean => fireEvent.click(screen.getByRole('button', { name: 'Watch Mason Thirkell' }));

describe('the Watch control', () => {
  it('is not there for those who keep no lists', () => {
    shown(child, ['pupil:read']);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('asks on which list and why, offers lists of the right kind that do not hold the child, and says which do', async () => {
    shown(child, MAY);
    open();
    const choice = await screen.findByLabelText<HTMLSelectElement>('On which list?');
    expect([...choice.options].map(({ text }) => text)).toEqual(['Back after illness', 'A new list']);
    expect(screen.getByText('Already on Team list (shared by B).')).toBeVisible();
  });

  it('sends nothing without a reason, says so beside the field, and then sends it once', async () => {
    const sent = shown(child, MAY);
    open();
    const button = await screen.findByRole('button', { name: 'Add to the list' });
    fireEvent.click(button);
    expect((await screen.findAllByText('Say why, in a short sentence')).length).toBeGreaterThan(0);
    expect(sent.map(({ name }) => name)).toEqual(['WatchControl']);
    fireEvent.change(screen.getByLabelText('Why?'), { target: { value: 'Agreed at the meeting' } });
    fireEvent.submit(button.closest('form') as HTMLFormElement);
    expect(await screen.findByRole('status')).toHaveTextContent('Done. On the list Back after illness');
    expect(sent.slice(1)).toEqual([{ name: 'Watch', variables: { input: { listId: '3', pupilId: '7', schoolId: null, why: 'Agreed at the meeting' } } }]);
  });

  it('makes a new list where one is asked for, under one key however often it is tried', async () => {
    let tries = 0;
    const sent = shown(child, MAY, { Watch: () => { tries += 1; if (tries === 1) throw new Error('This list holds 100 already.'); return { watch: { __typename: 'WatchList', id: '9', name: 'New one' } }; } });
    open();
    fireEvent.change(await screen.findByLabelText('On which list?'), { target: { value: 'new' } });
    fireEvent.change(screen.getByLabelText('Name of the new list'), { target: { value: 'New one' } });
    fireEvent.change(screen.getByLabelText('Why?'), { target: { value: 'Agreed at the meeting' } });
    const form = screen.getByRole('button', { name: 'Add to the list' }).closest('form') as HTMLFormElement;
    fireEvent.submit(form);
    expect(await screen.findByText('This list holds 100 already.')).toBeVisible();
    fireEvent.submit(form);
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('New one'));
    const keys = sent.filter(({ name }) => name === 'CreateWatchList').map(({ variables }) => (variables.input as { key: string }).key);
    expect([keys.length, new Set(keys).size, keys[0]]).toEqual([2, 1, expect.stringMatching(/^[\da-f]{32}$/)]);
  });
});

describe('saving a view', () => {
  it('sends the address, and says that what was searched for is not kept', async () => {
    const sent = shown(<SaveView />, MAY, {}, '/schools?name=Oakmere&silent=yes');
    fireEvent.click(screen.getByRole('button', { name: 'Save this view' }));
    expect(await screen.findByText(/name that was searched for is not kept/)).toBeVisible();
    expect(screen.queryByLabelText('Tell me when a child joins this list')).toBeNull();
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Silent ones' } });
    fireEvent.submit(screen.getByRole('button', { name: 'Save' }).closest('form') as HTMLFormElement);
    expect(await screen.findByRole('status')).toHaveTextContent('Saved.');
    expect(sent).toEqual([{ name: 'SaveView', variables: { input: { key: expect.stringMatching(/^[\da-f]{32}$/) as string, name: 'Silent ones', address: '/schools?name=Oakmere&silent=yes', shared: false, alertJoins: false } } }]);
  });

  it('of a list of work can tell who joins; a school shares with nobody', async () => {
    shown(<SaveView />, ['watch:keep', 'pupil:read']);
    fireEvent.click(screen.getByRole('button', { name: 'Save this view' }));
    expect(await screen.findByLabelText('Tell me when a child joins this list')).toBeVisible();
    expect(screen.queryByLabelText(/Share it/)).toBeNull();
  });
});
