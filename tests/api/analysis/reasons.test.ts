import { FIGURES } from '../../support/figures.ts';
import { codesOf, knowOfficer, person } from '../../support/people.ts';
import { fileOf, sendRegisters, type BookMark } from '../../support/register-book.ts';
import { PUPILS, SCHOOLS, type TestPupil } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

/** The fifth school day after Wednesday 11 November is Wednesday the 18th, yesterday. */
const SESSIONS_WITHOUT_REASON: readonly [why: string, pupil: TestPupil, day: string, half: 'AM' | 'PM', isOverdue: boolean][] = [
  ['the last day that is overdue, in the morning', PUPILS.mason, '2026-11-11', 'AM', true],
  ['the last day that is overdue, in the afternoon', PUPILS.mason, '2026-11-11', 'PM', true],
  ['the first day that is not: today is its last day', PUPILS.mason, '2026-11-12', 'AM', false],
  ['a day before half term, whose holiday days do not count', PUPILS.elan, '2026-10-22', 'PM', true],
  ['the first day that is looked back to', PUPILS.elan, '2026-10-06', 'AM', true],
  ['a day longer ago than anybody looks back', PUPILS.elan, '2026-10-02', 'AM', false],
  ['a restricted record, for those who may know of it', PUPILS.hidden, '2026-11-09', 'AM', true],
  ['a pupil who has left since', PUPILS.recent, '2026-11-05', 'PM', true],
  ['another school', PUPILS.amira, '2026-11-10', 'PM', true],
  ['another school, whose only one is too fresh', PUPILS.josie, '2026-11-17', 'AM', false],
];

interface School { schoolId: string; schoolName: string; sessions: number; pupils: number; oldestOn: string }
interface PupilList { total: number; sessions: number; items: { pupilId: string; name: string; ncYear: string; sessions: number; oldestOn: string }[] }

const manager = person(Role.TEAM_MANAGER);
const officer = person(Role.ATTENDANCE_OFFICER, {}, 41);
const head = person(Role.HEADTEACHER);
const champion = person(Role.ATTENDANCE_CHAMPION);

describe('reasons for absence that are overdue', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('reasons');
    await sendRegisters(portal);
    const marks = SESSIONS_WITHOUT_REASON.map(([, pupil, day, half]): BookMark => ({ pupil, day, half, code: 'N' }));
    for (const schoolId of Object.values(SCHOOLS)) await portal.send(fileOf(marks.filter(({ pupil }) => pupil.schoolId === schoolId)), schoolId);
    await knowOfficer(portal.ownerUrl);
    await portal.rows('insert into school_officer (school_id, user_id, valid_from) values ($1, 41, $2)', [SCHOOLS.tarnbrook, '2026-09-01']);
  });
  afterAll(() => portal.close());

  const schools = async (actor = manager, args = ''): Promise<School[]> => {
    const answer = await portal.ask(actor, `{ overdueReasons${args} { schoolId schoolName sessions pupils oldestOn } }`);
    expect(answer.errors).toEqual([]);
    return answer.data?.overdueReasons as School[];
  };
  const pupils = async (schoolId: number, actor = manager, page = ''): Promise<PupilList> => {
    const answer = await portal.ask(actor, `{ overdueReasonPupils(schoolId: ${schoolId}${page}) { total sessions items { pupilId name ncYear sessions oldestOn } } }`);
    expect(answer.errors).toEqual([]);
    return answer.data?.overdueReasonPupils as PupilList;
  };
  const overdueAt = (schoolId: number, restricted: boolean) => SESSIONS_WITHOUT_REASON.filter(([, pupil, , , isOverdue]) => isOverdue && pupil.schoolId === schoolId && (restricted || pupil !== PUPILS.hidden));

  const OAKMERE = { schoolId: String(SCHOOLS.oakmere), schoolName: 'Oakmere Academy', sessions: 6, pupils: 4, oldestOn: '2026-10-06' };
  const TARNBROOK = { schoolId: String(SCHOOLS.tarnbrook), schoolName: 'Tarnbrook High', sessions: 1, pupils: 1, oldestOn: '2026-11-10' };
  const OAKMERE_WITHOUT_RESTRICTED = { ...OAKMERE, sessions: 5, pupils: 3 };

  test.each([
    ['a manager: every school', manager, '', [OAKMERE, TARNBROOK]],
    ['an officer: every school, without restricted records', officer, '', [OAKMERE_WITHOUT_RESTRICTED, TARNBROOK]],
    ['an officer’s own schools', officer, '(mine: true)', [TARNBROOK]],
    ['a manager, who is nobody’s named officer', person(Role.TEAM_MANAGER, {}, 77), '(mine: true)', []],
    ['a headteacher: the own school', head, '', [OAKMERE]],
    ['a champion: the own school, without restricted records', champion, '', [OAKMERE_WITHOUT_RESTRICTED]],
    ['a champion of a school without any', person(Role.ATTENDANCE_CHAMPION, { schools: [SCHOOLS.fellgate] }), '', []],
  ])('are counted school by school, oldest first, for %s', async (_who, actor, args, expected) => expect(await schools(actor, args)).toEqual(expected));

  test('hold exactly the sessions of the table', async () => {
    for (const [restricted, actor] of [[true, manager], [false, officer]] as const) {
      for (const schoolId of Object.values(SCHOOLS)) {
        const expected = overdueAt(schoolId, restricted);
        const { sessions, items } = await pupils(schoolId, actor);
        expect([schoolId, sessions, items.map((item) => [Number(item.pupilId), item.sessions, item.oldestOn]).sort()]).toEqual([schoolId, expected.length, [...new Set(expected.map(([, pupil]) => pupil))].map((pupil) => {
          const days = expected.filter((each) => each[1] === pupil).map(([, , day]) => day).sort();
          return [pupil.id, days.length, days[0]];
        }).sort()]);
      }
    }
  });

  test('list as many pupils and sessions as the school’s figure says, page by page', async () => {
    for (const school of await schools()) {
      const whole = await pupils(Number(school.schoolId));
      expect([whole.total, whole.sessions, whole.items.length, whole.items.reduce((sum, item) => sum + item.sessions, 0)]).toEqual([school.pupils, school.sessions, school.pupils, school.sessions]);
      expect(whole.items[0]?.oldestOn).toBe(school.oldestOn);
      const singly: PupilList[] = [];
      for (let page = 1; page <= whole.total; page += 1) singly.push(await pupils(Number(school.schoolId), manager, `, page: ${page}, take: 1`));
      expect(singly.flatMap(({ items }) => items)).toEqual(whole.items);
      expect(await pupils(Number(school.schoolId), manager, ', page: 9, take: 1')).toEqual({ total: whole.total, sessions: whole.sessions, items: [] });
    }
  });

  test('name those a school may still name, and leave one who left nameless once the record is out of reach', async () => {
    expect((await pupils(SCHOOLS.oakmere, champion)).items.map(({ name }) => name)).toEqual(["Élan O'Dwyer-Ng", 'Ottilie Fenn', 'Mason Thirkell']);
    await portal.rows('select refresh_pupil_reach($1, $2, 30)', [[PUPILS.recent.id], '2027-01-10']);
    expect((await pupils(SCHOOLS.oakmere, champion)).items.map(({ name }) => name)).toEqual(["Élan O'Dwyer-Ng", 'A pupil who has left', 'Mason Thirkell']);
  });

  test('are noted in the trail with every child shown', async () => {
    const asking = person(Role.TEAM_MANAGER, {}, 88);
    await portal.ask(asking, `query Overdue { overdueReasonPupils(schoolId: ${SCHOOLS.oakmere}) { total } }`);
    const { items } = (await portal.ask(asking, '{ myLooks(recordsOnly: true) { items { operation pupils } } }')).data?.myLooks as { items: unknown[] };
    expect(items).toEqual([{ operation: 'Overdue', pupils: 4 }]);
  });

  test('are nobody’s business without the right to read registers', async () => {
    for (const actor of [person(Role.GOVERNOR), person(Role.DATA_ANALYST)]) {
      expect(codesOf(await portal.ask(actor, '{ overdueReasons { schoolId } }'))).toEqual(['FORBIDDEN']);
      expect(codesOf(await portal.ask(actor, `{ overdueReasonPupils(schoolId: ${SCHOOLS.oakmere}) { total } }`))).toEqual(['FORBIDDEN']);
    }
    expect(await pupils(SCHOOLS.tarnbrook, head)).toEqual({ total: 0, sessions: 0, items: [] });
  });

  test('are settled by the delivery that brings the reason, and the figures stay as they were counted', async () => {
    const before = (await portal.ask(manager, `{ schoolOverview(schoolId: ${SCHOOLS.tarnbrook}) { ${FIGURES} } }`)).data?.schoolOverview as { figures: { unauthorised: number; authorised: number } };
    await portal.send(fileOf([{ pupil: PUPILS.amira, day: '2026-11-10', half: 'PM', code: 'I' }]), SCHOOLS.tarnbrook);
    expect(await schools()).toEqual([OAKMERE]);
    expect(await pupils(SCHOOLS.tarnbrook)).toEqual({ total: 0, sessions: 0, items: [] });
    const after = (await portal.ask(manager, `{ schoolOverview(schoolId: ${SCHOOLS.tarnbrook}) { ${FIGURES} } }`)).data?.schoolOverview as typeof before;
    expect([after.figures.unauthorised, after.figures.authorised]).toEqual([before.figures.unauthorised - 1, before.figures.authorised + 1]);
  });
});
