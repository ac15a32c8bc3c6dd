export * from './compulsory-school-age.ts';
export * from './ethnicity.ts';
export * from './upn.ts';
export * from './year-groups.ts';
