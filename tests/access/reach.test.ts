import fc from 'fast-check';
import pg from 'pg';
import { canReachPupilRow, canReachSchoolAggregate, mayReachAddress, reachSchoolIds, rolesToChooseFrom, ROLE_NAMES, type PupilRow, type Reach } from '@attendance/shared/access';
import type { Operation, OperationActor } from '../../server/src/platform/graphql/operation.ts';
import { NOWHERE, person, underReach, unguarded } from '../support/people.ts';
import { sendRegisters } from '../support/register-book.ts';
import { PUPILS, SCHOOLS, TODAY, type TestPupil } from '../support/small-authority.ts';
import { EVERY_ROLE, TestPortal } from '../support/test-portal.ts';

/** A row of a table with what the oracle needs to know of it; pupils are looked up in the cast, not in the database. */
interface Row { readonly key: string; readonly pupilId: number | null; readonly schoolId: number | null; readonly flag: boolean | null; readonly actorId: number | null }
interface Table { readonly name: string; readonly key: string; readonly facts?: string; readonly reaches: (actor: OperationActor, row: Row) => boolean }

const cast = new Map<number, TestPupil>(Object.values(PUPILS).map((pupil) => [pupil.id, pupil]));
const pupilOf = (row: Row): TestPupil => {
  const pupil = cast.get(row.pupilId ?? 0);
  if (pupil === undefined) throw new Error(`No such pupil: ${JSON.stringify(row)}`);
  return pupil;
};
const everywhere = (row: Row): PupilRow => {
  const pupil = pupilOf(row);
  return { pupilId: pupil.id, restricted: pupil.restricted ?? false, schoolIds: reachSchoolIds([{ schoolId: pupil.schoolId, startsOn: '2025-09-03', endsOn: pupil.leftOn ?? null }], TODAY) };
};
const ofSchool = (row: Row): PupilRow => ({ pupilId: row.pupilId ?? 0, restricted: row.pupilId !== null && (pupilOf(row).restricted ?? false), schoolIds: row.schoolId === null ? [] : [row.schoolId] });

const byPupil = (actor: OperationActor, row: Row): boolean => canReachPupilRow(actor.reach, everywhere(row));
/** A school keeps reaching its own register of a leaver, since its figures count those sessions: the row's school decides. */
const byEnrolment = (actor: OperationActor, row: Row): boolean => canReachPupilRow(actor.reach, ofSchool(row));
const byFigures = (actor: OperationActor, row: Row): boolean => canReachSchoolAggregate(actor.reach, { schoolId: row.schoolId ?? 0, restricted: row.flag ?? false });

/** Who is in care, of each school: to nobody who sees figures only. */
const byCareFigures = (actor: OperationActor, row: Row): boolean => actor.reach.kind !== 'AGGREGATE' && byFigures(actor, row);

const PUPIL = 'pupil_id as "pupilId"';
const ENROLMENT = `${PUPIL}, school_id as "schoolId"`;
const TABLES: readonly Table[] = [
  { name: 'pupil', key: 'id', facts: 'id as "pupilId"', reaches: byPupil },
  { name: 'pupil_characteristic', key: 'id', facts: PUPIL, reaches: byPupil },
  { name: 'care_status', key: 'id', facts: PUPIL, reaches: byPupil },
  { name: 'pupil_carer', key: `pupil_id || '-' || carer_id`, facts: PUPIL, reaches: byPupil },
  { name: 'pupil_address', key: 'id', facts: PUPIL, reaches: (actor, row) => mayReachAddress(actor.reach, { ...everywhere(row), protectedAddress: pupilOf(row).protectedAddress ?? false }) },
  { name: 'enrolment', key: 'id', facts: ENROLMENT, reaches: byEnrolment },
  { name: 'register_week', key: `enrolment_id || ' ' || week_start`, facts: ENROLMENT, reaches: byEnrolment },
  { name: 'register_change', key: 'id', facts: ENROLMENT, reaches: byEnrolment },
  { name: 'pupil_year', key: `enrolment_id || ' ' || academic_year`, facts: ENROLMENT, reaches: byEnrolment },
  { name: 'school_week_total', key: `school_id || ' ' || week_start || restricted`, facts: 'school_id as "schoolId", restricted as flag', reaches: byFigures },
  { name: 'school_year_total', key: `school_id || ' ' || academic_year || restricted`, facts: 'school_id as "schoolId", restricted as flag', reaches: byFigures },
  { name: 'school_point_total', key: `school_id || ' ' || week_start || restricted`, facts: 'school_id as "schoolId", restricted as flag', reaches: byFigures },
  { name: 'school_cohort_point', key: `school_id || ' ' || week_start || axis || value || restricted`, facts: 'school_id as "schoolId", restricted as flag', reaches: byFigures },
  { name: 'school_care_point', key: `school_id || ' ' || week_start || axis || value || restricted`, facts: 'school_id as "schoolId", restricted as flag', reaches: byCareFigures },
  { name: 'school_care_total', key: `school_id || ' ' || academic_year || axis || value || restricted`, facts: 'school_id as "schoolId", restricted as flag', reaches: byCareFigures },
  { name: 'school_coverage', key: 'school_id', facts: 'school_id as "schoolId"', reaches: byFigures },
  // A school's own words stand in it, so whoever sees figures only does not reach it.
  { name: 'school_term_summary', key: `school_id || ' ' || version`, facts: 'school_id as "schoolId"', reaches: byEnrolment },
  { name: 'delivery', key: 'id', facts: 'school_id as "schoolId"', reaches: byEnrolment },
  { name: 'delivery_refusal', key: `delivery_id || ' ' || line || code`, facts: 'school_id as "schoolId"', reaches: byEnrolment },
  { name: 'audit_entry', key: 'seq', facts: 'actor_id as "actorId"', reaches: (actor, row) => actor.reach.kind === 'AUTHORITY' || (row.actorId !== null && row.actorId === actor.userId) },
];

const someOf = (ids: readonly number[]): fc.Arbitrary<number[]> => fc.subarray([...ids]);
const reaches: fc.Arbitrary<Reach> = fc.record({
  kind: fc.constantFrom('AUTHORITY', 'SCHOOLS', 'PUPILS', 'AGGREGATE', 'NONE'), full: fc.boolean(), address: fc.boolean(), protectedAddress: fc.boolean(),
  wholeArea: fc.boolean(), schools: someOf([...Object.values(SCHOOLS), 990999]), pupils: someOf([...cast.keys(), 99]),
})
  // Who reads protected addresses reads addresses and restricted records too, and who sees figures only never reads restricted
  // records: a test below holds every choice of roles to that.
  .map((reach) => ({ ...reach, full: reach.kind !== 'AGGREGATE' && (reach.full || reach.protectedAddress), address: reach.address || reach.protectedAddress, protectedAddress: reach.kind !== 'AGGREGATE' && reach.protectedAddress }));
const strangers: fc.Arbitrary<OperationActor> = fc.tuple(reaches, fc.constantFrom(7, 8, 9)).map(([reach, userId]) => unguarded(reach, userId));
const roleHolders: fc.Arbitrary<OperationActor> = fc.tuple(fc.constantFrom(...EVERY_ROLE), someOf(Object.values(SCHOOLS)), someOf([...cast.keys()])).map(([role, schools, pupils]) => person(role, { schools, pupils }, 8));

jest.setTimeout(60_000);

describe('whose rows an actor reaches', () => {
  let portal: TestPortal;
  const all = new Map<string, Row[]>();

  beforeAll(async () => {
    portal = await TestPortal.open('reach');
    await sendRegisters(portal);
    // A correction gives every school history, a bad row gives it a refusal, and a file of the whole authority has no school.
    const corrections = Object.values(PUPILS).filter((pupil) => !('leftOn' in pupil)).map((pupil) => `${pupil.upn},16/11/2026,AM,E`);
    for (const schoolId of Object.values(SCHOOLS)) {
      const own = Object.values(PUPILS).filter((pupil) => pupil.schoolId === schoolId && !('leftOn' in pupil));
      const rows = own.flatMap((pupil) => ['09', '10', '11', '12', '13'].map((day) => `${pupil.upn},${day}/11/2026,AM,M`));
      await portal.send(['UPN,Date,Session,Mark', ...rows, `${own[0]?.upn},16/11/2026,AM,!`, ''].join('\n'), schoolId);
    }
    await portal.send(['UPN,Date,Session,Mark', ...corrections, ''].join('\n'), null);
    for (const userId of [7, 8]) await portal.ask(person('ATTENDANCE_OFFICER', {}, userId), '{ allSchools { id } }');
    for (const schoolId of Object.values(SCHOOLS)) await portal.rows(`insert into school_term_summary (school_id, academic_year, season, version, as_of_on, roll, possible, authorised, unauthorised, persistent, severe, concern, entered_on) values ($1, 2026, 'AUTUMN', 1, '2026-11-12', 10, 100, 1, 1, 1, 0, 1, '2026-11-12')`, [schoolId]);
    const owner = new pg.Client(portal.ownerUrl);
    await owner.connect();
    for (const { name, key, facts } of TABLES) {
      const { rows } = await owner.query<Row>(`select null::int as "pupilId", null::int as "schoolId", null::boolean as flag, null::int as "actorId", x.* from (select (${key})::text as key, ${facts} from ${name}) x`).catch(() => owner.query<Row>(`select (${key})::text as key, ${facts} from ${name}`));
      all.set(name, rows.map((row) => ({ key: row.key, pupilId: row.pupilId ?? null, schoolId: row.schoolId ?? null, flag: row.flag ?? null, actorId: row.actorId ?? null })));
    }
    await owner.end();
  });
  afterAll(() => portal.close());

  const reached = async (operation: Operation, { name, key }: Table): Promise<string[]> => {
    await operation.sql('savepoint before_table');
    try {
      return (await operation.sql<{ key: string }>(`select (${key})::text as key from ${name}`)).map((row) => row.key).sort();
    } catch (error) {
      // A role that reaches no rows may be refused the table itself; any other reach must be answered.
      if (operation.actor.reach.kind !== 'NONE' || (error as { code?: string }).code !== '42501') throw error;
      await operation.sql('rollback to savepoint before_table');
      return [];
    }
  };

  const compare = async (actor: OperationActor): Promise<void> => underReach(portal, actor, async (operation) => {
    for (const table of TABLES) {
      const expected = (all.get(table.name) ?? []).filter((row) => table.reaches(actor, row)).map((row) => row.key).sort();
      const found = await reached(operation, table);
      if (JSON.stringify(found) !== JSON.stringify(expected)) throw new Error(`${table.name}: reached ${found.length} rows and should reach ${expected.length}, as ${JSON.stringify(actor.reach)}`);
    }
  });

  test('every table holds rows, some of them restricted and some protected, so that the comparison means something', () => {
    for (const { name } of TABLES) expect([name, (all.get(name) ?? []).length > 0]).toEqual([name, true]);
    for (const name of ['pupil', 'enrolment', 'register_week', 'register_change', 'pupil_year']) expect([name, all.get(name)?.some((row) => pupilOf(row).restricted)]).toEqual([name, true]);
    for (const name of ['school_week_total', 'school_year_total', 'school_point_total', 'school_care_total', 'school_care_point']) expect([name, all.get(name)?.some((row) => row.flag)]).toEqual([name, true]);
    expect(all.get('delivery')?.some((row) => row.schoolId === null)).toBe(true);
  });

  test('people of every role reach exactly the rows the rules say', () => fc.assert(fc.asyncProperty(roleHolders, compare), { seed: 20261119, numRuns: 40 }), 60_000);

  test('any reach at all, whatever the guards allow, reaches exactly the rows the rules say', () => fc.assert(fc.asyncProperty(strangers, compare), { seed: 990, numRuns: 40 }), 60_000);

  test.each(['SCHOOLS', 'PUPILS', 'AGGREGATE', 'NONE'] as const)('an empty list reaches nobody: %s', (kind) => underReach(portal, unguarded({ kind, full: true, address: true, protectedAddress: true }, 9), async (operation) => {
    for (const table of TABLES) expect([table.name, await reached(operation, table)]).toEqual([table.name, []]);
  }));

  test('no choice of roles reads protected addresses without restricted records, and a reach that claims so is narrowed', async () => {
    const grants = ROLE_NAMES.map((role) => ({ role, schools: [SCHOOLS.tarnbrook], pupils: [PUPILS.moved.id], validFrom: '2025-09-01', validTo: null }));
    for (const one of grants) {
      for (const other of grants) {
        for (const { reach } of rolesToChooseFrom([one, other], TODAY)) expect((!reach.protectedAddress || (reach.full && reach.address)) && !(reach.kind === 'AGGREGATE' && reach.full)).toBe(true);
      }
    }
    await underReach(portal, unguarded({ kind: 'AUTHORITY', wholeArea: true, full: false, address: true, protectedAddress: true }), async (operation) => {
      expect(await operation.sql('select id from pupil where restricted')).toEqual([]);
    });
  });

  test('without settings of an operation the portal reads no child at all', async () => {
    const runner = portal.app.createQueryRunner();
    for (const { name } of TABLES) await expect(runner.query(`select 1 from ${name}`)).rejects.toThrow(/permission denied/);
    await runner.release();
    expect(NOWHERE.schools).toEqual([]);
  });
});
