import type { OperationActor } from '../../server/src/platform/graphql/operation.ts';
import type { Figures } from './figures.ts';
import type { TestPortal } from './test-portal.ts';

/** A list behind a figure, by its heading: how many pupils, and how many sessions they have of its kind. */
export interface Heading { readonly total: number; readonly sessions: number | null }

/** What the pages lead to from each figure, and which number of the list's heading must be that figure. */
export const OPENED: Readonly<Record<string, readonly [figure: (figures: Figures) => number | null, says: keyof Heading]>> = {
  COUNTED: [(figures) => figures.enrolments, 'total'], PERSISTENT: [(figures) => figures.persistent, 'total'], SEVERE: [(figures) => figures.severe, 'total'],
  POSSIBLE: [(figures) => figures.possible, 'sessions'], ATTENDED: [(figures) => figures.attended, 'sessions'], ABSENT: [(figures) => figures.authorised + figures.unauthorised, 'sessions'],
  AUTHORISED: [(figures) => figures.authorised, 'sessions'], UNAUTHORISED: [(figures) => figures.unauthorised, 'sessions'], MISSING: [(figures) => figures.missing, 'sessions'],
  LATE: [(figures) => figures.lateBefore + figures.lateAfter, 'sessions'], LATE_BEFORE: [(figures) => figures.lateBefore, 'sessions'], LATE_AFTER: [(figures) => figures.lateAfter, 'sessions'],
};

/** The headings of several lists, asked together. */
export async function headingsOf(portal: TestPortal, actor: OperationActor, filters: readonly Readonly<Record<string, unknown>>[]): Promise<Heading[]> {
  const variables = Object.fromEntries(filters.map((filter, n) => [`f${n}`, filter]));
  const answer = await portal.ask(actor, `query Lists(${filters.map((_, n) => `$f${n}: PupilFilter`).join(', ')}) { ${filters.map((_, n) => `l${n}: pupilFigures(filter: $f${n}, take: 1) { total sessions }`).join(' ')} }`, variables);
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return filters.map((_, n) => answer.data?.[`l${n}`] as Heading);
}

/** What the lists of a scope say, measure by measure, beside what the figures of that scope say. */
export async function listedAndShown(portal: TestPortal, actor: OperationActor, scope: Readonly<Record<string, unknown>>, figures: Figures): Promise<{ listed: unknown; shown: unknown }> {
  const measures = Object.keys(OPENED);
  const headings = await headingsOf(portal, actor, measures.map((measure) => ({ ...scope, measure })));
  return {
    listed: Object.fromEntries(measures.map((measure, n) => [measure, headings[n]?.[OPENED[measure]?.[1] ?? 'total']])),
    shown: Object.fromEntries(measures.map((measure) => [measure, OPENED[measure]?.[0](figures)])),
  };
}
