export * from './academic-year.ts';
export * from './bank-holidays.ts';
export * from './day-counting.ts';
export * from './school-calendar.ts';
export * from './breaks.ts';
