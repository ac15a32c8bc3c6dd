import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the gateway does with a message it is handed. */
export type Handing = 'ACCEPT' | 'ACCEPT_AND_HANG' | 'HANG' | 'ACCEPT_AND_FAULT' | 'FAULT' | 'REFUSE' | 'BAD_KEY' | 'TOO_MANY' | 'ACCEPT_AND_BREAK';
/** What it does when asked about one. */
export type Asking = 'ANSWER' | 'FAULT' | 'HANG' | 'NONSENSE';

interface Kept { readonly id: string; readonly reference: string; readonly type: 'email' | 'letter'; readonly body: Record<string, unknown>; status: string }
/** Everything that was said to it, in order. */
export interface Said { readonly what: 'HANDED' | 'KNOWN' | 'NOT_KNOWN' | 'ASKED'; readonly reference: string; readonly kept: boolean }

export const FAKE_KEY = 'fake-11111111-1111-4111-8111-111111111111-22222222-2222-4222-8222-222222222222';
export const TEMPLATES = { emailTemplate: '33333333-3333-4333-8333-333333333333', letterTemplate: '44444444-4444-4444-8444-444444444444' } as const;

/** A gateway with the addresses and answers of GOV.UK Notify, on this machine, that misbehaves when told to. */
export class FakeNotify {
  handing: Handing = 'ACCEPT';
  asking: Asking = 'ANSWER';
  readonly said: Said[] = [];
  readonly kept: Kept[] = [];
  private readonly waiting: (() => void)[] = [];

  private constructor(private readonly server: Server, readonly url: string) {}

  static async open(): Promise<FakeNotify> {
    const server = createServer((request, response) => void fake.answer(request, response));
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    const fake = new FakeNotify(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return fake;
  }

  /** How often a message was handed over. */
  handed(reference?: string): number {
    return this.said.filter((each) => each.what === 'HANDED' && (reference === undefined || each.reference === reference)).length;
  }

  /** References handed over again although the gateway had not said, since the last time, that it does not know them. */
  doubles(): string[] {
    const open = new Set<string>();
    return this.said.flatMap(({ what, reference }) => {
      if (what === 'NOT_KNOWN') open.delete(reference);
      if (what !== 'HANDED') return [];
      const again = open.has(reference);
      open.add(reference);
      return again ? [reference] : [];
    });
  }

  /** Waits until something is handed over. */
  async nextHanded(): Promise<void> {
    await new Promise<void>((resolve) => { this.waiting.push(resolve); });
  }

  fate(status: string): void {
    for (const each of this.kept) each.status = status;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => { this.server.close(() => resolve()); });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const reply = (status: number, body: unknown): void => { response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)); };
    const fault = (status: number, message: string): void => reply(status, { status_code: status, errors: [{ error: 'Error', message }] });
    if (!/^Bearer [\w-]+[.][\w-]+[.][\w-]+$/.test(request.headers.authorization ?? '')) { fault(403, 'Invalid token'); return; }
    if (request.method === 'GET' && pathname === '/v2/notifications') {
      const reference = searchParams.get('reference') ?? '';
      if (this.asking !== 'ANSWER') this.said.push({ what: 'ASKED', reference, kept: false });
      if (this.asking === 'HANG') return;
      if (this.asking === 'FAULT') { fault(500, 'Internal server error'); return; }
      if (this.asking === 'NONSENSE') { reply(200, { sorry: 'page' }); return; }
      const found = this.kept.filter((each) => each.reference === reference && each.type === searchParams.get('template_type'));
      this.said.push({ what: found.length > 0 ? 'KNOWN' : 'NOT_KNOWN', reference, kept: false });
      reply(200, { notifications: found.map(({ id, status, type }) => ({ id, reference, status, type })), links: { current: request.url } });
      return;
    }
    const type = (['email', 'letter'] as const).find((word) => pathname === `/v2/notifications/${word}`);
    if (request.method !== 'POST' || type === undefined) { fault(404, 'Not found'); return; }
    let text = '';
    for await (const part of request) text += String(part);
    const body = JSON.parse(text) as Record<string, unknown>;
    const reference = String(body.reference);
    const { handing } = this;
    const isKept = handing.startsWith('ACCEPT');
    this.said.push({ what: 'HANDED', reference, kept: isKept });
    const id = `55555555-5555-4555-8555-${String(this.said.length).padStart(12, '0')}`;
    if (isKept) this.kept.push({ id, reference, type, body, status: 'created' });
    for (const tell of this.waiting.splice(0)) tell();
    if (handing === 'ACCEPT') reply(201, { id, reference, uri: `${this.url}/v2/notifications/${id}`, content: {}, template: {} });
    else if (handing === 'ACCEPT_AND_BREAK') request.socket.destroy();
    else if (handing === 'REFUSE') fault(400, 'email_address Not a valid email address');
    else if (handing === 'BAD_KEY') fault(403, 'Invalid token: API key not found');
    else if (handing === 'TOO_MANY') fault(429, 'Exceeded rate limit');
    else if (handing.endsWith('FAULT')) fault(500, 'Internal server error');
  }
}
