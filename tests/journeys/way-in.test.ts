import { JourneyBrowser } from '../support/browser.ts';

// A real browser on a busy machine: axe alone may take a minute on a page of a thousand cells.
jest.setTimeout(240_000);

describe('the way in and out', () => {
  let browser: JourneyBrowser;
  beforeAll(async () => { browser = await JourneyBrowser.open(); });
  afterAll(() => browser.close());

  test('a stranger is asked to sign in, on a page without faults, and sees no child', async () => {
    const stranger = await browser.stranger();
    await stranger.page.goto('/pupils/1');
    await stranger.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await stranger.page.locator('body').innerText()).not.toMatch(/Thirkell/);
    expect(await stranger.faults()).toEqual([]);
    const answer = await stranger.page.request.post('/graphql', { data: { query: '{ me { name } }' }, headers: { 'content-type': 'application/json' } });
    expect(JSON.stringify(await answer.json())).toMatch(/NOT_SIGNED_IN/);
    await stranger.close();
  });

  test('an officer signs in with one click, comes back to the page asked for, and signs out for good', async () => {
    const officer = await browser.signIn('Priya Nandra');
    const cookies = await officer.page.context().cookies();
    const session = cookies.find((cookie) => cookie.name === '__Host-attendance');
    expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
    await officer.open('/area');
    await officer.page.getByRole('button', { name: /Your menu/ }).click();
    await officer.page.getByText('Sign out', { exact: true }).click();
    await officer.page.waitForURL(/signed-out|\/$/);
    await officer.page.goBack();
    await officer.page.goto('/area');
    expect(await officer.page.locator('body').innerText()).toMatch(/Sign in/);
    // The cookie of before, sent again, is nobody's.
    const answer = await officer.page.request.get('/auth/session', { headers: { cookie: `__Host-attendance=${session?.value ?? ''}` } });
    expect(await answer.json()).toMatchObject({ signedIn: false });
    await officer.close();
  });

  test('someone without a role is told so plainly and reaches nothing', async () => {
    const context = await browser.stranger();
    await context.page.goto('/');
    await context.page.getByRole('link', { name: 'Sign in', exact: true }).or(context.page.getByRole('button', { name: 'Sign in', exact: true })).click();
    await context.page.getByRole('button', { name: 'Robin Sayle' }).first().click();
    await context.page.getByRole('heading', { name: /no access/i }).waitFor();
    expect(await context.faults()).toEqual([]);
    await context.close();
  });

  test('a page whose code is of a build that is gone says so, and loading it again shows it', async () => {
    const officer = await browser.signIn('Priya Nandra');
    await officer.open('/');
    await officer.page.route(/\/assets\/.*\.js$/, (route) => route.fulfill({ status: 404 }));
    await officer.page.getByRole('contentinfo').getByRole('link', { name: 'Accessibility' }).click();
    await officer.page.getByRole('heading', { level: 1, name: 'This page has to be loaded again' }).waitFor();
    expect(await officer.faults()).toEqual([]);
    await officer.page.unroute(/\/assets\/.*\.js$/);
    await officer.page.getByRole('button', { name: 'Load the page again' }).click();
    await officer.page.getByRole('heading', { level: 1, name: /accessibility/i }).waitFor();
    await officer.close();
  });
});
