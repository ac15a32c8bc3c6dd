import { useRevalidator, useRouteError } from 'react-router';
import { PageProblem } from '../graphql/page-query.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { NotYours } from '../ui/not-yours.tsx';
import { Page, PageTitle } from '../ui/page.tsx';

/** The code of a page did not come: there is another build since this one was opened, or no connection. */
export class PageCodeMissing extends Error {}

/** Whatever keeps a page from being shown, in plain words, inside the shell. */
export function ProblemPage() {
  const error = useRouteError();
  const { revalidate } = useRevalidator();
  const code = error instanceof PageProblem ? error.code : (error as { status?: number }).status === 404 ? 'NOT_FOUND' : 'INTERNAL';
  if (code === 'NOT_FOUND') return <NotFound />;
  if (code === 'FORBIDDEN') return (
    <Page windowTitle="Not in your role">
      <PageTitle title="Your role does not include this page" />
      <NotYours title="Nothing was opened.">Ask your manager if you need it.</NotYours>
    </Page>
  );
  // What is loaded anew comes from the build that runs now; asking for the same file again would not help.
  if (error instanceof PageCodeMissing) return (
    <Page windowTitle="Load this page again">
      <PageTitle title="This page has to be loaded again" />
      <ErrorState title="The portal was renewed while you had it open, or the connection is away." lost="Nothing was changed." onRetry={() => window.location.reload()} retryWords="Load the page again" />
    </Page>
  );
  const reference = error instanceof PageProblem ? error.reference : null;
  return (
    <Page windowTitle="Something went wrong">
      <PageTitle title="This page could not be shown" />
      <ErrorState title="We could not load this page." {...(reference ? { reference } : {})} onRetry={() => void revalidate()}>
        {error instanceof PageProblem ? error.message : null}
      </ErrorState>
    </Page>
  );
}
