import { useRevalidator, useRouteError } from 'react-router';
import { PageProblem } from '../graphql/page-query.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { NotYours } from '../ui/not-yours.tsx';
import { Page, PageTitle } from '../ui/page.tsx';

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
