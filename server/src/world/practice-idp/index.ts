export { createPracticeIdp, PRACTICE_IDP_PATH, type PracticeIdp, type PracticeIdpDeps } from './practice-idp.ts';
