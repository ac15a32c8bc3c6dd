export { HIDDEN } from './counts.ts';

export const HIDDEN_SESSIONS_WHY = 'c: fewer than 5 sessions, or could be used to work out another that is, hidden so that nobody can be recognised.';
export const HIDDEN_GROUP_WHY = 'c: fewer than 5 pupils, too few for a percentage, or could be used to work out another that is; hidden so that nobody can be recognised.';
