import { compareCells, HIDDEN_CELL, ratePercent, ReportCellKind, roundedRate, type ReportCell } from '@attendance/shared/attendance';
import { schoolPhaseLabel } from '@attendance/shared/organisations';
import { ruleValue } from '@attendance/shared/kernel';
import { SortDirection, SchoolSort } from '../figures.inputs.ts';
import { Disclosure, type Counted } from '../disclosure.ts';
import type { EarlyRepository } from '../early.repository.ts';
import type { FiguresRepository, SchoolRow } from '../figures.repository.ts';
import type { PublishedService } from '../published.service.ts';
import type { HalfTermRepository, HalfTermSessions } from './half-term.repository.ts';
import { publishedRows } from './published-rows.ts';
import { rateOf, seesFiguresOnly, shown, shownCounts, sumBeside, wholeTable, type ReportRow, type ReportSource } from './report-source.ts';

const EVERY_SCHOOL = 100_000;
const absentOf = (row: { authorised: number; unauthorised: number }): number => row.authorised + row.unauthorised;
const percentOf = (part: number, whole: number): number | null => (whole === 0 ? null : (part * 100) / whole);
const difference = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : roundedRate(a - b));

/** The absence of this half term so far less that of the one before, in percentage points. */
const onLastHalfTerm = (term: HalfTermSessions | undefined): number | null => (term === undefined ? null : difference(percentOf(term.absent, term.possible), percentOf(term.absentBefore, term.possibleBefore)));

type Sums = Pick<SchoolRow, 'possible' | 'authorised' | 'unauthorised' | 'lateBefore' | 'lateAfter'>;
const SUMMED = ['possible', 'authorised', 'unauthorised', 'lateBefore', 'lateAfter'] as const satisfies readonly (keyof Sums)[];

/** What is told of some sessions. Of fewer pupils than a percentage needs, people who see figures only are told none. */
function sessionCells(sums: Sums, isTooFew: boolean): Record<string, ReportCell> {
  const rate = (part: number): ReportCell => (isTooFew ? HIDDEN_CELL : ratePercent(part, sums.possible));
  return { possible: sums.possible, absence: rate(absentOf(sums)), authorised: rate(sums.authorised), unauthorised: rate(sums.unauthorised), late: rate(sums.lateBefore + sums.lateAfter) };
}

/**
 * Report 1, over the very rows of the page of schools. What is small is hidden over all schools within reach before the filter
 * is applied, so that two filters do not tell by their difference what neither shows.
 */
export function schoolTable(figures: FiguresRepository, published: PublishedService, early: EarlyRepository, halfTerms: HalfTermRepository): ReportSource {
  return async (operation, question) => {
    const { academicYear, schools, filter } = question;
    const every = await figures.schools(operation, academicYear, {}, SchoolSort.NAME, SortDirection.ASC, 0, EVERY_SCHOOL);
    const fewest = seesFiguresOnly(operation) ? ruleValue('suppression.percent-denominator', operation.today) : 0;
    const isTooFew = (index: number): boolean => every[index]!.enrolments > 0 && every[index]!.enrolments < fewest;
    const pupils = shownCounts(operation, every.map((row) => row.enrolments));
    // The page of schools hides by this too: one of the two must not tell what the other hides.
    const disclosure = await Disclosure.of(operation, figures, academicYear);
    const isHidden = (name: Counted) => (index: number): boolean => isTooFew(index) || disclosure.hidesWhole({ schoolId: every[index]!.schoolId, phase: null }, academicYear, name);
    const persistent = shownCounts(operation, every.map((row) => row.persistent ?? 0), isHidden('persistent'));
    const missing = shownCounts(operation, every.map((row) => row.missing));
    const severe = shownCounts(operation, every.map((row) => row.severe ?? 0), isHidden('severe'));
    // Too early in the year persistent and severe absence say nothing, and nothing stands there.
    const tooEarly = await early.schools(operation);
    const terms = new Map((await halfTerms.sessions(operation)).map((each) => [each.schoolId, each]));
    const england = new Map<string, number | null>();
    const rows: (ReportRow & { readonly index: number })[] = [];
    for (const [index, row] of every.entries()) {
      if (schools.get(row.schoolId)?.isAsked !== true) continue;
      if (!england.has(row.phase)) england.set(row.phase, (await published.england(operation, row.phase))[0]?.rates.absence ?? null);
      const absence = percentOf(absentOf(row), row.possible);
      const lastYear = row.lastYearPossible === null ? null : percentOf(row.lastYearPossible - (row.lastYearAttended ?? 0), row.lastYearPossible);
      const points = (value: number | null): ReportCell => (isTooFew(index) ? HIDDEN_CELL : value);
      rows.push({
        key: String(row.schoolId), schoolId: row.schoolId, index,
        cells: {
          school: row.name, phase: schoolPhaseLabel(row.phase), pupils: shown(pupils.cells[index]), ...sessionCells(row, isTooFew(index)),
          ...(tooEarly.has(row.schoolId) ? {} : {
            persistent: shown(persistent.cells[index]), persistentPercent: isTooFew(index) ? HIDDEN_CELL : rateOf(persistent.cells[index], row.enrolments),
            severe: shown(severe.cells[index]), severePercent: isTooFew(index) ? HIDDEN_CELL : rateOf(severe.cells[index], row.enrolments),
          }),
          missing: shown(missing.cells[index]), change: points(difference(absence, lastYear)), halfTerm: points(onLastHalfTerm(terms.get(row.schoolId))), england: points(difference(absence, england.get(row.phase) ?? null)), marksTo: row.marksTo,
        },
      });
    }
    const asked = rows.map(({ index }) => every[index]!);
    const shares = asked.filter((row) => row.enrolments >= fewest).map((row) => percentOf(absentOf(row), row.possible) ?? -1);
    const ranked = rows.map(({ index, ...row }, at) => ({ ...row, cells: { ...row.cells, rank: isTooFew(index) ? HIDDEN_CELL : 1 + shares.filter((each) => each > (percentOf(absentOf(asked[at]!), asked[at]!.possible) ?? -1)).length } }));
    const sums = Object.fromEntries(SUMMED.map((name) => [name, asked.reduce((sum, row) => sum + row[name], 0)])) as unknown as Sums;
    const whole = (counts: readonly number[], cells: readonly (number | null)[]): number | null => sumBeside(counts, (index) => cells[rows[index]!.index] === null);
    const enrolments = whole(asked.map((row) => row.enrolments), pupils.cells);
    const persistentWhole = whole(asked.map((row) => row.persistent ?? 0), persistent.cells);
    const severeWhole = whole(asked.map((row) => row.severe ?? 0), severe.cells);
    const together: ReportRow = {
      key: 'together', opensWith: { phase: filter.phase, schoolId: filter.schoolId, mine: filter.mine },
      cells: {
        school: rows.length === 1 ? 'This school' : `These ${rows.length} schools together`, pupils: shown(enrolments), ...sessionCells(sums, enrolments === null || enrolments < fewest),
        ...(asked.every(({ schoolId }) => tooEarly.has(schoolId)) ? {} : { persistent: shown(persistentWhole), persistentPercent: rateOf(persistentWhole, enrolments), severe: shown(severeWhole), severePercent: rateOf(severeWhole, enrolments) }), missing: shown(whole(asked.map((row) => row.missing), missing.cells)),
      },
    };
    // Rates are sorted as they are shown; of two that are shown alike the higher rank comes first.
    ranked.sort((a, b) => compareCells(ReportCellKind.COUNT, a.cells.rank ?? null, b.cells.rank ?? null, false));
    return wholeTable(question, ranked, [...(rows.length > 0 ? [together] : []), ...(await publishedRows(operation, published, filter.phase))]);
  };
}
