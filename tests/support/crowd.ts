import type { Pool } from 'pg';
import { foldName } from '@attendance/shared/kernel';
import { upnCheckLetter } from '@attendance/shared/pupils';
import { TODAY, type TestPupil } from './small-authority.ts';

/** Pupils without a story, on the roll of one school: what lists and files need many of. Year groups go round from 7 to 11. */
export async function addCrowd(ingest: Pick<Pool, 'query'>, count: number, schoolId: number, first = 1000): Promise<TestPupil[]> {
  const pupils = Array.from({ length: count }, (_, n): TestPupil => {
    const body = `9904180${String(first + n).padStart(5, '0')}`;
    return { id: first + n, enrolmentId: first + n, schoolId, upn: `${upnCheckLetter(body)}${body}`, forename: `Pupil${String.fromCharCode(65 + (n % 26))}`, surname: `Number ${n}` };
  });
  await ingest.query(
    `insert into pupil (id, upn, legal_surname, legal_forename, born_on, sex, search_name) overriding system value
     select id, upn, surname, forename, '2012-01-01', 'U', search_name from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[]) as p(id, upn, surname, forename, search_name)`,
    [pupils.map((p) => p.id), pupils.map((p) => p.upn), pupils.map((p) => p.surname), pupils.map((p) => p.forename), pupils.map((p) => foldName(`${p.forename} ${p.surname}`))]);
  await ingest.query(`insert into enrolment (id, pupil_id, school_id, nc_year, starts_on) overriding system value select id, id, $2, (7 + id % 5)::text, '2025-09-03' from unnest($1::int[]) id`, [pupils.map((p) => p.id), schoolId]);
  await ingest.query('select refresh_pupil_reach($1, $2, 30)', [pupils.map((p) => p.id), TODAY]);
  return pupils;
}
