import { freshnessQuestion } from '../features/analysis/index.ts';
import type { Question } from '../graphql/first-answers.ts';
import type { Asker } from '../graphql/page-query.ts';

/** What the shell around every page asks by itself. */
export function shellQuestions({ permissions }: Asker): readonly Question[] {
  return permissions.includes('school:read') ? [freshnessQuestion()] : [];
}
