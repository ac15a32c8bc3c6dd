import { markChanged, type Columns, type Kind } from '../../../platform/loading/index.ts';

const COLUMNS = {
  code: { title: 'LA code', names: 'lacode oldlacode code', needed: true },
  name: { title: 'Name', names: 'name laname localauthority', needed: true },
} as const satisfies Columns<string>;

const STAGE = { la_code: 'integer', name: 'text' } as const;

/** The authorities this one compares itself with. The file is the whole list: who is not in it is no longer one. */
export function neighboursKind(): Kind<keyof typeof COLUMNS, keyof typeof STAGE> {
  return {
    operation: 'loadNeighbours', columns: COLUMNS, stage: STAGE,
    read: (cells) => {
      const code = cells.needed('code');
      if (!/^[1-9]\d{2}$/.test(code)) cells.refuse('code', 'An authority has three digits.');
      return { la_code: Number(code), name: cells.needed('name') };
    },
    judgements: [
      { column: 'LA code', reason: 'This authority stands in more than one row.', rows: 'select line, la_code::text as value from load_stage where la_code in (select la_code from load_stage group by 1 having count(*) > 1)' },
      { column: 'LA code', reason: 'This is the authority itself.', rows: 'select s.line, s.la_code::text as value from load_stage s join authority a on a.code = s.la_code' },
    ],
    merge: async (client) => {
      await client.query('update load_stage s set is_new = true where not exists (select from statistical_neighbour h where h.la_code = s.la_code)');
      await client.query(markChanged('update statistical_neighbour h set name = s.name from load_stage s where h.la_code = s.la_code and h.name <> s.name returning s.line'));
      await client.query('insert into statistical_neighbour (la_code, name) select la_code, name from load_stage where is_new');
      const { rows: gone } = await client.query<{ name: string }>('delete from statistical_neighbour h where not exists (select from load_stage s where s.la_code = h.la_code) returning name');
      // A list that lost a member is another list, though each of its rows stood there before: its first row stands for the change.
      if (gone.length > 0) await client.query('update load_stage set is_changed = true where line = (select min(line) from load_stage)');
      return { pupilIds: [], schoolIds: [], notes: gone.length === 0 ? [] : [`No longer neighbours: ${gone.map(({ name }) => name).join(', ')}.`] };
    },
  };
}
