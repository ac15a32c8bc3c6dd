import { clockState, ClockState, daysLeft, isDueThisWeek, worstFirst } from '@attendance/shared/tasks';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { CalendarRepository } from './calendar.repository.ts';
import type { ClockRepository, Running } from './clock.repository.ts';
import type { ClockPageType, ClockSummaryType, TeamClocksType } from './clock.type.ts';
import type { ClockFilter } from './task.inputs.ts';

interface Standing extends Running { readonly state: ClockState; readonly daysLeft: number | null }

/** The wall of clocks: how each deadline stands in its own unit, by the calendar of its own school, worst first. */
export class ClockService {
  constructor(private readonly clocks: ClockRepository, private readonly calendars: CalendarRepository) {}

  async wall(operation: Operation, filter: ClockFilter, offset: number, take: number): Promise<ClockPageType> {
    const standing = await this.standing(operation, await this.clocks.running(operation, filter));
    const { ids, total } = filter.state === ClockState.MET ? await this.clocks.met(operation, filter, offset, take) : pageOf(standing, filter, operation.today, offset, take);
    const left = new Map(standing.map((clock) => [clock.id, clock.daysLeft]));
    const items = (await this.clocks.find(operation, ids)).map((clock) => ({ ...clock, state: clockState(clock, operation.today), daysLeft: left.get(clock.id) ?? null }));
    operation.audit.viewed(items.flatMap(({ pupilId }) => (pupilId === null ? [] : [pupilId])));
    return { items, total, teams: teamsOf(standing, operation.today), officers: officersOf(standing.filter((clock) => isOfTeam(clock, filter)), operation.today) };
  }

  private async standing(operation: Operation, running: readonly Running[]): Promise<Standing[]> {
    if (running.length === 0) return [];
    const { today } = operation;
    const days = running.map(({ dueOn }) => dueOn).concat(today).sort();
    const openDays = await this.calendars.openDays(operation, running.map(({ schoolId }) => schoolId), days[0] ?? today, days.at(-1) ?? today);
    return running.map((clock) => ({ ...clock, state: clockState(clock, today), daysLeft: daysLeft(clock.counted, today, clock.dueOn, openDays.of(clock.schoolId)) }));
  }
}

const isOfTeam = ({ teams }: Running, { teamId }: ClockFilter): boolean => typeof teamId !== 'number' || teams.some(({ id }) => id === teamId);

function pageOf(standing: readonly Standing[], filter: ClockFilter, today: string, offset: number, take: number): { ids: number[]; total: number } {
  const { officerId, state, thisWeek } = filter;
  const asked = standing.filter((clock) => isOfTeam(clock, filter) && (typeof officerId !== 'number' || (clock.officerId ?? 0) === officerId) && (!state || clock.state === state) && (!thisWeek || isDueThisWeek(clock, today)));
  return { ids: worstFirst(asked).slice(offset, offset + take).map(({ id }) => id), total: asked.length };
}

interface Counts { broken: number; dueThisWeek: number; running: number }

function count(summary: Counts, clock: Standing, today: string): void {
  if (clock.state === ClockState.BROKEN) summary.broken += 1;
  else summary.running += 1;
  if (isDueThisWeek(clock, today)) summary.dueThisWeek += 1;
}

const worst = (one: Counts, other: Counts): number => other.broken - one.broken || other.dueThisWeek - one.dueThisWeek;

function teamsOf(standing: readonly Standing[], today: string): TeamClocksType[] {
  const byTeam = new Map<number, TeamClocksType>();
  for (const clock of standing) {
    for (const { id, name } of clock.teams) {
      const summary = byTeam.get(id) ?? { teamId: id, team: name, broken: 0, dueThisWeek: 0, running: 0 };
      count(summary, clock, today);
      byTeam.set(id, summary);
    }
  }
  return [...byTeam.values()].sort((one, other) => worst(one, other) || one.team.localeCompare(other.team));
}

function officersOf(standing: readonly Standing[], today: string): ClockSummaryType[] {
  const byOfficer = new Map<number | null, ClockSummaryType>();
  for (const clock of standing) {
    const summary = byOfficer.get(clock.officerId) ?? { officerId: clock.officerId, officer: clock.officer, broken: 0, dueThisWeek: 0, running: 0 };
    count(summary, clock, today);
    byOfficer.set(clock.officerId, summary);
  }
  return [...byOfficer.values()].sort((one, other) => worst(one, other) || (one.officer ?? '').localeCompare(other.officer ?? ''));
}
