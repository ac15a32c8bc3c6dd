import { ruleValue } from '@attendance/shared/kernel';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import type { DailyJob, DailyTurn } from '../../../platform/jobs/daily-jobs.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { CommunicationService } from '../../communications/index.ts';
import type { PackFreezer } from '../packs/pack-freezer.ts';
import { CalendarReminders } from './calendar-reminders.ts';
import { MessagesRepository } from './messages.repository.ts';

/** What a day's work on meetings did. */
export interface MeetingsRun { readonly due: number; readonly frozen: number; readonly locked: number; readonly reminded: number; /** Messages about the other days around a meeting. */ readonly told: number; /** Deadlines on the wall that were set, moved or met. */ readonly clocks: number }

/** What meetings need done each day: packs frozen, records locked, people reminded of preparation and of every other day around a meeting, deadlines kept. Each part a second time does nothing. */
export class MeetingsDay {
  private readonly rows = new MessagesRepository();

  constructor(private readonly freezer: Pick<PackFreezer, 'freezeDue'>, private readonly communications: CommunicationService, private readonly keeper: (operation: Operation) => Promise<number>) {}

  /** One after another, as the jobs of a day and as `npm run meetings` do it. */
  async all(turn: Pick<DailyTurn, 'asPortal'>): Promise<MeetingsRun> {
    const { due, frozen } = await this.freezer.freezeDue();
    const [locked, clocks] = [await this.lock(turn), await this.keep(turn)];
    return { due, frozen, locked, clocks, reminded: await this.remind(turn), told: await this.tell(turn) };
  }

  jobs(): DailyJob[] {
    return [
      { name: 'meeting-packs', run: async () => this.freezer.freezeDue() },
      { name: 'meeting-locking', run: async (turn) => this.lock(turn) },
      { name: 'meeting-clocks', run: async (turn) => this.keep(turn) },
      { name: 'meeting-preparation', run: async (turn) => this.remind(turn) },
      { name: 'meeting-calendar', run: async (turn) => this.tell(turn) },
    ];
  }

  /** Locks the records whose days to comment are over; gives how many. */
  private async lock({ asPortal }: Pick<DailyTurn, 'asPortal'>): Promise<number> {
    return asPortal('lockMeetingRecords', [], async (operation) => {
      const locked = await this.rows.lockDue(operation);
      if (locked > 0) operation.audit.as(AuditKind.CHANGED, { locked });
      return locked;
    });
  }

  /** Writes to people whose day around a meeting has come; gives how many messages were new. */
  private async tell({ asPortal }: Pick<DailyTurn, 'asPortal'>): Promise<number> {
    return asPortal('meetingCalendar', [], async (operation) => new CalendarReminders(this.communications).write(operation));
  }

  /** Keeps the wall of clocks as the rules have it; gives how many deadlines changed. */
  private async keep({ asPortal }: Pick<DailyTurn, 'asPortal'>): Promise<number> {
    return asPortal('keepMeetingClocks', [], async (operation) => this.keeper(operation));
  }

  /** Reminds champions of preparations not submitted; gives how many messages were new. */
  private async remind({ asPortal }: Pick<DailyTurn, 'asPortal'>): Promise<number> {
    return asPortal('preparationReminders', [], async (operation) => this.remindIn(operation));
  }

  /**
   * Once when so many school days are left and once on the last day; a portal that stood still on the first of them reminds on the
   * next day it runs. The due day is in the name, so that a meeting moved is reminded of anew.
   */
  private async remindIn(operation: Operation): Promise<number> {
    let reminded = 0;
    for (const { meetingId, schoolId, school, dueOn, champions } of await this.rows.openPreparations(operation, ruleValue('meeting.prepare-reminder.school-days', operation.today))) {
      const period = `meeting-${meetingId}-${schoolId}-${dueOn}-${dueOn === operation.today ? 'last' : 'first'}`;
      for (const userId of champions) {
        const { isNew } = await this.communications.queue(operation, { kind: 'MEETING_PREPARATION', recipient: { userId }, period, data: { meetingId, school, dueOn }, schoolId });
        if (isNew) reminded += 1;
      }
    }
    if (reminded > 0) operation.audit.as(AuditKind.CHANGED, { reminded });
    return reminded;
  }
}
