import fc from 'fast-check';
import { ABSENCE_BANDS, COHORT_AXIS_NAMES, finerAxis, hideAmongSchools, hideNested, hideSmallCells, isAboutCare, movementOf, NESTED_AXES, tellMoves, wideMoves, type BandMoves, type CohortAxis } from '@attendance/shared/attendance';
import { recovered, type Published } from '../support/attack.ts';
import { addCrowd } from '../support/crowd.ts';
import { EVERYONE, inBand, MOVES, movesPublished, type MovesAnswer } from '../support/moves-published.ts';
import { person } from '../support/people.ts';
import { bookOf, fileOf, openDays, sendRegisters, YESTERDAY } from '../support/register-book.ts';
import { SCHOOLS } from '../support/small-authority.ts';
import { Role, TestPortal } from '../support/test-portal.ts';

jest.setTimeout(90_000);

const MINIMUM = 5;
const isSmall = (count: number): boolean => count > 0 && count < MINIMUM;

describe('what is hidden among schools, phases and the whole', () => {
  const table = fc.array(fc.record({ part: fc.constantFrom('PRIMARY', 'SECONDARY', 'SPECIAL', 'NURSERY'), count: fc.oneof(fc.nat(9), fc.nat(40)) }), { minLength: 1, maxLength: 14 }).map((rows) => rows.map((row, index) => ({ ...row, schoolId: index })));

  test('is never small and shown, and cannot be worked out from everything that is shown', () => {
    fc.assert(fc.property(table, (rows) => {
      const hidden = hideAmongSchools(rows, MINIMUM);
      const name = (id: number): string => `school ${id}`;
      const sums: Published[] = [
        ...rows.filter(({ schoolId }) => !hidden.schools.has(schoolId)).map(({ schoolId, count }) => ({ of: [name(schoolId)], sum: count })),
        ...[...new Set(rows.map(({ part }) => part))].filter((part) => !hidden.parts.has(part)).map((part) => ({ of: rows.filter((row) => row.part === part).map(({ schoolId }) => name(schoolId)), sum: rows.filter((row) => row.part === part).reduce((sum, { count }) => sum + count, 0) })),
        ...(hidden.whole ? [] : [{ of: rows.map(({ schoolId }) => name(schoolId)), sum: rows.reduce((sum, { count }) => sum + count, 0) }]),
      ];
      for (const { schoolId, count } of rows) if (isSmall(count)) expect(hidden.schools.has(schoolId)).toBe(true);
      const found = recovered(sums);
      for (const id of hidden.schools) expect([id, found.has(name(id))]).toEqual([id, false]);
      for (const { sum } of sums) expect(isSmall(sum)).toBe(false);
    }), { numRuns: 2000 });
  });

  test('nor where cells and parts must be hidden for another reason', () => {
    const cells = fc.array(fc.record({ part: fc.constantFrom('ASIAN', 'BLACK', 'WHITE'), count: fc.oneof(fc.nat(9), fc.nat(40)), isThin: fc.boolean() }), { minLength: 2, maxLength: 10 });
    fc.assert(fc.property(cells, (rows) => {
      const hidden = hideNested(rows, MINIMUM, { cell: (index) => rows[index]!.isThin, part: (part) => part === 'BLACK' });
      const parts = [...new Set(rows.map(({ part }) => part))];
      const of = (part: string): number[] => rows.flatMap((row, index) => (row.part === part ? [index] : []));
      const sumOf = (places: readonly number[]): Published => ({ of: places.map(String), sum: places.reduce((sum, place) => sum + rows[place]!.count, 0) });
      const found = recovered([
        ...rows.flatMap((_, index) => (hidden.cells.has(index) ? [] : [sumOf([index])])), ...parts.filter((part) => !hidden.parts.has(part)).map((part) => sumOf(of(part))), ...(hidden.whole ? [] : [sumOf(rows.map((_, index) => index))]),
      ]);
      rows.forEach(({ isThin, count }, index) => expect(hidden.cells.has(index) || (!isThin && !isSmall(count))).toBe(true));
      for (const place of hidden.cells) expect([place, found.has(String(place))]).toEqual([place, false]);
    }), { numRuns: 2000 });
  });

  // Moves between bands of five percent, near the diagonal as they are, and how many of each band now are not counted for moves.
  const cells = fc.record({ near: fc.array(fc.oneof(fc.nat(3), fc.nat(12), fc.nat(90)), { minLength: 105, maxLength: 105 }), uncounted: fc.array(fc.oneof(fc.constant(0), fc.nat(6)), { minLength: 21, maxLength: 21 }), isSparse: fc.boolean() });
  const movesOf = ({ near, uncounted, isSparse }: { near: readonly number[]; uncounted: readonly number[]; isSparse: boolean }): { moves: BandMoves[]; bands: number[] } => {
    const moves = near.map((pupils, index) => ({ from: Math.floor(index / 5), to: Math.floor(index / 5) + (index % 5) - 2, pupils })).filter(({ from, to, pupils }) => to >= 0 && to <= 20 && pupils > 0 && !(isSparse && from > 6));
    return { moves, bands: uncounted.map((count, band) => count + moves.reduce((sum, { to, pupils }) => sum + (to === band ? pupils : 0), 0)) };
  };
  /** As the portal tells it beside the split by band; or, to see that the attack is one, with a table in which nothing is hidden. */
  const toldOf = ({ moves, bands }: ReturnType<typeof movesOf>, starts: readonly number[], isHidden = true): { hidden: string[]; found: Map<string, number> } => {
    const split = hideSmallCells(bands, MINIMUM).cells;
    const shown = [0, 2, 10].filter((from) => !isSmall(bands.slice(from).reduce((sum, pupils) => sum + pupils, 0)));
    const raw = wideMoves(starts, moves);
    const told = tellMoves({ ways: movementOf(moves), moves: raw, starts, bands, isTold: (band) => split[band] !== null, toldFrom: shown }, MINIMUM);
    const table = isHidden ? told.moves : raw;
    const sums: Published[] = [
      ...movesPublished({ higher: told.ways.HIGHER, same: told.ways.SAME, lower: told.ways.LOWER, starts, moves: table }, split),
      ...shown.map((from) => ({ of: ABSENCE_BANDS.flatMap((_, band) => (band >= from ? inBand(band) : [])), sum: bands.slice(from).reduce((sum, pupils) => sum + pupils, 0) })),
    ];
    for (const { from, to, pupils } of table) if (isHidden) expect([from, to, pupils !== null && isSmall(pupils)]).toEqual([from, to, false]);
    const alone = recovered(movesPublished({ higher: told.ways.HIGHER, same: told.ways.SAME, lower: told.ways.LOWER, starts, moves: [] }, split).concat(sums.slice(-shown.length)));
    return { hidden: table.flatMap(({ from, to, pupils }) => (pupils === null ? [`moved ${from} to ${to}`] : [])), found: new Map([...recovered(sums)].filter(([name]) => !alone.has(name))) };
  };

  test.each([[[0, 1, 2, 3, 4, 6, 10]], [[0, 1, 2, 4, 10]], [[0, 2, 10]]])('of moves between bands beginning at %j, no hidden or small count follows, told beside the three ways and the bands now', (starts) => {
    let hides = 0;
    fc.assert(fc.property(cells, (each) => {
      const { hidden, found } = toldOf(movesOf(each), starts);
      hides += hidden.length;
      expect([...found].filter(([name, count]) => isSmall(count) || hidden.includes(name))).toEqual([]);
    }), { numRuns: 40 });
    expect(hides).toBeGreaterThan(0);
  });

  test('and the same attack reads small counts off a table of moves in which nothing is hidden', () => {
    const small = fc.sample(cells, 10).map((each) => [...toldOf(movesOf(each), [0, 1, 2, 3, 4, 6, 10], false).found].filter(([, count]) => isSmall(count)).length);
    expect(Math.min(...small)).toBeGreaterThan(0);
  });

  test('the attack itself finds what a careless table tells', () => {
    expect(recovered([{ of: ['a', 'b', 'c'], sum: 12 }, { of: ['a'], sum: 4 }, { of: ['a', 'b'], sum: 9 }])).toEqual(new Map([['a', 4], ['b', 5], ['c', 3]]));
  });
});

interface Figures { persistent: number | null; severe: number | null; enrolments: number | null }
const COUNTED = ['persistent', 'severe'] as const;
const ASKED = 'persistent severe enrolments';

describe('everything that is published to people who see figures only', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('suppression_attack');
    const crowd = await addCrowd(portal.ingest, 60, SCHOOLS.tarnbrook);
    await sendRegisters(portal);
    const days = await openDays(portal, SCHOOLS.tarnbrook, '2026-09-03', YESTERDAY);
    await portal.send(fileOf(bookOf(crowd, days, (pupil) => ({ authorised: (pupil.id % 5) / 30, unauthorised: (pupil.id % 7) / 30 }))), SCHOOLS.tarnbrook);
    await portal.rows(`insert into pupil_characteristic (pupil_id, kind, value, valid_from) select id, 'SEN', case when id % 9 = 0 then 'E' else 'K' end, date '2025-09-01' from pupil where id >= 1000 and id % 3 = 0`);
    await portal.rows(`insert into pupil_characteristic (pupil_id, kind, value, valid_from) select id, 'ETHNICITY', (array['WBRI', 'WBRI', 'WBRI', 'WENG', 'WIRT', 'APKN', 'AMPK', 'CHNE', 'BAFR', 'BCRB', 'MOTH', 'OOTH', 'REFU'])[1 + id % 13], date '2025-09-01' from pupil where id >= 1000 and id % 10 <> 0`);
    await portal.rows(`select refresh_pupil_reach(array(select id from pupil), '2026-11-19', 30)`);
  });
  afterAll(() => portal.close());

  test.each([
    ['a data analyst, of the whole authority', person(Role.DATA_ANALYST)],
    ['a trust leader, of two schools', person(Role.TRUST_LEADER, { schools: [SCHOOLS.oakmere, SCHOOLS.tarnbrook] })],
    ['a governor, of one school', person(Role.GOVERNOR, { schools: [SCHOOLS.tarnbrook] })],
    ['a governor, of a school of three', person(Role.GOVERNOR, { schools: [SCHOOLS.oakmere] })],
  ])('tells %s no count from 1 to 4, nor anything it could be worked out from', async (_who, actor) => {
    // Whatever the person is not told is no part of the attack.
    const ask = async <T>(query: string): Promise<Partial<T>> => ((await portal.ask(actor, query)).data ?? {}) as Partial<T>;
    const { areaOverview: area } = await ask<{ areaOverview: { figures: Figures; phases: { phase: string; figures: Figures }[] } }>(`{ areaOverview { figures { ${ASKED} } phases { phase figures { ${ASKED} } } } }`);
    const { schoolFigures: table } = await ask<{ schoolFigures: { items: { schoolId: number; phase: string; figures: Figures }[] } }>(`{ schoolFigures(take: 100) { items { schoolId phase figures { ${ASKED} } } } }`);
    const schools = table?.items ?? (await portal.rows<{ schoolId: number; phase: string }>('select id as "schoolId", phase from school where id = any ($1)', [actor.reach.schools])).map((row) => ({ ...row, figures: { persistent: null, severe: null, enrolments: null } }));
    expect(schools.length).toBeGreaterThan(0);
    for (const name of COUNTED) {
      const sums: Published[] = [];
      // How many pupils a school has is no secret; it is known when others are worked out.
      const known: Published[] = [];
      const hidden: string[] = [];
      let told = 0;
      const add = (of: readonly string[], sum: number | null, also: readonly string[] = []): void => {
        if (sum !== null) sums.push({ of, sum });
        else hidden.push(...also);
      };
      const school = (id: number): string => `school ${id}`;
      for (const { schoolId, figures } of schools) add([school(schoolId)], figures[name], [school(schoolId)]);
      for (const { phase, figures } of area?.phases ?? []) add(schools.filter((row) => row.phase === phase).map((row) => school(row.schoolId)), figures[name]);
      const everyone = schools.map((row) => school(row.schoolId));
      if (area) add(everyone, area.figures[name]);
      for (const { schoolId, phase } of schools) {
        const { one } = await ask<{ one: { figures: Figures } }>(`{ one: schoolOverview(schoolId: ${schoolId}) { figures { ${ASKED} } } }`);
        const { all } = await ask<{ all: { figures: Figures } }>(`{ all: areaOverview(phase: "${phase}") { figures { ${ASKED} } } }`);
        const { beside } = await ask<{ beside: { samePhase: { figures: Figures } | null } }>(`{ beside: comparison(schoolId: ${schoolId}) { samePhase { figures { ${ASKED} } } } }`);
        if (one) add([school(schoolId)], one.figures[name]);
        if (beside?.samePhase) add(schools.filter((row) => row.phase === phase).map((row) => school(row.schoolId)), beside.samePhase.figures[name]);
        if (all) add(schools.filter((row) => row.phase === phase).map((row) => school(row.schoolId)), all.figures[name]);
      }
      // Each split adds up to everyone; what its own groups are is unknown to the other splits, but for axes whose groups are parts of another's.
      const values = new Map((await portal.rows<{ axis: CohortAxis; values: string[] }>('select axis, array_agg(distinct value) as values from school_cohort_total where school_id = any ($1) and academic_year = 2026 group by 1', [schools.map(({ schoolId }) => schoolId)])).map((row) => [row.axis, row.values]));
      const atoms = (axis: CohortAxis, value: string): string[] => {
        const finest = finerAxis(axis);
        if (finest === null || finest === axis) return [`${axis} ${value}`];
        return (values.get(finest) ?? []).filter((each) => NESTED_AXES[finest]?.partOf(each) === value).map((each) => `${finest} ${each}`);
      };
      for (const axis of COHORT_AXIS_NAMES.filter((each) => !isAboutCare(each))) {
        const { cohortFigures: split } = await ask<{ cohortFigures: { groups: { value: string; figures: Figures }[]; whole: Figures } }>(`{ cohortFigures(axis: ${axis}) { groups { value figures { ${ASKED} } } whole { ${ASKED} } } }`);
        if (split === undefined || split === null) continue;
        told += 1;
        const groups = split.groups.map(({ value }) => atoms(axis, value));
        split.groups.forEach(({ figures }, index) => add(groups[index]!, figures[name], groups[index]!.length === 1 ? groups[index]! : []));
        add(groups.flat(), split.whole[name]);
        if (area) add(groups.flat(), area.figures[name]);
        add(everyone, split.whole[name]);
      }
      // Moves between bands, with how many are in each band now: everybody there from a line on is absent by that line.
      const line = ABSENCE_BANDS.findIndex(({ from }) => from === (name === 'persistent' ? 10 : 50));
      const { moved } = await ask<{ moved: MovesAnswer }>(`{ moved: ${MOVES} }`);
      const { bands } = await ask<{ bands: { groups: { value: string; figures: Figures }[] } }>(`{ bands: cohortFigures(axis: ABSENCE_BAND) { groups { value figures { ${ASKED} } } } }`);
      const groupOf = (band: number): Figures | undefined => bands?.groups.find(({ value }) => value === String(band))?.figures;
      known.push(...movesPublished(moved!, ABSENCE_BANDS.map((_, band) => (bands === undefined ? undefined : groupOf(band) === undefined ? 0 : groupOf(band)!.enrolments))));
      known.push(...ABSENCE_BANDS.flatMap((_, band) => (band < line || groupOf(band) === undefined ? [] : [{ of: [`ABSENCE_BAND ${band}`], less: [`band ${band}`], sum: 0 }])));
      const whole = area?.figures.enrolments ?? (await ask<{ one: { figures: Figures } }>(`{ one: schoolOverview(schoolId: ${schools[0]!.schoolId}) { figures { ${ASKED} } } }`)).one?.figures.enrolments ?? null;
      if (whole !== null && (area || schools.length === 1)) known.push({ of: EVERYONE, sum: whole });
      for (const { from, to, pupils } of moved!.moves) add([`moved ${from} to ${to}`], pupils, [`moved ${from} to ${to}`]);
      for (const way of ['higher', 'same', 'lower'] as const) add([`moved ${way}`], moved![way], [`moved ${way}`]);
      for (const { of, sum } of sums) expect([name, of, isSmall(sum)]).toEqual([name, of, false]);
      expect(told).toBeGreaterThan(10);
      const found = recovered([...sums, ...known]);
      expect([name, [...found].filter(([, count]) => isSmall(count))]).toEqual([name, []]);
      if (name === 'persistent') expect(hidden.length).toBeGreaterThan(0);
    }
  });

  // The children are the same for most axes, but what they missed by this week of last year is told nowhere else: it is a system of its own, of groups, schools, phases and the whole.
  test.each([
    ['a data analyst, of the whole authority', person(Role.DATA_ANALYST), 'areaOverview'],
    // Nothing but the groups adds a trust's schools up for its leader.
    ['a trust leader, of two schools', person(Role.TRUST_LEADER, { schools: [SCHOOLS.oakmere, SCHOOLS.tarnbrook] }), null],
    ['a governor, of one school', person(Role.GOVERNOR, { schools: [SCHOOLS.tarnbrook] }), `schoolOverview(schoolId: ${SCHOOLS.tarnbrook})`],
    ['a governor, of a school of three', person(Role.GOVERNOR, { schools: [SCHOOLS.oakmere] }), `schoolOverview(schoolId: ${SCHOOLS.oakmere})`],
  ])('nor of last year’s groups at the same point: tells %s no small count of pupils, sessions of a kind in fives, and nothing hidden', async (_who, actor, page) => {
    const ask = async <T>(query: string): Promise<Partial<T>> => ((await portal.ask(actor, query)).data ?? {}) as Partial<T>;
    interface Then extends Figures { possible: number | null; authorised: number | null; unauthorised: number | null; lateBefore: number | null; lateAfter: number | null; attended: number | null }
    const THEN = `${ASKED} possible attended authorised unauthorised lateBefore lateAfter`;
    const whole = page === null ? null : (await ask<{ whole: { lastYear: Then } }>(`{ whole: ${page} { lastYear { ${THEN} } } }`)).whole!;
    const reached = await portal.rows<{ schoolId: number; phase: string }>('select id as "schoolId", phase from school where $1 or id = any ($2)', [actor.reach.wholeArea, actor.reach.schools]);
    const schools = await Promise.all(reached.map(async (row) => ({ ...row, lastYear: (await ask<{ one: { lastYear: Then } }>(`{ one: schoolOverview(schoolId: ${row.schoolId}) { lastYear { ${THEN} } } }`)).one?.lastYear })));
    const phases = await Promise.all([...new Set(reached.map(({ phase }) => phase))].map(async (phase) => ({ phase, lastYear: (await ask<{ all: { lastYear: Then } }>(`{ all: areaOverview(phase: "${phase}") { lastYear { ${THEN} } } }`)).all?.lastYear })));
    const kept = new Map((await portal.rows<{ axis: CohortAxis; values: string[] }>('select axis, array_agg(distinct value) as values from school_cohort_point where school_id = any ($1) group by 1', [reached.map(({ schoolId }) => schoolId)])).map((row) => [row.axis, row.values]));
    const splits = (await Promise.all(COHORT_AXIS_NAMES.filter((axis) => !isAboutCare(axis)).map(async (axis) => (await ask<{ split: { axis: CohortAxis; lastYearTo: string | null; groups: { value: string; lastYear: Then | null }[]; wholeLastYear: Then | null } }>(`{ split: cohortFigures(axis: ${axis}) { axis lastYearTo groups { value lastYear { ${THEN} } } wholeLastYear { ${THEN} } } }`)).split))).filter((split) => split !== undefined && split.lastYearTo !== null);
    expect(splits.length).toBeGreaterThan(10);
    const atoms = (axis: CohortAxis, value: string): string[] => {
      const finest = finerAxis(axis);
      return finest === null || finest === axis ? [`${axis} ${value}`] : (kept.get(finest) ?? []).filter((each) => NESTED_AXES[finest]?.partOf(each) === value).map((each) => `${finest} ${each}`);
    };
    let hides = 0;
    for (const name of [...COUNTED, 'enrolments'] as const) {
      const sums: Published[] = [];
      const add = (of: readonly string[], sum: number | null | undefined): void => { if (typeof sum === 'number') { sums.push({ of, sum }); expect([name, of, isSmall(sum) && name !== 'enrolments']).toEqual([name, of, false]); } };
      const everyone = reached.map(({ schoolId }) => `school ${schoolId}`);
      for (const { schoolId, lastYear } of schools) add([`school ${schoolId}`], lastYear?.[name]);
      for (const { phase, lastYear } of phases) add(reached.filter((row) => row.phase === phase).map(({ schoolId }) => `school ${schoolId}`), lastYear?.[name]);
      add(everyone, whole?.lastYear[name]);
      for (const split of splits) {
        // Groups of last year that are none of this year's stand in no row, and are a part of the whole all the same.
        const values = new Set([...split!.groups.map(({ value }) => value), ...(kept.get(split!.axis) ?? [])]);
        for (const { value, lastYear } of split!.groups) { add(atoms(split!.axis, value), lastYear?.[name]); hides += Number(lastYear?.[name] === null); }
        for (const sum of [split!.wholeLastYear?.[name], whole?.lastYear[name]]) { add([...values].flatMap((value) => atoms(split!.axis, value)), sum); add(everyone, sum); }
      }
      if (name !== 'enrolments') expect([name, [...recovered(sums)].filter(([, count]) => isSmall(count))]).toEqual([name, []]);
    }
    expect(hides).toBeGreaterThan(0);
    const told = splits.flatMap((split) => [split!.wholeLastYear, ...split!.groups.map(({ lastYear }) => lastYear)]);
    for (const name of ['authorised', 'unauthorised', 'lateBefore', 'lateAfter'] as const) for (const counts of told) expect([name, (counts?.[name] ?? 0) % MINIMUM]).toEqual([name, 0]);
    // What was attended tells no more of what was missed than the kinds do.
    for (const counts of told) if (counts !== null && counts.attended !== null) expect((counts.possible! - counts.attended) % MINIMUM === 0 || counts.attended === 0).toBe(true);
  });
});
