import { ETHNIC_GROUPS } from '@attendance/shared/pupils';
import { OF_CARE, OF_PUPIL, refreshCohorts } from './1790000000018-cohorts.ts';
import { ForwardOnly } from './forward-only.ts';
import { literal, ownedByIngest } from './sql-text.ts';

const ROLE = `current_setting('role')`;
/** Twins of band-moves.sql.ts. */
const [BEFORE, NOW] = ['(d.absent - d.recent_absent) * 20 / (d.possible - d.recent_possible)', 'd.absent * 20 / d.possible'];
const wide = (band: string): string => `width_bucket(${band}, starts) - 1`;

/** The main group of a recorded code; no list, no group. Twin of mainEthnicGroup in shared/src/pupils. */
const MAIN = `case ${ETHNIC_GROUPS.map(({ code, longer }) => `when f.ethnicity in (${[code, ...longer.split(' ').filter(Boolean)].map(literal).join(', ')}) then ${literal(code)}`).join(' ')} end`;
const BROAD = `case ${MAIN} ${ETHNIC_GROUPS.map(({ code, broad }) => `when ${literal(code)} then ${literal(broad)}`).join(' ')} end`;
/** What is held of an enrolment of what its pupil is, with the ethnic groups as above. */
export const PUPIL = { ...OF_PUPIL, enrolment_status: 'e.status', ethnicity: BROAD, ethnicity_minor: MAIN };
/** As in 0021. */
export const CARE = {
  ...OF_CARE, pupil_premium: `case when k.first <= 2 then (array['CLA', 'PLAC'])[k.first] when f.fsm6 = 'Y' then 'FSM6' when f.service_child = 'Y' then 'SERVICE' end`,
  youth_justice: `case when k.is_youth_justice then 'Y' end`,
};

/** From which band of absence to which, for people who see figures only; and longer ethnicity codes as the Common Basic Data Set has them. */
export class BandMoves1790000000039 extends ForwardOnly {
  readonly statements = [
    // In wide bands, of all they see together and nothing below that; the way is between bands of five percent. The server hides what is small before it tells. Takes the place of band_ways, which told the ways alone.
    `create function band_moves(of_year integer, today date, starts integer[]) returns table (way text, before integer, now integer, pupils integer) language sql stable security definer set search_path from current as $$
      select case sign(${NOW} - ${BEFORE}) when 1 then 'HIGHER' when -1 then 'LOWER' else 'SAME' end, ${wide(BEFORE)}, ${wide(NOW)}, count(*)::int
        from pupil_standing d join enrolment e on e.id = d.enrolment_id
        where d.academic_year = of_year and (e.ends_on is null or e.ends_on >= today) and d.possible > d.recent_possible and not d.restricted
          and (${ROLE} = 'reach_area' or (${ROLE} = 'reach_aggregate' and d.school_id = any (current_setting('app.schools')::int[]))) group by 1, 2, 3
    $$`,
    ...ownedByIngest('band_moves'),
    `grant execute on function band_moves to reach_aggregate, reach_area`,
    `drop function band_ways`,
    `create or replace function ${refreshCohorts(PUPIL, CARE)}`,
    // What is held already. The policies bind the owner too, so this is done as the login that may.
    `set local role portal_ingest`,
    `select refresh_cohorts(array_agg(distinct school_id), array_agg(distinct academic_year::int), greatest(current_date, (select max(marks_to) from school_coverage))) from pupil_year having count(*) > 0`,
    `reset role`,
  ];
}
