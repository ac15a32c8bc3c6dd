import { useMe } from '../features/identity/index.ts';
import { Link } from '../ui/link.tsx';
import { Page, PageTitle } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { placesBehindMore } from './navigation.ts';

/** What there was no room for beside a person's daily work. */
export function Component() {
  const { me, authority } = useMe();
  const places = placesBehindMore(me);
  return (
    <Page windowTitle="More" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'More' }]}>
      <PageTitle title="More" lede="What you look up now and then." />
      <Panel title={places.length === 1 ? '1 page' : `${places.length} pages`} flush lead>
        {places.length === 0 ? <p className="app-state">Everything you can open stands in the line at the top.</p> : (
          <ul className="app-rows">{places.map(({ label, href, what }) => <li key={href}><div className="app-rows__main"><Link href={href}><strong>{label}</strong></Link><span className="app-line">{what}</span></div></li>)}</ul>
        )}
      </Panel>
    </Page>
  );
}
