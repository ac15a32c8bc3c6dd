import { useRevalidator, useRouteError } from 'react-router';
import { PageProblem } from '../graphql/page-query.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { NotYours } from '../ui/not-yours.tsx';
import { Page } from '../ui/page.tsx';

/** Whatever keeps a page from being shown, in plain words, inside the shell. */
export function ProblemPage() {
  const error = useRouteError();
  const { revalidate } = useRevalidator();
  const code = error instanceof PageProblem ? error.code : (error as { status?: number }).status === 404 ? 'NOT_FOUND' : 'INTERNAL';
  if (code === 'NOT_FOUND') return <NotFound />;
  if (code === 'FORBIDDEN') return <NotYours title="Your role does not include this page.">Nothing was opened. Ask your manager if you need it.</NotYours>;
  const reference = error instanceof PageProblem ? error.reference : null;
  return (
    <Page windowTitle="Something went wrong">
      <ErrorState title="We could not load this page." {...(reference ? { reference } : {})} onRetry={() => void revalidate()}>
        {error instanceof PageProblem ? error.message : null}
      </ErrorState>
    </Page>
  );
}
