interface Kept { value: string; path: string }

export interface Session { signedIn: boolean; reason: string | null; name: string | null; role: string | null; csrfToken: string | null; idleMinutes: number; expiresAt: string | null }

/** As much of a browser as sign-in needs: a cookie jar, redirects one at a time, and the headers a page's own fetch sends. */
export class TestBrowser {
  readonly jar = new Map<string, Kept>();

  constructor(private readonly base: string) {}

  async go(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, this.base);
    const cookies = [...this.jar].filter(([, { path }]) => url.pathname.startsWith(path)).map(([name, { value }]) => `${name}=${value}`);
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...(init.headers as Record<string, string>), cookie: cookies.join('; ') } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const gone = value === '' || /expires=Thu, 01 Jan 1970/i.test(line);
      if (gone) this.jar.delete(name);
      else this.jar.set(name, { value, path: /path=([^;]+)/i.exec(line)?.[1] ?? '/' });
    }
    return response;
  }

  /** From the sign-in link to the provider's answer: the address of the callback, not yet opened. */
  async answerOf(subject: string, returnTo = '/'): Promise<string> {
    const sent = await this.go(`/auth/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
    return this.choose(sent.headers.get('location') ?? '', subject);
  }

  /** Chooses a person at the provider's page of this address. */
  async choose(address: string, subject: string): Promise<string> {
    const asked = await this.go(address);
    const page = asked.headers.get('location') ?? '';
    await this.go(page);
    const chosen = await this.go(page, { method: 'POST', body: new URLSearchParams({ subject }) });
    const resumed = await this.go(chosen.headers.get('location') ?? '');
    return resumed.headers.get('location') ?? '';
  }

  /** The whole way; the answer of the callback. */
  async signIn(subject: string, returnTo = '/'): Promise<Response> {
    return this.go(await this.answerOf(subject, returnTo));
  }

  async session(): Promise<Session> {
    return (await (await this.go('/auth/session')).json()) as Session;
  }

  /** A request as the portal's own page sends it. */
  async post(address: string, headers: Record<string, string> = {}, init: RequestInit = {}): Promise<Response> {
    const { csrfToken } = await this.session();
    return this.go(address, { method: 'POST', ...init, headers: { 'origin': this.base, 'sec-fetch-site': 'same-origin', 'x-csrf-token': csrfToken ?? '', ...headers } });
  }

  /** Who the portal takes this browser for. */
  async who(): Promise<{ reason: string | null; role?: string; kind?: string; schools?: number[]; pupils?: number[]; permissions?: string[]; name?: string }> {
    return (await (await this.go('/who')).json()) as never;
  }

  cookie(name = '__Host-attendance'): string | undefined {
    return this.jar.get(name)?.value;
  }
}
