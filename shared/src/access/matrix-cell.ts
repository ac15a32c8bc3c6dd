import type { Permission } from './permissions.ts';

/** The subjects the permission matrix is drawn over, with their headings. */
export const MATRIX_SUBJECTS = {
  attendance: 'Pupils and attendance',
  cases: 'Cases',
  notes: 'Restricted notes',
  meetings: 'Targeting support meetings',
  tasks: 'Tasks and clocks',
  virtualSchool: 'Virtual school and PEPs',
  selfReview: 'Self-review',
  legal: 'Legal',
  communication: 'Communication',
  reports: 'Reports',
  administration: 'Administration',
} as const;
export type MatrixSubject = keyof typeof MATRIX_SUBJECTS;

/** What a role may do about a subject: in words for the documentation, and as permissions for the guard. */
export interface MatrixCell {
  readonly words: string;
  readonly permissions: readonly Permission[];
}
export type MatrixRow = Readonly<Record<MatrixSubject, MatrixCell>>;

/** A cell of the matrix. */
export function cell(words: string, ...permissions: Permission[]): MatrixCell {
  return Object.freeze({ words, permissions: Object.freeze(permissions) });
}

/** A cell that grants nothing. */
export const NOTHING: MatrixCell = cell('Nothing');
