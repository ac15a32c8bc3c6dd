import { addCrowd } from './crowd.ts';
import { bookOf, fileOf, openDays, YESTERDAY } from './register-book.ts';
import { SCHOOLS } from './small-authority.ts';
import type { TestPortal } from './test-portal.ts';

/** A school of another area that sends its registers, and one that does not. */
export const ELSEWHERE = { sends: 991117, silent: 991118 } as const;

/** Schools of another area: twelve children at one whose registers are held, three at one whose are not. */
export async function addElsewhere(portal: TestPortal): Promise<void> {
  for (const [id, number] of [[ELSEWHERE.sends, 4117], [ELSEWHERE.silent, 4118]] as const) {
    await portal.rows(`insert into school (id, la_code, establishment_number, name, type_code, phase_code, phase, status_code, statutory_low_age, statutory_high_age, locality, postcode) values ($1, 991, $2, 'Wending Park ' || $2::int, 1, 4, 'SECONDARY', 1, 11, 16, 'Nextmoor', 'WY1 1AA')`, [id, number]);
  }
  await portal.rows('insert into school_week select $1, week_start, academic_year, ordinal, open_days from school_week where school_id = $2', [ELSEWHERE.sends, SCHOOLS.tarnbrook]);
  const away = await addCrowd(portal.ingest, 12, ELSEWHERE.sends, 2000);
  await addCrowd(portal.ingest, 3, ELSEWHERE.silent, 2100);
  const days = await openDays(portal, ELSEWHERE.sends, '2026-09-03', YESTERDAY);
  const sent = await portal.send(fileOf(bookOf(away, days, (pupil) => ({ authorised: (pupil.id % 4) / 30, unauthorised: (pupil.id % 3) / 20 }))), ELSEWHERE.sends);
  expect(sent.kept).toBe(true);
}
