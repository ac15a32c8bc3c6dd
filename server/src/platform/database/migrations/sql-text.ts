import { CODES_2024_FROM, COUNTED_MARKS } from '@attendance/shared/attendance';
import { RULES, type DatedValue, type RuleName } from '@attendance/shared/kernel';

/** A text as SQL writes it. */
export const literal = (characters: string): string => `'${characters.replaceAll(`'`, `''`)}'`;

/** The counts of a register, by their column, and the marks behind each. */
export const COUNTED: Readonly<Record<string, string>> = {
  possible: COUNTED_MARKS.possible, attended: COUNTED_MARKS.attended, authorised: COUNTED_MARKS.authorised, unauthorised: COUNTED_MARKS.unauthorised,
  late_before: COUNTED_MARKS.lateBefore, late_after: COUNTED_MARKS.lateAfter, missing: COUNTED_MARKS.missing,
};

/** A value of the rule pack in force on the day marks reach, a column; the first one before the national rules of 2024. A test holds the two together. */
export function inForce(rule: RuleName, marksTo: string): string {
  const values: readonly DatedValue[] = RULES[rule];
  const [first, ...later] = values;
  if (first === undefined) throw new RangeError(`The rule ${rule} has no value`);
  const on = `greatest(${marksTo}, '${CODES_2024_FROM}'::date)`;
  return later.length === 0 ? String(first.value) : `case ${[...later].reverse().map(({ from, value }) => `when ${on} >= '${from}' then ${value}`).join(' ')} else ${first.value} end`;
}

/** Gives a function to the login that policies let through, so that it writes what no reach may, and takes it from everybody else. */
export const ownedByIngest = (name: string): string[] => [
  `do $$ begin
         execute format('grant create on schema %I to portal_ingest', current_schema());
         alter function ${name} owner to portal_ingest;
         execute format('revoke create on schema %I from portal_ingest', current_schema());
       end $$`,
  `revoke all on function ${name} from public`,
];

/** Rows about a child follow the child's reach, in the transaction that changes it: a table with pupil_id, school_ids and restricted, all of them the child's. */
export const followsPupil = (table: string): string[] => [
  `create function follow_pupil_in_${table}() returns trigger language plpgsql security definer set search_path from current as $$
      begin
        update ${table} t set school_ids = p.school_ids, restricted = p.restricted from changed p
          where t.pupil_id = p.id and (t.school_ids, t.restricted) is distinct from (p.school_ids, p.restricted);
        return null;
      end $$`,
  ...ownedByIngest(`follow_pupil_in_${table}`),
  `create trigger ${table}_follows_pupil after update on pupil referencing new table as changed for each statement execute function follow_pupil_in_${table}()`,
];
