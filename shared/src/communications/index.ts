export * from './day-words.ts';
export * from './meeting-calendar.ts';
export * from './status.ts';
export * from './templates.ts';
