import type { Actor } from './actor.ts';
import { rightsOf } from './rights.ts';
import { findPerson, type Statements } from './session.repository.ts';

/** A person as they would act today in the first of their roles, without a session; null for whoever holds no right in force. For work the portal does for them. */
export async function actorOfPerson(db: Statements, userId: number, today: string): Promise<Actor | null> {
  const row = await findPerson(db, userId, today);
  const rights = row === undefined ? null : rightsOf(row, null, today);
  return row === undefined || rights === null ? null : { userId: row.userId, name: row.fullName, jobTitle: row.jobTitle, ...rights };
}
