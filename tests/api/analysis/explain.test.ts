import { addCrowd } from '../../support/crowd.ts';
import { headingsOf } from '../../support/figure-lists.ts';
import { FIGURES, type Figures } from '../../support/figures.ts';
import { codesOf, person } from '../../support/people.ts';
import { bookOf, fileOf, openDays, sendRegisters, YESTERDAY } from '../../support/register-book.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

interface Explanation { part: number; whole: number; firstWeek: string; marksTo: string | null; marksToSession: string | null; steps: { kind: string; count: number; words: string; opens: string | null }[]; definitions: { name: string; part: number; whole: number; ours: boolean }[] }
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
    const answer = await portal.ask(actor, `query Why($measure: ExplainedMeasure!, $schoolId: Int, $phase: String) { explain(measure: $measure, schoolId: $schoolId, phase: $phase) { part whole firstWeek marksTo marksToSession steps { kind count words opens } definitions { name part whole ours } } }`, { measure, ...scope });
    expect(answer.errors).toEqual([]);
    return answer.data?.explain as Explanation;
  };
  const figuresOf = async ({ schoolId, phase }: Record<string, unknown>): Promise<Figures> => {
    const field = schoolId === undefined ? `areaOverview${phase === undefined ? '' : `(phase: "${String(phase)}")`}` : `schoolOverview(schoolId: ${String(schoolId)})`;
    return ((await portal.ask(manager, `{ it: ${field} { ${FIGURES} } }`)).data?.it as { figures: Figures }).figures;
  };

  test.each(['ATTENDANCE', 'LATE', 'PERSISTENT', 'SEVERE', 'UNAUTHORISED'])('%s is explained by the figure on the screen, and every line opens what it counts', async (measure) => {
    for (const scope of SCOPES) {
      const { part, whole, steps, definitions } = await explain(measure, scope);
      const figures = await figuresOf(scope);
      const shown: Record<string, [number | null, number]> = {
        ATTENDANCE: [figures.attended, figures.possible], LATE: [figures.lateBefore + figures.lateAfter, figures.possible], PERSISTENT: [figures.persistent, figures.enrolments], SEVERE: [figures.severe, figures.enrolments], UNAUTHORISED: [figures.unauthorised, figures.possible],
      };
      expect([measure, scope, part, whole]).toEqual([measure, scope, ...(shown[measure] ?? [])]);
      const [start, less, total] = steps;
      expect([start?.kind, less?.kind, total?.kind, (start?.count ?? 0) - (less?.count ?? 0)]).toEqual(['START', 'LESS', 'TOTAL', total?.count]);
      expect(total?.count).toBe(whole);
      expect(definitions.filter((definition) => definition.ours)).toEqual([expect.objectContaining({ part, whole })]);
      for (const step of steps) {
        if (step.opens === null) continue;
        const [heading] = await headingsOf(portal, manager, [{ ...scope, measure: step.opens }]);
        const counted = heading?.sessions ?? heading?.total;
        expect([measure, scope, step.words, counted]).toEqual([measure, scope, step.words, step.count]);
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

  test('other ways of counting say how they differ: by pupil, on roll today, Years 1 to 11', async () => {
    const { definitions } = await explain('PERSISTENT', { schoolId: SCHOOLS.oakmere });
    const wholes = Object.fromEntries(definitions.map(({ name, whole }) => [name, whole]));
    expect(wholes).toEqual({ 'Ours, on this screen': 5, 'By pupil': 5, 'On roll today': 3, 'Years 1 to 11': 5 });
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
    const { schoolFigures } = (await portal.ask(manager, '{ schoolFigures(filter: { silent: true }) { total items { schoolId silent marksTo } } }')).data as { schoolFigures: unknown };
    expect(schoolFigures).toEqual({ total: 1, items: [{ schoolId: String(SCHOOLS.fellgate), silent: true, marksTo: '2026-11-12' }] });
  });

  test('freshness tells a school of itself alone', async () => {
    const { freshness } = (await portal.ask(person(Role.HEADTEACHER), '{ freshness { schoolsExpected silent { name } } }')).data as { freshness: unknown };
    expect(freshness).toEqual({ schoolsExpected: 1, silent: [] });
  });

  test('those who see figures only are not told counts of one to four children, and are told larger ones and none', async () => {
    const analyst = person(Role.DATA_ANALYST);
    const truth = (await portal.ask(person(Role.ATTENDANCE_OFFICER), `{ schoolFigures { items { schoolId ${FIGURES} } } }`)).data?.schoolFigures as { items: { schoolId: string; figures: Figures }[] };
    const told = (await portal.ask(analyst, `{ schoolFigures { items { schoolId ${FIGURES} } } }`)).data?.schoolFigures as typeof truth;
    const hidden = (count: number | null): number | null => (count !== null && count >= 1 && count <= 4 ? null : count);
    expect(new Map(told.items.map((item) => [item.schoolId, item.figures]))).toEqual(new Map(truth.items.map(({ schoolId, figures }) => [schoolId, { ...figures, persistent: hidden(figures.persistent), severe: hidden(figures.severe) }])));
    const counts = truth.items.flatMap(({ figures }) => [figures.persistent ?? 0, figures.severe ?? 0]);
    expect([counts.some((count) => count === 0), counts.some((count) => count > 0 && count < 5), counts.some((count) => count >= 5)]).toEqual([true, true, true]);
    expect(codesOf(await portal.ask(analyst, '{ explain(measure: SEVERE) { part } }'))).toEqual(['FORBIDDEN']);
    expect(codesOf(await portal.ask(analyst, '{ pupilFigures { total } }'))).toEqual(['FORBIDDEN']);
  });
});
