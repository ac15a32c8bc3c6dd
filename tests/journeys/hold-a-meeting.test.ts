import { TASKS_PATH } from '@attendance/shared/tasks';
import type { Page } from 'playwright-core';
import { JourneyBrowser, type Visit } from '../support/browser.ts';

jest.setTimeout(300_000);

/** One pupil’s boxes as a meeting leaves them that had no time for them. */
const LEFT_OUT = 'Next time';

/** The heart of the term: the school prepares, the officer holds the meeting on a train, the record goes out, the school answers. */
describe('holding a meeting', () => {
  let browser: JourneyBrowser;
  let officer: Visit;
  let champion: Visit;
  let address = '';
  beforeAll(async () => {
    browser = await JourneyBrowser.open();
    officer = await browser.signIn('Priya Nandra');
    champion = await browser.signIn('Daniel Hargreave');
  });
  afterAll(() => browser.close());

  const saved = (visit: Visit): Promise<void> => visit.page.getByRole('status').getByText('Saved', { exact: true }).waitFor();

  const action = (page: Page): Promise<string> => page.getByLabel(/^Add an action/).inputValue();
  /** What is typed comes with the answer of the server: soon, and not with the page. */
  const until = async (read: () => Promise<string>, value: string): Promise<void> => {
    for (let turn = 0; turn < 50 && (await read()) !== value; turn += 1) await officer.page.waitForTimeout(200);
    expect(await read()).toBe(value);
  };
  /** The same person at another computer, without anything of this one. */
  const elsewhere = async (name: string, path: string, look: (visit: Visit) => Promise<void>): Promise<void> => {
    const visit = await browser.signIn(name);
    await visit.open(path);
    await look(visit);
    expect(visit.complaints).toEqual([]);
    await visit.page.context().close();
  };

  test('the officer books today, and the school prepares: what it types is still there after the page is loaded again', async () => {
    const { page } = officer;
    await officer.open('/meetings/new?schoolId=990417');
    await page.getByLabel('Book a date you have agreed').check();
    await page.getByLabel('Day').fill('19 November 2026');
    await page.getByLabel('Begins at').fill('15:30');
    await page.getByRole('button', { name: 'Book this meeting' }).click();
    await page.getByRole('heading', { level: 1, name: 'Oakmere Academy' }).waitFor();
    address = new URL(page.url()).pathname;

    await champion.open(`${address}/prepare`);
    await champion.page.getByLabel('How attendance is going (needed)').fill('Fridays in year 9 came back after half term.');
    await saved(champion);
    await champion.open(`${address}/prepare`);
    expect(await champion.page.getByLabel('How attendance is going (needed)').inputValue()).toBe('Fridays in year 9 came back after half term.');
    await champion.page.getByLabel('Your three priorities this term (needed)').fill('Year 9, ill health, late gate');
    await champion.page.getByLabel('What worked since we last met, and what did not (needed)').fill('Calls on day one did');
    await champion.page.getByLabel('Who will come (needed)').fill('Daniel Hargreave');
    expect(await champion.faults()).toEqual([]);
    await champion.page.getByRole('button', { name: 'Submit the preparation' }).click();
    await champion.page.getByText('Prepared by the school', { exact: true }).first().waitFor();
  });

  test('the meeting starts with who is here, and keeps what is typed when the connection drops', async () => {
    const { page } = officer;
    await officer.open(`${address}/pack`); // freezes it and proposes the pupils
    await officer.open(`${address}/hold`);
    await page.getByRole('button', { name: 'Daniel Hargreave is here' }).click();
    await saved(officer);
    expect(await officer.faults()).toEqual([]);
    await page.getByRole('button', { name: /^Start with one person/ }).click();
    await page.getByRole('navigation', { name: 'Agenda' }).waitFor();
    await page.keyboard.press('3');
    await page.getByText('Fridays in year 9 came back after half term.').waitFor();
    await page.getByLabel('What was found').fill('Year 9 Fridays');
    await saved(officer);

    await page.context().setOffline(true);
    await page.getByLabel('What was found').fill('Year 9 Fridays, said on the train');
    await page.getByText(/^Not saved yet:/).waitFor();
    await page.context().setOffline(false);
    await saved(officer);
    await officer.open(`${address}/hold?item=SCHOOL_PICTURE`);
    expect(await page.getByLabel('What was found').inputValue()).toBe('Year 9 Fridays, said on the train');

    // The lid closes before the words can leave, and the page is opened again.
    await page.route('**/graphql', (route) => route.abort());
    await page.getByLabel('What was found').fill('Year 9 Fridays, and a lid that closed');
    await page.waitForTimeout(200);
    await page.unroute('**/graphql');
    await officer.open(`${address}/hold?item=SCHOOL_PICTURE`);
    expect(await page.getByLabel('What was found').inputValue()).toBe('Year 9 Fridays, and a lid that closed');
    await saved(officer);
    await page.getByLabel('Steady').check();
    await page.getByLabel('Good', { exact: true }).check();
    officer.complaints.splice(0);
  });

  test('pupil by pupil, with the keyboard: a note, a plan, an action in one line', async () => {
    const { page } = officer;
    await page.keyboard.press('Escape');
    await page.locator('h1').click();
    await page.keyboard.press('5');
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    await page.getByRole('grid').first().waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('Mum says mornings are a battle');
    await page.locator('h1').click();
    await page.keyboard.press('a');
    // Half typed, the next pupil and back, and another computer the same person signs in at: it is there.
    await page.keyboard.type('daniel: visit home');
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await page.getByText(/^Pupil 2 of/).waitFor();
    expect(await action(page)).toBe('');
    await page.keyboard.press('k');
    await page.getByText(/^Pupil 1 of/).waitFor();
    expect(await action(page)).toBe('daniel: visit home');
    await elsewhere('Priya Nandra', `${address}/hold?item=SEVERE_PUPILS`, async (visit) => { await until(() => action(visit.page), 'daniel: visit home'); });
    // The lid closes before the last words can leave, and the page is opened again.
    await page.route('**/graphql', (route) => route.abort());
    await page.getByLabel(/^Add an action/).fill('daniel: visit home with family worker');
    await page.waitForTimeout(200);
    await page.unroute('**/graphql');
    await officer.open(`${address}/hold?item=SEVERE_PUPILS`);
    await until(() => action(page), 'daniel: visit home with family worker');
    officer.complaints.splice(0);
    await page.keyboard.press('a');
    await page.keyboard.press('End');
    await page.keyboard.type(', fri 27');
    await page.getByText(/Reads as/).getByText('Home visit').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: /^Agreed about/ }).getByText('visit home with family worker').first().waitFor();
    await page.getByLabel('No plan').check();
    await page.getByLabel('Barriers').selectOption('ANXIETY');
    await page.getByLabel('Early help').selectOption('NO');
    await page.getByLabel('Red', { exact: true }).check();
    await page.getByLabel('Asked: is this child safe?').check();
    expect(await officer.faults()).toEqual([]);

    // What was agreed is changed where it stands.
    await page.getByRole('button', { name: /^Change visit home/ }).click();
    const line = page.getByLabel(/^Change this action/);
    expect(await line.inputValue()).toBe('Daniel Hargreave: visit home with family worker [Home visit], 27 November 2026');
    await line.fill('Daniel Hargreave: visit home with family worker [Home visit], tue 24 nov');
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByRole('list', { name: /^Agreed about/ }).getByText('Tue 24 Nov').waitFor();
    expect(await line.count()).toBe(0);

    // The school reads along: it sees the words within seconds, and where the meeting is.
    await champion.open(`${address}/hold`);
    await champion.page.waitForURL(`**${address}/record`);
    await champion.page.getByText('Mum says mornings are a battle').waitFor();
    await champion.page.getByText(/^Priya Nandra is at item 5, /).waitFor();
    await page.getByLabel('What was said').fill('Mum says mornings are a battle, and the bus is late');
    await champion.page.getByText('Mum says mornings are a battle, and the bus is late').waitFor();
    expect(await champion.faults()).toEqual([]);

    // Somebody nobody had on the list.
    await page.getByText('Add a pupil to the list').click();
    await page.getByLabel('A pupil of Oakmere Academy').fill('Tyler');
    await page.getByRole('group', { name: 'Whom' }).getByRole('radio').first().check();
    const added = await page.getByRole('group', { name: 'Whom' }).locator('label').first().innerText();
    await page.getByLabel('Why?').fill('Her form tutor asked');
    expect(await officer.faults()).toEqual([]);
    await page.getByRole('button', { name: 'Add to the list' }).click();
    await page.getByRole('heading', { level: 3, name: added }).waitFor();
    await page.getByText('Her form tutor asked').waitFor();
    await champion.page.getByRole('heading', { level: 3, name: added }).waitFor();
    await page.keyboard.press('5');
    await page.getByText(/^Pupil 1 of/).waitFor();
    await page.getByRole('button', { name: /^Discussed, next pupil/ }).click();
    await page.getByText(/^Pupil 2 of/).waitFor();
    await saved(officer);
  });

  test('a barrier of the area and the next date are said once: they go along to where they are recorded and booked', async () => {
    const { page } = officer;
    const school = 'schoolId=990417';
    await officer.open(`${address}/hold?item=AREA_BARRIERS`);
    await page.getByRole('textbox', { name: 'Barriers of the area to pass on' }).fill('Bus 14 leaves before the school day ends');
    await saved(officer);
    await page.getByRole('link', { name: 'Record it as a barrier of the area' }).click();
    await page.getByText('It is linked to Oakmere Academy').waitFor();
    expect([await page.getByLabel('What is known').inputValue(), page.url().includes('Bus')]).toEqual(['Bus 14 leaves before the school day ends', false]);
    await page.getByLabel('Title').fill('Bus 14 leaves too early');
    await page.getByRole('button', { name: 'Log this barrier' }).click();
    await page.waitForURL(`**${address}/hold`);
    await officer.open(`/barriers?${school}`);
    await page.getByRole('link', { name: 'Bus 14 leaves too early' }).first().waitFor();

    await officer.open(`${address}/hold?item=NEXT_MEETING`);
    await page.getByRole('textbox', { name: 'Next meeting' }).fill('2027-03-04');
    await page.getByRole('textbox', { name: 'Next meeting' }).blur();
    await saved(officer);
    await page.getByRole('link', { name: 'Book it in the planner' }).click();
    await page.getByRole('heading', { level: 1, name: 'Plan a targeting support meeting' }).waitFor();
    expect([await page.getByLabel('Day').inputValue(), await page.getByLabel('Book a date you have agreed').isChecked()]).toEqual(['4/3/2027', true]);
    expect(await officer.faults()).toEqual([]);
    expect(officer.complaints.splice(0)).toEqual([]);
  });

  test('the record is issued once every pupil is marked; the school has its actions, and comments', async () => {
    const { page } = officer;
    await officer.open(`${address}/hold`);
    await page.getByRole('button', { name: 'Finish and issue' }).click();
    await page.getByText(/as discussed, or say why not/).first().waitFor();
    // The other pupils are left for next time, as a person would with each, through the portal’s own operation.
    const id = address.split('/').pop() ?? '';
    const left = await page.evaluate(async ([meeting, why]) => {
      const session = (await (await fetch('/auth/session')).json()) as { csrfToken: string };
      const ask = async (query: string, variables: object): Promise<{ data: Record<string, never> }> => (await (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', 'x-csrf-token': session.csrfToken }, body: JSON.stringify({ query, variables }) })).json()) as { data: Record<string, never> };
      const { data } = await ask('query($id: ID!) { targetingMeeting(id: $id) { topics { pupils { pupilId removedReason } } written { place subject field } } }', { id: meeting });
      const { topics, written } = data.targetingMeeting as unknown as { topics: { pupils: { pupilId: number; removedReason: string | null }[] }[]; written: { subject: string; field: string }[] };
      const open = (topics[0]?.pupils ?? []).filter(({ pupilId, removedReason }) => removedReason === null && !written.some(({ subject, field }) => subject === String(pupilId) && field === 'DISCUSSED'));
      const answers = open.map(({ pupilId }) => ({ schoolId: 990417, place: 'PUPIL', subject: String(pupilId), field: 'NOT_DISCUSSED', value: why, base: 0 }));
      await ask('mutation($id: ID!, $answers: [AnswerInput!]!) { syncMeeting(id: $id, reading: "", answers: $answers) { version } }', { id: meeting, answers });
      return open.length;
    }, [id, LEFT_OUT] as const);
    expect(left).toBeGreaterThan(5);
    // What earlier meetings agreed and is past its day is closed, with what came of it.
    await officer.open(`${address}/hold?item=PREVIOUS_ACTIONS`);
    const closing = page.getByRole('button', { name: 'Close it', exact: true });
    for (let late = await page.getByText('Overdue', { exact: true }).count(); late > 0; late -= 1) {
      await page.getByLabel('What came of it').first().fill('The family moved away');
      await closing.first().click();
      while ((await page.getByText('Overdue', { exact: true }).count()) >= late) await page.waitForTimeout(100);
    }
    await officer.open(`${address}/hold?item=RATINGS`);
    await page.getByRole('group', { name: 'The school’s rating' }).getByLabel('Amber').check();
    const proposed = (await page.getByText(/^Proposed: /).first().innerText()).toLowerCase();
    await page.getByRole('group', { name: 'The officer’s rating' }).getByLabel(proposed.includes('red') ? 'Red' : 'Amber').check();
    await saved(officer);
    await page.getByRole('button', { name: 'Finish and issue' }).click();
    await page.waitForURL(`**${address}/record`);
    await page.getByText('visit home with family worker').first().waitFor();
    expect(await officer.faults()).toEqual([]);

    await champion.open('/work');
    await champion.page.getByRole('link', { name: /visit home with family worker/ }).first().click();
    await champion.page.waitForURL(`**${TASKS_PATH}/*`);
    const task = new URL(champion.page.url()).pathname;
    await champion.page.getByLabel('Note').fill('Rang twice, and');
    await champion.open(`${address}/record`);
    expect(await champion.page.locator('main').innerText()).toContain('Mum says mornings are a battle');
    await champion.page.getByLabel('Your comment').fill('Agreed, and Mon');
    await champion.open('/');
    await elsewhere('Daniel Hargreave', `${address}/record`, async ({ page: other }) => {
      await until(() => other.getByLabel('Your comment').inputValue(), 'Agreed, and Mon');
      await other.goto(task);
      await until(() => other.getByLabel('Note').inputValue(), 'Rang twice, and');
    });
    await champion.open(`${address}/record`);
    await until(() => champion.page.getByLabel('Your comment').inputValue(), 'Agreed, and Mon');
    await champion.page.getByLabel('Your comment').fill('Agreed, and Mondays too');
    await champion.page.getByRole('button', { name: 'Add the comment' }).click();
    await champion.page.getByText('Agreed, and Mondays too').first().waitFor();
    await until(() => champion.page.getByLabel('Your comment').inputValue(), '');
    expect(await champion.faults()).toEqual([]);
    expect([...officer.complaints, ...champion.complaints]).toEqual([]);
  });
});
