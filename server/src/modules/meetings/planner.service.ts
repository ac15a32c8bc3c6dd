import { academicYearOf, openSchoolDays, type SchoolCalendar } from '@attendance/shared/calendar';
import { addDays, ruleValue, weekStartOf } from '@attendance/shared/kernel';
import { checkInNow, checkIns, coverageBy, coverageOverdueFrom, coverageRows, coverageTotals, MEETING_TIERS, meetingTerms, nextStep, summaryState, termHalves, termLabel, usualMinutes, type CheckIn, type CoverageOffer, type CoverageRow, type MeetingTerm, type SummaryStanding } from '@attendance/shared/meetings';
import { findEstablishmentType } from '@attendance/shared/organisations';
import { notFound, Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { CoverageBy, PlannerFilter, PlannerStanding } from './meeting.inputs.ts';
import type { PlannerRepository, TermMeeting, TermSchool } from './planner.repository.ts';
import type { MeetingPlannerType, MeetingTermType, PlannedSchoolType, PlannerOfficerType, PlannerRowType, PlannerWeekType, PlannerWorkType } from './planner.type.ts';
import type { TierRepository } from './tier.repository.ts';
import { isOfAuthority, type Tiered, type TierService } from './tier.service.ts';
import type { UsualLengthType } from './tier.type.ts';

/** A school of the term with all that is known of it. */
export interface PlannedRow extends Tiered { readonly school: TermSchool; readonly row: CoverageRow; readonly meetings: readonly TermMeeting[]; readonly refusedOffers: number; /** Of each half of the term; empty where the tier has none. */ readonly checkIns: readonly CheckIn[]; /** Null where figures come from registers. */ readonly summary: SummaryStanding | null }
/** A term, and every school of the authority in it. */
export interface PlannedTerm { readonly term: MeetingTerm; readonly terms: readonly MeetingTerm[]; readonly calendar: SchoolCalendar; readonly overdueFrom: string; readonly rows: readonly PlannedRow[] }

/** Rows of the planner without pages. */
export interface PlannerList { readonly term: MeetingTermType; readonly overdueFrom: string; readonly officers: readonly PlannerOfficerType[]; readonly rows: readonly PlannerRowType[] }

/** Coverage of a term: every school of the authority, its tier, what was offered, booked and held, and who still needs an offer. */
export class PlannerService {
  constructor(private readonly planner: PlannerRepository, private readonly tiers: TierService, private readonly kept: TierRepository) {}

  async term(operation: Operation, filter: PlannerFilter, offset: number, take: number): Promise<MeetingPlannerType> {
    const { term, terms, calendar, overdueFrom, rows: all } = await this.load(operation, filter.term ?? null, null);
    const rows = all.filter((row) => isOfFilter(row, filter, operation.actor.userId));
    const byId = new Map(rows.map((row) => [row.school.schoolId, row]));
    const shown = listOf(rows, filter, operation.today);
    const page = shown.slice(offset, offset + take);
    const coverage = rows.map(({ row }) => row);
    return {
      term: termOf(term), terms: terms.map(termOf), weeks: weeksOf(within(calendar, term), term), officers: officersOf(all), overdueFrom, totals: coverageTotals(coverage),
      groups: groupsOf(coverage, byId, filter.by ?? 'PHASE'), work: workOf(rows, operation.today),
      items: page.map((row) => itemOf(row, operation.today)), total: shown.length,
    };
  }

  /** Every row the filter lets through, in the order of the page: for a file. */
  async listed(operation: Operation, filter: PlannerFilter): Promise<PlannerList> {
    const { term, overdueFrom, rows } = await this.load(operation, filter.term ?? null, null);
    const shown = listOf(rows.filter((row) => isOfFilter(row, filter, operation.actor.userId)), filter, operation.today);
    return { term: termOf(term), overdueFrom, officers: officersOf(rows), rows: shown.map((row) => itemOf(row, operation.today)) };
  }

  /** How long a meeting of these schools usually takes, by the tier of the one that needs most. */
  async usualLength(operation: Operation, schoolIds: readonly number[]): Promise<UsualLengthType> {
    const asked = [...new Set(schoolIds)];
    const { rows } = await this.load(operation, null, asked.length === 1 ? (asked[0] ?? null) : null);
    const tiers = rows.filter(({ school }) => asked.includes(school.schoolId)).map(({ tier }) => tier.tier);
    if (tiers.length < asked.length) throw notFound('school');
    const tier = MEETING_TIERS.findLast((each) => tiers.includes(each));
    if (tier === undefined) throw notFound('school');
    return { tier, minutes: usualMinutes(tier, tiers.length, operation.today) };
  }

  /** One school of a term, with everything behind its row. */
  async school(operation: Operation, schoolId: number, termKey: string | null): Promise<PlannedSchoolType> {
    const { term, rows: [found] } = await this.load(operation, termKey, schoolId);
    if (found === undefined) throw notFound('school');
    const asked = this.tiers.question(operation, term, schoolId);
    const severePupils = operation.can('pupil:read') ? await this.kept.severePupils(operation, asked) : [];
    operation.audit.viewed(severePupils.map(({ pupilId }) => pupilId));
    operation.audit.schoolIds.add(schoolId);
    const ofAuthority = isOfAuthority(operation);
    return {
      term: termOf(term), row: itemOf(found, operation.today), severePupils,
      maySetTier: ofAuthority && (operation.can('meeting:approve') || found.school.officers.some(({ id }) => id === operation.actor.userId)), maySetFrequency: ofAuthority && operation.can('meeting:approve'),
      tierVersion: found.facts.overrideVersion, requirementVersion: found.facts.requirementVersion,
      overrides: await this.kept.overrides(operation, schoolId), requirements: await this.kept.requirements(operation, schoolId, term.academicYear), actions: await this.kept.actions(operation, schoolId, term.startsOn, term.endsOn),
    };
  }

  /** The term named, or that of today or the next; beside it those of the years around. */
  async terms(operation: Operation, termKey: string | null): Promise<{ term: MeetingTerm & MeetingTermType; terms: readonly MeetingTerm[]; calendar: SchoolCalendar }> {
    const calendar = await this.planner.calendar(operation);
    const near = { ...calendar, terms: calendar.terms.filter((each) => Math.abs(academicYearOf(each.endsOn) - academicYearOf(operation.today)) <= 1) };
    const terms = meetingTerms(near);
    const term = termKey ? terms.find((each) => keyOf(each) === termKey) : (terms.find(({ endsOn }) => endsOn >= operation.today) ?? terms.at(-1));
    if (term === undefined) throw new Refusal(RefusalCode.NOT_FOUND, 'There is no such term in the school calendars. Nothing was changed. Load the calendars, or choose another term.');
    return { term: { ...term, ...termOf(term) }, terms, calendar: near };
  }

  /** A term with every school, or with one. */
  async load(operation: Operation, termKey: string | null, schoolId: number | null): Promise<PlannedTerm> {
    const { term, terms, calendar } = await this.terms(operation, termKey);
    const { startsOn, endsOn } = term;
    const schools = await this.planner.schools(operation, startsOn, schoolId);
    const meetings = await this.planner.meetings(operation, startsOn, endsOn, ruleValue('meeting.record-due.school-days', startsOn), ruleValue('meeting.prepare.school-days', startsOn), schoolId);
    const offers = await this.planner.offers(operation, startsOn, endsOn);
    const tiered = await this.tiers.tiered(operation, schools, this.tiers.question(operation, term, schoolId));
    const overdueFrom = coverageOverdueFrom(within(calendar, term), term);
    const rows = coverageRows({
      schools: schools.map((school) => ({ ...school, frequency: tiered.get(school.schoolId)?.facts.frequency ?? 'TERMLY', coveredEarlierThisYear: tiered.get(school.schoolId)?.facts.coveredEarlier ?? false })),
      meetings: meetings.map(({ type, status, heldOn, schools: named }) => ({ type, status, heldOn, schools: named.map(({ id, complete }) => ({ schoolId: id, isSectionComplete: complete })) })),
      offers, term, overdueFrom, today: operation.today,
    });
    const [named, refused, halves] = [meetingsBySchool(meetings), refusedBySchool(offers), termHalves(calendar, term)];
    return {
      term, terms, calendar, overdueFrom,
      rows: rows.flatMap((row, at) => {
        const [school, own] = [schools[at], tiered.get(row.schoolId)];
        if (school === undefined || own === undefined) return [];
        const meetingsOf = named.get(row.schoolId) ?? [];
        return [{ ...own, school, row, meetings: meetingsOf, refusedOffers: refused.get(row.schoolId) ?? 0, checkIns: row.leftOut === null ? checkIns(own.tier.tier, halves, meetingsOf, operation.today) : [], summary: summaryOf(own, term, operation.today) }];
      }),
    };
  }
}

/** The summary of a term, where figures of a school come from no register. */
function summaryOf({ asked: { hasFeed }, facts: { summaryEnteredOn: enteredOn, summaryDueOn: dueOn } }: Tiered, { season }: MeetingTerm, today: string): SummaryStanding | null {
  return hasFeed ? null : { state: summaryState(enteredOn, dueOn, today), season, enteredOn, dueOn };
}
const isMissing = ({ summary }: PlannedRow): boolean => summary !== null && summary.state !== 'ENTERED';

/** The rows of a standing, worst first. */
const listOf = (rows: readonly PlannedRow[], filter: PlannerFilter, today: string): PlannedRow[] => rows.filter((row) => isOfStanding(row, filter.standing ?? null, today)).sort(worstFirst);

const kindOf = ({ typeCode }: TermSchool): string => findEstablishmentType(typeCode)?.group ?? 'OTHER';

function isOfFilter({ school, tier }: PlannedRow, { mine, officerId, phase, kind, tier: asked }: PlannerFilter, userId: number | null): boolean {
  const isNamed = (id: number | null): boolean => school.officers.some((officer) => officer.id === id);
  return (!mine || isNamed(userId)) && (typeof officerId !== 'number' || (officerId === 0 ? school.officers.length === 0 : isNamed(officerId)))
    && (!phase || school.phase === phase) && (!kind || kindOf(school) === kind) && (!asked || tier.tier === asked);
}

function isOfStanding(planned: PlannedRow, standing: PlannerStanding | null, today: string): boolean {
  const { row: { leftOut, state, isOffered, isOverdue, isLessThanTermly }, facts } = planned;
  if (standing === null) return true;
  if (standing === 'LEFT_OUT' || leftOut !== null) return standing === 'LEFT_OUT' && leftOut !== null;
  switch (standing) {
    case 'COUNTED': return true;
    case 'OFFERED': return isOffered;
    case 'OVERDUE': return isOverdue;
    case 'LESS_THAN_TERMLY': return isLessThanTermly;
    case 'WITHOUT_PLAN': return facts.severePlanned < facts.severeOnRoll;
    case 'ACTIONS_LATE': return facts.actionsOnTime < facts.actionsDue;
    case 'SUMMARY_MISSING': return isMissing(planned);
    case 'NOT_CHECKED_IN': return isNotMet(planned, today);
    case 'RECORD_LATE': return planned.meetings.some((meeting) => recordOf(meeting, today) === 'LATE');
    default: return standing === state;
  }
}

/** Owed a check-in, and in this half of the term nobody met, or is going to. */
const isNotMet = ({ checkIns: found }: PlannedRow, today: string): boolean => { const now = checkInNow(found, today); return now !== null && (now.state === 'OWED' || now.state === 'MISSED'); };

/** Whether the record of a held meeting was issued in time; null where none is due yet. */
function recordOf({ recordDue, issuedOn }: TermMeeting, today: string): 'ON_TIME' | 'LATE' | null {
  if (recordDue === null) return null;
  if (issuedOn !== null) return issuedOn <= recordDue ? 'ON_TIME' : 'LATE';
  return today > recordDue ? 'LATE' : null;
}

function workOf(rows: readonly PlannedRow[], today: string): PlannerWorkType {
  const counted = rows.filter(({ row }) => row.leftOut === null);
  const sum = (of: (row: PlannedRow) => number): number => counted.reduce((total, row) => total + of(row), 0);
  // A meeting of several schools has one record.
  const records = [...new Map(counted.flatMap(({ meetings }) => meetings.map((meeting) => [meeting.id, recordOf(meeting, today)] as const))).values()].filter((record) => record !== null);
  return {
    severe: sum(({ facts }) => facts.severeOnRoll), severeWithPlan: sum(({ facts }) => facts.severePlanned), actionsDue: sum(({ facts }) => facts.actionsDue), actionsOnTime: sum(({ facts }) => facts.actionsOnTime),
    checkIns: counted.filter(({ checkIns: found }) => found.length > 0).length, checkInsMade: counted.filter((row) => row.checkIns.length > 0 && !isNotMet(row, today)).length,
    withoutFeed: counted.filter(({ summary }) => summary !== null).length, summariesEntered: counted.filter((row) => row.summary !== null && !isMissing(row)).length,
    recordsDue: records.length, recordsOnTime: records.filter((record) => record === 'ON_TIME').length,
  };
}

function groupsOf(rows: readonly CoverageRow[], byId: ReadonlyMap<number, PlannedRow>, by: CoverageBy): MeetingPlannerType['groups'] {
  if (by === 'OFFICER') return officerGroups(rows, byId);
  const keyOfRow = (schoolId: number): string => {
    const planned = byId.get(schoolId);
    if (planned === undefined) return '';
    return by === 'KIND' ? kindOf(planned.school) : by === 'TIER' ? planned.tier.tier : planned.school.phase;
  };
  const order = (key: string): number => (by === 'TIER' ? MEETING_TIERS.length - (MEETING_TIERS as readonly string[]).indexOf(key) : 0);
  return coverageBy(rows, keyOfRow).sort((one, other) => order(one.key) - order(other.key) || one.key.localeCompare(other.key));
}

/** A school with two officers counts for both: each figure must open as many rows. */
function officerGroups(rows: readonly CoverageRow[], byId: ReadonlyMap<number, PlannedRow>): MeetingPlannerType['groups'] {
  const officersOfRow = ({ schoolId }: CoverageRow): readonly { id: number }[] => byId.get(schoolId)?.school.officers ?? [];
  const without = rows.filter((row) => officersOfRow(row).length === 0);
  return [
    ...officersOf([...byId.values()]).map(({ id }) => ({ key: String(id), totals: coverageTotals(rows.filter((row) => officersOfRow(row).some((officer) => officer.id === id))) })),
    ...(without.length > 0 ? [{ key: '', totals: coverageTotals(without) }] : []),
  ];
}

function officersOf(rows: readonly PlannedRow[]): PlannerOfficerType[] {
  const officers = new Map<number, PlannerOfficerType>();
  for (const { id, name } of rows.flatMap(({ school }) => school.officers)) officers.set(id, { id, name, schools: (officers.get(id)?.schools ?? 0) + 1 });
  return [...officers.values()].sort((one, other) => one.name.localeCompare(other.name));
}

function itemOf({ school, row, tier, facts, meetings, refusedOffers, checkIns: found, summary }: PlannedRow, today: string): PlannerRowType {
  const { leftOut, state, isOverdue } = row;
  return {
    ...school, officer: school.officers.map(({ name }) => name).join(', ') || null, leftOut, state, overdue: isOverdue, refusedOffers, frequency: facts.frequency,
    tier: { ...tier, measures: [...tier.measures], floors: [...tier.floors] }, inGroup: meetings.some(({ schools }) => schools.length > 1),
    severe: facts.severeOnRoll, severeWithPlan: facts.severePlanned, actionsDue: facts.actionsDue, actionsOnTime: facts.actionsOnTime, summary,
    next: nextStep(meetings.map((meeting) => ({ ...meeting, isSectionComplete: meeting.schools.some(({ id, complete }) => id === school.schoolId && complete) })), state, isOverdue, today, checkInNow(found, today)), meetings: [...meetings], checkIns: [...found],
  };
}

/** The stretches of one term: counting the days of every year for it would cost as much again. */
const within = (calendar: SchoolCalendar, { startsOn, endsOn }: MeetingTerm): SchoolCalendar => ({ ...calendar, terms: calendar.terms.filter((each) => each.startsOn <= endsOn && each.endsOn >= startsOn) });
const keyOf = ({ academicYear, season }: MeetingTerm): string => `${academicYear}-${season}`;
const termOf = (term: MeetingTerm): MeetingTermType => ({ key: keyOf(term), label: termLabel(term), academicYear: term.academicYear, startsOn: term.startsOn, endsOn: term.endsOn });

/** Worst tier first; in a tier overdue, then without an offer, then refused, then in hand, then covered; by name. Schools left out last. */
function worstFirst(one: PlannedRow, other: PlannedRow): number {
  return place(one) - place(other) || one.school.name.localeCompare(other.school.name) || one.school.schoolId - other.school.schoolId;
}
const PLACES = 10;
function place({ row: { leftOut, state, isOverdue }, tier }: PlannedRow): number {
  if (leftOut !== null || state === null) return PLACES * MEETING_TIERS.length;
  return PLACES * (MEETING_TIERS.length - 1 - MEETING_TIERS.indexOf(tier.tier)) + ['OUTSTANDING', 'DECLINED', 'IN_HAND', 'COVERED'].indexOf(state) + (isOverdue ? 0 : 4);
}

function weeksOf(calendar: SchoolCalendar, { startsOn, endsOn }: MeetingTerm): PlannerWeekType[] {
  const open = openSchoolDays(calendar).filter((day) => startsOn <= day && day <= endsOn);
  const weeks: PlannerWeekType[] = [];
  for (let weekStart = weekStartOf(startsOn); weekStart <= endsOn; weekStart = addDays(weekStart, 7)) weeks.push({ weekStart, openDays: open.filter((day) => weekStart <= day && day < addDays(weekStart, 7)).length });
  return weeks;
}

function meetingsBySchool(meetings: readonly TermMeeting[]): Map<number, TermMeeting[]> {
  const bySchool = new Map<number, TermMeeting[]>();
  for (const meeting of meetings) for (const { id } of meeting.schools) bySchool.set(id, [...(bySchool.get(id) ?? []), meeting]);
  return bySchool;
}

function refusedBySchool(offers: readonly CoverageOffer[]): Map<number, number> {
  const bySchool = new Map<number, number>();
  for (const { schoolId, isRefused } of offers) if (isRefused) bySchool.set(schoolId, (bySchool.get(schoolId) ?? 0) + 1);
  return bySchool;
}
