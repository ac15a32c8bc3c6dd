import * as client from 'openid-client';

/** Where people sign in. `fetch` reaches a provider that is not found at its public address. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly fetch?: typeof fetch;
}

/** What must come back as it was sent out. */
export interface Challenge { readonly codeVerifier: string; readonly state: string; readonly nonce: string }

/** A person as the identity provider vouches for them. */
export interface Vouched { readonly issuer: string; readonly subject: string; readonly name: string; readonly email: string; readonly idToken: string | null }

const SCOPE = 'openid profile email';
const TIMEOUT_SECONDS = 10;

/** Whether an address stays on this machine, where `http` gives nothing away. */
export function isLoopback(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** OpenID Connect with one provider: authorisation code with PKCE. Its description is read at the first sign-in and kept. */
export class IdentityProvider {
  private known: Promise<client.Configuration> | undefined;

  constructor(private readonly settings: ProviderSettings, private readonly publicUrl: string) {
    if (new URL(settings.issuer).protocol !== 'https:' && !isLoopback(settings.issuer)) {
      throw new Error(`The identity provider's address must begin with https:// unless it is on this machine; it is "${settings.issuer}".`);
    }
  }

  get redirectUri(): string {
    return `${this.publicUrl}/auth/callback`;
  }

  /** A new challenge, and the provider's page that answers it. */
  async begin(): Promise<{ challenge: Challenge; url: string }> {
    const challenge = { codeVerifier: client.randomPKCECodeVerifier(), state: client.randomState(), nonce: client.randomNonce() };
    const url = client.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.redirectUri,
      scope: SCOPE,
      response_type: 'code',
      code_challenge: await client.calculatePKCECodeChallenge(challenge.codeVerifier),
      code_challenge_method: 'S256',
      state: challenge.state,
      nonce: challenge.nonce,
    });
    return { challenge, url: url.href };
  }

  /** Exchanges the answer for the person, or throws: state, nonce, issuer, audience, times and signature are all checked. */
  async finish(query: string, { codeVerifier, state, nonce }: Challenge): Promise<Vouched> {
    const answer = new URL(this.redirectUri + query);
    const tokens = await client.authorizationCodeGrant(await this.configuration(), answer, {
      pkceCodeVerifier: codeVerifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error('The identity provider sent no identity.');
    const { iss: issuer, sub: subject, name, email, preferred_username: username } = claims;
    const mail = text(email) ?? text(username) ?? '';
    return { issuer, subject, name: text(name) ?? (mail || 'Name not given'), email: mail, idToken: tokens.id_token ?? null };
  }

  /** The page that ends the person's session at the provider too, where the provider has one. */
  async signOutUrl(idToken: string | null, returnTo: string): Promise<string | null> {
    const configuration = await this.configuration();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
    return client.buildEndSessionUrl(configuration, {
      client_id: this.settings.clientId, post_logout_redirect_uri: returnTo, ...(idToken === null ? {} : { id_token_hint: idToken }),
    }).href;
  }

  /** Not at boot: the portal starts while the provider is down, and the practice provider answers only once it listens. */
  private configuration(): Promise<client.Configuration> {
    this.known ??= this.discover().catch((error: unknown) => {
      this.known = undefined;
      throw error;
    });
    return this.known;
  }

  private discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret, fetch: ownFetch } = this.settings;
    const checks = [client.enableNonRepudiationChecks];
    if (isLoopback(issuer)) checks.push(client.allowInsecureRequests);
    return client.discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), {
      execute: checks,
      timeout: TIMEOUT_SECONDS,
      ...(ownFetch ? { [client.customFetch]: (url: string, options: client.CustomFetchOptions) => ownFetch(url, options as RequestInit) } : {}),
    });
  }
}

const text = (claim: unknown): string | undefined => (typeof claim === 'string' && claim.trim() !== '' ? claim.trim() : undefined);

/** Why an answer was refused, in a word for the audit trail and never more than the libraries' own codes. */
export function whyRefused(error: unknown): string {
  const { error: answered, code, cause } = error as { error?: unknown; code?: unknown; cause?: { claim?: unknown } };
  const claim = typeof cause?.claim === 'string' ? ` ${cause.claim}` : '';
  return typeof answered === 'string' ? answered : typeof code === 'string' ? code + claim : 'UNKNOWN';
}
