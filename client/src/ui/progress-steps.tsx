import type { ReactNode } from 'react';
import { Spinner } from './icons.tsx';

export type ProgressStepsProps = {
  steps: readonly { title: string; detail?: ReactNode }[];
  /** Steps done so far; the next one is running unless the whole has ended. */
  done: number;
  state: 'waiting' | 'running' | 'stopped' | 'finished';
  /** Of the whole, 0 to 1; nothing while it is unknown. */
  share?: number;
  /** "Now reading: Saltby Coast Academy" */
  title: ReactNode;
  /** "61,400 of 87,400 rows, 4 seconds left. You can leave this page." */
  detail?: ReactNode;
  /** At the far end: stop, undo. */
  action?: ReactNode;
};

type StepState = 'done' | 'running' | 'stopped' | 'waiting';
const SAID: Record<StepState, string> = { done: 'done', running: 'now', stopped: 'stopped', waiting: 'not yet' };

export function ProgressSteps({ steps, done, state, share, title, detail, action }: ProgressStepsProps) {
  const stateAt = (index: number): StepState => {
    if (state === 'finished' || index < done) return 'done';
    if (index > done || state === 'waiting') return 'waiting';
    return state === 'running' ? 'running' : 'stopped';
  };
  const value = state === 'finished' ? 1 : share;
  return (
    <div className="app-progress">
      <div className="app-progress__line">
        <span className="app-row">
          {state === 'running' && <Spinner />}
          <span role="status"><strong>{title}</strong></span>
          {detail && <span className="app-muted">{detail}</span>}
        </span>
        {action && <span className="app-small">{action}</span>}
      </div>
      <progress className="app-progress__bar" aria-label="How far it has come" max={1} value={value} />
      <ol className="app-progress__steps">
        {steps.map((step, index) => {
          const now = stateAt(index);
          return (
            <li key={step.title} className={`app-progress__step app-progress__step--${now}`} aria-current={now === 'running' ? 'step' : undefined}>
              <strong>{index + 1} {step.title}</strong>
              <span className="govuk-visually-hidden">, {SAID[now]}. </span>
              {step.detail}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
