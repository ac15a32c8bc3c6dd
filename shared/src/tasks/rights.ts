import { isTaskOpen, TaskSide, TaskSource, type TaskStatus } from './status.ts';

/** Who asks about a task: their number, whether they reach the whole authority or schools, and what they may do. */
export interface TaskAsker { readonly userId: number | null; readonly reach: string; readonly can: (permission: string) => boolean }
/** What decides who may do what with a task. That it is within reach is known already. */
export interface TaskHeld { readonly ownerId: number | null; readonly side: TaskSide; readonly source: TaskSource; readonly status: TaskStatus }

const isOwner = ({ userId }: TaskAsker, { ownerId }: TaskHeld): boolean => userId !== null && userId === ownerId;
const isOfficer = ({ reach, can }: TaskAsker): boolean => reach === 'AUTHORITY' && (can('meeting:record') || can('meeting:approve'));
/** Whoever prepares a school's meetings, or approves them, speaks for the school. */
const speaksForSchool = ({ reach, can }: TaskAsker): boolean => reach === 'SCHOOLS' && (can('meeting:prepare') || can('meeting:approve'));

/** Whether somebody may say how far a task has come: its owner, the school for what the school owes, and officers. */
export function mayAnswerTask(asker: TaskAsker, task: TaskHeld): boolean {
  if (!asker.can('task:write') || !isTaskOpen(task.status)) return false;
  return isOwner(asker, task) || isOfficer(asker) || (speaksForSchool(asker) && task.side === TaskSide.SCHOOL);
}

/** Whether somebody may give a task to another person: officers, and within a school whoever prepares its meetings. */
export function mayReassignTask(asker: TaskAsker, task: TaskHeld): boolean {
  if (!asker.can('task:write') || !isTaskOpen(task.status)) return false;
  return isOfficer(asker) || (asker.reach === 'SCHOOLS' && asker.can('meeting:prepare') && task.side === TaskSide.SCHOOL);
}

/** Whether somebody may give a task another day: whoever may reassign it, and the owner of what nobody agreed with anyone. */
export function mayPostponeTask(asker: TaskAsker, task: TaskHeld): boolean {
  return mayReassignTask(asker, task) || (asker.can('task:write') && isTaskOpen(task.status) && isOwner(asker, task) && task.source === TaskSource.OWN);
}
