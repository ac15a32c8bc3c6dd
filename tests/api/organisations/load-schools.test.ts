import { linksKind, schoolsKind } from '../../../server/src/modules/organisations/index.ts';
import { countsOf, csvOf, loadsInTrail, loadText, refusalOf } from '../../support/loading.ts';
import { person } from '../../support/people.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

const HEADINGS = ['URN', 'LA (code)', 'LA (name)', 'EstablishmentNumber', 'EstablishmentName', 'TypeOfEstablishment (code)', 'EstablishmentStatus (code)', 'OpenDate', 'CloseDate', 'PhaseOfEducation (code)',
  'StatutoryLowAge', 'StatutoryHighAge', 'SchoolCapacity', 'Trusts (code)', 'Trusts (name)', 'Town', 'Postcode', 'TelephoneNum', 'GSSLACode (name)'];
type Row = Partial<Record<(typeof HEADINGS)[number], string>>;
const BASE: Row = {
  URN: '990501', 'LA (code)': '990', 'LA (name)': 'Wexmoor', EstablishmentNumber: '3501', EstablishmentName: 'Harrow Beck Primary School', 'TypeOfEstablishment (code)': '01', 'EstablishmentStatus (code)': '1',
  OpenDate: '01-09-1999', CloseDate: '', 'PhaseOfEducation (code)': '2', StatutoryLowAge: '4', StatutoryHighAge: '11', SchoolCapacity: '210', 'Trusts (code)': '', 'Trusts (name)': '',
  Town: 'Harrow Beck', Postcode: 'WX4 1AB', TelephoneNum: '01632960501', 'GSSLACode (name)': 'E99000001',
};
const rowOf = (row: Row): string[] => HEADINGS.map((heading) => ({ ...BASE, ...row })[heading] ?? '');
const fileOf = (...rows: Row[]): string => csvOf(HEADINGS, ...rows.map(rowOf));
const named = (urn: number, number: number, more: Row = {}): Row => ({ URN: String(urn), EstablishmentNumber: String(number), EstablishmentName: `School ${urn}`, ...more });
const FIVE = [601, 602, 603, 604, 605].map((n) => named(990000 + n, 3000 + n));

jest.setTimeout(60_000);

describe('loading schools from the national register', () => {
  let portal: TestPortal;
  beforeAll(async () => { portal = await TestPortal.open('load_schools'); });
  afterAll(() => portal.close());
  const load = (text: string | Buffer, la: number | null = null, outside = false) => loadText(portal.ingest, (client) => schoolsKind(client, la, outside), text);
  const held = (urn: number) => portal.rows<Record<string, unknown>>('select * from school where id = $1', [urn]).then(([school]) => school);

  test('takes the authority\'s own rows, leaves others aside, and says so once in the trail', async () => {
    const text = fileOf({}, named(990502, 4502, { 'TypeOfEstablishment (code)': '34', 'PhaseOfEducation (code)': '4', 'Trusts (code)': '5501', 'Trusts (name)': 'Beck Learning Trust' }), named(100001, 3600, { 'LA (code)': '201' }));
    const receipt = await load(text);
    expect(countsOf(receipt)).toEqual([3, 1, 2, 0, 0, 0]);
    expect(receipt.notes).toEqual(['Open schools here that the file does not name: 3. They stay as they are.']);
    expect(await held(990501)).toMatchObject({ name: 'Harrow Beck Primary School', la_code: 990, establishment_number: 3501, phase: 'PRIMARY', status_code: 1, opened_on: '1999-09-01', locality: 'Harrow Beck', trust_id: null });
    expect(await held(990502)).toMatchObject({ phase: 'SECONDARY', trust_id: 5501 });
    expect(countsOf(await load(text))).toEqual([3, 1, 0, 0, 2, 0]);
    expect(await loadsInTrail(portal.ownerUrl)).toEqual([{ kind: 'COLLECTED', operation: 'loadSchools', pupil_ids: [], school_ids: [990501, 990502], details: { rows: 3, added: 2, changed: 0, same: 0, refused: 0 } }]);
    const { data } = await portal.ask(person(Role.ATTENDANCE_OFFICER), '{ school(id: 990502) { name trust { name } } }');
    expect(data?.school).toEqual({ name: 'School 990502', trust: { name: 'Beck Learning Trust' } });
    expect(countsOf(await load(text.replace('Beck Learning Trust', 'Beck Trust')))).toEqual([3, 1, 0, 1, 1, 0]);
    expect(await portal.rows('select name from trust where id = 5501')).toEqual([{ name: 'Beck Trust' }]);
  });

  test('schools elsewhere are taken when asked for, and only they; a number is of its own area', async () => {
    const text = fileOf({}, named(991501, 3501, { 'LA (code)': '991', 'LA (name)': 'Nextmoor' }), named(992501, 3501, { 'LA (code)': '992' }), named(991502, 3502, { 'LA (code)': '' }));
    const receipt = await load(text, null, true);
    expect([countsOf(receipt), receipt.notes]).toEqual([[4, 2, 2, 0, 0, 0], []]);
    expect(await held(991501)).toMatchObject({ la_code: 991, establishment_number: 3501 });
    expect(countsOf(await load(text, null, true))).toEqual([4, 2, 0, 0, 2, 0]);
    expect((await load(fileOf(named(991501, 3501, { 'LA (code)': '991' })), null, true)).notes).toEqual(['Open schools elsewhere that the file does not name: 1. They stay as they are.']);
  });

  test('a school that closes hands its number on, in one file', async () => {
    await load(fileOf(named(990511, 3511)));
    const receipt = await load(fileOf(named(990511, 3511, { 'EstablishmentStatus (code)': '2', CloseDate: '31/08/2026' }), named(990512, 3511, { OpenDate: '01/09/2026', 'TypeOfEstablishment (code)': '34' })));
    expect(countsOf(receipt)).toEqual([2, 0, 1, 1, 0, 0]);
    expect(await held(990511)).toMatchObject({ status_code: 2, closed_on: '2026-08-31' });
  });

  test('the links file says which school came before', async () => {
    const links = csvOf(['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate'], ['990512', '990511', 'x', 'Predecessor', '01-09-2026'], ['990511', '990512', 'x', 'Successor', '01-09-2026'], ['990512', '990501', 'x', 'Sixth Form Centre Link', ''], ['100001', '100002', 'x', 'Predecessor', '']);
    expect(countsOf(await loadText(portal.ingest, linksKind, links))).toEqual([4, 2, 2, 0, 0, 0]);
    expect(countsOf(await loadText(portal.ingest, linksKind, links))).toEqual([4, 2, 0, 0, 2, 0]);
  });

  test.each<[string, Row, keyof Row, RegExp]>([
    ['a spoiled URN', { URN: '9.9E+05' }, 'URN', /rounded number/],
    ['a URN that is none', { URN: '12' }, 'URN', /six digits/],
    ['an unknown kind', { 'TypeOfEstablishment (code)': '99' }, 'TypeOfEstablishment (code)', /no kind of establishment/],
    ['an unknown status', { 'EstablishmentStatus (code)': '7' }, 'EstablishmentStatus (code)', /no status/],
    ['an unknown phase', { 'PhaseOfEducation (code)': 'x' }, 'PhaseOfEducation (code)', /no phase/],
    ['no name', { EstablishmentName: ' ' }, 'EstablishmentName', /blank/],
    ['a date as a number', { OpenDate: '36404' }, 'OpenDate', /spreadsheet’s number/],
    ['American order', { OpenDate: '08/31/1999' }, 'OpenDate', /swapped/],
    ['no such day', { OpenDate: '31/02/1999' }, 'OpenDate', /no such day/],
    ['a formula', { EstablishmentName: '=A1' }, 'EstablishmentName', /formula/],
    ['a number another open school has', { EstablishmentNumber: '4001' }, 'EstablishmentNumber', /Two open schools/],
  ])('refuses the row with %s and keeps the others', async (_, bad, column, reason) => {
    const receipt = await load(fileOf(...FIVE, named(990699, 3699, bad)));
    expect(receipt.refused).toEqual([{ line: 7, column, value: bad[column]?.trim(), reason: expect.stringMatching(reason) }]);
    expect(await held(990699)).toBeUndefined();
    expect(await held(990605)).toBeDefined();
  });

  test('refuses both rows of one URN, and a row of another width', async () => {
    const file = fileOf(...FIVE, ...FIVE.map((_, index) => named(990700 + index, 3700 + index)), named(990699, 3699), named(990699, 3698));
    expect((await load(file)).refused.map(({ line }) => line)).toEqual([12, 13]);
    expect((await load(`${fileOf(...FIVE)}990801,990\r\n`)).refused).toMatchObject([{ line: 7, reason: expect.stringMatching(/2 cells under 19/) }]);
  });

  test.each<[string, string | Buffer, RegExp]>([
    ['nothing', '', /empty/],
    ['a workbook', Buffer.from('PK\x03\x04xl/workbook'), /Excel workbook/],
    ['a web page', '<html><table>', /web page/],
    ['no headings', 'one,two\r\nthree,four\r\n', /no row of headings/],
    ['a missing column', csvOf(HEADINGS.slice(0, 5), rowOf({}).slice(0, 5)), /no column “TypeOfEstablishment/],
    ['two columns of one heading', csvOf([...HEADINGS, 'URN'], [...rowOf({}), '990501']), /Two columns are called “URN”/],
    ['only headings', csvOf(HEADINGS), /no rows below/],
    ['other authorities only', fileOf({ 'LA (code)': '201' }), /None of the 1 rows/],
    ['an open quotation mark', `${fileOf({})}"990502`, /quotation mark/],
    ['too many bad rows', fileOf({}, named(1, 2)), /1 of 2 rows cannot be kept, which is more than 20%/],
  ])('refuses whole a file with %s', async (_, text, reason) => {
    const before = await portal.rows('select count(*) from school');
    expect((await refusalOf(load(text))).message).toMatch(reason);
    expect(await portal.rows('select count(*) from school')).toEqual(before);
  });

  test.each<[string, (text: string) => string | Buffer]>([
    ['a byte order mark', (text) => `\ufeff${text}`],
    ['line feeds only', (text) => text.replaceAll('\r\n', '\n')],
    ['Windows-1252', (text) => Buffer.from(text, 'latin1')],
    ['semicolons', (text) => text.replaceAll(',', ';')],
    ['tabs', (text) => text.replaceAll(',', '\t')],
    ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['a title above', (text) => `Schools of Wexmoor\r\n\r\n${text}`],
    ['zeros lost and blank rows below', (text) => `${text.replace(',01,', ',1,')}${','.repeat(18)}\r\n\r\n`],
  ])('reads a file with %s', async (how, as) => {
    const name = `École ${how}`;
    expect(countsOf(await load(as(fileOf({ EstablishmentName: name })))).slice(2)).toEqual([0, 1, 0, 0]);
    expect(await held(990501)).toMatchObject({ name });
  });

  test('a file for another authority than the one held is refused', async () => {
    expect((await refusalOf(load(fileOf({}), 201))).message).toMatch(/belongs to authority 990, not 201/);
  });
});
