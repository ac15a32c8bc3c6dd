import { TASKS_PATH } from '@attendance/shared/tasks';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { JourneyBrowser, NARROW, WIDE, type Visit } from '../support/browser.ts';
import { freePort, startPractice, type PracticePortal } from '../support/practice-portal.ts';

// It starts a portal of its own twice: on the day of the meeting, and a term later over the same data.
jest.setTimeout(600_000);

const OAKMERE = 990417;
const MASON = 'K990417017023';
const [THIS_TERM, NEXT_TERM] = ['2026-11-19', '2027-01-29'];
/** The days of Oakmere Academy between the two, as its calendar has them; on a training day its rows are refused and counted. */
const TERM_DAYS = [['2026-11-20', '2026-12-18'], ['2027-01-06', '2027-01-28']] as const;

type Asked = Record<string, unknown>;

/** Mason at school on every school day since the meeting, as the school's system would say it. */
function register(): string {
  const lines = ['UPN,Date,Session,Mark'];
  for (const [from, to] of TERM_DAYS) {
    for (let day = Date.parse(`${from}T12:00:00Z`); day <= Date.parse(`${to}T12:00:00Z`); day += 86_400_000) {
      const date = new Date(day);
      if (date.getUTCDay() === 0 || date.getUTCDay() === 6) continue;
      const [year, month, dayOfMonth] = date.toISOString().slice(0, 10).split('-');
      lines.push(`${MASON},${dayOfMonth}/${month}/${year},AM,/`, `${MASON},${dayOfMonth}/${month}/${year},PM,\\`);
    }
  }
  return [...lines, ''].join('\r\n');
}

/** One term in a browser: booked, prepared, held, issued, done by the school; and a term later what followed. */
describe('a meeting from its date to its effect', () => {
  const outer = process.env.JOURNEYS_URL;
  /** A folder that is filled already; without one, as beside a portal that was running before, the journey fills its own. */
  const filled = process.env.JOURNEYS_FILLED_DIR;
  const dataDir = filled ?? fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-next-term-'));
  let portal: PracticePortal;
  let browser: JourneyBrowser;
  let officer: Visit;
  let champion: Visit;
  let address = '';
  let port = 0;
  let pupilId = 0;
  let taskId = 0;

  const begin = async (today: string): Promise<void> => {
    portal = await startPractice({ port, dataDir, today });
    process.env.JOURNEYS_URL = portal.url;
    [officer, champion] = [await browser.signIn('Priya Nandra'), await browser.signIn('Daniel Hargreave')];
  };
  beforeAll(async () => {
    [browser, port] = [await JourneyBrowser.open(), await freePort()];
    await begin(THIS_TERM);
  });
  afterAll(async () => {
    process.env.JOURNEYS_URL = outer;
    await browser.close();
    await portal.stop();
    if (filled === undefined) fs.rmSync(dataDir, { recursive: true, force: true });
  });

  /** One of the portal's own operations, sent as its pages send it. */
  const ask = async <T>(query: string, variables: Asked): Promise<T> => {
    const answer = await officer.page.evaluate(async ([text, values]) => {
      const { csrfToken } = (await (await fetch('/auth/session')).json()) as { csrfToken: string };
      return (await (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken }, body: JSON.stringify({ query: text, variables: values }) })).json()) as { data: Record<string, unknown> | null; errors?: unknown };
    }, [query, variables] as const);
    expect(answer.errors ?? []).toEqual([]);
    return Object.values(answer.data ?? {})[0] as T;
  };

  const saved = (): Promise<void> => officer.page.getByRole('status').getByText('Saved', { exact: true }).waitFor();

  test('the officer books the meeting, and the school prepares it', async () => {
    const { page } = officer;
    await officer.open(`/meetings/new?schoolId=${OAKMERE}`);
    await page.getByLabel('Book a date you have agreed').check();
    await page.getByLabel('Day').fill('19 November 2026');
    await page.getByLabel('Begins at').fill('15:30');
    await page.getByRole('button', { name: 'Book this meeting' }).click();
    await page.getByRole('heading', { level: 1, name: 'Oakmere Academy' }).waitFor();
    address = new URL(page.url()).pathname;

    await champion.open(`${address}/prepare`);
    for (const [label, words] of [['How attendance is going', 'Mornings are hard in year 9'], ['Your three priorities this term', 'Year 9, ill health, late gate'], ['What worked since we last met, and what did not', 'Calls on day one did'], ['Who will come', 'Daniel Hargreave']] as const) {
      await champion.page.getByLabel(`${label} (needed)`).fill(words);
    }
    await champion.page.getByRole('button', { name: 'Submit the preparation' }).click();
    await champion.page.getByText('Prepared by the school', { exact: true }).first().waitFor();
  });

  test('the meeting is held, its connection drops while an action is typed, and the record goes out', async () => {
    const { page } = officer;
    const id = address.split('/').pop() ?? '';
    const { items } = await ask<{ items: { id: string }[] }>('query F($text: String!) { findPupils(text: $text) { items { id } } }', { text: MASON });
    pupilId = Number(items[0]?.id);
    await officer.open(`${address}/pack`); // freezes it and proposes the pupils
    await ask('mutation A($id: ID!, $schoolId: Int!, $pupilId: Int!) { addMeetingPupil(meetingId: $id, schoolId: $schoolId, pupilId: $pupilId, reason: "Mornings") { pupilId } }', { id, schoolId: OAKMERE, pupilId });
    await officer.open(`${address}/hold`);
    await page.getByRole('button', { name: 'Daniel Hargreave is here' }).click();
    await saved();
    await page.getByRole('button', { name: /^Start with one person/ }).click();
    await page.getByRole('navigation', { name: 'Agenda' }).waitFor();
    await officer.open(`${address}/hold?item=SCHOOL_PICTURE`);
    await page.getByText('Mornings are hard in year 9').waitFor();

    // Agreed as a person does it, in one line; half of it in a tunnel.
    await officer.open(`${address}/hold?item=OTHER_PUPILS&pupil=${pupilId}`);
    await page.getByLabel(/^Add an action/).fill('daniel: mentor');
    await page.context().setOffline(true);
    await page.getByLabel(/^Add an action/).fill('daniel: mentor at the gate, fri 27');
    await page.waitForTimeout(1500);
    await page.context().setOffline(false);
    await page.getByLabel(/^Add an action/).press('Enter');
    await page.getByRole('list', { name: /^Agreed about/ }).getByText('mentor at the gate').first().waitFor();
    expect(await page.getByRole('list', { name: /^Agreed about/ }).getByRole('listitem').filter({ hasText: 'mentor at the gate' }).count()).toBe(1);
    officer.complaints.splice(0);

    // What every other line of a meeting needs, as its screen would send it: who else was spoken of, what was done before, how it stands.
    const meeting = await ask<{ previous: { taskId: number; version: number; status: string }[]; topics: { pupils: { pupilId: number; removedReason: string | null }[] }[]; sections: { proposedRating: string }[] }>(
      'query M($id: ID!) { targetingMeeting(id: $id) { previous { taskId version status } topics { pupils { pupilId removedReason } } sections { proposedRating } } }', { id });
    for (const { taskId: earlier, version: held, status } of meeting.previous) {
      if (status === 'OPEN' || status === 'IN_PROGRESS') await ask('mutation R($id: ID!, $key: String!, $taskId: Int!, $version: Int!) { reviewAction(id: $id, key: $key, taskId: $taskId, version: $version, status: DONE, note: "Done") { id } }', { id, key: crypto.randomUUID(), taskId: earlier, version: held });
    }
    const boxes = (place: string, subject: string, values: Readonly<Record<string, string>>): Asked[] => Object.entries(values).map(([field, value]) => ({ schoolId: OAKMERE, base: 0, place, subject, field, value }));
    const others = (meeting.topics[0]?.pupils ?? []).filter((topic) => topic.removedReason === null);
    await ask('mutation W($id: ID!, $answers: [AnswerInput!]!) { syncMeeting(id: $id, reading: "", answers: $answers) { version } }', { id, answers: [
      ...others.flatMap(({ pupilId: other }) => boxes('PUPIL', String(other), { NOT_DISCUSSED: 'Next time' })),
      ...boxes('SECTION', '', { FINDINGS: 'Mornings', TREND: 'STEADY', DATA_QUALITY: 'GOOD', SCHOOL_RATING: 'AMBER', OFFICER_RATING: meeting.sections[0]?.proposedRating ?? 'AMBER' }),
    ] });
    await officer.open(`${address}/hold?item=RATINGS`);
    await page.getByRole('button', { name: 'Finish and issue' }).click();
    await page.waitForURL(`**${address}/record`);
    await page.getByText('mentor at the gate').first().waitFor();
  });

  test('the school does what it agreed to, and says what came of it; too little has followed to say anything', async () => {
    const { page } = champion;
    await champion.open('/work');
    await page.getByRole('link', { name: /mentor at the gate/ }).first().click();
    await page.waitForURL(`**${TASKS_PATH}/*`);
    taskId = Number(new URL(page.url()).pathname.split('/').pop());
    await page.getByLabel('How far is it?').selectOption('DONE');
    await page.getByLabel('What came of it?').fill('He comes in with Mr Platt each morning');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('He comes in with Mr Platt each morning').first().waitFor();
    expect(await champion.faults()).toEqual([]);

    await officer.open(`${TASKS_PATH}/${taskId}`);
    await officer.page.getByText('He comes in with Mr Platt each morning').first().waitFor();
    await officer.open(`/meetings/effect/actions/${taskId}`);
    await officer.page.getByText('Too few sessions').first().waitFor();
    expect(await officer.faults()).toEqual([]);
  });

  test('a term later the registers have come, and the page says what followed, by how much, and what it does not prove', async () => {
    await Promise.all([officer.close(), champion.close()]);
    expect(await portal.stop()).toBe(0);
    await begin(NEXT_TERM);
    const { page } = officer;
    await officer.open(`/data/send?schoolId=${OAKMERE}`);
    await page.locator('input[type="file"]').setInputFiles({ name: 'oakmere-january.csv', mimeType: 'text/csv', buffer: Buffer.from(register()) });
    await page.getByRole('button', { name: /^Send/ }).click();
    await page.waitForURL(/\/data\/deliveries\/\d+/);
    await page.getByRole('heading', { level: 1, name: 'Send a register' }).waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 1, name: /^(?!Reading)/ }).waitFor({ timeout: 90_000 });
    expect(await page.locator('main').innerText()).toMatch(/Kept/);

    await officer.open(`/meetings/effect/actions/${taskId}`);
    const words = await page.locator('main').innerText();
    expect(words).toMatch(/Improved/);
    expect(words).toMatch(/\+\d+\.\d/);
    expect(words).not.toMatch(/Too few sessions/);
    await page.getByRole('heading', { name: 'Week by week' }).waitFor();
    expect(words).toMatch(/not have come from it|need not/);
    expect(await officer.faults()).toEqual([]);
    await page.setViewportSize(NARROW);
    expect(await officer.faults()).toEqual([]);
    await page.setViewportSize(WIDE);

    await officer.open(`/meetings/effect/pupils/${pupilId}`);
    await page.getByText('Mentor or daily check-in').first().waitFor();
    expect([...officer.complaints, ...champion.complaints]).toEqual([]);
  });
});
