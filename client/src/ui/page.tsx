import { useEffect, type ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx';

export type PageProps = {
  /** Names the browser tab. Never a person's name: tabs, histories and logs are read by others. */
  windowTitle: string;
  authority?: string;
  breadcrumbs?: readonly Crumb[];
  children: ReactNode;
};

/** The main part of every screen, and its name in the browser. */
export function Page({ windowTitle, authority, breadcrumbs, children }: PageProps) {
  useEffect(() => {
    document.title = [windowTitle, 'Attendance Support', authority].filter(Boolean).join(' - ');
  }, [windowTitle, authority]);
  return (
    <main id="main" className="app-width app-main" tabIndex={-1}>
      {breadcrumbs && <Breadcrumbs items={breadcrumbs} />}
      {children}
    </main>
  );
}

export type PageTitleProps = { title: ReactNode; /** The date line: what, whose, until when. */ lede?: ReactNode; /** At most two buttons. */ actions?: ReactNode };

export function PageTitle({ title, lede, actions }: PageTitleProps) {
  return (
    <div className="app-title">
      <div>
        <h1>{title}</h1>
        {lede && <p className="app-title__lede">{lede}</p>}
      </div>
      {actions && <div className="app-buttons">{actions}</div>}
    </div>
  );
}
