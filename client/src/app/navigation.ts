import { WORK_PATH } from '@attendance/shared/tasks';
import type { Me } from '../features/identity/index.ts';
import type { NavItem } from '../ui/service-nav.tsx';

/** A person's day, not the module map: nobody sees an item they cannot open. */
export function navigationFor(me: Me): NavItem[] {
  const can = (permission: string): boolean => me.permissions.includes(permission);
  const ownSchool = me.schools.length === 1 ? me.schools[0] : undefined;
  const items: (NavItem | false)[] = [
    { label: 'Home', href: '/' },
    can('task:read') && { label: 'Work', href: WORK_PATH },
    can('pupil:read') && { label: ownSchool ? 'Our pupils' : can('area:read') || me.schools.length > 0 ? 'Pupils' : 'My children', href: '/pupils' },
    can('pupil:read') && { label: 'Lists', href: '/lists' },
    can('school:read') && (ownSchool ? { label: 'Our figures', href: `/schools/${ownSchool}` } : { label: 'Schools', href: '/schools' }),
    (can('meeting:record') || can('meeting:read-summary') || (can('meeting:read') && me.schools.length > 0)) && { label: 'Meetings', href: '/meetings' },
    can('meeting:comment') && !can('meeting:prepare') && { label: 'Meetings', href: '/meetings/lines' },
    can('meeting:read-summary') && can('area:read') && !can('meeting:read') && { label: 'Term report', href: '/meetings/report' },
    can('area:read') && { label: 'Area', href: '/area' },
    can('report:read-aggregate') && { label: 'Reports', href: '/reports' },
    can('barrier:read') && { label: 'Barriers', href: '/barriers' },
    can('watch:keep') && { label: 'Watching', href: '/watching' },
    can('area:read') && can('communication:write') && { label: 'Outbox', href: '/outbox' },
    can('document:read') && { label: 'Documents', href: '/documents' },
    can('register:import') && ownSchool !== undefined && { label: 'Send data', href: '/data/send' },
    can('delivery:read') && { label: ownSchool ? 'What we sent' : 'Data', href: '/data' },
  ];
  return items.filter((item) => item !== false);
}
