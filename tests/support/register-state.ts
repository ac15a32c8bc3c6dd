import pg from 'pg';

/** Everything an import writes about registers, without the numbers and times that differ from one run to the next. */
const PARTS = {
  register_week: 'enrolment_id, week_start, school_id, pupil_id, restricted, marks, possible, attended, authorised, unauthorised, late_before, late_after, missing',
  register_change: 'enrolment_id, week_start, slot, school_id, pupil_id, restricted, old_mark, new_mark',
  pupil_year: '*', pupil_standing: '*', school_week_total: '*', school_year_total: '*', school_point_total: '*', school_session_total: '*', school_code_total: '*', school_coverage: 'school_id, marks_to, marks_to_session',
} as const;
export type Part = keyof typeof PARTS;

/** Runs work as whoever owns the tables: past every policy, and the only one who reads the trail as a table. */
export async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(ownerUrl);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const hashOf = async (client: pg.Client, select: string): Promise<string> =>
  (await client.query<{ hash: string }>(`select count(*) || ' rows ' || coalesce(md5(string_agg(row::text, '|' order by row::text)), '') as hash from (${select}) row`)).rows[0]?.hash ?? '';

/** One hash a table over what the registers say. */
export function registerState(ownerUrl: string, parts: readonly Part[] = Object.keys(PARTS) as Part[]): Promise<Record<string, string>> {
  return asOwner(ownerUrl, async (client) => {
    const state: Record<string, string> = {};
    for (const part of parts) state[part] = await hashOf(client, `select ${PARTS[part]} from ${part}`);
    return state;
  });
}

/** One hash a table over every byte, deliveries excepted: two that are equal mean that nothing at all was written between. */
export function exactState(ownerUrl: string): Promise<Record<string, string>> {
  return asOwner(ownerUrl, async (client) => {
    const state: Record<string, string> = {};
    for (const part of [...(Object.keys(PARTS) as Part[]), 'audit_entry', 'audit_head', 'delivery_refusal']) state[part] = await hashOf(client, `select * from ${part}`);
    return state;
  });
}

/** Differences between the summaries and what the week rows add up to; none when all is well. */
export function summaryFaults(ownerUrl: string): Promise<unknown[]> {
  const sums = 'sum(possible)::int, sum(attended)::int, sum(authorised)::int, sum(unauthorised)::int, sum(late_before)::int, sum(late_after)::int, sum(missing)::int';
  const plain = 'possible::int, attended::int, authorised::int, unauthorised::int, late_before::int, late_after::int, missing::int';
  const year = `extract(year from week_start + 6)::int - (extract(month from week_start + 6) < 9)::int`;
  // A year's points are kept once another has followed; four weeks of it are worked out here in the slowest and plainest way.
  const followed = `y.academic_year < (select max(academic_year) from school_year_total)`;
  const someWeeks = 'extract(week from week_start)::int % 13 = 5';
  const points = `select school_id, academic_year, week_start, restricted, (count(*) filter (where possible > 0))::int, (count(*) filter (where possible > 0 and absent * 10 >= possible))::int, (count(*) filter (where possible > 0 and absent * 2 >= possible))::int
    from (select y.school_id, y.academic_year, w.week_start, y.restricted, y.enrolment_id, coalesce(sum(r.possible), 0) as possible, coalesce(sum(r.authorised + r.unauthorised), 0) as absent
      from pupil_year y join (select school_id, restricted, academic_year, generate_series(min(first_week), make_date(academic_year + 1, 9, 1), interval '7 days')::date as week_start from pupil_year group by 1, 2, 3) w using (school_id, restricted, academic_year)
      left join register_week r on r.enrolment_id = y.enrolment_id and r.week_start between y.first_week and least(y.last_week, w.week_start) where ${followed} and ${someWeeks.replace('week_start', 'w.week_start')} group by 1, 2, 3, 4, 5) t group by 1, 2, 3, 4`;
  const both = (derived: string, kept: string): string => `(select 'derived' as side, d::text as row from (${derived} except all ${kept}) d union all select 'kept', k::text from (${kept} except all ${derived}) k)`;
  return asOwner(ownerUrl, async (client) => (await client.query(`select * from (
    ${both(`select enrolment_id, ${year}, ${sums}, min(week_start), max(week_start) from register_week group by 1, 2`, `select enrolment_id, academic_year::int, ${plain}, first_week, last_week from pupil_year`)} union all
    ${both(`select school_id, week_start, restricted, count(*)::int, ${sums} from register_week group by 1, 2, 3`, `select school_id, week_start, restricted, enrolments, ${plain} from school_week_total`)} union all
    ${both(`select school_id, academic_year::int, restricted, (count(*) filter (where possible > 0))::int, (count(*) filter (where possible > 0 and (authorised + unauthorised) * 10 >= possible))::int, (count(*) filter (where possible > 0 and (authorised + unauthorised) * 2 >= possible))::int, ${sums} from pupil_year group by 1, 2, 3`, `select school_id, academic_year::int, restricted, enrolments, persistent, severe, ${plain} from school_year_total`)} union all
    ${both(points, `select school_id, academic_year, week_start, restricted, enrolments, persistent, severe from school_point_total where ${someWeeks}`)} union all
    ${both(`select school_id, week_start, ${year}, restricted, substr(marks, slot, 1), count(*)::int from register_week, generate_series(1, 14) slot where substr(marks, slot, 1) <> ' ' group by 1, 2, 3, 4, 5`, `select school_id, week_start, academic_year::int, restricted, mark, sessions from school_code_total`)} union all
    ${both(`select school_id, week_start, restricted, sum(possible)::int, sum(authorised)::int, sum(unauthorised)::int, sum(late_before)::int, sum(late_after)::int from register_week group by 1, 2, 3 having sum(possible) > 0`, `select school_id, week_start, restricted, sum(possible)::int, sum(authorised)::int, sum(unauthorised)::int, sum(late_before)::int, sum(late_after)::int from school_session_total group by 1, 2, 3`)}
  ) x limit 5`)).rows);
}

/** Waits until a question about the database is answered yes. */
export async function until(ownerUrl: string, question: string, values: unknown[] = [], seconds = 20): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    const started = Date.now();
    while ((await client.query<{ yes: boolean }>(question, values)).rows[0]?.yes !== true) {
      await new Promise((resolve) => { setTimeout(resolve, 15); });
      if (Date.now() - started > seconds * 1000) throw new Error(`Waited ${seconds} s in vain for: ${question}`);
    }
  });
}
