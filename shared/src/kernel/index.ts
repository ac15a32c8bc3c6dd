export * from './dates.ts';
export * from './names.ts';
export * from './rule-pack.ts';
export * from './words.ts';
