import { useEffect, useRef, useMemo, useState, type ReactNode } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigate, useNavigation } from 'react-router';
import { useMutation } from '../graphql/hooks.ts';
import { FreshnessStrip, WatchControl } from '../features/analysis/index.ts';
import { ChangeRoleDocument, signOut, useMe } from '../features/identity/index.ts';
import { RecordActions, searchPupils } from '../features/pupils/index.ts';
import { usePortalClient } from '../graphql/portal-client.ts';
import { AppHeader } from '../ui/app-header.tsx';
import { FindBox } from '../ui/find-box.tsx';
import { Footer } from '../ui/footer.tsx';
import { KeyHelp } from '../ui/key-help.tsx';
import type * as RowKeys from '../ui/row-keys.ts';
import { ServiceNav } from '../ui/service-nav.tsx';
import { SkipLink } from '../ui/skip-link.tsx';
import { useShortcuts } from '../ui/use-shortcuts.ts';
import { UserMenu, type MenuItem } from '../ui/user-menu.tsx';
import { navigationAt, navigationFor } from './navigation.ts';
import { SessionWatch } from './session-watch.tsx';

const KEYS = [
  { heading: 'Everywhere', keys: [{ keys: ['/'], does: 'Find a pupil' }, { keys: ['?'], does: 'Show these keys' }, { keys: ['Esc'], does: 'Close what is open' }] },
  { heading: 'Go to', keys: [{ keys: ['g', 'h'], does: 'Home' }, { keys: ['g', 'p'], does: 'Pupils' }, { keys: ['g', 's'], does: 'Schools' }, { keys: ['g', 'a'], does: 'Area' }, { keys: ['g', 'd'], does: 'Data' }] },
  { heading: 'In a list or table', keys: [{ keys: ['j'], does: 'Next row' }, { keys: ['k'], does: 'Row before' }, { keys: ['Enter'], does: 'Open the row' }, { keys: ['x'], does: 'Choose the row, where rows can be chosen' }, { keys: ['e'], does: 'Explain the figure in hand, or the list' }] },
  { heading: 'In a register', keys: [{ keys: ['Arrows'], does: 'Next session or week' }, { keys: ['Home', 'End'], does: 'First or last week' }, { keys: ['Page Up', 'Page Down'], does: 'Four weeks back or on' }] },
];

/** Acts on the rows of the page: the code comes with the first press. */
const inRows = (act: (rows: typeof RowKeys) => void) => () => void import('../ui/row-keys.ts').then(act, () => undefined);

/** Beside a child's name on the record. */
const watchPupil = (pupilId: string, name: string): ReactNode => <WatchControl pupilId={pupilId} name={name} />;

/** What every page sits in: who and where one is, how fresh the marks are, and the way to everything else. */
export function Shell({ idleMinutes }: { idleMinutes: number }) {
  const { me, authority, practice, can } = useMe();
  const client = usePortalClient();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [showsKeys, setShowsKeys] = useState(false);
  const items = useMemo(() => navigationFor(me), [me]);
  const go = (path: string) => () => void navigate(path);
  useShortcuts({
    '?': () => setShowsKeys(true), 'g h': go('/'), 'g p': go('/pupils'), 'g s': go('/schools'), 'g a': go('/area'), 'g d': go('/data'),
  });
  // A meeting that is held has keys of its own for its pupils.
  useShortcuts({ j: inRows(({ moveRow }) => moveRow(1)), k: inRows(({ moveRow }) => moveRow(-1)), x: inRows(({ tickRow }) => tickRow()) }, !pathname.endsWith('/hold'));
  const find = can('pupil:search')
    ? <FindBox onSearch={searchPupils(client)} onOpen={(href) => void navigate(href)} label="Find a pupil" placeholder="Pupil’s name, UPN or date of birth" />
    : undefined;
  return (
    <>
      <SkipLink href="#main">Skip to main content</SkipLink>
      <AppHeader authority={authority} find={find} user={<PersonMenu />} />
      <ServiceNav items={items} current={navigationAt(me, pathname)} />
      {can('school:read') && <FreshnessStrip />}
      <SessionWatch idleMinutes={idleMinutes} />
      <PageFocus>
        <RecordActions.Provider value={watchPupil}><Outlet /></RecordActions.Provider>
      </PageFocus>
      <Footer
        links={[{ label: 'How each number is worked out', href: '/how-figures-work' }, { label: 'Who can see what', href: '/who-sees-what' }, { label: 'Accessibility', href: '/accessibility' }]}
        isDemo={practice}
      />
      {showsKeys && <KeyHelp groups={KEYS} onClose={() => setShowsKeys(false)} />}
      <ScrollRestoration />
    </>
  );
}

function PersonMenu() {
  const { me, csrfToken, can } = useMe();
  const [changeRole] = useMutation(ChangeRoleDocument);
  const items: MenuItem[] = [
    ...me.otherRoles.map((role) => ({ label: `Act as ${role.label}`, onSelect: () => void changeRole({ variables: { role: role.key } }).then(() => window.location.assign('/')) })),
    ...(can('audit:read-own') ? [{ label: 'What I opened (my own access log)', href: '/my-access' }] : []),
    { label: 'Sign out', onSelect: () => void signOut(csrfToken, false), apart: true },
    { label: 'Sign out everywhere', onSelect: () => void signOut(csrfToken, true) },
  ];
  return <UserMenu name={me.name} role={me.roleLabel} items={items} />;
}

/** After a move inside the portal, keyboard and screen reader start at the new page, as they would after a page load. */
function PageFocus({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const { state } = useNavigation();
  const shown = useRef(pathname);
  useEffect(() => {
    // Whoever is typing into the page they came to stays where they are.
    if (shown.current === pathname) return;
    shown.current = pathname;
    const main = document.getElementById('main');
    if (main !== null && document.activeElement !== document.body && !main.contains(document.activeElement)) main.focus({ preventScroll: true });
  }, [pathname]);
  return <div className="app-page" aria-busy={state === 'loading'}>{children}</div>;
}
