import type { AttendedArea, ResidentCoverage } from '@attendance/shared/attendance';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { UnheldResidentType } from './residence.type.ts';

/** Children who live here and are on some roll on the day $2, each with whether a register of the year $1 is held. Twin of `residentCoverage` in shared/src/attendance. */
const RESIDENTS = `
  with stay as materialized (
    select e.id, e.pupil_id, s.la_code in (select code from authority) as is_here,
      exists (select from pupil_year y where y.enrolment_id = e.id and y.academic_year = $1::int) as is_held
    from pupil p join enrolment e on e.pupil_id = p.id join school s on s.id = e.school_id
    where p.home_la_code in (select code from authority) and e.starts_on <= $2::date and (e.ends_on is null or e.ends_on >= $2::date)),
  child as materialized (select pupil_id, bool_or(is_held) as is_held, bool_and(is_here) as is_here from stay group by 1)`;

/** How much of residents' attendance is held. Whose rows are seen is decided by the row policies. */
export class ResidenceRepository {
  async coverage(operation: Operation, academicYear: number): Promise<ResidentCoverage> {
    const [row] = await operation.sql<ResidentCoverage>(
      `${RESIDENTS} select count(*)::int as residents, (count(*) filter (where is_held))::int as held, (count(*) filter (where not is_held and not is_here))::int as elsewhere,
         (count(*) filter (where not is_held and is_here))::int as here from child`, [academicYear, operation.today]);
    return row ?? { residents: 0, held: 0, elsewhere: 0, here: 0 };
  }

  /** Those without a register, by name: each child once, with the school elsewhere where there is one. */
  async unheld(operation: Operation, academicYear: number, attends: AttendedArea, offset: number, take: number): Promise<{ total: number; items: UnheldResidentType[] }> {
    const values = [academicYear, operation.today, attends === 'HERE'];
    const listed = `${RESIDENTS}, listed as materialized (select distinct on (c.pupil_id) c.pupil_id, s.id from child c join stay s using (pupil_id) where not c.is_held and c.is_here = $3::boolean order by c.pupil_id, s.is_here, s.id)`;
    const items = await operation.sql<UnheldResidentType>(
      `${listed} select l.id as "enrolmentId", l.pupil_id as "pupilId", coalesce(p.preferred_forename, p.legal_forename) || ' ' || p.legal_surname as name, e.nc_year as "ncYear", e.form, e.school_id as "schoolId", c.name as "schoolName", e.starts_on as "startsOn"
       from listed l join pupil p on p.id = l.pupil_id join enrolment e on e.id = l.id join school c on c.id = e.school_id order by c.name, p.search_name, l.id offset $4 limit $5`, [...values, offset, take]);
    const [whole] = await operation.sql<{ total: number }>(`${listed} select count(*)::int as total from listed`, values);
    return { total: whole?.total ?? 0, items };
  }
}
