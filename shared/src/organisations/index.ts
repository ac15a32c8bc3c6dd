export * from './establishments.ts';
export * from './identifiers.ts';
export * from './school-phase.ts';
