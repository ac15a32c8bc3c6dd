export * from './establishments.ts';
export * from './identifiers.ts';
