import { ABSENCE_BANDS, COHORT_AXES, HIDDEN_CELL, NOT_RECORDED, roundedRate, type ReportCell } from '@attendance/shared/attendance';
import { schoolPhaseLabel } from '@attendance/shared/organisations';
import type { CohortsService } from '../cohorts.service.ts';
import type { CohortCountsType } from '../cohorts.type.ts';
import type { EarlyRepository } from '../early.repository.ts';
import type { PatternsService } from '../patterns.service.ts';
import { rateOf, seesFiguresOnly, shown, wholeTable, type ReportRow, type ReportSource } from './report-source.ts';
import type { ReportsRepository } from './reports.repository.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const whoCells = (slot: number): Record<string, ReportCell> => ({ day: DAYS[Math.floor(slot / 2)] ?? '', session: slot % 2 === 0 ? 'Morning' : 'Afternoon' });
/** Report 4, in the order of the week. */
export function halfDayTable(patterns: PatternsService): ReportSource {
  return async (operation, question) => {
    const { filter: { phase, schoolId } } = question;
    const week = await patterns.slots(operation, { phase, schoolId });
    return wholeTable(question, week.told.map(({ slot, possible, absent, authorised, unauthorised, lateBefore, lateAfter }) => ({
      key: String(slot), opensWith: { phase, schoolId, slot },
      cells: {
        ...whoCells(slot), possible: shown(possible), absent: shown(absent), absence: rateOf(absent, possible),
        beside: absent === null || possible === null ? HIDDEN_CELL : roundedRate((absent * 100) / possible - (week.absent * 100) / week.possible),
        authorised: rateOf(authorised, possible), unauthorised: rateOf(unauthorised, possible), late: rateOf(lateBefore === null || lateAfter === null ? null : lateBefore + lateAfter, possible),
      },
    })));
  };
}

/** Report 6, when pupils come late. */
export function lateHalfDayTable(patterns: PatternsService): ReportSource {
  return async (operation, question) => {
    const { filter: { phase, schoolId } } = question;
    const { told } = await patterns.slots(operation, { phase, schoolId });
    return wholeTable(question, told.map(({ slot, possible, lateBefore, lateAfter }) => ({
      key: String(slot), opensWith: { phase, schoolId, slot },
      cells: { ...whoCells(slot), possible: shown(possible), before: shown(lateBefore), beforePercent: rateOf(lateBefore, possible), after: shown(lateAfter), afterPercent: rateOf(lateAfter, possible) },
    })));
  };
}

const absenceOf = ({ authorised, unauthorised }: CohortCountsType): number | null => (authorised === null || unauthorised === null ? null : authorised + unauthorised);
const GAP_AXES = ['FSM', 'SEN'] as const;

/** The absence of a group less that of everybody else of the phase, in percentage points; hidden where either is. */
function gapOf(group: CohortCountsType, whole: CohortCountsType): ReportCell {
  const [absent, all] = [absenceOf(group), absenceOf(whole)];
  if (absent === null || all === null || group.possible === null || whole.possible === null) return HIDDEN_CELL;
  const others = whole.possible - group.possible;
  return group.possible === 0 || others === 0 ? null : roundedRate((absent * 100) / group.possible - ((all - absent) * 100) / others);
}

/** Report 5: free meals and special needs, phase by phase. */
export function gapTable(cohorts: CohortsService, reports: ReportsRepository, early: EarlyRepository): ReportSource {
  return async (operation, question) => {
    const totals = await reports.totals(operation, question.academicYear);
    // What lies between a phase and the whole could name a child: people who see figures only get the whole.
    const phases = seesFiguresOnly(operation) ? [question.filter.phase] : [...new Set(totals.flatMap(({ schoolId }) => { const school = question.schools.get(schoolId); return school?.isAsked ? [school.phase] : []; }))].sort();
    const tooEarly = await early.schools(operation);
    const rows: ReportRow[] = [];
    for (const phase of phases) {
      const isShown = [...question.schools.values()].some((school) => school.isAsked && (phase === null || school.phase === phase) && !tooEarly.has(school.schoolId));
      for (const axis of GAP_AXES) {
        const { whole, groups } = await cohorts.split(operation, axis, { phase, schoolId: question.filter.schoolId }, { besideLastYear: false });
        rows.push(...groups.map(({ value, label, figures }): ReportRow => ({
          key: `${phase ?? 'ALL'} ${axis} ${value}`, opensWith: { phase, schoolId: question.filter.schoolId, axis, value },
          cells: {
            phase: phase === null ? 'All phases' : schoolPhaseLabel(phase), axis: COHORT_AXES[axis].label, group: label, pupils: shown(figures.enrolments), absence: rateOf(absenceOf(figures), figures.possible),
            gap: gapOf(figures, whole), ...(isShown ? { persistent: shown(figures.persistent), persistentPercent: rateOf(figures.persistent, figures.enrolments) } : {}),
          },
        })));
      }
    }
    return wholeTable(question, rows);
  };
}

/** Report 5: how many pupils missed how much. */
export function bandTable(cohorts: CohortsService): ReportSource {
  return async (operation, question) => {
    const { whole, groups } = await cohorts.split(operation, 'ABSENCE_BAND', question.filter);
    return wholeTable(question, groups.filter(({ value }) => value !== NOT_RECORDED).map(({ value, figures }) => ({
      key: value, opensWith: { phase: question.filter.phase, schoolId: question.filter.schoolId, axis: 'ABSENCE_BAND', value }, cells: { band: ABSENCE_BANDS[Number(value)]?.label ?? value, pupils: shown(figures.enrolments), share: rateOf(figures.enrolments, whole.enrolments) },
    })));
  };
}

/** Report 5: from which band to which. */
export function bandMoveTable(reports: ReportsRepository): ReportSource {
  return async (operation, question) => {
    const asked = [...question.schools.values()].filter(({ isAsked }) => isAsked).map(({ schoolId }) => schoolId);
    const moves = await reports.bandMoves(operation, question.academicYear, asked);
    return wholeTable(question, moves.map(({ from, to, pupils }) => ({
      key: `${from} ${to}`, opensWith: { phase: question.filter.phase, schoolId: question.filter.schoolId, mine: question.filter.mine, movedFrom: from, movedTo: to },
      cells: { from: ABSENCE_BANDS[from]?.label ?? '', to: ABSENCE_BANDS[to]?.label ?? '', pupils } })));
  };
}

