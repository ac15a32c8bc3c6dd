import type { Operation } from '../../platform/graphql/operation.ts';
import { MOST_ROWS } from '../../platform/graphql/page.ts';

/** A school, as far as naming its officer goes. */
export interface NamedSchool { readonly id: number; readonly name: string; readonly officerId: number | null }

const NAMED = `(select o.user_id from school_officer o where o.school_id = s.id and o.valid_from <= $1::date and coalesce(o.valid_to, $1::date) >= $1::date order by o.valid_from desc limit 1)`;
const OURS = 's.status_code in (1, 3) and s.la_code = (select code from authority limit 1)';

/** Who the named attendance officer of each school is, and naming somebody else. Whether a person may be one is for the caller to know. */
export class SchoolOfficers {
  /** The authority’s open schools of one named officer by name, or those without any (`null`); at most as many as can be given at once, and how many there are. */
  async of(operation: Operation, officerId: number | null): Promise<{ items: NamedSchool[]; total: number }> {
    const rows = await operation.sql<NamedSchool & { total: number }>(
      `select s.id, s.name, s.officer as "officerId", count(*) over ()::int as total from (select s.id, s.name, ${NAMED} as officer from school s where ${OURS}) s where s.officer is not distinct from $2::int order by s.name, s.id limit $3`, [operation.today, officerId, MOST_ROWS]);
    return { items: rows.map(({ id, name, officerId: named }) => ({ id, name, officerId: named })), total: rows[0]?.total ?? 0 };
  }

  /** The authority’s open schools among these. */
  async find(operation: Operation, ids: readonly number[]): Promise<NamedSchool[]> {
    return operation.sql<NamedSchool>(`select s.id, s.name, ${NAMED} as "officerId" from school s where s.id = any ($2) and ${OURS} order by s.name, s.id`, [operation.today, [...ids]]);
  }

  /** Names another officer from today on, of each school whose officer still is who the sender saw; the ids of those schools. */
  async name(operation: Operation, ids: readonly number[], seen: number | null, person: number): Promise<Set<number>> {
    const rows = await operation.sql<{ id: number }>('select id from name_school_officers($1, $2, $3, $4::date)', [[...ids], seen ?? 0, person, operation.today]);
    return new Set(rows.map(({ id }) => id));
  }
}
