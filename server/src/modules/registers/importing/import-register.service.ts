import type { Pool, PoolClient } from 'pg';
import { isoOfDay, parseIsoDay, ruleValue } from '@attendance/shared/kernel';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Logger } from '../../../platform/logging/logger.ts';
import { DeliveryStep, referenceOf, type DeliveryReceipt } from '../delivery-receipt.ts';
import type { ReadContext, ReadHooks, ReadOutcome, Refusal } from '../readers/types.ts';
import { DeliveryDesk, type ReceivedFile } from './delivery-desk.ts';
import { academicYearsOf, ImportRepository } from './import.repository.ts';

/** Reads a file somewhere else than the event loop; see readers/. */
export type ReadFile = (path: string, context: ReadContext, hooks: ReadHooks) => Promise<ReadOutcome>;

export interface ImportResult { readonly deliveryId: number; readonly kept: boolean; readonly again: boolean; readonly refusal?: NonNullable<DeliveryReceipt['refusal']> }

/** Who is named in the audit trail for an import. */
export interface Sender { readonly userId: number | null; readonly role: string; readonly requestId: string }

/**
 * Takes in one register file: read as a stream, folded to weeks, compared, written, summed up, receipted and audited in one
 * transaction. All of it is kept or nothing is; the same bytes for the same school are never taken in twice.
 */
export class ImportRegisterService {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly pool: Pool, private readonly readFile: ReadFile, private readonly clock: Clock, private readonly log: Logger) {}

  private get desk(): DeliveryDesk {
    return new DeliveryDesk(this.pool);
  }

  /** Opens the delivery and says its id at once, so that progress can be followed; `done` ends with the result and never rejects. */
  async begin(file: ReceivedFile, sender: Sender): Promise<{ deliveryId: number; again: boolean; done: Promise<ImportResult> }> {
    const earlier = await this.desk.alreadyKept(file);
    if (earlier !== undefined) {
      const result = { deliveryId: earlier, kept: true, again: true };
      return { ...result, done: Promise.resolve(result) };
    }
    const deliveryId = await this.desk.open(file);
    const done = this.inTurn(() => this.run(deliveryId, file, sender)).catch(async (error: unknown) => {
      this.log.error({ deliveryId, err: error }, 'import stopped');
      const refusal = {
        happened: 'The portal could not finish reading this file.',
        lost: 'Nothing was kept from it, so the register is as it was before.',
        todo: `Send the same file again. If it stops again, give reference delivery ${deliveryId} to the service desk.`,
      };
      // When the database itself is gone this fails too; the next start then marks the delivery as interrupted.
      await this.desk.close(deliveryId, 'INTERRUPTED', 'INTERRUPTED', { refusal }).catch(() => undefined);
      return { deliveryId, kept: false, again: false, refusal };
    });
    return { deliveryId, again: false, done };
  }

  /** The whole import, waited for. */
  async import(file: ReceivedFile, sender: Sender): Promise<ImportResult> {
    return (await this.begin(file, sender)).done;
  }

  /**
   * Each import holds one connection from start to end, and they wait for each other's schools: one connection always stays
   * free for what is written beside them, or imports that wait would keep the one they wait for from ending.
   */
  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < Math.max(1, this.pool.options.max - 1)) this.running += 1;
    else await new Promise<void>((resolve) => { this.waiting.push(resolve); });
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private async run(deliveryId: number, file: ReceivedFile, sender: Sender): Promise<ImportResult> {
    const started = performance.now();
    const client = await this.pool.connect();
    let broken: Error | undefined;
    const note = (error: Error): void => { broken = error; };
    client.on('error', note);
    try {
      await client.query(DeliveryDesk.HOLD, [deliveryId]);
      await client.query('begin');
      const result = await this.withinTransaction(client, deliveryId, file, sender, started);
      await client.query(result.kept ? 'commit' : 'rollback');
      await result.close?.();
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw broken ?? error;
    } finally {
      client.off('error', note);
      const unlocked = await client.query(DeliveryDesk.RELEASE, [deliveryId]).then(() => true, () => false);
      client.release(!unlocked);
    }
  }

  private async withinTransaction(client: PoolClient, deliveryId: number, file: ReceivedFile, sender: Sender, started: number): Promise<ImportResult & { close?: () => Promise<void> }> {
    const repository = new ImportRepository(client);
    const today = this.clock.today();
    await repository.lockSchool(file.schoolId);
    // Its twin may have been kept while this one waited for the school.
    const twin = await this.desk.alreadyKept(file);
    if (twin !== undefined) {
      const refusal = { happened: 'The same file arrived twice at once.', lost: `Nothing was lost: it was kept once, as ${referenceOf(twin)}.`, todo: 'Open that delivery for the receipt.' };
      return { deliveryId: twin, kept: true, again: true, close: () => this.desk.close(deliveryId, 'REFUSED', 'TWIN', { refusal }) };
    }
    const context: ReadContext = {
      claimedSchool: file.schoolId, today: parseIsoDay(today) ?? 0, maxBadRowPercent: ruleValue('import.max-bad-row-percent', today),
      roster: await repository.roster(file.schoolId), calendars: await repository.calendars(file.schoolId),
    };
    const stage = await repository.openStage();
    const outcome = await this.readFile(file.path, context, { onChunk: (chunk) => stage.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)), onProgress: this.reporter(deliveryId) });
    await stage.end();
    const about = receiptOf(outcome, started);
    if (outcome.refusal || outcome.firstDay === null || outcome.lastDay === null) {
      const refusal = outcome.refusal ?? NOTHING_TO_KEEP;
      const words = { happened: refusal.what, lost: refusal.lost, todo: refusal.todo };
      return {
        deliveryId, kept: false, again: false, refusal: words,
        close: async () => {
          await DeliveryDesk.keepRefusals(this.pool, deliveryId, file.schoolId, outcome.refusals);
          await this.desk.close(deliveryId, 'REFUSED', refusal.code, { ...about, refusal: words }, outcome.rowsRead, outcome.rowsRefused);
        },
      };
    }
    await this.desk.progress(deliveryId, DeliveryStep.COMPARING, outcome.bytes);
    const first = isoOfDay(outcome.firstDay);
    const last = isoOfDay(outcome.lastDay);
    const refusals: Refusal[] = [...outcome.refusals];
    if (outcome.flushedPartials) for (const { line } of await repository.collapseStage()) refusals.push({ line, code: 'MRK-04', column: null, value: '', hint: null, schoolId: null });
    const counts = await repository.mergeStage(deliveryId, first, last);
    const years = academicYearsOf(first, last).map((year) => {
      const on = `${year + 1}-08-31`;
      return { year, persistentPercent: ruleValue('persistent-absence.percent', on), severePercent: ruleValue('severe-absence.percent', on) };
    });
    const subjects = await repository.refreshSummaries(deliveryId, years, today);
    await this.writeReceipt(client, deliveryId, file, outcome, refusals, {
      ...about, changes: counts.marksChanged > 0 ? await repository.changesByCode(deliveryId) : [],
    }, counts, subjects.pupils.length);
    await client.query(`select append_audit('COLLECTED', 'importRegister', $1, $2, $3, $4, $5, null, null, $6)`, [
      sender.userId, sender.role, subjects.pupils, subjects.schools, JSON.stringify({ delivery: deliveryId, rows: outcome.rowsRead, ...counts }), sender.requestId]);
    return { deliveryId, kept: true, again: false };
  }

  private async writeReceipt(client: PoolClient, deliveryId: number, file: ReceivedFile, outcome: ReadOutcome, refusals: readonly Refusal[], receipt: DeliveryReceipt, counts: { marksNew: number; marksChanged: number; marksSame: number }, pupils: number): Promise<void> {
    await DeliveryDesk.keepRefusals(client, deliveryId, file.schoolId, refusals);
    await client.query(
      `update delivery set status = 'KEPT', step = 'KEPT', finished_at = now(), bytes_read = bytes, layout = $2, delimiter = $3, encoding = $4, date_order = $5,
         first_day = $6, last_day = $7, rows_read = $8, rows_repeated = $9, rows_refused = $10, marks_new = $11, marks_changed = $12, marks_same = $13, pupils = $14, receipt = $15
       where id = $1`,
      [deliveryId, outcome.layout, outcome.delimiter, outcome.encoding, outcome.dateOrder.order, isoOfDay(outcome.firstDay ?? 0), isoOfDay(outcome.lastDay ?? 0),
        outcome.rowsRead, outcome.notes['DUP-01'] ?? 0, outcome.rowsRefused, counts.marksNew, counts.marksChanged, counts.marksSame, pupils, JSON.stringify(receipt)]);
  }

  /** Progress is written by another connection (this one's transaction is not seen until it ends), at most twice a second. */
  private reporter(deliveryId: number): (progress: { bytesRead: number }) => void {
    let last = 0;
    return ({ bytesRead }) => {
      const now = performance.now();
      if (now - last < 500) return;
      last = now;
      void this.desk.progress(deliveryId, DeliveryStep.READING, bytesRead).catch(() => undefined);
    };
  }
}

const NOTHING_TO_KEEP = {
  code: 'FIL-01', what: 'There is no mark in this file that the portal can keep.',
  lost: 'Nothing was kept, so nothing changed.', todo: 'Check that it is the register export of this school, and send it again.',
} as const;

function receiptOf(outcome: ReadOutcome, started: number): DeliveryReceipt {
  return {
    refusedByCode: outcome.faults as Record<string, number>,
    warningsByCode: outcome.notes as Record<string, number>,
    changes: [],
    columns: Object.fromEntries(outcome.headings.flatMap(({ used, field, text }) => (used && field !== null ? [[field, text]] : []))),
    unknownColumns: outcome.headings.filter((heading) => heading.field === null && heading.text !== '').map((heading) => heading.text),
    schools: outcome.schoolIds.length,
    truncated: outcome.truncated,
    seconds: Math.round((performance.now() - started) / 100) / 10,
  };
}
