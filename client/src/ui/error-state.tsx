import type { ReactNode } from 'react';
import { QuietButton } from './quiet-button.tsx';

export type ErrorStateProps = {
  /** What happened: "We could not load the register." */
  title: ReactNode;
  /** Whether anything was lost. */
  lost?: ReactNode;
  onRetry?: () => void;
  retryWords?: string;
  /** What to do besides trying again. */
  children?: ReactNode;
  reference?: string;
};

export function ErrorState({ title, lost = 'Nothing you typed is lost.', onRetry, retryWords = 'Try again', children, reference }: ErrorStateProps) {
  return (
    <div className="app-problem" role="alert">
      <p><strong>{title}</strong> {lost}</p>
      {(onRetry || children) && <p>{onRetry && <QuietButton onClick={onRetry}>{retryWords}</QuietButton>}{onRetry && children ? ' ' : null}{children}</p>}
      {reference && <p>If it happens again, give the service desk reference <strong className="app-nowrap">{reference}</strong>.</p>}
    </div>
  );
}
