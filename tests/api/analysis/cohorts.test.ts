import { attendedAreaOf, COHORT_AXES, COHORT_AXIS_NAMES, cohortLabel, contextOf, homeOf, isAboutCare, NOT_RECORDED, residenceTotals, residentCoverage, similarRule, similarSchools, type CohortAxis } from '@attendance/shared/attendance';
import { addCrowd } from '../../support/crowd.ts';
import { addElsewhere, ELSEWHERE } from '../../support/elsewhere.ts';
import { headingsOf } from '../../support/figure-lists.ts';
import { codesOf, person } from '../../support/people.ts';
import { bookOf, fileOf, openDays, sendRegisters, YESTERDAY } from '../../support/register-book.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

/** Known by the authority's own names and numbers. */
const OF_SCHOOLS: readonly CohortAxis[] = ['SCHOOL_TYPE', 'TRUST', 'LOCALITY'];
const NAMES = ['possible', 'attended', 'authorised', 'unauthorised', 'lateBefore', 'lateAfter', 'enrolments', 'persistent', 'severe'] as const;
type Counts = Record<(typeof NAMES)[number], number | null>;
interface Split { axis: CohortAxis; groups: { value: string; label: string; figures: Counts }[]; whole: Counts }
const COUNTS = NAMES.join(' ');

const manager = person(Role.TEAM_MANAGER);
const officer = person(Role.ATTENDANCE_OFFICER);
const head = person(Role.HEADTEACHER, { schools: [SCHOOLS.tarnbrook] });
const [administrator, governor] = [person(Role.SCHOOL_ADMIN, { schools: [SCHOOLS.tarnbrook] }), person(Role.GOVERNOR, { schools: [SCHOOLS.tarnbrook] })];
const analyst = person(Role.DATA_ANALYST);

describe('figures split by who pupils are', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('cohorts');
    const crowd = await addCrowd(portal.ingest, 60, SCHOOLS.tarnbrook);
    await sendRegisters(portal);
    const days = await openDays(portal, SCHOOLS.tarnbrook, '2026-09-03', YESTERDAY);
    await portal.send(fileOf(bookOf(crowd, days, (pupil) => ({ authorised: (pupil.id % 5) / 30, unauthorised: (pupil.id % 7) / 30, late: (pupil.id % 3) / 30, lateAfter: 0.01 }))), SCHOOLS.tarnbrook);
    await addElsewhere(portal);
    // A crowd of every kind: facts that ended or begin later, two at once, and groups of one, a few and many.
    for (const statement of [
      `update pupil set sex = case when id % 3 = 0 then 'F' when id % 20 = 1 then 'U' else 'M' end, home_la_code = case when id % 11 = 0 then null when id % 4 = 0 then 991 else 990 end where id >= 1000`,
      `insert into pupil_characteristic (pupil_id, kind, value, valid_from, valid_to) select id, 'SEN', case when id % 9 = 0 then 'E' else 'K' end, date '2025-09-01', case when id % 12 = 0 then date '2026-10-01' end from pupil where id >= 1000 and id % 3 = 0`,
      `insert into pupil_characteristic (pupil_id, kind, value, valid_from) select id, 'SEN', 'E', date '2026-12-01' from pupil where id >= 1000 and id % 12 = 0`,
      `insert into pupil_characteristic (pupil_id, kind, value, valid_from) select id, 'PRIMARY_NEED', (array['SEMH', 'ASD', 'SLCN'])[1 + id % 3], date '2025-09-01' from pupil where id >= 1000 and id % 2 = 0`,
      `insert into pupil_characteristic (pupil_id, kind, value, valid_from) select id, 'ETHNICITY', (array['WBRI', 'WIRT', 'AMPK', 'CHNE', 'MOTH', 'BAFR', 'REFU', 'OOTH'])[1 + id % 8], date '2025-09-01' from pupil where id >= 1000 and id % 10 <> 0`,
      `insert into pupil_characteristic (pupil_id, kind, value, valid_from) select id, kind, value, date '2025-09-01' from pupil, (values ('FSM6', 'Y', 4), ('EAL', 'OTH', 5), ('SERVICE_CHILD', 'Y', 29), ('YOUNG_CARER', 'S', 7)) fact (kind, value, each) where id >= 1000 and id % each = 0`,
      `insert into care_status (pupil_id, kind, valid_from) select id, 'CIN', date '2026-01-10' from pupil where id >= 1000 and id % 6 = 0 union all select id, 'CLA', date '2026-02-10' from pupil where id >= 1000 and id % 18 = 0`,
      `insert into care_status (pupil_id, kind, valid_from, valid_to, lawful_basis) select id, 'YJ', date '2026-03-10', case when id % 14 = 0 then date '2026-09-30' end, 'Agreement of 2025' from pupil where id >= 1000 and id % 7 = 0`,
      `update enrolment set status = (array['M', 'S', 'G'])[1 + id % 3] where id >= 1000 and id % 5 = 0`,
      `select refresh_pupil_reach(array(select id from pupil), '2026-11-19', 30)`,
    ]) await portal.rows(statement);
  });
  afterAll(() => portal.close());

  const split = async (actor: typeof manager, axis: CohortAxis, more = ''): Promise<Split> => {
    const { data, errors } = await portal.ask(actor, `{ cohortFigures(axis: ${axis}${more}) { axis whole { ${COUNTS} } groups { value label figures { ${COUNTS} } } } }`);
    expect(errors).toEqual([]);
    return data?.cohortFigures as Split;
  };
  const overview = async (actor: typeof manager, scope: string): Promise<Counts> => ((await portal.ask(actor, `{ o: ${scope} { figures { ${COUNTS} } } }`)).data?.o as { figures: Counts }).figures;
  const asTold = (name: string, count: number): number => (name === 'recentAbsent' || name === 'weekAbsent' ? Math.round(count / 5) * 5 : count);
  const sizes = ({ groups }: Split): [string, number | null][] => groups.map(({ value, figures }) => [value, figures.enrolments]);

  test.each(COHORT_AXIS_NAMES)('%s: the groups add up to the whole, which is the figure of the page', async (axis) => {
    for (const [actor, more, scope] of [[manager, '', 'areaOverview'], [officer, ', phase: "PRIMARY"', 'areaOverview(phase: "PRIMARY")'], [officer, `, schoolId: ${SCHOOLS.tarnbrook}`, `schoolOverview(schoolId: ${SCHOOLS.tarnbrook})`], [head, '', `schoolOverview(schoolId: ${SCHOOLS.tarnbrook})`]] as const) {
      const { groups, whole } = await split(actor, axis, more);
      expect([axis, more, whole]).toEqual([axis, more, await overview(actor, scope)]);
      for (const name of NAMES) expect([axis, more, name, groups.reduce((sum, { figures }) => sum + (figures[name] ?? 0), 0)]).toEqual([axis, more, name, whole[name]]);
      // Each value is one the rules know, in their order, so that none is shown by its code.
      if (axis !== 'TRUST') for (const { value, label } of groups) expect([value, label]).toEqual([value, cohortLabel(axis, value)]);
      const known = [...COHORT_AXES[axis].values.map(([code]) => code as string), NOT_RECORDED];
      if (!OF_SCHOOLS.includes(axis)) expect(groups.map(({ value }) => value)).toEqual(known.filter((code) => groups.some(({ value }) => value === code)));
    }
  });

  test.each(COHORT_AXIS_NAMES)('%s: every count opens exactly its rows', async (axis) => {
    for (const [actor, scope, more] of [[officer, {}, ''], [head, { schoolId: SCHOOLS.tarnbrook }, `, schoolId: ${SCHOOLS.tarnbrook}`]] as const) {
      for (const { value, figures } of (await split(actor, axis, more)).groups) {
        const [counted, persistent, severe, possible, absent] = await headingsOf(portal, actor, (['COUNTED', 'PERSISTENT', 'SEVERE', 'POSSIBLE', 'ABSENT'] as const).map((measure) => ({ ...scope, axis, value, measure })));
        expect([value, counted?.total, persistent?.total, severe?.total, possible?.sessions, absent?.sessions]).toEqual([value, figures.enrolments, figures.persistent, figures.severe, figures.possible, (figures.authorised ?? 0) + (figures.unauthorised ?? 0)]);
      }
    }
  });

  test.each(['LATEST_WEEK', 'RECENT_WEEKS'] as const)('%s: each group opens exactly the sessions it counts', async (span) => {
    const [possible, absent] = span === 'LATEST_WEEK' ? ['weekPossible', 'weekAbsent'] as const : ['recentPossible', 'recentAbsent'] as const;
    const { data } = await portal.ask(officer, `{ cohortFigures(axis: SEN) { groups { value figures { ${possible} ${absent} } } } }`);
    const { groups } = data?.cohortFigures as { groups: { value: string; figures: Record<string, number> }[] };
    expect(groups.reduce((sum, { figures }) => sum + (figures[absent] ?? 0), 0)).toBeGreaterThan(0);
    for (const { value, figures } of groups) {
      const [expected, missed] = await headingsOf(portal, officer, (['POSSIBLE', 'ABSENT'] as const).map((measure) => ({ axis: 'SEN' as const, value, span, measure })));
      expect([value, expected?.sessions, missed?.sessions]).toEqual([value, figures[possible], figures[absent]]);
    }
  });

  describe('two ways at once', () => {
    interface Crossed { columns: { value: string }[]; rows: { value: string; cells: Counts[] }[]; whole: Counts }
    const cross = async (actor: typeof manager, axis: CohortAxis, across: CohortAxis, more = ''): Promise<Crossed> => {
      const { data, errors } = await portal.ask(actor, `{ crossedFigures(axis: ${axis}, across: ${across}${more}) { columns { value } rows { value cells { ${COUNTS} } } whole { ${COUNTS} } } }`);
      expect(errors).toEqual([]);
      return data?.crossedFigures as Crossed;
    };

    test.each(COHORT_AXIS_NAMES)('%s by any other: rows and columns are the groups of each by itself', async (axis) => {
      const across = COHORT_AXIS_NAMES[(COHORT_AXIS_NAMES.indexOf(axis) * 7 + 5) % COHORT_AXIS_NAMES.length]!;
      if (across === axis) return;
      const [own, other, { columns, rows, whole }] = [await split(officer, axis), await split(officer, across), await cross(officer, axis, across)];
      const sum = (cells: readonly (Counts | undefined)[], name: (typeof NAMES)[number]): number => cells.reduce((all, cell) => all + (cell?.[name] ?? 0), 0);
      for (const name of NAMES) {
        expect([name, rows.map(({ value, cells }) => [value, sum(cells, name)])]).toEqual([name, own.groups.map(({ value, figures }) => [value, figures[name]])]);
        expect([name, columns.map(({ value }, index) => [value, sum(rows.map(({ cells }) => cells[index]), name)])]).toEqual([name, other.groups.map(({ value, figures }) => [value, figures[name]])]);
      }
      expect(whole).toEqual(own.whole);
    });

    test('every cell opens exactly its rows', async () => {
      for (const [axis, across] of [['SEN', 'SEX'], ['TRUST', 'ABSENCE_BAND'], ['ETHNICITY', 'CARE']] as const) {
        const { columns, rows } = await cross(head, axis, across, `, schoolId: ${SCHOOLS.tarnbrook}`);
        for (const row of rows) for (const [index, column] of columns.entries()) {
          const [counted, absent] = await headingsOf(portal, head, (['COUNTED', 'ABSENT'] as const).map((measure) => ({ schoolId: SCHOOLS.tarnbrook, axis, value: row.value, across, acrossValue: column.value, measure })));
          const cell = row.cells[index];
          expect([axis, row.value, column.value, counted?.total, absent?.sessions]).toEqual([axis, row.value, column.value, cell?.enrolments, (cell?.authorised ?? 0) + (cell?.unauthorised ?? 0)]);
        }
      }
    });

    test('is not for people who see figures only, nor for care without the right, nor for the same way twice', async () => {
      const asked = async (actor: typeof manager, axes: string) => codesOf(await portal.ask(actor, `{ crossedFigures(${axes}) { axis } }`));
      for (const actor of [governor, analyst]) expect(await asked(actor, 'axis: SEN, across: SEX')).toEqual(['FORBIDDEN']);
      expect(await asked(administrator, 'axis: SEN, across: CARE')).toEqual(['FORBIDDEN']);
      expect(await asked(officer, 'axis: SEN, across: SEN')).toEqual(['INVALID']);
    });
  });

  describe('by school and by residence', () => {
    const RESIDENCE = `bySchool { ${COUNTS} } byResidence { ${COUNTS} } held { ${COUNTS} } parts { home attends figures { ${COUNTS} } }`;
    interface Residence { bySchool: Counts; byResidence: Counts; held: Counts; parts: { home: string; attends: string; figures: Counts }[] | null }
    const residence = async (actor: typeof manager, args = ''): Promise<Residence> => {
      const { data, errors } = await portal.ask(actor, `{ residence${args} { ${RESIDENCE} } }`);
      expect(errors).toEqual([]);
      return data?.residence as Residence;
    };
    const NONE = Object.fromEntries(NAMES.map((name) => [name, 0])) as Record<(typeof NAMES)[number], number>;

    test.each([1, 2, 3])('on generated book %i, both totals are those of the rules, and every mark is seen once', async (seed) => {
      await portal.rows(`update pupil set home_la_code = case (id * 7919 + $1 * 104729) % 5 when 0 then null when 1 then 991 when 2 then 992 else 990 end where id >= 1000`, [seed]);
      await portal.rows(`select refresh_pupil_reach(array(select id from pupil), '2026-11-19', 30)`);
      const rows = await portal.rows<Record<keyof typeof NONE, number> & { home_la: number | null; school_la: number }>(
        `select p.home_la_code as home_la, s.la_code as school_la, y.possible, y.attended, y.authorised, y.unauthorised, y.late_before as "lateBefore", y.late_after as "lateAfter", (y.possible > 0)::int as enrolments,
           (y.possible > 0 and (y.authorised + y.unauthorised) * 10 >= y.possible)::int as persistent, (y.possible > 0 and (y.authorised + y.unauthorised) * 2 >= y.possible)::int as severe
         from pupil_year y join pupil p on p.id = y.pupil_id join school s on s.id = y.school_id where y.academic_year = 2026`);
      const byRule = residenceTotals(rows.map(({ home_la, school_la, ...figures }) => ({ home: homeOf(home_la, 990), attends: attendedAreaOf(school_la, 990), figures })), NONE);
      const { parts, ...totals } = await residence(manager);
      expect(totals).toEqual(byRule);
      expect(parts?.length).toBe(6);
      const [marks] = await portal.rows<{ possible: number }>(`select sum(possible)::int as possible from register_week where week_start >= '2026-08-26'`);
      expect(totals.held.possible).toBe(marks?.possible);
      expect(await overview(manager, 'areaOverview')).toEqual(totals.held);
      const stays = await portal.rows<{ pupilId: number; homeLa: number | null; schoolLa: number; isHeld: boolean }>(
        `select p.id as "pupilId", p.home_la_code as "homeLa", s.la_code as "schoolLa", exists (select from pupil_year y where y.enrolment_id = e.id and y.academic_year = 2026) as "isHeld"
         from pupil p join enrolment e on e.pupil_id = p.id join school s on s.id = e.school_id where e.starts_on <= '2026-11-19' and (e.ends_on is null or e.ends_on >= '2026-11-19')`);
      expect((await portal.ask(manager, '{ residentCoverage { residents held elsewhere here } }')).data?.residentCoverage).toEqual(residentCoverage(stays, 990));
    });

    test('each total and each part opens exactly its rows, both ways over the border', async () => {
      const { bySchool, byResidence, held, parts } = await residence(officer, '(phase: "SECONDARY")');
      const opened = [
        [{ axis: 'ATTENDS', value: 'HERE' }, bySchool], [{ axis: 'HOME', value: 'HERE' }, byResidence], [{}, held],
        ...(parts ?? []).map(({ home, attends, figures }) => [{ axis: 'HOME', value: home, across: 'ATTENDS', acrossValue: attends }, figures] as const),
      ] as const;
      for (const [filter, figures] of opened) {
        const [counted, persistent, absent] = await headingsOf(portal, officer, (['COUNTED', 'PERSISTENT', 'ABSENT'] as const).map((measure) => ({ phase: 'SECONDARY', ...filter, measure })));
        expect([filter, counted?.total, persistent?.total, absent?.sessions]).toEqual([filter, figures.enrolments, figures.persistent, (figures.authorised ?? 0) + (figures.unauthorised ?? 0)]);
      }
      expect(parts?.filter(({ home, attends }) => home !== attends && home !== NOT_RECORDED).every(({ figures }) => (figures.enrolments ?? 0) > 0)).toBe(true);
    });

    test('residents without a register are listed as they are counted', async () => {
      await portal.rows('update pupil set home_la_code = 990 where id between 2100 and 2101');
      const { data, errors } = await portal.ask(officer, `query Without { residentCoverage { residents held elsewhere here } elsewhere: residentsWithoutRegister(attends: ELSEWHERE) { total items { pupilId schoolId } } here: residentsWithoutRegister(attends: HERE) { total items { pupilId } } }`);
      expect(errors).toEqual([]);
      const { residentCoverage: coverage, elsewhere, here } = data as { residentCoverage: Record<string, number>; elsewhere: { total: number; items: { pupilId: string; schoolId: number }[] }; here: { total: number; items: unknown[] } };
      expect([elsewhere.total, elsewhere.items.length, here.total, here.items.length]).toEqual([coverage.elsewhere, coverage.elsewhere, coverage.here, coverage.here]);
      expect(elsewhere.items).toEqual(expect.arrayContaining([{ pupilId: '2100', schoolId: ELSEWHERE.silent }, { pupilId: '2101', schoolId: ELSEWHERE.silent }]));
    });

    test('people who see figures only get no count of the few who cross, nor a total it could be taken from', async () => {
      const [shown, known, { groups, whole }] = [await residence(analyst), await residence(officer), await split(analyst, 'HOME')];
      expect([shown.parts, shown.bySchool.persistent, shown.bySchool.severe]).toEqual([null, null, null]);
      expect([shown.bySchool.possible, shown.bySchool.enrolments]).toEqual([known.bySchool.possible, null]);
      expect(shown.byResidence).toEqual(groups.find(({ value }) => value === 'HERE')?.figures);
      expect(shown.held).toEqual(whole);
      expect(codesOf(await portal.ask(analyst, '{ residence(phase: "PRIMARY") { bySchool { possible } } }'))).toEqual(['FORBIDDEN']);
      for (const query of ['{ residentCoverage { residents } }', '{ residentsWithoutRegister(attends: HERE) { total } }']) expect(codesOf(await portal.ask(analyst, query))).toEqual(['FORBIDDEN']);
    });
  });

  test('hold what holds today: no fact that ended or has yet to begin, and the weightier of two', async () => {
    const today = await portal.rows<{ sen: string; n: number }>(`select c.value as sen, count(*)::int as n from pupil_characteristic c where c.pupil_id between 1000 and 1999 and kind = 'SEN' and valid_from <= '2026-11-19' and (valid_to is null or valid_to >= '2026-11-19') group by 1 order by 1`);
    expect(sizes(await split(officer, 'SEN', `, schoolId: ${SCHOOLS.tarnbrook}`)).slice(0, 2)).toEqual(today.map(({ sen, n }) => [sen, n]));
    const care = Object.fromEntries(sizes(await split(head, 'CARE')));
    expect([care.CLA, care.CIN]).toEqual([4, 7]);
    // Youth justice that ended holds no more, and says nothing of care. Of what brings pupil premium, being looked after comes first.
    const numbers = Array.from({ length: 60 }, (_, n) => 1000 + n);
    expect(Object.fromEntries(sizes(await split(head, 'YOUTH_JUSTICE'))).Y).toBe(numbers.filter((id) => id % 7 === 0 && id % 14 !== 0).length);
    const premium = Object.fromEntries(sizes(await split(head, 'PUPIL_PREMIUM')));
    expect([premium.CLA, premium.FSM6, premium.SERVICE]).toEqual([4, numbers.filter((id) => id % 4 === 0 && id % 18 !== 0).length, numbers.filter((id) => id % 29 === 0 && id % 4 !== 0 && id % 18 !== 0).length]);
    expect(sizes(await split(officer, 'SEX', `, schoolId: ${SCHOOLS.fellgate}`))).toEqual([[NOT_RECORDED, 1]]);
  });

  test('care and caring are for those who may read care status', async () => {
    for (const actor of [administrator, governor, analyst]) for (const axis of COHORT_AXIS_NAMES.filter(isAboutCare)) expect([actor.role, axis, codesOf(await portal.ask(actor, `{ cohortFigures(axis: ${axis}) { axis } }`))]).toEqual([actor.role, axis, ['FORBIDDEN']]);
    expect(codesOf(await portal.ask(administrator, '{ pupilFigures(filter: { axis: CARE, value: "CLA" }) { total } }'))).toEqual(['FORBIDDEN']);
  });

  test.each(COHORT_AXIS_NAMES.filter((axis) => !isAboutCare(axis)))('%s: people who see figures only get no small count, and none that can be worked out', async (axis) => {
    for (const [actor, more, equal] of [[governor, '', head], [analyst, '', officer]] as const) {
      const [shown, true_, isOfSchools] = [await split(actor, axis, more), await split(equal, axis, more), [...OF_SCHOOLS, 'PHASE', 'ATTENDS'].includes(axis)];
      expect(shown.groups.map(({ value }) => value)).toEqual(true_.groups.map(({ value }) => value));
      for (const name of NAMES) {
        const cells = shown.groups.map(({ figures }) => figures[name]);
        cells.forEach((cell, index) => expect([axis, name, cell === null || cell === asTold(name, true_.groups[index]?.figures[name] ?? 0)]).toEqual([axis, name, true]));
        // Schools are told one by one elsewhere: groups of them hold no count of pupils. Otherwise nothing is hidden, or two or more are, or the whole with it.
        if (isOfSchools && (name === 'persistent' || name === 'severe')) expect(cells.filter((cell) => cell !== null)).toEqual([]);
        else if (isOfSchools && cells.every((cell) => cell === null)) continue;
        else expect([axis, name, shown.whole[name] === null || cells.filter((cell) => cell === null).length !== 1]).toEqual([axis, name, true]);
        if (name !== 'possible' && !name.endsWith('Possible')) expect(cells.filter((cell) => cell !== null && cell > 0 && cell < 5)).toEqual([]);
      }
      // No percentage of a group below ten: neither of its sessions nor of its pupils.
      shown.groups.forEach(({ figures }, index) => {
        const { enrolments } = true_.groups[index]!.figures;
        if (enrolments !== null && enrolments > 0 && enrolments < 10) expect([figures.possible, figures.persistent, figures.severe]).toEqual([null, null, null]);
      });
    }
  });

  test('a part of what one sees is not told to people who see figures only: what lies between it and the whole could name a child', async () => {
    for (const [actor, more] of [[analyst, ', phase: "PRIMARY"'], [analyst, `, schoolId: ${SCHOOLS.tarnbrook}`], [governor, `, schoolId: ${SCHOOLS.oakmere}`]] as const) expect(codesOf(await portal.ask(actor, `{ cohortFigures(axis: SEN${more}) { axis } }`))).toEqual(['FORBIDDEN']);
    expect(codesOf(await portal.ask(analyst, '{ sessionPatterns(phase: "PRIMARY") { possible } }'))).toEqual(['FORBIDDEN']);
  });

  test('one’s own figures reach no other school, restricted records nobody who may not know of them', async () => {
    expect((await split(head, 'SEX', `, schoolId: ${SCHOOLS.oakmere}`)).groups).toEqual([]);
    const [whole, ordinary] = [(await split(manager, 'YEAR_GROUP')).whole.enrolments ?? 0, (await split(analyst, 'YEAR_GROUP')).whole.enrolments ?? 0];
    expect([PUPILS.hidden.restricted, whole - ordinary]).toEqual([true, 1]);
  });

  describe('and a school beside schools like it', () => {
    const LIKE = [990501, 990502, 990503, 990504];
    const FACTS = ['pupils', 'fsm6', 'senSupport', 'senPlan', 'eal', 'ealBelieved'] as const;
    interface Like { schoolId: string; pupils: number; possible: number; absent: number; persistent: number; apart: number | null; marksTo: string; fsm6: number; senSupport: number; senPlan: number; eal: number; ealBelieved: number }
    interface Answer { outcome: string; own: Like | null; schools: Like[]; group: { pupils: number; possible: number; absent: number; persistent: number } | null }
    const similar = async (actor: typeof manager, schoolId: number = SCHOOLS.tarnbrook): Promise<Answer> => {
      const { data, errors } = await portal.ask(actor, `{ similarSchools(schoolId: ${schoolId}) { outcome own { schoolId apart marksTo possible absent persistent ${FACTS.join(' ')} } schools { schoolId apart marksTo possible absent persistent ${FACTS.join(' ')} } group { pupils possible absent persistent } } }`);
      expect(errors).toEqual([]);
      return data?.similarSchools as Answer;
    };

    test('is too few to say until four others of its phase have pupils enough', async () =>
      expect([await similar(manager), await similar(manager, SCHOOLS.oakmere)]).toMatchObject([{ outcome: 'TOO_FEW', own: null, schools: [], group: null }, { outcome: 'TOO_SMALL', own: null }]));

    test('finds them by the rule, from the same facts as the pupils themselves tell, and every count opens its rows', async () => {
      for (const [index, id] of LIKE.entries()) {
        await portal.rows(`insert into school (id, la_code, establishment_number, name, type_code, phase_code, phase, status_code, statutory_low_age, statutory_high_age, locality, postcode) select $1, 990, $2, $3, 1, 4, 'SECONDARY', 1, 4, 16, 'North', 'WX1 2AB'`, [id, 4501 + index, `Upper School ${index + 1}`]);
        await portal.rows('insert into school_week select $1, week_start, academic_year, ordinal, open_days from school_week where school_id = $2', [id, SCHOOLS.tarnbrook]);
        const crowd = await addCrowd(portal.ingest, 30 + 4 * index, id, 3000 + 100 * index);
        await portal.rows(`insert into pupil_characteristic (pupil_id, kind, value, valid_from) select id, kind, value, date '2025-09-01' from pupil, (values ('FSM6', 'Y', ${index + 2}), ('SEN', 'E', 7), ('EAL', 'OTB', 9)) v (kind, value, every) where id between ${3000 + 100 * index} and ${3099 + 100 * index} and id % every = 0`);
        await portal.send(fileOf(bookOf(crowd, await openDays(portal, id, '2026-11-09', YESTERDAY), (pupil) => ({ authorised: (pupil.id % 5) / 20 }))), id);
      }
      const answer = await similar(officer);
      expect(answer).toMatchObject({ outcome: 'COMPARED', own: { schoolId: String(SCHOOLS.tarnbrook), apart: null, marksTo: YESTERDAY } });
      expect(answer.schools.map(({ schoolId }) => Number(schoolId)).sort()).toEqual(LIKE);
      const pupils = await portal.rows<{ schoolId: number; possible: number; sen: string | null; fsm6: string | null; eal: string | null }>(
        `select y.school_id as "schoolId", y.possible::int, ${['SEN', 'FSM6', 'EAL'].map((kind) => `(select max(value) from pupil_characteristic c where c.pupil_id = y.pupil_id and kind = '${kind}' and valid_from <= '2026-11-19' and coalesce(valid_to, '2026-11-19') >= '2026-11-19') as ${kind.toLowerCase()}`).join(', ')} from pupil_year y where y.academic_year = 2026`);
      const facts = (schoolId: number) => ({ schoolId, phase: 'SECONDARY', ...contextOf(pupils.filter((pupil) => pupil.schoolId === schoolId)) });
      for (const row of [answer.own!, ...answer.schools]) expect(Object.fromEntries(FACTS.map((name) => [name, row[name]]))).toEqual(contextOf(pupils.filter((pupil) => pupil.schoolId === Number(row.schoolId))));
      expect(answer.schools.map(({ schoolId, apart }) => [Number(schoolId), apart])).toEqual(similarSchools(facts(SCHOOLS.tarnbrook), LIKE.map(facts), similarRule('2026-11-19')).map(({ school, apart }) => [school.schoolId, apart]));
      for (const name of ['pupils', 'possible', 'absent', 'persistent'] as const) expect([name, answer.group![name]]).toEqual([name, answer.schools.reduce((sum, school) => sum + school[name], 0)]);
      for (const row of [answer.own!, answer.schools[0]!]) {
        const opens = (measure: 'COUNTED' | 'ABSENT' | 'PERSISTENT', more: { axis?: CohortAxis; value?: string } = {}) => ({ schoolId: Number(row.schoolId), measure, ...more });
        const [all, absent, persistent, fsm6, support, plan, eal, believed] = await headingsOf(portal, officer, [opens('COUNTED'), opens('ABSENT'), opens('PERSISTENT'), ...([['FSM6', 'Y'], ['SEN', 'K'], ['SEN', 'E'], ['EAL', 'OTH'], ['EAL', 'OTB']] as const).map(([axis, value]) => opens('COUNTED', { axis, value }))]);
        expect([all?.total, absent?.sessions, persistent?.total, fsm6?.total, support?.total, plan?.total, eal?.total, believed?.total]).toEqual([row.pupils, row.absent, row.persistent, row.fsm6, row.senSupport, row.senPlan, row.eal, row.ealBelieved]);
      }
    });

    test('tells whoever reaches one school nothing of others, and people who see figures only no part of what they see', async () => {
      for (const actor of [head, administrator, governor]) expect(await similar(actor)).toEqual({ outcome: 'OWN_SCHOOL_ONLY', own: null, schools: [], group: null });
      for (const actor of [head, administrator]) expect(await similar(actor, LIKE[0]!)).toMatchObject({ outcome: 'NO_FIGURES', own: null });
      const two = await similar(person(Role.HEADTEACHER, { schools: [SCHOOLS.tarnbrook, LIKE[0]!] }));
      expect(two).toMatchObject({ outcome: 'TOO_FEW', own: null, schools: [] });
      for (const actor of [analyst, person(Role.TRUST_LEADER, { schools: [SCHOOLS.tarnbrook, ...LIKE] })]) expect(codesOf(await portal.ask(actor, `{ similarSchools(schoolId: ${SCHOOLS.tarnbrook}) { outcome } }`))).toEqual(['FORBIDDEN']);
      expect(codesOf(await portal.ask(governor, `{ similarSchools(schoolId: ${LIKE[0]!}) { outcome } }`))).toEqual(['FORBIDDEN']);
    });
  });
});
