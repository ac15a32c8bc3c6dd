import { RULES, ruleValue } from '@attendance/shared/kernel';
import { refreshReach } from '../../server/src/modules/pupils/reach-keeper.ts';
import { person, underReach } from '../support/people.ts';
import { sendRegisters } from '../support/register-book.ts';
import { registerState, summaryFaults, until } from '../support/register-state.ts';
import { PUPILS, SCHOOLS, TODAY } from '../support/small-authority.ts';
import { Role, TestPortal } from '../support/test-portal.ts';

const { mason } = PUPILS;
const officer = person(Role.ATTENDANCE_OFFICER);
const manager = person(Role.TEAM_MANAGER);
const champion = person(Role.ATTENDANCE_CHAMPION, { schools: [SCHOOLS.oakmere] });
const TABLES = ['enrolment', 'register_week', 'register_change', 'pupil_year'] as const;

jest.setTimeout(60_000);

describe('a record that is restricted after marks came in', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('spreading');
    await sendRegisters(portal);
    await portal.send(`UPN,Date,Session,Mark\n${mason.upn},16/11/2026,AM,I\n${mason.upn},17/11/2026,AM,M\n`, SCHOOLS.oakmere);
    await portal.send(`UPN,Date,Session,Mark\n${mason.upn},16/11/2026,AM,E\n${mason.upn},17/11/2026,AM,I\n`, SCHOOLS.oakmere);
  });
  afterAll(() => portal.close());

  const restrict = async (restricted: boolean, id: number = mason.id): Promise<void> => {
    await portal.rows('update pupil set restricted = $2 where id = $1', [id, restricted]);
    await portal.rows('select refresh_pupil_reach($1, $2, 30)', [[id], TODAY]);
  };
  const rowsOf = (who: typeof officer, table: string): Promise<number> => underReach(portal, who, async (operation) => Number((await operation.sql<{ count: number }>(`select count(*)::int as count from ${table} where pupil_id = $1`, [mason.id]))[0]?.count));
  /** What anyone can count of the school: sums over totals within reach. */
  const counted = (who: typeof officer): Promise<unknown[]> => underReach(portal, who, async (operation) => [
    await operation.sql('select week_start, sum(enrolments)::int as enrolments, sum(possible)::int as possible, sum(unauthorised)::int as unauthorised from school_week_total where school_id = $1 group by 1 order by 1', [SCHOOLS.oakmere]),
    await operation.sql('select academic_year, sum(enrolments)::int as enrolments, sum(persistent)::int as persistent, sum(severe)::int as severe, sum(possible)::int as possible from school_year_total where school_id = $1 group by 1 order by 1', [SCHOOLS.oakmere]),
  ]);
  const withoutMason = (): Promise<unknown[]> => underReach(portal, manager, async (operation) => [
    await operation.sql(`select week_start, count(*)::int as enrolments, sum(possible)::int as possible, sum(unauthorised)::int as unauthorised from register_week where school_id = $1 and pupil_id <> $2 and not restricted group by 1 order by 1`, [SCHOOLS.oakmere, mason.id]),
    await operation.sql(`select academic_year, (count(*) filter (where possible > 0))::int as enrolments, (count(*) filter (where possible > 0 and (authorised + unauthorised) * 10 >= possible))::int as persistent,
      (count(*) filter (where possible > 0 and (authorised + unauthorised) * 2 >= possible))::int as severe, sum(possible)::int as possible from pupil_year where school_id = $1 and pupil_id <> $2 and not restricted group by 1 order by 1`, [SCHOOLS.oakmere, mason.id]),
  ]);

  test('leaves every list, history and total of those without the right, and is whole for those with it', async () => {
    for (const table of TABLES) expect([table, await rowsOf(officer, table) > 0]).toEqual([table, true]);
    const all = await counted(manager);
    await restrict(true);
    for (const who of [officer, champion]) {
      for (const table of TABLES) expect([table, await rowsOf(who, table)]).toEqual([table, 0]);
      expect(await counted(who)).toEqual(await withoutMason());
    }
    for (const table of TABLES) expect([table, await rowsOf(manager, table) > 0]).toEqual([table, true]);
    expect(await counted(manager)).toEqual(all);
    expect(await summaryFaults(portal.ownerUrl)).toEqual([]);
    await restrict(false);
  });

  test('lifting it restores exactly what was there', async () => {
    const before = await registerState(portal.ownerUrl);
    await restrict(true);
    expect((await registerState(portal.ownerUrl)).school_year_total).not.toEqual(before.school_year_total);
    await restrict(false);
    expect(await registerState(portal.ownerUrl)).toEqual(before);
  });

  test('figures through the API follow at once', async () => {
    const figures = async (): Promise<unknown> => (await portal.ask(officer, `{ schoolFigures { items { schoolId figures { possible attended } } } }`)).data;
    const before = await figures();
    await restrict(true);
    expect(await figures()).not.toEqual(before);
    expect((await portal.ask(officer, `{ pupil(id: ${mason.id}) { id } }`)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    await restrict(false);
    expect(await figures()).toEqual(before);
  });

  test('marks that come in while it is restricted stay with it when it is lifted', async () => {
    await restrict(true);
    await portal.send(`UPN,Date,Session,Mark\n${mason.upn},18/11/2026,AM,O\n`, SCHOOLS.oakmere);
    expect(await summaryFaults(portal.ownerUrl)).toEqual([]);
    await restrict(false);
    expect(await summaryFaults(portal.ownerUrl)).toEqual([]);
    expect(await rowsOf(officer, 'register_week')).toBe(await rowsOf(manager, 'register_week'));
  });

  test('waits for an import that is under way, and takes along what it wrote', async () => {
    const client = await portal.ingest.connect();
    try {
      await client.query('begin');
      await client.query('select lock_registers($1)', [SCHOOLS.oakmere]);
      await client.query(`insert into register_week (enrolment_id, week_start, school_id, pupil_id, delivery_id, restricted, marks) values ($1, '2026-12-07', $2, $3, 1, false, '/             ')`, [mason.enrolmentId, SCHOOLS.oakmere, mason.id]);
      const restricting = restrict(true);
      await until(portal.ownerUrl, `select exists (select from pg_locks where locktype = 'advisory' and not granted) as yes`);
      await client.query('commit');
      await restricting;
    } finally {
      client.release();
    }
    expect(await rowsOf(officer, 'register_week')).toBe(0);
    await portal.rows(`delete from register_week where enrolment_id = $1 and week_start = '2026-12-07'`, [mason.enrolmentId]);
    for (const table of ['school_week_total', 'school_session_total', 'school_code_total']) await portal.rows(`delete from ${table} where week_start = '2026-12-07'`);
    await restrict(false);
    expect(await summaryFaults(portal.ownerUrl)).toEqual([]);
  });

  test('a mark set by hand alone is followed by the next keeping of reach', async () => {
    await portal.rows('update pupil set restricted = true where id = $1', [mason.id]);
    expect(await refreshReach(portal.ingest, TODAY)).toBe(1);
    for (const table of TABLES) expect([table, await rowsOf(officer, table)]).toEqual([table, 0]);
    await restrict(false);
    expect(await refreshReach(portal.ingest, TODAY)).toBe(0);
  });

  test('the only child of a total takes the total along', async () => {
    await restrict(true, PUPILS.josie.id);
    expect(await underReach(portal, officer, (operation) => operation.sql('select 1 from school_year_total where school_id = $1', [SCHOOLS.fellgate]))).toEqual([]);
    await restrict(false, PUPILS.josie.id);
  });

  test('a stay recorded for the wrong school takes its marks along, and back', async () => {
    const parts = ['register_week', 'register_change', 'pupil_year', 'school_week_total', 'school_year_total'] as const;
    const before = await registerState(portal.ownerUrl, parts);
    const move = async (schoolId: number): Promise<void> => {
      await portal.rows('update enrolment set school_id = $2 where id = $1', [mason.enrolmentId, schoolId]);
      await portal.rows('select refresh_pupil_reach($1, $2, 30)', [[mason.id], TODAY]);
    };
    await move(SCHOOLS.tarnbrook);
    expect(await summaryFaults(portal.ownerUrl)).toEqual([]);
    expect(await rowsOf(champion, 'register_week')).toBe(0);
    await move(SCHOOLS.oakmere);
    expect(await registerState(portal.ownerUrl, parts)).toEqual(before);
  });

  test('a protected address is out of reach at once: it is marked on its own row', async () => {
    const addresses = () => underReach(portal, officer, (operation) => operation.sql('select 1 from pupil_address where pupil_id = $1', [mason.id]));
    expect(await addresses()).toHaveLength(1);
    await portal.rows('update pupil_address set protected = true where pupil_id = $1', [mason.id]);
    expect(await addresses()).toEqual([]);
    await portal.rows('update pupil_address set protected = false where pupil_id = $1', [mason.id]);
  });

  test('the percentages the database knows are those of the rule pack', async () => {
    expect(RULES['persistent-absence.percent'].length).toBeGreaterThan(0);
    for (const year of [2016, 2021, 2025, 2026, 2030]) {
      const on = `${year + 1}-08-31`;
      expect(await portal.rows('select * from absence_percents($1)', [year])).toEqual([{ persistent: ruleValue('persistent-absence.percent', on), severe: ruleValue('severe-absence.percent', on) }]);
    }
  });
});
