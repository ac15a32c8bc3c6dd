import { JourneyBrowser } from '../support/browser.ts';

// A real browser on a busy machine: axe alone may take a minute on a page of a thousand cells.
jest.setTimeout(240_000);

describe('a school sees its own pupils and nobody else', () => {
  let browser: JourneyBrowser;
  beforeAll(async () => { browser = await JourneyBrowser.open(); });
  afterAll(() => browser.close());

  test("another school's pupil is not found: by address, by search and by the programming interface", async () => {
    const officer = await browser.signIn('Priya Nandra');
    await officer.open('/pupils?schoolId=990418&measure=SEVERE');
    const elsewhere = officer.page.locator('main table tbody a[href^="/pupils/"]').first();
    const name = (await elsewhere.innerText()).trim();
    const path = (await elsewhere.getAttribute('href')) ?? '';
    await officer.close();

    const champion = await browser.signIn('Daniel Hargreave');
    await champion.open(path);
    const refused = await champion.page.locator('main').innerText();
    await champion.open('/pupils/99999999');
    // Not yours and not there must look the same.
    expect(refused).toBe(await champion.page.locator('main').innerText());
    expect(refused).not.toContain(name);
    await champion.page.keyboard.press('/');
    await champion.page.keyboard.type(name);
    await champion.page.getByRole('status').filter({ hasText: /found for/ }).first().waitFor();
    expect(await champion.page.getByRole('option', { name }).count()).toBe(0);
    const answer = await champion.page.evaluate(async (id) => {
      const session = (await (await fetch('/auth/session')).json()) as { csrfToken: string };
      const response = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', 'x-csrf-token': session.csrfToken },
        body: JSON.stringify({ query: 'query Other($id: ID!) { pupil(id: $id) { legalSurname } }', variables: { id } }) });
      return (await response.json()) as { errors: { extensions: { code: string } }[] };
    }, path.split('/').pop() ?? '');
    expect(answer.errors[0]?.extensions.code).toBe('NOT_FOUND');
    await champion.close();
  });

  test('a governor reads counts, never a name, and small counts stay hidden', async () => {
    const governor = await browser.signIn('Philippa Stroud');
    await governor.settled();
    const { page } = governor;
    expect(await page.getByRole('navigation').first().innerText()).not.toMatch(/pupils/i);
    await governor.open('/schools/990417');
    expect(await page.locator('main a[href^="/pupils/"]').count()).toBe(0);
    expect(await page.locator('main').innerText()).toMatch(/\d+\.\d%/);
    await governor.open('/pupils');
    expect(await page.locator('main').innerText()).toMatch(/role does not include/);
    expect(await governor.faults()).toEqual([]);
    await governor.close();
  });

  test('the manager opens a restricted record with a reason only, and the reason stays out of the address', async () => {
    const officer = await browser.signIn('Priya Nandra');
    await officer.page.keyboard.press('/');
    await officer.page.keyboard.type('Rowan Ashdown');
    await officer.page.getByRole('status').filter({ hasText: /found for/ }).first().waitFor();
    expect(await officer.page.getByRole('option', { name: /Rowan Ashdown/ }).count()).toBe(0);
    await officer.close();

    const manager = await browser.signIn('Ruth Calder');
    const { page } = manager;
    await page.keyboard.press('/');
    await page.keyboard.type('Rowan Ashdown');
    await page.getByRole('option', { name: /Rowan Ashdown/ }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox').last().waitFor();
    await page.locator('main button[type="submit"]').click();
    await page.getByRole('alert').first().waitFor();
    await page.locator('main textarea').fill('Checking the register for the review on Thursday');
    await page.locator('main button[type="submit"]').click();
    await page.getByRole('heading', { level: 1, name: /Rowan Ashdown/ }).waitFor();
    expect(page.url()).not.toMatch(/review|reason/i);
    await manager.close();
  });
});
