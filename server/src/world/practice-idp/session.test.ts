import 'reflect-metadata';
import { startTestPortal, type TestPortal } from './harness.ts';
import { TestBrowser } from './test-browser.ts';

let portal: TestPortal;
beforeAll(async () => { portal = await startTestPortal(); }, 60_000);
afterAll(async () => { await portal.stop(); });
beforeEach(() => { portal.resetClock(); });

async function signedIn(subject: string): Promise<TestBrowser> {
  const who = new TestBrowser(portal.url);
  await who.signIn(subject);
  return who;
}

describe('a session', () => {
  it('is new at each sign-in, and the old one of the browser is over', async () => {
    const who = await signedIn('officer');
    const old = who.cookie() ?? '';
    await who.signIn('officer');
    expect(who.cookie()).not.toBe(old);
    const thief = new TestBrowser(portal.url);
    thief.jar.set('__Host-attendance', { value: old, path: '/' });
    expect((await thief.who()).reason).toBe('NOT_SIGNED_IN');
  });

  it('ends after half an hour without use, not with use', async () => {
    const who = await signedIn('officer');
    for (let half = 0; half < 3; half += 1) {
      portal.moveClock(29);
      expect((await who.who()).reason).toBeNull();
    }
    portal.moveClock(31);
    expect((await who.who()).reason).toBe('NOT_SIGNED_IN');
  });

  it('ends after ten hours whatever the use', async () => {
    const who = await signedIn('officer');
    for (let minutes = 0; minutes < 598; minutes += 26) {
      expect((await who.who()).reason).toBeNull();
      portal.moveClock(26);
    }
    portal.moveClock(3);
    expect((await who.who()).reason).toBe('NOT_SIGNED_IN');
  });

  it('is found in one statement, and written to at most once a minute', async () => {
    const who = await signedIn('officer');
    const found = jest.spyOn((portal.app.driver as unknown as { master: { query: () => Promise<unknown> } }).master, 'query');
    const written = jest.spyOn(portal.app, 'query');
    await who.who();
    await who.who();
    expect([found.mock.calls.length, written.mock.calls.length]).toEqual([2, 0]);
    portal.moveClock(2);
    await who.who();
    await who.who();
    expect([found.mock.calls.length, written.mock.calls.length]).toEqual([4, 1]);
    found.mockRestore();
    written.mockRestore();
  });

  it('ends at sign-out, here and at the identity provider', async () => {
    const who = await signedIn('officer');
    const kept = who.cookie() ?? '';
    const answer = await who.post('/auth/sign-out');
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"');
    const { redirectTo } = (await answer.json()) as { redirectTo: string };
    expect(redirectTo).toContain('/practice-idp/sign-out?');
    expect(who.cookie()).toBeUndefined();
    const back = await who.go(redirectTo);
    expect(back.headers.get('location')).toBe(`${portal.url}/auth/signed-out`);
    expect(await (await who.go('/auth/signed-out')).text()).toContain('You are signed out');
    who.jar.set('__Host-attendance', { value: kept, path: '/' });
    expect((await who.who()).reason).toBe('NOT_SIGNED_IN');
    expect((await portal.audit('signOut')).at(-1)).toMatchObject({ actor_role: 'ATTENDANCE_OFFICER', actor_id: expect.any(Number) });
  });

  it('ends on every device at once', async () => {
    const [desk, phone, colleague] = [await signedIn('officer'), await signedIn('officer'), await signedIn('school')];
    expect((await desk.post('/auth/sign-out-everywhere')).status).toBe(200);
    expect((await phone.who()).reason).toBe('NOT_SIGNED_IN');
    expect((await colleague.who()).reason).toBeNull();
    expect((await portal.audit('signOutEverywhere')).at(-1)?.details.sessions).toBeGreaterThanOrEqual(2);
  });
});

describe('rights', () => {
  it.each([
    ['officer', { role: 'ATTENDANCE_OFFICER', kind: 'AUTHORITY', schools: [], pupils: [] }],
    ['school', { role: 'ATTENDANCE_CHAMPION', kind: 'SCHOOLS', schools: [990401], pupils: [] }],
    ['trust', { role: 'TRUST_LEADER', kind: 'AGGREGATE', schools: [990402, 990403], pupils: [] }],
    ['virtual', { role: 'VIRTUAL_SCHOOL_HEAD', kind: 'PUPILS', schools: [], pupils: [1, 3] }],
  ])('of %s', async (subject, expected) => {
    expect(await (await signedIn(subject)).who()).toMatchObject(expected);
  });

  it('are those of this moment: a turned-off account, a changed grant, a grant that ended', async () => {
    const [who, other] = [await signedIn('school'), await signedIn('officer')];
    await portal.owner.query(`update user_grant set school_ids = '{990403}' where role = 'ATTENDANCE_CHAMPION'`);
    expect((await who.who()).schools).toEqual([990403]);
    await portal.owner.query(`update user_grant set valid_to = '2026-11-23' where role = 'ATTENDANCE_CHAMPION'`);
    expect((await who.who()).reason).toBe('NO_ACCESS');
    await portal.owner.query(`update user_grant set valid_to = '2026-11-24', school_ids = '{990401}' where role = 'ATTENDANCE_CHAMPION'`);
    expect((await who.who()).schools).toEqual([990401]);
    await portal.owner.query(`update app_user set active = false where subject = 'officer'`);
    expect((await other.who()).reason).toBe('NOT_SIGNED_IN');
    await portal.owner.query(`update app_user set active = true where subject = 'officer'`);
  });

  it('follow the caseload', async () => {
    await portal.grant('nobody', 'SOCIAL_WORKER'); // not known yet, so nothing is granted
    const who = await signedIn('nobody');
    expect((await who.who()).reason).toBe('NO_ACCESS');
    await portal.grant('nobody', 'SOCIAL_WORKER');
    expect(await who.who()).toMatchObject({ kind: 'PUPILS', pupils: [] });
    await portal.owner.query(`insert into caseload (user_id, pupil_id, valid_from, valid_to) select id, p, f::date, t::date from app_user, (values (4, '2026-09-01', null), (2, '2026-09-01', '2026-10-01'), (4, '2026-01-01', '2026-12-31')) as c(p, f, t) where subject = 'nobody'`);
    expect(await who.who()).toMatchObject({ kind: 'PUPILS', pupils: [4] });
  });
});

describe('a forged request', () => {
  const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'];

  it.each([
    ['from another site', { origin: 'https://evil.example' }],
    ['from another port of this machine', { origin: 'http://localhost:1' }],
    ['from a sandboxed page', { origin: 'null' }],
    ['that the browser says is cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbouring host', { 'sec-fetch-site': 'same-site' }],
    ['with a wrong token', { 'x-csrf-token': 'guess' }],
    ['without a token', { 'x-csrf-token': '' }],
  ])('%s does nothing', async (_how, headers) => {
    const who = await signedIn('officer');
    const before = portal.acted();
    for (const route of ['/act', '/graphql', '/auth/sign-out', '/auth/sign-out-everywhere']) expect((await who.post(route, headers)).status).toBe(403);
    expect(portal.acted()).toBe(before);
    expect((await who.session()).signedIn).toBe(true);
  });

  it('as a form, an image or an odd GET does nothing', async () => {
    const who = await signedIn('officer');
    const before = portal.acted();
    for (const type of FORMS) {
      for (const origin of [{}, { origin: portal.url }] as Record<string, string>[]) {
        expect((await who.go('/act', { method: 'POST', body: 'a=b', headers: { 'content-type': type, ...origin } })).status).toBe(403);
        expect((await who.go('/graphql', { method: 'POST', body: '{"query":"{me{id}}"}', headers: { 'content-type': type, ...origin } })).status).toBe(403);
        expect((await who.go('/graphql?query={me{id}}', { headers: { 'content-type': type, ...origin } })).status).toBe(403);
      }
    }
    expect((await who.go('/graphql?query={me{id}}')).status).toBe(403);
    expect(portal.acted()).toBe(before);
  });

  it('is not what the portal’s own page sends', async () => {
    const who = await signedIn('officer');
    expect((await who.post('/act')).status).toBe(200);
    expect((await who.post('/graphql')).status).toBe(200);
  });

  it('with the token of another session does nothing', async () => {
    const [who, other] = [await signedIn('officer'), await signedIn('school')];
    expect((await who.post('/act', { 'x-csrf-token': (await other.session()).csrfToken ?? '' })).status).toBe(403);
  });
});

describe('headers', () => {
  it('stand on every answer', async () => {
    const who = await signedIn('officer');
    for (const route of ['/auth/session', '/auth/sign-in', '/auth/signed-out', '/who', '/practice-idp/.well-known/openid-configuration']) {
      const { headers } = await who.go(route);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain(`default-src 'self'`);
      expect(policy).toContain(`frame-ancestors 'none'`);
      expect(policy).not.toMatch(/unsafe/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
    for (const route of ['/auth/session', '/auth/sign-in', '/auth/callback', '/auth/signed-out']) expect((await who.go(route)).headers.get('cache-control')).toBe('no-store');
  });
});
