import type { PoolClient } from 'pg';
import { ruleValue } from '@attendance/shared/kernel';
import { markChanged, type Cells, type Columns, type Judgement, type Kind, type Merged, type StageCell } from '../../../platform/loading/index.ts';
import { readUpn } from './read-upn.ts';

const COLUMNS = {
  upn: { title: 'UPN', names: 'upn uniquepupilnumber', needed: true },
  kind: { title: 'Kind', names: 'kind carekind status carestatus', needed: true },
  from: { title: 'From', names: 'from startdate episodestart start validfrom', needed: true },
  to: { title: 'To', names: 'to enddate episodeend end validto', needed: true },
  source: { title: 'Source authority', names: 'sourceauthority responsibleauthority lacode authority' },
  basis: { title: 'Lawful basis', names: 'lawfulbasis basis' },
} as const satisfies Columns<string>;
type Field = keyof typeof COLUMNS;
const STAGE = { pupil_id: 'integer', upn: 'text', kind: 'text', valid_from: 'date', valid_to: 'date', source_la_code: 'integer', lawful_basis: 'text' } as const;
type Staged = keyof typeof STAGE;

const KINDS = {
  CIN: 'CIN', 'Child in need': 'CIN', CPP: 'CPP', 'Child protection plan': 'CPP', CLA: 'CLA', LAC: 'CLA', 'Looked after': 'CLA', PLAC: 'PLAC', 'Previously looked after': 'PLAC', YJ: 'YJ', YJS: 'YJ', 'Youth justice': 'YJ',
} as const;

const SPAN = (row: string): string => `daterange(${row}.valid_from, ${row}.valid_to, '[]')`;

/** What only the database knows: which child is meant, and which episodes cannot hold at once. */
const JUDGEMENTS: readonly (Judgement | string)[] = [
  'update load_stage s set pupil_id = p.id from pupil p where p.upn = s.upn',
  'update load_stage s set pupil_id = p.id from pupil p where s.pupil_id is null and p.former_upn = s.upn',
  { column: 'UPN', reason: 'No pupil with this UPN is held. Load the roll of the school first.', rows: 'select line, upn as value from load_stage where pupil_id is null' },
  {
    column: 'From', reason: 'Two rows of this kind hold for the pupil at the same time. Which of them is right cannot be known.',
    rows: `select distinct s.line, s.valid_from::text as value from load_stage s join load_stage o on o.line <> s.line and o.pupil_id = s.pupil_id and o.kind = s.kind and ${SPAN('o')} && ${SPAN('s')}`,
  },
  {
    column: 'From', reason: 'The pupil is held with this kind at the same time from another day. Use that day, or end that episode first.',
    rows: `select distinct s.line, s.valid_from::text as value from load_stage s join care_status h on h.pupil_id = s.pupil_id and h.kind = s.kind and h.valid_from <> s.valid_from and ${SPAN('h')} && ${SPAN('s')}
      where not exists (select from load_stage o where o.pupil_id = h.pupil_id and o.kind = h.kind and o.valid_from = h.valid_from)`,
  },
];

/** Episodes of care and of youth justice, by pupil, kind and first day. Who is not in the file stays as they are; nothing is deleted. */
export function careKind(today: string): Kind<Field, Staged> {
  return { operation: 'loadCare', columns: COLUMNS, stage: STAGE, read: readEpisode, judgements: JUDGEMENTS, merge: (client) => mergeCare(client, today) };
}

function readEpisode(cells: Cells<Field>): Record<Staged, StageCell> {
  const kind = cells.oneOf('kind', KINDS) ?? cells.refuse('kind', 'This is blank, and must not be.');
  const [from, to] = [cells.neededDay('from'), cells.day('to')];
  if (to !== null && to < from) cells.refuse('to', 'This is before the first day.');
  const basis = cells.text('basis');
  if (kind === 'YJ' && basis === null) cells.refuse('basis', 'Youth justice is held on a lawful basis only. Say which: the law, or the agreement under which it is shared.');
  const source = cells.whole('source', 999);
  if (source !== null && source < 100) cells.refuse('source', 'An authority has three digits.');
  return { pupil_id: null, upn: readUpn(cells, 'upn'), kind, valid_from: from, valid_to: to, source_la_code: source, lawful_basis: basis };
}

const SAME = 'h.pupil_id = s.pupil_id and h.kind = s.kind and h.valid_from = s.valid_from';
/** A blank day of ending says that it still holds; a blank of the others says nothing. */
const NEXT = '(s.valid_to, coalesce(s.source_la_code, h.source_la_code), coalesce(s.lawful_basis, h.lawful_basis))';

async function mergeCare(client: PoolClient, today: string): Promise<Merged> {
  await client.query(markChanged(`update care_status h set (valid_to, source_la_code, lawful_basis) = ${NEXT} from load_stage s where ${SAME} and (h.valid_to, h.source_la_code, h.lawful_basis) is distinct from ${NEXT} returning s.line`));
  await client.query(`update load_stage s set is_new = true where not exists (select from care_status h where ${SAME})`);
  await client.query('insert into care_status (pupil_id, kind, valid_from, valid_to, source_la_code, lawful_basis) select pupil_id, kind, valid_from, valid_to, source_la_code, lawful_basis from load_stage where is_new order by line');
  const { rows: [touched] } = await client.query<{ ids: number[] | null; schools: number[] | null }>(
    'select array_agg(distinct s.pupil_id) as ids, (select array_agg(distinct e.school_id) from enrolment e where e.pupil_id in (select pupil_id from load_stage where is_new or is_changed)) as schools from load_stage s where s.is_new or s.is_changed');
  const pupilIds = touched?.ids ?? [];
  // Gives the new rows the reach of their pupils, and brings the groups up to date.
  if (pupilIds.length > 0) await client.query('select refresh_pupil_reach($1, $2, $3)', [pupilIds, today, ruleValue('leaver.reach-days', today)]);
  return { pupilIds, schoolIds: touched?.schools ?? [], notes: [] };
}
