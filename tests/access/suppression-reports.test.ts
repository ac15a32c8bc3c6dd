import { codeOfMark, COHORT_AXIS_NAMES, COUNTED_MARKS, isAboutCare, MARKS_BY_CATEGORY, markOfCode, type CohortAxis } from '@attendance/shared/attendance';
import { recovered, type Published } from '../support/attack.ts';
import { addCrowd } from '../support/crowd.ts';
import { person } from '../support/people.ts';
import { partsOpenTo, REPORT_QUERY, type AnsweredReport } from '../support/report-answer.ts';
import { bookOf, fileOf, openDays, sendRegisters, YESTERDAY, type BookMark } from '../support/register-book.ts';
import { SCHOOLS } from '../support/small-authority.ts';
import { Role, TestPortal } from '../support/test-portal.ts';

jest.setTimeout(180_000);

const isSmall = (count: number | null | undefined): boolean => count !== null && count !== undefined && count > 0 && count < 5;
const MORE = [[990601, 'PRIMARY', 24], [990602, 'PRIMARY', 30], [990603, 'SPECIAL', 4], [990604, 'SPECIAL', 14]] as const;
type Counts = Readonly<Record<string, number | null>>;
interface School { readonly id: number; readonly phase: string; readonly trust: string; readonly locality: string; readonly type: string }

const FIGURES = 'possible attended authorised unauthorised lateBefore lateAfter missing enrolments persistent severe';
const SPLIT = 'possible attended authorised unauthorised lateBefore lateAfter enrolments persistent severe';
const OF_PUPILS = ['enrolments', 'persistent', 'severe'];
/** Which marks add up to each count of sessions. */
const MARKS: Readonly<Record<string, string>> = {
  attended: COUNTED_MARKS.attended, authorised: MARKS_BY_CATEGORY.AUTHORISED, unauthorised: MARKS_BY_CATEGORY.UNAUTHORISED, lateBefore: COUNTED_MARKS.lateBefore, lateAfter: COUNTED_MARKS.lateAfter, missing: COUNTED_MARKS.missing, possible: COUNTED_MARKS.possible,
};
const SESSION_CELLS: Readonly<Record<string, readonly string[]>> = { possible: ['authorised', 'unauthorised', 'present'], absent: ['authorised', 'unauthorised'], authorised: ['authorised'], unauthorised: ['unauthorised'], lateBefore: ['lateBefore'], lateAfter: ['lateAfter'] };

/** Everything that one person is told, as sums of what they may not know. */
class Told {
  readonly sums: Published[] = [];
  readonly shown: (readonly [where: string, count: number])[] = [];

  constructor(readonly schools: readonly School[], readonly marks: readonly string[]) {}

  add(where: string, of: readonly string[], count: number | null | undefined): void {
    if (count === null || count === undefined) return;
    this.shown.push([where, count]);
    this.sums.push({ of: [...new Set(of)], sum: count });
  }

  within = (phase: string | null, schoolId: number | null = null): readonly School[] => this.schools.filter((school) => (phase === null || school.phase === phase) && (schoolId === null || school.id === schoolId));

  codes(where: string, schools: readonly School[], marks: string, count: number | null | undefined): void {
    this.add(where, schools.flatMap(({ id }) => [...marks].filter((mark) => this.marks.includes(mark)).map((mark) => `${mark} at ${id}`)), count);
  }

  figures(where: string, schools: readonly School[], counts: Counts | null | undefined): void {
    for (const [name, count] of Object.entries(counts ?? {})) {
      if (OF_PUPILS.includes(name)) this.add(`${where} ${name}`, schools.map(({ id }) => `${name} at ${id}`), count);
      else if (MARKS[name] !== undefined) this.codes(`${where} ${name}`, schools, MARKS[name], count);
    }
  }
}

describe('every table that is published to people who see figures only', () => {
  let portal: TestPortal;
  let schools: readonly School[];
  beforeAll(async () => {
    portal = await TestPortal.open('suppression_reports');
    await sendRegisters(portal);
    for (const [id, phase, pupils] of [[SCHOOLS.tarnbrook, 'SECONDARY', 60], ...MORE] as const) {
      if (id !== SCHOOLS.tarnbrook) {
        await portal.rows(`insert into school (id, la_code, establishment_number, name, type_code, phase_code, phase, status_code, trust_id, statutory_low_age, statutory_high_age, locality, postcode)
          select $1, 990, $1 - 990000, 'School ' || $1, case when $1 % 2 = 0 then 1 else 2 end, 4, $2, 1, case when $1 = 990602 then 1 end, 4, 16, case when $1 = 990601 then 'South' else 'North' end, 'WX1 2AB'`, [id, phase]);
        await portal.rows('insert into school_week select $1, week_start, academic_year, ordinal, open_days from school_week where school_id = $2', [id, SCHOOLS.tarnbrook]);
      }
      const crowd = await addCrowd(portal.ingest, pupils, id, 1000 + (id % 1000) * 100);
      const book = bookOf(crowd, await openDays(portal, id, '2026-09-03', YESTERDAY), (pupil) => ({ authorised: (pupil.id % 5) / 30, unauthorised: (pupil.id % 7) / 40 }));
      await portal.send(fileOf(seeded(book, id)), id);
    }
    await portal.rows(`insert into pupil_characteristic (pupil_id, kind, value, valid_from) select id, 'SEN', case when id % 9 = 0 then 'E' else 'K' end, date '2025-09-01' from pupil where id >= 1000 and id % 3 = 0`);
    await portal.rows(`insert into pupil_characteristic (pupil_id, kind, value, valid_from) select id, 'ETHNICITY', (array['WBRI', 'WBRI', 'WENG', 'WIRT', 'APKN', 'AMPK', 'BAFR'])[1 + id % 7], date '2025-09-01' from pupil where id >= 1000 and id % 10 <> 0`);
    await portal.rows(`select refresh_pupil_reach(array(select id from pupil), '2026-11-19', 30)`);
    schools = await portal.rows<School>(`select id, phase, coalesce(trust_id::text, 'NOT_RECORDED') as trust, coalesce(locality, 'NOT_RECORDED') as locality, type_code::text as type from school order by id`);
  });
  afterAll(() => portal.close());

  test.each([
    ['a data analyst', person(Role.DATA_ANALYST)],
    ['a trust leader of four schools', person(Role.TRUST_LEADER, { schools: [SCHOOLS.oakmere, SCHOOLS.tarnbrook, 990601, 990602] })],
    ['a trust leader of a small school and another', person(Role.TRUST_LEADER, { schools: [990603, 990604] })],
    ['a governor', person(Role.GOVERNOR, { schools: [SCHOOLS.tarnbrook] })],
    ['a governor of a small primary school', person(Role.GOVERNOR, { schools: [990601] })],
    ['a governor of a school of four', person(Role.GOVERNOR, { schools: [990603] })],
  ])('tells %s no count from 1 to 4, nor anything it could be worked out from', async (_who, actor) => {
    const own = actor.reach.wholeArea ? schools : schools.filter(({ id }) => actor.reach.schools.includes(id));
    const marks = (await portal.rows<{ mark: string }>('select distinct mark from school_code_total where school_id = any ($1) and academic_year = 2026', [own.map(({ id }) => id)])).map(({ mark }) => mark);
    const told = new Told(own, marks);
    const ask = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<Partial<T>> => ((await portal.ask(actor, query, variables)).data ?? {}) as Partial<T>;
    const scopes: { readonly phase: string | null; readonly schoolId: number | null }[] = [
      { phase: null, schoolId: null }, ...[...new Set(own.map(({ phase }) => phase))].map((phase) => ({ phase, schoolId: null })), ...own.map(({ id }) => ({ phase: null, schoolId: id })),
    ];

    // Pages of figures: everything, each phase, each school.
    for (const { phase, schoolId } of scopes) {
      const WHAT = `{ figures { ${FIGURES} } lastYear { ${FIGURES} } phases { phase figures { ${FIGURES} } lastYearAbsent } weeks { authorised unauthorised lastYearAbsent } }`;
      const { page } = await ask<{ page: { figures: Counts; lastYear: Counts; phases: { phase: string; figures: Counts; lastYearAbsent: number }[]; weeks: Counts[] } }>(schoolId === null ? `{ page: areaOverview${phase === null ? '' : `(phase: "${phase}")`} ${WHAT} }` : `{ page: schoolOverview(schoolId: ${schoolId}) ${WHAT} }`);
      const where = `overview of ${phase ?? schoolId ?? 'everything'}`;
      told.figures(where, told.within(phase, schoolId), page?.figures);
      for (const each of page?.phases ?? []) told.figures(`${where}: ${each.phase}`, told.within(each.phase), each.figures);
      // Weeks and last year are rounded: nothing adds up exactly.
      for (const counts of [...(page ? [page.lastYear] : []), ...(page?.weeks ?? [])]) for (const [name, count] of Object.entries(counts)) if (name !== 'possible') told.shown.push([`${where}: by week, ${name}`, count ?? 0]);
      const { beside } = schoolId === null ? { beside: undefined } : await ask<{ beside: { samePhase: { figures: Counts } | null } }>(`{ beside: comparison(schoolId: ${schoolId}) { samePhase { figures { ${FIGURES} } } } }`);
      told.figures(`${where}: its phase`, told.within(own.find(({ id }) => id === schoolId)?.phase ?? null), beside?.samePhase?.figures);
    }
    const { table } = await ask<{ table: { items: { schoolId: string; figures: Counts }[] } }>(`{ table: schoolFigures(take: 100) { items { schoolId figures { ${FIGURES} } } } }`);
    for (const row of table?.items ?? []) told.figures('school table', told.within(null, Number(row.schoolId)), row.figures);
    const { freshness } = await ask<{ freshness: { silent: { schoolId: string; pupils: number | null }[] } }>('{ freshness { silent { schoolId pupils } } }');
    for (const { schoolId, pupils } of freshness?.silent ?? []) told.figures('freshness', told.within(null, Number(schoolId)), { enrolments: pupils });

    // Half days and codes.
    const { sessionPatterns: patterns } = await ask<{ sessionPatterns: { slots: ({ slot: number } & Counts)[]; codes: { code: string; sessions: number | null }[] } }>('{ sessionPatterns { slots { slot possible absent authorised unauthorised lateBefore lateAfter } codes { code sessions } } }');
    const wholes = new Map(told.sums.map(({ of, sum }) => [[...of].sort().join(), sum]));
    const addWhole = (where: string, atoms: readonly string[], name: string): void => {
      const marksOf = [...(MARKS[name] ?? '')].filter((mark) => marks.includes(mark));
      const key = (OF_PUPILS.includes(name) ? own.map(({ id }) => `${name} at ${id}`) : own.flatMap(({ id }) => marksOf.map((mark) => `${mark} at ${id}`))).sort().join();
      told.add(where, atoms, wholes.get(key));
    };
    const slotAtoms = (slot: number, name: string): string[] => (SESSION_CELLS[name] ?? []).map((each) => `${each} in ${slot}`);
    for (const slot of patterns?.slots ?? []) for (const name of Object.keys(SESSION_CELLS)) told.add(`half day ${slot.slot} ${name}`, slotAtoms(slot.slot, name), slot[name]);
    for (const name of Object.keys(SESSION_CELLS)) addWhole(`half days together ${name}`, (patterns?.slots ?? []).flatMap(({ slot }) => slotAtoms(slot, name)), name);
    for (const { code, sessions } of patterns?.codes ?? []) told.codes(`code ${code}`, own, markOfCode(code) ?? '', sessions);

    // Groups, bands and residence: each split adds up to everything.
    for (const axis of COHORT_AXIS_NAMES.filter((each) => !isAboutCare(each))) {
      const { split } = await ask<{ split: { groups: { value: string; figures: Counts }[]; whole: Counts } }>(`{ split: cohortFigures(axis: ${axis}) { groups { value figures { ${SPLIT} recentAbsent weekAbsent } } whole { ${SPLIT} } } }`);
      if (!split) continue;
      const ofSchools: Partial<Record<CohortAxis, (school: School) => string>> = { PHASE: ({ phase }) => phase, TRUST: ({ trust }) => trust, LOCALITY: ({ locality }) => locality, SCHOOL_TYPE: ({ type }) => type };
      told.figures(`${axis} together`, own, split.whole);
      for (const { value, figures } of split.groups) {
        for (const name of ['recentAbsent', 'weekAbsent']) told.shown.push([`${axis} ${value} ${name}`, figures[name] ?? 0]);
        if (ofSchools[axis]) told.figures(`${axis} ${value}`, own.filter((school) => ofSchools[axis]!(school) === value), figures);
        else for (const name of SPLIT.split(' ')) told.add(`${axis} ${value} ${name}`, groupAtoms(axis, value, name), figures[name]);
      }
      if (!ofSchools[axis]) for (const name of SPLIT.split(' ')) addWhole(`${axis} adds up, ${name}`, split.groups.flatMap(({ value }) => groupAtoms(axis, value, name)), name);
    }
    const { residence } = await ask<{ residence: { bySchool: Counts; held: Counts } }>(`{ residence { bySchool { ${SPLIT} } held { ${SPLIT} } } }`);
    told.figures('by school', own, residence?.bySchool);
    told.figures('every register held', own, residence?.held);
    for (const measure of ['ATTENDANCE', 'AUTHORISED', 'UNAUTHORISED', 'PERSISTENT', 'SEVERE', 'LATE', 'MISSING', 'PUPILS']) {
      const { explained } = await ask<{ explained: { part: number | null } }>(`{ explained: explain(measure: ${measure}) { part } }`);
      const of: Readonly<Record<string, readonly string[]>> = { ATTENDANCE: ['attended'], AUTHORISED: ['authorised'], MISSING: ['missing'], UNAUTHORISED: ['unauthorised'], LATE: ['lateBefore', 'lateAfter'] };
      if (of[measure]) told.codes(`explain ${measure}`, own, of[measure].map((name) => MARKS[name]).join(''), explained?.part);
      else told.figures(`explain ${measure}`, own, { [measure === 'PUPILS' ? 'enrolments' : measure.toLowerCase()]: explained?.part ?? null });
    }

    // Reports, as they stand and filtered.
    let answered = 0;
    for (const { number, part } of await partsOpenTo(portal, actor)) {
      for (const { phase, schoolId } of scopes) {
        const { report } = await ask<{ report: { part: string; report: { parts: { key: string; columns: AnsweredReport['columns'] }[] }; rows: { key: string; cells: (string | null)[]; schoolId: number | null }[]; compared: { key: string; cells: (string | null)[] }[] } }>(REPORT_QUERY, { number, part, take: 100, filter: { phase, schoolId } });
        if (!report) continue;
        answered += 1;
        const columns = report.report.parts.find(({ key }) => key === report.part)?.columns ?? [];
        const places = told.within(phase, schoolId);
        const cellsOf = (cells: readonly (string | null)[]): Map<string, number> => new Map(columns.flatMap(({ key, kind }, index) => (kind === 'COUNT' && key !== 'rank' && cells[index] !== null && cells[index] !== 'c' && cells[index] !== '' ? [[key, Number(cells[index])] as const] : [])));
        const where = `report ${number} ${part} of ${phase ?? schoolId ?? 'everything'}`;
        for (const row of report.rows) {
          const cells = cellsOf(row.cells);
          for (const [key, count] of cells) told.shown.push([`${where}: ${row.key} ${key}`, count]);
          const at = row.schoolId === null ? places : told.within(null, row.schoolId);
          const code = row.cells[columns.findIndex(({ key }) => key === 'code')] ?? null;
          if (code !== null) told.codes(`${where}: ${row.key}`, at, markOfCode(code) ?? '', cells.get('sessions'));
          else for (const [key, count] of cells) if (OF_CELL[key] !== undefined && row.schoolId !== null) told.codes(`${where}: ${row.key} ${key}`, at, OF_CELL[key], count);
          if (number === 1 || (number === 10 && row.schoolId !== null)) told.figures(`${where}: ${row.key}`, at, { enrolments: cells.get('pupils') ?? null, persistent: cells.get('persistent') ?? null, severe: cells.get('severe') ?? null });
          if (part === 'HALF_DAYS') for (const [key, name] of [['possible', 'possible'], ['absent', 'absent'], ['before', 'lateBefore'], ['after', 'lateAfter']] as const) told.add(`${where}: ${row.key} ${key}`, slotAtoms(Number(row.key), name), cells.get(key));
        }
        // A code without a row was never given.
        if (number === 3 && part === 'SCHOOLS') for (const { id } of places) for (const mark of marks.filter((each) => each !== '/' && each !== '\\')) if (!report.rows.some(({ key }) => key === `${id} ${codeOfMark(mark)}`)) told.sums.push({ of: [`${mark} at ${id}`], sum: 0 });
        const together = report.compared.find(({ key }) => key === 'together');
        if (together) {
          const cells = cellsOf(together.cells);
          told.figures(`${where}: together`, places, { enrolments: cells.get('pupils') ?? null, persistent: cells.get('persistent') ?? null, severe: cells.get('severe') ?? null, missing: cells.get('missing') ?? null });
        }
      }
    }
    expect(answered).toBeGreaterThan(10);
    expect(told.sums.length).toBeGreaterThan(40);
    expect([...new Set(told.shown.filter(([, count]) => isSmall(count)).map(([where]) => where))]).toEqual([]);
    expect([...recovered(told.sums)].filter(([, count]) => isSmall(count))).toEqual([]);
  });
});

/** Columns of reports that are codes. */
const OF_CELL: Readonly<Record<string, string>> = { E: 'E', B: 'B', K: 'K', V: 'V', D: 'D', offSite: 'BKV', holiday: 'G', missing: '-' };

/** The unknowns of a group of pupils. That groups of two axes may be parts of each other is tried in the attack on splits. */
function groupAtoms(axis: CohortAxis, value: string, name: string): string[] {
  const kinds = name === 'possible' ? ['attended', 'authorised', 'unauthorised'] : [name];
  return kinds.map((kind) => `${axis} ${value} ${kind}`);
}

/** A register in which few sessions have each of some codes: other numbers at each school. */
function seeded(book: readonly BookMark[], schoolId: number): BookMark[] {
  const at = schoolId % 10;
  const codes = ['U', 'L', '', 'E', 'B', 'G', 'V', 'M', 'N'].flatMap((code, index) => Array.from({ length: [3, 40, 2, 9, 1, 4, 0, 12, 2][(index + at * 2) % 9]! }, () => code));
  return book.map((mark, index) => (index % 7 === at % 7 && index / 7 < codes.length ? { ...mark, code: codes[Math.floor(index / 7)]! } : mark));
}
