import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { graphql, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { DataSource } from 'typeorm';
import { ApiTokenService, identityOf } from '../../modules/identity/index.ts';
import { Operation, type OperationActor } from '../../platform/graphql/operation.ts';
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

describe('a machine client', () => {
  let owner: DataSource;
  let tokens: ApiTokenService;
  beforeAll(async () => {
    owner = new DataSource({ type: 'postgres', url: portal.ownerUrl, poolSize: 1, installExtensions: false });
    await owner.initialize();
    tokens = new ApiTokenService(owner, portal.clock);
  });
  afterAll(async () => { await owner.destroy(); });

  const as = async (token: string, more: Record<string, string> = {}): Promise<Response> =>
    fetch(`${portal.url}/graphql`, { method: 'POST', headers: { authorization: `Bearer ${token}`, ...more } });

  it('has the permissions that were named and no more, over its schools', async () => {
    const { token } = await tokens.issue({ name: 'Overnight feed', permissions: ['register:import', 'delivery:read'], schools: [990402, 990401] }, 'test');
    expect(await (await as(token)).json()).toMatchObject({ role: 'MACHINE', name: 'Overnight feed', kind: 'SCHOOLS', schools: [990401, 990402], permissions: ['register:import', 'delivery:read'] });
    expect((await portal.audit('issueApiToken')).at(-1)).toMatchObject({ actor_role: 'OPERATOR', details: { permissions: ['register:import', 'delivery:read'] } });
    const { rows } = await portal.owner.query<{ all: string }>(`select string_agg(t::text, ' ') as all from api_token t`);
    expect(rows[0]?.all).not.toContain(token);
  });

  it('reaches the whole authority where no school was named', async () => {
    const { token } = await tokens.issue({ name: 'Warehouse', permissions: ['area:read'] }, 'test');
    expect(await (await as(token)).json()).toMatchObject({ kind: 'AUTHORITY', schools: [] });
  });

  it('is refused when its token is revoked, has run out or was never issued', async () => {
    const { id, token } = await tokens.issue({ name: 'Old', permissions: ['area:read'] }, 'test');
    await tokens.revoke(id, 'test');
    expect((await as(token)).status).toBe(401);
    await expect(tokens.revoke(id, 'test')).rejects.toThrow('no token');
    const short = await tokens.issue({ name: 'Short', permissions: ['area:read'], days: 1 }, 'test');
    portal.moveClock(24 * 60 + 1);
    expect((await as(short.token)).status).toBe(401);
    for (const wrong of ['attendance_guess', 'guess', `${short.token}x`, '']) expect((await as(wrong)).status).toBe(401);
    expect((await tokens.list()).map(({ name }) => name)).toEqual(expect.arrayContaining(['Old', 'Short']));
  });

  it('borrows nothing from a cookie', async () => {
    const who = await signedIn('officer');
    const { token } = await tokens.issue({ name: 'Feed', permissions: ['delivery:read'], schools: [990401] }, 'test');
    expect(await (await as(token, { cookie: `__Host-attendance=${who.cookie()}` })).json()).toMatchObject({ role: 'MACHINE', kind: 'SCHOOLS' });
    expect((await as('wrong', { cookie: `__Host-attendance=${who.cookie()}` })).status).toBe(401);
  });

  it.each([
    [{ name: '', permissions: ['area:read'] }, /name/],
    [{ name: 'x', permissions: [] }, /permission/],
    [{ name: 'x', permissions: ['area:read', 'area:rule'] }, /area:rule/],
    [{ name: 'x', permissions: ['area:read'], days: 1000 }, /days/],
    [{ name: 'x', permissions: ['area:read'], schools: [990401, 123456] }, /123456/],
  ])('is not issued for %j', async (request, words) => {
    await expect(tokens.issue(request, 'test')).rejects.toThrow(words);
  });
});

describe('me', () => {
  let schema: GraphQLSchema;
  beforeAll(() => {
    const { resolvers } = portal.module;
    schema = buildSchemaSync({
      resolvers: resolvers.map((resolver) => resolver.constructor) as unknown as [(new () => object)],
      container: { get: (wanted: unknown) => resolvers.find((resolver) => resolver.constructor === wanted) },
      authChecker: ({ context }: { context: Operation }, permissions) => permissions.every((permission) => context.can(permission)),
      validate: false,
    });
  });

  async function run(who: TestBrowser, source: string): Promise<{ data?: Record<string, unknown> | null; errors?: readonly { message: string }[] }> {
    const actor = await actorOf(who);
    const runner = portal.app.createQueryRunner();
    const operation = new Operation(actor, portal.clock, randomUUID(), 'test', runner);
    try {
      await operation.begin();
      const result = await graphql({ schema, source, contextValue: operation });
      await (result.errors ? operation.rollback() : operation.commit());
      return result as never;
    } finally {
      await runner.release();
    }
  }

  /** The very actor that `authenticate` makes of the browser's cookie. */
  async function actorOf(who: TestBrowser): Promise<OperationActor> {
    const response = { locals: {} } as never as Parameters<typeof identityOf>[0];
    const { authenticate } = portal.module.http(portal.provider);
    await authenticate({ headers: { cookie: `__Host-attendance=${who.cookie()}` } } as never, response, () => undefined);
    const { actor } = identityOf(response);
    if (actor === null) throw new Error('not signed in');
    return actor;
  }

  it('tells who the portal takes one for', async () => {
    const { data } = await run(await signedIn('school'), '{ me { id name jobTitle role roleLabel permissions schools otherRoles { key } } }');
    expect(data?.me).toMatchObject({ id: expect.any(Number), name: 'Test school', jobTitle: 'The school', role: 'ATTENDANCE_CHAMPION', roleLabel: 'School attendance champion', schools: [990401], otherRoles: [], permissions: expect.arrayContaining(['school:read']) });
  });

  it('acts in another of one’s own roles from the next request on, in this session only', async () => {
    const [who, elsewhere] = [await signedIn('twohats'), await signedIn('twohats')];
    expect(await who.who()).toMatchObject({ role: 'ATTENDANCE_OFFICER', kind: 'AUTHORITY' });
    const { data } = await run(who, '{ me { otherRoles { key label } } }');
    expect(data?.me).toEqual({ otherRoles: [{ key: 'HEADTEACHER', label: 'Headteacher' }] });
    expect((await run(who, 'mutation { changeRole(role: "HEADTEACHER") }')).errors).toBeUndefined();
    const now = await who.who();
    expect(now).toMatchObject({ role: 'HEADTEACHER', kind: 'SCHOOLS', schools: [990402] });
    expect(now.permissions).not.toContain('area:read');
    expect((await elsewhere.who()).role).toBe('ATTENDANCE_OFFICER');
    expect((await portal.audit('test')).at(-1)).toMatchObject({ details: { from: 'ATTENDANCE_OFFICER', to: 'HEADTEACHER' } });
  });

  it.each(['SYSTEM_ADMIN', 'ATTENDANCE_OFFICER+HEADTEACHER', ''])('does not act in %j, which one does not hold', async (role) => {
    const who = await signedIn('twohats');
    expect((await run(who, `mutation { changeRole(role: "${role}") }`)).errors?.[0]?.message).toMatch('You do not hold that role');
    expect((await who.who()).role).toBe('ATTENDANCE_OFFICER');
  });

  it('can end every session, this one too', async () => {
    const who = await signedIn('twohats');
    const { data } = await run(who, 'mutation { signOutEverywhere }');
    expect(data?.signOutEverywhere).toBeGreaterThanOrEqual(1);
    expect((await who.who()).reason).toBe('NOT_SIGNED_IN');
  });
});
