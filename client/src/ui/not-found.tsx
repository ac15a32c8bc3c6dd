import { Link } from './link.tsx';
import { Page, PageTitle } from './page.tsx';

export function NotFound({ home = '/' }: { home?: string }) {
  return (
    <Page windowTitle="Page not found">
      <PageTitle title="There is no page at this address" />
      <div className="app-stack">
        <p>It may have moved, or the address may have lost a letter on the way. Nothing is lost.</p>
        <p>Find the pupil, school or case with the search above, or <Link href={home}>go to your home page</Link>.</p>
      </div>
    </Page>
  );
}
