/**
 * Row policies are written once, here: a table says which columns its reach goes by and gets the same policies as every
 * other. One policy per reach role, plain comparisons only: no sub-selects and no per-row function calls of ours, because
 * those cost tens of times the query they guard and Citus refuses them.
 */
export interface ReachColumns {
  /** A column holding one school (URN); of several, all must be within reach. */
  readonly school?: string | readonly string[];
  /** A column holding all schools that reach the row (integer array, GIN indexed). Beside `school`, both must be within reach: a school's own rows about a child, as long as it may know the child. */
  readonly schools?: string;
  /** A column holding one pupil; of several, all must be within reach. */
  readonly pupil?: string | readonly string[];
  /** A column that is true where only people with the right may know that the row exists. */
  readonly restricted?: string;
  /**
   * A column that is true where only people with the right to protected addresses may know that the row exists. A table that
   * has one holds home addresses, which are reached with the right to addresses only.
   */
  readonly protected?: string;
  /** Rows of counts, without children: also readable by aggregate reach. */
  readonly aggregate?: boolean;
}

const SCHOOLS = `current_setting('app.schools')::int[]`;
const PUPILS = `current_setting('app.pupils')::int[]`;
/** Unset means no. */
const MAY_READ_ADDRESSES = `current_setting('app.address', true) = 'yes'`;

/** Reach widens in three steps: ordinary, with restricted records, and with protected addresses as well. */
type Width = '' | '_full' | '_protected';

/** The statements that put a table under forced row policies and let each reach read it. */
export function reachPolicies(table: string, columns: ReachColumns): string[] {
  const widths: [Width, string[]][] = [['', [columns.restricted, columns.protected].filter((column) => column !== undefined)]];
  if (columns.restricted) widths.push(['_full', columns.protected ? [columns.protected] : []]);
  if (columns.protected) widths.push(['_protected', []]);
  const bySchool = [...(columns.school ? [all(columns.school, SCHOOLS)] : []), ...(columns.schools ? [`${columns.schools} && ${SCHOOLS}`] : [])].join(' and ') || undefined;
  const byPupil = columns.pupil ? all(columns.pupil, PUPILS) : undefined;
  const statements = [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_ingest on ${table} for all to portal_ingest using (true) with check (true)`,
    `grant select, insert, update, delete on ${table} to portal_ingest`,
    `grant select on ${table} to reach_authority, reach_schools, reach_pupils, reach_aggregate, reach_area`,
  ];
  for (const [width, hidden] of widths) {
    const shown = [...(columns.protected ? [MAY_READ_ADDRESSES] : []), ...hidden.map((column) => `not ${column}`)];
    const add = (reach: string, test?: string): number => statements.push(policy(table, `${reach}${width}`, [...(test ? [test] : []), ...shown]));
    add('authority');
    if (bySchool) add('schools', bySchool);
    if (byPupil) add('pupils', byPupil);
    if (columns.aggregate && width === '') {
      if (bySchool) add('aggregate', bySchool);
      add('area');
    }
  }
  return statements;
}

function all(columns: string | readonly string[], within: string): string {
  return [columns].flat().map((column) => `${column} = any (${within})`).join(' and ');
}

/** For reference rows that name no child and no adult: every signed-in reach may read them. */
export function openToReaches(table: string): string[] {
  return [
    `grant select, insert, update, delete on ${table} to portal_ingest`,
    `grant select on ${table} to portal_app, reach_authority, reach_schools, reach_pupils, reach_aggregate, reach_area, reach_none`,
  ];
}

function policy(table: string, reach: string, tests: string[]): string {
  return `create policy ${table}_${reach} on ${table} for select to reach_${reach} using (${tests.length === 0 ? 'true' : tests.join(' and ')})`;
}
