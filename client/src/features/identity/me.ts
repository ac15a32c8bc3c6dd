import { createContext, useContext } from 'react';

/** Who is signed in and what they may do, as the shell learnt it. */
export interface Me {
  readonly id: number | null;
  readonly name: string;
  readonly jobTitle: string;
  readonly role: string;
  readonly roleLabel: string;
  readonly permissions: readonly string[];
  /** The schools a school role reaches; empty for any wider or other reach. */
  readonly schools: readonly number[];
  readonly otherRoles: readonly { readonly key: string; readonly label: string }[];
}

export interface MeContextValue { readonly me: Me; readonly authority: string; readonly practice: boolean; readonly today: string; readonly csrfToken: string }

export const MeContext = createContext<MeContextValue | null>(null);

/** The signed-in person; only inside the shell. */
export function useMe(): MeContextValue & { readonly can: (permission: string) => boolean } {
  const value = useContext(MeContext);
  if (value === null) throw new Error('Nobody is signed in here.');
  return { ...value, can: (permission) => value.me.permissions.includes(permission) };
}
