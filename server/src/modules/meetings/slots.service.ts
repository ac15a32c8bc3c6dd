import { addSchoolDays, openSchoolDays } from '@attendance/shared/calendar';
import { addDays, ruleValue, weekStartOf } from '@attendance/shared/kernel';
import { MEETING_TIERS, proposeSlots, type SlotSchool } from '@attendance/shared/meetings';
import { notFound, Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { PlannerRepository } from './planner.repository.ts';
import type { PlannedRow, PlannerService } from './planner.service.ts';
import type { SlotPlanType } from './slots.type.ts';

/** Dates for schools without an offer, by the rule in shared/src/meetings/slots.ts. Nothing is written: each date is offered by itself. */
export class SlotsService {
  constructor(private readonly planner: PlannerService, private readonly rows: PlannerRepository) {}

  async plan(operation: Operation, officerId: number | null): Promise<SlotPlanType> {
    const whose = officerId ?? operation.actor.userId;
    if (whose === null) throw new Refusal(RefusalCode.FORBIDDEN, 'A machine client holds no meetings. Nothing was proposed.');
    if (whose !== operation.actor.userId && !operation.can('meeting:approve')) throw new Refusal(RefusalCode.FORBIDDEN, 'You plan the meetings of your own schools. Nothing was proposed. Ask the officer, or your manager.');
    const { calendar, term, rows } = await this.planner.load(operation, null, null);
    const own = rows.filter(({ school }) => school.officers.some(({ id }) => id === whose));
    const officer = own.flatMap(({ school }) => school.officers).find(({ id }) => id === whose)?.name ?? (whose === operation.actor.userId ? operation.actor.name : null);
    if (officer === null) throw notFound('officer');
    // Whoever gets less than the whole time to prepare would be late from the first day.
    const open = openSchoolDays(calendar);
    const from = addSchoolDays(open, operation.today, ruleValue('meeting.prepare.school-days', operation.today)) ?? term.endsOn;
    const to = [addDays(operation.today, 7 * ruleValue('slots.ahead.weeks', operation.today)), term.endsOn].sort()[0] ?? term.endsOn;
    const waiting = own.filter(needsOffer).sort((one, other) => MEETING_TIERS.indexOf(other.tier.tier) - MEETING_TIERS.indexOf(one.tier.tier) || one.school.name.localeCompare(other.school.name));
    const [weekFrom, weekTo] = [weekStartOf(from), addDays(weekStartOf(to), 6)];
    const openDays = await this.rows.openDays(operation, waiting.map(({ school }) => school.schoolId), weekFrom, weekTo);
    const taken = await this.rows.diary(operation, whose, weekFrom, weekTo);
    const found = from > to ? { proposals: [], withoutRoom: waiting.map(({ school }) => school.schoolId) } : proposeSlots(waiting.map((row) => slotSchool(row, openDays.get(row.school.schoolId) ?? [])), taken, operation.today, { from, to });
    const names = new Map(own.map(({ school }) => [school.schoolId, school.name]));
    const named = (id: number) => ({ id, name: names.get(id) ?? '' });
    return {
      officerId: whose, officer, from, to, inHand: own.filter((row) => row.row.leftOut === null).length - waiting.length,
      proposals: found.proposals.map(({ schoolIds, ...proposal }) => ({ ...proposal, schools: schoolIds.map(named) })), withoutRoom: found.withoutRoom.map(named),
    };
  }
}

/** Counted, without an offer or a meeting in the term, and not met once this year where that is enough. */
function needsOffer({ row: { leftOut, state }, facts }: PlannedRow): boolean {
  return leftOut === null && state === 'OUTSTANDING' && !(facts.frequency === 'ANNUAL' && facts.coveredEarlier);
}

function slotSchool({ school, tier, facts }: PlannedRow, openDays: readonly string[]): SlotSchool {
  return {
    schoolId: school.schoolId, name: school.name, tier: tier.tier, trustId: school.trustId, locality: school.locality, openDays,
    roll: facts.pupils ?? 0, severe: facts.severe ?? 0, persistent: facts.persistent ?? 0,
  };
}
