export * from './calendar-entry.ts';
export * from './day-words.ts';
export * from './status.ts';
export * from './templates.ts';
