import { ForwardOnly } from './forward-only.ts';
import { COUNTED as COUNTS, literal } from './sql-text.ts';

const counted = (marks: string, characters: string): string => `length(${marks}) - length(translate(${marks}, ${literal(characters)}, ''))`;

/**
 * The counts of a week are given with the row when it is inserted, each distinct week of a delivery counted once, and worked
 * out by a trigger when its marks change, or where they are not given. Generated columns counted the same few weeks again for every row, which took a
 * third of the time of an import (docs/adr/0001).
 */
export class CountsGiven1790000000011 extends ForwardOnly {
  readonly statements = [
    `alter table register_week ${Object.keys(COUNTS).map((name) => `alter column ${name} drop expression, alter column ${name} set not null`).join(', ')}`,
    `alter table register_week add constraint register_week_counts check (possible = attended + authorised + unauthorised and possible + missing <= 14)`,
    // A set of one row, because such a function becomes part of the statement that asks.
    `create function week_counts(marks text) returns table (${Object.keys(COUNTS).map((name) => `${name} smallint`).join(', ')}) language sql immutable parallel safe rows 1 as $$
       select ${Object.values(COUNTS).map((characters) => `(${counted('marks', characters)})::smallint`).join(', ')} $$`,
    `create function count_changed_week() returns trigger language plpgsql as $$
      begin
        select ${Object.keys(COUNTS).map((name) => `c.${name}`).join(', ')} into ${Object.keys(COUNTS).map((name) => `new.${name}`).join(', ')} from week_counts(new.marks) c;
        return new;
      end $$`,
    `create trigger register_week_begun before insert on register_week for each row when (new.possible is null) execute function count_changed_week()`,
    `create trigger register_week_changed before update of marks on register_week for each row execute function count_changed_week()`,
  ];
}
