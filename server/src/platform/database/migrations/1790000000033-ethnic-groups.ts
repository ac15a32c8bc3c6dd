import { ETHNIC_GROUPS, NO_ETHNIC_GROUP, OTHER_OF_LETTER } from '@attendance/shared/pupils';
import { OF_CARE, OF_PUPIL, refreshCohorts } from './1790000000018-cohorts.ts';
import { ForwardOnly } from './forward-only.ts';
import { literal, ownedByIngest } from './sql-text.ts';

const ROLE = `current_setting('role')`;
const inWords = (codes: readonly string[]): string => codes.map(literal).join(', ');
/** The main group of a recorded code, and the broad group that is in. Twins of mainEthnicGroup in shared/src/pupils. */
const MAIN = `case when f.ethnicity in (${inWords(NO_ETHNIC_GROUP)}) then null ${ETHNIC_GROUPS.map(({ code, longer }) => `when f.ethnicity in (${inWords([code, ...longer.split(' ').filter(Boolean)])}) then ${literal(code)}`).join(' ')} ${
  Object.entries(OTHER_OF_LETTER).map(([letter, code]) => `when f.ethnicity like '${letter}%' then ${literal(code)}`).join(' ')} end`;
const BROAD = `case ${MAIN} ${ETHNIC_GROUPS.map(({ code, broad }) => `when ${literal(code)} then ${literal(broad)}`).join(' ')} end`;

/** As in 0021. */
const MORE_OF_CARE: Readonly<Record<string, string>> = {
  pupil_premium: `case when k.first <= 2 then (array['CLA', 'PLAC'])[k.first] when f.fsm6 = 'Y' then 'FSM6' when f.service_child = 'Y' then 'SERVICE' end`,
  youth_justice: `case when k.is_youth_justice then 'Y' end`,
};

/** Pupils by main ethnic group beside the broad one, which is made of it, since people who see figures only are told both and the two must add up; and for them how many moved between bands of absence. */
export class EthnicGroups1790000000033 extends ForwardOnly {
  readonly statements = [
    `alter table enrolment_cohort add column ethnicity_minor text`,
    `create or replace function ${refreshCohorts({ ...OF_PUPIL, enrolment_status: 'e.status', ethnicity: BROAD, ethnicity_minor: MAIN }, { ...OF_CARE, ...MORE_OF_CARE })}`,
    // What is held already. The policies bind the owner too, so this is done as the login that may.
    `set local role portal_ingest`,
    `select refresh_cohorts(array_agg(distinct school_id), array_agg(distinct academic_year::int), greatest(current_date, (select max(marks_to) from school_coverage))) from pupil_year having count(*) > 0`,
    `reset role`,
    // Movement between bands for people who reach no enrolment: how many went each way, of all they see together, and nothing below that. The conditions of band-moves.sql.ts; restricted records are not theirs to count.
    `create function band_ways(of_year integer, today date) returns table (way text, pupils integer) language sql stable security definer set search_path from current as $$
      select case sign(d.absent * 20 / d.possible - (d.absent - d.recent_absent) * 20 / (d.possible - d.recent_possible)) when 1 then 'HIGHER' when -1 then 'LOWER' else 'SAME' end, count(*)::int
        from pupil_standing d join enrolment e on e.id = d.enrolment_id
        where d.academic_year = of_year and (e.ends_on is null or e.ends_on >= today) and d.possible > d.recent_possible and not d.restricted
          and (${ROLE} = 'reach_area' or (${ROLE} = 'reach_aggregate' and d.school_id = any (current_setting('app.schools')::int[]))) group by 1
    $$`,
    ...ownedByIngest('band_ways'),
    `grant execute on function band_ways to reach_aggregate, reach_area`,
  ];
}
