import { compareCells, HIDDEN_CELL, ratePercent, ReportCellKind, roundedRate, type HiddenFigure, type ReportCell } from '@attendance/shared/attendance';
import { schoolPhaseLabel } from '@attendance/shared/organisations';
import { SortDirection, SchoolSort } from '../figures.inputs.ts';
import { Disclosure } from '../disclosure.ts';
import type { EarlyRepository } from '../early.repository.ts';
import type { FiguresRepository, SchoolRow } from '../figures.repository.ts';
import type { PublishedService } from '../published.service.ts';
import type { HalfTermRepository, HalfTermSessions } from './half-term.repository.ts';
import { publishedRows } from './published-rows.ts';
import { rateOf, shown, wholeTable, type ReportRow, type ReportSource } from './report-source.ts';

const EVERY_SCHOOL = 100_000;
const absentOf = (row: { authorised: number; unauthorised: number }): number => row.authorised + row.unauthorised;
const percentOf = (part: number, whole: number): number | null => (whole === 0 ? null : (part * 100) / whole);
const difference = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : roundedRate(a - b));

/** The absence of this half term so far less that of the one before, in percentage points. */
const onLastHalfTerm = (term: HalfTermSessions | undefined, rounded: (count: number) => number): number | null => (
  term === undefined ? null : difference(percentOf(rounded(term.absent), term.possible), percentOf(rounded(term.absentBefore), term.possibleBefore)));

type Sums = Pick<SchoolRow, 'possible' | 'authorised' | 'unauthorised' | 'lateBefore' | 'lateAfter'>;
const SUMMED = ['possible', 'authorised', 'unauthorised', 'lateBefore', 'lateAfter'] as const satisfies readonly (keyof Sums)[];

/** What is told of some sessions: each rate by what may be told of the counts it is made of. */
function sessionCells(sums: Sums, isHidden: (name: HiddenFigure) => boolean): Record<string, ReportCell> {
  const rate = (part: number, ...names: readonly HiddenFigure[]): ReportCell => (names.some(isHidden) ? HIDDEN_CELL : ratePercent(part, sums.possible));
  return { possible: sums.possible, absence: rate(absentOf(sums), 'missed'), authorised: rate(sums.authorised, 'kinds'), unauthorised: rate(sums.unauthorised, 'kinds'), late: rate(sums.lateBefore + sums.lateAfter, 'lateBefore', 'lateAfter') };
}

/**
 * Report 1, over the very rows of the page of schools. What is hidden there is hidden here, over all schools within reach before the
 * filter is applied, so that neither two filters nor the two tables tell by their difference what neither shows.
 */
export function schoolTable(figures: FiguresRepository, published: PublishedService, early: EarlyRepository, halfTerms: HalfTermRepository): ReportSource {
  return async (operation, question) => {
    const { academicYear, schools, filter } = question;
    const every = await figures.schools(operation, academicYear, {}, SchoolSort.NAME, SortDirection.ASC, 0, EVERY_SCHOOL);
    const disclosure = await Disclosure.of(operation, figures, academicYear);
    const isHidden = (schoolId: number) => (name: HiddenFigure): boolean => disclosure.hidesWhole({ schoolId, phase: null }, academicYear, name);
    const countOf = (row: SchoolRow, name: Exclude<HiddenFigure, 'missed' | 'kinds'>): number | null => (isHidden(row.schoolId)(name) ? null : row[name]);
    // Too early in the year persistent and severe absence say nothing, and nothing stands there.
    const tooEarly = await early.schools(operation);
    const terms = new Map((await halfTerms.sessions(operation)).map((each) => [each.schoolId, each]));
    // Half terms and last year end elsewhere for each school: to people who see figures only their sessions are told to the nearest five, as on the pages.
    const rounded = (count: number): number => disclosure.rounded(count);
    const england = new Map<string, number | null>();
    const rows: (ReportRow & { readonly row: SchoolRow })[] = [];
    for (const row of every) {
      if (schools.get(row.schoolId)?.isAsked !== true) continue;
      if (!england.has(row.phase)) england.set(row.phase, (await published.england(operation, row.phase))[0]?.rates.absence ?? null);
      const absence = percentOf(absentOf(row), row.possible);
      const lastYear = row.lastYearPossible === null ? null : percentOf(rounded(row.lastYearPossible - (row.lastYearAttended ?? 0)), row.lastYearPossible);
      const hides = isHidden(row.schoolId);
      const points = (value: number | null): ReportCell => (hides('missed') ? HIDDEN_CELL : value);
      const [pupils, persistent, severe] = [countOf(row, 'enrolments'), countOf(row, 'persistent'), countOf(row, 'severe')];
      rows.push({
        key: String(row.schoolId), schoolId: row.schoolId, row,
        cells: {
          school: row.name, phase: schoolPhaseLabel(row.phase), pupils: shown(pupils), ...sessionCells(row, hides),
          ...(tooEarly.has(row.schoolId) ? {} : { persistent: shown(persistent), persistentPercent: rateOf(persistent, pupils), severe: shown(severe), severePercent: rateOf(severe, pupils) }),
          missing: shown(countOf(row, 'missing')), change: points(difference(absence, lastYear)), halfTerm: points(onLastHalfTerm(terms.get(row.schoolId), rounded)), england: points(difference(absence, england.get(row.phase) ?? null)), marksTo: row.marksTo,
        },
      });
    }
    const asked = rows.map(({ row }) => row);
    const isRanked = (row: SchoolRow): boolean => !isHidden(row.schoolId)('missed');
    const shares = asked.filter(isRanked).map((row) => percentOf(absentOf(row), row.possible) ?? -1);
    const ranked = rows.map(({ row, ...each }) => ({ ...each, cells: { ...each.cells, rank: isRanked(row) ? 1 + shares.filter((share) => share > (percentOf(absentOf(row), row.possible) ?? -1)).length : HIDDEN_CELL } }));
    const sums = Object.fromEntries(SUMMED.map((name) => [name, asked.reduce((sum, row) => sum + row[name], 0)])) as unknown as Sums;
    // Schools that somebody is named officer of are told together where each of them is told.
    const hidesWhole = (name: HiddenFigure): boolean => (filter.mine ? asked.some((row) => isHidden(row.schoolId)(name)) : disclosure.hidesWhole(filter, academicYear, name));
    const whole = (name: Exclude<HiddenFigure, 'missed' | 'kinds'>): number | null => (hidesWhole(name) ? null : asked.reduce((sum, row) => sum + row[name], 0));
    const [enrolments, persistentWhole, severeWhole] = [whole('enrolments'), whole('persistent'), whole('severe')];
    const together: ReportRow = {
      key: 'together', opensWith: { phase: filter.phase, schoolId: filter.schoolId, mine: filter.mine },
      cells: {
        school: rows.length === 1 ? 'This school' : `These ${rows.length} schools together`, pupils: shown(enrolments), ...sessionCells(sums, hidesWhole),
        ...(asked.every(({ schoolId }) => tooEarly.has(schoolId)) ? {} : { persistent: shown(persistentWhole), persistentPercent: rateOf(persistentWhole, enrolments), severe: shown(severeWhole), severePercent: rateOf(severeWhole, enrolments) }), missing: shown(whole('missing')),
      },
    };
    // Rates are sorted as they are shown; of two that are shown alike the higher rank comes first.
    ranked.sort((a, b) => compareCells(ReportCellKind.COUNT, a.cells.rank ?? null, b.cells.rank ?? null, false));
    return wholeTable(question, ranked, [...(rows.length > 0 ? [together] : []), ...(await publishedRows(operation, published, filter.phase))]);
  };
}
