import { openToReaches } from '../row-policies.ts';
import { ForwardOnly } from './forward-only.ts';
import { ownedByIngest } from './sql-text.ts';

/** Values of the rule pack as columns: `tier.attendance.weight` is attendance_weight. */
const COLUMNS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  attendance_weight: [0, 5], persistent_weight: [0, 5], severe_weight: [0, 5], change_weight: [0, 5], practice_weight: [0, 5],
  attendance_hundredths: [10, 2000], persistent_hundredths: [10, 5000], severe_hundredths: [10, 2000], fall_some_hundredths: [1, 2000], fall_much_hundredths: [2, 4000],
  overdue_many_count: [2, 50], targeted_from_score: [1, 50], intensive_from_score: [2, 50], no_data_school_days: [2, 60],
};
const NAMES = Object.keys(COLUMNS);

/**
 * Weights and limits of tiers as the authority sets them, from a day on; what is null holds as in the rule pack. Every version stays. It is about
 * schools in general and no child, so whoever is shown a tier may read how it came about.
 */
export class TierSettings1790000000051 extends ForwardOnly {
  readonly statements = [
    `create table tier_setting (
      version integer primary key,
      from_on date not null,
      ${Object.entries(COLUMNS).map(([name, [least, most]]) => `${name} smallint check (${name} between ${least} and ${most})`).join(',\n      ')},
      reason text not null,
      by_id integer references app_user (id),
      at timestamptz not null default clock_timestamp(),
      constraint tier_setting_reason check (length(reason) between 1 and 1000)
    )`,
    `create index tier_setting_by on tier_setting (by_id)`,
    ...openToReaches('tier_setting'),
    // Whether it was as the sender saw it: otherwise nothing is done.
    `create function set_tier_values(held integer, from_of date, own jsonb, why text) returns boolean language plpgsql security definer set search_path from current as $$
      begin
        if current_setting('role') not like 'reach\\_authority%' then raise exception 'this is set by the authority' using errcode = '42501'; end if;
        insert into tier_setting (version, from_on, reason, by_id, ${NAMES.join(', ')})
          select held + 1, from_of, why, nullif(current_setting('app.actor')::int, 0), ${NAMES.map((name) => `o.${name}`).join(', ')}
          from jsonb_to_record(own) o (${NAMES.map((name) => `${name} smallint`).join(', ')}) where held = coalesce((select max(version) from tier_setting), 0)
          on conflict do nothing;
        return found;
      end $$`,
    ...ownedByIngest('set_tier_values'),
    `grant execute on function set_tier_values to reach_authority`,
  ];
}
