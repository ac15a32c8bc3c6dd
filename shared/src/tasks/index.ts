export * from './clocks.ts';
export * from './drafts.ts';
export * from './overdue.ts';
export * from './paths.ts';
export * from './reminders.ts';
export * from './rights.ts';
export * from './status.ts';
