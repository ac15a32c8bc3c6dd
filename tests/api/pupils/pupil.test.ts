import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { codesOf, person } from '../../support/people.ts';
import { sendRegisters } from '../../support/register-book.ts';
import { Role, TestPortal, type Answer } from '../../support/test-portal.ts';

const { mason, hidden, moved, elan, amira } = PUPILS;
const officer = person(Role.ATTENDANCE_OFFICER);
const manager = person(Role.TEAM_MANAGER, {}, 51);
const REASON = 'Court asked for the record';

jest.setTimeout(60_000);

describe('the record of one pupil', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('pupil');
    await sendRegisters(portal);
  });
  afterAll(() => portal.close());

  test('shows who the child is, where they are on roll, and who cares for them', async () => {
    const { data, errors } = await portal.ask(officer, `{ pupil(id: ${mason.id}) { legalForename legalSurname upn bornOn restricted homeLaCode
      enrolments { status ncYear form startsOn endsOn school { id name } } characteristics { kind value } careStatuses { kind }
      carers { fullName relationship parentalResponsibility livesWith contactAllowed safeContact } siblings { id legalForename } addresses { lines protected } } }`);
    expect(errors).toEqual([]);
    expect(data?.pupil).toEqual({
      legalForename: 'Mason', legalSurname: 'Thirkell', upn: mason.upn, bornOn: '2013-03-14', restricted: false, homeLaCode: null,
      enrolments: [{ status: 'C', ncYear: '9', form: '9R', startsOn: '2025-09-03', endsOn: null, school: { id: String(SCHOOLS.oakmere), name: 'Oakmere Academy' } }],
      characteristics: [{ kind: 'FSM', value: 'Y' }], careStatuses: [], siblings: [{ id: '2', legalForename: 'Josie' }], addresses: [{ lines: '1 Marker Lane', protected: false }],
      carers: [
        { fullName: 'Dawn Thirkell', relationship: 'Mother', parentalResponsibility: true, livesWith: true, contactAllowed: true, safeContact: 'Mobile, 9:30 to 14:30' },
        { fullName: 'Lee Marr', relationship: 'Father', parentalResponsibility: true, livesWith: false, contactAllowed: false, safeContact: null },
      ],
    });
  });

  test('a part of the record one may not read is left out, named and explained, and the rest is shown', async () => {
    const police = person(Role.POLICE_YJS, { pupils: [amira.id] });
    const { data, errors } = await portal.ask(police, `{ pupil(id: ${amira.id}) { legalForename careStatuses { kind } addresses { lines } registers { academicYear } } }`);
    expect(data?.pupil).toEqual({ legalForename: 'Amira', careStatuses: null, addresses: null, registers: [{ academicYear: 2026 }, { academicYear: 2025 }] });
    expect(errors.map((error) => [error.extensions?.code, error.path?.join('.')])).toEqual([['FORBIDDEN', 'pupil.careStatuses'], ['FORBIDDEN', 'pupil.addresses']]);
  });

  test('a protected address is not there for an officer and is for a manager', async () => {
    const addresses = async (who: typeof officer): Promise<unknown> => (await portal.ask(who, `{ pupil(id: ${moved.id}) { addresses { lines protected } } }`)).data?.pupil;
    expect(await addresses(officer)).toEqual({ addresses: [] });
    expect(await addresses(manager)).toEqual({ addresses: [{ lines: '6 Marker Lane', protected: true }] });
  });

  describe('that is restricted', () => {
    const open = (who: typeof officer, reason?: string): Promise<Answer> => portal.ask(who, 'query Open($reason: String) { pupil(id: 5, reason: $reason) { legalForename looks { items { reason operation } } } }', { reason });

    test.each([[undefined], [''], ['too short'], ['            '], ['\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000']])('opens for nobody without a reason: %j', async (reason) => {
      const { data, errors } = await open(manager, reason);
      expect(data).toBeNull();
      expect(errors[0]?.extensions?.code).toBe('REASON_REQUIRED');
      expect(errors[0]?.message).toMatch(/restricted.*why.*kept with your name.*nothing was opened/i);
    });

    test('opens for a manager with a reason, which is kept for whoever asks who looked', async () => {
      expect((await open(manager, `  ${REASON}  `)).data?.pupil).toMatchObject({ legalForename: hidden.forename });
      const { looks } = (await open(manager, 'To see who looked before')).data?.pupil as { looks: { items: unknown[] } };
      expect(looks.items[0]).toEqual({ reason: REASON, operation: 'Open' });
    });

    test('is not there for an officer, reason or not', async () => {
      for (const reason of [undefined, REASON]) expect(codesOf(await open(officer, reason))).toEqual(['NOT_FOUND']);
    });

    test('keeps its reason where one question opens several records', async () => {
      await portal.ask(manager, `{ a: pupil(id: 5, reason: "${REASON} again") { id } b: pupil(id: 1, reason: "x") { id } }`);
      const { looks } = (await open(manager, 'To see who looked before')).data?.pupil as { looks: { items: { reason: string }[] } };
      expect(looks.items[0]?.reason).toContain(`${REASON} again`);
    });

    test('does not open by way of a brother or sister', async () => {
      await portal.rows(`insert into pupil_carer (pupil_id, carer_id, full_name, relationship, parental_responsibility, lives_with, school_ids, restricted) values ($1, 900, 'A', 'Mother', true, true, '{${SCHOOLS.oakmere}}', false), ($2, 900, 'A', 'Mother', true, true, '{${SCHOOLS.oakmere}}', true)`, [elan.id, hidden.id]);
      const ask = (extra = ''): Promise<Answer> => portal.ask(manager, `{ pupil(id: ${elan.id}${extra}) { siblings { id legalForename upn registers { id } } } }`);
      expect(JSON.stringify((await ask()).data)).not.toContain(hidden.upn);
      expect(JSON.stringify((await ask(`, reason: "${REASON}"`)).data)).toContain(hidden.upn);
    });
  });

  describe('and who looked at it', () => {
    test('counts looks and the people behind them, latest first, a page at a time', async () => {
      for (let n = 0; n < 3; n += 1) await portal.ask(manager, `query Look${n} { pupil(id: ${amira.id}) { id } }`);
      await portal.ask(officer, `query LookFour { pupil(id: ${amira.id}) { id } }`);
      const { looks } = (await portal.ask(officer, `{ pupil(id: ${amira.id}) { looks(take: 2) { total people items { operation kind who jobTitle reason } } } }`)).data?.pupil as { looks: { total: number; people: number; items: { operation: string; kind: string }[] } };
      expect(looks.items.map((look) => [look.operation, look.kind])).toEqual([['LookFour', 'VIEWED'], ['Look2', 'VIEWED']]);
      expect(looks.people).toBe(2); // the import is the portal's own doing and no person
      expect(looks.total).toBeGreaterThanOrEqual(6);
    });

    test('everybody may see what they opened themselves and nothing else', async () => {
      const self = person(Role.HEADTEACHER, {}, 77);
      await portal.ask(self, `query Mine { pupil(id: ${mason.id}) { id } }`);
      const { myLooks } = (await portal.ask(self, '{ myLooks { total people items { operation } } }')).data as { myLooks: unknown };
      expect(myLooks).toEqual({ total: 1, people: 1, items: [{ operation: 'Mine' }] });
    });
  });
});
