import path from 'node:path';
import type pg from 'pg';
import { clientPages } from '../support/client-pages.ts';
import { enrolmentsIn, openOfficer, somebody, type Officer } from './officer.ts';
import { median, percentile } from './statistics.ts';
import { inTurn, type Turns } from './turns.ts';

export interface GrowthBench { readonly small: number; readonly large: number; readonly pages: readonly (Turns & { readonly name: string; readonly grows: boolean })[] }

/** What a page may take more at the large size, where its answer is no larger. */
const BAR_PERCENT = 20;

interface Side { readonly officer: Officer; readonly pupil: { readonly id: number; readonly misspelt: string }; readonly school: number }
interface GrowthJob { readonly name: string; readonly operation: string; readonly variables: (side: Side) => object; /** Adds up every school there is, so it is told and not judged. */ readonly grows?: boolean }

const LIST = { filter: {}, sort: 'OWN', direction: 'DESC', page: 1, take: 50 };

/** The pages whose answer is as long in a county as in a town, and one that adds up every school, to compare. */
const JOBS: readonly GrowthJob[] = [
  { name: 'Pupil page', operation: 'PupilPage', variables: ({ pupil }) => ({ id: String(pupil.id), looked: 1, take: 25 }) },
  { name: 'Name search with a typing error', operation: 'FindPupils', variables: ({ pupil }) => ({ text: pupil.misspelt }) },
  { name: 'School page', operation: 'SchoolPage', variables: ({ school }) => ({ id: String(school), schoolId: school, measure: 'ATTENDANCE', explains: false, pupils: true, reasons: true, deliveries: true, axis: 'SEN', groups: true }) },
  ...['SEVERE', 'PENALTY_WATCH', 'LATENESS'].map((kind) => ({ name: `List ${kind}, first 50 rows`, operation: 'ListPage', variables: () => ({ kind, ...LIST }) })),
  { name: 'All lists, counted', operation: 'ListsPage', variables: () => ({ filter: {}, family: true }), grows: true },
];

/** Both sizes on one server in one run: each page at the small size and at the large, in turn and in changing order. */
export async function benchGrowth(urls: { readonly small: string; readonly large: string }, root: string, today: string, clientDir: string, port: number, repeats: number): Promise<GrowthBench> {
  const small = await sideOf(urls.small, root, 'small', today, clientDir, port);
  try {
    const large = await sideOf(urls.large, root, 'large', today, clientDir, port + 1);
    try {
      const documents = new Map(clientPages().map(([name, document]) => [name.split(' ')[1] ?? '', document]));
      const pages = [];
      for (const { name, operation, variables, grows = false } of JOBS) {
        const ask = (side: Side) => (): Promise<unknown> => side.officer.ask(documents.get(operation) ?? '', operation, variables(side));
        // The large size is "ours": what is told is how much more it takes than the small one.
        pages.push({ name, grows, ...(await inTurn(ask(large), ask(small), repeats)) });
      }
      return { small: await enrolmentsIn(small.officer.owner), large: await enrolmentsIn(large.officer.owner), pages };
    } finally {
      await large.officer.close();
    }
  } finally {
    await small.officer.close();
  }
}

/** A portal of one size. Each keeps a folder of its own, or the anchors of two audit trails would lie in one file. */
async function sideOf(url: string, root: string, name: string, today: string, clientDir: string, port: number): Promise<Side> {
  const officer = await openOfficer(url, today, clientDir, port, { DATA_DIR: path.join(root, `portal-${name}`) });
  return { officer, pupil: await somebody(officer.owner), school: await ordinarySchool(officer.owner) };
}

/** A primary school with a roll as near as can be to 300, so that the page has as much to say at both sizes. */
async function ordinarySchool(owner: pg.Client): Promise<number> {
  const { rows: [school] } = await owner.query<{ id: number }>(`select t.school_id as id from school_year_total t join school s on s.id = t.school_id where s.phase = 'PRIMARY' and not t.restricted
    and t.academic_year = (select max(academic_year) from school_year_total) order by abs(t.enrolments - 300), t.school_id limit 1`);
  if (school === undefined) throw new Error('There is no primary school with marks.');
  return school.id;
}

const ms = (value: number): string => value.toFixed(1);

/** One line a page: how much more the large size takes, with what was met and missed. */
export function growthSummary({ small, large, pages }: GrowthBench): string[] {
  return [
    `Growth from ${small.toLocaleString('en-GB')} to ${large.toLocaleString('en-GB')} enrolments, medians over HTTP as an officer (bar +${BAR_PERCENT} %).`,
    ...pages.map(({ name, grows, ours, peer }) => {
      const more = (median(ours) / median(peer) - 1) * 100;
      const verdict = grows ? 'the answer grows, no bar' : more <= BAR_PERCENT ? 'met' : 'missed';
      return `  ${name}: ${more >= 0 ? '+' : ''}${more.toFixed(0)} % (${verdict}), ${ms(median(peer))} ms to ${ms(median(ours))} ms; p95 ${ms(percentile(peer, 95))} to ${ms(percentile(ours, 95))}`;
    }),
  ];
}
