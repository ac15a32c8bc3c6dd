import type { Reach, Role } from '@attendance/shared/access';

/** What a machine client is called where a person has a role. */
export const MACHINE = 'MACHINE';

/** A role choice a person could act in, as the change-role menu shows it. */
export interface ChoiceOfRole { readonly key: string; readonly label: string }

/** Who is asking, with the rights that hold for this one request. */
export interface Actor {
  /** null for machine clients. */
  readonly userId: number | null;
  readonly name: string;
  readonly jobTitle: string;
  /** The key of the chosen roles (one role's name, or names joined by `+` where they reach the same rows), or MACHINE. */
  readonly role: string;
  readonly roleLabel: string;
  /** Empty for machine clients. */
  readonly roles: readonly Role[];
  readonly otherRoles: readonly ChoiceOfRole[];
  readonly permissions: ReadonlySet<string>;
  readonly reach: Reach;
  readonly tokenId?: number;
  /** The hash the session is kept under: it names the row and signs nobody in. */
  readonly sessionKey?: Buffer;
}
