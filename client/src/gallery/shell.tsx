import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { AppHeader } from '../ui/app-header.tsx';
import { FindBox } from '../ui/find-box.tsx';
import { Footer } from '../ui/footer.tsx';
import { FreshnessBanner } from '../ui/freshness-banner.tsx';
import { KeyHelp } from '../ui/key-help.tsx';
import { Link } from '../ui/link.tsx';
import { ServiceNav } from '../ui/service-nav.tsx';
import { SkipLink } from '../ui/skip-link.tsx';
import { useShortcuts } from '../ui/use-shortcuts.ts';
import { UserMenu } from '../ui/user-menu.tsx';
import { search } from './data.ts';

const nav = [
  { label: 'Home', href: '/' }, { label: 'Pupils', href: '/pupils' }, { label: 'Schools', href: '/schools' }, { label: 'Meetings', href: '/meetings', count: 2 },
  { label: 'Cases', href: '/cases', count: 14 }, { label: 'Legal', href: '/legal', count: 3, isLate: true }, { label: 'Area', href: '/area' }, { label: 'Data', href: '/data' },
];

export function Shell({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  const [helps, setHelps] = useState(false);
  useShortcuts({ '?': () => setHelps(true), 'g h': () => void navigate('/'), 'g p': () => void navigate('/pupils') });
  return (
    <>
      <SkipLink />
      <AppHeader
        authority="Wexmoor Council" find={<FindBox onSearch={search} onOpen={(href) => void navigate(href)} allHref={(text) => `/find?q=${encodeURIComponent(text)}`} />}
        user={<UserMenu
          name="Priya Nandra" role="Attendance officer" items={[
            { label: 'My settings and alerts', href: '/me' }, { label: 'What I opened (my own access log)', href: '/me/log' },
            { label: <>Keyboard shortcuts: on <kbd>?</kbd></>, onSelect: () => setHelps(true) }, { label: 'Sign out', href: '/auth/sign-out', apart: true },
          ]}
        />}
      />
      <ServiceNav items={nav} current="/area" />
      <FreshnessBanner
        state="silent" title="3 schools silent since Tuesday, 412 pupils unseen." aside="Marks to Wed 18 Nov, afternoon · 111 of 114 schools"
      >
        <Link href="/schools?silent=1">Dunmere Primary, Thornley Cross Primary and Lark Rise Infant</Link>
      </FreshnessBanner>
      {children}
      <Footer
        isDemo links={[{ label: 'Accessibility statement', href: '/accessibility' }, { label: 'Privacy and who can see what', href: '/privacy' },
          { label: 'How each number is worked out', href: '/definitions' }, { label: 'Report a problem', href: '/problem' }]}
      />
      {helps && <KeyHelp
        onClose={() => setHelps(false)} groups={[
          { heading: 'Anywhere', keys: [{ keys: ['/'], does: 'Find' }, { keys: ['g', 'p'], does: 'Go to pupils' }, { keys: ['?'], does: 'These keys' }] },
          { heading: 'In the register', keys: [{ keys: ['←', '→'], does: 'Week before, week after' }, { keys: ['Page Up', 'Page Down'], does: 'Four weeks' }] },
        ]}
      />}
    </>
  );
}
