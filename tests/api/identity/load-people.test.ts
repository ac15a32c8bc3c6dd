import { peopleKind } from '../../../server/src/modules/identity/index.ts';
import { countsOf, csvOf, loadsInTrail, loadText, numberFromAbove, refusalOf, rightsByEmail } from '../../support/loading.ts';
import { PUPILS, SCHOOLS, TODAY } from '../../support/small-authority.ts';
import { TestPortal } from '../../support/test-portal.ts';

const ISSUER = 'https://sign-in.example.org';
const BASE = { Email: 'officer@example.org', Subject: 'sub-1', Name: 'Olwen Frith', 'Job title': 'Attendance officer', Role: 'Attendance officer', Schools: '', Trust: '', Caseload: '', From: '', To: '', Active: '' };
type Row = Partial<typeof BASE>;
const HEADINGS = Object.keys(BASE) as (keyof typeof BASE)[];
const fileOf = (...rows: Row[]): string => csvOf(HEADINGS, ...rows.map((row) => HEADINGS.map((heading) => ({ ...BASE, ...row })[heading])));
const other = (n: number, more: Row = {}): Row => ({ Email: `person${n}@example.org`, Subject: `other-${n}`, Name: `Person ${n}`, ...more });
const FIVE = [1, 2, 3, 4, 5].map((n) => other(n));
const HEAD: Row = { Email: 'head@example.org', Subject: 'sub-2', Name: 'Hanne Reed', 'Job title': 'Headteacher', Role: 'HEADTEACHER', Schools: String(SCHOOLS.oakmere) };
const WORKER: Row = { Email: 'worker@example.org', Subject: 'sub-3', Name: 'Wes Hale', 'Job title': 'Social worker', Role: 'Social worker', Caseload: `${PUPILS.mason.upn} ${PUPILS.amira.upn}` };

jest.setTimeout(60_000);

describe('loading people', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('load_people');
    await numberFromAbove(portal.ownerUrl);
  });
  afterAll(() => portal.close());
  const load = (text: string, today = TODAY) => loadText(portal.ingest, async () => peopleKind({ issuer: ISSUER, today }), text);
  const rights = (email: string, today?: string) => rightsByEmail(portal, email, today);

  test('an officer, a head and a social worker reach what their rows say, and the file changes nothing a second time', async () => {
    const text = fileOf({}, HEAD, WORKER);
    expect(countsOf(await load(text))).toEqual([3, 0, 3, 0, 0, 0]);
    expect(await rights('officer@example.org')).toMatchObject({ role: 'ATTENDANCE_OFFICER', reach: { kind: 'AUTHORITY', full: false } });
    expect(await rights('head@example.org')).toMatchObject({ role: 'HEADTEACHER', reach: { kind: 'SCHOOLS', schools: [SCHOOLS.oakmere] } });
    expect(await rights('worker@example.org')).toMatchObject({ role: 'SOCIAL_WORKER', reach: { kind: 'PUPILS', pupils: [PUPILS.mason.id, PUPILS.amira.id] } });
    expect(countsOf(await load(text))).toEqual([3, 0, 0, 0, 3, 0]);
    expect(await loadsInTrail(portal.ownerUrl)).toMatchObject([{ kind: 'COLLECTED', operation: 'loadPeople', pupil_ids: [PUPILS.mason.id, PUPILS.amira.id], school_ids: [SCHOOLS.oakmere], details: { added: 3, users: [20001, 20002, 20003] } }]);
  });

  test('other schools end the old grant and begin a new one; a caseload left out is ended', async () => {
    const tomorrow = '2026-11-20';
    expect(countsOf(await load(fileOf({ ...HEAD, Schools: `${SCHOOLS.tarnbrook};${SCHOOLS.oakmere}` }, { ...WORKER, Caseload: PUPILS.amira.upn }), tomorrow))).toEqual([2, 0, 0, 2, 0, 0]);
    expect((await rights('head@example.org', tomorrow))?.reach.schools).toEqual([SCHOOLS.oakmere, SCHOOLS.tarnbrook]);
    expect((await rights('head@example.org'))?.reach.schools).toEqual([SCHOOLS.oakmere]);
    expect((await rights('worker@example.org', tomorrow))?.reach.pupils).toEqual([PUPILS.amira.id]);
  });

  test('a role ends with its last day, and an account is turned off', async () => {
    await load(fileOf({ ...HEAD, Schools: `${SCHOOLS.tarnbrook};${SCHOOLS.oakmere}`, To: '30/11/2026' }), '2026-11-20');
    expect(await rights('head@example.org', '2026-11-30')).not.toBeNull();
    expect(await rights('head@example.org', '2026-12-01')).toBeNull();
    expect(countsOf(await load(fileOf({ Active: 'N' })))).toEqual([1, 0, 0, 1, 0, 0]);
    expect(await rights('officer@example.org')).toBeNull();
    expect(countsOf(await load(fileOf({ Active: 'Y' })))).toEqual([1, 0, 0, 1, 0, 0]);
  });

  test('a person who signed in once is found by the address the provider gave', async () => {
    await portal.rows(`insert into app_user (issuer, subject, full_name, email) values ($1, 'from-provider', 'Sanna Ek', 'Sanna.Ek@example.org')`, [ISSUER]);
    expect(countsOf(await load(fileOf({ Email: 'sanna.ek@example.org', Subject: '', Name: '' })))).toEqual([1, 0, 1, 0, 0, 0]);
    expect(await portal.rows(`select full_name, role from app_user u join user_grant g on g.user_id = u.id where subject = 'from-provider'`)).toEqual([{ full_name: 'Sanna Ek', role: 'ATTENDANCE_OFFICER' }]);
  });

  test('two roles of one person need the subject once', async () => {
    expect(countsOf(await load(fileOf(other(9), { ...other(9), Subject: '', Role: 'CME_OFFICER' })))).toEqual([2, 0, 2, 0, 0, 0]);
  });

  test.each<[string, Row, keyof Row, RegExp]>([
    ['an address that is none', { Email: 'nobody' }, 'Email', /not an email address/],
    ['nobody who ever signed in', { Subject: '' }, 'Email', /signed in yet/],
    ['no name', { Name: '' }, 'Name', /needs a name/],
    ['an unknown role', { Role: 'Wizard' }, 'Role', /not one of the values/],
    ['a school role without schools', { Role: 'HEADTEACHER' }, 'Schools', /needs schools or a trust/],
    ['schools for a role over all', { Schools: '990417' }, 'Schools', /not limited to schools/],
    ['an unknown school', { Role: 'HEADTEACHER', Schools: '990999' }, 'Schools', /no school with this URN/],
    ['a spoiled list of schools', { Role: 'HEADTEACHER', Schools: '9.9E+05' }, 'Schools', /rounded number/],
    ['an unknown trust', { Role: 'TRUST_LEADER', Trust: '4' }, 'Trust', /no trust/],
    ['a caseload of nobody', { Role: 'SOCIAL_WORKER', Caseload: 'A123' }, 'Caseload', /not a UPN/],
    ['a caseload for a role without one', { Caseload: PUPILS.mason.upn }, 'Caseload', /has no caseload/],
    ['an end before the beginning', { From: '01/12/2026', To: '30/11/2026' }, 'To', /before the day/],
  ])('refuses the row with %s and keeps the others', async (_, bad, column, reason) => {
    expect((await load(fileOf(...FIVE, other(99, bad)))).refused).toEqual([{ line: 7, column, value: expect.any(String), reason: expect.stringMatching(reason) }]);
    expect(await portal.rows(`select 1 from app_user where email = 'person99@example.org'`)).toEqual([]);
  });

  test('refuses one role twice, and two subjects for one address', async () => {
    expect((await refusalOf(load(fileOf({}, {})))).refused).toMatchObject([{ column: 'Role' }, { column: 'Role' }]);
    expect((await refusalOf(load(fileOf({}, { Subject: 'x', Role: 'CME_OFFICER' })))).refused).toMatchObject([{ column: 'Subject' }, { column: 'Subject' }]);
  });
});
