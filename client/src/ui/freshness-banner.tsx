import type { ReactNode } from 'react';
import { AlertBadge, Padlock, TickBadge } from './icons.tsx';

export type FreshnessState = 'all-in' | 'silent' | 'stopped' | 'as-it-stood';

export type FreshnessBannerProps = {
  state: FreshnessState;
  /** What we cannot see, in a sentence: "3 schools silent since Tuesday, 412 pupils unseen." */
  title: ReactNode;
  /** What to do about it, often a link. */
  children?: ReactNode;
  /** How far the marks go: "Marks to Wed 18 Nov, afternoon · 111 of 114 schools". */
  aside?: ReactNode;
};

function badgeOf(state: FreshnessState): ReactNode {
  if (state === 'all-in') return <TickBadge />;
  if (state === 'as-it-stood') return <Padlock />;
  return <AlertBadge colour={state === 'stopped' ? '#a12a2a' : undefined} />;
}

/** Stands above all figures and cannot be dismissed: it leaves when its cause does. */
export function FreshnessBanner({ state, title, children, aside }: FreshnessBannerProps) {
  return (
    <section className={`app-fresh app-fresh--${state}`} aria-label="How fresh the marks are">
      <div className="app-width app-fresh__in">
        {badgeOf(state)}
        <span className="app-fresh__words"><strong>{title}</strong> {children}</span>
        {aside && <span className="app-fresh__aside">{aside}</span>}
      </div>
    </section>
  );
}
