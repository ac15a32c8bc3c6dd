export { MATRIX_SUBJECTS, type MatrixCell, type MatrixRow, type MatrixSubject } from './matrix-cell.ts';
export * from './matrix.ts';
export * from './oracle.ts';
export * from './permissions.ts';
export * from './reach.ts';
export * from './roles.ts';
