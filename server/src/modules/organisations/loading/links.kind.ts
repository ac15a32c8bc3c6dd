import type { PoolClient } from 'pg';
import { markChanged, type Columns, type Kind } from '../../../platform/loading/index.ts';

const COLUMNS = {
  urn: { title: 'URN', names: 'urn', needed: true },
  linked: { title: 'LinkURN', names: 'linkurn', needed: true },
  type: { title: 'LinkType', names: 'linktype', needed: true },
  establishedOn: { title: 'LinkEstablishedDate', names: 'linkestablisheddate' },
} as const satisfies Columns<string>;

const STAGE = { urn: 'integer', linked_urn: 'integer', link_type: 'text', established_on: 'date' } as const;

/** Which school came before which, from the links file of the national register. Only links of schools held here; other types than predecessor and successor are left aside. */
export async function linksKind(client: PoolClient): Promise<Kind<keyof typeof COLUMNS, keyof typeof STAGE>> {
  const schools = new Set((await client.query<{ id: number }>('select id from school')).rows.map(({ id }) => id));
  return {
    operation: 'loadSchoolLinks', columns: COLUMNS, stage: STAGE,
    read: (cells) => {
      const type = /^(?:predecessor|successor)/i.exec(cells.needed('type'))?.[0];
      const urn = cells.urn('urn');
      const linked = cells.urn('linked');
      if (type === undefined || urn === null || linked === null || !schools.has(urn)) return null;
      return { urn, linked_urn: linked, link_type: type.toUpperCase(), established_on: cells.day('establishedOn') };
    },
    judgements: [{
      column: 'LinkURN', reason: 'This link stands in more than one row.',
      rows: 'select line, linked_urn::text as value from load_stage where (urn, linked_urn, link_type) in (select urn, linked_urn, link_type from load_stage group by 1, 2, 3 having count(*) > 1)',
    }],
    merge: async () => {
      await client.query(`update load_stage s set is_new = true where not exists (select from school_link h where (h.school_id, h.linked_urn, h.link_type) = (s.urn, s.linked_urn, s.link_type))`);
      await client.query(markChanged(`update school_link h set established_on = s.established_on from load_stage s
        where (h.school_id, h.linked_urn, h.link_type) = (s.urn, s.linked_urn, s.link_type) and h.established_on is distinct from s.established_on returning s.line`));
      await client.query('insert into school_link (school_id, linked_urn, link_type, established_on) select urn, linked_urn, link_type, established_on from load_stage where is_new');
      const { rows } = await client.query<{ urn: number }>('select distinct urn from load_stage where is_new or is_changed order by 1');
      return { pupilIds: [], schoolIds: rows.map(({ urn }) => urn), notes: [] };
    },
  };
}
