import { HIDDEN_CELL, hideSmallCells, ratePercent, type ReportCell } from '../attendance/index.ts';
import { actionTypeLabel, ACTION_TYPES, type ActionType } from './actions.ts';
import { coverageTotals, type CoverageRow, type CoverageTotals } from './coverage.ts';
import { signedPoints } from './impact-effect.ts';
import { impactClass, impactSummary, changeInPoints, type ImpactLimits, type ImpactSummary, type SessionCount } from './impact.ts';
import { PUPIL_BARRIER_GROUPS, PUPIL_BARRIERS, type PupilBarrierGroup } from './pupil-barriers.ts';

/** A table of the term report. The first cell of a row names it; a hidden count is HIDDEN_CELL. */
export interface TermTable {
  readonly key: string;
  readonly heading: string;
  /** What is counted, in a sentence. */
  readonly note: string;
  readonly columns: readonly { readonly heading: string; readonly isNumber: boolean }[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReportCell[] }[];
}

const columns = (first: string, ...numbers: readonly string[]): TermTable['columns'] => [{ heading: first, isNumber: false }, ...numbers.map((heading) => ({ heading, isNumber: true }))];
/** Counts of schools, meetings and actions name no child and are never hidden. */
const share = (part: number, whole: number): readonly ReportCell[] => [part, whole, ratePercent(part, whole)];

/** A part of a number of pupils for people outside the team: neither it nor what is left of the whole may be from 1 to below `minimum`; nor the whole itself. */
export function pupilShare(part: number, whole: number, minimum: number): readonly ReportCell[] {
  if (whole > 0 && whole < minimum) return [HIDDEN_CELL, HIDDEN_CELL, HIDDEN_CELL];
  const shown = hideSmallCells([part, whole - part], minimum).cells[0];
  return shown === null || shown === undefined ? [HIDDEN_CELL, whole, HIDDEN_CELL] : share(shown, whole);
}

/** Coverage by phase, then of all. `phases` gives a school's phase in words. */
export function coverageTable(rows: readonly CoverageRow[], phaseOf: (schoolId: number) => string): TermTable {
  const phases = [...new Set(rows.map(({ schoolId }) => phaseOf(schoolId)))].sort();
  const cells = (label: string, totals: CoverageTotals): ReportCell[] => [label, totals.schools, totals.covered, ratePercent(totals.covered, totals.schools), totals.offered, ratePercent(totals.offered, totals.schools), totals.declined, totals.inHand, totals.outstanding, totals.overdue, totals.lessThanTermly, totals.leftOut];
  return {
    key: 'COVERAGE', heading: 'Coverage', note: 'Schools counted this term. Covered: a meeting naming the school was held in the term and its own section is complete. A check-in does not count. A school met once a year is not overdue where an earlier meeting of the year covered it.',
    columns: columns('Schools', 'Counted', 'Covered', 'Covered (%)', 'Offered', 'Offered (%)', 'Declined', 'In hand', 'No offer yet', 'Overdue', 'Once a year', 'Not counted'),
    rows: [...phases.map((phase) => ({ key: phase, cells: cells(phase, coverageTotals(rows.filter(({ schoolId }) => phaseOf(schoolId) === phase))) })), { key: 'ALL', cells: cells('All', coverageTotals(rows)) }],
  };
}

/** Schools that send no registers, and how many of them have entered their summary of the term: those without are in no figure but coverage. */
export function summaryTable(withoutFeed: number, entered: number): TermTable {
  return {
    key: 'SUMMARIES', heading: 'Schools that send no registers', note: 'Schools counted this term that owe no registers and send none. Their tier rests on a summary they enter themselves; until one is entered they are universal, and nothing of their attendance is known here.',
    columns: columns('Schools', 'Count', 'Of', 'Share (%)'), rows: [{ key: 'ENTERED', cells: ['With their summary of the term', ...share(entered, withoutFeed)] }, { key: 'MISSING', cells: ['Without it', ...share(withoutFeed - entered, withoutFeed)] }],
  };
}

/** A meeting of the term as far as its record goes. */
export interface RecordFact { readonly heldOn: string | null; readonly issuedOn: string | null; readonly recordDue: string | null }

/** Records of meetings held, by the day they were due. */
export function recordTable(meetings: readonly RecordFact[], today: string): TermTable {
  const held = meetings.filter(({ heldOn }) => heldOn !== null);
  const due = held.filter(({ recordDue, issuedOn }) => issuedOn !== null || (recordDue !== null && recordDue < today));
  const inTime = due.filter(({ recordDue, issuedOn }) => issuedOn !== null && (recordDue === null || issuedOn <= recordDue));
  return {
    key: 'RECORDS', heading: 'Records', note: 'A record is in time where it was issued by the day it was due. Meetings whose record is not due yet are not counted in that share.', columns: columns('Records', 'Count', 'Of', 'Share (%)'),
    rows: [
      { key: 'ISSUED', cells: ['Records issued, of meetings held', ...share(held.filter(({ issuedOn }) => issuedOn !== null).length, held.length)] },
      { key: 'IN_TIME', cells: ['Issued in time, of records due or issued', ...share(inTime.length, due.length)] },
    ],
  };
}

export interface ActionFact { readonly side: string; readonly due: number; readonly onTime: number; readonly late: number; readonly open: number; readonly notDone: number; readonly notNeeded: number }
const SIDE_LABELS: Readonly<Record<string, string>> = { LA: 'The authority', SCHOOL: 'Schools', PARTNER: 'Partners' };

/** Actions that came due, by whose they are; what is no longer needed beside them. */
export function actionTable(facts: readonly ActionFact[]): TermTable {
  const whole = facts.reduce((sum, each) => ({ side: 'ALL', due: sum.due + each.due, onTime: sum.onTime + each.onTime, late: sum.late + each.late, open: sum.open + each.open, notDone: sum.notDone + each.notDone, notNeeded: sum.notNeeded + each.notNeeded }), { side: 'ALL', due: 0, onTime: 0, late: 0, open: 0, notDone: 0, notNeeded: 0 });
  const cells = (label: string, { due, onTime, late, open, notDone, notNeeded }: ActionFact): ReportCell[] => [label, due, onTime, ratePercent(onTime, due), late, open, notDone, notNeeded];
  return {
    key: 'ACTIONS', heading: 'Actions done on time', note: 'Actions agreed in meetings whose day in the term is over: on time where they were done by the day they were due. Those no longer needed stand apart.', columns: columns('Whose', 'Due', 'Done on time', 'On time (%)', 'Done late', 'Still open', 'Partly or not done', 'No longer needed'),
    rows: [...facts.map((each) => ({ key: each.side, cells: cells(SIDE_LABELS[each.side] ?? each.side, each) })), { key: 'ALL', cells: cells('All', whole) }],
  };
}

/** Severely absent pupils, as registers stand now: who has a plan, and who was spoken about. */
export function severeTable({ pupils, withPlan, discussed }: { readonly pupils: number; readonly withPlan: number; readonly discussed: number }, minimum: number): TermTable {
  return {
    key: 'SEVERE', heading: 'Severely absent pupils', note: 'Pupils who are severely absent as the registers stand now. A plan is one in place by the last record that says; spoken about means in a meeting held this term.', columns: columns('Pupils', 'Count', 'Of', 'Share (%)'),
    rows: [{ key: 'PLAN', cells: ['With a plan in place', ...pupilShare(withPlan, pupils, minimum)] }, { key: 'DISCUSSED', cells: ['Spoken about this term', ...pupilShare(discussed, pupils, minimum)] }],
  };
}

/** What stood between pupils and school, by group, of pupils with a barrier recorded this term; the most frequent first. */
export function themeTable({ pupils, groups }: { readonly pupils: number; readonly groups: Readonly<Partial<Record<string, number>>> }, minimum: number): TermTable {
  const count = (group: PupilBarrierGroup): number => groups[group] ?? 0;
  // What is hidden must not be told by its place: hidden groups stand last, by name.
  const rows = PUPIL_BARRIER_GROUPS.map((group) => ({ key: group, cells: [PUPIL_BARRIERS[group].label, ...pupilShare(count(group), pupils, minimum)] }));
  const rank = ({ cells }: (typeof rows)[number]): number => (typeof cells[1] === 'number' ? cells[1] : -1);
  return {
    key: 'THEMES', heading: 'Themes: barriers of pupils', note: 'Pupils spoken about in meetings held this term whose record names a barrier. A pupil may have barriers of several groups and counts once in each.', columns: columns('Barriers', 'Pupils', 'Of', 'Share (%)'),
    rows: rows.sort((one, other) => rank(other) - rank(one) || String(one.cells[0]).localeCompare(String(other.cells[0]))),
  };
}

/** One measured action, of nobody in particular. */
export interface EffectFact { readonly type: string | null; readonly before: SessionCount | null; readonly after: SessionCount | null }

const NO_SESSIONS: SessionCount = { possible: 0, attended: 0 };
const measured = ({ before, after }: EffectFact, limits: ImpactLimits): { impact: ReturnType<typeof impactClass>; value: number | null } => {
  const [was, is] = [before ?? NO_SESSIONS, after ?? NO_SESSIONS];
  const impact = impactClass(was, is, limits);
  return { impact, value: impact === 'INSUFFICIENT' ? null : changeInPoints(was, is) };
};

function effectCells(label: string, { pupils, insufficient, classes, median, interval }: ImpactSummary, minimum: number, shownFrom: number): ReportCell[] {
  const few = hideSmallCells([pupils, insufficient], minimum).cells[1] ?? HIDDEN_CELL;
  if (classes === null) return [label, pupils === 0 ? 0 : `Fewer than ${shownFrom}`, HIDDEN_CELL, HIDDEN_CELL, HIDDEN_CELL, HIDDEN_CELL, 'Too few to say', null, null, few];
  const [improved, stable, worse] = hideSmallCells([classes.IMPROVED, classes.STABLE, classes.WORSE], minimum).cells;
  return [label, pupils, improved ?? HIDDEN_CELL, improved === null || improved === undefined ? HIDDEN_CELL : ratePercent(improved, pupils), stable ?? HIDDEN_CELL, worse ?? HIDDEN_CELL, median, interval?.from ?? null, interval?.to ?? null, few];
}

/** What followed actions, kind by kind. Nothing is said of fewer pupils than may be shown. */
export function effectTable(facts: readonly EffectFact[], limits: ImpactLimits, minimum: number): TermTable {
  const types = [...new Set(facts.map(({ type }) => type))];
  const labelOf = (type: string | null): string => (type !== null && Object.hasOwn(ACTION_TYPES, type) ? actionTypeLabel(type as ActionType) : 'Of no kind');
  return {
    key: 'EFFECT', heading: 'What followed actions', note: `Pupils with an action begun this term, each from the first of its kind: attendance in the ${limits.firstDays} school days from it less that in the ${limits.beforeDays} before. Improved: ${limits.changePoints} points or more.`,
    columns: columns('Kind of action', 'Pupils', 'Improved', 'Improved (%)', 'No great change', 'Worse', 'Middle change (points)', '95 times in 100 from (points)', 'To (points)', 'Too few sessions'),
    rows: types.map((type) => ({ key: type ?? 'NONE', cells: effectCells(labelOf(type), impactSummary(facts.filter((each) => each.type === type).map((each) => measured(each, limits)), limits), minimum, limits.shownFrom) }))
      .sort((one, other) => String(one.cells[0]).localeCompare(String(other.cells[0]))),
  };
}

export interface OfficerFact { readonly name: string; readonly officerId: number; readonly schools: number; readonly held: number; readonly booked: number; readonly open: number; readonly overdue: number }

/** Who carries how much. */
export function workloadTable(facts: readonly OfficerFact[]): TermTable {
  return {
    key: 'WORKLOAD', heading: 'Officer workload', note: 'Schools an officer is named for today, meetings of the term, and own actions as they stand today.', columns: columns('Officer', 'Schools', 'Meetings held', 'Meetings booked', 'Actions open', 'Overdue, of those open'),
    rows: [...facts].sort((one, other) => one.name.localeCompare(other.name) || one.officerId - other.officerId).map(({ officerId, name, schools, held, booked, open, overdue }) => ({ key: String(officerId), cells: [name, schools, held, booked, open, overdue] })),
  };
}

/** How many schools raised something, beside what they wrote. */
export function saidTable(said: { readonly AREA_BARRIER: number; readonly PRACTICE_TO_SHARE: number }, covered: number): TermTable {
  return {
    key: 'SAID', heading: 'Raised by schools', note: 'Sections of meetings held this term that name a barrier of the area, or practice to share. What they wrote stands below, once the record is issued.', columns: columns('Raised', 'Sections', 'Schools covered'),
    rows: [{ key: 'AREA_BARRIER', cells: ['A barrier of the area', said.AREA_BARRIER, covered] }, { key: 'PRACTICE_TO_SHARE', cells: ['Practice to share', said.PRACTICE_TO_SHARE, covered] }],
  };
}

/** A cell as people read it. */
export function termCellWords(cell: ReportCell, heading: string): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  if (heading.endsWith('(points)')) return signedPoints(cell);
  return heading.endsWith('(%)') ? `${cell.toFixed(1)}%` : String(cell);
}
