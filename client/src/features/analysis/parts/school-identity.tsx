import type { ReactNode } from 'react';
import { findEstablishmentStatus, findEstablishmentType } from '@attendance/shared/organisations';
import { formatDate, formatDay } from '../../../lib/format.ts';
import { IdentityBar } from '../../../ui/identity-bar.tsx';
import { Link } from '../../../ui/link.tsx';
import { phaseLabel } from '../rules/phases.ts';
import { FigureCount } from './figure-count.tsx';
import type { SchoolFactsFragment as School } from './school-identity.generated.ts';

interface Fact { readonly label: string; readonly value: ReactNode }

/** Who this school is, whom to ring there, and what it was before. */
export function SchoolIdentity({ school, onRoll, silentSince, rollHref, actions }: { school: School; onRoll: number | null; silentSince: string | null | undefined; rollHref: string | undefined; actions?: ReactNode }) {
  const status = findEstablishmentStatus(school.statusCode);
  return (
    <IdentityBar
      name={school.name} facts={factsOf(school, onRoll, rollHref)} actions={actions}
      flags={[
        ...(silentSince === undefined ? [] : [{ kind: 'need' as const, title: silentSince ? `Silent since ${formatDay(silentSince)}` : 'Never sent marks', text: 'Figures below stop there.' }]),
        ...(status && !status.isOpen ? [{ kind: 'info' as const, title: status.label, text: school.closedOn ? `since ${formatDate(school.closedOn)}` : '' }] : []),
      ]}
      note={school.links.length > 0 ? <Links links={school.links} /> : undefined}
    />
  );
}

function factsOf(school: School, onRoll: number | null, rollHref: string | undefined): Fact[] {
  const type = findEstablishmentType(school.typeCode)?.label;
  const champion = contactOf(school, 'ATTENDANCE_CHAMPION');
  const office = contactOf(school, 'ATTENDANCE_OFFICE');
  const facts: (Fact | false)[] = [
    { label: 'Phase', value: `${phaseLabel(school.phase)}, ${school.statutoryLowAge} to ${school.statutoryHighAge}` },
    type !== undefined && { label: 'Type', value: type },
    { label: 'Pupils', value: <FigureCount count={onRoll} to={rollHref} of="pupils with a session this year" /> },
    school.trust !== null && school.trust !== undefined && { label: 'Trust', value: school.trust.name },
    { label: 'Officer', value: school.officer?.fullName ?? 'None named' },
    { label: 'Attendance champion', value: champion ? <Contact {...champion} /> : 'None named' },
    office !== undefined && { label: 'Attendance office', value: <Contact {...office} /> },
    { label: 'URN', value: school.id },
    { label: 'LAESTAB', value: `${school.laCode}/${school.establishmentNumber}` },
  ];
  return facts.filter((fact) => fact !== false);
}

const contactOf = (school: School, role: string) => school.contacts.find((contact) => contact.role === role);

function Contact({ fullName, telephone }: { fullName: string; telephone: string | null }) {
  return telephone ? <>{fullName}, <a href={`tel:${telephone.replaceAll(' ', '')}`} className="app-nowrap">{telephone}</a></> : <>{fullName}</>;
}

const LINK_WORDS: Readonly<Record<string, string>> = { PREDECESSOR: 'Took over from', SUCCESSOR: 'Became' };

function Links({ links }: { links: School['links'] }) {
  return (
    <>
      {links.map((link, index) => (
        <span key={link.linkedUrn}>
          {index > 0 && ' · '}{LINK_WORDS[link.linkType] ?? 'Linked with'} <Link href={`/schools/${link.linkedUrn}`}>URN {link.linkedUrn}</Link>{link.establishedOn && ` on ${formatDate(link.establishedOn)}`}
        </span>
      ))}
    </>
  );
}
