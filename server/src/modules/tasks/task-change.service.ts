import { ROLE_NAMES, ROLES, rolesWith, ScopeKind, type Role } from '@attendance/shared/access';
import { addDays, parseIsoDay } from '@attendance/shared/kernel';
import { ANSWER_DRAFT, closingNeedsNote, isTaskOpen, overdueFrom, TASK_STATUS_WORDS, TASK_TEXT_LENGTHS, TaskScope, TaskSide } from '@attendance/shared/tasks';
import { AuditKind } from '../../platform/audit/audit-sql.ts';
import { notFound, Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import { formKey, invalidAnswers, manyLines, oneLine } from '../../platform/graphql/form.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { CalendarRepository } from './calendar.repository.ts';
import type { DraftService } from './drafts/draft.service.ts';
import type { TaskInput, TaskStatus } from './task.inputs.ts';
import type { TaskRepository } from './task.repository.ts';
import type { TaskService } from './task.service.ts';
import type { TaskOwnerType, TaskType } from './task.type.ts';

/** A day further off is a slip of the keyboard. */
const FURTHEST_DAYS = 400;
/** Far enough to find the school day after the longest holiday. */
const HOLIDAY_DAYS = 70;

const holding = rolesWith('task:write');
const inScope = (...scopes: ScopeKind[]): Role[] => holding.filter((role) => scopes.includes(ROLES[role].scope));
/** Which roles may own a task, by how far they reach: the database compares, and the matrix says. */
export const OWNING_ROLES = {
  wide: inScope(ScopeKind.AUTHORITY), local: inScope(ScopeKind.SCHOOLS), named: inScope(ScopeKind.PUPILS), cohort: inScope(ScopeKind.COHORT),
  fully: ROLE_NAMES.filter((role) => rolesWith('pupil:read-restricted').includes(role)),
} as const;
const SIDE_OF_REACH: Readonly<Record<string, TaskSide>> = { AUTHORITY: TaskSide.LA, SCHOOLS: TaskSide.SCHOOL };

/** Changing one task: what may be written, what a refusal says, and whom the trail names. */
export class TaskChangeService {
  constructor(private readonly tasks: TaskRepository, private readonly reading: TaskService, private readonly calendars: CalendarRepository, private readonly drafts: Pick<DraftService, 'sent'>) {}

  /** Another status, or a note to the same one. Refused where it was changed since `version`. */
  async change(operation: Operation, id: string, version: number, status: TaskStatus, note: string): Promise<TaskType> {
    once(operation);
    const was = await this.reading.open(operation, id);
    if (was.version !== version) throw await this.overtaken(operation, was);
    if (!isTaskOpen(was.status)) throw new Refusal(RefusalCode.CONFLICT, `This task is ${TASK_STATUS_WORDS[was.status].toLowerCase()}. What is closed stays closed. Nothing was changed.`, { status: 'What is closed stays closed' });
    if (was.nextStatuses.length === 0) throw mayNot('Only its owner, the school it is of and attendance officers can answer this task.');
    const said = noteOf(note, status, status === was.status);
    if (!(await this.tasks.change(operation, [{ id: was.id, version }], status, said)).has(was.id)) throw await this.overtaken(operation, was);
    await this.drafts.sent(operation, { taskId: was.id }, ANSWER_DRAFT);
    return this.done(operation, was.id, { from: was.status, to: status });
  }

  /** Another day, with a reason. */
  async postpone(operation: Operation, id: string, version: number, dueOn: string, reason: string): Promise<TaskType> {
    once(operation);
    const was = await this.reading.open(operation, id);
    if (was.version !== version) throw await this.overtaken(operation, was);
    if (!was.mayPostpone) throw mayNot('Only attendance officers, and for its own tasks the school’s attendance champion, can give this task another day.');
    const problems = { ...problemOfDue(operation.today, dueOn), ...problemOfReason(oneLine(reason)) };
    if (dueOn === was.dueOn) problems.dueOn = 'It is due on that day already';
    if (Object.keys(problems).length > 0) throw invalidAnswers(problems);
    if (!(await this.tasks.postpone(operation, was.id, version, dueOn, await this.overdueFrom(operation, was.schoolId, dueOn), oneLine(reason)))) throw await this.overtaken(operation, was);
    operation.audit.reason = oneLine(reason);
    return this.done(operation, was.id, { from: was.dueOn, to: dueOn });
  }

  /** Somebody's own task, for themselves or a colleague. The same key again gives the task it made. */
  async add(operation: Operation, key: string, input: TaskInput): Promise<TaskType> {
    once(operation);
    const { userId, reach } = operation.actor;
    const given = { ...input, what: oneLine(input.what), ownerId: input.ownerId ?? userId, pupilId: input.pupilId ?? null, schoolId: input.schoolId ?? (reach.kind === 'SCHOOLS' && reach.schools.length === 1 ? (reach.schools[0] ?? null) : null) };
    const problems = problemOfDue(operation.today, given.dueOn);
    if (given.what === '') problems.what = 'Say what is to be done';
    else if (given.what.length > TASK_TEXT_LENGTHS.what) problems.what = `Say it in ${TASK_TEXT_LENGTHS.what} characters or fewer`;
    if (given.pupilId !== null && !(await this.tasks.reachesPupil(operation, given.pupilId))) throw notFound('pupil');
    if (given.schoolId !== null && !(await this.mayName(operation, given.schoolId))) throw notFound('school');
    const owner = given.ownerId === userId ? undefined : (await this.tasks.owners(operation, given.schoolId, given.pupilId, OWNING_ROLES)).find(({ id }) => id === given.ownerId);
    if (given.ownerId !== userId && owner === undefined) problems.ownerId = 'Choose somebody who may open what the task is about';
    if (Object.keys(problems).length > 0) throw invalidAnswers(problems);
    const id = await this.tasks.add(operation, formKey(key), {
      scope: given.pupilId !== null ? TaskScope.PUPIL : given.schoolId !== null ? TaskScope.SCHOOL : TaskScope.AREA, what: given.what, side: owner?.side ?? SIDE_OF_REACH[reach.kind] ?? TaskSide.PARTNER,
      school_id: given.schoolId, pupil_id: given.pupilId, owner_id: given.ownerId, owner: owner?.name ?? operation.actor.name.slice(0, 120), due_on: given.dueOn, overdue_from: await this.overdueFrom(operation, given.schoolId, given.dueOn),
    }, OWNING_ROLES);
    if (id === null) throw new Refusal(RefusalCode.CONFLICT, 'Somebody else used this form’s number. Nothing was saved. Open the form anew and send it again.');
    return this.done(operation, id, { source: 'OWN' });
  }

  /** The people a task about a school and a child may be given to. Of one school its staff need no school named. */
  async owners(operation: Operation, schoolId: number | null, pupilId: number | null): Promise<TaskOwnerType[]> {
    const { reach } = operation.actor;
    // Who may know of a child says whether the record is restricted: told only to those who know already.
    if (pupilId !== null && !(await this.tasks.reachesPupil(operation, pupilId))) throw notFound('pupil');
    return this.tasks.owners(operation, schoolId ?? (reach.kind === 'SCHOOLS' && reach.schools.length === 1 ? (reach.schools[0] ?? null) : null), pupilId, OWNING_ROLES);
  }

  /** Schools name themselves; whoever works with children by name names no school. */
  private async mayName(operation: Operation, schoolId: number): Promise<boolean> {
    const { reach } = operation.actor;
    return reach.kind === 'AUTHORITY' ? this.tasks.knowsSchool(operation, schoolId) : reach.kind === 'SCHOOLS' && reach.schools.includes(schoolId);
  }

  private async overdueFrom(operation: Operation, schoolId: number | null, dueOn: string): Promise<string> {
    return overdueFrom(dueOn, (await this.calendars.openDays(operation, [schoolId], dueOn, addDays(dueOn, HOLIDAY_DAYS))).of(schoolId));
  }

  private async done(operation: Operation, id: number, details: Record<string, unknown>): Promise<TaskType> {
    const task = await this.reading.open(operation, String(id));
    operation.audit.as(AuditKind.CHANGED, { task: id, version: task.version, ...details });
    if (task.schoolId !== null) operation.audit.schoolIds.add(task.schoolId);
    return task;
  }

  /** What happened instead: who was first. */
  private async overtaken(operation: Operation, was: TaskType): Promise<Refusal> {
    const by = (await this.tasks.lastBy(operation, [was.id])).get(was.id) ?? 'Somebody';
    return new Refusal(RefusalCode.CONFLICT, `${by} changed this task while you had it open. Nothing of yours was saved, and nothing you typed is lost. Look at what stands there now, and decide again.`);
  }
}

/** The note of a change, as it is kept. Refused where closing says nothing of what came of it. */
export function noteOf(note: string, status: TaskStatus, isSame: boolean): string {
  const said = manyLines(note);
  if (said.length > TASK_TEXT_LENGTHS.note) throw invalidAnswers({ note: `Say it in ${TASK_TEXT_LENGTHS.note} characters or fewer` });
  if (said === '' && closingNeedsNote(status)) throw invalidAnswers({ note: 'Say what came of it' });
  if (said === '' && isSame) throw invalidAnswers({ note: 'Write a note, or choose another status' });
  return said;
}

export function problemOfReason(reason: string): Record<string, string> {
  if (reason === '') return { reason: 'Say why' };
  return reason.length > TASK_TEXT_LENGTHS.reason ? { reason: `Say why in ${TASK_TEXT_LENGTHS.reason} characters or fewer` } : {};
}

function problemOfDue(today: string, dueOn: string): Record<string, string> {
  if (parseIsoDay(dueOn) === null) return { dueOn: 'Enter the day it is due as a real date' };
  if (dueOn < today) return { dueOn: 'The day is over: enter one from today on' };
  return dueOn > addDays(today, FURTHEST_DAYS) ? { dueOn: 'The day is more than a year away' } : {};
}

const mayNot = (why: string): Refusal => new Refusal(RefusalCode.FORBIDDEN, `${why} Nothing was changed.`);

/** The trail has one entry an operation, and that entry names one change. */
export function once(operation: Operation): void {
  if (operation.actor.userId === null) throw new Refusal(RefusalCode.FORBIDDEN, 'A machine client answers no tasks. Nothing was changed.');
  if (operation.audit.kind === AuditKind.CHANGED) throw new Refusal(RefusalCode.INVALID, 'One change is made at a time. Nothing was changed.');
}
