import { ruleValue } from '@attendance/shared/kernel';
import { schoolPhaseLabel } from '@attendance/shared/organisations';
import { Disclosure } from '../disclosure.ts';
import type { EarlyRepository } from '../early.repository.ts';
import type { FiguresRepository } from '../figures.repository.ts';
import type { ReasonsService } from '../reasons.service.ts';
import { rateOf, shown, shownCounts, wholeTable, type Question, type ReportRow, type ReportSource } from './report-source.ts';
import { yearWords } from './list-words.ts';
import type { ReportsRepository } from './reports.repository.ts';
import type { RollMove, RollRepository } from './roll.repository.ts';

const isAsked = ({ schools }: Question, schoolId: number): boolean => schools.get(schoolId)?.isAsked === true;
const whoCells = ({ schools }: Question, schoolId: number) => ({ school: schools.get(schoolId)?.name ?? '', phase: schoolPhaseLabel(schools.get(schoolId)?.phase ?? '') });

/** Report 10: whose registers are behind, by the very rows of the freshness strip. */
export function silentTable(figures: FiguresRepository): ReportSource {
  return async (operation, question) => {
    const rows = (await figures.coverage(operation, question.academicYear)).filter(({ schoolId }) => isAsked(question, schoolId));
    const disclosure = await Disclosure.of(operation, figures, question.academicYear);
    return wholeTable(question, rows.map(({ schoolId, marksTo, expectedTo, pupils }) => ({
      key: String(schoolId), schoolId,
      cells: { ...whoCells(question, schoolId), state: marksTo === null ? 'Silent: nothing held' : marksTo < expectedTo ? 'Silent' : 'In', marksTo, expectedTo, pupils: shown(disclosure.hidesWhole({ schoolId, phase: null }, question.academicYear, 'enrolments') ? null : pupils) },
    })));
  };
}

/** Report 10: who came and went. */
export function rollTable(rolls: RollRepository): ReportSource {
  return async (operation, question) => wholeTable(question, (await rolls.rolls(operation, question.academicYear)).filter(({ schoolId, joined, left }) => isAsked(question, schoolId) && joined + left > 0)
    .map(({ schoolId, joined, left, leftUnexplained }): ReportRow => ({ key: String(schoolId), schoolId, cells: { ...whoCells(question, schoolId), joined, left, leftUnexplained } })));
}

/** Report 10: the enrolments that one of those counts counts. */
export function rollListTable(rolls: RollRepository, move: RollMove): ReportSource {
  return async (operation, question) => {
    const asked = [...question.schools.values()].filter((each) => each.isAsked).map(({ schoolId }) => schoolId);
    const { academicYear, filter: { ncYear }, sort, descending } = question;
    return {
      total: await rolls.total(operation, move, academicYear, asked, ncYear), compared: [],
      rows: async (offset, take) => (await rolls.rows(operation, move, academicYear, asked, ncYear, sort, descending, offset, take)).map(({ enrolmentId, pupilId, name, schoolId, schoolName, ncYear: year, form, on, reason }): ReportRow => ({
        key: String(enrolmentId), pupilId, schoolId, cells: { pupil: name, school: schoolName, year: yearWords(year), form, on, reason },
      })),
    };
  };
}

/** Report 10: pupils of whom a school must tell the council, by the marks. */
export function pointsTable(reports: ReportsRepository): ReportSource {
  return async (operation, question) => {
    const [withoutLeave, ill] = [ruleValue('continuous-absence.return-school-days', operation.today), ruleValue('sickness-return.school-days', operation.today)];
    const rows = await reports.points(operation, question.academicYear, withoutLeave * 2, ill * 2);
    const [tenDays, fifteenDays] = [shownCounts(operation, rows.map((row) => row.tenDays)).cells, shownCounts(operation, rows.map((row) => row.fifteenDays)).cells];
    return wholeTable(question, rows.flatMap(({ schoolId }, index): ReportRow[] => (isAsked(question, schoolId)
      ? [{ key: String(schoolId), schoolId, cells: { ...whoCells(question, schoolId), tenDays: shown(tenDays[index]), fifteenDays: shown(fifteenDays[index]) } }] : [])));
  };
}

/** Report 11: sessions without a mark, and at weekends. */
export function missingTable(figures: FiguresRepository, reports: ReportsRepository): ReportSource {
  return async (operation, question) => {
    const every = await reports.totals(operation, question.academicYear);
    const weekends = new Map((await reports.weekends(operation, question.academicYear)).map(({ schoolId, sessions }) => [schoolId, sessions]));
    // Hidden as on the page of schools, over all schools within reach before the filter: neither two filters nor two tables tell by their difference what neither shows.
    const disclosure = await Disclosure.of(operation, figures, question.academicYear);
    const missing = every.map(({ schoolId, missing: own }) => (disclosure.hidesWhole({ schoolId, phase: null }, question.academicYear, 'missing') ? null : own));
    const weekend = shownCounts(operation, every.map(({ schoolId }) => weekends.get(schoolId) ?? 0)).cells;
    return wholeTable(question, every.flatMap(({ schoolId, possible, missing: own }, index): ReportRow[] => (isAsked(question, schoolId)
      ? [{ key: String(schoolId), schoolId, cells: { ...whoCells(question, schoolId), missing: shown(missing[index]), missingPercent: rateOf(missing[index], possible + own), weekend: shown(weekend[index]) } }] : [])));
  };
}

/** Report 11: marks beside rolls, other schools and reasons. */
export function marksTable(reports: ReportsRepository, reasons: ReasonsService): ReportSource {
  return async (operation, question) => {
    const marks = new Map((await reports.marksAgainstRoll(operation, question.academicYear)).map((each) => [each.schoolId, each]));
    const overdue = new Map((await reasons.bySchool(operation, false)).map((each) => [Number(each.schoolId), each]));
    const ids = [...new Set([...marks.keys(), ...overdue.keys()])].filter((schoolId) => isAsked(question, schoolId));
    const rows = ids.map((schoolId): ReportRow => {
      const { early = 0, afterwards = 0, clashing = 0 } = marks.get(schoolId) ?? {};
      return { key: String(schoolId), schoolId, cells: { ...whoCells(question, schoolId), early, afterwards, clashing, overdue: overdue.get(schoolId)?.sessions ?? 0, oldestOn: overdue.get(schoolId)?.oldestOn ?? null } };
    });
    return wholeTable(question, rows.filter(({ cells }) => [cells.early, cells.afterwards, cells.clashing, cells.overdue].some((each) => each !== 0)));
  };
}

/** Report 12: persistent absence on both sides of the change of school. */
export function transitionTable(reports: ReportsRepository, early: EarlyRepository): ReportSource {
  return async (operation, question) => {
    const rows = await reports.transition(operation, question.academicYear, ruleValue('persistent-absence.percent', operation.today));
    const tooEarly = await early.schools(operation);
    return wholeTable(question, rows.filter(({ schoolId }) => isAsked(question, schoolId)).map(({ schoolId, pupils, before, now, both }): ReportRow => ({
      key: String(schoolId), schoolId, cells: { school: whoCells(question, schoolId).school, pupils, before, ...(tooEarly.has(schoolId) ? {} : { now, both, began: now - both, ended: before - both }) },
    })));
  };
}
