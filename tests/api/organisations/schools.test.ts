import { codesOf, person } from '../../support/people.ts';
import { SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

const officer = person(Role.ATTENDANCE_OFFICER, {}, 61);
const everyone = [Role.SYSTEM_ADMIN, Role.POLICE_YJS, Role.GOVERNOR, Role.TEAM_MANAGER].map((role) => person(role));

jest.setTimeout(60_000);

describe('schools and the authority', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('schools');
    await portal.rows(`insert into app_user (id, issuer, subject, full_name, email, job_title) overriding system value values (61, 'i', 'a', 'Ada Brook', 'a@example.org', 'Attendance officer'), (62, 'i', 'b', 'Ben Cole', 'b@example.org', 'Attendance officer')`);
    await portal.rows(`insert into school_officer values ($1, 62, '2024-09-01', '2026-08-31'), ($1, 61, '2026-09-01', null), ($2, 62, '2026-12-01', null)`, [SCHOOLS.oakmere, SCHOOLS.tarnbrook]);
    await portal.rows(`insert into school_contact (school_id, role, full_name, telephone, email) values ($1, 'HEADTEACHER', 'Ms Reed', null, null), ($1, 'ATTENDANCE_CHAMPION', 'Mr Hale', '01632 960000', 'hale@example.org')`, [SCHOOLS.oakmere]);
    await portal.rows(`insert into school_closure values ($1, '2026-10-05', 'INSET', 'Staff training day')`, [SCHOOLS.oakmere]);
    await portal.rows(`insert into school_term values ($1, 2026, 'Autumn 2', '2026-11-02', '2026-12-18'), ($1, 2026, 'Autumn 1', '2026-09-03', '2026-10-23')`, [SCHOOLS.oakmere]);
    await portal.rows(`insert into school_link values ($1, 990111, 'PREDECESSOR', '2021-09-01')`, [SCHOOLS.oakmere]);
  });
  afterAll(() => portal.close());

  test('everyone signed in sees whose portal this is', async () => {
    for (const who of everyone) expect((await portal.ask(who, '{ authority { code name serviceName practice } }')).data?.authority).toEqual({ code: 990, name: 'Wexmoor Council', serviceName: 'Attendance Support', practice: true });
  });

  test('a school is shown with its officer of today, contacts, terms, closures and predecessor', async () => {
    const { data, errors } = await portal.ask(officer, `{ school(id: ${SCHOOLS.oakmere}) { id name phase laCode establishmentNumber locality postcode telephone trust { name }
      officer { fullName jobTitle userId } contacts { role fullName telephone email } terms { name startsOn endsOn academicYear } closures { closedOn kind label } links { linkedUrn linkType establishedOn } } }`);
    expect(errors).toEqual([]);
    expect(data?.school).toEqual({
      id: '990417', name: 'Oakmere Academy', phase: 'SECONDARY', laCode: 990, establishmentNumber: 4001, locality: 'North', postcode: 'WX1 2AB', telephone: null, trust: { name: 'Moorland Learning Trust' },
      officer: { fullName: 'Ada Brook', jobTitle: 'Attendance officer', userId: 61 },
      contacts: [{ role: 'ATTENDANCE_CHAMPION', fullName: 'Mr Hale', telephone: '01632 960000', email: 'hale@example.org' }, { role: 'HEADTEACHER', fullName: 'Ms Reed', telephone: null, email: null }],
      terms: [{ name: 'Autumn 1', startsOn: '2026-09-03', endsOn: '2026-10-23', academicYear: 2026 }, { name: 'Autumn 2', startsOn: '2026-11-02', endsOn: '2026-12-18', academicYear: 2026 }],
      closures: [{ closedOn: '2026-10-05', kind: 'INSET', label: 'Staff training day' }], links: [{ linkedUrn: 990111, linkType: 'PREDECESSOR', establishedOn: '2021-09-01' }],
    });
  });

  test('an officer of tomorrow or of last year is not the officer of today', async () => {
    expect((await portal.ask(officer, `{ school(id: ${SCHOOLS.tarnbrook}) { officer { userId } trust { id } } }`)).data?.school).toEqual({ officer: null, trust: null });
  });

  test('all schools are listed by name', async () => {
    expect((await portal.ask(officer, '{ allSchools { name } }')).data?.allSchools).toEqual([{ name: 'Fellgate Primary' }, { name: 'Oakmere Academy' }, { name: 'Tarnbrook High' }]);
  });

  test.each(['990999', '12', 'oakmere', '990417; select 1', ''])('a school that is not there is not found: %j', async (id) => {
    const answer = await portal.ask(officer, 'query S($id: ID!) { school(id: $id) { name } }', { id });
    expect([answer.data, codesOf(answer)]).toEqual([null, ['NOT_FOUND']]);
    expect(answer.errors[0]?.message).toMatch(/could not find that school.*nothing was changed/i);
  });

  test('a person without schools in their role is told so', async () => {
    expect(codesOf(await portal.ask(person(Role.SOCIAL_WORKER), '{ allSchools { id } }'))).toEqual(['FORBIDDEN']);
  });
});
