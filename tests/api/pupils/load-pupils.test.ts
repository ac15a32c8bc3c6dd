import { upnCheckLetter } from '@attendance/shared/pupils';
import { careKind, rollKind } from '../../../server/src/modules/pupils/index.ts';
import { countsOf, csvOf, loadsInTrail, loadText, numberFromAbove, refusalOf } from '../../support/loading.ts';
import { person, unguarded } from '../../support/people.ts';
import { PUPILS, SCHOOLS, TODAY } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

const upn = (serial: string): string => `${upnCheckLetter(`9904180${serial}`)}9904180${serial}`;
const BASE = {
  UPN: upn('26001'), Surname: 'Alder', Forename: 'Robin', 'Date of birth': '14/05/2014', Sex: 'F', 'Year group': 'Year 7', Form: '7B', 'Admission number': '004711', 'Date of joining': '03/09/2025',
  'Date of leaving': '', 'Reason for leaving': '', 'Enrolment status': 'C', SEN: 'K', 'Primary need': 'SLCN', FSM: 'Y', EAL: 'POL', Ethnicity: 'WBRI', 'Service child': 'N', 'Young carer': 'Y',
  Address: '4 Mill Lane, Tarnbrook', Postcode: 'wx1 2ab', 'Contact 1 name': 'Kim Alder', 'Contact 1 relationship': 'Mother', 'Contact 1 PR': 'Y', 'Contact 1 telephone': '01632 960 001', 'Contact 1 email': 'kim@example.org',
  'Contact 2 name': '', 'Contact 2 relationship': '', 'Contact 2 PR': '', 'Contact 2 telephone': '', 'Contact 2 email': '',
};
type Row = Partial<typeof BASE>;
const HEADINGS = Object.keys(BASE) as (keyof typeof BASE)[];
const fileOf = (...rows: Row[]): string => csvOf(HEADINGS, ...rows.map((row) => HEADINGS.map((heading) => ({ ...BASE, ...row })[heading])));
const other = (n: number, more: Row = {}): Row => ({
  UPN: upn(`261${String(n).padStart(2, '0')}`), Surname: `Other ${n}`, Forename: 'Sam', 'Admission number': String(5000 + n), 'Contact 1 name': '', 'Contact 1 telephone': '', ...more,
});
const FIVE = [1, 2, 3, 4, 5].map((n) => other(n));

jest.setTimeout(60_000);

describe('loading the roll of a school', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('load_pupils');
    await numberFromAbove(portal.ownerUrl);
  });
  afterAll(() => portal.close());
  const load = (text: string | Buffer, on = TODAY, schoolId: number = SCHOOLS.tarnbrook) => loadText(portal.ingest, (client) => rollKind(client, { schoolId, today: TODAY, on }), text);
  const pupil = (number: string) => portal.rows<{ id: number; [name: string]: unknown }>('select * from pupil where upn = $1', [number]).then(([row]) => row);
  const facts = (number: string) => portal.rows<{ fact: string }>(`select kind || ' ' || value || ' ' || valid_from || ' ' || coalesce(valid_to::text, '') as fact from pupil_characteristic c join pupil p on p.id = c.pupil_id where p.upn = $1 order by 1`, [number]).then((rows) => rows.map(({ fact }) => fact.trim()));

  test('keeps a pupil with everything the file says, once', async () => {
    const text = fileOf({});
    expect(countsOf(await load(text))).toEqual([1, 0, 1, 0, 0, 0]);
    const { data, errors } = await portal.ask(person(Role.TEAM_MANAGER), `{ findPupils(text: "${BASE.UPN}") { items { id name schoolName ncYear } } }`);
    expect(errors).toEqual([]);
    const [found] = (data?.findPupils as { items: { id: string }[] }).items;
    expect(found).toMatchObject({ name: 'Robin Alder', schoolName: 'Tarnbrook High', ncYear: '7' });
    const record = await portal.ask(unguarded({ kind: 'SCHOOLS', schools: [SCHOOLS.tarnbrook], address: true }), `{ pupil(id: ${found?.id}) { legalForename sex bornOn
      enrolments { status ncYear form startsOn endsOn } characteristics { kind value validFrom validTo } carers { fullName relationship parentalResponsibility telephone } addresses { lines postcode protected } } }`);
    expect(record.errors).toEqual([]);
    expect(record.data?.pupil).toMatchObject({
      legalForename: 'Robin', sex: 'F', bornOn: '2014-05-14', enrolments: [{ status: 'C', ncYear: '7', form: '7B', startsOn: '2025-09-03', endsOn: null }],
      carers: [{ fullName: 'Kim Alder', relationship: 'Mother', parentalResponsibility: true, telephone: '01632 960 001' }], addresses: [{ lines: '4 Mill Lane, Tarnbrook', postcode: 'WX1 2AB', protected: false }],
    });
    expect(await facts(BASE.UPN)).toEqual([`EAL OTH ${TODAY}`, `ETHNICITY WBRI ${TODAY}`, `FSM Y ${TODAY}`, `PRIMARY_NEED SLCN ${TODAY}`, `SEN K ${TODAY}`, `YOUNG_CARER S ${TODAY}`]);
    expect(countsOf(await load(text))).toEqual([1, 0, 0, 0, 1, 0]);
    expect(await loadsInTrail(portal.ownerUrl)).toEqual([{ kind: 'COLLECTED', operation: 'loadPupils', pupil_ids: [Number(found?.id)], school_ids: [SCHOOLS.tarnbrook], details: { rows: 1, added: 1, changed: 0, same: 0, refused: 0 } }]);
  });

  test('a fact that changed is closed the day before the file, and a new one opened; a blank says nothing', async () => {
    expect(countsOf(await load(fileOf({ SEN: 'E', FSM: 'N', EAL: '', Form: '' }), '2026-11-20'))).toEqual([1, 0, 0, 1, 0, 0]);
    expect(await facts(BASE.UPN)).toEqual([`EAL OTH ${TODAY}`, `ETHNICITY WBRI ${TODAY}`, `FSM Y ${TODAY} ${TODAY}`, `PRIMARY_NEED SLCN ${TODAY}`, 'SEN E 2026-11-20', `SEN K ${TODAY} ${TODAY}`, `YOUNG_CARER S ${TODAY}`]);
    expect(countsOf(await load(fileOf({ SEN: 'E', FSM: 'N' }), '2026-11-20'))).toEqual([1, 0, 0, 0, 1, 0]);
    // A file that is older than what is held changes no fact.
    expect(countsOf(await load(fileOf({ SEN: 'K', FSM: 'N' }), '2026-10-01'))).toEqual([1, 0, 0, 0, 1, 0]);
  });

  test('an address that moves stays protected', async () => {
    await load(fileOf(other(50)));
    await portal.rows('update pupil_address a set protected = true from pupil p where p.id = a.pupil_id and p.upn = $1', [upn('26150')]);
    await load(fileOf(other(50, { Address: '1 New Street' })), '2026-11-20');
    expect(await portal.rows('select lines, a.valid_to, protected from pupil_address a join pupil p on p.id = a.pupil_id where p.upn = $1 order by valid_from', [upn('26150')])).toEqual([
      { lines: '4 Mill Lane, Tarnbrook', valid_to: TODAY, protected: true }, { lines: '1 New Street', valid_to: null, protected: true }]);
  });

  test('an adult of the same name and telephone is the same adult; what may be said to whom is left alone', async () => {
    await load(fileOf(other(51, { 'Contact 1 name': 'KIM ALDER', 'Contact 1 telephone': '01632960001' }), other(52, { 'Contact 1 name': 'Kim Alder', 'Contact 1 telephone': '01632 960 999' })));
    const carers = await portal.rows<{ carer_id: number }>('select c.carer_id from pupil_carer c join pupil p on p.id = c.pupil_id where p.upn = any ($1) order by p.upn = $2 desc, p.upn = $3 desc', [[BASE.UPN, upn('26151'), upn('26152')], BASE.UPN, upn('26151')]);
    expect(carers[1]).toEqual(carers[0]);
    expect(carers[2]).not.toEqual(carers[0]);
    await portal.rows(`update pupil_carer set contact_allowed = false, safe_contact = 'Through school' where full_name = 'Kim Alder'`);
    await load(fileOf({ 'Contact 1 telephone': '01632 960 002' }));
    expect(await portal.rows(`select contact_allowed, safe_contact, telephone, email from pupil_carer c join pupil p on p.id = c.pupil_id where p.upn = $1`, [BASE.UPN])).toEqual([{ contact_allowed: false, safe_contact: 'Through school', telephone: '01632 960 002', email: 'kim@example.org' }]);
  });

  test('who leaves is out of the school\'s reach after thirty days, and back on the roll when the file says so', async () => {
    const reach = async () => (await pupil(BASE.UPN))?.school_ids;
    expect(await reach()).toEqual([SCHOOLS.tarnbrook]);
    expect(countsOf(await load(fileOf({ 'Date of leaving': '01/10/2026', 'Reason for leaving': 'MOVED_AWAY' })))).toEqual([1, 0, 0, 1, 0, 0]);
    expect(await reach()).toEqual([]);
    await load(fileOf({}));
    expect(await reach()).toEqual([SCHOOLS.tarnbrook]);
  });

  test('a pupil who changes school keeps one record with two stays', async () => {
    await load(fileOf({ 'Date of leaving': '23/10/2026' }));
    expect(countsOf(await load(fileOf({ 'Date of joining': '02/11/2026' }), TODAY, SCHOOLS.oakmere))).toEqual([1, 0, 1, 0, 0, 0]);
    expect((await pupil(BASE.UPN))?.school_ids).toEqual([SCHOOLS.oakmere, SCHOOLS.tarnbrook].sort());
  });

  test('a temporary number gives way to the permanent one where the file says so', async () => {
    const temporary = `${upnCheckLetter('99041802616A')}99041802616A`;
    await load(fileOf(other(60, { UPN: temporary })));
    const known = await pupil(temporary);
    const renumbered = csvOf([...HEADINGS, 'Former UPN'], [...HEADINGS.map((heading) => ({ ...BASE, ...other(60) })[heading]), temporary]);
    expect(countsOf(await load(renumbered))).toEqual([1, 0, 0, 1, 0, 0]);
    expect(await pupil(upn('26160'))).toMatchObject({ id: known?.id, former_upn: temporary });
    // A file that still has the old number finds the child, and keeps the new one.
    expect(countsOf(await load(fileOf(other(60, { UPN: temporary }))))).toEqual([1, 0, 0, 0, 1, 0]);
  });

  test('marks that come later are accepted for a new pupil', async () => {
    await load(fileOf(other(61)));
    const result = await portal.send(`UPN,Date,Session,Mark\n${upn('26161')},16/11/2026,AM,/\n${upn('26161')},16/11/2026,PM,O\n`, SCHOOLS.tarnbrook);
    expect(result.kept).toBe(true);
    expect(await portal.rows('select marks from register_week r join pupil p on p.id = r.pupil_id where p.upn = $1', [upn('26161')])).toEqual([{ marks: '/O'.padEnd(14) }]);
  });

  test.each<[string, Row, string, RegExp]>([
    ['no UPN', { UPN: '' }, 'UPN', /never guessed from a name/],
    ['a UPN without its letter', { UPN: upn('26199').slice(1) }, 'UPN', /took this for a number.*may have been/],
    ['a UPN as a rounded number', { UPN: '9.90418E+11' }, 'UPN', /rounded number/],
    ['a wrong check letter', { UPN: `${upn('26199')[0] === 'A' ? 'B' : 'A'}${upn('26199').slice(1)}` }, 'UPN', /one of them is wrong/],
    ['a UPN that is none', { UPN: '12345' }, 'UPN', /not a UPN/],
    ['a UPN that a formula makes', { UPN: '=B2' }, 'UPN', /formula/],
    ['a UPN a spreadsheet lost', { UPN: '#N/A' }, 'UPN', /could not work this out/],
    ['another child\'s UPN', { UPN: PUPILS.amira.upn, 'Date of birth': '01/01/2015' }, 'UPN', /another child/],
    ['a known child under a new UPN', { UPN: upn('26199'), Surname: 'Haddad', Forename: 'Amira', 'Date of birth': '14/03/2013' }, 'UPN', /Former UPN/],
    ['no surname', { Surname: '' }, 'Surname', /blank/],
    ['a date of birth as a number', { 'Date of birth': '41773' }, 'Date of birth', /spreadsheet’s number/],
    ['an impossible date of birth', { 'Date of birth': '30/02/2014' }, 'Date of birth', /no such day/],
    ['an age no pupil has', { 'Date of birth': '14/05/1974' }, 'Date of birth', /no date of birth of a pupil/],
    ['a year group that is none', { 'Year group': '2025' }, 'Year group', /no such year group/],
    ['an unknown SEN', { SEN: 'Q' }, 'SEN', /not one of the values/],
    ['neither Y nor N', { FSM: 'perhaps' }, 'FSM', /not one of the values/],
    ['no date of joining', { 'Date of joining': '' }, 'Date of joining', /no stay of this pupil/],
    ['leaving before joining', { 'Date of leaving': '01/09/2020' }, 'Date of leaving', /before the date of joining/],
    ['the same contact twice', { 'Contact 1 name': 'A B', 'Contact 2 name': 'a b' }, 'Contact 2 name', /same name/],
    ['a stay over another', { UPN: PUPILS.amira.upn, Surname: 'Haddad', Forename: 'Amira', 'Date of birth': '14/03/2013', 'Date of joining': '01/09/2026' }, 'Date of joining', /another date of joining/],
  ])('refuses the row with %s and keeps the others', async (_, bad, column, reason) => {
    const receipt = await load(fileOf(...FIVE, other(99, bad)));
    expect(receipt.refused).toEqual([{ line: 7, column, value: expect.any(String), reason: expect.stringMatching(reason) }]);
    expect(receipt.added + receipt.same).toBe(5);
  });

  test('refuses a file of another school, of a school nobody knows, and one child twice', async () => {
    const elsewhere = csvOf(['URN', ...HEADINGS], [String(SCHOOLS.fellgate), ...HEADINGS.map((heading) => BASE[heading])]);
    expect((await refusalOf(load(elsewhere))).refused).toMatchObject([{ column: 'School URN', value: String(SCHOOLS.fellgate) }]);
    expect((await refusalOf(load(fileOf({}), TODAY, 990999))).message).toMatch(/no school 990999/);
    const twice = await load(fileOf(...FIVE, other(6), other(7), other(8), other(70), other(70, { Surname: 'Else' })));
    expect(twice.refused).toMatchObject([{ line: 10, column: 'UPN' }, { line: 11, column: 'UPN' }]);
  });

  test('a refused file leaves everything as it was', async () => {
    const count = () => portal.rows('select count(*), max(id) from pupil');
    const before = await count();
    expect((await refusalOf(load(fileOf(other(80), other(81, { UPN: '' }))))).message).toMatch(/1 of 2 rows.*Nothing was kept/);
    expect(await count()).toEqual(before);
  });

  describe('episodes of care', () => {
    const CARE = ['UPN', 'Kind', 'From', 'To', 'Source authority', 'Lawful basis'];
    const BASIS = 'Crime and Disorder Act 1998, section 115';
    const care = (...rows: string[][]) => loadText(portal.ingest, async () => careKind(TODAY), csvOf(CARE, ...rows));
    const held = (number: string) => portal.rows<Record<string, unknown>>('select kind, valid_from, valid_to, source_la_code, lawful_basis, c.school_ids from care_status c join pupil p on p.id = c.pupil_id where p.upn = $1 order by valid_from', [number]).then((rows) => rows.map((row) => Object.values(row)));
    const { mason, josie } = PUPILS;

    test('are kept by pupil, kind and first day, with the reach of the pupil; an end that comes later ends them', async () => {
      const rows = [[mason.upn, 'CIN', '01/02/2026', '', '990', ''], [mason.upn, 'Youth justice', '01/03/2026', '', '991', BASIS]];
      expect(countsOf(await care(...rows))).toEqual([2, 0, 2, 0, 0, 0]);
      expect(await held(mason.upn)).toEqual([['CIN', '2026-02-01', null, 990, null, [SCHOOLS.oakmere]], ['YJ', '2026-03-01', null, 991, BASIS, [SCHOOLS.oakmere]]]);
      expect(countsOf(await care(...rows))).toEqual([2, 0, 0, 0, 2, 0]);
      expect(countsOf(await care([mason.upn, 'CIN', '01/02/2026', '30/06/2026', '', ''], [mason.upn, 'CLA', '01/07/2026', '', '', '']))).toEqual([2, 0, 1, 1, 0, 0]);
      expect(await held(mason.upn)).toEqual([['CIN', '2026-02-01', '2026-06-30', 990, null, [SCHOOLS.oakmere]], ['YJ', '2026-03-01', null, 991, BASIS, [SCHOOLS.oakmere]], ['CLA', '2026-07-01', null, null, null, [SCHOOLS.oakmere]]]);
      expect((await loadsInTrail(portal.ownerUrl)).slice(-1)).toMatchObject([{ operation: 'loadCare', pupil_ids: [mason.id], school_ids: [SCHOOLS.oakmere] }]);
    });

    test('of a restricted child are restricted, and youth justice alone is no part of the Virtual School’s cohort', async () => {
      await care([PUPILS.hidden.upn, 'YJ', '01/03/2026', '', '990', BASIS]);
      expect(await portal.rows('select restricted from care_status where pupil_id = $1', [PUPILS.hidden.id])).toEqual([{ restricted: true }]);
      const [cohort] = await portal.rows<{ ids: number[] }>(`select pupils_in_cohort('${TODAY}') as ids`);
      expect([cohort?.ids.includes(PUPILS.hidden.id), cohort?.ids.includes(mason.id)]).toEqual([false, true]);
    });

    test.each<[string, string[], string, RegExp]>([
      ['an unknown UPN', [upn('26190'), 'CIN', '01/02/2026', '', '', ''], 'UPN', /Load the roll/],
      ['a UPN that is none', ['12345', 'CIN', '01/02/2026', '', '', ''], 'UPN', /not a UPN/],
      ['an unknown kind', [josie.upn, 'EHA', '01/02/2026', '', '', ''], 'Kind', /not one of the values/],
      ['an end before its beginning', [josie.upn, 'CIN', '01/02/2026', '01/01/2026', '', ''], 'To', /before the first day/],
      ['youth justice without a lawful basis', [josie.upn, 'YJ', '01/02/2026', '', '', ''], 'Lawful basis', /lawful basis only/],
      ['an authority that is none', [josie.upn, 'CIN', '01/02/2026', '', '12', ''], 'Source authority', /three digits/],
      ['the same kind at the same time', [PUPILS.amira.upn, 'CLA', '01/02/2026', '', '', ''], 'From', /from another day/],
    ])('refuses the row with %s and keeps the others', async (_, bad, column, reason) => {
      const receipt = await care(...[1, 2, 3, 4, 5].map((n) => [josie.upn, 'CIN', `01/01/202${n - 1}`, `01/02/202${n - 1}`, '', '']), bad);
      expect(receipt.refused).toEqual([{ line: 7, column, value: expect.any(String), reason: expect.stringMatching(reason) }]);
      expect(receipt.added + receipt.same).toBe(5);
    });

    test('refuses two rows that overlap, both of them', async () => {
      const receipt = await refusalOf(care([josie.upn, 'CPP', '01/02/2026', '', '', ''], [josie.upn, 'CPP', '01/03/2026', '', '', '']));
      expect(receipt.refused).toMatchObject([{ line: 2, column: 'From' }, { line: 3, column: 'From' }]);
    });
  });
});
