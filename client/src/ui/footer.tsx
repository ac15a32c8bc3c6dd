import { Link } from './link.tsx';

export type FooterProps = { links: readonly { label: string; href: string }[]; /** A practice authority: nobody in it is real. */ isDemo?: boolean };

export function Footer({ links, isDemo = false }: FooterProps) {
  return (
    <footer className="app-footer">
      <div className="app-width">
        <ul>{links.map(({ label, href }) => <li key={href}><Link href={href}>{label}</Link></li>)}</ul>
        <p>Everything you open here is recorded.{isDemo && ' Names, schools and places in this practice authority are made up.'}</p>
      </div>
    </footer>
  );
}
