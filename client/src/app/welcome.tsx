import { Button } from '../ui/button.tsx';
import { AppHeader } from '../ui/app-header.tsx';
import { Page, PageTitle } from '../ui/page.tsx';
import { SkipLink } from '../ui/skip-link.tsx';

/** Where somebody arrives who is not signed in, or whose account has no right in force. */
export function Welcome({ reason, name }: { reason: 'NOT_SIGNED_IN' | 'NO_ACCESS' | 'ENDED'; name: string | null }) {
  const here = window.location.pathname + window.location.search;
  const href = `/auth/sign-in?returnTo=${encodeURIComponent(here)}`;
  return (
    <>
      <SkipLink href="#main">Skip to main content</SkipLink>
      <AppHeader authority="School Attendance Support Team" />
      {reason === 'NO_ACCESS' ? (
        <Page windowTitle="No access">
          <PageTitle title="Your account has no access yet" lede={name ? `Signed in as ${name}` : undefined} />
          <div className="app-stack">
            <p>You signed in, but no role has been given to you, or it has ended. Nothing is lost.</p>
            <p>Ask your manager, or your school’s attendance champion, to give you a role. Then sign in again.</p>
            <Button href={href}>Sign in again</Button>
          </div>
        </Page>
      ) : (
        <Page windowTitle="Sign in">
          <PageTitle title={reason === 'ENDED' ? 'You have been signed out' : 'Sign in to Attendance Support'} />
          <div className="app-stack">
            <p>{reason === 'ENDED' ? 'Your session ended because it was not used for a while. Nothing you typed is lost. Sign in to go on where you were.' : 'For council officers, schools and partners who help children to be in school. You sign in with the account of your council or school.'}</p>
            <Button href={href}>Sign in</Button>
            <p className="app-muted">Everything you open is recorded with your name.</p>
          </div>
        </Page>
      )}
    </>
  );
}
