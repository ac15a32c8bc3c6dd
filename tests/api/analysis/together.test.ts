import {
  absentTogether, COUNTED_MARKS, countOf, fellAfterYear6, isMovingOnTime, movesOnAbsent, siblingSessions, togetherSentence, transitionLimits, transitionSentence, type CarerLink, type LatelyMissed, type Together,
} from '@attendance/shared/attendance';
import { academicYearOfWeek } from '@attendance/shared/calendar';
import { Operation } from '../../../server/src/platform/graphql/operation.ts';
import { systemClock } from '../../../server/src/platform/clock/clock.ts';
import { TogetherRepository } from '../../../server/src/modules/analysis/together/together.repository.ts';
import { TogetherService } from '../../../server/src/modules/analysis/together/together.service.ts';
import { addCrowd } from '../../support/crowd.ts';
import { codesOf, knowOfficer, person } from '../../support/people.ts';
import { asOwner } from '../../support/register-state.ts';
import { bookOf, fileOf, openDays, stream, YESTERDAY } from '../../support/register-book.ts';
import { SCHOOLS, TODAY, type TestPupil } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(90_000);

interface Family { key: string; since: string; sessions: number; byAll: number; weekday: number | null; sentence: string; children: { pupilId: string; name: string; schoolId: number }[] }
interface Move { kind: 'FELL' | 'AHEAD'; pupilId: string; schoolId: number; schoolBefore: string; beforePossible: number; beforeAbsent: number; sincePossible: number; sinceAbsent: number; sentence: string }
interface Enrolment { id: number; pupilId: number; schoolId: number; ncYear: string; endsOn: string | null; restricted: boolean }
interface Week { enrolmentId: number; weekStart: string; marks: string }

const manager = person(Role.TEAM_MANAGER, {}, 60);
const officer = person(Role.ATTENDANCE_OFFICER, {}, 41);
const ofTarnbrook = person(Role.ATTENDANCE_CHAMPION, { schools: [SCHOOLS.tarnbrook] }, 62);
const social = person(Role.SOCIAL_WORKER, { pupils: [1000, 1001, 1002, 2000] }, 63);
const police = person(Role.POLICE_YJS, { pupils: [1000, 1001, 1002, 2000] }, 64);
const ABSENT = COUNTED_MARKS.authorised + COUNTED_MARKS.unauthorised;
const LIMITS = transitionLimits(TODAY);
const HIDDEN = [1003, 2004];

describe('lists that set children and years beside each other', () => {
  let portal: TestPortal;
  let links: CarerLink[];
  let enrolments: Enrolment[];
  let weeks: Week[];
  let recent: Map<number, string>;
  let younger: TestPupil[];
  let older: TestPupil[];

  beforeAll(async () => {
    portal = await TestPortal.open('together');
    [younger, older] = [await addCrowd(portal.ingest, 48, SCHOOLS.tarnbrook, 1000), await addCrowd(portal.ingest, 24, SCHOOLS.oakmere, 2000)];
    const everyone = [...younger, ...older];
    // Half of the one school came from the primary this September, a quarter went on in the same school, and some of the other are in Year 6.
    await portal.rows(`update enrolment set nc_year = '7', starts_on = '2026-09-03' where id between 1000 and 1047 and id % 2 = 0`);
    await portal.rows(`insert into enrolment (id, pupil_id, school_id, nc_year, starts_on, ends_on) overriding system value select id + 5000, id, $1, '6', '2025-09-03', '2026-07-20' from generate_series(1000, 1046, 2) id`, [SCHOOLS.fellgate]);
    await portal.rows(`update enrolment set nc_year = case when id % 4 = 1 then '7' else '9' end where id between 1000 and 1047 and id % 2 = 1`);
    await portal.rows(`update enrolment set nc_year = case when id < 2012 then '6' else '10' end where id between 2000 and 2023`);
    const next = stream(7);
    const pick = (): TestPupil => everyone[Math.floor(next() * everyone.length)] ?? everyone[0]!;
    for (let carer = 100; carer < 130; carer += 1) {
      const pupils = [...new Set(Array.from({ length: 2 + Math.floor(next() * 3) }, () => pick().id))];
      for (const adult of carer % 3 === 0 ? [carer, carer + 500] : [carer]) await portal.rows(`insert into pupil_carer (pupil_id, carer_id, full_name, relationship, parental_responsibility, lives_with) select id, $2, 'An adult', 'Mother', true, true from unnest($1::int[]) id`, [pupils, adult]);
      if (pupils.length > 2) await portal.rows(`insert into pupil_carer (pupil_id, carer_id, full_name, relationship, parental_responsibility, lives_with) select id, $2, 'Another adult', 'Father', true, false from unnest($1::int[]) id`, [pupils.slice(0, 2), carer + 900]);
    }
    await portal.rows('update pupil set restricted = true where id = any ($1)', [HIDDEN]);
    await portal.rows('select refresh_pupil_reach($1, $2, 30)', [everyone.map(({ id }) => id), TODAY]);
    const habit = (year: number) => (pupil: TestPupil) => { const chance = stream(pupil.id * 3 + year)(); return { authorised: chance < 0.3 ? 0.02 : chance < 0.7 ? 0.18 : 0.45, unauthorised: 0.05 }; };
    const send = async (pupils: readonly TestPupil[], schoolId: number, from: string, to: string, year: number): Promise<void> => {
      const sent = await portal.send(fileOf(bookOf(pupils, await openDays(portal, schoolId, from, to), habit(year))), schoolId, `${schoolId}-${year}.csv`);
      expect(sent.kept).toBe(true);
    };
    const isNew = ({ id }: TestPupil): boolean => id < 2000 && id % 2 === 0;
    await send(younger.filter(isNew), SCHOOLS.fellgate, '2025-09-03', '2026-07-17', 2025);
    await send(younger.filter((pupil) => !isNew(pupil)), SCHOOLS.tarnbrook, '2025-09-03', '2026-07-17', 2025);
    await send(younger, SCHOOLS.tarnbrook, '2026-09-03', YESTERDAY, 2026);
    await send(older, SCHOOLS.oakmere, '2025-09-03', '2026-07-17', 2025);
    await send(older, SCHOOLS.oakmere, '2026-09-03', '2026-11-10', 2026);
    await knowOfficer(portal.ownerUrl);
    await portal.rows('insert into school_officer (school_id, user_id, valid_from) values ($1, 41, $2)', [SCHOOLS.oakmere, '2026-09-01']);
    await readAll();
  });
  /** What the rule is given: everything as it is held now. */
  const readAll = async (): Promise<void> => {
    links = await portal.rows('select carer_id as "carerId", pupil_id as "pupilId" from pupil_carer');
    enrolments = await portal.rows('select id, pupil_id as "pupilId", school_id as "schoolId", nc_year as "ncYear", ends_on as "endsOn", restricted from enrolment');
    weeks = await portal.rows('select enrolment_id as "enrolmentId", week_start as "weekStart", marks from register_week');
    recent = new Map((await portal.rows<{ id: number; from: string }>('select pupil_id as id, max(recent_from) as "from" from pupil_standing group by 1')).map(({ id, from }) => [id, from]));
  };
  afterAll(() => portal.close());

  const onRoll = (isReached: (enrolment: Enrolment) => boolean): Enrolment[] => enrolments.filter((each) => (each.endsOn === null || each.endsOn >= TODAY) && isReached(each));

  describe('brothers and sisters absent together', () => {
    const expected = (isReached: (enrolment: Enrolment) => boolean = () => true, threshold = siblingSessions(TODAY)): Together[] => {
      const held = onRoll((each) => !each.restricted && isReached(each));
      const children = [...new Set(held.map(({ pupilId }) => pupilId))].filter((id) => recent.has(id)).map((pupilId): LatelyMissed => ({
        pupilId, recentFrom: recent.get(pupilId) ?? '',
        missed: weeks.filter(({ enrolmentId }) => held.some((each) => each.pupilId === pupilId && each.id === enrolmentId)).flatMap(({ weekStart, marks }) => [...marks].flatMap((mark, slot) => (ABSENT.includes(mark) ? [{ weekStart, slot }] : []))),
      }));
      return absentTogether(links, children, threshold);
    };
    const list = async (actor = manager, args = '(take: 100)'): Promise<{ total: number; items: Family[] }> => {
      const answer = await portal.ask(actor, `query Away { siblingsAway${args} { total items { key since sessions byAll weekday sentence children { pupilId name schoolId } } } }`);
      expect(answer.errors).toEqual([]);
      return answer.data?.siblingsAway as { total: number; items: Family[] };
    };
    const bare = (rows: readonly Together[]): unknown[] => rows.map(({ pupilIds, since, sessions, byAll, weekday }) => [pupilIds.join('-'), since, sessions, byAll, weekday]).sort();

    test('holds exactly the families the rule names, each with its sentence and its children', async () => {
      const { total, items } = await list();
      const rows = expected();
      expect(rows.length).toBeGreaterThan(4);
      expect(rows.some(({ pupilIds }) => pupilIds.length > 2)).toBe(true);
      expect([total, items.map(({ key, since, sessions, byAll, weekday }) => [key, since, sessions, byAll, weekday]).sort()]).toEqual([rows.length, bare(rows)]);
      expect(items.map(({ sentence }) => sentence).sort()).toEqual(rows.map(togetherSentence).sort());
      for (const { key, children } of items) expect(children.map(({ pupilId }) => pupilId).join('-')).toBe(key);
      expect(items.map(({ sessions }) => sessions)).toEqual(items.map(({ sessions }) => sessions).sort((a, b) => b - a));
    });

    test.each([
      ['an officer: restricted children are left out for everybody', officer, '', () => true],
      ['one school’s champion: families of the own school alone', ofTarnbrook, '', ({ schoolId }: Enrolment) => schoolId === SCHOOLS.tarnbrook],
      ['a social worker: the own children alone', social, '', ({ pupilId }: Enrolment) => social.reach.pupils.includes(pupilId)],
    ] as const)('for %s', async (_who, actor, _filter, isReached) => {
      const { total, items } = await list(actor);
      expect([total, items.map(({ key, since, sessions, byAll, weekday }) => [key, since, sessions, byAll, weekday]).sort()]).toEqual([expected(isReached).length, bare(expected(isReached))]);
      for (const { children } of items) for (const { pupilId } of children) expect(HIDDEN).not.toContain(Number(pupilId));
    });

    test.each([
      ['one school', manager, `schoolId: ${SCHOOLS.oakmere}`, ({ schoolId }: Enrolment) => schoolId === SCHOOLS.oakmere], ['one year group', manager, 'ncYear: "7"', ({ ncYear }: Enrolment) => ncYear === '7'],
      ['an officer’s schools', officer, 'mine: true', ({ schoolId }: Enrolment) => schoolId === SCHOOLS.oakmere], ['no primary school', manager, 'phase: "PRIMARY"', () => false],
    ] as const)('filtered by %s it keeps whole families of whom one child is meant', async (_what, actor, filter, isMeant) => {
      const meant = new Set(onRoll(isMeant).map(({ pupilId }) => pupilId));
      const rows = expected().filter(({ pupilIds }) => pupilIds.some((id) => meant.has(id)));
      expect((await list(actor, `(take: 100, filter: { ${filter} })`)).items.map(({ key }) => key).sort()).toEqual(rows.map(({ pupilIds }) => pupilIds.join('-')).sort());
      const totals = await portal.ask(actor, `{ togetherTotals(filter: { ${filter} }) { siblings } }`);
      expect(totals.data?.togetherTotals).toEqual({ siblings: rows.length });
    });

    test('agrees with the rule at every line', async () => {
      const runner = portal.app.createQueryRunner();
      const operation = new Operation(manager, systemClock(TODAY), 'TEST', 'test', runner);
      await operation.begin();
      for (const threshold of [1, 2, 4, 8, 12, 20]) expect([threshold, (await new TogetherRepository().families(operation, 2026, threshold, {}, 0, 100)).total]).toEqual([threshold, expected(() => true, threshold).length]);
      await operation.rollback();
      await runner.release();
    });

    test('comes page by page in bounded statements, and a page past the end still says how many there are', async () => {
      const whole = await list();
      const singly: Family[] = [];
      for (let page = 1; page <= whole.total; page += 1) singly.push(...(await list(manager, `(page: ${page}, take: 1)`)).items);
      expect(singly).toEqual(whole.items);
      expect(await list(manager, '(page: 900)')).toEqual({ total: whole.total, items: [] });
      const [one, many] = [await portal.ask(manager, '{ siblingsAway(take: 1) { items { children { name } } } }'), await portal.ask(manager, '{ siblingsAway(take: 100) { items { children { name } } } }')];
      expect([one.errors, many.errors, one.statements, many.statements]).toEqual([[], [], 4, 4]);
    });

    test('follows marks that are corrected, a delivery taken back, and an adult who comes to be known', async () => {
      const compare = async (): Promise<number> => {
        await readAll();
        const rows = expected();
        expect((await list()).items.map(({ key, since, sessions, byAll, weekday }) => [key, since, sessions, byAll, weekday]).sort()).toEqual(bare(rows));
        return rows.length;
      };
      const first = await compare();
      const present = younger.slice(0, 30);
      const sent = await portal.send(fileOf(bookOf(present, await openDays(portal, SCHOOLS.tarnbrook, '2026-10-19', YESTERDAY), () => ({ authorised: 0.01, unauthorised: 0.01 }))), SCHOOLS.tarnbrook, 'corrected.csv');
      expect(sent.kept).toBe(true);
      const corrected = await compare();
      expect(corrected).not.toBe(first);
      const undone = await portal.ask(officer, 'mutation Undo($id: ID!) { undoDelivery(deliveryId: $id, reason: "Sent by mistake") { id } }', { id: String(sent.deliveryId) });
      expect(undone.errors).toEqual([]);
      expect(await compare()).toBe(first);
      const away = weeks.filter(({ marks }) => [...marks].filter((mark) => ABSENT.includes(mark)).length > 3).map(({ enrolmentId }) => enrolmentId);
      const two = [...new Set(away)].filter((id) => !HIDDEN.includes(id)).slice(0, 12);
      await portal.rows(`insert into pupil_carer (pupil_id, carer_id, full_name, relationship, parental_responsibility, lives_with) select id, 7000, 'A newly known adult', 'Guardian', true, true from unnest($1::int[]) id where id < 5000`, [two]);
      await portal.rows('select refresh_pupil_reach($1, $2, 30)', [two, TODAY]);
      await compare();
    });

    test('names every child shown in the trail; counts alone name nobody', async () => {
      const { items } = await list();
      const entry = await asOwner(portal.ownerUrl, async (owner) => (await owner.query<{ pupil_ids: number[] }>('select pupil_ids from audit_entry order by seq desc limit 1')).rows[0]);
      expect([...(entry?.pupil_ids ?? [])].sort()).toEqual([...new Set(items.flatMap(({ key }) => key.split('-').map(Number)))].sort());
      await portal.ask(manager, '{ togetherTotals { transition siblings } }');
      expect(await asOwner(portal.ownerUrl, async (owner) => (await owner.query('select pupil_ids from audit_entry order by seq desc limit 1')).rows[0])).toEqual({ pupil_ids: [] });
    });

    test('is refused to who may not read families, count and rows alike', async () => {
      expect(codesOf(await portal.ask(police, '{ siblingsAway { total } }'))).toEqual(['FORBIDDEN']);
      const totals = await portal.ask(police, '{ togetherTotals { transition siblings } }');
      expect([totals.data?.togetherTotals, codesOf(totals)]).toEqual([{ transition: 2, siblings: null }, ['FORBIDDEN']]);
      for (const actor of [person(Role.GOVERNOR), person(Role.DATA_ANALYST)]) expect(codesOf(await portal.ask(actor, '{ togetherTotals { transition } }'))).toEqual(['FORBIDDEN']);
    });
  });

  describe('the move from Year 6 to Year 7', () => {
    const sums = (pupilId: number, year: number, isMeant: (enrolment: Enrolment) => boolean) => {
      const held = enrolments.filter((each) => each.pupilId === pupilId && isMeant(each)).map(({ id }) => id);
      const marks = weeks.filter(({ enrolmentId, weekStart }) => held.includes(enrolmentId) && academicYearOfWeek(weekStart) === year).map((week) => week.marks).join('');
      return { possible: countOf(marks, COUNTED_MARKS.possible), absent: countOf(marks, ABSENT) };
    };
    const expected = (today: string, isReached: (enrolment: Enrolment) => boolean = () => true, limits = LIMITS): unknown[] => onRoll(isReached).flatMap(({ pupilId, ncYear }): unknown[][] => {
      const isEither = (each: Enrolment): boolean => isReached(each) && ['6', '7'].includes(each.ncYear);
      const [last, now] = [sums(pupilId, 2025, isEither), sums(pupilId, 2026, (each) => isReached(each) && each.ncYear === ncYear)];
      const fell = { beforePossible: last.possible, beforeAbsent: last.absent, sincePossible: now.possible, sinceAbsent: now.absent };
      const ahead = { beforePossible: now.possible, beforeAbsent: now.absent, sincePossible: 0, sinceAbsent: 0 };
      if (ncYear === '7' && fellAfterYear6(fell, limits)) return [['FELL', String(pupilId), fell.beforePossible, fell.beforeAbsent, fell.sincePossible, fell.sinceAbsent]];
      return ncYear === '6' && movesOnAbsent(ahead, today, limits) ? [['AHEAD', String(pupilId), ahead.beforePossible, ahead.beforeAbsent, 0, 0]] : [];
    }).sort();
    const list = async (actor = manager, args = '(take: 100)'): Promise<{ total: number; items: Move[] }> => {
      const answer = await portal.ask(actor, `{ transitionList${args} { total items { kind pupilId schoolId schoolBefore beforePossible beforeAbsent sincePossible sinceAbsent sentence } } }`);
      expect(answer.errors).toEqual([]);
      return answer.data?.transitionList as { total: number; items: Move[] };
    };
    const bare = (items: readonly Move[]): unknown[] => items.map(({ kind, pupilId, beforePossible, beforeAbsent, sincePossible, sinceAbsent }) => [kind, pupilId, beforePossible, beforeAbsent, sincePossible, sinceAbsent]).sort();

    test('holds exactly those the rule names, from the school before or the same, each with its sentence', async () => {
      const { total, items } = await list();
      const rows = expected(TODAY);
      expect(rows.length).toBeGreaterThan(5);
      expect([total, bare(items)]).toEqual([rows.length, rows]);
      expect(new Set(items.map(({ schoolBefore }) => schoolBefore))).toEqual(new Set(['Fellgate Primary', 'Tarnbrook High']));
      for (const item of items) expect(item.sentence).toBe(transitionSentence(item.kind, item, item.schoolBefore));
      expect(HIDDEN.filter((id) => items.some(({ pupilId }) => Number(pupilId) === id)).length).toBeLessThanOrEqual(1);
    });

    test.each([
      ['an officer, without restricted records', officer, ({ restricted }: Enrolment) => !restricted],
      ['a champion: Year 6 at another school is out of reach, and nothing is said of it', ofTarnbrook, ({ restricted, schoolId }: Enrolment) => !restricted && schoolId === SCHOOLS.tarnbrook],
      ['a social worker', social, ({ pupilId }: Enrolment) => social.reach.pupils.includes(pupilId)],
    ] as const)('for %s', async (_who, actor, isReached) => {
      const { items, total } = await list(actor);
      expect([total, bare(items)]).toEqual([expected(TODAY, isReached).length, expected(TODAY, isReached)]);
      expect((await portal.ask(actor, '{ togetherTotals { transition } }')).data?.togetherTotals).toEqual({ transition: total });
    });

    test('is narrowed by school and year group', async () => {
      expect((await list(manager, `(take: 100, filter: { schoolId: ${SCHOOLS.oakmere} })`)).total).toBe(0);
      expect((await list(manager, `(take: 100, filter: { schoolId: ${SCHOOLS.tarnbrook}, ncYear: "7" })`)).total).toBe(expected(TODAY).length);
      expect((await list(officer, '(filter: { mine: true })')).total).toBe(0);
    });

    test('late in the year it also names persistently absent children of Year 6', async () => {
      const runner = portal.app.createQueryRunner();
      const operation = new Operation(manager, systemClock('2027-06-10'), 'TEST', 'test', runner);
      await operation.begin();
      const { items, total } = await new TogetherService(new TogetherRepository()).transition(operation, {}, 0, 100);
      const rows = expected('2027-06-10');
      expect(rows.filter((row) => (row as unknown[])[0] === 'AHEAD').length).toBeGreaterThan(1);
      expect([total, bare(items.map((item) => ({ ...item, pupilId: String(item.pupilId) })))]).toEqual([rows.length, rows]);
      expect(items.at(-1)?.sentence).toMatch(/^Missed \d+ of \d+ sessions of Year 6 at Oakmere Academy; moves to Year 7 in September$/);
      expect([...operation.audit.pupilIds].sort()).toEqual(items.map(({ pupilId }) => pupilId).sort());
      await operation.rollback();
      await runner.release();
    });

    test('agrees with the rule at every line', async () => {
      const runner = portal.app.createQueryRunner();
      const operation = new Operation(manager, systemClock('2027-06-10'), 'TEST', 'test', runner);
      await operation.begin();
      for (const points of [-100, 0, 3, 10, 30]) {
        const limits = { ...LIMITS, points, persistentPercent: Math.abs(points) };
        const { total } = await new TogetherRepository().transition(operation, 2026, limits, isMovingOnTime('2027-06-10', limits), {}, 0, 100);
        expect([points, total]).toEqual([points, expected('2027-06-10', () => true, limits).length]);
      }
      await operation.rollback();
      await runner.release();
    });
  });
});
