import type { ReactNode } from 'react';
import { CouncilMark } from './icons.tsx';
import { Link } from './link.tsx';

export type AppHeaderProps = { authority: string; service?: string; home?: string; /** The find box. */ find?: ReactNode; /** The person's menu. */ user?: ReactNode };

export function AppHeader({ authority, service = 'Attendance Support', home = '/', find, user }: AppHeaderProps) {
  return (
    <header className="app-header">
      <div className="app-width app-header__in">
        <Link className="app-header__brand" href={home}>
          <CouncilMark />
          <span>
            <span className="app-header__authority">{authority}</span>
            <span className="app-header__service">{service}</span>
          </span>
        </Link>
        {find}
        {user}
      </div>
    </header>
  );
}
