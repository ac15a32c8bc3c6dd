import 'reflect-metadata';
import { readConfig } from '../../platform/config/config.ts';
import { createLogger } from '../../platform/logging/logger.ts';
import { PEOPLE, startTestPortal, type TestPortal } from './harness.ts';
import { createPracticeIdp } from './practice-idp.ts';
import { TestBrowser } from './test-browser.ts';

let portal: TestPortal;
beforeAll(async () => { portal = await startTestPortal(); }, 60_000);
afterAll(async () => { await portal.stop(); });
beforeEach(async () => {
  portal.spoil(undefined);
  portal.resetClock();
  await portal.owner.query('delete from sign_in_guess');
});

const browser = (): TestBrowser => new TestBrowser(portal.url);
const lastRefusal = async (): Promise<unknown> => (await portal.audit('signInRefused')).at(-1)?.details.why;

/** Expects that an answer signs nobody in and leaves a line in the audit trail. */
async function expectRefused(who: TestBrowser, answer: Response, why: RegExp): Promise<void> {
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain('You are not signed in');
  expect(who.cookie()).toBeUndefined();
  expect(await lastRefusal()).toEqual(expect.stringMatching(why));
}

describe('signing in', () => {
  it('goes to the provider and back to where one wanted to be', async () => {
    const who = browser();
    const answer = await who.signIn('officer', '/pupils?page=2');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/pupils?page=2']);
    expect(await who.session()).toMatchObject({ signedIn: true, reason: null, name: 'Test officer', role: 'ATTENDANCE_OFFICER', idleMinutes: 30 });
    expect((await portal.audit('signIn')).at(-1)).toMatchObject({ actor_role: 'ATTENDANCE_OFFICER', actor_id: expect.any(Number) });
  });

  it('keeps only a hash of a cookie that no script and no other site can use', async () => {
    const who = browser();
    const line = (await who.signIn('officer')).headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-attendance='));
    expect(line).toMatch(/; Path=\/;/);
    expect(line).toMatch(/HttpOnly; Secure; SameSite=Lax$/);
    expect(line).not.toMatch(/domain/i);
    expect(who.cookie()?.length).toBeGreaterThanOrEqual(43);
    const { rows } = await portal.owner.query<{ all: string }>('select string_agg(s::text, $1) as all from user_session s', [' ']);
    expect(rows[0]?.all).not.toContain(who.cookie());
  });

  it('sends a code challenge, a state and a nonce, and no secret', async () => {
    const sent = await browser().go('/auth/sign-in');
    const asked = new URL(sent.headers.get('location') ?? '').searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)?.length).toBeGreaterThanOrEqual(43);
    expect([...asked.keys()]).not.toContain('client_secret');
  });

  it('lets in someone without any right, who then finds nothing', async () => {
    const who = browser();
    expect((await who.signIn('nobody')).status).toBe(303);
    expect(await who.session()).toMatchObject({ signedIn: true, reason: 'NO_ACCESS', role: null });
    expect((await portal.audit('signIn')).at(-1)).toMatchObject({ actor_role: 'NONE' });
  });

  it('refuses an account that is turned off', async () => {
    const who = browser();
    const answer = await who.signIn('disabled');
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('turned off');
    expect(who.cookie()).toBeUndefined();
    expect(await lastRefusal()).toBe('DISABLED');
  });

  it('keeps people of two issuers apart, though the subject is the same', async () => {
    await portal.owner.query(`insert into app_user (issuer, subject, full_name, email) values ('https://elsewhere.example', 'school', 'Someone else', '')`);
    const who = browser();
    await who.signIn('school');
    expect((await who.who()).name).toBe('Test school');
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/%0d%0aSet-Cookie:x\n', 'pupils', '/auth/sign-in', 'javascript:alert(1)'])('does not go on to %j afterwards', async (returnTo) => {
    const answer = await browser().go(`/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
  });

  it('begins where the answer will arrive', async () => {
    const other = new TestBrowser(portal.url.replace('localhost', '127.0.0.1'));
    expect((await other.go('/auth/sign-in?returnTo=/pupils')).headers.get('location')).toBe(`${portal.url}/auth/sign-in?returnTo=%2Fpupils`);
  });
});

describe('an answer that is not right', () => {
  it('without the browser that asked', async () => {
    const callback = await browser().answerOf('officer');
    const other = browser();
    await expectRefused(other, await other.go(callback), /NO_ATTEMPT/);
  });

  it.each([['state', 'x'.repeat(43)], ['iss', 'https://elsewhere.example'], ['code', 'guessed']])('with another %s', async (name, value) => {
    const who = browser();
    const callback = new URL(await who.answerOf('officer'));
    callback.searchParams.set(name, value);
    await expectRefused(who, await who.go(callback.href), /OAUTH_|invalid_grant/);
  });

  it('without an issuer', async () => {
    const who = browser();
    const callback = new URL(await who.answerOf('officer'));
    callback.searchParams.delete('iss');
    await expectRefused(who, await who.go(callback.href), /OAUTH_/);
  });

  it('made for another nonce', async () => {
    const who = browser();
    const asked = new URL((await who.go('/auth/sign-in')).headers.get('location') ?? '');
    asked.searchParams.set('nonce', 'y'.repeat(43));
    await expectRefused(who, await who.go(await who.choose(asked.href, 'officer')), /nonce|OAUTH_/);
  });

  it('sent again', async () => {
    const who = browser();
    const callback = await who.answerOf('officer');
    const attempt = who.jar.get('__Host-attendance-sign-in');
    expect((await who.go(callback)).status).toBe(303);
    who.jar.clear();
    await expectRefused(who, await who.go(callback), /NO_ATTEMPT/);
    if (attempt) who.jar.set('__Host-attendance-sign-in', attempt);
    await expectRefused(who, await who.go(callback), /NO_ATTEMPT/);
  });

  it('whose code was used, inside a new attempt', async () => {
    const first = browser();
    const used = new URL(await first.answerOf('officer'));
    await first.go(used.href);
    const who = browser();
    const callback = new URL(await who.answerOf('officer'));
    callback.searchParams.set('code', used.searchParams.get('code') ?? '');
    await expectRefused(who, await who.go(callback.href), /invalid_grant/);
  });

  it('that comes too late', async () => {
    const who = browser();
    const callback = await who.answerOf('officer');
    portal.moveClock(16);
    await expectRefused(who, await who.go(callback), /NO_ATTEMPT/);
  });

  it('that says the person declined', async () => {
    const who = browser();
    const state = new URL((await who.go('/auth/sign-in')).headers.get('location') ?? '').searchParams.get('state') ?? '';
    const iss = encodeURIComponent(portal.provider.issuer);
    await expectRefused(who, await who.go(`/auth/callback?error=access_denied&state=${state}&iss=${iss}`), /access_denied/);
  });

  const b64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claimsOf = (token: string): Record<string, unknown> => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
  it.each([
    ['is not signed at all', (token: string) => `${b64({ alg: 'none' })}.${token.split('.')[1]}.`, /OAUTH_INVALID_RESPONSE/],
    ['was changed after signing', (token: string) => `${token.split('.')[0]}.${b64({ ...claimsOf(token), sub: 'school' })}.${token.split('.')[2]}`, /OAUTH_INVALID_RESPONSE/],
    ['names another audience', (token: string) => `${token.split('.')[0]}.${b64({ ...claimsOf(token), aud: 'another-client' })}.${token.split('.')[2]}`, /OAUTH_JWT_CLAIM_COMPARISON_FAILED/],
    ['names another issuer', (token: string) => `${token.split('.')[0]}.${b64({ ...claimsOf(token), iss: 'https://elsewhere.example' })}.${token.split('.')[2]}`, /OAUTH_JWT_CLAIM_COMPARISON_FAILED/],
    ['has run out', (token: string) => `${token.split('.')[0]}.${b64({ ...claimsOf(token), exp: 1_700_000_000 })}.${token.split('.')[2]}`, /OAUTH_JWT_TIMESTAMP_CHECK_FAILED/],
  ])('whose identity token %s', async (_what, forge, why) => {
    portal.spoil(async (url, response) => {
      if (!url.endsWith('/token')) return response;
      const body = (await response.json()) as { id_token: string };
      return Response.json({ ...body, id_token: forge(body.id_token) });
    });
    const who = browser();
    await expectRefused(who, await who.signIn('officer'), why);
  });
});

describe('guessing', () => {
  it('has effect ten times in five minutes, however many are sent at once', async () => {
    const before = (await portal.audit('signInRefused')).length;
    const answers = await Promise.all(Array.from({ length: 100 }, () => browser().go('/auth/callback?code=guess&state=guess')));
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(90);
    expect((await portal.audit('signInRefused')).length - before).toBe(10);
    const next = await browser().go('/auth/sign-in');
    expect([next.status, next.headers.get('retry-after')]).toEqual([429, '300']);
    portal.moveClock(5.1);
    expect((await browser().signIn('officer')).status).toBe(303);
  });

  it('is not what an office does that signs in at nine o’clock', async () => {
    for (let person = 0; person < 12; person += 1) expect((await browser().signIn('officer')).status).toBe(303);
  });
});

describe('the practice provider', () => {
  it('does not exist in production', async () => {
    const config = { ...readConfig({ PORTAL_URL: 'https://portal.example' }), production: true };
    await expect(createPracticeIdp({ config, log: createLogger('silent'), listeningPort: () => 0 })).rejects.toThrow('does not run in production');
  });

  it('insists on a code challenge', async () => {
    const asked = new URL((await browser().go('/auth/sign-in')).headers.get('location') ?? '');
    asked.searchParams.delete('code_challenge');
    asked.searchParams.delete('code_challenge_method');
    const answer = await browser().go(asked.href);
    expect(answer.headers.get('location')).toMatch(/error=invalid_request.*PKCE|code_challenge/);
  });

  it('gives nothing for a code without its verifier', async () => {
    const callback = new URL(await browser().answerOf('officer'));
    const answer = await fetch(`${portal.provider.issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${portal.provider.clientId}:${portal.provider.clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'authorization_code', code: callback.searchParams.get('code') ?? '', redirect_uri: `${portal.url}/auth/callback` }),
    });
    expect([answer.status, ((await answer.json()) as { error: string }).error]).toEqual([400, 'invalid_grant']);
  });

  it('shows one button a person on a page that needs no script and no inline style', async () => {
    const who = browser();
    const asked = await who.go((await who.go('/auth/sign-in')).headers.get('location') ?? '');
    const page = await who.go(asked.headers.get('location') ?? '');
    const html = await page.text();
    expect(html.match(/<form method="post"/g)).toHaveLength(PEOPLE.length);
    expect(html.match(/<button type="submit">/g)).toHaveLength(PEOPLE.length);
    expect(html).toContain('<html lang="en-GB">');
    expect(html).toMatch(/<h1>Choose who you are<\/h1>/);
    expect(html).not.toMatch(/<script|<style| style=/);
    expect((await who.go('/practice-idp/plain.css')).headers.get('content-type')).toMatch(/^text\/css/);
  });

  it('asks again at each sign-in, and takes another person', async () => {
    const who = browser();
    await who.signIn('officer');
    await who.signIn('school');
    expect((await who.who()).role).toBe('ATTENDANCE_CHAMPION');
  });

  it('sends nobody out of the portal after sign-out, and nobody in who is not there', async () => {
    expect((await browser().go('/practice-idp/sign-out?post_logout_redirect_uri=https://evil.example')).status).toBe(400);
    const who = browser();
    const asked = await who.go((await who.go('/auth/sign-in')).headers.get('location') ?? '');
    const answer = await who.go(asked.headers.get('location') ?? '', { method: 'POST', body: new URLSearchParams({ subject: 'stranger' }) });
    expect(answer.status).toBe(400);
  });

  it('says what to do when a choice is too old', async () => {
    const answer = await browser().go('/practice-idp/choose/long-gone');
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Sign in again');
  });
});
