import { ABSENCE_BANDS, COHORT_AXES, HIDDEN_CELL, hideSmallTable, NOT_RECORDED, roundedRate, type ReportCell } from '@attendance/shared/attendance';
import { schoolPhaseLabel } from '@attendance/shared/organisations';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { CohortsService } from '../cohorts.service.ts';
import type { CohortCountsType } from '../cohorts.type.ts';
import type { EarlyRepository } from '../early.repository.ts';
import type { PatternsRepository } from '../patterns.repository.ts';
import type { SlotFiguresType } from '../patterns.type.ts';
import { rateOf, seesFiguresOnly, shown, shownCounts, smallestCount, wholeTable, type ReportRow, type ReportSource } from './report-source.ts';
import type { ReportsRepository } from './reports.repository.ts';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const whoCells = (slot: number): Record<string, ReportCell> => ({ day: DAYS[Math.floor(slot / 2)] ?? '', session: slot % 2 === 0 ? 'Morning' : 'Afternoon' });
const sumOf = (slots: readonly SlotFiguresType[], of: (slot: SlotFiguresType) => number): number => slots.reduce((total, slot) => total + of(slot), 0);
const absentOf = (slot: Pick<SlotFiguresType, 'authorised' | 'unauthorised'>): number => slot.authorised + slot.unauthorised;

/** L and U of each half day as they may be shown. */
const lateCells = (operation: Operation, slots: readonly SlotFiguresType[]) => ({ before: shownCounts(operation, slots.map(({ lateBefore }) => lateBefore)).cells, after: shownCounts(operation, slots.map(({ lateAfter }) => lateAfter)).cells });

/** Report 4, in the order of the week. */
export function halfDayTable(patterns: PatternsRepository): ReportSource {
  return async (operation, question) => {
    const { academicYear, filter: { phase, schoolId } } = question;
    const slots = await patterns.slots(operation, academicYear, { phase, schoolId });
    const absent = shownCounts(operation, slots.map(absentOf)).cells;
    const split = seesFiguresOnly(operation) ? hideSmallTable(slots.map((slot) => [slot.authorised, slot.unauthorised]), smallestCount(operation), (row) => absent[row] === null) : slots.map((slot) => [slot.authorised, slot.unauthorised]);
    const { before, after } = lateCells(operation, slots);
    const late = shownCounts(operation, slots.map(({ lateBefore, lateAfter }) => lateBefore + lateAfter), (index) => before[index] === null || after[index] === null).cells;
    const week = { possible: sumOf(slots, ({ possible }) => possible), absent: sumOf(slots, absentOf) };
    return wholeTable(question, slots.map((slot, index) => ({
      key: String(slot.slot), opensWith: { phase, schoolId, slot: slot.slot },
      cells: {
        ...whoCells(slot.slot), possible: slot.possible, absent: shown(absent[index]), absence: rateOf(absent[index], slot.possible),
        beside: absent[index] === null || absent[index] === undefined ? HIDDEN_CELL : roundedRate((absent[index] * 100) / slot.possible - (week.absent * 100) / week.possible),
        authorised: rateOf(split[index]?.[0], slot.possible), unauthorised: rateOf(split[index]?.[1], slot.possible), late: rateOf(late[index], slot.possible),
      },
    })));
  };
}

/** Report 6, when pupils come late. */
export function lateHalfDayTable(patterns: PatternsRepository): ReportSource {
  return async (operation, question) => {
    const { academicYear, filter: { phase, schoolId } } = question;
    const slots = await patterns.slots(operation, academicYear, { phase, schoolId });
    const { before, after } = lateCells(operation, slots);
    return wholeTable(question, slots.map(({ slot, possible }, index) => ({
      key: String(slot), opensWith: { phase, schoolId, slot },
      cells: { ...whoCells(slot), possible, before: shown(before[index]), beforePercent: rateOf(before[index], possible), after: shown(after[index]), afterPercent: rateOf(after[index], possible) },
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
        const { whole, groups } = await cohorts.split(operation, axis, { phase, schoolId: question.filter.schoolId });
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

