import path from 'node:path';
import { clearMeetings, documentOf, layMeetings } from './meeting-ground.ts';
import { openOfficer, SESSION_COOKIE } from './officer.ts';
import { median, percentile } from './statistics.ts';

/** The pack of the largest school: milliseconds of making it, of the page with it, and of its PDF. */
export interface PackBench { readonly enrolments: number; readonly pupils: number; readonly made: readonly number[]; readonly page: readonly number[]; readonly pdf: readonly number[]; readonly pdfBytes: number }

const BARS = { made: 2_000, page: 1_500, pdf: 3_000 };
const PAGES = 20;

interface PackData { readonly meetingPack: { readonly pack: { readonly number: number; readonly isAsFrozen: boolean; readonly sections: readonly { readonly tables: readonly { readonly rows: readonly { readonly pupilId: number | null }[] }[] }[] } | null } }

/** Makes the pack of the largest school several times over, opens its page and fetches its PDF, over HTTP as its officer. */
export async function benchPack(ownerUrl: string, root: string, today: string, port: number, repeats: number): Promise<PackBench> {
  const officer = await openOfficer(ownerUrl, today, path.resolve('client/dist'), port, { DATA_DIR: path.join(root, 'portal-meetings') });
  const timed = async <T>(into: number[], work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    into.push(performance.now() - started);
    return result;
  };
  try {
    await clearMeetings(officer.owner);
    const [meeting] = await layMeetings(officer.owner, { schools: 1, status: 'BOOKED', onDay: today, officerId: officer.userId, pupils: 0 });
    if (meeting === undefined) throw new Error('There is no school to make a pack of.');
    const { rows: [size] } = await officer.owner.query<{ enrolments: number }>(`select count(*)::int as enrolments from enrolment where school_id = $1 and ends_on is null`, [meeting.schoolId]);
    const [open, freeze] = [documentOf('query', 'PackPage'), documentOf('mutation', 'FreezePack')];
    const id = String(meeting.id);
    const [made, page, pdf]: number[][] = [[], [], []];
    // The first is made by being looked for and is not timed; each later one is made anew, with a reason, and stays beside it.
    await officer.ask(open, 'PackPage', { id, schoolId: meeting.schoolId, number: null });
    for (let held = 1; held <= repeats; held += 1) await timed(made ?? [], () => officer.ask(freeze, 'FreezePack', { id, schoolId: meeting.schoolId, held, reason: 'Measured' }));
    let shown: PackData | undefined;
    for (let nth = 0; nth < PAGES; nth += 1) shown = await timed(page ?? [], () => officer.ask(open, 'PackPage', { id, schoolId: meeting.schoolId, number: null }) as Promise<PackData>);
    const pack = shown?.meetingPack.pack;
    if (pack?.isAsFrozen !== true || pack.number !== repeats + 1) throw new Error('The pack shown is not the one that was made.');
    let pdfBytes = 0;
    for (let nth = 0; nth <= repeats; nth += 1) {
      pdfBytes = await timed(nth === 0 ? [] : (pdf ?? []), async () => {
        const response = await fetch(`http://localhost:${port}/meetings/${id}/pack.pdf?schoolId=${meeting.schoolId}`, { headers: { cookie: `${SESSION_COOKIE}=${officer.cookie}` } });
        if (!response.ok) throw new Error(`The pack as a PDF: ${response.status}`);
        return (await response.arrayBuffer()).byteLength;
      });
    }
    const pupils = new Set(pack.sections.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flatMap(({ pupilId }) => pupilId ?? [])))).size;
    return { enrolments: size?.enrolments ?? 0, pupils, made: made ?? [], page: page ?? [], pdf: pdf ?? [], pdfBytes };
  } finally {
    await clearMeetings(officer.owner);
    await officer.close();
  }
}

/** One line: each of the three with its bar. */
export function packSummary({ enrolments, pupils, made, page, pdf, pdfBytes }: PackBench): string[] {
  const verdict = (value: number, bar: number): string => `${value.toFixed(0)} ms (bar ${bar}, ${value <= bar ? 'met' : 'missed'})`;
  return [
    `Pack of the largest school, ${enrolments.toLocaleString('en-GB')} on roll, ${pupils} pupils named: made in ${verdict(median(made), BARS.made)}, worst ${Math.max(...made).toFixed(0)} ms of ${made.length}; on screen p95 ${verdict(percentile(page, 95), BARS.page)}, median ${median(page).toFixed(0)} ms; PDF of ${(pdfBytes / 1024).toFixed(0)} KB in ${verdict(median(pdf), BARS.pdf)}, worst ${Math.max(...pdf).toFixed(0)} ms.`,
  ];
}
