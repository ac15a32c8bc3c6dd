import type { Pool, PoolClient } from 'pg';
import { isoOfDay, parseIsoDay, ruleValue } from '@attendance/shared/kernel';
import type { Clock } from '../../../platform/clock/clock.ts';
import type { Logger } from '../../../platform/logging/logger.ts';
import { DeliveryStep, referenceOf, type DeliveryReceipt } from '../delivery-receipt.ts';
import type { ReadContext, ReadHooks, ReadOutcome, Refusal } from '../readers/types.ts';
import { DeliveryDesk, type Ending, type ReceivedFile, type Sender } from './delivery-desk.ts';
import { ImportLine, type Turn } from './import-line.ts';
import { ImportRepository, type Written } from './import.repository.ts';
import { rulesOfYears } from './year-rules.ts';

/** Reads a file somewhere else than the event loop; see readers/. */
export type ReadFile = (path: string, context: ReadContext, hooks: ReadHooks) => Promise<ReadOutcome>;

export interface ImportResult { readonly deliveryId: number; readonly kept: boolean; readonly again: boolean; readonly refusal?: NonNullable<DeliveryReceipt['refusal']> }

/** What came of the import's transaction; with an `ending` nothing of it is kept. */
interface Outcome { readonly result: ImportResult; readonly ending?: Ending }

/**
 * Takes in one register file: read as a stream, folded to weeks, compared, written, summed up, receipted and audited in one
 * transaction. All of it is kept or nothing is; the same bytes for the same school are never taken in twice.
 */
export class ImportRegisterService {
  private readonly line: ImportLine;

  constructor(private readonly pool: Pool, private readonly readFile: ReadFile, private readonly clock: Clock, private readonly log: Logger) {
    this.line = new ImportLine(pool);
  }

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
    const { deliveryId, turn } = await this.line.join(file);
    const done = turn.then((begun) => this.run(begun, deliveryId, file, sender)).catch(async (error: unknown) => {
      this.log.error({ deliveryId, err: error }, 'import stopped');
      const ending = interrupted(deliveryId);
      // When the database itself is gone this fails too; the next start then marks the delivery as interrupted.
      await this.desk.close(deliveryId, ending).catch(() => undefined);
      return { deliveryId, kept: false, again: false, refusal: ending.receipt.refusal };
    });
    return { deliveryId, again: false, done };
  }

  /** The whole import, waited for. */
  async import(file: ReceivedFile, sender: Sender): Promise<ImportResult> {
    return (await this.begin(file, sender)).done;
  }

  private async run(turn: Turn, deliveryId: number, file: ReceivedFile, sender: Sender): Promise<ImportResult> {
    const { client } = turn;
    const started = performance.now();
    try {
      await client.query('begin');
      const { result, ending } = await this.withinTransaction(client, deliveryId, file, sender, started);
      await client.query(ending ? 'rollback' : 'commit');
      if (ending) await DeliveryDesk.closeAudited(client, deliveryId, file, sender, ending);
      return result;
    } catch (error) {
      const cause = turn.broken() ?? error;
      await client.query('rollback').catch(() => undefined);
      const ending = interrupted(deliveryId);
      const isClosed = await DeliveryDesk.closeAudited(client, deliveryId, file, sender, ending).then(() => true, () => false);
      if (!isClosed) throw cause;
      this.log.error({ deliveryId, err: cause }, 'import stopped');
      return { deliveryId, kept: false, again: false, refusal: ending.receipt.refusal };
    } finally {
      await turn.end();
    }
  }

  private async withinTransaction(client: PoolClient, deliveryId: number, file: ReceivedFile, sender: Sender, started: number): Promise<Outcome> {
    const repository = new ImportRepository(client);
    const today = this.clock.today();
    await repository.lockSchool(file.schoolId);
    // Its twin may have been kept while this one waited for the school.
    const twin = await this.desk.alreadyKept(file);
    if (twin !== undefined) {
      const refusal = { happened: 'The same file arrived twice at once.', lost: `Nothing was lost: it was kept once, as ${referenceOf(twin)}.`, todo: 'Open that delivery for the receipt.' };
      return { result: { deliveryId: twin, kept: true, again: true }, ending: { status: 'REFUSED', code: 'TWIN', receipt: { refusal } } };
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
      return { result: { deliveryId, kept: false, again: false, refusal: words }, ending: { status: 'REFUSED', code: refusal.code, receipt: { ...about, refusal: words }, outcome } };
    }
    await this.desk.progress(deliveryId, DeliveryStep.COMPARING, outcome.bytes);
    const first = isoOfDay(outcome.firstDay);
    const last = isoOfDay(outcome.lastDay);
    const refusals: Refusal[] = [...outcome.refusals];
    if (outcome.flushedPartials) for (const { line } of await repository.collapseStage()) refusals.push({ line, code: 'MRK-04', column: null, value: '', hint: null, schoolId: null });
    const counts = await repository.mergeStage(deliveryId, first, last);
    const { pupils, schools, moved } = await repository.refreshSummaries(deliveryId, rulesOfYears(first, last), today);
    const changes = counts.marksChanged > 0 ? await repository.changesByCode(deliveryId) : [];
    await this.writeReceipt(client, deliveryId, file, outcome, refusals, { ...about, changes, ...(moved ? { moved } : {}) }, counts, pupils.length);
    await client.query(`select append_audit('COLLECTED', 'importRegister', $1, $2, $3, $4, $5, null, null, $6)`, [
      sender.userId, sender.role, pupils, schools, JSON.stringify({ delivery: deliveryId, rows: outcome.rowsRead, ...counts }), sender.requestId]);
    return { result: { deliveryId, kept: true, again: false } };
  }

  private async writeReceipt(client: PoolClient, deliveryId: number, file: ReceivedFile, outcome: ReadOutcome, refusals: readonly Refusal[], receipt: DeliveryReceipt, counts: Written, pupils: number): Promise<void> {
    await DeliveryDesk.keepRefusals(client, deliveryId, file.schoolId, refusals);
    await client.query(
      `update delivery set status = 'KEPT', step = 'KEPT', finished_at = now(), bytes_read = bytes, layout = $2, delimiter = $3, encoding = $4, date_order = $5,
         first_day = $6, last_day = $7, rows_read = $8, rows_repeated = $9, rows_refused = $10, marks_new = $11, marks_changed = $12, marks_same = $13, pupils = $14, receipt = $15,
         weeks_new = $16, weeks_changed = $17
       where id = $1`,
      [deliveryId, outcome.layout, outcome.delimiter, outcome.encoding, outcome.dateOrder.order, isoOfDay(outcome.firstDay ?? 0), isoOfDay(outcome.lastDay ?? 0),
        outcome.rowsRead, outcome.notes['DUP-01'] ?? 0, outcome.rowsRefused, counts.marksNew, counts.marksChanged, counts.marksSame, pupils, JSON.stringify(receipt),
        counts.weeksNew, counts.weeksChanged]);
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

/** How a delivery ends that came to grief while it was read, without its sender's doing. */
function interrupted(deliveryId: number) {
  const refusal = {
    happened: 'The portal could not finish reading this file.',
    lost: 'Nothing was kept from it, so the register is as it was before.',
    todo: `Send the same file again. If it stops again, give reference delivery ${deliveryId} to the service desk.`,
  };
  return { status: 'INTERRUPTED', code: 'INTERRUPTED', receipt: { refusal } } as const;
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
