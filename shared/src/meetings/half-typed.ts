import type { TaskScope } from '../tasks/index.ts';

/** Whether a kept text is the line of an action, and not what is chosen beside it. */
export const isActionLine = (part: string): boolean => /^(?:ACTION\/\d+\/[A-Z]+(?:\/\d+)?|CHANGE\/\d+)$/.test(part);

/** The fields of a meeting whose text is kept for whoever types it until it is sent, by the name it is kept under. */
export const HALF_TYPED = {
  /** An action in one line: about a pupil, else about a school or its groups. */
  action: (schoolId: number, scope: TaskScope, pupilId: number | null): string => `ACTION/${schoolId}/${scope}${pupilId === null ? '' : `/${pupilId}`}`,
  change: (actionId: number): string => `CHANGE/${actionId}`,
  review: (taskId: number): string => `REVIEW/${taskId}`,
  addPupil: (schoolId: number): string => `ADD_PUPIL/${schoolId}`,
  comment: 'COMMENT',
} as const;
