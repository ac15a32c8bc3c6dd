import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { Router, urlencoded, type Request } from 'express';
import type { Context, Grant } from 'oidc-provider';
import { plainPage, PLAIN_CSS, sendPage, type ProviderSettings } from '../../modules/identity/index.ts';
import type { Config } from '../../platform/config/config.ts';
import type { Logger } from '../../platform/logging/logger.ts';
import { CAST } from '../cast.ts';
import { choosePage, type PracticePerson } from './choose-page.ts';
import { loadProvider } from './load-provider.ts';
import { memoryAdapter } from './memory-adapter.ts';

/** Where the provider is mounted; its issuer is the portal's address with this path. */
export const PRACTICE_IDP_PATH = '/practice-idp';

const CLIENT_ID = 'attendance-support';
const STYLESHEET = `${PRACTICE_IDP_PATH}/plain.css`;
const MINUTES = 60;

export interface PracticeIdpDeps {
  readonly config: Pick<Config, 'production' | 'publicUrl'>;
  readonly log: Logger;
  /** The port the portal listens on, asked at each call: it may be known only after it listens. */
  readonly listeningPort: () => number;
  readonly people?: readonly PracticePerson[];
}

export interface PracticeIdp {
  /** To be mounted at PRACTICE_IDP_PATH, before anything reads request bodies. */
  readonly router: Router;
  /** What the portal needs to sign people in here. */
  readonly client: ProviderSettings;
}

/**
 * The identity provider of the practice authority: signs in as anyone of the cast, without a password, over real OpenID
 * Connect, so that the portal has one way to sign in. Never in production, whatever the settings say.
 */
export async function createPracticeIdp({ config, log, listeningPort, people = CAST }: PracticeIdpDeps): Promise<PracticeIdp> {
  if (config.production) throw new Error('The practice identity provider signs anyone in and does not run in production. Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.');
  const issuer = config.publicUrl + PRACTICE_IDP_PATH;
  const signedOut = `${config.publicUrl}/auth/signed-out`;
  const clientSecret = randomBytes(32).toString('base64url');
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const Provider = await loadProvider();

  const provider = new Provider(issuer, {
    adapter: memoryAdapter(),
    clients: [{ client_id: CLIENT_ID, client_secret: clientSecret, redirect_uris: [`${config.publicUrl}/auth/callback`], response_types: ['code'], grant_types: ['authorization_code'] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: randomBytes(8).toString('hex') }] },
    cookies: { keys: [randomBytes(32).toString('base64url')], long: { path: PRACTICE_IDP_PATH, signed: true, httpOnly: true, sameSite: 'lax' } },
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'email'],
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    conformIdTokenClaims: false, // the portal reads name and address from the identity token
    discovery: { end_session_endpoint: `${issuer}/sign-out` },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false }, userinfo: { enabled: false } },
    // Set one by one, because the package prints a notice for each it has to choose itself.
    ttl: { AccessToken: 5 * MINUTES, AuthorizationCode: 1 * MINUTES, IdToken: 60 * MINUTES, Interaction: 15 * MINUTES, Session: 15 * MINUTES, Grant: 15 * MINUTES },
    clientBasedCORS: () => false,
    interactions: { url: (_context: Context, { uid }: { uid: string }) => `${PRACTICE_IDP_PATH}/choose/${uid}` },
    findAccount: (_context: Context, subject: string) => {
      const person = people.find((each) => each.subject === subject);
      return person && { accountId: subject, claims: () => ({ sub: subject, name: person.fullName, email: person.email }) };
    },
    loadExistingGrant: async ({ oidc }: Context): Promise<Grant> => {
      const grant = new oidc.provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    renderError: (context: Context, out: { error: string }) => {
      context.type = 'html';
      context.body = problemPage(out.error);
    },
  });
  provider.proxy = true; // addresses are made from what `asPublic` puts in the headers
  provider.on('server_error', (_context, error) => log.error({ err: error }, 'practice identity provider'));

  const router = Router();
  router.get('/plain.css', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('css').send(PLAIN_CSS);
  });

  router.get('/choose/:uid', async (request, response) => {
    try {
      const { uid } = await provider.interactionDetails(request, response);
      sendPage(response, 200, choosePage(people, `${PRACTICE_IDP_PATH}/choose/${uid}`, STYLESHEET));
    } catch (error) {
      log.debug({ err: error }, 'practice identity provider');
      sendPage(response, 400, problemPage('the choice was open for too long, or cookies are off'));
    }
  });

  router.post('/choose/:uid', urlencoded({ extended: false, limit: '2kb' }), async (request, response) => {
    const { subject } = (request.body ?? {}) as { subject?: unknown };
    if (!people.some((person) => person.subject === subject)) {
      sendPage(response, 400, problemPage('there is no such person'));
      return;
    }
    try {
      await provider.interactionFinished(request, response, { login: { accountId: String(subject), remember: false } });
    } catch (error) {
      log.debug({ err: error }, 'practice identity provider');
      sendPage(response, 400, problemPage('the choice was open for too long, or cookies are off'));
    }
  });

  // Nobody stays signed in here, so there is nothing to end: only the way back to the portal, and to nowhere else.
  router.get('/sign-out', (request, response) => {
    if (request.query.post_logout_redirect_uri === signedOut) response.redirect(303, signedOut);
    else sendPage(response, 400, problemPage('the address to go back to is not the portal’s'));
  });

  const answer = provider.callback();
  router.use((request, response, next) => {
    asPublic(request, new URL(config.publicUrl));
    // Each sign-in asks who one is: the session of the last one must not answer for the next.
    request.headers.cookie = withoutSession(request.headers.cookie ?? '');
    answer(request, response).catch(next);
  });

  const client: ProviderSettings = { issuer, clientId: CLIENT_ID, clientSecret, fetch: loopbackFetch(config.publicUrl, listeningPort) };
  return { router, client };
}

const problemPage = (why: string): string => plainPage('You could not be signed in', `<p>The practice identity provider stopped: ${why.replace(/[^\w ,.’-]/g, '')}. Nothing was changed.</p>
<p><a class="button" href="/auth/sign-in">Sign in again</a></p>`, STYLESHEET);

const withoutSession = (cookies: string): string => cookies.split(/;\s*/).filter((cookie) => !cookie.startsWith('_session')).join('; ');

/** However a request came in (through a tunnel, or by the portal itself), the provider answers under its public address. */
function asPublic(request: Request, publicUrl: URL): void {
  Object.assign(request.headers, { 'host': publicUrl.host, 'x-forwarded-host': publicUrl.host, 'x-forwarded-proto': publicUrl.protocol.slice(0, -1) });
}

/** The portal calls itself on the port it listens on: its public address may lead through a tunnel or to another family of addresses. */
function loopbackFetch(publicUrl: string, listeningPort: () => number): typeof fetch {
  return (input, init) => {
    const asked = String(input instanceof globalThis.Request ? input.url : input);
    return fetch(asked.startsWith(`${publicUrl}/`) ? `http://127.0.0.1:${listeningPort()}${asked.slice(publicUrl.length)}` : asked, init);
  };
}
