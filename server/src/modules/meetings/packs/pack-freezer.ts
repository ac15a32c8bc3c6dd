import { meetingDates } from '@attendance/shared/meetings';
import { addDays } from '@attendance/shared/kernel';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import type { Operation, OperationActor } from '../../../platform/graphql/operation.ts';
import type { PlannerRepository } from '../planner.repository.ts';
import type { PackMaker } from './pack-maker.ts';
import type { PackRepository } from './pack.repository.ts';

/** Runs work under one reach, whoever asked: the whole authority without restricted records. */
export type RunAsPortal = <T>(name: string, by: Pick<OperationActor, 'userId' | 'name' | 'role'> | null, work: (operation: Operation) => Promise<T>) => Promise<T>;

export interface FreezeOrder { readonly meetingId: number; readonly schoolId: number; readonly onDay: string; /** The number of the pack there is, 0 for none. */ readonly held: number; readonly reason: string | null; readonly by: Pick<OperationActor, 'userId' | 'name' | 'role'> | null }

/** Statuses in which a meeting's pack may be frozen by itself. An offer may still move; what is issued or called off needs none. */
const FREEZES_ITSELF: readonly string[] = ['BOOKED', 'PREPARED', 'HELD'];
/** Packs are looked for this far ahead: five school days with a long holiday between. */
const LOOK_AHEAD_DAYS = 70;

/** When packs are frozen, and that each is frozen once. */
export class PackFreezer {
  constructor(private readonly packs: PackRepository, private readonly maker: PackMaker, private readonly planner: PlannerRepository, private readonly asPortal: RunAsPortal) {}

  /** The day a school's pack is frozen; null where its calendar does not reach so far. */
  async dueOn(operation: Operation, schoolId: number, onDay: string): Promise<string | null> {
    return meetingDates(await this.planner.calendar(operation, schoolId), onDay).packFrozenOn;
  }

  /** Whether a pack would be made by being looked for. */
  isDue(status: string, dueOn: string | null, today: string): boolean {
    return FREEZES_ITSELF.includes(status) && dueOn !== null && dueOn <= today;
  }

  /** Freezes a pack in an operation of the portal's own. False where there was another one first, or the meeting no longer takes one. */
  async freeze({ meetingId, schoolId, onDay, held, reason, by }: FreezeOrder): Promise<boolean> {
    return this.asPortal('freezePack', by, async (operation) => {
      await this.packs.lock(operation, meetingId, schoolId);
      const found = await this.packs.find(operation, meetingId, schoolId, null);
      if ((found?.number ?? 0) !== held) return false;
      const made = await this.maker.make(operation, onDay, schoolId);
      const id = await this.packs.freeze(operation, meetingId, schoolId, held, made, reason);
      operation.audit.as(AuditKind.CHANGED, { meeting: meetingId, pack: held + 1, hash: made.hash });
      operation.audit.reason = reason;
      return id !== null;
    });
  }

  /** Makes every pack that is due and missing, as the portal itself. Safe to run again, and by several at once. */
  async freezeDue(): Promise<{ readonly due: number; readonly frozen: number }> {
    const due = await this.asPortal('packsDue', null, async (operation) => {
      const waiting = await this.packs.waiting(operation, addDays(operation.today, LOOK_AHEAD_DAYS));
      const found: typeof waiting = [];
      for (const one of waiting) if (this.isDue('BOOKED', await this.dueOn(operation, one.schoolId, one.onDay), operation.today)) found.push(one);
      return found;
    });
    let frozen = 0;
    for (const one of due) if (await this.freeze({ ...one, held: 0, reason: null, by: null })) frozen += 1;
    return { due: due.length, frozen };
  }
}
