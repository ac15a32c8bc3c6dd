import { rolesWith, type Permission } from '@attendance/shared/access';
import { isClosedBarrier, moveNeedsReason, nextBarrierStatuses, problemOfBarrierText, BARRIER_STATUS_WORDS, type BarrierText } from '@attendance/shared/attendance';
import { academicYearOf, academicYearOfWeek } from '@attendance/shared/calendar';
import { parseIsoDay, ruleValue } from '@attendance/shared/kernel';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import { notFound, Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import { formKey, invalidAnswers, manyLines, oneLine } from '../../../platform/graphql/form.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { BarrierActionInput, BarrierFilter, BarrierInput, BarrierStatus } from './barrier.inputs.ts';
import type { FiguresService } from '../figures.service.ts';
import type { BarrierEffectRepository } from './barrier-effect.repository.ts';
import type { BarrierRepository } from './barrier.repository.ts';
import type { BarrierActionType, BarrierChangeType, BarrierEffectRowType, BarrierOwnerType, BarrierPageType, BarrierType } from './barrier.type.ts';

const WRITES: Permission = 'barrier:write';
const LINKS_IN_ONE = 'Name one school or one pupil. Nothing was changed.';
/** What makes a version of its own: a link stands beside the words and overtakes nobody. */
const COUNTED_CHANGES: readonly string[] = ['CHANGED', 'MOVED', 'NOTE', 'ACTION_CHANGED'];
/** Days a form may name: what is older or later is a slip of the keyboard. */
const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2099-12-31';

/** Area barriers: what may be written, what a refusal says, and whom the trail names. */
export class BarrierService {
  constructor(private readonly barriers: BarrierRepository, private readonly effects: BarrierEffectRepository, private readonly figures: Pick<FiguresService, 'disclosure'>) {}

  async list(operation: Operation, filter: BarrierFilter, offset: number, take: number): Promise<BarrierPageType> {
    const page = await this.barriers.list(operation, filter, offset, take);
    // A barrier that is found by its pupil tells of that pupil.
    if (filter.pupilId && page.items.length > 0) operation.audit.viewed((await this.barriers.reachesPupil(operation, filter.pupilId)) ? [filter.pupilId] : []);
    return page;
  }

  async open(operation: Operation, id: string): Promise<BarrierType> {
    const barrier = /^\d{1,9}$/.test(id) ? await this.barriers.find(operation, Number(id)) : null;
    if (barrier === null) throw notFound('barrier');
    return barrier;
  }

  async owners(operation: Operation): Promise<BarrierOwnerType[]> {
    return this.barriers.owners(operation, rolesWith(WRITES));
  }

  async actions(operation: Operation, barrier: BarrierType): Promise<BarrierActionType[]> {
    return this.barriers.actions(operation, barrier.id);
  }

  async teamNote(operation: Operation, barrier: BarrierType): Promise<string> {
    return this.barriers.teamNote(operation, barrier.id);
  }

  async changes(operation: Operation, barrier: BarrierType): Promise<BarrierChangeType[]> {
    const changes = await this.barriers.changes(operation, barrier.id);
    const mayName = operation.can('pupil:read');
    const shown = changes.filter(({ pupilId }) => pupilId === null || mayName);
    operation.audit.viewed(shown.flatMap(({ pupilId }) => (pupilId === null ? [] : [pupilId])));
    return shown;
  }

  async effectOnSchools(operation: Operation, barrier: BarrierType): Promise<BarrierEffectRowType[]> {
    const [weeks, year] = compared(operation);
    if (operation.actor.reach.kind !== 'AGGREGATE') return this.effects.schools(operation, barrier.schoolIds, barrier.sinceOn, weeks, year, 1);
    // What is hidden of a school's year is hidden of its weeks; the weeks before may be of last year's.
    const disclosure = await this.figures.disclosure(operation);
    const rows = await this.effects.schools(operation, barrier.schoolIds, barrier.sinceOn, weeks, year, ruleValue('suppression.minimum', operation.today));
    const told = (schoolId: number | null, week: string | null, absent: number | null): number | null => (week !== null && disclosure.hidesWhole({ schoolId, phase: null }, academicYearOfWeek(week), 'missed') ? null : absent);
    return rows.map((row) => ({ ...row, beforeAbsent: told(row.schoolId, row.beforeFrom, row.beforeAbsent), sinceAbsent: told(row.schoolId, row.sinceFrom, row.sinceAbsent) }));
  }

  async effectOnPupils(operation: Operation, barrier: BarrierType): Promise<BarrierEffectRowType[]> {
    const rows = await this.effects.pupils(operation, barrier.id, barrier.sinceOn, ...compared(operation));
    operation.audit.viewed(rows.flatMap(({ pupilId }) => (pupilId === null ? [] : [pupilId])));
    return rows;
  }

  /** Logs a barrier, with the school and the pupil it was logged for. The same key again gives what it made. */
  async log(operation: Operation, key: string, input: BarrierInput, schoolId: number | null, pupilId: number | null): Promise<BarrierType> {
    onceAnOperation(operation);
    const given = await this.judged(operation, input, null);
    const id = await this.barriers.save(operation, null, null, formKey(key), given);
    if (id === null) throw new Refusal(RefusalCode.CONFLICT, 'Somebody else used this form’s number. Nothing was saved. Open the form anew and send it again.');
    if (schoolId !== null) await this.linkOne(operation, id, { schoolId, pupilId: null }, true);
    if (pupilId !== null) await this.linkOne(operation, id, { schoolId: null, pupilId }, true);
    return this.changed(operation, id, pupilId === null ? [] : [pupilId]);
  }

  async change(operation: Operation, id: string, version: number, input: BarrierInput): Promise<BarrierType> {
    onceAnOperation(operation);
    const was = await this.open(operation, id);
    const given = await this.judged(operation, input, was.ownerId);
    if ((await this.barriers.save(operation, was.id, version, null, given)) === null) throw await this.overtaken(operation, was);
    return this.changed(operation, was.id);
  }

  async move(operation: Operation, id: string, version: number, status: BarrierStatus, reason: string): Promise<BarrierType> {
    onceAnOperation(operation);
    const was = await this.open(operation, id);
    if (was.version !== version) throw await this.overtaken(operation, was);
    if (!nextBarrierStatuses(was.status).includes(status)) {
      const why = isClosedBarrier(was.status) ? 'A closed barrier can only be opened again.' : 'It has that status already.';
      throw new Refusal(RefusalCode.CONFLICT, `This barrier is ${BARRIER_STATUS_WORDS[was.status].toLowerCase()}. ${why} Nothing was changed.`, { status: why });
    }
    const why = oneLine(reason);
    const problem = moveNeedsReason(was.status, status) ? problemOfBarrierText('reason', why) : why === '' ? null : problemOfBarrierText('reason', why);
    if (problem !== null) throw invalidAnswers({ reason: problem });
    if (!(await this.barriers.move(operation, was.id, version, status, why === '' ? null : why))) throw await this.overtaken(operation, was);
    operation.audit.reason = why === '' ? null : why;
    return this.changed(operation, was.id);
  }

  /** Linking twice is linking once: what stands already is no refusal. */
  async link(operation: Operation, id: string, schoolId: number | null, pupilId: number | null, linked: boolean): Promise<BarrierType> {
    onceAnOperation(operation);
    if ((schoolId === null) === (pupilId === null)) throw new Refusal(RefusalCode.INVALID, LINKS_IN_ONE);
    const was = await this.open(operation, id);
    await this.linkOne(operation, was.id, { schoolId, pupilId }, linked);
    if (schoolId !== null) operation.audit.schoolIds.add(schoolId);
    return this.changed(operation, was.id, pupilId === null ? [] : [pupilId]);
  }

  async planAction(operation: Operation, barrierId: string, key: string, input: BarrierActionInput): Promise<BarrierType> {
    onceAnOperation(operation);
    const was = await this.open(operation, barrierId);
    const id = await this.barriers.saveAction(operation, was.id, null, null, formKey(key), judgedAction(input));
    if (id === null) throw new Refusal(RefusalCode.CONFLICT, 'This form’s number belongs to another action. Nothing was saved. Open the form anew and send it again.');
    return this.changed(operation, was.id);
  }

  async changeAction(operation: Operation, actionId: string, version: number, input: BarrierActionInput): Promise<BarrierType> {
    onceAnOperation(operation);
    const barrierId = /^\d{1,9}$/.test(actionId) ? await this.barriers.actionBarrier(operation, Number(actionId)) : null;
    if (barrierId === null) throw notFound('action');
    const was = await this.open(operation, String(barrierId));
    if ((await this.barriers.saveAction(operation, was.id, Number(actionId), version, null, judgedAction(input))) === null) throw await this.overtaken(operation, was);
    return this.changed(operation, was.id);
  }

  private async linkOne(operation: Operation, id: number, to: { schoolId: number | null; pupilId: number | null }, linked: boolean): Promise<void> {
    if (to.pupilId !== null && !(await this.barriers.reachesPupil(operation, to.pupilId))) throw notFound('pupil');
    if (to.schoolId !== null && (await operation.sql('select 1 from school where id = $1', [to.schoolId])).length === 0) throw notFound('school');
    await this.barriers.link(operation, id, to, linked);
  }

  /** The barrier as it stands now; the trail names the pupils linked to it, and those who just were. */
  private async changed(operation: Operation, id: number, pupilIds: readonly number[] = []): Promise<BarrierType> {
    const barrier = await this.open(operation, String(id));
    operation.audit.as(AuditKind.CHANGED, { barrier: id, version: barrier.version });
    operation.audit.viewed([...(await this.barriers.pupilIds(operation, id)), ...pupilIds]);
    for (const schoolId of barrier.schoolIds) operation.audit.schoolIds.add(schoolId);
    return barrier;
  }

  /** What happened instead: who changed the barrier last, and when. */
  private async overtaken(operation: Operation, was: BarrierType): Promise<Refusal> {
    const last = (await this.barriers.changes(operation, was.id)).find(({ kind }) => COUNTED_CHANGES.includes(kind));
    return new Refusal(RefusalCode.CONFLICT, `${last?.by ?? 'Somebody'} changed this barrier while you had it open. Nothing of yours was saved, and nothing you typed is lost. Look at what stands there now, and save again.`);
  }

  private async judged(operation: Operation, input: BarrierInput, heldOwner: number | null): Promise<BarrierInput> {
    const given = { ...input, title: oneLine(input.title), known: manyLines(input.known), place: oneLine(input.place), teamNote: manyLines(input.teamNote) };
    const problems = problemsOf(given, ['title', 'known', 'place', 'teamNote']);
    const day = problemOfDay(given.sinceOn, 'the day it began');
    if (day !== null) problems.sinceOn = day;
    else if (given.sinceOn > operation.today) problems.sinceOn = 'The day it began cannot be in the future';
    // Somebody who left the team may stay the owner until another is named.
    if (given.ownerId !== heldOwner && !(await this.owners(operation)).some(({ id }) => id === given.ownerId)) problems.ownerId = 'Choose who owns it';
    if (Object.keys(problems).length > 0) throw invalidAnswers(problems);
    return given;
  }
}

function judgedAction(input: BarrierActionInput): BarrierActionInput {
  const given = { ...input, what: oneLine(input.what), owner: oneLine(input.owner), doneWhen: oneLine(input.doneWhen), outcome: manyLines(input.outcome) };
  const problems = problemsOf(given, ['what', 'owner', 'doneWhen', 'outcome']);
  const due = problemOfDay(given.dueOn, 'the day it is due');
  if (due !== null) problems.dueOn = due;
  const done = given.doneOn ? problemOfDay(given.doneOn, 'the day it was done') : null;
  if (done !== null) problems.doneOn = done;
  if (Object.keys(problems).length > 0) throw invalidAnswers(problems);
  return given;
}

function problemsOf<Name extends BarrierText>(given: Readonly<Record<Name, string>>, names: readonly Name[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => { const problem = problemOfBarrierText(name, given[name]); return problem === null ? [] : [[name, problem]]; }));
}

const problemOfDay = (day: string, what: string): string | null => (parseIsoDay(day) === null || day < FIRST_DAY || day > LAST_DAY ? `Enter ${what} as a real date` : null);

/** The trail has one entry an operation, and that entry names one barrier. */
function onceAnOperation(operation: Operation): void {
  if (operation.audit.kind === AuditKind.CHANGED) throw new Refusal(RefusalCode.INVALID, 'One barrier is changed at a time. Nothing was changed.');
}

const compared = (operation: Operation): [weeks: number, academicYear: number] => [ruleValue('barrier.weeks-before', operation.today), academicYearOf(operation.today)];
