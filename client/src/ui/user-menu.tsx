import { useId, type ReactNode } from 'react';
import { ChevronDown } from './icons.tsx';
import { Link } from './link.tsx';
import { QuietButton } from './quiet-button.tsx';
import { useDisclosure } from './use-disclosure.ts';

export type MenuItem = {
  label: ReactNode;
  /** Where it goes; or `onSelect` for what it does. */
  href?: string;
  onSelect?: () => void;
  reload?: boolean;
  /** Begins a new group, with a rule above. */
  apart?: boolean;
};

export type UserMenuProps = { name: string; role: string; initials?: string; items: readonly MenuItem[] };

export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words[words.length - 1]?.[0] ?? '') : ''}`.toUpperCase();
}

export function UserMenu({ name, role, initials = initialsOf(name), items }: UserMenuProps) {
  const { isOpen, setOpen, toggle, box, button } = useDisclosure<HTMLDivElement>();
  const id = useId();
  return (
    <div ref={box} className="app-user">
      <button ref={button} type="button" className="app-user__button" aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
        <span className="app-face" aria-hidden="true">{initials}</span>
        <span className="app-user__words">{name}<small>{role}</small></span>
        <span className="govuk-visually-hidden">Your menu</span>
        <ChevronDown />
      </button>
      <div id={id} className="app-user__menu" hidden={!isOpen}>
        <ul>
          {items.map((item, index) => (
            <li key={index} className={item.apart ? 'is-apart' : undefined}>
              {item.href ? (
                <Link href={item.href} reload={item.reload} onClick={() => setOpen(false)}>{item.label}</Link>
              ) : (
                <QuietButton onClick={() => { setOpen(false); item.onSelect?.(); }}>{item.label}</QuietButton>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
