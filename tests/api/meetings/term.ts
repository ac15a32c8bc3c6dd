import type { TestPortal } from '../../support/test-portal.ts';
import { SCHOOLS } from '../../support/small-authority.ts';
import { asOwner } from '../../support/register-state.ts';

let keys = 0;
/** The number of a form that nobody has used. */
export const aKey = (): string => { keys += 1; return `00000000-0000-4000-8000-${String(keys).padStart(12, '0')}`; };

/** People who do things to meetings, by the number they sign with. */
export async function knowPeople(ownerUrl: string, people: Readonly<Record<number, string>>): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    for (const [id, name] of Object.entries(people)) await owner.query(`insert into app_user (id, issuer, subject, full_name, email) overriding system value values ($1, 'test', $2, $2, $3)`, [Number(id), name, `${name.toLowerCase().replaceAll(' ', '.')}@example.org`]);
  });
}

export interface MadeSchool { readonly id: number; readonly name: string; readonly phase?: string; readonly trustId?: number; readonly typeCode?: number; readonly locality?: string }

/** More schools of the authority, open on the days Oakmere Academy is. */
export async function addSchools(portal: TestPortal, schools: readonly MadeSchool[]): Promise<void> {
  for (const { id, name, phase = 'PRIMARY', trustId = null, typeCode = 1, locality = 'North' } of schools) {
    await portal.rows(
      `insert into school (id, la_code, establishment_number, name, type_code, phase_code, phase, status_code, trust_id, statutory_low_age, statutory_high_age, locality, postcode) values ($1, 990, $1 - 985000, $2, $3, 2, $4, 1, $5, 4, 11, $6, 'WX1 2AB')`,
      [id, name, typeCode, phase, trustId, locality]);
    await portal.rows('insert into school_week select $1, week_start, academic_year, ordinal, open_days from school_week where school_id = $2', [id, SCHOOLS.oakmere]);
  }
}

/** Figures of a year, as the importer would have summed them up. */
export async function sumUp(portal: TestPortal, schoolId: number, year: number, figures: { possible: number; attended: number; pupils?: number; persistent?: number; severe?: number; restricted?: boolean }): Promise<void> {
  const { possible, attended, pupils = 100, persistent = 0, severe = 0, restricted = false } = figures;
  await portal.rows(
    `insert into school_year_total (school_id, academic_year, restricted, enrolments, persistent, severe, possible, attended, authorised, unauthorised, late_before, late_after, missing) values ($1, $2, $3, $4, $5, $6, $7, $8, $7::int - $8::int, 0, 0, 0, 0)`,
    [schoolId, year, restricted, pupils, persistent, severe, possible, attended]);
}

/** A school whose marks reach a day, and what it attended to the same week last year. */
export async function marksTo(portal: TestPortal, schoolId: number, day: string, last: { possible: number; attended: number } | null = null): Promise<void> {
  await portal.rows(`insert into school_coverage (school_id, marks_to, marks_to_session, delivery_id, received_at) values ($1, $2, 'PM', 1, now())`, [schoolId, day]);
  if (last) await portal.rows(`insert into school_week_total (school_id, week_start, restricted, academic_year, enrolments, possible, attended, authorised, unauthorised, late_before, late_after, missing) values ($1, '2025-09-08', false, 2025, 100, $2, $3, $2::int - $3::int, 0, 0, 0, 0)`, [schoolId, last.possible, last.attended]);
}
