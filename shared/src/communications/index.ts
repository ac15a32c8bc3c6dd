export * from './day-words.ts';
export * from './status.ts';
export * from './templates.ts';
