import type Provider from 'oidc-provider';

/**
 * Loads oidc-provider when it is wanted: it is an optional dependency and stays out of production. On Node 20 it prints at
 * load that it prefers a later version; it runs there (the tests sign in on it), so people need not read that at each start.
 */
export async function loadProvider(): Promise<typeof Provider> {
  const { warn } = console;
  console.warn = (...words: unknown[]): void => {
    if (!String(words[0]).includes('oidc-provider WARNING: Unsupported runtime')) warn(...words);
  };
  try {
    return (await import('oidc-provider')).default;
  } finally {
    console.warn = warn;
  }
}
