import { academicYearOf, openSchoolDays, type SchoolCalendar } from '@attendance/shared/calendar';
import { addDays, weekStartOf } from '@attendance/shared/kernel';
import { coverageBy, coverageOverdueFrom, coverageRows, coverageTotals, isMeetingHeld, MeetingFrequency, meetingTerms, termLabel, type CoverageRow, type MeetingTerm } from '@attendance/shared/meetings';
import { Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { PlannerFilter, PlannerStanding } from './meeting.inputs.ts';
import type { MeetingRepository, MeetingRow } from './meeting.repository.ts';
import { withCommands } from './meeting.service.ts';
import type { PlannerRepository } from './planner.repository.ts';
import type { MeetingPlannerType, MeetingTermType, PlannerWeekType } from './planner.type.ts';

/** Coverage of a term: every school of the authority, what was offered, booked and held, and who still needs an offer. */
export class PlannerService {
  constructor(private readonly planner: PlannerRepository, private readonly meetings: MeetingRepository) {}

  async term(operation: Operation, filter: PlannerFilter, offset: number, take: number): Promise<MeetingPlannerType> {
    const calendar = await this.planner.calendar(operation);
    const terms = meetingTerms(calendar).filter(({ academicYear }) => Math.abs(academicYear - academicYearOf(operation.today)) <= 1);
    const term = filter.term ? terms.find((each) => keyOf(each) === filter.term) : (terms.find(({ endsOn }) => endsOn >= operation.today) ?? terms.at(-1));
    if (term === undefined) throw new Refusal(RefusalCode.NOT_FOUND, 'There is no such term in the school calendars. Nothing was changed. Load the calendars, or choose another term.');
    const { startsOn, endsOn } = term;
    const schools = await this.planner.schools(operation, filter, startsOn);
    const meetings = await this.meetings.between(operation, startsOn, endsOn);
    const offers = await this.planner.offers(operation, startsOn, endsOn);
    const overdueFrom = coverageOverdueFrom(calendar, term);
    const rows = coverageRows({
      schools: schools.map((school) => ({ ...school, frequency: MeetingFrequency.TERMLY, coveredEarlierThisYear: false }) as Parameters<typeof coverageRows>[0]['schools'][number]),
      meetings: meetings.map(({ type, status, onDay, schools: named }) => ({ type, status, heldOn: isMeetingHeld(status) ? onDay : null, schools: named.map(({ id, complete }) => ({ schoolId: id, isSectionComplete: complete })) })),
      offers, term, overdueFrom, today: operation.today,
    });
    const byId = new Map(schools.map((school) => [school.schoolId, school]));
    const named = meetingsBySchool(meetings);
    const shown = rows.filter((row) => isOfStanding(row, filter.standing ?? null));
    const page = shown.map((row, at) => ({ row, at })).sort((one, other) => urgency(one.row) - urgency(other.row) || one.at - other.at).slice(offset, offset + take);
    return {
      term: termOf(term), terms: terms.map(termOf), weeks: weeksOf(calendar, term), overdueFrom, totals: coverageTotals(rows),
      phases: coverageBy(rows, (schoolId) => byId.get(schoolId)?.phase ?? '').map(({ key, totals }) => ({ phase: key, totals })).sort((one, other) => one.phase.localeCompare(other.phase)),
      items: page.flatMap(({ row }) => {
        const school = byId.get(row.schoolId);
        return school === undefined ? [] : [{
          schoolId: row.schoolId, name: school.name, phase: school.phase, officer: school.officer, leftOut: row.leftOut, state: row.state, overdue: row.isOverdue, refusedOffers: offers.filter((offer) => offer.schoolId === row.schoolId && offer.isRefused).length,
          meetings: (named.get(row.schoolId) ?? []).map((meeting) => withCommands(operation, meeting)),
        }];
      }),
      total: shown.length,
    };
  }
}

function isOfStanding({ leftOut, state, isOffered, isOverdue }: CoverageRow, standing: PlannerStanding | null): boolean {
  if (standing === null) return true;
  if (standing === 'LEFT_OUT' || leftOut !== null) return standing === 'LEFT_OUT' && leftOut !== null;
  return standing === 'COUNTED' || (standing === 'OFFERED' && isOffered) || (standing === 'OVERDUE' && isOverdue) || standing === state;
}

const keyOf = ({ academicYear, season }: MeetingTerm): string => `${academicYear}-${season}`;
const termOf = (term: MeetingTerm): MeetingTermType => ({ key: keyOf(term), label: termLabel(term), startsOn: term.startsOn, endsOn: term.endsOn });

/** Schools that need somebody first: overdue, then without an offer, then refused, then in hand, then covered; those left out last. */
function urgency({ leftOut, state, isOverdue }: CoverageRow): number {
  if (leftOut !== null || state === null) return 9;
  return ['OUTSTANDING', 'DECLINED', 'IN_HAND', 'COVERED'].indexOf(state) - (isOverdue ? 4 : 0);
}

function weeksOf(calendar: SchoolCalendar, { startsOn, endsOn }: MeetingTerm): PlannerWeekType[] {
  const open = openSchoolDays(calendar).filter((day) => startsOn <= day && day <= endsOn);
  const weeks: PlannerWeekType[] = [];
  for (let weekStart = weekStartOf(startsOn); weekStart <= endsOn; weekStart = addDays(weekStart, 7)) weeks.push({ weekStart, openDays: open.filter((day) => weekStart <= day && day < addDays(weekStart, 7)).length });
  return weeks;
}

function meetingsBySchool(meetings: readonly MeetingRow[]): Map<number, MeetingRow[]> {
  const bySchool = new Map<number, MeetingRow[]>();
  for (const meeting of meetings) for (const id of meeting.schoolIds) bySchool.set(id, [...(bySchool.get(id) ?? []), meeting]);
  return bySchool;
}
