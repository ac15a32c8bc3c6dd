import { addCrowd } from '../../support/crowd.ts';
import { headingsOf } from '../../support/figure-lists.ts';
import { FIGURES, type Figures } from '../../support/figures.ts';
import { codesOf, person } from '../../support/people.ts';
import { bookOf, fileOf, openDays, sendRegisters, YESTERDAY } from '../../support/register-book.ts';
import { asOwner } from '../../support/register-state.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

interface Group { definition: string; side: string; reason: string; enrolments: number | null; part: number | null; whole: number | null }
interface Explanation {
  part: number | null; whole: number; firstWeek: string; marksTo: string | null; marksToSession: string | null; steps: { kind: string; count: number | null; words: string; opens: string | null; group: Group | null }[];
  definitions: { definition: string; part: number | null; whole: number | null; ours: boolean; groups: Group[] }[];
  coverage: { schools: number; schoolsCovered: number; onRoll: number | null; onRollCovered: number | null; changedOn: string | null; silent: { name: string; marksTo: string | null; pupils: number | null; schoolDays: number }[] } | null;
}
const GROUP = '{ definition side reason enrolments part whole }';
const MEASURES = ['ATTENDANCE', 'AUTHORISED', 'LATE', 'MISSING', 'PERSISTENT', 'PUPILS', 'SEVERE', 'UNAUTHORISED'];
const manager = person(Role.TEAM_MANAGER);
const SCOPES: readonly Record<string, unknown>[] = [{}, { phase: 'PRIMARY' }, { phase: 'SECONDARY' }, { schoolId: SCHOOLS.oakmere }, { schoolId: SCHOOLS.tarnbrook }];

describe('how a figure comes about, and how fresh it is', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('explain');
    const crowd = await addCrowd(portal.ingest, 24, SCHOOLS.tarnbrook);
    // Oakmere is up to date, Fellgate stopped a week ago, Tarnbrook sent this morning; and a new school has sent nothing yet.
    await sendRegisters(portal, [PUPILS.mason, PUPILS.elan, PUPILS.hidden, PUPILS.leaver, PUPILS.recent, PUPILS.amira, PUPILS.moved]);
    await sendRegisters(portal, [PUPILS.josie], [['2025-09-03', '2026-07-20'], ['2026-09-03', '2026-11-12']]);
    const marks = bookOf(crowd, await openDays(portal, SCHOOLS.tarnbrook, '2026-09-03', YESTERDAY), (pupil) => ({ authorised: (pupil.id % 6) / 40, unauthorised: (pupil.id % 4) / 15, late: 0.04 }));
    await portal.send(fileOf(marks), SCHOOLS.tarnbrook);
  });
  afterAll(() => portal.close());

  const explain = async (measure: string, scope: Record<string, unknown>, actor = manager): Promise<Explanation> => {
    const answer = await portal.ask(actor, `query Why($measure: ExplainedMeasure!, $schoolId: Int, $phase: String) { explain(measure: $measure, schoolId: $schoolId, phase: $phase) { part whole firstWeek marksTo marksToSession
      steps { kind count words opens group ${GROUP} } definitions { definition part whole ours groups ${GROUP} } coverage { schools schoolsCovered onRoll onRollCovered changedOn silent { name marksTo pupils schoolDays } } } }`, { measure, ...scope });
    expect(answer.errors).toEqual([]);
    return answer.data?.explain as Explanation;
  };
  const figuresOf = async ({ schoolId, phase }: Record<string, unknown>): Promise<Figures> => {
    const field = schoolId === undefined ? `areaOverview${phase === undefined ? '' : `(phase: "${String(phase)}")`}` : `schoolOverview(schoolId: ${String(schoolId)})`;
    return ((await portal.ask(manager, `{ it: ${field} { ${FIGURES} } }`)).data?.it as { figures: Figures }).figures;
  };

  /** How many rows the list of a group says it has, and how many sessions, counted over its pages. */
  const listOf = async (measure: string, scope: Record<string, unknown>, { definition, side, reason }: Group, actor = manager): Promise<{ total: number; sessions: number | null; rows: number }> => {
    let rows = 0;
    for (let page = 1; ; page += 1) {
      const answer = await portal.ask(actor, 'query Who($filter: ExplainedFilter!, $page: Int!) { explainedPupils(filter: $filter, page: $page, take: 20) { total sessions items { enrolmentId name } } }', { filter: { measure, definition, side, reason, ...scope }, page });
      expect(answer.errors).toEqual([]);
      const list = answer.data?.explainedPupils as { total: number; sessions: number | null; items: unknown[] };
      rows += list.items.length;
      if (list.items.length < 20) return { total: list.total, sessions: list.sessions, rows };
    }
  };

  test.each(MEASURES)('%s is explained by the figure on the screen, what is in and left out adds up, and every line opens what it counts', async (measure) => {
    for (const scope of SCOPES) {
      const { part, whole, steps, definitions } = await explain(measure, scope);
      const figures = await figuresOf(scope);
      const shown: Record<string, [number | null, number]> = {
        ATTENDANCE: [figures.attended, figures.possible], LATE: [figures.lateBefore + figures.lateAfter, figures.possible], PERSISTENT: [figures.persistent, figures.enrolments], SEVERE: [figures.severe, figures.enrolments], UNAUTHORISED: [figures.unauthorised, figures.possible],
        AUTHORISED: [figures.authorised, figures.possible], MISSING: [figures.missing, figures.possible + figures.missing], PUPILS: [figures.enrolments, figures.enrolments],
      };
      expect([measure, scope, part, whole]).toEqual([measure, scope, ...(shown[measure] ?? [])]);
      const sum = (kind: string): number => steps.filter((step) => step.kind === kind).reduce((total, { count }) => total + (count ?? NaN), 0);
      expect([sum('START'), sum('TOTAL')]).toEqual([sum('TOTAL') + sum('LESS'), whole]);
      if (measure !== 'LATE' && measure !== 'PUPILS') expect(sum('PART')).toBe(whole);
      expect(definitions.filter((definition) => definition.ours)).toEqual([expect.objectContaining({ part, whole, groups: [] })]);
      for (const step of steps) {
        if (step.opens !== null) {
          const [heading] = await headingsOf(portal, manager, [{ ...scope, measure: step.opens }]);
          expect([measure, scope, step.words, heading?.sessions ?? heading?.total]).toEqual([measure, scope, step.words, step.count]);
        } else {
          const list = await listOf(measure, scope, step.group!);
          expect([measure, scope, step.words, list.sessions ?? list.total, list.rows]).toEqual([measure, scope, step.words, step.count, list.total]);
        }
      }
    }
  });

  test.each(MEASURES)('%s by other definitions is ours less the enrolments that make the difference, and each group opens as many', async (measure) => {
    for (const scope of SCOPES) {
      const { part, whole, definitions } = await explain(measure, scope);
      for (const { definition, ours, part: theirPart, whole: theirWhole, groups } of definitions) {
        const less = (name: 'part' | 'whole'): number => groups.reduce((total, group) => total + (group[name] ?? NaN), 0);
        expect([measure, scope, definition, (part ?? NaN) - less('part'), whole - less('whole')]).toEqual([measure, scope, definition, theirPart, theirWhole]);
        if (ours) continue;
        for (const group of groups) expect([group, await listOf(measure, scope, group)]).toEqual([group, { total: group.enrolments, sessions: null, rows: group.enrolments }]);
      }
    }
  });

  test('whoever is not in the part is in the rest, and is listed there', async () => {
    for (const measure of ['PERSISTENT', 'SEVERE']) {
      const [part, rest] = (await explain(measure, {})).steps.filter((step) => step.kind === 'PART');
      const { whole } = await explain(measure, {});
      expect([measure, (part?.count ?? 0) + (rest?.count ?? 0), rest?.opens]).toEqual([measure, whole, `BELOW_${measure}`]);
    }
  });

  test('other ways of counting say whom they leave out, and why', async () => {
    await portal.rows(`update pupil set born_on = '2010-08-30' where id = $1`, [PUPILS.mason.id]);
    const { definitions } = await explain('PERSISTENT', { schoolId: SCHOOLS.oakmere });
    await portal.rows(`update pupil set born_on = '2013-03-14' where id = $1`, [PUPILS.mason.id]);
    expect(definitions.map(({ definition, whole, groups }) => [definition, whole, groups.map(({ side, reason, enrolments }) => [side, reason, enrolments])])).toEqual([
      ['LOCAL', 5, []], ['BY_PUPIL', 5, []], ['ON_ROLL', 3, [['LEFT_OUT', 'LEFT', 2]]], ['DFE_DAILY', 4, [['LEFT_OUT', 'TOO_OLD', 1]]], ['DFE_CENSUS', 4, [['LEFT_OUT', 'TOO_OLD', 1]]],
    ]);
  });

  test('a school reads the same of itself as the authority does, leavers whose records it no longer reads included', async () => {
    for (const measure of MEASURES) {
      for (const [school, authority] of [[Role.HEADTEACHER, Role.TEAM_MANAGER], [Role.ATTENDANCE_CHAMPION, Role.ATTENDANCE_OFFICER]] as const) {
        expect([school, await explain(measure, { schoolId: SCHOOLS.oakmere }, person(school))]).toEqual([school, await explain(measure, { schoolId: SCHOOLS.oakmere }, person(authority))]);
      }
    }
    expect(codesOf(await portal.ask(person(Role.HEADTEACHER), `{ explain(measure: PERSISTENT, schoolId: ${SCHOOLS.tarnbrook}) { part } }`))).toEqual(['NOT_FOUND']);
  });

  test('restricted records are a line of their own for those who may know of them, and nowhere for others', async () => {
    const restricted = async (actor: typeof manager, scope: { schoolId?: number } = { schoolId: SCHOOLS.oakmere }): Promise<unknown> => (await explain('PERSISTENT', scope, actor)).steps.find(({ group }) => group?.reason === 'RESTRICTED')?.count;
    expect([await restricted(manager), await restricted(person(Role.ATTENDANCE_OFFICER)), await restricted(person(Role.TRUST_LEADER, { schools: [SCHOOLS.oakmere, SCHOOLS.tarnbrook] }), {})]).toEqual([1, undefined, undefined]);
  });

  test('a figure says how much it covers, and which school is silent since when', async () => {
    const { coverage } = await explain('ATTENDANCE', {});
    expect(coverage).toMatchObject({ schools: 3, schoolsCovered: 2, onRoll: 30, onRollCovered: 29, silent: [{ name: 'Fellgate Primary', marksTo: '2026-11-12', pupils: 1, schoolDays: 4 }] });
    expect(coverage?.changedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect((await explain('ATTENDANCE', { schoolId: SCHOOLS.oakmere })).coverage).toMatchObject({ schools: 1, schoolsCovered: 1, silent: [] });
    expect((await explain('ATTENDANCE', {}, person(Role.SOCIAL_WORKER, { pupils: [PUPILS.mason.id] }))).coverage).toBeNull();
  });

  test('a list of names notes every child it shows, and an explanation without names none', async () => {
    const entry = async (document: string): Promise<{ pupil_ids: number[] } | undefined> => {
      expect((await portal.ask(manager, document)).errors).toEqual([]);
      return asOwner(portal.ownerUrl, async (owner) => (await owner.query<{ pupil_ids: number[] }>('select pupil_ids from audit_entry order by seq desc limit 1')).rows[0]);
    };
    expect((await entry(`query Left { explainedPupils(filter: { measure: PERSISTENT, definition: ON_ROLL, side: LEFT_OUT, reason: LEFT, schoolId: ${SCHOOLS.oakmere} }) { total items { name } } }`))?.pupil_ids.sort()).toEqual([PUPILS.leaver.id, PUPILS.recent.id]);
    expect((await entry('query Why { explain(measure: PERSISTENT) { part } }'))?.pupil_ids).toEqual([]);
  });

  test('an explanation is five statements, and one more that asks whether it is too early, however many enrolments it is of', async () => {
    const asked = async (scope: string): Promise<unknown> => {
      const answer = await portal.ask(manager, `query Why { explain(measure: PERSISTENT${scope}) { steps { count } definitions { part groups { enrolments } } coverage { schools } } }`);
      return answer.errors[0] ?? answer.statements;
    };
    expect([await asked(''), await asked(`, schoolId: ${SCHOOLS.fellgate}`)]).toEqual([6, 6]);
  });

  test('a figure says as of when it is: the last marks of that school, phase or area', async () => {
    expect(await explain('ATTENDANCE', {})).toMatchObject({ marksTo: YESTERDAY, marksToSession: 'PM' });
    expect((await explain('ATTENDANCE', { schoolId: SCHOOLS.fellgate })).marksTo).toBe('2026-11-12');
    expect((await explain('ATTENDANCE', { phase: 'PRIMARY' })).marksTo).toBe('2026-11-12');
    expect((await explain('ATTENDANCE', { phase: 'SECONDARY' })).firstWeek).toBe('2026-08-31');
  });

  test('a figure of nothing is not found', async () => {
    expect(codesOf(await portal.ask(manager, '{ explain(measure: SEVERE, phase: "NURSERY") { part } }'))).toEqual(['NOT_FOUND']);
  });

  test('the school whose marks stop is named as silent, with the day they stop and the pupils it means', async () => {
    const { freshness } = (await portal.ask(manager, '{ freshness { marksTo session schoolsReported schoolsExpected silent { schoolId name marksTo pupils } } }')).data as { freshness: unknown };
    expect(freshness).toEqual({ marksTo: YESTERDAY, session: 'PM', schoolsReported: 2, schoolsExpected: 3, silent: [{ schoolId: String(SCHOOLS.fellgate), name: 'Fellgate Primary', marksTo: '2026-11-12', pupils: 1 }] });
    const { schoolFigures } = (await portal.ask(manager, '{ schoolFigures(filter: { marks: SILENT }) { total items { schoolId silent marksTo } } }')).data as { schoolFigures: unknown };
    expect(schoolFigures).toEqual({ total: 1, items: [{ schoolId: String(SCHOOLS.fellgate), silent: true, marksTo: '2026-11-12' }] });
    // Each number above the figures opens as many: the schools whose marks are in, all of them, and the pupils of the silent ones.
    const opened = (await portal.ask(manager, '{ reported: schoolFigures(filter: { marks: REPORTED }) { total items { silent } } all: schoolFigures(filter: { marks: EXPECTED }) { total } unseen: pupilFigures(filter: { measure: COUNTED, silent: true }) { total items { schoolId } } }')).data;
    expect(opened).toEqual({ reported: { total: 2, items: [{ silent: false }, { silent: false }] }, all: { total: 3 }, unseen: { total: 1, items: [{ schoolId: SCHOOLS.fellgate }] } });
  });

  test('a school that has sent nothing this year is among the silent ones that the number opens', async () => {
    await asOwner(portal.ownerUrl, async (owner) => {
      await owner.query(`create table put_aside as select * from school_year_total where school_id = ${SCHOOLS.fellgate} and academic_year = 2026`);
      await owner.query('delete from school_year_total where school_id = $1 and academic_year = 2026', [SCHOOLS.fellgate]);
    });
    const told = (await portal.ask(manager, '{ freshness { schoolsExpected silent { schoolId pupils } } silent: schoolFigures(filter: { marks: SILENT }) { total items { schoolId marksTo figures { possible enrolments } } } expected: schoolFigures(filter: { marks: EXPECTED }) { total } all: schoolFigures { total } }')).data;
    await asOwner(portal.ownerUrl, async (owner) => {
      await owner.query('insert into school_year_total select * from put_aside');
      await owner.query('drop table put_aside');
    });
    expect(told).toEqual({
      freshness: { schoolsExpected: 3, silent: [{ schoolId: String(SCHOOLS.fellgate), pupils: 0 }] },
      silent: { total: 1, items: [{ schoolId: String(SCHOOLS.fellgate), marksTo: '2026-11-12', figures: { possible: 0, enrolments: 0 } }] },
      expected: { total: 3 }, all: { total: 2 },
    });
  });

  test('freshness tells a school of itself alone', async () => {
    const { freshness } = (await portal.ask(person(Role.HEADTEACHER), '{ freshness { schoolsExpected silent { name } } }')).data as { freshness: unknown };
    expect(freshness).toEqual({ schoolsExpected: 1, silent: [] });
  });

  test('those who see figures only are not told counts of one to four children, and are told larger ones and none', async () => {
    const analyst = person(Role.DATA_ANALYST);
    const truth = (await portal.ask(person(Role.ATTENDANCE_OFFICER), `{ schoolFigures { items { schoolId ${FIGURES} } } }`)).data?.schoolFigures as { items: { schoolId: string; figures: Figures }[] };
    const told = (await portal.ask(analyst, `{ schoolFigures { items { schoolId ${FIGURES} } } }`)).data?.schoolFigures as typeof truth;
    // What is small is hidden, and what it could be worked out from; what is shown is true.
    for (const { schoolId, figures } of truth.items) {
      const shown = told.items.find((item) => item.schoolId === schoolId)?.figures;
      for (const name of ['persistent', 'severe'] as const) {
        const count = figures[name] ?? 0;
        expect([schoolId, name, shown?.[name] === null || (shown?.[name] === count && (count === 0 || count > 4))]).toEqual([schoolId, name, true]);
      }
      // Of sessions and of the size of a school as well.
      for (const [name, count] of Object.entries(figures)) expect([schoolId, name, shown?.[name as keyof Figures] ?? count]).toEqual([schoolId, name, count]);
      for (const [name, count] of Object.entries(shown ?? {})) expect([schoolId, name, count !== null && count > 0 && count < 5]).toEqual([schoolId, name, false]);
    }
    const counts = truth.items.flatMap(({ figures }) => [figures.persistent ?? 0, figures.severe ?? 0]);
    expect([counts.some((count) => count === 0), counts.some((count) => count > 0 && count < 5), counts.some((count) => count >= 5)]).toEqual([true, true, true]);
    expect(codesOf(await portal.ask(analyst, '{ explainedPupils(filter: { measure: SEVERE, definition: LOCAL, side: OF, reason: RECORDED }) { total } }'))).toEqual(['FORBIDDEN']);
    expect(codesOf(await portal.ask(analyst, '{ pupilFigures { total } }'))).toEqual(['FORBIDDEN']);
  });

  test.each(['PERSISTENT', 'SEVERE', 'PUPILS'])('%s is explained to a governor and an analyst in figures without a small count, nor one that follows from others', async (measure) => {
    for (const [actor, scopes] of [[person(Role.GOVERNOR, { schools: [SCHOOLS.tarnbrook] }), [{ schoolId: SCHOOLS.tarnbrook }]], [person(Role.DATA_ANALYST), [{}]]] as const) {
      for (const scope of scopes) {
        const [told, truth] = [await explain(measure, scope, actor), await explain(measure, scope, person(Role.ATTENDANCE_OFFICER))];
        const small = (count: number | null): boolean => count !== null && Math.abs(count) > 0 && Math.abs(count) < 5;
        const figure = measure === 'PUPILS' ? [] : [told.part, told.part === null ? null : told.whole - told.part];
        const theirs = told.definitions.flatMap(({ part, whole, groups }) => [...(measure === 'PUPILS' ? [] : [part]), whole === null ? null : told.whole - whole, ...groups.flatMap((group) => [group.enrolments, group.part, group.whole])]);
        const [start] = told.steps;
        const left = start?.count === null ? [] : told.steps.filter(({ kind }) => kind === 'LESS').map(({ count }) => count);
        expect([measure, scope, [...figure, ...theirs, ...left, ...told.steps.filter(({ kind }) => kind !== 'START' && kind !== 'TOTAL').map(({ count }) => count)].filter(small)]).toEqual([measure, scope, []]);
        // What is told is the truth.
        for (const [index, { part, whole }] of told.definitions.entries()) expect([part ?? truth.definitions[index]?.part, whole ?? truth.definitions[index]?.whole]).toEqual([truth.definitions[index]?.part, truth.definitions[index]?.whole]);
      }
    }
  });

  test.each(['PERSISTENT', 'SEVERE', 'PUPILS'])('%s is not explained to a governor of a school of four, whose number is hidden itself', async (measure) =>
    expect(codesOf(await portal.ask(person(Role.GOVERNOR, { schools: [SCHOOLS.oakmere] }), `{ explain(measure: ${measure}, schoolId: ${SCHOOLS.oakmere}) { part whole } }`))).toEqual(['FORBIDDEN']));

  test('a part of what an analyst sees is not taken apart: what lies between it and the whole could name a child', async () => {
    for (const scope of ['phase: "PRIMARY"', `schoolId: ${SCHOOLS.oakmere}`]) expect(codesOf(await portal.ask(person(Role.DATA_ANALYST), `{ explain(measure: PERSISTENT, ${scope}) { part } }`))).toEqual(['FORBIDDEN']);
  });

  test('a governor is told nothing of another school', async () => {
    const governor = person(Role.GOVERNOR, { schools: [SCHOOLS.oakmere] });
    expect(codesOf(await portal.ask(governor, `{ explain(measure: PERSISTENT, schoolId: ${SCHOOLS.tarnbrook}) { part } }`))).toEqual(['FORBIDDEN']);
    const { coverage } = await explain('ATTENDANCE', {}, governor);
    expect(coverage).toMatchObject({ schools: 1, silent: [] });
  });

  test('beside the enrolments of the year, the roll would tell a governor how few have left: it is not told, nor that of a silent school', async () => {
    expect((await explain('ATTENDANCE', { schoolId: SCHOOLS.oakmere }, person(Role.GOVERNOR, { schools: [SCHOOLS.oakmere] }))).coverage).toMatchObject({ schools: 1, onRoll: null, onRollCovered: null });
    expect((await explain('ATTENDANCE', {}, person(Role.DATA_ANALYST))).coverage).toMatchObject({ schools: 3, onRoll: null, silent: [{ name: 'Fellgate Primary', pupils: null, schoolDays: 4 }] });
  });
});
