import type { ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';
import { startChild } from './children.ts';
import { asOwner } from './register-state.ts';
import { TODAY } from './small-authority.ts';

/** What an answer over HTTP says; null: it never came, and nobody knows what became of the request. */
export type HttpAnswer = { readonly data: Record<string, unknown> | null; readonly codes: readonly string[]; readonly message: string } | null;

/** A portal in a process of its own, behind HTTP, that can be killed and started again at the same address. */
export class PortalChild {
  private child: ChildProcess | undefined;

  private constructor(private readonly ownerUrl: string, readonly port: number, private readonly folder: string) {}

  static async start(ownerUrl: string, folder: string): Promise<PortalChild> {
    const portal = new PortalChild(ownerUrl, await freePort(), folder);
    await portal.again();
    return portal;
  }

  /** Starts the process anew and waits until it answers. */
  async again(): Promise<void> {
    const child = startChild('portal-one', [this.ownerUrl, String(this.port), this.folder, TODAY]);
    this.child = child;
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit').then(([code]) => { throw new Error(`The portal ended with ${String(code)} before it was ready.`); })]);
  }

  /** kill -9, waited for. */
  async kill(): Promise<void> {
    const child = this.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** Begins a session in the database, as signing in would; gives its cookie. */
  async signIn(userId: number): Promise<string> {
    const cookie = randomBytes(24).toString('base64url');
    await asOwner(this.ownerUrl, (owner) => owner.query(`insert into user_session (id_hash, user_id, csrf_token, expires_at) values ($1, $2, 'test', now() + interval '2 hours')`, [createHash('sha256').update(cookie).digest(), userId]));
    return cookie;
  }

  /** Asks over HTTP; `onAnswer` is called with the first byte that comes back, in place of reading it. */
  async ask(cookie: string, query: string, variables: object, onAnswer: (() => Promise<void>) | null = null): Promise<HttpAnswer> {
    try {
      const response = await fetch(`http://localhost:${this.port}/graphql`, {
        method: 'POST', body: JSON.stringify({ query, variables }), signal: AbortSignal.timeout(20_000),
        headers: { 'content-type': 'application/json', origin: `http://localhost:${this.port}`, 'x-csrf-token': 'test', cookie: `__Host-attendance=${cookie}` },
      });
      if (onAnswer !== null) {
        await onAnswer();
        await response.body?.cancel().catch(() => undefined);
        return null;
      }
      const { data, errors = [] } = (await response.json()) as { data?: Record<string, unknown>; errors?: { message: string; extensions?: { code?: string } }[] };
      return { data: data ?? null, codes: errors.map(({ extensions }) => extensions?.code ?? ''), message: errors[0]?.message ?? '' };
    } catch {
      return null;
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
