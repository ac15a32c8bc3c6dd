import { academicYearOf, type SchoolCalendar } from '@attendance/shared/calendar';
import { meetingClocks, meetingTerms, MeetingClockKind, MEETING_CLOCK_WORDS, MeetingStatus, MeetingType, termDuties, termNumber, termOf, type MeetingTerm } from '@attendance/shared/meetings';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { MeetingRecordType } from '../meeting.type.ts';
import type { PlannerRepository } from '../planner.repository.ts';
import type { PlannedRow, PlannerService } from '../planner.service.ts';
import { ClockSource, keptClocks } from './meeting-clocks.ts';
import type { MeetingClocksRepository, MetClock, WantedClock } from './clocks.repository.ts';

/** Only the years around a day: counting the days of every year a calendar holds costs as much again. */
const around = (calendar: SchoolCalendar, year: number): SchoolCalendar => ({ ...calendar, terms: calendar.terms.filter((each) => Math.abs(academicYearOf(each.endsOn) - year) <= 1) });

/** Before any calendar is loaded. */
const NO_TERM: { readonly term: null; readonly rows: readonly PlannedRow[] } = { term: null, rows: [] };

/** Keeps the wall of clocks as the rules have it: what is owed of each meeting that is not closed, and of each school in the term. */
export class ClockKeeper {
  constructor(private readonly clocks: MeetingClocksRepository, private readonly rows: PlannerRepository) {}

  /** Each day, by the portal itself: whatever is missing is set, also for meetings that were there before their clocks were; gives how many changed. */
  async keepAll(operation: Operation, planner: Pick<PlannerService, 'load'>): Promise<number> {
    const meetings = await this.clocks.open(operation);
    const year = academicYearOf(operation.today);
    const hasTerms = around(await this.rows.calendar(operation), year).terms.length > 0;
    const { term, rows } = hasTerms ? await planner.load(operation, null, null) : NO_TERM;
    const ids = new Set([...meetings.flatMap(({ schoolIds }) => schoolIds), ...rows.map(({ school }) => school.schoolId)]);
    const calendars = new Map([...await this.rows.calendars(operation, [...ids])].map(([id, calendar]) => [id, around(calendar, year)]));
    const wanted = meetings.flatMap((meeting) => keptClocks(meetingClocks(meeting, calendars, operation.today), meeting.officerId).map((clock): WantedClock => ({ ...clock, source: ClockSource.MEETING, source_id: meeting.id })));
    const ofTerm = term !== null && term.startsOn <= operation.today ? rows.map((row) => ofSchool(row, term, calendars.get(row.school.schoolId))) : [];
    const changed = await this.clocks.keep(operation, [...wanted, ...ofTerm.flatMap(({ owed }) => owed)], ofTerm.flatMap(({ met }) => met));
    if (changed > 0) operation.audit.as(AuditKind.CHANGED, { clocks: changed });
    return changed;
  }

  /** A date was offered or booked: that is no longer owed of these schools in the term of its day. */
  async offered(operation: Operation, { type, schoolIds, onDay }: Pick<MeetingRecordType, 'type' | 'schoolIds' | 'onDay'>): Promise<void> {
    await this.metInTerm(operation, MeetingClockKind.OFFER_TERM, type, schoolIds, onDay);
  }

  /** Sections of a held meeting are complete: these schools have had their meeting of the term. */
  async covered(operation: Operation, { type, onDay }: Pick<MeetingRecordType, 'type' | 'onDay'>, schoolIds: readonly number[]): Promise<void> {
    await this.metInTerm(operation, MeetingClockKind.HOLD_TERM, type, schoolIds, onDay);
  }

  /** The record was issued: from now on the school has its days to say whether it is right. */
  async issued(operation: Operation, meeting: MeetingRecordType): Promise<void> {
    const clocks = meetingClocks({ ...meeting, status: MeetingStatus.RECORD_ISSUED }, new Map(), operation.today);
    await this.clocks.keep(operation, keptClocks(clocks, meeting.officerId).map((clock) => ({ ...clock, source: ClockSource.MEETING, source_id: meeting.id })), []);
  }

  private async metInTerm(operation: Operation, kind: MeetingClockKind, type: MeetingType, schoolIds: readonly number[], onDay: string): Promise<void> {
    if (type === MeetingType.CHECK_IN) return;
    const calendar = await this.rows.calendar(operation);
    const term = termOf(around(calendar, academicYearOf(onDay)), onDay);
    if (term !== null) await this.clocks.keep(operation, [], schoolIds.map((schoolId) => ({ kind, source: ClockSource.TERM, source_id: termNumber(term), school_id: schoolId })));
  }
}

/** What a term asks of one school, and what of it is done. Its named officer owes it; a school left out of the count, or met once a year and met already, owes nothing. */
function ofSchool({ school, row, facts }: PlannedRow, term: MeetingTerm, calendar: SchoolCalendar | undefined): { readonly owed: WantedClock[]; readonly met: MetClock[] } {
  const own = calendar === undefined ? undefined : meetingTerms(calendar).find(({ season, academicYear }) => season === term.season && academicYear === term.academicYear);
  const source = { source: ClockSource.TERM, source_id: termNumber(term), school_id: school.schoolId };
  const isCovered = row.state === 'COVERED';
  const both = [{ kind: MeetingClockKind.OFFER_TERM, ...source }, { kind: MeetingClockKind.HOLD_TERM, ...source }];
  if (row.leftOut !== null || (facts.frequency === 'ANNUAL' && facts.coveredEarlier && !isCovered)) return { owed: [], met: both };
  const met = both.filter(({ kind }) => isCovered || (kind === MeetingClockKind.OFFER_TERM && row.isOffered));
  if (own === undefined || calendar === undefined) return { owed: [], met };
  const { offerBy, holdBy } = termDuties({ ...calendar, terms: calendar.terms.filter(({ startsOn, endsOn }) => startsOn <= own.endsOn && endsOn >= own.startsOn) }, own);
  const clock = (kind: MeetingClockKind, dueOn: string | null): WantedClock[] => (dueOn === null || met.some((each) => each.kind === kind) ? [] : [{
    ...source, kind, what: MEETING_CLOCK_WORDS[kind], side: 'LA', officer_id: school.officers[0]?.id ?? null, counted: 'SCHOOL_DAYS', days: null, started_on: own.startsOn, due_on: dueOn,
  }]);
  return { owed: [...clock(MeetingClockKind.OFFER_TERM, offerBy), ...clock(MeetingClockKind.HOLD_TERM, holdBy)], met };
}
