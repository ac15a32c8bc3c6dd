import { createContext, useContext } from 'react';
import type { Me } from '../../graphql/session.ts';

export type { Me };

export interface MeContextValue { readonly me: Me; readonly authority: string; readonly practice: boolean; readonly today: string; readonly csrfToken: string }

export const MeContext = createContext<MeContextValue | null>(null);

/** The signed-in person; only inside the shell. */
export function useMe(): MeContextValue & { readonly can: (permission: string) => boolean } {
  const value = useContext(MeContext);
  if (value === null) throw new Error('Nobody is signed in here.');
  return { ...value, can: (permission) => value.me.permissions.includes(permission) };
}
