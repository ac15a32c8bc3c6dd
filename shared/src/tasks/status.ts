/** How far a task has come. */
export const TaskStatus = { OPEN: 'OPEN', IN_PROGRESS: 'IN_PROGRESS', DONE: 'DONE', PARTLY: 'PARTLY', NOT_DONE: 'NOT_DONE', NO_LONGER_NEEDED: 'NO_LONGER_NEEDED' } as const;
export type TaskStatus = (typeof TaskStatus)[keyof typeof TaskStatus];
export const TASK_STATUSES: readonly TaskStatus[] = Object.values(TaskStatus);
export const TASK_STATUS_WORDS: Readonly<Record<TaskStatus, string>> = {
  OPEN: 'Open', IN_PROGRESS: 'In progress', DONE: 'Done', PARTLY: 'Partly done', NOT_DONE: 'Not done', NO_LONGER_NEEDED: 'No longer needed',
};

/** Where each status may lead. What is closed stays closed; what was left of it is carried forward as a task of its own. */
const NEXT = {
  OPEN: ['IN_PROGRESS', 'DONE', 'PARTLY', 'NOT_DONE', 'NO_LONGER_NEEDED'], IN_PROGRESS: ['OPEN', 'DONE', 'PARTLY', 'NOT_DONE', 'NO_LONGER_NEEDED'],
  DONE: [], PARTLY: [], NOT_DONE: [], NO_LONGER_NEEDED: [],
} as const satisfies Record<TaskStatus, readonly TaskStatus[]>;
export const nextTaskStatuses = (status: TaskStatus): readonly TaskStatus[] => NEXT[status];
export const isTaskOpen = (status: TaskStatus): boolean => status === TaskStatus.OPEN || status === TaskStatus.IN_PROGRESS;
/** Closing a task says what came of it. */
export const closingNeedsNote = (to: TaskStatus): boolean => !isTaskOpen(to);

/** Whom a task is about. */
export const TaskScope = { SCHOOL: 'SCHOOL', COHORT: 'COHORT', PUPIL: 'PUPIL', AREA: 'AREA' } as const;
export type TaskScope = (typeof TaskScope)[keyof typeof TaskScope];
export const TASK_SCOPE_WORDS: Readonly<Record<TaskScope, string>> = { SCHOOL: 'The school', COHORT: 'A group of pupils', PUPIL: 'One pupil', AREA: 'The area' };

/** Who owes a task or a deadline. */
export const TaskSide = { LA: 'LA', SCHOOL: 'SCHOOL', PARTNER: 'PARTNER' } as const;
export type TaskSide = (typeof TaskSide)[keyof typeof TaskSide];
export const TASK_SIDE_WORDS: Readonly<Record<TaskSide, string>> = { LA: 'The authority', SCHOOL: 'The school', PARTNER: 'A partner agency' };

/** Who made a task: somebody for themselves or a colleague, or the record of a meeting. */
export const TaskSource = { OWN: 'OWN', MEETING: 'MEETING' } as const;
export type TaskSource = (typeof TaskSource)[keyof typeof TaskSource];
export const TASK_SOURCE_WORDS: Readonly<Record<TaskSource, string>> = { OWN: 'Added by hand', MEETING: 'Agreed at a meeting' };

/** The longest texts of a task, in characters. */
export const TASK_TEXT_LENGTHS = { what: 500, note: 2000, reason: 500 } as const;
