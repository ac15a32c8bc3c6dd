import { act, fireEvent, render, screen, within } from '@testing-library/react';
import '@testing-library/jest-dom';
import { MemoryRouter, useLocation } from 'react-router';
import { ErrorSummary } from './error-summary.tsx';
import { FindBox } from './find-box.tsx';
import { Link } from './link.tsx';
import { LoadingState } from './loading-state.tsx';
import { currentHref, ServiceNav } from './service-nav.tsx';
import { Sheet } from './sheet.tsx';
import { SkipLink } from './skip-link.tsx';
import type { FindResults } from './use-find.ts';
import { ShortcutsEnabled, useShortcuts, type Shortcuts } from './use-shortcuts.ts';
import { initialsOf, UserMenu } from './user-menu.tsx';

function Where() {
  return <output>{useLocation().pathname + useLocation().search}</output>;
}

describe('Link', () => {
  it('moves inside the portal without a page load, and leaves it for the server', () => {
    render(<MemoryRouter><Link href="/pupils?page=2">Pupils</Link><Link href="/auth/sign-out">Sign out</Link><Where /></MemoryRouter>);
    fireEvent.click(screen.getByText('Pupils'));
    expect(screen.getByRole('status')).toHaveTextContent('/pupils?page=2');
    const out = screen.getByText('Sign out');
    out.addEventListener('click', (event) => event.preventDefault());
    fireEvent.click(out);
    expect(screen.getByRole('status')).toHaveTextContent('/pupils?page=2');
  });
});

describe('useShortcuts', () => {
  function Keys({ keys }: { keys: Shortcuts }) {
    useShortcuts(keys);
    return <input aria-label="A field" />;
  }

  it('answers single keys and pairs outside fields only', () => {
    const note = jest.fn();
    const home = jest.fn();
    render(<Keys keys={{ n: note, 'g h': home }} />);
    fireEvent.keyDown(document.body, { key: 'n' });
    fireEvent.keyDown(document.body, { key: 'g' });
    fireEvent.keyDown(document.body, { key: 'h' });
    expect(note).toHaveBeenCalledTimes(1);
    expect(home).toHaveBeenCalledTimes(1);
    fireEvent.keyDown(screen.getByLabelText('A field'), { key: 'n' });
    fireEvent.keyDown(document.body, { key: 'n', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'h' });
    expect(note).toHaveBeenCalledTimes(1);
    expect(home).toHaveBeenCalledTimes(1);
  });

  it('is silent when a person has turned single keys off', () => {
    const note = jest.fn();
    render(<ShortcutsEnabled value={false}><Keys keys={{ n: note }} /></ShortcutsEnabled>);
    fireEvent.keyDown(document.body, { key: 'n' });
    expect(note).not.toHaveBeenCalled();
  });

  it('leaves the page behind an open dialog alone', () => {
    const note = jest.fn();
    render(<><Keys keys={{ n: note }} /><Sheet title="Explain" onClose={() => undefined}>Words</Sheet></>);
    fireEvent.keyDown(document.body, { key: 'n' });
    expect(note).not.toHaveBeenCalled();
  });
});

describe('ServiceNav', () => {
  const items = [{ label: 'Home', href: '/' }, { label: 'Pupils', href: '/pupils' }, { label: 'Legal', href: '/legal', count: 3, isLate: true }];

  it('finds the item a path belongs to', () => {
    expect(currentHref(items, '/')).toBe('/');
    expect(currentHref(items, '/pupils/abc')).toBe('/pupils');
    expect(currentHref(items, '/pupilsandmore')).toBeUndefined();
  });

  it('says where we are, what waits and what is late', () => {
    render(<ServiceNav items={items} current="/pupils" />);
    expect(screen.getByRole('link', { name: 'Pupils' })).toHaveAttribute('aria-current', 'page');
    expect(screen.getByRole('link', { name: 'Legal 3 late or urgent' })).toBeInTheDocument();
    const menu = screen.getByRole('button', { name: /Menu/ });
    fireEvent.click(menu);
    expect(menu).toHaveAttribute('aria-expanded', 'true');
  });
});

describe('UserMenu', () => {
  it('opens, closes with Esc and gives focus back', () => {
    render(<UserMenu name="Priya Nandra" role="Attendance officer" items={[{ label: 'Sign out', href: '/auth/sign-out' }]} />);
    const button = screen.getByRole('button', { name: /Priya Nandra/ });
    expect(screen.queryByRole('link', { name: 'Sign out' })).not.toBeInTheDocument();
    fireEvent.click(button);
    screen.getByRole('link', { name: 'Sign out' }).focus();
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-expanded', 'false');
  });

  it('makes initials', () => {
    expect(initialsOf('Priya Nandra')).toBe('PN');
    expect(initialsOf('Ann Mary de Vere')).toBe('AV');
    expect(initialsOf('Cher')).toBe('C');
  });
});

describe('Sheet', () => {
  it('takes focus, keeps Tab inside, closes with Esc and gives focus back', () => {
    const onClose = jest.fn();
    const opener = document.createElement('button');
    document.body.append(opener);
    opener.focus();
    const { unmount } = render(<Sheet title="Persistent absence" onClose={onClose}><a href="/pupils">See the pupils</a></Sheet>);
    expect(screen.getByRole('heading', { name: 'Persistent absence' })).toHaveFocus();
    screen.getByRole('link').focus();
    fireEvent.keyDown(screen.getByRole('link'), { key: 'Tab' });
    expect(screen.getByRole('button', { name: 'Close' })).toHaveFocus();
    fireEvent.keyDown(screen.getByRole('button', { name: 'Close' }), { key: 'Tab', shiftKey: true });
    expect(screen.getByRole('link')).toHaveFocus();
    fireEvent.keyDown(screen.getByRole('link'), { key: 'Escape' });
    expect(onClose).toHaveBeenCalledTimes(1);
    unmount();
    expect(opener).toHaveFocus();
    opener.remove();
  });
});

describe('SkipLink and ErrorSummary', () => {
  it('moves focus to the main content', () => {
    render(<><SkipLink /><main id="main">Words</main></>);
    fireEvent.click(screen.getByText('Skip to main content'));
    expect(screen.getByRole('main')).toHaveFocus();
  });

  it('takes focus, and leads to the field in question', () => {
    const { container } = render(<><ErrorSummary errors={[{ text: 'Say what happened', href: '#what' }]} /><label htmlFor="what">What</label><input id="what" /></>);
    expect(container.querySelector('.govuk-error-summary')).toHaveFocus();
    fireEvent.click(screen.getByText('Say what happened'));
    expect(screen.getByLabelText('What')).toHaveFocus();
  });
});

describe('LoadingState', () => {
  it('says what it waits for only after two seconds', () => {
    jest.useFakeTimers();
    render(<LoadingState words="Still fetching marks for 19 schools…" />);
    expect(screen.getByRole('status')).not.toHaveTextContent('marks');
    act(() => jest.advanceTimersByTime(2000));
    expect(screen.getByRole('status')).toHaveTextContent('Still fetching marks for 19 schools…');
    jest.useRealTimers();
  });
});

describe('FindBox', () => {
  const found: FindResults = {
    total: 2, groups: [{ label: 'Pupils', items: [{ id: '1', href: '/pupils/1', title: 'Thirkell, Mason' }] }, { label: 'Adults', items: [{ id: '2', href: '/people/2', title: 'Thirkell, Dawn' }] }],
  };
  const settle = () => act(() => jest.advanceTimersByTimeAsync(250));
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function open(onSearch: () => Promise<FindResults>) {
    const onOpen = jest.fn();
    render(<FindBox onSearch={onSearch} onOpen={onOpen} allHref={(text) => `/find?q=${text}`} />);
    const field = screen.getByRole('combobox');
    return { onOpen, field, type: (value: string) => fireEvent.change(field, { target: { value } }) };
  }

  it('is focused by "/", lists in groups, moves with arrows and opens with Enter', async () => {
    const { field, type, onOpen } = open(() => Promise.resolve(found));
    fireEvent.keyDown(document.body, { key: '/' });
    expect(field).toHaveFocus();
    type('thirk');
    await settle();
    expect(within(screen.getByRole('group', { name: 'Adults' })).getByRole('option')).toHaveTextContent('Thirkell, Dawn');
    expect(screen.getByRole('status')).toHaveTextContent('2 found for “thirk”.');
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(document.getElementById(field.getAttribute('aria-activedescendant') ?? '')).toHaveTextContent('Thirkell, Dawn');
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onOpen).toHaveBeenCalledWith('/people/2');
    expect(field).toHaveAttribute('aria-expanded', 'false');
  });

  it('says when it needs more, finds nothing, is slow or fails, and clears', async () => {
    let answer: () => Promise<FindResults> = () => Promise.resolve({ total: 0, groups: [], searched: 'names' });
    const { field, type } = open(() => answer());
    const status = () => screen.getByRole('status');
    type('t');
    expect(status()).toHaveTextContent('Type at least two letters.');
    type('th');
    await settle();
    expect(status()).toHaveTextContent('Nothing found for “th” in names.');
    answer = () => new Promise(() => undefined);
    type('thi');
    await settle();
    expect(status()).toHaveTextContent('Looking…');
    await act(() => jest.advanceTimersByTimeAsync(2000));
    expect(status()).toHaveTextContent('Still looking.');
    answer = () => Promise.reject(new Error('no'));
    type('thir');
    await settle();
    expect(status()).toHaveTextContent('The search did not answer.');
    answer = () => Promise.resolve(found);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await settle();
    expect(screen.getAllByRole('option')).toHaveLength(2);
    fireEvent.click(screen.getByRole('button', { name: /Clear/ }));
    expect(field).toHaveValue('');
    expect(field).toHaveFocus();
  });

  it('never shows an older answer over a newer one', async () => {
    const waiting: ((results: FindResults) => void)[] = [];
    const { type } = open(() => new Promise((done) => waiting.push(done)));
    type('th');
    await settle();
    type('thirkell, d');
    await settle();
    waiting[1]?.({ total: 1, groups: [{ label: 'Adults', items: [{ id: '2', href: '/people/2', title: 'Thirkell, Dawn' }] }] });
    await settle();
    waiting[0]?.(found);
    await settle();
    expect(screen.getAllByRole('option')).toHaveLength(1);
  });
});
