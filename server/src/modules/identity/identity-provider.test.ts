import { IdentityProvider, isLoopback, whyRefused } from './identity-provider.ts';

const provider = (issuer: string): IdentityProvider => new IdentityProvider({ issuer, clientId: 'portal', clientSecret: 'secret' }, 'https://portal.example');

describe('an identity provider', () => {
  it.each(['http://localhost:4000/practice-idp', 'http://127.0.0.1:1', 'http://[::1]:1', 'http://portal.localhost'])('may go without TLS on this machine: %s', (issuer) => {
    expect(isLoopback(issuer)).toBe(true);
    expect(() => provider(issuer)).not.toThrow();
  });

  it.each(['http://login.example', 'http://127.0.0.1.evil.example', 'http://localhost.evil.example', 'http://128.0.0.1', 'http://10.0.0.1'])('needs TLS anywhere else: %s', (issuer) => {
    expect(() => provider(issuer)).toThrow('must begin with https://');
  });

  it('is asked again after it did not answer', async () => {
    const asked: string[] = [];
    const down = new IdentityProvider({
      issuer: 'https://login.example', clientId: 'portal', clientSecret: 'secret',
      fetch: async (url) => { asked.push(String(url)); throw new TypeError('fetch failed'); },
    }, 'https://portal.example');
    await expect(down.begin()).rejects.toThrow();
    await expect(down.begin()).rejects.toThrow();
    expect(asked).toEqual(Array(2).fill('https://login.example/.well-known/openid-configuration'));
  });

  it('leaves no more than a code in the audit trail', () => {
    expect(whyRefused(Object.assign(new Error('secret words'), { error: 'access_denied', error_description: 'secret words' }))).toBe('access_denied');
    expect(whyRefused(Object.assign(new Error('secret words'), { code: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED', cause: { claim: 'nonce', claims: { name: 'Secret' } } }))).toBe('OAUTH_JWT_CLAIM_COMPARISON_FAILED nonce');
    expect(whyRefused(new Error('secret words'))).toBe('UNKNOWN');
  });
});
