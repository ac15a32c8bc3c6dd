import fc from 'fast-check';
import {
  canReachPupilRow, canReachSchoolAggregate, hidesSmallCounts, mayReachAddress, NO_REACH, reachOf, reachSchoolIds, Role, ROLE_NAMES, rolesToChooseFrom,
  type Grant, type Reach,
} from './index.ts';

const today = '2026-01-12';
const grant = (role: Role, rest: Partial<Grant> = {}): Grant => ({ role, validFrom: '2025-09-01', validTo: null, ...rest });
const reach = (role: Role, rest: Partial<Grant> = {}): Reach => reachOf([grant(role, rest)], today);
const pupil = (pupilId: number, schoolIds: number[], restricted = false) => ({ pupilId, schoolIds, restricted });

describe('reach', () => {
  test.each([
    ['officer', grant(Role.ATTENDANCE_OFFICER), { kind: 'AUTHORITY', full: false, wholeArea: true, schools: [], pupils: [] }],
    ['manager', grant(Role.TEAM_MANAGER), { kind: 'AUTHORITY', full: true, protectedAddress: true }],
    ['champion', grant(Role.ATTENDANCE_CHAMPION, { schools: [7, 3, 7] }), { kind: 'SCHOOLS', full: false, wholeArea: false, schools: [3, 7], pupils: [] }],
    ['safeguarding lead', grant(Role.DSL, { schools: [3] }), { kind: 'SCHOOLS', full: true, protectedAddress: true }],
    ['social worker', grant(Role.SOCIAL_WORKER, { pupils: [12, 5] }), { kind: 'PUPILS', full: true, schools: [], pupils: [5, 12] }],
    ['virtual school head', grant(Role.VIRTUAL_SCHOOL_HEAD, { pupils: [5] }), { kind: 'PUPILS', full: true, protectedAddress: false, pupils: [5] }],
    ['SEND officer', grant(Role.SEND_OFFICER, { pupils: [9, 5] }), { kind: 'PUPILS', full: false, address: false, protectedAddress: false, wholeArea: false, schools: [], pupils: [5, 9] }],
    ['police', grant(Role.POLICE_YJS, { pupils: [5] }), { kind: 'PUPILS', full: false, address: false }],
    ['governor', grant(Role.GOVERNOR, { schools: [3] }), { kind: 'AGGREGATE', full: false, wholeArea: false, schools: [3] }],
    ['analyst', grant(Role.DATA_ANALYST), { kind: 'AGGREGATE', full: false, wholeArea: true, schools: [] }],
    ['administrator of the system', grant(Role.SYSTEM_ADMIN, { schools: [3], pupils: [5] }), NO_REACH],
    ['officer with a stray list of pupils', grant(Role.ATTENDANCE_OFFICER, { pupils: [5] }), { kind: 'AUTHORITY', pupils: [] }],
  ])('%s', (_, held, expected) => expect(reachOf([held], today)).toMatchObject(expected));

  test.each([['2025-08-31', 'NONE'], ['2025-09-01', 'AUTHORITY'], ['2025-12-31', 'AUTHORITY'], ['2026-01-01', 'NONE']])(
    'a grant for the autumn, on %s: %s', (day, kind) =>
      expect(reachOf([grant(Role.ATTENDANCE_OFFICER, { validTo: '2025-12-31' })], day).kind).toBe(kind));

  test('no grant reaches nothing', () => expect(reachOf([], today)).toEqual(NO_REACH));
});

describe('two roles at once', () => {
  test('grants of one role add up', () =>
    expect(reachOf([grant(Role.HEADTEACHER, { schools: [1] }), grant(Role.HEADTEACHER, { schools: [2] })], today).schools).toEqual([1, 2]));

  test('different roles over the same school join', () => {
    const [choice, ...rest] = rolesToChooseFrom([grant(Role.SCHOOL_ADMIN, { schools: [1] }), grant(Role.DSL, { schools: [1] })], today);
    expect(rest).toEqual([]);
    expect(choice).toMatchObject({ key: 'SCHOOL_ADMIN+DSL', roles: ['SCHOOL_ADMIN', 'DSL'], reach: { full: true, schools: [1] } });
  });

  test.each([
    ['different schools: a head’s rights must not follow into the other school', [grant(Role.HEADTEACHER, { schools: [1] }), grant(Role.SCHOOL_ADMIN, { schools: [2] })]],
    ['different kinds of scope', [grant(Role.GOVERNOR, { schools: [1] }), grant(Role.ATTENDANCE_OFFICER)]],
    ['school staff who also work with named pupils', [grant(Role.DSL, { schools: [1] }), grant(Role.EARLY_HELP_WORKER, { pupils: [9] })]],
    ['figures of one school and of the area', [grant(Role.GOVERNOR, { schools: [1] }), grant(Role.DATA_ANALYST)]],
  ])('%s: one at a time', (_, grants) => {
    const choices = rolesToChooseFrom(grants, today);
    expect(choices).toHaveLength(2);
    expect(reachOf(grants, today)).toEqual(NO_REACH);
    for (const choice of choices) expect(reachOf(choice.grants, today)).toEqual(choice.reach);
  });

  test('a grant that has run out leaves no choice to make', () =>
    expect(rolesToChooseFrom([grant(Role.ATTENDANCE_OFFICER), grant(Role.GOVERNOR, { schools: [1], validTo: '2025-12-31' })], today)).toHaveLength(1));
});

describe('rows', () => {
  test.each<[string, Reach, ReturnType<typeof pupil>, boolean]>([
    ['officer, any pupil', reach(Role.ATTENDANCE_OFFICER), pupil(1, [9]), true],
    ['officer, restricted record', reach(Role.ATTENDANCE_OFFICER), pupil(1, [9], true), false],
    ['manager, restricted record', reach(Role.TEAM_MANAGER), pupil(1, [9], true), true],
    ['champion, own school', reach(Role.ATTENDANCE_CHAMPION, { schools: [9] }), pupil(1, [4, 9]), true],
    ['champion, another school', reach(Role.ATTENDANCE_CHAMPION, { schools: [9] }), pupil(1, [4]), false],
    ['champion, no school left', reach(Role.ATTENDANCE_CHAMPION, { schools: [9] }), pupil(1, []), false],
    ['champion granted no school', reach(Role.ATTENDANCE_CHAMPION), pupil(1, [4]), false],
    ['head, own restricted record', reach(Role.HEADTEACHER, { schools: [9] }), pupil(1, [9], true), true],
    ['social worker, own child', reach(Role.SOCIAL_WORKER, { pupils: [1] }), pupil(1, [4], true), true],
    ['social worker, another child', reach(Role.SOCIAL_WORKER, { pupils: [1] }), pupil(2, [4]), false],
    ['SEND officer, on own list', reach(Role.SEND_OFFICER, { pupils: [1] }), pupil(1, [4]), true],
    ['SEND officer, on own list but restricted', reach(Role.SEND_OFFICER, { pupils: [1] }), pupil(1, [4], true), false],
    ['SEND officer, off it', reach(Role.SEND_OFFICER, { pupils: [1] }), pupil(2, [4]), false],
    ['governor', reach(Role.GOVERNOR, { schools: [9] }), pupil(1, [9]), false],
    ['analyst', reach(Role.DATA_ANALYST), pupil(1, [9]), false],
    ['no role', NO_REACH, pupil(1, [9]), false],
  ])('a pupil’s row: %s', (_, held, row, expected) => expect(canReachPupilRow(held, row)).toBe(expected));

  test.each<[string, Reach, boolean, boolean]>([
    ['officer', reach(Role.ATTENDANCE_OFFICER), true, false],
    ['manager', reach(Role.TEAM_MANAGER), true, true],
    ['head of that school', reach(Role.HEADTEACHER, { schools: [9] }), true, true],
    ['head of another', reach(Role.HEADTEACHER, { schools: [4] }), false, false],
    ['governor of that school', reach(Role.GOVERNOR, { schools: [9] }), true, false],
    ['governor of another', reach(Role.GOVERNOR, { schools: [4] }), false, false],
    ['analyst', reach(Role.DATA_ANALYST), true, false],
    ['social worker', reach(Role.SOCIAL_WORKER, { pupils: [1] }), false, false],
    ['no role', NO_REACH, false, false],
  ])('a school’s figures: %s', (_, held, plain, restricted) => {
    expect(canReachSchoolAggregate(held, { schoolId: 9, restricted: false })).toBe(plain);
    expect(canReachSchoolAggregate(held, { schoolId: 9, restricted: true })).toBe(restricted);
  });

  test.each<[string, Reach, boolean, boolean]>([
    ['officer', reach(Role.ATTENDANCE_OFFICER), true, false],
    ['manager', reach(Role.TEAM_MANAGER), true, true],
    ['social worker, own child', reach(Role.SOCIAL_WORKER, { pupils: [1] }), true, true],
    ['social worker, another child', reach(Role.SOCIAL_WORKER, { pupils: [2] }), false, false],
    ['head', reach(Role.HEADTEACHER, { schools: [9] }), true, false],
    ['SEND officer, own list', reach(Role.SEND_OFFICER, { pupils: [1] }), false, false],
    ['police', reach(Role.POLICE_YJS, { pupils: [1] }), false, false],
    ['governor', reach(Role.GOVERNOR, { schools: [9] }), false, false],
  ])('an address: %s', (_, held, plain, guarded) => {
    expect(mayReachAddress(held, { ...pupil(1, [9]), protectedAddress: false })).toBe(plain);
    expect(mayReachAddress(held, { ...pupil(1, [9]), protectedAddress: true })).toBe(guarded);
  });

  test('small counts are hidden from those who see figures only', () =>
    expect(ROLE_NAMES.filter((role) => hidesSmallCounts(reach(role)))).toEqual([Role.TRUST_LEADER, Role.GOVERNOR, Role.DATA_ANALYST]));

  test('more grants of one role never reach less', () => {
    const ids = fc.array(fc.nat(20), { maxLength: 5 });
    fc.assert(fc.property(fc.constantFrom(...ROLE_NAMES), ids, ids, fc.nat(20), ids, fc.boolean(), (role, one, other, pupilId, schoolIds, restricted) => {
      const row = { pupilId, schoolIds, restricted };
      const first = grant(role, { schools: one, pupils: one });
      const second = grant(role, { schools: other, pupils: other });
      expect(canReachPupilRow(reachOf([first, second], today), row)).toBe(
        canReachPupilRow(reachOf([first], today), row) || canReachPupilRow(reachOf([second], today), row));
    }));
  });
});

describe('a school’s reach to a pupil', () => {
  const roll = [
    { schoolId: 4, startsOn: '2024-09-02', endsOn: '2025-12-13' },
    { schoolId: 9, startsOn: '2026-01-05', endsOn: null },
    { schoolId: 11, startsOn: '2026-09-01', endsOn: null },
  ];
  test.each([
    ['2026-01-12', [4, 9], 'thirty days after leaving'], ['2026-01-13', [9], 'thirty-one days after leaving'], ['2026-01-04', [4], 'before the next school starts'],
    ['2026-09-01', [9, 11], 'on roll at two schools'], ['2024-09-01', [], 'before any roll'],
  ])('on %s: %j (%s)', (day, schools) => expect(reachSchoolIds(roll, day)).toEqual(schools));
});
