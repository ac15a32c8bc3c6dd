import { WORK_PATH } from '@attendance/shared/tasks';
import type { Me } from '../features/identity/index.ts';
import { currentHref, type NavItem } from '../ui/service-nav.tsx';

/** More than this nobody takes in at a glance. */
export const MOST_ITEMS = 9;
export const MORE_PATH = '/more';

/** A place to go: what it is for, and whether it waits behind “More” where there is not room for everything. */
export interface Place { readonly label: string; readonly href: string; readonly what: string; readonly waits?: true }

/** Everything a person can open from the navigation, own work first: nobody sees a place they cannot open. */
function placesOf(me: Me): Place[] {
  const can = (permission: string): boolean => me.permissions.includes(permission);
  const ownSchool = me.schools.length === 1 ? me.schools[0] : undefined;
  const meets = can('meeting:record') || can('meeting:read-summary') || (can('meeting:read') && (me.schools.length > 0 || can('area:read')));
  const places: (Place | false)[] = [
    { label: 'Home', href: '/', what: 'What needs you today' },
    can('task:read') && { label: 'Work', href: WORK_PATH, what: 'Your actions, and clocks that run' },
    can('pupil:read') && { label: ownSchool ? 'Our pupils' : can('area:read') || me.schools.length > 0 ? 'Pupils' : 'My children', href: '/pupils', what: 'Pupils and how they attend' },
    can('pupil:read') && { label: 'Lists', href: '/lists', what: 'Pupils who need somebody, by why' },
    can('school:read') && (ownSchool ? { label: 'Our figures', href: `/schools/${ownSchool}`, what: 'The school in figures' } : { label: 'Schools', href: '/schools', what: 'Schools and their figures' }),
    meets && { label: 'Meetings', href: '/meetings', what: 'Targeting support meetings' },
    can('meeting:comment') && !can('meeting:prepare') && { label: meets ? 'Lines for meetings' : 'Meetings', href: '/meetings/lines', what: 'Your line on pupils of yours on coming lists' },
    can('meeting:read-summary') && can('area:read') && !can('meeting:read') && { label: 'Term report', href: '/meetings/report', what: 'Meetings of the term for the director' },
    can('area:read') && { label: 'Area', href: '/area', what: 'The whole area in figures' },
    can('report:read-aggregate') && { label: 'Reports', href: '/reports', what: 'Standard reports, on screen and as files', waits: true },
    can('barrier:read') && { label: 'Barriers', href: '/barriers', what: 'What keeps pupils of several schools from coming, and what is done about it', waits: true },
    can('watch:keep') && { label: 'Watching', href: '/watching', what: 'Pupils and schools you watch, and views you saved', waits: true },
    can('area:read') && can('communication:write') && { label: 'Outbox', href: '/outbox', what: 'Messages the portal sent, or is about to', waits: true },
    can('document:read') && { label: 'Documents', href: '/documents', what: 'Papers kept in the portal, with their versions', waits: true },
    can('register:import') && ownSchool !== undefined && { label: 'Send data', href: '/data/send', what: 'Sending the registers' },
    can('delivery:read') && { label: ownSchool ? 'What we sent' : 'Data', href: '/data', what: 'Register files and their receipts' },
  ];
  return places.filter((place) => place !== false);
}

/** What stands behind “More”: nothing where everything fits. */
export function placesBehindMore(me: Me): Place[] {
  const places = placesOf(me);
  return places.length <= MOST_ITEMS ? [] : places.filter(({ waits }) => waits === true);
}

/** A person's day, not the module map. At most nine items; what is looked up now and then waits on a page of its own. */
export function navigationFor(me: Me): NavItem[] {
  const waiting = placesBehindMore(me);
  return [...placesOf(me).filter((place) => !waiting.some(({ href }) => href === place.href)).map(({ label, href }) => ({ label, href })), ...(waiting.length > 0 ? [{ label: 'More', href: MORE_PATH }] : [])];
}

/** The item a path belongs to; a page behind “More” belongs to that. */
export function navigationAt(me: Me, path: string): string | undefined {
  return currentHref(placesBehindMore(me), path) === undefined ? currentHref(navigationFor(me), path) : MORE_PATH;
}
