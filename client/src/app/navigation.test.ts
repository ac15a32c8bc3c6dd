import { permissionsOfRole, ROLE_NAMES, ROLES, ScopeKind } from '@attendance/shared/access';
import type { Me } from '../features/identity/index.ts';
import { MORE_PATH, MOST_ITEMS, navigationAt, navigationFor, placesBehindMore } from './navigation.ts';

/** Somebody in a role, of one school or of two where the role is of schools. */
const inRole = (role: (typeof ROLE_NAMES)[number], schools: number): Me =>
  ({ role, permissions: [...permissionsOfRole(role)], schools: ROLES[role].scope === ScopeKind.AUTHORITY ? [] : [990417, 990402].slice(0, schools) }) as unknown as Me;

describe.each(ROLE_NAMES.flatMap((role) => [1, 2].map((schools) => [role, schools] as const)))('%s of %i', (role, schools) => {
  const me = inRole(role, schools);
  const items = navigationFor(me);
  const waiting = placesBehindMore(me);

  it('has at most nine items, home first, each of its own name and address', () => {
    expect(items.length).toBeLessThanOrEqual(MOST_ITEMS);
    expect(items[0]).toEqual({ label: 'Home', href: '/' });
    expect(new Set(items.map(({ href }) => href)).size).toBe(items.length);
    expect(new Set(items.map(({ label }) => label)).size).toBe(items.length);
  });

  it('leaves nothing out: what is not in the line is one step away, and nothing waits where there is room', () => {
    expect(items.some(({ href }) => href === MORE_PATH)).toBe(waiting.length > 0);
    expect(waiting.length).not.toBe(1);
    for (const { href } of waiting) expect([items.some((item) => item.href === href), navigationAt(me, `${href}/1`)]).toEqual([false, MORE_PATH]);
    for (const { href } of items) expect(navigationAt(me, href)).toBe(href);
  });
});
