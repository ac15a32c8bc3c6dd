import pg from 'pg';
import { academicYearOf, schoolWeeks } from '@attendance/shared/calendar';
import { foldName } from '@attendance/shared/kernel';
import { upnCheckLetter } from '@attendance/shared/pupils';

/** The day all tests live in: Thursday of school week 11. */
export const TODAY = '2026-11-19';

export const SCHOOLS = { oakmere: 990417, tarnbrook: 990418, fellgate: 990402 } as const;
const CALENDAR = {
  terms: [
    { name: 'Autumn 1', startsOn: '2025-09-03', endsOn: '2025-10-24' }, { name: 'Autumn 2', startsOn: '2025-11-03', endsOn: '2025-12-19' },
    { name: 'Spring 1', startsOn: '2026-01-05', endsOn: '2026-02-13' }, { name: 'Spring 2', startsOn: '2026-02-23', endsOn: '2026-03-27' },
    { name: 'Summer 1', startsOn: '2026-04-13', endsOn: '2026-05-22' }, { name: 'Summer 2', startsOn: '2026-06-01', endsOn: '2026-07-20' },
    { name: 'Autumn 1', startsOn: '2026-09-03', endsOn: '2026-10-23' }, { name: 'Autumn 2', startsOn: '2026-11-02', endsOn: '2026-12-18' },
  ],
  closures: [{ on: '2026-10-05', kind: 'INSET' as const, label: 'Staff training day' }],
};

export interface TestPupil { readonly id: number; readonly enrolmentId: number; readonly schoolId: number; readonly upn: string; readonly forename: string; readonly surname: string; readonly restricted?: boolean; readonly protectedAddress?: boolean; readonly leftOn?: string }

const upn = (serial: number): string => {
  const body = `9904170${String(serial).padStart(5, '0')}`;
  return `${upnCheckLetter(body)}${body}`;
};

/** Three schools' pupils, each a situation that reach and figures must get right. */
export const PUPILS = {
  mason: { id: 1, enrolmentId: 1, schoolId: SCHOOLS.oakmere, upn: upn(1), forename: 'Mason', surname: 'Thirkell' },
  josie: { id: 2, enrolmentId: 2, schoolId: SCHOOLS.fellgate, upn: upn(2), forename: 'Josie', surname: 'Thirkell' },
  elan: { id: 3, enrolmentId: 3, schoolId: SCHOOLS.oakmere, upn: upn(3), forename: 'Élan', surname: "O'Dwyer-Ng" },
  amira: { id: 4, enrolmentId: 4, schoolId: SCHOOLS.tarnbrook, upn: upn(4), forename: 'Amira', surname: 'Haddad' },
  hidden: { id: 5, enrolmentId: 5, schoolId: SCHOOLS.oakmere, upn: upn(5), forename: 'Wren', surname: 'Marchbank', restricted: true },
  moved: { id: 6, enrolmentId: 6, schoolId: SCHOOLS.tarnbrook, upn: upn(6), forename: 'Noor', surname: 'Castellane', protectedAddress: true },
  leaver: { id: 7, enrolmentId: 7, schoolId: SCHOOLS.oakmere, upn: upn(7), forename: 'Tobias', surname: 'Quill', leftOn: '2026-09-25' },
  recent: { id: 8, enrolmentId: 8, schoolId: SCHOOLS.oakmere, upn: upn(8), forename: 'Ottilie', surname: 'Fenn', leftOn: '2026-11-06' },
} as const satisfies Record<string, TestPupil>;

/** Loads the small authority as portal_ingest would; registers come in through the importer in the tests themselves. */
export async function loadSmallAuthority(ownerUrl: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local role portal_ingest');
    await client.query(`insert into authority values (990, 'E99000001', 'Wexmoor Council', 'Attendance Support', true)`);
    await client.query(`insert into trust values (1, 'TR99001', 'Moorland Learning Trust', null)`);
    for (const [id, name, phase, phaseCode, number] of [[SCHOOLS.oakmere, 'Oakmere Academy', 'SECONDARY', 4, 4001], [SCHOOLS.tarnbrook, 'Tarnbrook High', 'SECONDARY', 4, 4002], [SCHOOLS.fellgate, 'Fellgate Primary', 'PRIMARY', 2, 2001]] as const) {
      await client.query(`insert into school (id, la_code, establishment_number, name, type_code, phase_code, phase, status_code, trust_id, statutory_low_age, statutory_high_age, locality, postcode)
        values ($1, 990, $2, $3, 1, $4, $5, 1, $6, 4, 16, 'North', 'WX1 2AB')`, [id, number, name, phaseCode, phase, id === SCHOOLS.oakmere ? 1 : null]);
      for (const week of schoolWeeks(CALENDAR)) await client.query('insert into school_week values ($1, $2, $3, $4, $5)', [id, week.weekStart, week.academicYear, week.ordinal, week.openDays]);
    }
    for (const pupil of Object.values(PUPILS) as TestPupil[]) {
      await client.query(`insert into pupil (id, upn, legal_surname, legal_forename, born_on, sex, search_name, restricted) overriding system value values ($1, $2, $3, $4, '2013-03-14', 'U', $5, $6)`,
        [pupil.id, pupil.upn, pupil.surname, pupil.forename, foldName(`${pupil.forename} ${pupil.surname}`), pupil.restricted ?? false]);
      await client.query(`insert into enrolment (id, pupil_id, school_id, nc_year, form, starts_on, ends_on) overriding system value values ($1, $2, $3, $4, '9R', '2025-09-03', $5)`,
        [pupil.enrolmentId, pupil.id, pupil.schoolId, pupil.schoolId === SCHOOLS.fellgate ? '5' : '9', pupil.leftOn ?? null]);
      await client.query(`insert into pupil_address (pupil_id, lines, postcode, valid_from, protected) values ($1, $2, 'WX1 9ZZ', '2020-01-01', $3)`, [pupil.id, `${pupil.id} Marker Lane`, pupil.protectedAddress ?? false]);
      await client.query(`insert into pupil_characteristic (pupil_id, kind, value, valid_from) values ($1, 'FSM', 'Y', '2025-09-01')`, [pupil.id]);
    }
    // Mason and Josie share their mother; the father of Mason may be told nothing.
    await client.query(`insert into pupil_carer (pupil_id, carer_id, full_name, relationship, parental_responsibility, lives_with, contact_allowed, safe_contact) values
      (1, 1, 'Dawn Thirkell', 'Mother', true, true, true, 'Mobile, 9:30 to 14:30'), (2, 1, 'Dawn Thirkell', 'Mother', true, true, true, null), (1, 2, 'Lee Marr', 'Father', true, false, false, null)`);
    await client.query(`insert into care_status (pupil_id, kind, valid_from) values (4, 'CLA', '2026-01-10')`);
    await client.query('select refresh_pupil_reach($1, $2, 30)', [Object.values(PUPILS).map((pupil) => pupil.id), TODAY]);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** The terms and closures behind the school weeks of the small authority, for what is planned by them. */
export async function knowTerms(ownerUrl: string): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query('set role portal_ingest');
    for (const id of Object.values(SCHOOLS)) {
      for (const term of CALENDAR.terms) await client.query('insert into school_term values ($1, $2, $3, $4, $5)', [id, academicYearOf(term.endsOn), term.name, term.startsOn, term.endsOn]);
      for (const { on, kind, label } of CALENDAR.closures) await client.query('insert into school_closure values ($1, $2, $3, $4)', [id, on, kind, label]);
    }
  } finally {
    await client.end();
  }
}
